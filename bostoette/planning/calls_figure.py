"""How many call on the hotline, day by day: it goes up and down a good deal (P75)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from bostoette.models.figure import Cell, Figure, FigureLine, RowKind, decimal
from bostoette.models.figure_calls import FigureCall
from bostoette.models.figure_scope import Period
from bostoette.models.inquiry import Caller
from bostoette.models.wording import grouped, short_day
from bostoette.planning.figure_steps import by_stretch, stretches

MOST_DAYS = 31
"""With calls on more days than this they are told by weeks or months."""


def calls_by_day(calls: Sequence[FigureCall], period: Period) -> Figure:
    """Count the calls on the hotline of each day that had any, by who called."""
    days: dict[date, list[FigureCall]] = defaultdict(list)
    for one in calls:
        days[one.day].append(one)
    cut = stretches(period)
    lines = (
        [FigureLine(short_day(day), _cells(days[day])) for day in sorted(days)]
        if len(days) <= MOST_DAYS
        else [
            FigureLine(one.word, _cells(group))
            for one, group in zip(cut, by_stretch(calls, cut), strict=True)
        ]
    )
    return Figure(
        "hotline",
        "Opkald på hotlinen",
        "De opkald, der er noteret på en vagt, på den dag de kom; henvendelser uden for vagten "
        "tæller ikke med. Gennemsnittet er af de dage, der havde opkald.",
        ("Dag", "Opkald", "Borgere", "Pårørende", "Ukendte"),
        (FigureLine("I alt", _cells(calls)), *lines),
        _said(len(calls), {day: len(found) for day, found in days.items()}),
        rules=("P75",),
    )


def _cells(calls: Iterable[FigureCall]) -> tuple[Cell, ...]:
    found = tuple(calls)
    callers = (Caller.CITIZEN, Caller.RELATIVE, Caller.UNKNOWN)
    return (
        Cell(tuple(one.id for one in found), RowKind.CALL),
        *(
            Cell(tuple(one.id for one in found if one.caller is caller), RowKind.CALL)
            for caller in callers
        ),
    )


def _said(number: int, days: dict[date, int]) -> str:
    if not days:
        return "Ingen opkald er noteret på en vagt i perioden."
    most = max(days, key=lambda day: (days[day], day))
    on = "dag" if len(days) == 1 else "dage"
    return (
        f"{grouped(number)} opkald på {len(days)} {on}, i gennemsnit "
        f"{decimal(number / len(days))}; flest {short_day(most)} ({days[most]})."
    )
