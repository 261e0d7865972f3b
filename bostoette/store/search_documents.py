"""What the index of words holds of a row: its words, folded, and what can be filtered by.

A document is made from a row as the file holds it, or from the values that the journal keeps of
one, so that what was indexed can be made again and taken out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from zlib import crc32

from bostoette.models.folded_text import search_words
from bostoette.models.key import Key
from bostoette.models.search_kinds import SearchKind


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
        """What is indexed: the marks first, which no word can be mistaken for."""
        marks = [kind_mark(self.kind), citizen_mark(self.citizen_id)]
        if self.author_id is not None:
            marks.append(author_mark(self.author_id))
        if self.form is not None:
            marks.append(form_mark(self.form))
        return " ".join((*marks, *search_words(self.text)))

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
    day: str | None
    """None where day, citizen and form are those of the note it belongs to."""
    form: str | None = None

    @property
    def indexed(self) -> frozenset[str]:
        """The columns whose change changes the document."""
        own = {*self.texts, "citizen_id" if self.day else "note_id"}
        return frozenset(own.union(one for one in (self.author, self.day, self.form) if one))

    @property
    def columns(self) -> str:
        """What a question asks for, in the order of `document`; the source is ``s``."""
        text = " || char(10) || ".join(f's."{column}"' for column in self.texts)
        author = f"s.{self.author}" if self.author else "NULL"
        if self.day is None:
            return f"s.id, n.day, n.citizen_id, {author}, n.form, {text}"
        form = f"s.{self.form}" if self.form else "NULL"
        return f"s.id, s.{self.day}, s.citizen_id, {author}, {form}, {text}"

    @property
    def tables(self) -> str:
        """Where it is asked for."""
        if self.day is None:
            return f"{self.table} AS s JOIN note AS n ON n.id = s.note_id"
        return f"{self.table} AS s"

    @property
    def day_column(self) -> str:
        """The day that it goes by."""
        return "n.day" if self.day is None else f"s.{self.day}"

    def document(self, row: Iterable[Any]) -> SearchDocument:
        """Make the document of a row asked for by `columns`."""
        return SearchDocument(self.kind, *row)

    def document_of(
        self, values: Mapping[str, Any], note: Mapping[str, Any] | None
    ) -> SearchDocument:
        """Make the document of a row's values, with those of its note where it has one."""
        around = values if self.day is not None else note
        assert around is not None  # noqa: S101 - an addition belongs to a note
        form = self.form if self.day is not None else "form"
        return SearchDocument(
            self.kind,
            values["id"],
            around[self.day or "day"],
            around["citizen_id"],
            values[self.author] if self.author else None,
            around[form] if form else None,
            "\n".join(values[column] for column in self.texts),
        )


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
    Source(SearchKind.ADDITION, "note_addition", ("text",), author="author_id", day=None),
    Source(SearchKind.AGREEMENT, "agreement", ("text",), author="made_by", day="made_on"),
    Source(SearchKind.GOAL, "goal", ("words", "title"), author=None, day="status_since"),
)
SOURCE_OF = {source.table: source for source in SOURCES}
SOURCE_OF_KIND = {source.kind: source for source in SOURCES}


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
