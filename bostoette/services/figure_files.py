"""Figures and lists of drives as files: CSV and paper, with names only where they are chosen.

That something left is an act in the journal, said without names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bostoette.models.car_kind import CarKind
from bostoette.models.drive_list import Drive, DriveList
from bostoette.models.figure import Cell, Figure, FigureLine, Unit, decimal
from bostoette.models.printed_document import (
    Block,
    Facts,
    Heading,
    Paragraph,
    PrintedDocument,
    Table,
)
from bostoette.models.wording import MONTHS, MONTHS_SHORT, clock, short_day
from bostoette.services.printed import on_paper
from bostoette.store.csv_writer import Value, csv_bytes

HOW = "Sådan er det regnet: "
_NOTHING = "Der er ikke noget at tælle i perioden."
_DRIVE_HEADS = (
    "Dato",
    "Fra",
    "Til",
    "Km",
    "Bil",
    "Regnet ud, km",
    "Tæller med",
    "Bemærkning",
)


@dataclass(frozen=True, slots=True)
class FiguresHead:
    """What stands above figures that leave: whose they are, and of which days."""

    section: str
    whose: str
    """Initials or "hele teamet" where names were not chosen."""
    first: date
    last: date

    @property
    def days(self) -> str:
        """The days: ``1. okt. 2026 – 30. nov. 2026``."""
        return f"{_day(self.first)} – {_day(self.last)}"


def figures_csv(head: FiguresHead, figures: Sequence[Figure], *, names: bool) -> bytes:
    """Return figures as a CSV file; shares stand in columns of their own."""
    rows: list[Sequence[Value]] = [("Overblik", head.section, head.whose, head.days)]
    for one in figures:
        rows += [(), (one.title,), (f"{HOW}{one.how}",)]
        rows.append(tuple(_heads(one)))
        rows += [(line.named(names=names), *_values(one, line)) for line in one.lines]
    return csv_bytes(rows)


def figures_document(
    session: Session,
    head: FiguresHead,
    figures: Sequence[Figure],
    now: datetime,
    *,
    names: bool,
    discreet: bool = False,
    example: bool = False,
) -> PrintedDocument:
    """Put figures on paper."""
    blocks: list[Block] = []
    for one in figures:
        blocks.append(Heading(one.title))
        if one.empty:
            blocks.append(Paragraph(_NOTHING))
        else:
            blocks += [Paragraph(one.said)] if one.said else []
            rows = tuple(
                (line.named(names=names), *(cell.text for cell in line.cells)) for line in one.lines
            )
            wide = (2, *(1 for _head in one.heads[1:]))
            blocks.append(Table(one.heads, rows, wide))
        blocks.append(Paragraph(f"{HOW}{one.how}", quiet=True))
    return on_paper(
        session,
        f"Overblik · {head.section}",
        tuple(blocks),
        now,
        lead=f"{head.whose} · {head.days}",
        names=names,
        discreet=discreet,
        landscape=any(len(one.heads) > 6 for one in figures),  # noqa: PLR2004 - as fit upright
        example=example,
    )


def drives_csv(found: DriveList, *, names: bool) -> bytes:
    """Return a list of drives as a CSV file, its sums last."""
    rows: list[Sequence[Value]] = [
        ("Kørselsliste", _whose(found, names=names), month_said(found.month)),
        (),
        _DRIVE_HEADS,
    ]
    rows += [
        (
            one.day.isoformat(),
            one.from_code,
            one.to_code,
            one.km,
            one.car.danish,
            one.worked_out,
            "nej" if one.skipped else "ja",
            one.remark,
        )
        for one in found.drives
    ]
    rows += [(), *(("I alt", words, None, km) for words, km in _sums(found))]
    return csv_bytes(rows)


def drives_document(
    session: Session,
    found: DriveList,
    now: datetime,
    *,
    names: bool,
    discreet: bool = False,
    example: bool = False,
) -> PrintedDocument:
    """Put a list of drives on paper; in discretion without what somebody wrote."""
    rows = tuple(
        (
            short_day(one.day),
            f"{one.from_code} – {one.to_code}",
            km_said(one),
            one.car.danish,
            "" if discreet else one.remark,
        )
        for one in found.drives
    )
    blocks: tuple[Block, ...] = (
        Table(("Dato", "Fra – til", "Km", "Bil", "Bemærkning"), rows, (3, 4, 3, 3, 4)),
        Facts(tuple((words, f"{decimal(km)} km") for words, km in _sums(found))),
        Paragraph(DRIVES_HOW, quiet=True),
    )
    return on_paper(
        session,
        "Kørselsliste",
        blocks,
        now,
        lead=f"{_whose(found, names=names)} · {month_said(found.month)}",
        names=names,
        discreet=discreet,
        example=example,
    )


DRIVES_HOW = (
    "Vejen hver dag fra basen, fra kontakt til kontakt og hjem, for afholdte kontakter og dem, der "
    "blev ventet på forgæves. »Ca.« er anslået ud fra koordinater eller postnumre; det, der er "
    "rettet i hånden, tæller i stedet."
)


def month_said(month: date) -> str:
    """Say a month: ``november 2026``."""
    return f"{MONTHS[month.month - 1]} {month.year}"


def km_said(one: Drive) -> str:
    """Say a drive's kilometres, and what was worked out where somebody corrected it."""
    if one.skipped:
        return "tæller ikke"
    if one.km is None:
        return "mangler"
    corrected = one.correction is not None and one.correction.km is not None
    said = decimal(one.km)
    if corrected:
        before = "mangler" if one.worked_out is None else decimal(one.worked_out)
        return f"{said} (før {before})"
    return said if one.certain else f"ca. {said}"


def drive_when(one: Drive) -> str:
    """Say when a drive began: ``man. 23. nov. 8.45``."""
    return f"{short_day(one.day)} {clock(one.departs)}"


def _whose(found: DriveList, *, names: bool) -> str:
    return found.name if names else found.initials


def _sums(found: DriveList) -> Iterator[tuple[str, float]]:
    for car in CarKind:
        yield car.danish, round(found.km(car), 1)
    yield "Begge", round(found.km(), 1)


def _heads(one: Figure) -> Iterator[str]:
    for place, head in enumerate(one.heads):
        yield f"{head}, min" if place and _in_minutes(one, place) else head
        if place and _shared(one, place):
            yield f"{head}, %"


def _values(one: Figure, line: FigureLine) -> Iterator[Value]:
    for place, cell in enumerate(line.cells, start=1):
        yield _value(cell)
        if _shared(one, place):
            yield None if cell.words or not cell.rows else cell.share


def _shared(one: Figure, place: int) -> bool:
    return any(line.cells[place - 1].of is not None for line in one.lines)


def _in_minutes(one: Figure, place: int) -> bool:
    """Tell whether a column's numbers leave as minutes: ``2 t 45`` is 165 there."""
    return any(line.cells[place - 1].unit is Unit.MINUTES for line in one.lines)


def _value(cell: Cell) -> Value:
    if cell.words or cell.too_few:
        return cell.text
    if cell.unit is not Unit.ROWS and not cell.rows:
        return None
    number = cell.number
    return round(number, 1) if cell.unit in {Unit.KM, Unit.SCORE} else round(number)


def _day(day: date) -> str:
    return f"{day.day}. {MONTHS_SHORT[day.month - 1]} {day.year}"
