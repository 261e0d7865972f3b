"""A WaitingNote is one thing about notes that waits for a worker: to write, give, or read."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.week_contact import CitizenName


class WaitingKind(StrEnum):
    """What waits, in the order it is shown."""

    MISSING = "missing"
    """A held contact without a note (P90)."""
    DRAFT = "draft"
    """A note begun at a contact that is not held yet."""
    NEWS = "news"
    """Notes by others on the worker's own citizens, not read yet (P90)."""
    SUMMARY = "summary"
    """A note of whose agreements the citizen has no summary yet (P70)."""
    TRANSFER = "transfer"
    """A signed note that does not stand in the municipality's case system yet."""

    @property
    def danish(self) -> str:
        """The heading."""
        return {
            WaitingKind.MISSING: "Mangler notat",
            WaitingKind.DRAFT: "Kladder",
            WaitingKind.NEWS: "Nyt på mine borgere",
            WaitingKind.SUMMARY: "Opsummering ikke givet",
            WaitingKind.TRANSFER: "Ikke overført",
        }[self]


class WaitingNote(NamedTuple):
    """One line of what waits."""

    kind: WaitingKind
    citizen: CitizenName
    contact_id: Key
    """The contact; of news the latest one."""
    form: ContactForm
    day: date
    start: int
    """Minutes after midnight."""
    late: bool = False
    """Past the rule's hours."""
    note_id: Key | None = None
    drafted_at: datetime | None = None
    """When something was last typed for it (UTC)."""
    number: int = 1
    """How many notes are new."""
