"""What the week shows: a WeekContact and a WeekAppointment, as the window gets them."""

from datetime import date
from typing import NamedTuple

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import listed


class CitizenName(NamedTuple):
    """Who a citizen is, in the three lengths a screen needs."""

    id: Key
    name: str
    initials: str
    code: str


class WeekContact(NamedTuple):
    """One contact of a week, with the people in it."""

    id: Key
    version: int
    day: date
    start: int
    minutes: int
    form: ContactForm
    status: ContactStatus
    purpose_id: str
    place: ContactPlace
    agreed_with_citizen: bool
    series_id: Key | None
    workers: tuple[Key, ...]
    citizens: tuple[CitizenName, ...]
    unplanned: bool = False
    """It came up between planned ones (P23)."""
    variant: ContactVariant = ContactVariant.ORDINARY

    @property
    def span(self) -> TimeSpan:
        """When it is."""
        return TimeSpan(self.day, self.start, self.minutes)

    @property
    def initials(self) -> str:
        """Whom it is with: ``A.M.``, or ``A.M. og B.K.`` in a group."""
        return listed(citizen.initials for citizen in self.citizens)


class WeekAppointment(NamedTuple):
    """One stretch of other time."""

    id: Key
    version: int
    worker_id: Key
    kind: AppointmentKind
    title: str
    day: date
    start: int
    minutes: int
    all_day: bool

    @property
    def span(self) -> TimeSpan:
        """When it is."""
        return TimeSpan(self.day, self.start, self.minutes)
