"""Asking for figures in tests, and reading them."""

from datetime import date, datetime, time, timedelta

from bostoette.models.figure import Cell, Figure
from bostoette.models.figure_scope import Ask, Period, Scope, Section
from bostoette.services.behind_figures import behind
from bostoette.services.desk import Desk
from bostoette.services.figures import figures_of
from tests.clock import MONDAY

TODAY = MONDAY + timedelta(days=6)
NOW = datetime.combine(TODAY, time(20))
WEEKS = Period(MONDAY - timedelta(weeks=1), TODAY)
"""Week 47 and 48."""


def figure(desk: Desk, scope: Scope, section: Section, key: str, period: Period = WEEKS) -> Figure:
    """Ask for one figure."""
    ask = Ask(scope, period, NOW)
    found = desk.read(figures_of, desk.actor_id, ask, section)
    return next(one for one in found if one.key == key)


def cells(shown: Figure, label: str) -> dict[str, Cell]:
    """Return a line's numbers by their heads."""
    line = next(one for one in shown.lines if one.label == label)
    return dict(zip(shown.heads[1:], line.cells, strict=True))


def texts(shown: Figure, label: str) -> list[str]:
    """Return a line's numbers as they read."""
    return [cell.text for cell in cells(shown, label).values()]


def holds(desk: Desk, shown: Figure, today: date = TODAY) -> None:
    """Open every number: as many rows come as it says, and they add up to it."""
    for line in shown.lines:
        for cell in line.cells:
            if cell.opens:
                found = desk.read(behind, desk.actor_id, cell, today, names=True)
                assert len(found.rows) == len(cell.rows)
                amounts = [row.amount for row in found.rows if row.amount is not None]
                assert sum(amounts) == sum(cell.amounts)
