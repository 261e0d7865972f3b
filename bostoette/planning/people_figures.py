"""How many faces each citizen meets (P17), and how soon notes are written (P90)."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bostoette.models.effect_rows import DueNote, MetRow
from bostoette.models.figure import (
    Cell,
    ChartPart,
    Figure,
    FigureChart,
    FigureLine,
    RowKind,
    decimal,
)
from bostoette.models.figure_scope import Period, ScopedPerson
from bostoette.models.key import Key
from bostoette.planning.figure_steps import by_stretch, stretches

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def distinct_workers(
    met: Sequence[MetRow],
    citizens: Sequence[ScopedPerson],
    last: date,
    *,
    most: int,
    window: int,
) -> Figure:
    """Count the workers whom each citizen met: in the latest days, and in the whole period."""
    first = last - timedelta(days=window - 1)
    whole: dict[Key, list[Key]] = defaultdict(list)
    lately: dict[Key, list[Key]] = defaultdict(list)
    for one in met:
        whole[one.citizen_id].append(one.worker_id)
        if one.day >= first:
            lately[one.citizen_id].append(one.worker_id)
    there = [one for one in citizens if whole[one.key]]
    there.sort(key=lambda one: -len(lately[one.key]))
    lines = tuple(
        FigureLine(
            one.name,
            (_met(one.key, lately[one.key]), _met(one.key, whole[one.key])),
            one.initials,
        )
        for one in there
    )
    numbers = Counter(len(lately[one.key]) for one in there if lately[one.key])
    over = sum(count for number, count in numbers.items() if number > most)
    return Figure(
        "workers",
        "Forskellige medarbejdere om hver borger",
        f"Hvor mange medarbejdere borgeren har mødt i afholdte kontakter, i de seneste {window} "
        f"dage af perioden og i hele perioden. Højst {most} giver ro.",
        ("Borger", f"Seneste {window} dage", "Hele perioden"),
        lines,
        _workers_said(numbers, over, most),
        _histogram(numbers, most),
        ("P17",),
    )


def notes_on_time(
    notes: Sequence[DueNote], period: Period, now: datetime, within: timedelta
) -> Figure:
    """Count the notes that were signed in time, late, or are missing; ``now`` in UTC."""
    cut = stretches(period)
    groups = by_stretch(notes, cut)
    lines = [
        FigureLine("I alt", _timely(notes, now, within)),
        *(
            FigureLine(one.word, _timely(group, now, within))
            for one, group in zip(cut, groups, strict=True)
        ),
    ]
    bars = tuple(
        (line.label, tuple(len(cell.rows) for cell in line.cells[1:4])) for line in lines[1:]
    )
    hours = round(within / timedelta(hours=1))
    share = lines[0].cells[1].share
    return Figure(
        "notes",
        "Notater til tiden",
        "Hvert notat, der er underskrevet, og hvert, der mangler om en borger, der var med i en "
        f"afholdt kontakt. Til tiden er underskrevet højst {hours} timer efter, at kontakten "
        "sluttede; mangler et notat, hvis frist ikke er gået endnu, er det ikke med.",
        ("Hvornår", "Notater", "Til tiden", "For sent", "Mangler"),
        tuple(lines),
        "Der er ingen notater at tælle." if share is None else f"{share} % er skrevet til tiden.",
        FigureChart(
            tuple(
                ChartPart(word, tone=tone)
                for tone, word in enumerate(("til tiden", "for sent", "mangler"))
            ),
            bars,
            shares=True,
        ),
        ("P90",),
    )


def _met(citizen: Key, workers: Sequence[Key]) -> Cell:
    return Cell(tuple((citizen, worker) for worker in workers), RowKind.MEETING)


def _histogram(numbers: Counter[int], most: int) -> FigureChart | None:
    if not numbers:
        return None
    parts = (ChartPart(f"højst {most}"), ChartPart("flere", tone=1))
    bars = []
    for number in range(1, max(numbers) + 1):
        word = "1 medarbejder" if number == 1 else str(number)
        count = numbers[number]
        bars.append((word, (0, count) if number > most else (count, 0)))
    return FigureChart(parts, tuple(bars))


def _workers_said(numbers: Counter[int], over: int, most: int) -> str:
    citizens = numbers.total()
    if not citizens:
        return "Ingen borgere har mødt nogen i de seneste dage af perioden."
    average = sum(number * count for number, count in numbers.items()) / citizens
    more = "ingen har" if not over else "1 borger har" if over == 1 else f"{over} borgere har"
    told = f"I gennemsnit {decimal(average)} medarbejdere om hver borger"
    return f"{told}; {more} mødt flere end {most}."


def _timely(notes: Sequence[DueNote], now: datetime, within: timedelta) -> tuple[Cell, ...]:
    timely: list[tuple[Key, Key]] = []
    late: list[tuple[Key, Key]] = []
    missing: list[tuple[Key, Key]] = []
    for one in notes:
        due = _moment(one.day, one.ends) + within
        key = (one.contact_id, one.citizen_id)
        if one.signed is not None:
            (timely if one.signed <= due else late).append(key)
        elif due < now:
            missing.append(key)
    whole = (*timely, *late, *missing)
    return (
        Cell(whole, RowKind.NOTE),
        *(
            Cell(tuple(group), RowKind.NOTE, of=len(whole) or None)
            for group in (timely, late, missing)
        ),
    )


@lru_cache(maxsize=65_536)
def _moment(day: date, minute: int) -> datetime:
    """Return the moment (UTC) of a local day and minute; contacts end at the same ones."""
    local = datetime(day.year, day.month, day.day, tzinfo=COPENHAGEN)
    return (local + timedelta(minutes=minute)).astimezone(UTC)
