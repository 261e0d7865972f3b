"""What is known since the last contact with a citizen: her note, agreements, and what is new."""

from dataclasses import dataclass
from datetime import date, datetime

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.note_sheet import OpenAgreement


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One signed note, in the lines that lists have room for."""

    id: Key
    contact_id: Key
    day: date
    form: ContactForm
    author: str
    """Initials."""
    text: str
    """What was written, in one line."""
    next_time: str
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class NewChange:
    """A change of profile, risk or contact agreement, by somebody else."""

    at: datetime
    by: str
    """Initials."""
    words: str
    reason: str = ""
    """As it was typed; it may name people."""


@dataclass(frozen=True, slots=True)
class CitizenNews:
    """What a worker has not read yet about a citizen (P90)."""

    notes: tuple[NoteLine, ...]
    agreements: tuple[OpenAgreement, ...]
    changes: tuple[NewChange, ...]

    @property
    def number(self) -> int:
        """How many things are new; open agreements are not by themselves."""
        return len(self.notes) + len(self.changes)


@dataclass(frozen=True, slots=True)
class SinceLast:
    """What the panel says about the last time, and whether this contact has its notes."""

    noted: bool
    noteless: bool
    """Nobody came or was seen, so there is no note to read and none to write."""
    last: NoteLine | None
    agreements: tuple[OpenAgreement, ...]
    new_notes: int
