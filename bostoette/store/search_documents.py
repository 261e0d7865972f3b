"""What the index of words holds of a row: its words, folded, and what can be filtered by.

A document is made from a row as the file holds it, or from the values that the journal keeps of
one, so that what was indexed can be made again and taken out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any
from zlib import crc32

from bostoette.models.folded_text import search_words
from bostoette.models.key import Key
from bostoette.models.search_kinds import SearchKind

LONGEST_BEGINNING = 8
"""Beginnings of words up to so many letters are indexed."""


@dataclass(frozen=True)
class SearchDocument:
    """One row's words, and whose, whence, by whom and in which form they are."""

    kind: SearchKind
    row_id: Key
    day: str
    """In ISO form."""
    citizen_id: Key
    author_id: Key | None
    form: str | None
    text: str

    @cached_property
    def words(self) -> str:
        """What is indexed, each thing once: the marks, which no word can be mistaken for, first."""
        month = month_mark(date.fromisoformat(self.day))
        marks = [kind_mark(self.kind), citizen_mark(self.citizen_id), month]
        if self.author_id is not None:
            marks.append(author_mark(self.author_id))
        if self.form is not None:
            marks.append(form_mark(self.form))
        return " ".join((*marks, *_terms(search_words(self.text))))

    @property
    def checksum(self) -> int:
        """Tell the indexed words from others."""
        return crc32(self.words.encode())


@dataclass(frozen=True, slots=True)
class Source:
    """A table that is searched in: which columns are words, and which can be filtered by."""

    kind: SearchKind
    table: str
    texts: tuple[str, ...]
    author: str | None
    day: str
    form: str | None = None
    parent: str | None = None
    """The table that has day, citizen and form, where those are of what the row belongs to."""

    @property
    def link(self) -> str:
        """The column that says what it belongs to."""
        return f"{self.parent}_id"

    @property
    def around(self) -> str:
        """The name under which a question asks for day, citizen and form."""
        return "p" if self.parent else "s"

    @property
    def indexed(self) -> frozenset[str]:
        """The columns whose change changes the document."""
        own = {*self.texts, self.author, *({self.link} if self.parent else self._places)}
        return frozenset(one for one in own if one)

    @property
    def columns(self) -> str:
        """What a question asks for, in the order of `document`; the source is ``s``."""
        text = " || char(10) || ".join(f's."{column}"' for column in self.texts)
        author = f"s.{self.author}" if self.author else "NULL"
        form = f"{self.around}.{self.form}" if self.form else "NULL"
        return f"s.id, {self.day_column}, {self.around}.citizen_id, {author}, {form}, {text}"

    @property
    def tables(self) -> str:
        """Where it is asked for."""
        if self.parent:
            return f"{self.table} AS s JOIN {self.parent} AS p ON p.id = s.{self.link}"
        return f"{self.table} AS s"

    @property
    def day_column(self) -> str:
        """The day that it goes by."""
        return f"{self.around}.{self.day}"

    def document(self, row: Iterable[Any]) -> SearchDocument:
        """Make the document of a row asked for by `columns`."""
        return SearchDocument(self.kind, *row)

    def document_of(self, values: Mapping[str, Any], around: Mapping[str, Any]) -> SearchDocument:
        """Make the document of a row's values, with those that have its day, citizen and form."""
        return SearchDocument(
            self.kind,
            values["id"],
            around[self.day],
            around["citizen_id"],
            values[self.author] if self.author else None,
            around[self.form] if self.form else None,
            "\n".join(values[column] for column in self.texts),
        )

    @property
    def _places(self) -> set[str | None]:
        return {"citizen_id", self.day, self.form}


SOURCES = (
    Source(
        SearchKind.NOTE,
        "note",
        (
            "since_last_text",
            "did_text",
            "text",
            "observed_text",
            "told_text",
            "next_time_text",
        ),
        author="author_id",
        day="day",
        form="form",
    ),
    Source(
        SearchKind.ADDITION,
        "note_addition",
        ("text",),
        author="author_id",
        day="day",
        form="form",
        parent="note",
    ),
    Source(SearchKind.AGREEMENT, "agreement", ("text",), author="made_by", day="made_on"),
    Source(SearchKind.GOAL, "goal", ("words", "title"), author=None, day="status_since"),
    Source(SearchKind.AIM, "aim", ("title",), author=None, day="said_on", parent="wish"),
    Source(SearchKind.WISH, "wish", ("words",), author=None, day="said_on"),
)
SOURCE_OF = {source.table: source for source in SOURCES}
SOURCE_OF_KIND = {source.kind: source for source in SOURCES}


def month_mark(day: date) -> str:
    """Return the mark of the month that a day lies in."""
    return f"_m{day:%Y%m}"


def beginning_mark(letters: str) -> str:
    """Return the mark of a word that begins so; at most `LONGEST_BEGINNING` letters have one."""
    return f"-{letters}"


def pair_mark(first: str, second: str) -> str:
    """Return the mark of two words side by side."""
    return f"+{first}+{second}"


def kind_mark(kind: SearchKind) -> str:
    """Return the mark of a kind."""
    return f"_k{kind.value}"


def citizen_mark(citizen_id: Key) -> str:
    """Return the mark of a citizen."""
    return f"_c{citizen_id.hex()}"


def author_mark(worker_id: Key) -> str:
    """Return the mark of whoever wrote it."""
    return f"_a{worker_id.hex()}"


def form_mark(form: str) -> str:
    """Return the mark of a contact's form."""
    return f"_f{form}"


def _terms(words: Sequence[str]) -> Iterator[str]:
    """Give the words of a text, then their beginnings, then the pairs side by side: each once."""
    known = dict.fromkeys(words)
    yield from known
    lengths = range(1, LONGEST_BEGINNING + 1)
    beginnings = dict.fromkeys(word[:length] for word in known for length in lengths)
    yield from (f"-{letters}" for letters in beginnings)
    yield from dict.fromkeys(f"+{first}+{second}" for first, second in pairwise(words))
