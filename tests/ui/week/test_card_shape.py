"""The ready-made shapes of cards, held against the same shapes drawn in their place."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.ui.form_look import look_of
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.week.card_drawing import DrawnCard
from bostoette.ui.week.card_painter import CardPainter
from bostoette.ui.week.card_shape import CardShape, draw_shape, picture_of
from bostoette.ui.week.week_grid import WeekGrid
from bostoette.ui.week.week_layout import Box
from tests.ui.week.weeks import card, span

PLACE = QPoint(7, 5)
ROUNDING = 2
"""How far a colour may lie from the other when it was mixed in two steps."""
STATUSES = (ContactStatus.PLANNED, ContactStatus.CANCELLED_BY_CITIZEN, ContactStatus.NO_SHOW)


def sheet(theme: Theme) -> QImage:
    image = QImage(220, 140, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.tokens.surface))
    return image


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize("form", [*ContactForm, None])
@pytest.mark.parametrize("status", STATUSES)
def test_a_kept_shape_looks_like_one_drawn_in_its_place(
    theme: Theme, appearance: Appearance, form: ContactForm | None, status: ContactStatus
) -> None:
    theme.use(appearance)
    shape = CardShape(look_of(form), status, 190, 118, 90)
    drawn, placed = sheet(theme), sheet(theme)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(PLACE)
    draw_shape(painter, shape, theme)
    painter.end()
    painter = QPainter(placed)
    painter.drawPixmap(QPointF(PLACE), picture_of(shape, theme, 1.0))
    painter.end()
    apart = zip(memoryview(drawn.constBits()), memoryview(placed.constBits()), strict=True)
    assert max(abs(one - other) for one, other in apart) <= ROUNDING
    assert drawn != sheet(theme)


def test_a_shape_is_drawn_sharp_for_a_fine_screen(theme: Theme) -> None:
    shape = CardShape(look_of(ContactForm.PHONE), ContactStatus.PLANNED, 101, 51, 40)
    picture = picture_of(shape, theme, 1.5)
    assert (picture.width(), picture.height()) == (152, 77)
    assert picture.devicePixelRatio() == pytest.approx(1.5)


def test_forms_that_look_alike_all_have_their_tint(grid: WeekGrid, theme: Theme) -> None:
    painter = CardPainter(theme, grid.font())
    forms = (ContactForm.PHONE, ContactForm.HOTLINE, ContactForm.PHONE)
    batch = painter.batch(
        [
            DrawnCard(
                card("A.M.", span(day, "9.00", 60), form), Box(10 + day * 100, 10, 90, 60), 60
            )
            for day, form in enumerate(forms)
        ],
        1.0,
    )
    image = sheet(theme).scaled(320, 100)
    canvas = QPainter(image)
    batch.draw(canvas)
    canvas.end()
    tints = {image.pixelColor(80 + day * 100, 60).name() for day in range(len(forms))}
    assert tints == {theme.tokens.phone_tint.lower()}


def test_only_shapes_that_are_shown_are_kept(grid: WeekGrid, theme: Theme) -> None:
    painter = CardPainter(theme, grid.font())
    visit = card("A.M.", span(0, "9.00", 60), ContactForm.PHYSICAL)
    first = painter.batch([DrawnCard(visit, Box(0, 0, 90, 60), 60)], 1.0)
    again = painter.batch([DrawnCard(visit, Box(20, 0, 90, 60), 60)], 1.0)
    assert again.pictures[0][1].cacheKey() == first.pictures[0][1].cacheKey()
    painter.batch([DrawnCard(visit, Box(0, 0, 91, 60), 60)], 1.0)
    later = painter.batch([DrawnCard(visit, Box(0, 0, 90, 60), 60)], 1.0)
    assert later.pictures[0][1].cacheKey() != first.pictures[0][1].cacheKey()
