"""What a citizen's page shows of her contacts: a CitizenContact is one line of the timeline."""

from datetime import date
from typing import NamedTuple

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key


class Exchanged(NamedTuple):
    """The other one where a contact came instead of another (omlagt); minutes after midnight."""

    id: Key
    day: date
    start: int
    form: ContactForm


class CitizenContact(NamedTuple):
    """One contact with a citizen, without naming others in a group."""

    id: Key
    day: date
    start: int
    """Minutes after midnight."""
    minutes: int
    form: ContactForm
    status: ContactStatus
    purpose: str
    """The purpose's title."""
    reason: str = ""
    """Why it did not take place."""
    actual_minutes: int | None = None
    unplanned: bool = False
    workers: tuple[Key, ...] = ()
    """Who holds it, the first one leading."""
    initials: tuple[str, ...] = ()
    """Theirs."""
    others: int = 0
    """How many more citizens take part."""
    agenda: tuple[str, ...] = ()
    came_from: Exchanged | None = None
    became: Exchanged | None = None

    @property
    def held_minutes(self) -> int:
        """Minutes held; the planned ones where nobody noted others."""
        return self.minutes if self.actual_minutes is None else self.actual_minutes
