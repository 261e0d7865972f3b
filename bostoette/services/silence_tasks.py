"""A task where contact is on demand and there is silence: the worker makes contact herself (P77).

It is the safety net behind contact on demand: one open task for each silent citizen, with her
primary worker. It falls away once a contact with her is held, or contacts are fixed again.
"""

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.task import Task, TaskKind
from bostoette.models.wording import short_day
from bostoette.services.conditions import conditions_in_force
from bostoette.services.not_heard_from import SilentCitizen, not_heard_from
from bostoette.store.journal import describe

RULE = "P77"
SILENCE_DAYS = NumberName(RULE, "silence_days")
_QUIET = "Der er stille fra"


def remind(session: Session, worker_id: Key, today: date) -> int:
    """Make a task for each silent citizen on demand of whom a worker is the primary one (P77).

    The program does it at start (`Desk.upkeep`). Nothing while such a task is open or was due
    within the rule's days: it was done, and nobody answered yet.
    """
    missing = _missing(session, worker_id, today)
    for one in missing:
        since = short_day(today - timedelta(days=one.days))
        session.add(
            Task(
                kind=TaskKind.FOLLOW_UP,
                worker_id=worker_id,
                citizen_id=one.citizen.id,
                due=today,
                text=f"{_QUIET} {one.citizen.initials} siden {since}, og kontakten er efter behov: "
                "henvend dig selv",
            )
        )
    if missing:
        session.flush()
        describe(session, f"Stille ved kontakt efter behov: {len(missing)} opgaver")
    return len(missing)


def are_due(session: Session, worker_id: Key, today: date) -> bool:
    """Tell whether `remind` would make a task."""
    return bool(_missing(session, worker_id, today))


def heard(session: Session, contact: Contact) -> None:
    """Let the tasks fall away once a contact was held."""
    let_go(session, [part.citizen_id for part in contact.citizens if contact.counts_for(part)])


def let_go(session: Session, citizens: Collection[Key]) -> None:
    """Let the open tasks about these citizens' silence fall away."""
    open_ones = select(Task).where(
        Task.citizen_id.in_(citizens),
        Task.kind == TaskKind.FOLLOW_UP,
        Task.done_at.is_(None),
        Task.text.startswith(_QUIET),
    )
    for task in session.scalars(open_ones).all():
        session.delete(task)


def _missing(session: Session, worker_id: Key, today: date) -> list[SilentCitizen]:
    """Return the silent ones for whom a task is to be made."""
    rules = conditions_in_force(session).rules
    if not rules.rules[RULE].on:
        return []
    silent = [one for one in not_heard_from(session, today, [worker_id]) if one.on_demand]
    since = today - timedelta(days=rules.number(SILENCE_DAYS).value)
    asked = session.scalars(
        select(Task.citizen_id).where(
            Task.citizen_id.in_([one.citizen.id for one in silent]),
            Task.kind == TaskKind.FOLLOW_UP,
            Task.text.startswith(_QUIET),
            (Task.done_at.is_(None)) | (Task.due > since),
        )
    )
    known = set(asked)
    return [one for one in silent if one.citizen.id not in known]
