"""The tray "Mangler en tid": what was agreed with citizens and has no time yet (P02)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.team import Purpose
from bostoette.models.timespan import TimeSpan
from bostoette.models.tray_contact import TimedContact
from bostoette.models.week_contact import CitizenName
from bostoette.models.wording import WEEKDAYS, clock
from bostoette.planning.tray import (
    MissingLine,
    agreement_for,
    days_needed,
    missing_lines,
    receives_support,
)
from bostoette.services import contacts
from bostoette.services.open_citizen import open_citizen
from bostoette.services.unplanned import ACUTE
from bostoette.services.usual_video import with_usual_video
from bostoette.store.conditions_file import delivered_conditions
from bostoette.store.journal import describe
from bostoette.store.tray_rows import AgreedCitizen, agreed_citizens, contacts_to_count

LATER = timedelta(weeks=1)
"""How long after a week one looks for what came instead of its contacts."""


@dataclass(frozen=True, slots=True)
class TrayItem:
    """Contacts of one line that lack a time: which forms may be chosen, minutes, how many."""

    citizen: CitizenName
    worker: Key
    """Whose tray it lies in: the citizen's primary worker, else the secondary one."""
    place: int
    """Which line of the agreement."""
    forms: tuple[ContactForm, ...]
    minutes: int
    number: int
    until: date
    """The last day on which it still counts."""
    waits: bool
    """It may wait for a later week."""


@dataclass(frozen=True, slots=True)
class UnplannedContact:
    """A contact that nobody had planned; it stands beside the agreement and fills nothing."""

    id: Key
    citizen: CitizenName
    form: ContactForm
    span: TimeSpan


@dataclass(frozen=True, slots=True)
class Tray:
    """What has no time in a week, by citizen's name."""

    week: IsoWeek
    items: tuple[TrayItem, ...] = ()
    waiting: int = 0
    """How many contacts may wait for a later week; among the items only on request."""
    unplanned: tuple[UnplannedContact, ...] = ()
    agreed: bool = False
    """Whether anything is agreed with anybody for the week that asks for a time."""

    @property
    def missing_count(self) -> int:
        """How many contacts lack a time now; those that may wait are not counted."""
        return sum(item.number for item in self.items if not item.waits)


def tray_of(
    session: Session, workers: tuple[Key, ...], week: IsoWeek, *, early: bool = False
) -> Tray:
    """Return what the workers' citizens lack in a week; with ``early`` also what can wait.

    Three statements, whatever the number of citizens. What counts stands in `planning.tray`.
    """
    found = agreed_citizens(session, workers, week.monday, week.sunday)
    people = [one for one in found if receives_support(one.status, one.since, week)]
    counted = _counted(session, people, week)
    items: list[TrayItem] = []
    unplanned: list[UnplannedContact] = []
    agreements = [agreement_for(one.agreements, week) for one in people]
    for one, agreement in zip(people, agreements, strict=True):
        hers = counted.get(one.citizen.id, [])
        lines = missing_lines(agreement, [each.contact for each in hers], week)
        items += [_item(one, line) for line in lines]
        unplanned += _unplanned(one.citizen, hers, week)
    return Tray(
        week,
        tuple(item for item in items if early or not item.waits),
        sum(item.number for item in items if item.waits),
        tuple(unplanned),
        any(one is not None and one.asks_for_times for one in agreements),
    )


def plan(
    session: Session, citizen_id: Key, form: ContactForm, span: TimeSpan, worker_id: Key
) -> Key:
    """Give a contact from the tray a time, in one step; return its key.

    The purpose is the one that the citizen's latest contact in this form had, else the first of
    the team's purposes for which the form is the first or second choice (P05, P22); never that
    something is urgent. Raises PlanError where the citizen is not there any more, or nothing else
    can be filled in.
    """
    return plan_as(session, proposed(session, citizen_id, form, span, worker_id))


def plan_as(session: Session, fields: ContactFields) -> Key:
    """Give a contact from the tray a time, as filled in; return its key."""
    key = contacts.create(session, fields)
    who = open_citizen(session, fields.citizens[0]).initials
    day = WEEKDAYS[fields.span.day.weekday()]
    when = f"{day} kl. {clock(fields.span.start)}"
    describe(session, f"Planlæg {who}, {fields.form.short_name}, {when}")
    return key


def proposed(
    session: Session, citizen_id: Key, form: ContactForm, span: TimeSpan, worker_id: Key
) -> ContactFields:
    """Return a contact from the tray as it would be filled in."""
    citizen = open_citizen(session, citizen_id)
    outdoors = form in {ContactForm.WALK_TALK, ContactForm.GROUP_WALK}
    fields = ContactFields(
        span=span,
        form=form,
        purpose_id=_purpose(session, citizen_id, form),
        workers=(worker_id,),
        citizens=(citizen_id,),
        place=ContactPlace.OUTDOORS if outdoors else ContactPlace.HOME,
        phone_number=citizen.phone,
        meeting_point=citizen.meeting_point,
    )
    return with_usual_video(session, fields)


def _counted(
    session: Session, people: list[AgreedCitizen], week: IsoWeek
) -> Mapping[Key, list[TimedContact]]:
    """Read the contacts that count: this week's of most, of some those of a longer period."""
    usual, long = list[Key](), list[Key]()
    first, last = week.monday, week.sunday
    for one in people:
        agreement = agreement_for(one.agreements, week)
        if agreement is None or not agreement.asks_for_times:
            usual.append(one.citizen.id)
            continue
        begin, end = days_needed(agreement, week)
        within = week.monday <= begin and end <= week.sunday
        (usual if within else long).append(one.citizen.id)
        first, last = min(first, begin), max(last, end)
    return {
        **contacts_to_count(session, usual, week.monday, week.sunday + LATER),
        **contacts_to_count(session, long, first, last + LATER),
    }


def _item(one: AgreedCitizen, missing: MissingLine) -> TrayItem:
    return TrayItem(
        one.citizen,
        one.worker,
        missing.place,
        missing.line.forms,
        missing.line.minutes,
        missing.number,
        missing.until,
        missing.waits,
    )


def _unplanned(
    citizen: CitizenName, hers: list[TimedContact], week: IsoWeek
) -> list[UnplannedContact]:
    return [
        UnplannedContact(contact.id, citizen, contact.form, span)
        for contact, span in hers
        if contact.unplanned and week.monday <= span.day <= week.sunday
    ]


def _purpose(session: Session, citizen_id: Key, form: ContactForm) -> str:
    in_use = list(
        session.scalars(
            select(Purpose.id)
            .where(Purpose.active.is_(True), Purpose.id != ACUTE)
            .order_by(Purpose.position)
        )
    )
    latest = session.scalar(
        select(Contact.purpose_id)
        .join(ContactCitizen, ContactCitizen.contact_id == Contact.id)
        .where(
            ContactCitizen.citizen_id == citizen_id,
            Contact.form == form,
            Contact.purpose_id.in_(in_use),
        )
        .order_by(ContactCitizen.day.desc(), Contact.start.desc())
        .limit(1)
    )
    if latest is not None:
        return latest
    fitting = [one.id for one in delivered_conditions().purposes if form in one.order[:2]]
    return next((one for one in [*fitting, *in_use] if one in in_use), "")
