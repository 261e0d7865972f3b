"""What a person can do with a whole day at once: move, make calls of, or call off its contacts."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from bostoette.models.advice import Outcome
from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.cover import Cover
from bostoette.models.day_kind import DayKind
from bostoette.models.days import Days
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekContact
from bostoette.models.working_hours import WorkingHours
from bostoette.planning.danish_days import day_name
from bostoette.planning.day_changes import DayAct, DayGround
from bostoette.services import contacts, handing_over
from bostoette.services.advice import advice_for_many
from bostoette.services.cover import covers_of, give, vulnerabilities
from bostoette.services.practice_in_force import practice_in_force
from bostoette.store.journal import describe
from bostoette.store.life_rows import voices
from bostoette.store.week_knowledge_rows import day_kinds
from bostoette.store.week_people import absences, week_workers
from bostoette.store.weeks import (
    appointments_of_workers,
    contacts_of_citizens,
    contacts_of_workers,
)

DAYS_AHEAD = 10
"""How far a contact of the day may be moved: the rest of the week, and the next."""
REMOTE = (ContactForm.PHONE, ContactForm.VIDEO)


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
    return _ground(session, worker_id, Days(day, day), today)


def look_at_absence(session: Session, worker_id: Key, days: Days, today: date) -> DayGround:
    """Return what a worker's absence leaves without her, from today on.

    What is known before it begins may also be moved to the days before.
    """
    ground = _ground(
        session, worker_id, Days(max(days.first, today), days.last), today, earlier=True
    )
    return replace(ground, away=True)


def _ground(
    session: Session, worker_id: Key, days: Days, today: date, *, earlier: bool = False
) -> DayGround:
    planned = tuple(
        one
        for one in contacts_of_workers(session, [worker_id], days.first, days.last)
        if one.status is ContactStatus.PLANNED
    )
    around = Days(
        max(days.first - timedelta(days=DAYS_AHEAD), today) if earlier else days.first,
        days.last + timedelta(days=DAYS_AHEAD),
    )
    taking_part = {worker_id} | {key for one in planned for key in one.workers}
    workers = week_workers(session, tuple(taking_part))
    initials = {one.id: one.initials for one in workers}
    hours = next((one.hours for one in workers if one.id == worker_id), WorkingHours.standard())
    citizens = {citizen.id for one in planned for citizen in one.citizens}
    away = absences(session, [worker_id], around.first, around.last)

    def works_on(day: date) -> bool:
        at_work = not any(one.covers(day) for one in away)
        return bool(hours.on(day)) and day_name(day) is None and at_work

    unfit, warned = _remote_advice(session, planned)
    covers = covers_of(session, planned, worker_id)
    lengths = practice_in_force(session).conditions.lengths
    return DayGround(
        days.first,
        planned,
        hours,
        tuple(day for day in around if day > today and day not in days and works_on(day)),
        _busy(session, tuple(taking_part), citizens, around),
        {
            one.id: tuple(initials[key] for key in one.workers if key != worker_id)
            for one in planned
        },
        unfit,
        {form: lengths[form].cap_minutes for form in REMOTE},
        warned,
        _warned_given(session, planned, worker_id, covers),
        voices(session, citizens),
        covers,
        vulnerabilities(session, planned, today),
        _at_home(session, worker_id, around),
        today,
    )


def change_day(
    session: Session,
    day: date,
    decisions: Mapping[Key, DayDecision],
    reason: str,
    *,
    until: date | None = None,
) -> int:
    """Do what was decided for each contact of a day, in one step; return how many changed.

    Of an absence ``until`` is the last day.

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
    describe(session, _step_name(Days(day, until or day), (one.act for _, one in changed)))
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
    form = decision.act.becomes
    assert form is not None  # noqa: S101 - all other acts are done above
    if contacts.open_contact(session, key).form is form:
        handing_over.hand_over(session, key, decision.leaves, decision.comes, decision.to)
        return
    new = contacts.convert(session, key, form=form, to=decision.to, reason=reason)
    if decision.act.given:
        handing_over.hand_over(session, new, decision.leaves, decision.comes, decision.to)


def _refuse_unplanned(session: Session, key: Key) -> None:
    contact = contacts.open_contact(session, key)
    if contact.status is not ContactStatus.PLANNED:
        raise PlanError(
            f"En af kontakterne er imens blevet {contact.status.danish}. Intet er ændret; "
            "se dagen efter en gang til."
        )


def _step_name(days: Days, acts: Iterable[DayAct]) -> str:
    """Name the step by what was done: ``Aflys kontakterne man. 23. nov.``."""
    words = {DayAct.CANCEL: "Aflys kontakterne", DayAct.MOVE: "Flyt kontakterne"}
    done = set(acts)
    verb = words.get(next(iter(done)), "") if len(done) == 1 else ""
    otherwise = "Læg om:" if days.several else "Læg dagen om:"
    return f"{verb or otherwise} {days.said}"


def _at_home(session: Session, worker_id: Key, days: Days) -> frozenset[date]:
    kinds = day_kinds(session, (worker_id,), days.first, days.last)
    return frozenset(day for (_worker, day), kind in kinds.items() if kind is DayKind.HOME)


def _busy(
    session: Session, workers: Sequence[Key], citizens: Collection[Key], days: Days
) -> dict[Key, tuple[TimeSpan, ...]]:
    taken: dict[Key, list[TimeSpan]] = {}
    for one in contacts_of_workers(session, workers, days.first, days.last):
        for key in set(one.workers) & set(workers):
            _take(taken, key, one)
    for other in appointments_of_workers(session, workers, days.first, days.last):
        taken.setdefault(other.worker_id, []).append(other.span)
    for one in contacts_of_citizens(session, tuple(citizens), days.first, days.last):
        for key in {citizen.id for citizen in one.citizens} & set(citizens):
            _take(taken, key, one)
    return {key: tuple(spans) for key, spans in taken.items()}


def _take(taken: dict[Key, list[TimeSpan]], key: Key, contact: WeekContact) -> None:
    if contact.status.takes_time:
        taken.setdefault(key, []).append(contact.span)


def _remote_advice(
    session: Session, planned: Sequence[WeekContact]
) -> tuple[dict[ContactForm, frozenset[Key]], dict[ContactForm, frozenset[Key]]]:
    """Return the contacts that each remote form is ruled out for, and those it is warned for."""
    asked = [one for contact in planned for one in AdvisedContact.of_week(contact)]
    found = list(zip(asked, advice_for_many(session, asked), strict=True))

    def those(form: ContactForm, outcome: Outcome) -> frozenset[Key]:
        return frozenset(
            one.contact_id
            for one, advice in found
            if one.contact_id is not None
            and (told := advice.of(form)) is not None
            and (told.outcome is outcome or (outcome is Outcome.WARNED and told.needs_reason))
        )

    return (
        {form: those(form, Outcome.EXCLUDED) for form in REMOTE},
        {form: those(form, Outcome.WARNED) for form in REMOTE},
    )


def _warned_given(
    session: Session,
    planned: Sequence[WeekContact],
    away: Key,
    covers: Mapping[Key, Sequence[Cover]],
) -> dict[ContactForm, frozenset[tuple[Key, Key]]]:
    """Return the contacts with the known colleagues for whom a remote form is warned against."""
    asked = [
        (one.worker_id, about)
        for contact in planned
        for one in covers.get(contact.id, ())
        if not one.stranger
        for about in AdvisedContact.of_week(
            contact._replace(
                workers=tuple(one.worker_id if key == away else key for key in contact.workers)
            )
        )
    ]
    found = advice_for_many(session, [about for _colleague, about in asked])
    return {
        form: frozenset(
            (about.contact_id, colleague)
            for (colleague, about), advice in zip(asked, found, strict=True)
            if about.contact_id is not None
            and (told := advice.of(form)) is not None
            and told.needs_reason
        )
        for form in REMOTE
    }
