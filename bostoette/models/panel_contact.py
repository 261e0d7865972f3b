"""A PanelContact is one contact with everything the panel beside the week says about it.

What does not belong to the contact's form is empty here: a call has no address.
"""

from dataclasses import dataclass
from datetime import date

from bostoette.models.citizen_life import PairRelation
from bostoette.models.contact_fields import Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import CitizenName
from bostoette.models.wording import listed


@dataclass(frozen=True, slots=True)
class PanelWorker:
    """A worker of the contact; the first one holds it."""

    id: Key
    name: str
    initials: str


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """One point of the agenda."""

    id: Key
    text: str
    done: bool


@dataclass(frozen=True, slots=True)
class FormDetails:
    """What is needed to hold the contact in its form; other forms' fields are empty."""

    phone: str = ""
    phone_is_the_citizens: bool = False
    platform: str = ""
    link: str = ""
    place: ContactPlace | None = None
    """Only of a visit."""
    place_text: str = ""
    address: str = ""
    """The citizen's, where the contact is held at home."""
    meeting_point: str = ""
    bad_weather_plan: str = ""


@dataclass(frozen=True, slots=True)
class LinkedContact:
    """The contact that this one came instead of, or that came instead of this one."""

    id: Key
    span: TimeSpan
    form: ContactForm


@dataclass(frozen=True, slots=True)
class OpenTask:
    """Something about this contact that is still to be told the citizen (P49)."""

    id: Key
    text: str


@dataclass(frozen=True, slots=True)
class LastHeld:
    """The citizen's latest contact before this one that was held."""

    day: date
    form: ContactForm
    worker: PanelWorker | None


@dataclass(frozen=True, slots=True)
class PanelContact:
    """One contact, for whoever looks at it."""

    id: Key
    version: int
    span: TimeSpan
    form: ContactForm
    purpose: str
    status: ContactStatus
    status_reason: str
    actual: TimeSpan | None
    """When it was held; None where that is not noted."""
    agreed_with_citizen: bool
    unplanned: bool
    plan_b: str
    citizens: tuple[CitizenName, ...]
    workers: tuple[PanelWorker, ...]
    participants: tuple[Participant, ...]
    agenda: tuple[AgendaPoint, ...]
    details: FormDetails
    series_said: str
    """``hver uge tirsdag kl. 9.00, indtil videre``; empty outside a series."""
    instead_of: LinkedContact | None
    replaced_by: LinkedContact | None
    to_tell: OpenTask | None
    last_held: LastHeld | None
    variant: ContactVariant = ContactVariant.ORDINARY
    relation: PairRelation | None = None
    """How well the one who holds it and its only citizen know each other (P15)."""
    what_matters: str = ""
    """To the citizen, when we meet and part; told of a contact at a distance (P30)."""
    halted: str = ""
    """Why the way to less support holds, where contact is lost (P43)."""

    @property
    def initials(self) -> str:
        """Whom it is with: ``A.M.``, or ``A.M. og B.K.`` in a group."""
        return listed(citizen.initials for citizen in self.citizens)
