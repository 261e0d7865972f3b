"""The status meeting where people sit together: remembered when a year went without one (P31)."""

from datetime import date, timedelta

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.task import Task, TaskKind
from bostoette.planning.asking_again import ask_again_on
from bostoette.services.conditions import conditions_in_force
from bostoette.store.journal import describe

RULE = "P31"
MONTHS = NumberName(RULE, "physical_every_months")
TASK_DAYS = NumberName(RULE, "task_days")
AGAIN_DAYS = NumberName(RULE, "again_days")
_COUNTS = (ContactStatus.PLANNED, ContactStatus.HELD)


def remind(session: Session, worker_id: Key, today: date) -> int:
    """Make a task for each of a worker's citizens whose physical status meeting is due (P31).

    The program does it at start (`Desk.upkeep`); the statements are as many however many citizens
    there are. The clock begins with the first contact. Nothing where a meeting is planned or was
    held within the months, nor while a task is open or was due within ``again_days``.
    """
    in_force = conditions_in_force(session).rules
    months = in_force.number(MONTHS)
    due = today + timedelta(days=in_force.number(TASK_DAYS).value)
    missing = _missing(session, worker_id, today)
    for key, initials in missing:
        text = (
            f"Planlæg et statusmøde med {initials}, hvor I sidder sammen: der er ikke holdt et i "
            f"{months.said}."
        )
        session.add(
            Task(
                kind=TaskKind.STATUS_MEETING,
                worker_id=worker_id,
                citizen_id=key,
                due=due,
                text=text,
            )
        )
    if missing:
        session.flush()
        describe(session, f"Statusmøde: {len(missing)} opgaver")
    return len(missing)


def are_due(session: Session, worker_id: Key, today: date) -> bool:
    """Tell whether `remind` would make a task."""
    return bool(_missing(session, worker_id, today))


def answered(session: Session, contact: Contact) -> None:
    """Let the tasks fall away once a physical status meeting is planned."""
    if contact.variant is not ContactVariant.STATUS_MEETING:
        return
    if contact.form is not ContactForm.PHYSICAL or contact.status not in _COUNTS:
        return
    citizens = tuple(part.citizen_id for part in contact.citizens)
    open_ones = select(Task).where(
        Task.citizen_id.in_(citizens),
        Task.kind == TaskKind.STATUS_MEETING,
        Task.done_at.is_(None),
    )
    for task in session.scalars(open_ones).all():
        session.delete(task)


def _missing(session: Session, worker_id: Key, today: date) -> list[tuple[Key, str]]:
    """Return key and initials of the citizens for whom a task is to be made."""
    in_force = conditions_in_force(session).rules
    if not in_force.rules[RULE].on:
        return []
    months = in_force.number(MONTHS).value
    asked_since = today - timedelta(days=in_force.number(AGAIN_DAYS).value)
    return [
        (key, initials)
        for key, initials, latest in session.execute(_waiting(worker_id, asked_since))
        if ask_again_on(latest, months) <= today
    ]


def _waiting(worker_id: Key, asked_since: date) -> Select[Key, str, date]:
    """Ask for whom no task waits: key, initials, and the latest meeting or else first contact."""
    standing = (
        select(func.min(ContactCitizen.day))
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .where(ContactCitizen.citizen_id == Citizen.id, Contact.status.in_(_COUNTS))
    )
    meeting = (
        select(func.max(ContactCitizen.day))
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .where(
            ContactCitizen.citizen_id == Citizen.id,
            Contact.status.in_(_COUNTS),
            Contact.variant == ContactVariant.STATUS_MEETING,
            Contact.form == ContactForm.PHYSICAL,
        )
    )
    asked = exists().where(
        Task.citizen_id == Citizen.id,
        Task.kind == TaskKind.STATUS_MEETING,
        or_(Task.done_at.is_(None), Task.due >= asked_since),
    )
    first = standing.correlate(Citizen).scalar_subquery()
    latest = meeting.correlate(Citizen).scalar_subquery()
    return (
        select(Citizen.id, Citizen.initials, func.coalesce(latest, first))
        .where(
            Citizen.primary_worker_id == worker_id,
            Citizen.status == CitizenStatus.ACTIVE,
            first.is_not(None),
            ~asked,
        )
        .order_by(Citizen.initials)
    )
