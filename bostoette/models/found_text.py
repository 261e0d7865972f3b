"""A FoundText is one written thing that a search found, with the place where its words stand."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.search_kinds import SearchKind

Mark = tuple[int, int]
"""From one character up to another."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of what was written, on one line, and which of its characters to mark."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchLimits:
    """What is searched in: everything that is not None narrows."""

    citizen_id: Key | None = None
    author_id: Key | None = None
    form: ContactForm | None = None
    first: date | None = None
    last: date | None = None

    @property
    def narrows(self) -> bool:
        """Tell whether anything is left out."""
        return self != SearchLimits()


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A found row as the file has it."""

    number: int
    """Goes up from the newest to the oldest."""
    kind: SearchKind
    id: Key
    day: date
    citizen_id: Key
    citizen: str
    initials: str
    author: str
    """Initials; empty where nobody is named."""
    form: ContactForm | None
    note_id: Key | None
    """The note it is, or belongs to."""
    contact_id: Key | None
    text: str


@dataclass(frozen=True, slots=True)
class FoundText:
    """A found row, and a piece of it with the words marked."""

    row: FoundRow
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class FoundDraft:
    """The person's own unsigned note that was found."""

    contact_id: Key
    citizen_id: Key
    citizen: str
    initials: str
    day: date
    form: ContactForm
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What a search found: the person's own drafts, and what is signed, the newest first."""

    drafts: tuple[FoundDraft, ...]
    found: tuple[FoundText, ...]
    more: bool
    """Whether there is more than was asked for."""
