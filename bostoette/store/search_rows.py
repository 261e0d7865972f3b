"""Questions to the index of words, newest first: a few of them, whatever the file's size.

Beginnings of words that have an index of their own are read from it, in order and no further than
needed. A longer beginning is looked for by the longest one that has, and checked on the hits; only
where those are few among many are all words with that beginning gathered, which are few then.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bostoette.models.contact_form import ContactForm
from bostoette.models.found_text import FoundRow, SearchLimits
from bostoette.models.key import Key
from bostoette.models.search_kinds import SearchKind
from bostoette.store.plain_reader import PlainReader
from bostoette.store.search_documents import SOURCE_OF_KIND, author_mark, citizen_mark, form_mark
from bostoette.store.search_index import PREFIXES, numbers_between

Part = tuple[tuple[str, ...], bool]
"""Folded words side by side, and whether the last one only has to begin so."""
_CHECKED_AT_ONCE = (60, 180)
_MOST_LETTERS = max(PREFIXES)
_FORMS = {form.value: form for form in ContactForm}


@dataclass(frozen=True, slots=True)
class IndexQuestion:
    """What is asked: words, limits, and where to go on from."""

    parts: Sequence[Part]
    limits: SearchLimits
    after: int = -1
    """Only higher numbers, that is older things."""

    @property
    def marks(self) -> list[str]:
        """The marks that everything found has."""
        limits = self.limits
        marks = []
        if limits.citizen_id is not None:
            marks.append(citizen_mark(limits.citizen_id))
        if limits.author_id is not None:
            marks.append(author_mark(limits.author_id))
        if limits.form is not None:
            marks.append(form_mark(limits.form.value))
        return marks


def found_rows(
    reader: PlainReader, asked: IndexQuestion, holds: Callable[[str], bool], limit: int
) -> list[FoundRow]:
    """Return the newest rows that hold all words; ``holds`` checks a text where it must be."""
    if all(_is_indexed(part) for part in asked.parts):
        return _rows(reader, _numbers(reader, asked, asked.after, limit, whole=True))
    found: list[FoundRow] = []
    after = asked.after
    for many in _CHECKED_AT_ONCE:
        numbers = _numbers(reader, asked, after, many, whole=False)
        found += [row for row in _rows(reader, numbers) if holds(row.text)]
        if len(found) >= limit or len(numbers) < many:
            return found[:limit]
        after = numbers[-1]
    rest = _numbers(reader, asked, after, limit - len(found), whole=True)
    return found + _rows(reader, rest)


def draft_rows(reader: PlainReader, worker_id: Key) -> list[tuple[Any, ...]]:
    """Return a worker's own unsigned notes: contact, citizen, day, form and what is typed."""
    return list(reader.exec_driver_sql(_DRAFTS, (worker_id,)))


def _numbers(
    reader: PlainReader, asked: IndexQuestion, after: int, limit: int, *, whole: bool
) -> list[int]:
    newest, oldest = numbers_between(asked.limits.first, asked.limits.last)
    between = (max(newest, after + 1), oldest, limit)
    terms = [f'"{mark}"' for mark in asked.marks]
    terms += [_term(part, whole=whole) for part in asked.parts]
    if terms:
        rows = reader.exec_driver_sql(_BY_WORDS, (" AND ".join(terms), *between))
    else:
        rows = reader.exec_driver_sql(_BY_DAY, between)
    return [row[0] for row in rows]


def _term(part: Part, *, whole: bool) -> str:
    words, begins = part
    last = words[-1]
    if begins and not whole and not _is_indexed(part):
        last = last[: max(length for length in PREFIXES if length < len(last))]
    return f'"{" ".join((*words[:-1], last))}"{" *" if begins else ""}'


def _is_indexed(part: Part) -> bool:
    """Tell whether the index finds it in order, without gathering."""
    words, begins = part
    return not begins or len(words[-1]) in PREFIXES


def _rows(reader: PlainReader, numbers: Sequence[int]) -> list[FoundRow]:
    """Fetch the rows of some numbers, in the same order."""
    if not numbers:
        return []
    some = ", ".join(str(number) for number in numbers)
    found: dict[int, FoundRow] = {}
    for kind in SearchKind:
        for row in reader.exec_driver_sql(_ROWS[kind].format(numbers=some)):
            found[row[0]] = _row(kind, row)
    return [found[number] for number in numbers if number in found]


def _row(kind: SearchKind, row: Iterable[Any]) -> FoundRow:
    number, key, day, citizen_id, _author, form, text, *people, note_id, contact_id = row
    citizen, initials, author = people
    return FoundRow(
        number,
        kind,
        key,
        date.fromisoformat(day),
        citizen_id,
        citizen,
        initials,
        author or "",
        _FORMS.get(form),
        note_id,
        contact_id,
        text,
    )


_NOTE_OF = {
    SearchKind.NOTE: ("s.id", "s.contact_id"),
    SearchKind.ADDITION: ("n.id", "n.contact_id"),
    SearchKind.AGREEMENT: ("s.note_id", "s.contact_id"),
    SearchKind.GOAL: ("NULL", "NULL"),
}


def _asked_for(kind: SearchKind) -> str:
    source = SOURCE_OF_KIND[kind]
    author = f"s.{source.author}" if source.author else "NULL"
    citizen = "s.citizen_id" if source.day else "n.citizen_id"
    kept = source.tables.replace(f"{source.table} AS s", f"{source.table} AS s ON s.id = e.row_id")
    return (
        f"SELECT e.number, {source.columns}, citizen.name, citizen.initials, worker.initials, "  # noqa: S608 - our own names
        f"{', '.join(_NOTE_OF[kind])} FROM search_entry AS e JOIN {kept} "
        f"JOIN citizen ON citizen.id = {citizen} LEFT JOIN worker ON worker.id = {author} "
        f"WHERE e.number IN ({{numbers}}) AND e.kind = '{kind.value}'"
    )


_ROWS = {kind: _asked_for(kind) for kind in SearchKind}
_BY_WORDS = (
    "SELECT rowid FROM search_words WHERE search_words MATCH ? AND rowid BETWEEN ? AND ? "
    "ORDER BY rowid LIMIT ?"
)
_BY_DAY = "SELECT number FROM search_entry WHERE number BETWEEN ? AND ? ORDER BY number LIMIT ?"
_DRAFTS = """
    SELECT contact.id, citizen.id, citizen.name, citizen.initials, contact.day, contact.form,
           draft.fields
      FROM draft
      JOIN contact ON contact.id = draft.subject_id
      JOIN citizen ON citizen.id = unhex(substr(draft.kind, 6))
     WHERE draft.worker_id = ? AND draft.kind LIKE 'note:%'
     ORDER BY contact.day DESC
"""
