"""A contact here and now that nobody had planned: noted as held in two clicks (P23)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.danish_order import order_key
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.task import Task, TaskKind
from bostoette.models.team import Purpose
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import CitizenName
from bostoette.services import silence_tasks
from bostoette.services.conditions import conditions_in_force
from bostoette.services.contacts import new_contact, open_contact, whom
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import describe

RULE = "P23"
FORMS = (ContactForm.PHONE, ContactForm.VIDEO)
"""The forms of a contact here and now, the likeliest first."""
ACUTE = "acute"
_MINUTES = ("shortest_minutes", "short_minutes", "usual_minutes", "longest_minutes")


@dataclass(frozen=True, slots=True)
class UnplannedOffer:
    """What can be chosen: citizens, those met last first, and minutes."""

    citizens: tuple[CitizenName, ...]
    minutes: tuple[int, ...]


def offer(session: Session, worker_id: Key, today: date) -> UnplannedOffer:
    """Return what a contact here and now may be; the worker's latest citizens come first."""
    rules = conditions_in_force(session).rules
    minutes = {rules.number(NumberName(RULE, name)).value for name in _MINUTES}
    latest = _latest(session, worker_id, today)
    people = [
        CitizenName(*row)
        for row in session.execute(
            select(Citizen.id, Citizen.name, Citizen.initials, Citizen.code).where(
                Citizen.status.in_((CitizenStatus.ACTIVE, CitizenStatus.PAUSED))
            )
        )
    ]
    people.sort(key=lambda one: (-latest.get(one.id, date.min).toordinal(), order_key(one.name)))
    return UnplannedOffer(tuple(people), tuple(sorted(minutes)))


def note(
    session: Session,
    citizen_id: Key,
    form: ContactForm,
    minutes: int,
    *,
    by: Key,
    now: datetime,
) -> Key:
    """Note a contact that has just ended as held and unplanned; return its key.

    ``now`` is local; it began so many minutes before, at the earliest at midnight.
    """
    citizen = open_citizen(session, citizen_id)
    start = max(0, now.hour * 60 + now.minute - minutes)
    contact = new_contact(
        ContactFields(
            TimeSpan(now.date(), start, minutes),
            form,
            _purpose(session),
            (by,),
            (citizen_id,),
            phone_number=citizen.phone,
            video_platform_id=citizen.profile.platform_id,
            unplanned=True,
        )
    )
    contact.status = ContactStatus.HELD
    contact.actual_start, contact.actual_minutes = start, minutes
    session.add(contact)
    session.flush()
    silence_tasks.heard(session, contact)
    describe(session, f"Uplanlagt {form.short_name} med {citizen.initials}")
    return contact.id


def visit_needed(session: Session, contact_id: Key, *, by: Key) -> Key:
    """Note as a task, due the same day, that a visit is needed after a contact; return its key."""
    contact = open_contact(session, contact_id)
    who = whom(session, contact)
    task = Task(
        kind=TaskKind.FOLLOW_UP,
        worker_id=by,
        citizen_id=contact.citizens[0].citizen_id if contact.citizens else None,
        contact_id=contact.id,
        due=contact.day,
        text=f"Planlæg et besøg hos {who}: der var brug for det efter den uplanlagte "
        f"{_NAMES.get(contact.form, 'kontakt')}",
    )
    session.add(task)
    session.flush()
    describe(session, f"Ny opgave: besøg hos {who}")
    return task.id


_NAMES = {ContactForm.PHONE: "telefonsamtale", ContactForm.VIDEO: "videosamtale"}
_RECENT = timedelta(weeks=8)


def _latest(session: Session, worker_id: Key, today: date) -> dict[Key, date]:
    """Return the worker's latest day with each citizen, of the last weeks up to today."""
    rows = session.execute(
        select(ContactCitizen.citizen_id, func.max(ContactCitizen.day))
        .join(ContactWorker, ContactWorker.contact_id == ContactCitizen.contact_id)
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .where(
            ContactWorker.worker_id == worker_id,
            ContactWorker.day.between(today - _RECENT, today),
            Contact.status.in_((ContactStatus.HELD, ContactStatus.PLANNED)),
        )
        .group_by(ContactCitizen.citizen_id)
    )
    return {key: day for key, day in rows}  # noqa: C416 - rows are no pairs to mypy


def _purpose(session: Session) -> str:
    """Return the purpose of what comes up here and now, or the team's own that is like it."""
    found = session.scalars(
        select(Purpose.id)
        .where(or_(Purpose.id == ACUTE, Purpose.like == ACUTE))
        .order_by(Purpose.active.desc(), Purpose.position)
    ).first()
    return found or ACUTE
