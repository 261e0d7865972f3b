"""A Group is who takes part in a contact with several citizens, as the panel shows it."""

from dataclasses import dataclass

from bostoette.models.attendance import Attendance
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.week_contact import CitizenName


@dataclass(frozen=True, slots=True)
class GroupMember:
    """One citizen in the group."""

    citizen: CitizenName
    attendance: Attendance
    consented: bool
    """Whether she has said yes, on this contact or on another one of its series (P73)."""
    noted: bool
    """Whether her own short note is written."""


@dataclass(frozen=True, slots=True)
class Group:
    """The members of a contact, and what their number says."""

    id: Key
    form: ContactForm
    variant: ContactVariant
    members: tuple[GroupMember, ...]
    said: tuple[str, ...]
    """What to look at: how many there are, and who has not said yes yet; without names."""
    asks_consent: bool
    asks_notes: bool
    """Whether each member who came gets a short note of her own: not after a webinar."""
    may_note_attendance: bool

    @property
    def came(self) -> int:
        """How many are noted as having come."""
        return sum(one.attendance is Attendance.CAME for one in self.members)
