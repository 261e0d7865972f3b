"""Contact on demand (efter behov): series stop, she makes contact, silence is noticed (P77).

Going over to it is one step of the journal: the agreement from that day on, the series that end,
and how the citizen reaches us. A later agreement with fixed contacts ends it by itself.
"""

from datetime import date, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import AgreementFields
from bostoette.models.citizen_life import OnDemandFields, StoredOnDemand
from bostoette.models.key import Key
from bostoette.models.on_demand import OnDemand
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.models.stopping import Stopping
from bostoette.services import agreements, ending, silence_tasks
from bostoette.services.conditions import conditions_in_force
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import describe
from bostoette.store.life_rows import heard_from

RULE = "P77"
ANSWER_WORKDAYS = NumberName(RULE, "answer_workdays")
SILENCE_DAYS = NumberName(RULE, "silence_days")
STOPPED = "Kontakten er efter behov"
_TIMES = (
    select(OnDemand)
    .where(OnDemand.citizen_id == bindparam("citizen"))
    .order_by(OnDemand.first_day.desc())
)


def proposal(session: Session, day: date) -> OnDemandFields:
    """Return what is filled in at first: the rule's numbers."""
    rules = conditions_in_force(session).rules
    return OnDemandFields(
        day, "", rules.number(ANSWER_WORKDAYS).value, rules.number(SILENCE_DAYS).value
    )


def what_stops(session: Session, citizen_id: Key, from_day: date) -> Stopping:
    """List the series, and their contacts, that would stop from a day on; nothing is changed."""
    return ending.what_stops_of_series(session, citizen_id, from_day)


def begin(session: Session, citizen_id: Key, fields: OnDemandFields) -> None:
    """Let a citizen make contact herself from a day on, in one step (P77).

    Her series stop from that day; a contact planned by itself stands. Raises PlanError where she
    does so already, and as `agreements.agree` does.
    """
    fields.check()
    citizen = open_citizen(session, citizen_id)
    if running(session, citizen_id) is not None:
        raise PlanError(
            "Kontakten er allerede efter behov. Intet er ændret; aftal først faste kontakter igen."
        )
    agreements.agree(session, citizen_id, AgreementFields(fields.first_day, on_demand=True))
    ending.stop_series(session, citizen_id, fields.first_day, STOPPED)
    session.add(
        OnDemand(
            citizen_id=citizen_id,
            first_day=fields.first_day,
            how_to_reach=fields.how_to_reach.strip(),
            answer_workdays=fields.answer_workdays,
            check_in_days=fields.check_in_days,
        )
    )
    session.flush()
    describe(session, f"{citizen.initials}: kontakt efter behov")


def change(session: Session, citizen_id: Key, fields: OnDemandFields) -> None:
    """Correct how the citizen reaches us, how soon we answer, and how long it may be silent."""
    fields.check()
    stored = running(session, citizen_id)
    if stored is None:
        raise PlanError("Kontakten er ikke efter behov længere. Intet er ændret.")
    stored.how_to_reach = fields.how_to_reach.strip()
    stored.answer_workdays, stored.check_in_days = fields.answer_workdays, fields.check_in_days
    describe(session, f"Ret kontakt efter behov: {open_citizen(session, citizen_id).initials}")


def running(session: Session, citizen_id: Key) -> OnDemand | None:
    """Return the time on demand that nothing has ended."""
    return session.scalars(
        select(OnDemand).where(OnDemand.citizen_id == citizen_id, OnDemand.last_day.is_(None))
    ).first()


def agree_anew(session: Session, citizen_id: Key, fields: AgreementFields) -> Key:
    """Agree on fixed contacts again: contact on demand ends the day before (P77)."""
    key = agreements.agree(session, citizen_id, fields)
    stored = running(session, citizen_id)
    if stored is not None and not fields.on_demand:
        last = fields.valid_from - timedelta(days=1)
        if last < stored.first_day:
            session.delete(stored)
        else:
            stored.last_day = last
        silence_tasks.let_go(session, [citizen_id])
        session.flush()
    return key


def times_of(session: Session, citizen_id: Key, today: date) -> tuple[StoredOnDemand, ...]:
    """Return when a citizen's contact was and is on demand, the newest first."""
    rows = session.scalars(_TIMES, {"citizen": citizen_id}).all()
    heard = heard_from(session, (citizen_id,), today).get(citizen_id) if rows else None
    return tuple(
        StoredOnDemand(
            OnDemandFields(one.first_day, one.how_to_reach, one.answer_workdays, one.check_in_days),
            one.last_day,
            heard,
        )
        for one in rows
    )
