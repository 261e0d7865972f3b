"""Time with citizens, and how much of a day is spent on a screen (P86, P81)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.figure import (
    Cell,
    ChartPart,
    Figure,
    FigureChart,
    FigureLine,
    RowKind,
    Unit,
    summed,
)
from bostoette.models.figure_rows import FigureWork
from bostoette.models.figure_scope import Period
from bostoette.models.key import Key
from bostoette.models.wording import duration
from bostoette.planning.figure_steps import by_stretch, stretches

ON_SCREEN = frozenset({ContactForm.VIDEO, ContactForm.GROUP_ONLINE})
WorkingDays = Mapping[tuple[Key, date], int]


@dataclass(frozen=True, slots=True)
class VideoLimits:
    """How much video a day is good for (P81)."""

    contacts: int
    minutes: int
    in_a_row: int


def direct_time(
    work: Sequence[FigureWork], working: WorkingDays, period: Period, target: int
) -> Figure:
    """Add up the time with citizens, beside the working time where it is known."""
    held = [one for one in work if one.status is ContactStatus.HELD and one.citizen_id]
    cut = stretches(period)
    groups = by_stretch(held, cut)
    worked = by_stretch([_Worked(*key, minutes) for key, minutes in working.items()], cut)
    everything = [one for group in worked for one in group]
    lines = [
        FigureLine("I alt", _direct(held, everything)),
        *(
            FigureLine(one.word, _direct(group, theirs))
            for one, group, theirs in zip(cut, groups, worked, strict=True)
        ),
    ]
    with_hours = bool(working)
    bars = tuple(
        (one.word, (sum(row.minutes for row in group),))
        for one, group in zip(cut, groups, strict=True)
    )
    return Figure(
        "direct-time",
        "Tid sammen med borgere",
        "Minutterne i afholdte kontakter med borgere, som de blev holdt; er to medarbejdere med, "
        "tæller begges tid. "
        + (
            "Procenten er af arbejdstiden: de aftalte timer uden helligdage og fravær. "
            f"Teamets mål er {target} %."
            if with_hours
            else "Transport og dokumentation er ikke med."
        ),
        ("Hvornår", "Kontakter", "Tid med borgere", *(("Arbejdstid",) if with_hours else ())),
        tuple(lines if with_hours else (_without_hours(line) for line in lines)),
        _said(lines[0].cells[1]),
        FigureChart((ChartPart("tid med borgere"),), bars, Unit.MINUTES),
        ("P86",),
    )


def video_load(work: Sequence[FigureWork], period: Period, limits: VideoLimits) -> Figure:
    """Count videos, the time on them, and the days with more than is good (P81)."""
    held = [one for one in work if one.status is ContactStatus.HELD]
    cut = stretches(period)
    days = by_stretch(_days(held), cut)
    groups = by_stretch(held, cut)
    everything = tuple(one for group in days for one in group)
    lines = [
        FigureLine("I alt", _video(held, everything, limits)),
        *(
            FigureLine(one.word, _video(group, theirs, limits))
            for one, group, theirs in zip(cut, groups, days, strict=True)
        ),
    ]
    over = len(lines[0].cells[3].rows)
    return Figure(
        "video",
        "Tid på video",
        "Afholdte videosamtaler og grupper online. En dag er over grænsen med flere end "
        f"{limits.contacts} på en dag, mere end {duration(limits.minutes)} eller flere end "
        f"{limits.in_a_row} i træk.",
        ("Hvornår", "På video", "Tid på video", "Dage med video", "Dage over grænsen"),
        tuple(lines),
        "Ingen dage lå over grænsen."
        if not over
        else f"{'1 dag' if over == 1 else f'{over} dage'} lå over grænsen.",
        rules=("P81",),
    )


@dataclass(frozen=True, slots=True)
class _Day:
    """What a worker held on a day, in order of time."""

    worker_id: Key
    day: date
    held: tuple[FigureWork, ...]

    def over(self, limits: VideoLimits) -> bool:
        """Tell whether there was more video than is good."""
        videos = [one for one in self.held if one.form in ON_SCREEN]
        runs = groupby(self.held, key=lambda one: one.form in ON_SCREEN)
        longest = max((len(list(run)) for on_screen, run in runs if on_screen), default=0)
        return (
            len(videos) > limits.contacts
            or sum(one.minutes for one in videos) > limits.minutes
            or longest > limits.in_a_row
        )


def _days(held: Iterable[FigureWork]) -> list[_Day]:
    found: dict[tuple[Key, date], list[FigureWork]] = defaultdict(list)
    for one in held:
        found[one.worker_id, one.day].append(one)
    return [_Day(worker, day, tuple(own)) for (worker, day), own in found.items()]


def _video(
    held: Sequence[FigureWork], days: Sequence[_Day], limits: VideoLimits
) -> tuple[Cell, ...]:
    videos = [one for one in held if one.form in ON_SCREEN]
    rows, amounts = summed((one.contact_id, one.minutes) for one in videos)
    with_video = [one for one in days if any(row.form in ON_SCREEN for row in one.held)]
    return (
        Cell(tuple(dict.fromkeys(one.contact_id for one in videos))),
        Cell(rows, unit=Unit.MINUTES, amounts=amounts),
        Cell(tuple((one.worker_id, one.day) for one in with_video), RowKind.DAY),
        Cell(
            tuple((one.worker_id, one.day) for one in with_video if one.over(limits)), RowKind.DAY
        ),
    )


class _Worked(NamedTuple):
    """How long a worker works on a day."""

    worker_id: Key
    day: date
    minutes: int


def _direct(held: Sequence[FigureWork], worked: Sequence[_Worked]) -> tuple[Cell, ...]:
    rows, amounts = summed((one.contact_id, one.minutes) for one in held)
    whole = sum(one.minutes for one in worked)
    return (
        Cell(rows),
        Cell(rows, unit=Unit.MINUTES, amounts=amounts, of=whole or None),
        Cell(
            tuple((one.worker_id, one.day) for one in worked),
            RowKind.DAY,
            Unit.MINUTES,
            tuple(float(one.minutes) for one in worked),
        ),
    )


def _without_hours(line: FigureLine) -> FigureLine:
    return FigureLine(line.label, line.cells[:2])


def _said(cell: Cell) -> str:
    if not cell.opens:
        return "Ingen tid med borgere er afholdt i perioden."
    share = "" if cell.share is None else f", {cell.share} % af arbejdstiden"
    return f"{duration(round(cell.number))} med borgere{share}."
