"""A grid that holds 300 contacts of one worker: 60 a day, four forms, warnings and series."""

from types import SimpleNamespace

from bostoette.models.contact_form import CORE_FORMS
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import new_key
from bostoette.models.timespan import TimeSpan
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_card import WeekCard, WeekSheet
from bostoette.ui.week.week_grid import WeekGrid

WEEK = IsoWeek(2026, 48)
A_DAY = 60
AT_ONCE = 5


def crowded_grid(theme: Theme, size: tuple[int, int]) -> SimpleNamespace:
    """Show the grid, and give it as a page gives it."""
    cards = []
    for place, day in enumerate(WEEK.days[:5]):
        for number in range(A_DAY):
            start = 7 * 60 + number // AT_ONCE * 50
            cards.append(
                WeekCard(
                    new_key(),
                    TimeSpan(day, start, 45),
                    f"{chr(65 + number % 26)}.{chr(65 + place)}.",
                    CORE_FORMS[number % 4],
                    detail="støttende samtale",
                    series=number % 3 == 0,
                    warning="Kort luft" if number % 7 == 0 else None,
                )
            )
    grid = WeekGrid(theme)
    grid.resize(*size)
    grid.show_sheet(WeekSheet(WEEK, tuple(cards), today=WEEK.monday))
    grid.show()
    return SimpleNamespace(grid=grid)
