"""What a person can do with a whole day at once: move, make calls of, or call off its contacts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bostoette.models.citizen_kinds import FormWish
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekContact
from bostoette.models.wording import short_day
from bostoette.models.working_hours import WorkingHours
from bostoette.planning.danish_days import holiday_name
from bostoette.planning.day_changes import DayAct, DayGround
from bostoette.services import contacts, handing_over
from bostoette.services.cover import covers_of_day, give, vulnerabilities
from bostoette.services.practice_in_force import practice_in_force
from bostoette.store.journal import describe
from bostoette.store.life_rows import voices
from bostoette.store.week_people import absences, week_workers
from bostoette.store.weeks import (
    appointments_of_workers,
    contacts_of_citizen,
    contacts_of_workers,
)

DAYS_AHEAD = 10
"""How far a contact of the day may be moved: the rest of the week, and the next."""


@dataclass(frozen=True, slots=True)
class DayDecision:
    """What becomes of one contact; ``to`` is where a moved one or a call goes."""

    act: DayAct
    to: TimeSpan | None = None
    leaves: Key = b""
    """Who is away, where a colleague takes over."""
    comes: Key = b""
    as_visit: bool = False
    """Whether a colleague who is a stranger meets the citizen on a visit (P13)."""


def look_at_day(session: Session, worker_id: Key, day: date, today: date) -> DayGround:
    """Return a worker's planned contacts of a day with all that a proposal looks at."""
    first, last = day + timedelta(days=1), day + timedelta(days=DAYS_AHEAD)
    planned = tuple(
        one
        for one in contacts_of_workers(session, [worker_id], day, day)
        if one.status is ContactStatus.PLANNED
    )
    taking_part = {worker_id} | {key for one in planned for key in one.workers}
    workers = week_workers(session, tuple(taking_part))
    initials = {one.id: one.initials for one in workers}
    hours = next((one.hours for one in workers if one.id == worker_id), WorkingHours.standard())
    citizens = {citizen.id for one in planned for citizen in one.citizens}
    away = absences(session, [worker_id], first, last)
    return DayGround(
        day,
        planned,
        hours,
        tuple(
            other
            for other in (first + timedelta(days=ahead) for ahead in range(DAYS_AHEAD))
            if other > today
            and hours.on(other)
            and holiday_name(other) is None
            and not any(one.covers(other) for one in away)
        ),
        _busy(session, tuple(taking_part), citizens, first, last),
        {
            one.id: tuple(initials[key] for key in one.workers if key != worker_id)
            for one in planned
        },
        _without_phone(session, planned, citizens),
        practice_in_force(session).conditions.lengths[ContactForm.PHONE].cap_minutes,
        voices(session, citizens),
        covers_of_day(session, planned, day, worker_id),
        vulnerabilities(session, planned, today),
        today,
    )


def change_day(
    session: Session, day: date, decisions: Mapping[Key, DayDecision], reason: str
) -> int:
    """Do what was decided for each contact of a day, in one step; return how many changed.

    ``reason`` stands with what is called off or made a call. Raises PlanError where nothing is
    changed, and where a contact is not planned any more.
    """
    changed = [(key, one) for key, one in decisions.items() if one.act is not DayAct.LEAVE]
    if not changed:
        raise PlanError(
            "Alle dagens kontakter bliver stående. Intet er ændret; vælg, hvad der skal ske med "
            "mindst én af dem."
        )
    for key, decision in changed:
        _refuse_unplanned(session, key)
        _carry_out(session, key, decision, reason)
    describe(session, _step_name(day, (one.act for _, one in changed)))
    return len(changed)


def _carry_out(session: Session, key: Key, decision: DayDecision, reason: str) -> None:
    if decision.act is DayAct.CANCEL:
        contacts.cancel(session, key, ContactStatus.CANCELLED_BY_US, reason)
        return
    if decision.to is None:
        raise PlanError(
            "En kontakt har ingen ny tid. Intet er ændret; vælg en anden dag til den, "
            "eller aflys den."
        )
    if decision.act is DayAct.MOVE:
        contacts.move(session, key, decision.to)
        return
    if decision.act is DayAct.GIVE:
        give(session, key, decision.leaves, decision.comes, as_visit=decision.as_visit)
        return
    if decision.act is DayAct.GIVE_PHONE and _is_call(session, key):
        handing_over.hand_over(session, key, decision.leaves, decision.comes, decision.to)
        return
    new = contacts.convert(session, key, form=ContactForm.PHONE, to=decision.to, reason=reason)
    if decision.act is DayAct.GIVE_PHONE:
        handing_over.hand_over(session, new, decision.leaves, decision.comes, decision.to)


def _is_call(session: Session, key: Key) -> bool:
    return contacts.open_contact(session, key).form is ContactForm.PHONE


def _refuse_unplanned(session: Session, key: Key) -> None:
    contact = contacts.open_contact(session, key)
    if contact.status is not ContactStatus.PLANNED:
        raise PlanError(
            f"En af kontakterne er imens blevet {contact.status.danish}. Intet er ændret; "
            "se dagen efter en gang til."
        )


def _step_name(day: date, acts: Iterable[DayAct]) -> str:
    """Name the step by what was done: ``Aflys kontakterne man. 23. nov.``."""
    words = {DayAct.CANCEL: "Aflys kontakterne", DayAct.MOVE: "Flyt kontakterne"}
    done = set(acts)
    verb = words.get(next(iter(done)), "") if len(done) == 1 else ""
    return f"{verb or 'Læg dagen om:'} {short_day(day)}"


def _busy(
    session: Session, workers: Sequence[Key], citizens: set[Key], first: date, last: date
) -> dict[Key, tuple[TimeSpan, ...]]:
    taken: dict[Key, list[TimeSpan]] = {}
    for one in contacts_of_workers(session, workers, first, last):
        for key in set(one.workers) & set(workers):
            _take(taken, key, one)
    for other in appointments_of_workers(session, workers, first, last):
        taken.setdefault(other.worker_id, []).append(other.span)
    for citizen in citizens:
        for one in contacts_of_citizen(session, citizen, first, last):
            _take(taken, citizen, one)
    return {key: tuple(spans) for key, spans in taken.items()}


def _take(taken: dict[Key, list[TimeSpan]], key: Key, contact: WeekContact) -> None:
    if contact.status.takes_time:
        taken.setdefault(key, []).append(contact.span)


def _without_phone(
    session: Session, planned: Sequence[WeekContact], citizens: set[Key]
) -> frozenset[Key]:
    """Return the contacts with somebody who refuses calls or has no phone, where that is known."""
    question = select(CitizenProfile.citizen_id).where(
        CitizenProfile.citizen_id.in_(citizens),
        or_(CitizenProfile.wish_phone == FormWish.REFUSES, CitizenProfile.has_phone.is_(False)),
    )
    those = set(session.scalars(question))
    return frozenset(
        one.id for one in planned if any(citizen.id in those for citizen in one.citizens)
    )
