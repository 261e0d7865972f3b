"""Indsigt: everything that is kept about one citizen, on paper, when she asks for it.

Her rows are found by walking the foreign keys (`store/belonging.py`), so no table is forgotten,
and told table by table in the words of `insight_words`. Others' names never stand here: what she
shared with other citizens is told without them.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Table
from sqlalchemy.orm import Session

from bostoette.models.base import Base
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import Block, Facts, Heading, Paragraph, PrintedDocument
from bostoette.models.printed_document import Table as PrintedTable
from bostoette.models.wording import MONTHS_SHORT, WEEKDAYS, clock
from bostoette.services.insight_words import COLUMNS, LEFT_OUT, MINUTES_OF_DAY, TABLES, VALUES
from bostoette.services.printed import on_paper
from bostoette.store.belonging import Belonging, belonging_to, tables_of_citizens
from bostoette.store.insight_rows import (
    ToldStep,
    drafts_about,
    exports_of,
    listed_words,
    others_sharing,
    steps_about,
    worker_words,
)
from bostoette.store.plain_row import lively

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_LEAD = (
    "Alt, hvad programmet gemmer om borgeren. Kommunens fagsystem kan indeholde mere. "
    "Andre borgeres navne er ikke med."
)
_NARROW = 6
"""Tables with so many columns that say something are told as a table; wider ones row by row."""
_TAPPED = (
    "tap ", "goal ", "answer ", "needs visit", "new agreement d", "start", "minutes", "nothing"
)  # fmt: skip
"""How the names of what is tapped and timed in the draft of a note begin."""
Told = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class _Names:
    """What keys are called: workers, listed things, and her own contacts, notes and goals."""

    workers: Mapping[Key, str]
    listed: Mapping[str, str]
    own: Mapping[Key, str]


def insight(
    session: Session,
    citizen_id: Key,
    printed_at: datetime,
    told: Told = lambda _number: None,
    *,
    example: bool = False,
) -> PrintedDocument:
    """Gather everything about a citizen; ``told`` hears how far the journal is looked through.

    Raises PlanError where she is gone.
    """
    found = belonging_to(session, citizen_id)
    if not found.rows["citizen"]:
        raise PlanError(
            "Borgeren findes ikke længere. Intet er ændret; se listen over borgere igen."
        )
    names = _Names(worker_words(session), listed_words(session), _own_names(found))
    blocks: list[Block] = []
    for table in TABLES:
        blocks += _table(Base.metadata.tables[table], found.rows[table], names)
    blocks += _shared(found)
    blocks += _beside(session, found)
    steps = steps_about(session, found, told)
    blocks += _journal(steps, names, others_sharing(session, found))
    who = found.rows["citizen"][0]["name"]
    return on_paper(
        session,
        f"Indsigt: {who}",
        tuple(blocks),
        printed_at,
        lead=_LEAD,
        names=True,
        example=example,
    )


def shown_columns(table: Table) -> tuple[str, ...]:
    """Return a table's columns that are told."""
    return tuple(one.name for one in table.columns if one.name not in LEFT_OUT)


def _table(table: Table, rows: list[Any], names: _Names) -> Iterator[Block]:
    if not rows:
        return
    title = f"{TABLES[table.name]} ({len(rows)})" if len(rows) > 1 else TABLES[table.name]
    yield Heading(title)
    every = shown_columns(table)
    told = [{name: _said(name, row[name], names) for name in every} for row in _in_time(rows)]
    shown = [name for name in every if any(one[name] for one in told)]
    if 0 < len(shown) <= _NARROW and len(rows) > 1:
        heads = tuple(COLUMNS.get(name, name) for name in shown)
        yield PrintedTable(heads, tuple(tuple(one[name] for name in shown) for one in told))
        return
    for number, one in enumerate(told, 1):
        if len(told) > 1:
            yield Heading(_row_title(one, number), 2)
        yield Facts(tuple((COLUMNS.get(name, name), said) for name, said in one.items() if said))


def _row_title(told: Mapping[str, str], number: int) -> str:
    """Name a row by its day and its form or words, or by its number."""
    days = ("day", "made_on", "said_on", "valid_from", "lent_on", "due", "judged_on", "asked_on")
    day = next((told[name] for name in days if told.get(name)), "")
    what = told.get("form") or told.get("words") or told.get("title") or ""
    return " · ".join(filter(None, (day, what))) or f"Nr. {number}"


def _in_time(rows: list[Any]) -> list[Any]:
    """Put rows in the order of their day and start, where they have one."""
    return sorted(rows, key=lambda row: (str(row.get("day") or ""), row.get("start") or 0))


def _own_names(found: Belonging) -> dict[Key, str]:
    """Say what is referred to: ``telefon 26. nov. 2026 kl. 09.00``."""
    own: dict[Key, str] = {}
    for kept in (found.rows, found.shared):
        for row in kept.get("contact", ()):
            own[row["id"]] = (
                f"{row['form'].short_name} {_day(row['day'])} kl. {clock(row['start'])}"
            )
    for row in found.rows["note"]:
        own[row["id"]] = f"notat {_day(row['day'])}"
    for table in ("goal", "wish", "aim"):
        for row in found.rows[table]:
            own[row["id"]] = row.get("words") or row.get("title") or ""
    for row in found.rows["agreement"]:
        own[row["id"]] = row["text"]
    for row in found.rows["contact_agreement"]:
        own[row["id"]] = f"aftale fra {_day(row['valid_from'])}"
    return own


def _said(name: str, value: Any, names: _Names) -> str:  # noqa: PLR0911 - one line a kind of value
    """Say a stored value in Danish words."""
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, bytes):
        return names.workers.get(value) or names.own.get(value) or ""
    if isinstance(value, StrEnum):
        return _word(name, value)
    if isinstance(value, datetime):
        local = value.astimezone(COPENHAGEN)
        return f"{_day(local.date())} kl. {clock(local.hour * 60 + local.minute)}"
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, tuple | list):
        return ", ".join(_said(name, one, names) for one in value)
    if isinstance(value, int) and name in MINUTES_OF_DAY:
        return clock(value)
    if isinstance(value, int) and name in {"weekday", "weekdays"}:
        return WEEKDAYS[value]
    return names.listed.get(value, value) if isinstance(value, str) else _plainly(value)


def _word(name: str, value: StrEnum) -> str:
    """Say one of a fixed set of words in Danish."""
    own = getattr(value, "danish", "") or getattr(value, "full_name", "")
    return str(own) or VALUES[name, value.value]


def _plainly(value: Any) -> str:
    """Say a number or a small value of several parts."""
    fields = getattr(value, "__slots__", None)
    if isinstance(value, int | float) or not fields:
        return str(value)
    parts = (getattr(value, name) for name in fields)
    return " ".join(str(getattr(one, "danish", one)) for one in parts if one is not None)


def _day(day: date) -> str:
    return f"{day.day}. {MONTHS_SHORT[day.month - 1]} {day.year}"


def _shared(found: Belonging) -> Iterator[Block]:
    """Tell of contacts with others that she was in one: day and form alone."""
    rows = found.shared.get("contact", [])
    if rows:
        yield Heading("Kontakter sammen med andre")
        lines = tuple(
            (_day(row["day"]), clock(row["start"]), row["form"].full_name, row["status"].danish)
            for row in _in_time(rows)
        )
        yield PrintedTable(("Dag", "Tid", "Form", "Status"), lines)


def _beside(session: Session, found: Belonging) -> Iterator[Block]:
    """Tell what is half-written, and when something left as a calendar event."""
    drafts = drafts_about(session, found)
    if drafts:
        yield Heading("Kladder, der ikke er gemt færdigt")
    for one in drafts:
        yield Heading(f"{_moment(one.saved_at)} · {one.who}", 2)
        yield Paragraph(" · ".join(_half_written(one.fields)))
    exported = exports_of(session, found)
    if exported:
        yield Heading("Sendt til kalendere")
        yield Paragraph(", ".join(dict.fromkeys(_moment(at) for at in exported)))


def _half_written(fields: Mapping[str, str]) -> Iterator[str]:
    """Give the words of a draft, without the places of taps, which say nothing outside a form."""
    for name, said in fields.items():
        if name == "made":
            yield from (agreed[0] for agreed in json.loads(said))
        elif said and not name.startswith(_TAPPED):
            yield str(said)


def _journal(steps: tuple[ToldStep, ...], names: _Names, others: frozenset[str]) -> Iterator[Block]:
    """Tell every change, and then who read, printed or sent something of hers."""
    for title, acts in (("Ændringer", False), ("Læst, underskrevet, udskrevet og sendt", True)):
        told = [one for one in steps if one.is_act is acts]
        if not told:
            continue
        yield Heading(title)
        rows = tuple(
            (_moment(one.at), one.who, _without(one.label, others), _changed(one, names))
            for one in told
        )
        yield PrintedTable(("Hvornår", "Hvem", "Hvad", "Fra og til"), rows, (3, 3, 4, 7))


def _changed(step: ToldStep, names: _Names) -> str:
    """Say which values were changed: ``Adresse: Ågade 1 → Nygade 2``; new rows are told above."""
    lines: list[str] = []
    known = {table.name for table in tables_of_citizens()}
    for table, before, after in step.changes:
        if not before or table not in known:
            continue
        columns = {one.name: one for one in Base.metadata.tables[table].columns}
        for name in sorted({*before, *after} - LEFT_OUT):
            if name not in columns:
                continue
            was, now = (
                _said(name, lively(columns[name], values.get(name)), names)
                for values in (before, after)
            )
            if was != now:
                lines.append(f"{COLUMNS.get(name, name)}: {was or '–'} → {now or '–'}")
    return "\n".join(lines)


def _without(label: str, others: frozenset[str]) -> str:
    """Leave out the initials of those she shared a contact with."""
    for initials in others:
        label = label.replace(initials, "–")
    return label


def _moment(at: datetime) -> str:
    local = at.astimezone(COPENHAGEN)
    return f"{_day(local.date())} kl. {clock(local.hour * 60 + local.minute)}"
