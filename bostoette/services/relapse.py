"""A citizen has relapsed ("er væltet"): meet face to face soon; who stands in plan B is told (P40).

It counts until they have met face to face on a later day; undo takes all of it back in one step.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Exists, Select, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.models.task import Task, TaskKind
from bostoette.models.wording import short_day
from bostoette.planning.plan_b_people import named_in
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services.conditions import conditions_in_force
from bostoette.services.open_citizen import open_citizen
from bostoette.store.attended import COUNTS
from bostoette.store.citizens import planned_contacts, worker_names
from bostoette.store.journal import describe

RULE = "P40"
CHECK = "relapse"
FACE_TO_FACE_DAYS = NumberName(RULE, "face_to_face_days")
_KeyColumn = InstrumentedAttribute[Key]
_DayColumn = InstrumentedAttribute[date | None]
_MEETS = tuple(form for form in ContactForm if form.face_to_face)


@dataclass(frozen=True, slots=True)
class Relapse:
    """A relapse after which they have not met yet."""

    day: date
    meet_by: date
    """The last day of the rule's days."""


def relapse_of(session: Session, citizen_id: Key) -> Relapse | None:
    """Return the citizen's relapse as long as they have not met face to face after it."""
    day = open_citizen(session, citizen_id).profile.relapsed_on
    if day is None or session.scalar(select(_met_after(citizen_id, day))):
        return None
    return Relapse(day, day + timedelta(days=_days(session)))


def note_relapse(session: Session, citizen_id: Key, *, by: Key, today: date) -> None:
    """Note that a citizen has relapsed today (P40).

    Her primary worker, else ``by``, has a task to meet her face to face within the rule's days;
    whoever stands in plan B of her remote contacts, else her secondary worker, is told by a task.
    Raises PlanError where it is noted today already.
    """
    citizen = open_citizen(session, citizen_id)
    if citizen.profile.relapsed_on == today:
        raise PlanError(
            "Det er allerede noteret i dag, at borgeren er væltet. Intet er ændret; "
            "opgaven om at mødes ligger klar."
        )
    citizen.profile.relapsed_on = today
    meet_by = today + timedelta(days=_days(session))
    meets = citizen.primary_worker_id or by
    session.add(
        _task(
            citizen,
            meets,
            meet_by,
            f"{citizen.initials} er væltet. Mød borgeren ansigt til ansigt, et besøg eller en "
            f"gåtur, senest {short_day(meet_by)}",
        )
    )
    for helper in _plan_b(session, citizen, today):
        if helper != meets:
            session.add(
                _task(
                    citizen,
                    helper,
                    today,
                    f"{citizen.initials} er væltet, og du står i plan B. "
                    "Tal med kontaktpersonen om, hvad du kan gøre.",
                )
            )
    session.flush()
    describe(session, f"{citizen.initials} er væltet")


def met_again(session: Session, contact: Contact) -> None:
    """Let the tasks about a relapse fall away once a contact face to face after it was held."""
    if not contact.form.face_to_face:
        return
    for part in contact.citizens:
        if not contact.counts_for(part):
            continue
        citizen = session.get(Citizen, part.citizen_id)
        relapsed = citizen.profile.relapsed_on if citizen is not None else None
        if relapsed is None or contact.day <= relapsed:
            continue
        for task in session.scalars(
            select(Task).where(
                Task.citizen_id == part.citizen_id,
                Task.kind == TaskKind.RELAPSE,
                Task.done_at.is_(None),
            )
        ):
            session.delete(task)


def relapse_sentences(
    session: Session,
    week: IsoWeek,
    citizens: Collection[Key],
    workers: Collection[Key],
    today: date,
) -> tuple[WeekSentence, ...]:
    """Say after whose relapse no meeting face to face is planned in time (P40).

    Of these citizens and those whom the workers see to, in the week of the last day to meet, and
    in this one. Two statements however many citizens there are.
    """
    days = _days(session)
    if not conditions_in_force(session).rules.rules[RULE].on:
        return ()
    waiting = [
        (key, initials, day, day + timedelta(days=days))
        for key, initials, day in session.execute(_not_met_since(citizens, workers))
        if day is not None and (today in week.days or day + timedelta(days=days) in week.days)
    ]
    planned = _planned_meetings(session, [one[0] for one in waiting], today)
    return tuple(
        WeekSentence(
            RULE,
            (),
            meet_by,
            f"{initials} er væltet {short_day(day)}, og intet møde ansigt til ansigt er planlagt "
            f"senest {short_day(meet_by)}",
            "Planlæg et besøg eller en gåtur.",
            key,
            CHECK,
        )
        for key, initials, day, meet_by in waiting
        if not any(each <= meet_by for each in planned.get(key, ()))
    )


def _not_met_since(
    citizens: Collection[Key], workers: Collection[Key]
) -> Select[Key, str, date | None]:
    relapsed = CitizenProfile.relapsed_on
    return (
        select(Citizen.id, Citizen.initials, relapsed)
        .join(CitizenProfile, CitizenProfile.citizen_id == Citizen.id)
        .where(
            relapsed.is_not(None),
            Citizen.status == CitizenStatus.ACTIVE,
            or_(Citizen.id.in_(citizens), Citizen.primary_worker_id.in_(workers)),
            ~_met_after(Citizen.id, relapsed).correlate(Citizen, CitizenProfile),
        )
        .order_by(Citizen.initials)
    )


def _planned_meetings(
    session: Session, citizens: Collection[Key], today: date
) -> dict[Key, list[date]]:
    found: dict[Key, list[date]] = {}
    rows = session.execute(
        select(ContactCitizen.citizen_id, ContactCitizen.day)
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .where(
            ContactCitizen.citizen_id.in_(citizens),
            ContactCitizen.day >= today,
            Contact.status == ContactStatus.PLANNED,
            Contact.form.in_(_MEETS),
        )
    )
    for key, day in rows:
        found.setdefault(key, []).append(day)
    return found


def _met_after(citizen_id: Key | _KeyColumn, day: date | _DayColumn) -> Exists:
    return exists(
        select(ContactCitizen.contact_id)
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .where(
            ContactCitizen.citizen_id == citizen_id,
            ContactCitizen.day > day,
            Contact.status == ContactStatus.HELD,
            Contact.form.in_(_MEETS),
            COUNTS,
        )
    )


def _days(session: Session) -> int:
    return conditions_in_force(session).rules.number(FACE_TO_FACE_DAYS).value


def _plan_b(session: Session, citizen: Citizen, today: date) -> tuple[Key, ...]:
    remote = [
        one.plan_b for one in planned_contacts(session, citizen.id, today) if not one.form.travels
    ]
    named = named_in(remote, worker_names(session))
    second = citizen.secondary_worker_id
    return named or (() if second is None else (second,))


def _task(citizen: Citizen, worker: Key, due: date, text: str) -> Task:
    return Task(kind=TaskKind.RELAPSE, worker_id=worker, citizen_id=citizen.id, due=due, text=text)
