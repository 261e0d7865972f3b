"""A Figure (tal på Overblik) is a small table of numbers; every number keeps the rows behind it.

So a number can be opened, and the count of what opens is the number itself.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from math import floor

from bostoette.models.contact_form import ContactForm
from bostoette.models.wording import capital, duration, grouped, listed

_WHOLE = 100
_HALF = 0.5
NOTHING = "–"


class RowKind(StrEnum):
    """What stands behind a number."""

    CONTACT = "contact"
    DAY = "day"
    """A worker's day: her key and the date."""
    NOTE = "note"
    """A note or a missing one: the keys of contact and citizen."""
    MARK = "mark"
    """A goal's mark in a note: the keys of contact, citizen and goal."""
    ANSWER = "answer"
    """A citizen's answer about a contact: the keys of both."""
    CITIZEN = "citizen"
    GOAL = "goal"
    """A goal: its citizen's key and its own."""
    MEETING = "meeting"
    """A worker whom a citizen met: the citizen's key and the worker's."""
    CALL = "call"
    """A call on the hotline."""

    def counted(self, number: int) -> str:
        """Say how many there are: ``1 kontakt``, ``12 kontakter``."""
        one, several = _COUNTED[self]
        return f"{grouped(number)} {one if number == 1 else several}"


_COUNTED = {
    RowKind.CONTACT: ("kontakt", "kontakter"),
    RowKind.DAY: ("arbejdsdag", "arbejdsdage"),
    RowKind.NOTE: ("notat", "notater"),
    RowKind.MARK: ("mærke", "mærker"),
    RowKind.ANSWER: ("svar", "svar"),
    RowKind.CITIZEN: ("borger", "borgere"),
    RowKind.GOAL: ("delmål", "delmål"),
    RowKind.MEETING: ("medarbejder, der er mødt", "medarbejdere, der er mødt"),
    RowKind.CALL: ("opkald", "opkald"),
}


class Unit(StrEnum):
    """What a number counts, and so how it is said and added up."""

    ROWS = "rows"
    MINUTES = "minutes"
    KM = "km"
    SCORE = "score"
    """An average of marks from 1 to 5."""

    def said(self, number: float) -> str:
        """Say a number in this unit."""
        match self:
            case Unit.MINUTES:
                return duration(round(number))
            case Unit.KM:
                return f"{decimal(number)} km"
            case Unit.SCORE:
                return decimal(number)
            case Unit.ROWS:
                return grouped(round(number))


@dataclass(frozen=True, slots=True)
class Cell:
    """One number with what stands behind it.

    In rows it is their number. In minutes or kilometres each row has its amount, and the number
    is their sum; a score is their average.
    """

    rows: tuple[Hashable, ...] = ()
    kind: RowKind = RowKind.CONTACT
    unit: Unit = Unit.ROWS
    amounts: tuple[float, ...] = ()
    of: int | None = None
    """The whole that the number is a share of; None where it is none."""
    certain: bool = True
    """Whether nothing in it was estimated; else it reads "ca."."""
    fewest: int = 0
    """So many rows say something; fewer are told as too few."""
    words: str = ""
    """Said instead of the number where it is no number."""

    @property
    def number(self) -> float:
        """The number itself."""
        if self.unit is Unit.ROWS:
            return len(self.rows)
        total = sum(self.amounts)
        return total / len(self.amounts) if self.unit is Unit.SCORE and self.amounts else total

    @property
    def share(self) -> int | None:
        """Whole per cent of the whole; None without one."""
        return percent(self.number, self.of) if self.of else None

    @property
    def too_few(self) -> bool:
        """Tell whether the rows are too few to say anything."""
        return len(self.rows) < self.fewest

    @property
    def opens(self) -> bool:
        """Tell whether there is anything behind it."""
        return bool(self.rows)

    @property
    def text(self) -> str:
        """Say it: ``12``, ``12 · 45 %``, ``ca. 3 t 20``, ``for få (3)``."""
        if self.words:
            return self.words
        if self.too_few:
            return f"for få ({len(self.rows)})"
        if self.unit is not Unit.ROWS and not self.rows:
            return NOTHING
        said = self.unit.said(self.number)
        if not self.certain and self.number:
            said = f"ca. {said}"
        return said if self.share is None or not self.rows else f"{said} · {self.share} %"


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A line of numbers; a person's is named as discretion and export allow."""

    label: str
    cells: tuple[Cell, ...]
    initials: str = ""
    """Said instead of the label where names are hidden; "" where nobody is named."""

    def named(self, *, names: bool) -> str:
        """Return what the line is called, with names or without."""
        return self.label if names or not self.initials else self.initials


@dataclass(frozen=True, slots=True)
class ChartPart:
    """What a part of every bar stands for: a form, or something else of its own."""

    word: str
    form: ContactForm | None = None
    tone: int = 0
    """Which of the looks without a form; told apart by their pattern."""


@dataclass(frozen=True, slots=True)
class FigureChart:
    """Bars beside each other, each with a count for every part."""

    parts: tuple[ChartPart, ...]
    bars: tuple[tuple[str, tuple[int, ...]], ...]
    """The bar's word, and its counts in the parts' order."""
    unit: Unit = Unit.ROWS
    shares: bool = False
    """Whether the parts are drawn as shares, each bar as high as the others."""
    totals: bool = True
    """Whether what the parts add up to stands above each bar."""

    @property
    def spoken(self) -> str:
        """Say of how many bars it is, and what the last one shows; the rest is in the table."""
        first, last = self.bars[0][0], self.bars[-1]
        parts = [
            f"{part.word} {number}"
            for part, number in zip(self.parts, last[1], strict=True)
            if number
        ]
        span = first if len(self.bars) == 1 else f"{len(self.bars)} søjler, {first} til {last[0]}"
        return (
            f"{capital(span)}. Den sidste, {last[0]}: {listed(parts) or '0'}. "
            "Tallene står i tabellen nedenfor."
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """A table of numbers with its heading, what it says, and how it is worked out."""

    key: str
    title: str
    how: str
    """One plain sentence: "sådan er det regnet"."""
    heads: tuple[str, ...]
    """The first names the lines."""
    lines: tuple[FigureLine, ...]
    said: str = ""
    """The gist in a sentence; also what a screen reader hears of the chart."""
    chart: FigureChart | None = None
    rules: tuple[str, ...] = ()
    openable: bool = field(default=True)
    """Whether its numbers may be opened; not in what is anonymous."""

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing in it."""
        return not any(cell.opens or cell.words for line in self.lines for cell in line.cells)


def summed(
    parts: Iterable[tuple[Hashable, float]],
) -> tuple[tuple[Hashable, ...], tuple[float, ...]]:
    """Return each row once with what it adds up to, as a Cell takes rows and amounts."""
    found: dict[Hashable, float] = {}
    for key, amount in parts:
        found[key] = found.get(key, 0) + amount
    return tuple(found), tuple(found.values())


def percent(part: float, whole: float) -> int:
    """Return whole per cent, halves rounded up as people do."""
    return floor(part * _WHOLE / whole + _HALF)


def decimal(number: float) -> str:
    """Say a number with one decimal as Danes write it: ``1.212,5``."""
    before, after = f"{number:,.1f}".split(".")
    return f"{before.replace(',', '.')},{after}"
