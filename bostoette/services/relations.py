"""How well workers and citizens know each other: told by their meetings, or said by hand (P15)."""

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen_life import PairRelation
from bostoette.models.key import Key
from bostoette.models.life_kinds import RelationStrength
from bostoette.models.practice_rule import NumberName
from bostoette.models.relation import Relation
from bostoette.models.worker import Worker
from bostoette.services.conditions import conditions_in_force
from bostoette.services.open_citizen import open_citizen
from bostoette.services.practice_in_force import practice_in_force
from bostoette.store.journal import describe
from bostoette.store.life_rows import latest_meetings, meetings, said_by_hand

MEETINGS = NumberName("P15", "meetings")
WITHIN_MONTHS = NumberName("P15", "within_months")
_DAYS_A_YEAR, _MONTHS_A_YEAR = 365, 12
_STRONGEST_FIRST = tuple(reversed(RelationStrength))


def relations_of(session: Session, citizen_id: Key, day: date) -> tuple[PairRelation, ...]:
    """Return every active worker who knows a citizen, and her own two, the strongest first."""
    citizen = open_citizen(session, citizen_id)
    own = {citizen.primary_worker_id, citizen.secondary_worker_id}
    found = relations_with(session, (citizen_id,), day)[citizen_id]
    return tuple(
        one
        for one in found.values()
        if one.strength is not RelationStrength.NEVER_MET or one.worker_id in own
    )


def relations_with(
    session: Session, citizens: Collection[Key], day: date
) -> dict[Key, dict[Key, PairRelation]]:
    """Return for each citizen how every active worker knows her on a day, the strongest first."""
    rules = conditions_in_force(session).rules
    needed = rules.number(MEETINGS).value
    back = rules.number(WITHIN_MONTHS).value * _DAYS_A_YEAR // _MONTHS_A_YEAR
    met = meetings(session, citizens, day, day - timedelta(days=back))
    said = said_by_hand(session, citizens)
    workers = session.execute(
        select(Worker.id, Worker.initials).where(Worker.active.is_(True)).order_by(Worker.initials)
    ).all()
    found: dict[Key, dict[Key, PairRelation]] = {}
    for citizen in citizens:
        pairs = []
        for worker, initials in workers:
            ever, lately, last = met.get(citizen, {}).get(worker, (0, 0, None))
            told = strength(ever, lately, needed)
            by_hand = said.get((citizen, worker))
            pairs.append(
                PairRelation(worker, initials, by_hand or told, ever, last, by_hand is not None)
            )
        pairs.sort(key=lambda one: (_STRONGEST_FIRST.index(one.strength), -one.meetings))
        found[citizen] = {one.worker_id: one for one in pairs}
    return found


def pair_of(session: Session, citizen_id: Key, worker_id: Key, day: date) -> PairRelation:
    """Return how one worker and one citizen know each other on a day; initials are left out.

    Meetings are counted as far as it takes to know each other well, and no further.
    """
    rules = practice_in_force(session).rules
    back = timedelta(days=rules.number(WITHIN_MONTHS).value * _DAYS_A_YEAR // _MONTHS_A_YEAR)
    enough = rules.number(MEETINGS).value
    met = latest_meetings(session, citizen_id, worker_id, day, enough + 1)
    lately = sum(one >= day - back for one in met[:enough])
    by_hand = said_by_hand(session, (citizen_id,)).get((citizen_id, worker_id))
    return PairRelation(
        worker_id,
        "",
        by_hand or strength(len(met), lately, enough),
        min(len(met), enough),
        met[0] if met else None,
        by_hand is not None,
        counted_all=len(met) <= enough,
    )


def strength(ever: int, lately: int, needed: int) -> RelationStrength:
    """Tell from their meetings how well two know each other."""
    if lately >= needed:
        return RelationStrength.KNOWS_WELL
    return RelationStrength.MET if ever else RelationStrength.NEVER_MET


def say(
    session: Session,
    citizen_id: Key,
    worker_id: Key,
    said: RelationStrength | None,
    *,
    by: Key,
    today: date,
) -> None:
    """Say by hand how well two know each other; None lets their meetings tell again."""
    citizen = open_citizen(session, citizen_id)
    worker = session.get_one(Worker, worker_id)
    stored = session.scalars(
        select(Relation).where(Relation.citizen_id == citizen_id, Relation.worker_id == worker_id)
    ).first()
    if said is None:
        if stored is None:
            return
        session.delete(stored)
    else:
        if stored is None:
            stored = Relation(citizen_id=citizen_id, worker_id=worker_id)
            session.add(stored)
        stored.strength, stored.set_on, stored.set_by = said, today, by
    session.flush()
    describe(session, f"Relation: {citizen.initials} og {worker.initials}")
