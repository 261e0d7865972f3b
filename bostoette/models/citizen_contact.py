"""What a citizen's page shows of her contacts: a CitizenContact is one line of the timeline."""

from datetime import date
from typing import NamedTuple

from bostoette.models.attendance import Attendance
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_variant import ContactVariant
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
    note: str = ""
    """What its note says, in one line, with what was agreed."""
    note_answers: str = ""
    """What the citizen answered, and the goals the note tells of."""
    came_from: Exchanged | None = None
    became: Exchanged | None = None
    variant: ContactVariant = ContactVariant.ORDINARY
    attendance: Attendance = Attendance.NOT_NOTED
    went_over: ContactForm | None = None
    """The form it was agreed in, where the technology took it to the phone (P65)."""

    @property
    def meets(self) -> bool:
        """Tell whether people meet face to face in it (P01), at the door only if she came (P52)."""
        at_the_door = self.variant is ContactVariant.DELIVERY
        return self.form.face_to_face and (not at_the_door or self.attendance is Attendance.CAME)

    @property
    def stayed_away(self) -> bool:
        """Tell whether she did not come to a group that others came to (P61)."""
        away = self.attendance is Attendance.DID_NOT_COME
        return away and self.variant is not ContactVariant.DELIVERY

    @property
    def held_minutes(self) -> int:
        """Minutes held; the planned ones where nobody noted others."""
        return self.minutes if self.actual_minutes is None else self.actual_minutes
