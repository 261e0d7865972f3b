"""QuickAdd is one typed line, understood: a contact, a series or own time; Unclear is one not yet.

`QuickKnown` is what a line is understood against: whom one may mean, the purposes, the lengths.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bostoette.models.appointment_fields import AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan


@dataclass(frozen=True, slots=True)
class QuickCitizen:
    """A citizen who may be meant, with what a new contact takes from her."""

    id: Key
    name: str
    initials: str
    code: str
    phone: str = ""
    meeting_point: str = ""
    agreements: tuple[AgreementFields, ...] = ()


@dataclass(frozen=True, slots=True)
class QuickPurpose:
    """A purpose that may be meant; ``delivered_id`` is the delivered one whose order it takes."""

    id: str
    title: str
    delivered_id: str
    order: tuple[ContactForm, ...] = ()


@dataclass(frozen=True, slots=True)
class QuickKnown:
    """Everything a line is understood against; lengths are minutes (P71, P22)."""

    citizens: tuple[QuickCitizen, ...]
    purposes: tuple[QuickPurpose, ...]
    lengths: Mapping[ContactForm, int]
    short_minutes: int
    """The longest a short follow-up is planned for, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class QuickAdd:
    """A line that is understood; without citizens it is own time (``own``)."""

    span: TimeSpan
    citizens: tuple[QuickCitizen, ...] = ()
    form: ContactForm = ContactForm.PHYSICAL
    purpose: QuickPurpose | None = None
    own: AppointmentKind | None = None
    about: str = ""
    """What else was written: an item of the agenda, or the title of own time."""
    rule: SeriesRule | None = None
    understood: str = ""
    """How it was understood: ``tor. 26. nov. 14.00–14.30 · telefon · A.M.``."""

    def contact(self, worker: Key) -> ContactFields:
        """Return the contact to plan for a worker. Raises PlanError where something is missing."""
        first = self.citizens[0] if len(self.citizens) == 1 else None
        return ContactFields(
            span=self.span,
            form=self.form,
            purpose_id=self.purpose.id if self.purpose else "",
            workers=(worker,),
            citizens=tuple(citizen.id for citizen in self.citizens),
            phone_number=first.phone if first else "",
            meeting_point=first.meeting_point if first else "",
            agenda=(self.about,) if self.about else (),
        )

    def own_time(self) -> AppointmentFields:
        """Return the own time to plan."""
        return AppointmentFields(self.span, self.own or AppointmentKind.OTHER, self.about)


@dataclass(frozen=True, slots=True)
class Unclear:
    """A line that lacks something: what, and whom it could mean."""

    sentence: str
    choices: tuple[QuickCitizen, ...] = ()


def agreed_lines(citizen: QuickCitizen, day: date) -> tuple[AgreementLineFields, ...]:
    """Return the lines of the agreement that holds on the day."""
    for agreement in citizen.agreements:
        last = agreement.valid_to
        if agreement.valid_from <= day and (last is None or day <= last):
            return agreement.lines
    return ()
