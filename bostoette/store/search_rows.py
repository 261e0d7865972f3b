"""Questions to the index of words, newest first: a few of them, whatever the file's size.

Every question is an AND of whole terms, so the index reads each of them in order and no further
than needed; none has to be gathered. A beginning too long to be indexed is the words that begin so,
and three words side by side are two pairs, which is checked on the hits.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from bostoette.models.contact_form import ContactForm
from bostoette.models.found_text import FoundRow, SearchLimits
from bostoette.models.key import Key
from bostoette.models.search_kinds import SearchKind
from bostoette.store.plain_reader import PlainReader
from bostoette.store.search_documents import (
    LONGEST_BEGINNING,
    SOURCE_OF_KIND,
    author_mark,
    beginning_mark,
    citizen_mark,
    form_mark,
    month_mark,
    pair_mark,
)
from bostoette.store.search_index import day_of, numbers_between

Part = tuple[tuple[str, ...], bool]
"""Folded words side by side, and whether the last one only has to begin so."""
Entry = tuple[int, str, Key]
"""A number, of which kind the row is, and its key."""
_MOST_AT_ONCE = 1000
_MOST_MONTHS = 24
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
        """The marks that everything found has, but for the period's."""
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
    terms = [f'"{mark}"' for mark in asked.marks]
    for part in asked.parts:
        terms += _terms(reader, part)
    if terms:
        terms += _months(reader, asked.limits)
    if all(_is_exact(part) for part in asked.parts):
        return _rows(reader, _entries(reader, asked, terms, asked.after, limit))
    found: list[FoundRow] = []
    after, many = asked.after, limit
    while True:
        entries = _entries(reader, asked, terms, after, many)
        found += [row for row in _rows(reader, entries) if holds(row.text)]
        if len(found) >= limit or len(entries) < many:
            return found[:limit]
        after, many = entries[-1][0], min(many * 4, _MOST_AT_ONCE)


def draft_rows(reader: PlainReader, worker_id: Key) -> list[tuple[Any, ...]]:
    """Return a worker's own unsigned notes: contact, citizen, day, form and what is typed."""
    return list(reader.exec_driver_sql(_DRAFTS, (worker_id,)))


def _entries(
    reader: PlainReader, asked: IndexQuestion, terms: Sequence[str], after: int, limit: int
) -> list[Entry]:
    newest, oldest = numbers_between(asked.limits.first, asked.limits.last)
    between = (max(newest, after + 1), oldest, limit)
    if terms:
        return list(reader.exec_driver_sql(_BY_WORDS, (" AND ".join(terms), *between)))
    return list(reader.exec_driver_sql(_BY_DAY, between))


def _months(reader: PlainReader, limits: SearchLimits) -> list[str]:
    """Give what everything within the period has, so that the index stops where it ends.

    Its numbers alone would let the index look for the next hit far behind it. A period without a
    beginning goes on to the oldest anyhow, and a long one is not worth it.
    """
    if limits.first is None:
        return []
    (newest,) = reader.exec_driver_sql("SELECT min(number) FROM search_entry").fetchone()
    last = limits.last or day_of(newest or 0)
    months: list[str] = []
    first = limits.first.replace(day=1)
    while first <= last and len(months) <= _MOST_MONTHS:
        months.append(f'"{month_mark(first)}"')
        first = (first + timedelta(days=31)).replace(day=1)
    return [f"({' OR '.join(months)})"] if 0 < len(months) <= _MOST_MONTHS else []


def _terms(reader: PlainReader, part: Part) -> Iterator[str]:
    """Give what all has to be in a row where the words of a part may be."""
    words, begins = part
    whole = words[:-1] if begins else words
    if len(whole) == 1:
        yield f'"{whole[0]}"'
    yield from (f'"{pair_mark(*pair)}"' for pair in pairwise(whole))
    if begins:
        yield _beginning(reader, words[-1])


def _beginning(reader: PlainReader, letters: str) -> str:
    """Return what finds the words that begin with some letters."""
    if len(letters) <= LONGEST_BEGINNING:
        return f'"{beginning_mark(letters)}"'
    known = [f'"{row[0]}"' for row in reader.exec_driver_sql(_BEGINNING_SO, (letters,))]
    return f"({' OR '.join(known)})" if known else f'"{letters}"'


def _is_exact(part: Part) -> bool:
    """Tell whether a row that holds the terms holds the part."""
    words, begins = part
    return len(words) <= (1 if begins else 2)


def _rows(reader: PlainReader, entries: Sequence[Entry]) -> list[FoundRow]:
    """Fetch the rows of some entries, in the same order."""
    found: dict[Key, FoundRow] = {}
    by_kind: dict[str, dict[Key, int]] = {}
    for number, kind, key in entries:
        by_kind.setdefault(kind, {})[key] = number
    for kind, numbers in by_kind.items():
        places = ", ".join("?" * len(numbers))
        asked = _ROWS[SearchKind(kind)].format(places=places)
        for row in reader.exec_driver_sql(asked, tuple(numbers)):
            found[row[0]] = _row(numbers[row[0]], SearchKind(kind), row)
    return [found[key] for _number, _kind, key in entries if key in found]


def _row(number: int, kind: SearchKind, row: Iterable[Any]) -> FoundRow:
    key, day, citizen_id, _author, form, text, *people, note_id, contact_id = row
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
    SearchKind.ADDITION: ("p.id", "p.contact_id"),
    SearchKind.AGREEMENT: ("s.note_id", "s.contact_id"),
    SearchKind.GOAL: ("NULL", "NULL"),
    SearchKind.AIM: ("NULL", "NULL"),
    SearchKind.WISH: ("NULL", "NULL"),
}


def _asked_for(kind: SearchKind) -> str:
    source = SOURCE_OF_KIND[kind]
    author = f"s.{source.author}" if source.author else "NULL"
    return (
        f"SELECT {source.columns}, citizen.name, citizen.initials, worker.initials, "  # noqa: S608 - our own names
        f"{', '.join(_NOTE_OF[kind])} FROM {source.tables} "
        f"JOIN citizen ON citizen.id = {source.around}.citizen_id "
        f"LEFT JOIN worker ON worker.id = {author} "
        "WHERE s.id IN ({places})"
    )


_ROWS = {kind: _asked_for(kind) for kind in SearchKind}
_BY_WORDS = (
    "SELECT entry.number, entry.kind, entry.row_id FROM search_words AS found "
    "JOIN search_entry AS entry ON entry.number = found.rowid "
    "WHERE search_words MATCH ? AND found.rowid BETWEEN ? AND ? ORDER BY found.rowid LIMIT ?"
)
_BY_DAY = (
    "SELECT number, kind, row_id FROM search_entry WHERE number BETWEEN ? AND ? "
    "ORDER BY number LIMIT ?"
)
_BEGINNING_SO = """
    WITH RECURSIVE known (word) AS (
        SELECT (SELECT term FROM search_words_terms WHERE term >= ?1 LIMIT 1)
        UNION ALL
        SELECT (SELECT term FROM search_words_terms WHERE term >= known.word || '!' LIMIT 1)
          FROM known
         WHERE substr(known.word, 1, length(?1)) = ?1
    )
    SELECT word FROM known WHERE substr(word, 1, length(?1)) = ?1
"""
"""Steps from word to word, without reading where each stands; no letter comes before a ``!``."""
_DRAFTS = """
    SELECT contact.id, citizen.id, citizen.name, citizen.initials, contact.day, contact.form,
           draft.fields
      FROM draft
      JOIN contact ON contact.id = draft.subject_id
      JOIN citizen ON citizen.id = unhex(substr(draft.kind, 6))
     WHERE draft.worker_id = ? AND draft.kind LIKE 'note:%'
     ORDER BY contact.day DESC
"""
