"""Repaint a busy week 500 times in a plain process: ``python -m tests.ui.repaint_500_times``.

Some versions of PySide6 lose a reference to None at nearly every call that returns nothing, and the
process aborts after some thousands of them (docs/dependencies.md). A test suite stays green
meanwhile, because pytest holds None often enough; so this is run by itself.
"""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import new_key
from bostoette.models.timespan import TimeSpan
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_card import WeekCard, WeekSheet
from bostoette.ui.week.week_grid import WeekGrid

REPAINTS = 500
WEEK = IsoWeek(2026, 48)
CARDS_A_DAY = 8


def busy_week() -> WeekSheet:
    """Plan forty contacts of all forms."""
    forms = tuple(ContactForm)
    cards = [
        WeekCard(
            key=new_key(),
            span=TimeSpan(WEEK.monday, 8 * 60 + place * 60, 45).moved(days=day),
            title="A.M.",
            form=forms[(day + place) % len(forms)],
        )
        for day in range(5)
        for place in range(CARDS_A_DAY)
    ]
    return WeekSheet(WEEK, tuple(cards))


def main() -> None:
    """Move a card to and fro, so that the week is really drawn each time, and say how often."""
    app = QApplication([])
    grid = WeekGrid(Theme(app))
    grid.resize(1100, 700)
    grid.show()
    sheet = busy_week()
    moved = replace(sheet.cards[0], span=sheet.cards[0].span.moved(minutes=15))
    sheets = (sheet, replace(sheet, cards=(moved, *sheet.cards[1:])))
    for number in range(REPAINTS):
        grid.show_sheet(sheets[number % 2])
        grid.viewport().repaint()
        app.processEvents()
    print(REPAINTS)  # noqa: T201 - the test that started this process reads it


if __name__ == "__main__":
    main()
