"""What a person can do with follow-ups (opfølgning): plan, hold, and write the status report.

The provider recommends; the decision is the authority's. Planning one makes a task for the
primary worker, which is done once the follow-up is held.
"""

from datetime import UTC, date, datetime, time

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bostoette.models.follow_up_fields import FollowUpFields, StoredFollowUp
from bostoette.models.goal import FollowUp
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.task import Task, TaskKind
from bostoette.services.open_citizen import open_citizen
from bostoette.services.stale import check_version
from bostoette.store.journal import describe

TASK = "Opfølgning: skriv statusrapport og indstilling"
_OF_CITIZEN = select(FollowUp).where(FollowUp.citizen_id == bindparam("citizen"))


def follow_ups_of(session: Session, citizen_id: Key) -> tuple[StoredFollowUp, ...]:
    """Return a citizen's follow-ups: those to come first, by day, then the newest held."""
    rows = session.scalars(_OF_CITIZEN, {"citizen": citizen_id}).all()
    coming = sorted((row for row in rows if row.held_on is None), key=lambda row: row.due)
    held = sorted((row for row in rows if row.held_on is not None), key=_newest_first)
    return tuple(_stored(row) for row in (*coming, *held))


def plan(session: Session, citizen_id: Key, fields: FollowUpFields, by: Key) -> Key:
    """Plan a follow-up, with a task for the primary worker; return its key."""
    fields.check()
    citizen = open_citizen(session, citizen_id)
    row = FollowUp(citizen_id=citizen_id)
    _fill(row, fields)
    session.add(row)
    session.flush()
    if fields.held_on is None:
        _ask_for(session, citizen_id, citizen.primary_worker_id or by, fields.due)
    describe(session, f"Opfølgning med {citizen.initials}")
    return row.id


def change(
    session: Session, follow_up_id: Key, version: int, fields: FollowUpFields, by: Key
) -> None:
    """Save a follow-up's day, recommendation and report; once held, its task is done.

    Raises ChangedMeanwhile when it is stale.
    """
    fields.check()
    row = session.get(FollowUp, follow_up_id)
    if row is None:
        raise PlanError(
            "Opfølgningen findes ikke længere. Andet er ikke ændret; se borgeren efter igen."
        )
    check_version(row.version, version)
    task = _task_of(session, row)
    if task is not None and fields.held_on is not None:
        task.done_at, task.done_by = datetime.combine(fields.held_on, time(12), UTC), by
    elif task is not None:
        task.due = fields.due
    _fill(row, fields)
    describe(session, f"Ret opfølgning med {open_citizen(session, row.citizen_id).initials}")


def _newest_first(row: FollowUp) -> int:
    return -(row.held_on or row.due).toordinal()


def _ask_for(session: Session, citizen_id: Key, worker_id: Key, due: date) -> None:
    task = Task(kind=TaskKind.FOLLOW_UP, worker_id=worker_id, text=TASK, due=due)
    task.citizen_id = citizen_id
    session.add(task)


def _task_of(session: Session, row: FollowUp) -> Task | None:
    """Find the open task that asks for a follow-up."""
    return session.scalars(
        select(Task)
        .where(
            Task.citizen_id == row.citizen_id,
            Task.kind == TaskKind.FOLLOW_UP,
            Task.text == TASK,
            Task.due == row.due,
            Task.done_at.is_(None),
        )
        .limit(1)
    ).first()


def _fill(row: FollowUp, fields: FollowUpFields) -> None:
    row.due, row.held_on = fields.due, fields.held_on
    row.recommendation, row.report = fields.recommendation, fields.report.strip()


def _stored(row: FollowUp) -> StoredFollowUp:
    fields = FollowUpFields(row.due, row.held_on, row.recommendation, row.report)
    return StoredFollowUp(row.id, row.version, fields)
