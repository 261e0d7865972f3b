"""What is seen in the week, looked at point by point."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.week.card_drawing import CardArranger, DrawnCard
from bostoette.ui.week.week_card import WeekSheet
from bostoette.ui.week.week_grid import WeekGrid
from bostoette.ui.week.week_layout import Box
from tests.ui.week.weeks import CALL, SHEET, THURSDAY, VISIT, WEEK, card, span


def picture(grid: WeekGrid) -> QImage:
    return grid.viewport().grab().toImage()


def counted(image: QImage, colour: str) -> int:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(plain.constBits()).cast("I").tolist().count(QColor(colour).rgb())


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_cards_wear_the_colours_of_the_scheme(
    grid: WeekGrid, theme: Theme, appearance: Appearance
) -> None:
    theme.use(appearance)
    seen = picture(grid)
    for token in (
        "surface",
        "physical_tint",
        "phone_tint",
        "video_tint",
        "walk_tint",
        "other_tint",
    ):
        assert counted(seen, getattr(theme.tokens, token)) > 200, token


def edge(grid: WeekGrid, form: ContactForm, minutes: int = 60) -> list[str]:
    """Read the left edge of a lone card downwards, one row of pixels after the other."""
    grid.show_sheet(WeekSheet(WEEK, (card("A.M.", span(0, "9.00", minutes), form),)))
    grid.choose(None)
    box = grid.visualRect(grid.model().index(0, 0))
    seen = picture(grid)
    return [
        "".join(
            "#" if seen.pixelColor(x, y).lightness() < 180 else "."
            for x in range(box.left() + 3, box.left() + 9)
        )
        for y in range(box.top(), box.bottom() + 1)
    ]


def test_every_form_has_its_own_edge_without_any_colour(grid: WeekGrid, theme: Theme) -> None:
    solid, dashed, double, dotted = (
        set(edge(grid, form)[8:-8])
        for form in (
            ContactForm.PHYSICAL,
            ContactForm.PHONE,
            ContactForm.VIDEO,
            ContactForm.WALK_TALK,
        )
    )
    assert solid == {"####.."}
    assert {"####..", "......"} <= dashed
    assert double == {"##..##"}
    assert {"......", "####.."} <= dotted
    assert dotted - {"......", "####.."}, "dots are round"


def test_the_edge_shows_the_true_length_of_a_short_card(grid: WeekGrid, theme: Theme) -> None:
    layout = grid.week_layout()
    assert layout is not None
    rows = edge(grid, ContactForm.PHYSICAL, minutes=15)
    assert len(rows) >= 24
    marked = [place for place, row in enumerate(rows) if "#" in row]
    assert marked[-1] < layout.true_height(span(0, "9.00", 15)) <= marked[-1] + 4


def test_cancelled_missed_and_held_look_different_without_colour(grid: WeekGrid) -> None:
    seen = []
    for status in (
        ContactStatus.PLANNED,
        ContactStatus.HELD,
        ContactStatus.CANCELLED_BY_CITIZEN,
        ContactStatus.NO_SHOW,
    ):
        grid.show_sheet(
            WeekSheet(WEEK, (card("A.M.", span(0, "9.00", 60), ContactForm.PHONE, status=status),))
        )
        seen.append(picture(grid).convertToFormat(QImage.Format.Format_Grayscale8))
    for place, one in enumerate(seen):
        assert all(one != other for other in seen[place + 1 :])


@pytest.mark.parametrize("minutes", [15, 60])
def test_a_card_shows_that_the_citizen_has_not_been_told(
    grid: WeekGrid, theme: Theme, minutes: int
) -> None:
    visit = card("A.M.", span(0, "9.00", minutes), ContactForm.PHYSICAL, detail="praktisk hjælp")
    grid.show_sheet(WeekSheet(WEEK, (visit,)))
    told = picture(grid)
    grid.show_sheet(WeekSheet(WEEK, (replace(visit, uninformed=True),)))
    assert counted(picture(grid), theme.tokens.warn) > counted(told, theme.tokens.warn)


def test_the_line_for_now_lies_on_top_of_the_cards(grid: WeekGrid, theme: Theme) -> None:
    busy = card("A.M.", span(3, "12.00", 60), ContactForm.PHYSICAL)
    grid.show_sheet(WeekSheet(WEEK, (busy,), today=THURSDAY))
    assert counted(picture(grid), theme.tokens.now) == 0
    grid.show_now(12 * 60 + 24)
    box = grid.visualRect(grid.index_of(busy.key))
    assert counted(picture(grid).copy(box), theme.tokens.now) >= box.width()
    grid.show_now(None)
    assert counted(picture(grid), theme.tokens.now) == 0


def test_no_line_for_now_in_a_week_without_today(grid: WeekGrid, theme: Theme) -> None:
    grid.show_sheet(WeekSheet(WEEK, SHEET.cards))
    grid.show_now(12 * 60)
    assert counted(picture(grid), theme.tokens.now) == 0


def test_the_chosen_card_has_a_ring_and_a_stronger_one_with_the_focus(
    grid: WeekGrid, theme: Theme
) -> None:
    grid.choose(None)
    none = counted(picture(grid), theme.tokens.focus)
    grid.choose(VISIT.key)
    strong = counted(picture(grid), theme.tokens.focus)
    grid.clearFocus()
    weak = counted(picture(grid), theme.tokens.focus)
    assert none <= weak < strong


@pytest.mark.parametrize("percent", [100, 200])
def test_every_card_says_who_even_at_a_quarter_and_large_text(
    grid: WeekGrid, theme: Theme, percent: int
) -> None:
    theme.use(Appearance.LIGHT, percent)
    grid.resize(1100, 560)
    grid.show_sheet(WeekSheet(WEEK, (CALL, card("C.S.", CALL.span, ContactForm.VIDEO))))
    line = grid.fontMetrics().height()
    for row in range(2):
        grid.scrollTo(grid.model().index(row, 0))
        box = grid.visualRect(grid.model().index(row, 0))
        assert box.height() >= max(24, line)
        assert box.width() >= grid.fontMetrics().horizontalAdvance("C.S.") + 12
        words = picture(grid).copy(box)
        assert counted(words, theme.tokens.ink) > 10


@pytest.mark.parametrize("width", [44, 52, 60, 120])
def test_a_tall_card_wears_its_icon_however_narrow_it_is(
    grid: WeekGrid, theme: Theme, width: int
) -> None:
    arranger = CardArranger(theme, grid.font())
    drawing = arranger.drawing_of(DrawnCard(VISIT, Box(0, 0, width, 3 * arranger.line), 60))
    mark = next(mark for mark in drawing.marks if mark.name == "home")
    assert mark.left + arranger.icon <= width
    under = [word for word in drawing.words if mark.top - 2 <= word.top < mark.top + arranger.icon]
    assert all(word.left > mark.left for word in under)


@pytest.mark.parametrize("width", [52, 60, 120])
def test_a_tall_card_wears_that_it_was_held_however_narrow_it_is(
    grid: WeekGrid, theme: Theme, width: int
) -> None:
    arranger = CardArranger(theme, grid.font())
    held = replace(VISIT, status=ContactStatus.HELD)
    drawing = arranger.drawing_of(DrawnCard(held, Box(0, 0, width, 3 * arranger.line), 60))
    (mark,) = (mark for mark in drawing.marks if mark.name == "check")
    assert mark.left + arranger.icon <= width
    (icon,) = (one for one in drawing.marks if one.name == "home")
    assert mark.top != icon.top or mark.left >= icon.left + arranger.icon


def test_a_changed_card_is_drawn_anew(grid: WeekGrid) -> None:
    grid.choose(None)
    before = picture(grid)
    grid.show_sheet(WeekSheet(WEEK, SHEET.cards[1:], SHEET.travel, SHEET.holidays, SHEET.today))
    assert picture(grid) != before
    grid.show_sheet(SHEET)
    grid.choose(None)
    assert picture(grid) == before


def test_a_drawn_week_shows_more_when_it_is_scrolled(grid: WeekGrid) -> None:
    grid.zoom_to(3.0)
    before = picture(grid)
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().value() + 60)
    after = picture(grid)
    assert after.copy(60, 100, 500, 200) == before.copy(60, 160, 500, 200)
