"""Citizens who stayed away repeatedly: a short contact as a bridge, and a way back (P43)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.models.task import Task, TaskKind
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import short_day
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services import form_choice
from bostoette.services.conditions import conditions_in_force
from bostoette.services.conversion import FreeMeeting, free_time
from bostoette.services.form_choice import PlacedForm
from bostoette.services.not_heard_from import SILENCE_DAYS
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import describe

RULE = "P43"
NO_SHOWS = NumberName(RULE, "no_shows")
WINDOW_DAYS = NumberName(RULE, "window_days")
SHORT_MINUTES = NumberName("P23", "longest_minutes")
"""How long a bridge is from the start: the longest of the short contacts."""
CHECK = "no_shows"
_MORNING = 10 * 60
"""The time of day that a bridge is looked for first."""
BRIDGES = (ContactForm.VIDEO, ContactForm.PHONE, ContactForm.WALK_TALK)


@dataclass(frozen=True, slots=True)
class StayedAway:
    """A citizen who stayed away as often as the rule says, without a held contact since."""

    citizen_id: Key
    initials: str
    contacts: tuple[Key, ...]
    """The contacts in question, in order of time."""
    last: date


@dataclass(frozen=True, slots=True)
class BridgeProposal:
    """What is filled in when a bridge is asked about."""

    initials: str
    span: TimeSpan
    back_on: date
    forms: tuple[ContactForm, ...]
    """What is offered, the one that fits best first; empty where nothing is."""


def stayed_away(session: Session, citizens: tuple[Key, ...], today: date) -> tuple[StayedAway, ...]:
    """Return which of the citizens stayed away repeatedly within the rule's days up to today.

    A contact held after the last one takes her off again, and so does a bridge as long as the way
    back is open.
    Nobody is returned where the rule is switched off.
    """
    rules = conditions_in_force(session).rules
    if not rules.rules[RULE].on:
        return ()
    most, window = rules.number(NO_SHOWS).value, rules.number(WINDOW_DAYS).value
    first = today - timedelta(days=window - 1)
    often = session.scalars(
        select(ContactCitizen.citizen_id)
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .where(
            ContactCitizen.citizen_id.in_(citizens),
            ContactCitizen.day.between(first, today),
            Contact.status == ContactStatus.NO_SHOW,
        )
        .group_by(ContactCitizen.citizen_id)
        .having(func.count() >= most)
    ).all()
    bridged = _bridged(session, often)
    tried = _tried(session, often, first, today)
    return tuple(
        StayedAway(key, rows[-1].initials, _missed(rows), rows[-1].day)
        for key, rows in tried.items()
        if rows[-1].status is not ContactStatus.HELD and key not in bridged
    )


def no_show_sentences(
    session: Session, citizens: tuple[Key, ...], today: date
) -> tuple[WeekSentence, ...]:
    """Say of each citizen who stayed away repeatedly what may help, as things to look at."""
    rules = conditions_in_force(session).rules
    return tuple(
        WeekSentence(
            RULE,
            one.contacts,
            one.last,
            f"{one.initials} er udeblevet {len(one.contacts)} gange inden for "
            f"{rules.number(WINDOW_DAYS).said}.",
            "Aftal en kort samtale eller gåtur som bro, og hvornår I mødes fysisk igen.",
            one.citizen_id,
            CHECK,
        )
        for one in stayed_away(session, citizens, today)
    )


def build_bridge(
    session: Session,
    placed: PlacedForm,
    *,
    back_on: date,
    reason: str = "",
    codes: tuple[str, ...] = (),
) -> Key:
    """Plan a short contact as a bridge, and note the day to meet physically again as a task.

    Returns the contact's key. Raises PlanError where the day to meet lies before the bridge, and
    as `form_choice.settled` does where something speaks against the form.
    """
    if back_on < placed.span.day:
        raise PlanError(
            "Dagen, hvor I mødes fysisk igen, ligger før broen. Intet er gemt. "
            "Vælg en dag samme dag eller senere."
        )
    citizen = open_citizen(session, placed.citizen_id)
    key = form_choice.plan_from_tray(session, placed, reason, codes)
    session.add(
        Task(
            kind=TaskKind.BRIDGE,
            worker_id=placed.worker_id,
            citizen_id=citizen.id,
            contact_id=key,
            due=back_on,
            text=f"Tilbage til fysisk kontakt med {citizen.initials} senest {short_day(back_on)}",
        )
    )
    session.flush()
    when = f"{placed.form.short_name} {short_day(placed.span.day)}"
    describe(session, f"Bro til {citizen.initials}: {when}")
    return key


def proposal(
    session: Session,
    citizen_id: Key,
    worker_id: Key,
    *,
    now: datetime,
    day_off: Callable[[date], bool],
) -> BridgeProposal:
    """Return what a bridge is offered as: the forms, a free time, and the day to meet (P43).

    Nothing is offered that is excluded for the citizen, and what is advised against comes last.
    Where no day has room, the time is tomorrow morning all the same.
    """
    rules = conditions_in_force(session).rules
    days = rules.number(SILENCE_DAYS).value
    wanted = TimeSpan(now.date() + timedelta(days=1), _MORNING, rules.number(SHORT_MINUTES).value)
    meeting = FreeMeeting((worker_id,), (citizen_id,), wanted, days)
    span = free_time(session, meeting, now=now, day_off=day_off) or wanted
    asked = {
        form: form_choice.question_about_placed(
            session, PlacedForm(citizen_id, form, span, worker_id)
        )
        for form in BRIDGES
    }
    offered = [form for form, question in asked.items() if question is None or not question.refused]
    return BridgeProposal(
        open_citizen(session, citizen_id).initials,
        span,
        now.date() + timedelta(days=days),
        tuple(sorted(offered, key=lambda form: asked[form] is not None)),
    )


def _tried(
    session: Session, citizens: Sequence[Key], first: date, today: date
) -> dict[Key, list[Any]]:
    """Return the contacts that were held or not met up for, by citizen and in order of time."""
    found: dict[Key, list[Any]] = {key: [] for key in citizens}
    for row in session.execute(
        select(ContactCitizen.citizen_id, Contact.id, Contact.day, Contact.status, Citizen.initials)
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .join(Citizen, Citizen.id == ContactCitizen.citizen_id)
        .where(
            ContactCitizen.citizen_id.in_(citizens),
            ContactCitizen.day.between(first, today),
            Contact.status.in_((ContactStatus.NO_SHOW, ContactStatus.HELD)),
        )
        .order_by(Contact.day, Contact.start)
    ):
        found[row.citizen_id].append(row)
    return found


def _missed(rows: Iterable[Any]) -> tuple[Key, ...]:
    return tuple(row.id for row in rows if row.status is ContactStatus.NO_SHOW)


def _bridged(session: Session, citizens: Sequence[Key]) -> frozenset[Key]:
    """Return for whom the way back over a bridge is open."""
    question = select(Task.citizen_id).where(
        Task.citizen_id.in_(citizens), Task.kind == TaskKind.BRIDGE, Task.done_at.is_(None)
    )
    return frozenset(key for key in session.scalars(question) if key is not None)
