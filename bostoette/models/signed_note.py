"""A SignedNote is a note as it is read: written, answered, agreed, and what was added to it."""

from dataclasses import dataclass
from datetime import datetime

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.note_fields import NewAgreement
from bostoette.models.note_kinds import GivenHow
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import CitizenName


@dataclass(frozen=True, slots=True)
class Addition:
    """What was added to a note after it was signed."""

    by: str
    """Initials."""
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class GivenSummary:
    """The summary that a citizen was given (P70)."""

    text: str
    how: GivenHow
    by: str
    """Initials."""
    at: datetime


@dataclass(frozen=True, slots=True)
class SignedNote:
    """One signed note, in words."""

    id: Key
    contact_id: Key
    citizen: CitizenName
    form: ContactForm
    span: TimeSpan
    """When it was held."""
    purpose: str
    author: str
    """Initials."""
    author_name: str
    signed_at: datetime
    sections: tuple[tuple[str, str], ...]
    """Heading and text, in the order they are read; the free text has no heading."""
    answers: tuple[str, ...]
    """What was tapped: ``Hjemmet: værre``, ``Trivsel: 4 af 5``."""
    goals: tuple[str, ...]
    agreed: tuple[NewAgreement, ...]
    answered: tuple[str, ...]
    """What became of earlier agreements: ``Ringe til lægen: gjort (fortalt)``."""
    additions: tuple[Addition, ...]
    summary: GivenSummary | None
    transferred_at: datetime | None
