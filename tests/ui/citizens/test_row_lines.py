"""Names in the list of citizens are wrapped where there is little room, and never cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import CitizenFields, ListedCitizen
from bostoette.models.key import Key
from bostoette.services import citizens
from bostoette.services.desk import Desk
from bostoette.ui.citizens.citizen_list import CitizenList
from bostoette.ui.citizens.row_lines import LineCount, bold, wrapping
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Appearance, Theme
from tests.clock import MONDAY
from tests.ui.hands import show_active

LONG = "Maria-Alexandra Christiansdatter Nørregaard"
ENDLESS = "Overordentlighedsforsørgelsesberettiget"


@pytest.fixture
def listed(qtbot: QtBot, desk: Desk, theme: Theme, citizen_id: Key) -> Iterator[CitizenList]:
    assert citizen_id
    for name in (LONG, ENDLESS):
        desk.do(citizens.create, CitizenFields(name, primary_worker_id=desk.actor_id))
    shown = CitizenList(theme, desk.actor_id)
    qtbot.addWidget(shown)
    shown.resize(268, 600)
    shown.show_citizens(desk.read(citizens.listed, MONDAY), MONDAY)
    show_active(shown)
    yield shown
    theme.use(Appearance.LIGHT)


def lines(shown: CitizenList, theme: Theme, name: str) -> int:
    """Return how many lines of text a citizen's row has room for."""
    (row,) = (place for place, one in enumerate(shown.model.citizens) if one.name == name)
    height = shown.view.visualRect(shown.model.index(row)).height()
    return (height - theme.pixels(14)) // QFontMetrics(shown.view.font()).lineSpacing()


def test_a_name_that_fits_by_a_hair_is_counted_as_it_is_drawn(qapp: QApplication) -> None:
    """Counted as one line and drawn as two, its second half would not be seen."""
    picture = QPixmap(10, 10)
    painter = QPainter(picture)
    wrong = []
    for size in range(10, 30):
        font = bold(qapp.font())
        font.setPixelSize(size)
        painter.setFont(font)
        for name in ("David Opdigtgaard", "Bo Eksempelgaard", "AV To Wa"):
            fits = round(QFontMetricsF(font).horizontalAdvance(name))
            for room in range(fits - 5, fits + 6):
                drawn = painter.boundingRect(QRectF(0, 0, room, 1000), name, wrapping()).height()
                whole = LineCount(font, room).of(name) * QFontMetricsF(font).lineSpacing()
                if drawn > whole + 1:
                    wrong.append((size, name, room))
    painter.end()
    assert wrong == []


@pytest.mark.parametrize("percent", [100, 200])
def test_a_name_that_does_not_fit_is_wrapped_and_its_row_grows(
    listed: CitizenList, theme: Theme, percent: int
) -> None:
    theme.use(Appearance.LIGHT, percent)
    listed.resize(min(theme.pixels(268), 424), 600)
    asta, long, endless = (lines(listed, theme, one) for one in ("Asta Mortensen", LONG, ENDLESS))
    assert asta == 2
    assert long > asta
    assert endless > asta


def test_a_row_is_low_again_where_there_is_room_or_only_initials(
    listed: CitizenList, theme: Theme
) -> None:
    assert lines(listed, theme, LONG) > 2
    listed.resize(900, 600)
    assert lines(listed, theme, LONG) == 2
    listed.resize(268, 600)
    assert lines(listed, theme, LONG) > 2
    listed.set_naming(Naming(discreet=True), ())
    assert lines(listed, theme, LONG) == 2


def test_narrowing_the_list_keeps_each_row_its_own_height(
    listed: CitizenList, theme: Theme
) -> None:
    listed.search.setText("over")
    assert [one.name for one in listed.model.citizens] == [ENDLESS]
    assert lines(listed, theme, ENDLESS) > 2
    listed.search.setText("asta")
    assert lines(listed, theme, "Asta Mortensen") == 2


def test_rows_of_one_height_are_told_so_to_the_list(listed: CitizenList) -> None:
    usual: tuple[ListedCitizen, ...] = tuple(
        one for one in listed.model.citizens if one.name == "Asta Mortensen"
    )
    assert not listed.view.uniformItemSizes()
    listed.show_citizens(usual, MONDAY)
    assert listed.view.uniformItemSizes()
