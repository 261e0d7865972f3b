"""The versions of the team's sheet: settled at a meeting, compared, looked at again (P09)."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bostoette.models.danish_order import COLLATION
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.models.right import Right
from bostoette.models.sheet_version import (
    DELIVERED_NUMBER,
    Difference,
    Participant,
    StoredVersion,
)
from bostoette.models.task import Task, TaskKind
from bostoette.models.team_sheet import SheetVersion
from bostoette.models.worker import Worker
from bostoette.models.worker_kinds import WorkerRole
from bostoette.planning.asking_again import ask_again_on
from bostoette.planning.sheet_difference import differences
from bostoette.services.practice_in_force import practice_in_force, practice_with
from bostoette.services.team_rights import refuse_unless
from bostoette.store.journal import describe
from bostoette.store.sheet_rows import sheet_changes

REVIEW_MONTHS = NumberName("P09", "review_months")
TASK_TEXT = "Gå teamets rammer igennem på et teammøde"


def versions(session: Session) -> tuple[StoredVersion, ...]:
    """Return every version, the newest first; the delivered one is the last."""
    people = _people(session)
    rows = session.scalars(select(SheetVersion).order_by(SheetVersion.number.desc()))
    return (
        *(_stored(row, people) for row in rows),
        StoredVersion(DELIVERED_NUMBER, ()),
    )


def possible_participants(session: Session) -> tuple[Participant, ...]:
    """Return who can take part in a meeting: the active workers by name."""
    rows = session.execute(
        select(Worker.id, Worker.initials, Worker.name)
        .where(Worker.active.is_(True))
        .order_by(Worker.name.collate(COLLATION))
    )
    return tuple(Participant(*row) for row in rows)


def proposed_review(session: Session, today: date) -> date:
    """Return when to look at the sheet again: after the months of P09."""
    return ask_again_on(today, practice_in_force(session).rules.number(REVIEW_MONTHS).value)


def changed_between(
    session: Session, earlier: StoredVersion | None, later: StoredVersion | None
) -> tuple[Difference, ...]:
    """Return what differs between two versions; None is the sheet as it is in force now."""
    now = sheet_changes(session)
    delivered = practice_with(())
    return differences(
        delivered.rules,
        delivered.conditions,
        now if earlier is None else earlier.changes,
        now if later is None else later.changes,
    )


def save_version(
    session: Session,
    actor_id: Key,
    today: date,
    participants: tuple[Key, ...],
    review_on: date | None = None,
) -> int:
    """Settle on the sheet as it is in force, and plan when to look at it again; return its number.

    The leaders get a task on that day. Raises PlanError where nobody took part, the day is not
    to come, or it is not the person's to do.
    """
    refuse_unless(session, actor_id, Right.CONDITIONS)
    if not participants:
        raise PlanError("Sæt hak ved dem, der var med. Intet er gemt endnu.")
    again = review_on or proposed_review(session, today)
    if again <= today:
        raise PlanError("Vælg en dag frem i tiden til næste gennemgang. Intet er gemt endnu.")
    latest = session.scalar(select(func.max(SheetVersion.number)))
    number = (latest or DELIVERED_NUMBER) + 1
    session.add(
        SheetVersion(
            number=number,
            saved_on=today,
            author_id=actor_id,
            participants=participants,
            review_on=again,
            changes=dict(sheet_changes(session)),
        )
    )
    _plan_review(session, actor_id, again)
    describe(session, f"Teamets rammer: version {number}")
    return number


def review_due(session: Session, today: date) -> date | None:
    """Return the day on which the sheet should have been looked at again, if it has come."""
    latest = session.scalar(
        select(SheetVersion.review_on).order_by(SheetVersion.number.desc()).limit(1)
    )
    return latest if latest is not None and latest <= today else None


def _plan_review(session: Session, actor_id: Key, again: date) -> None:
    """Let the open tasks fall away, and give every leader a new one."""
    still_open = select(Task).where(Task.kind == TaskKind.TEAM_SHEET, Task.done_at.is_(None))
    for task in session.scalars(still_open):
        session.delete(task)
    leaders = session.scalars(
        select(Worker.id).where(Worker.role == WorkerRole.TEAM_LEADER, Worker.active.is_(True))
    ).all()
    for leader in leaders or (actor_id,):
        session.add(Task(kind=TaskKind.TEAM_SHEET, worker_id=leader, due=again, text=TASK_TEXT))


def _people(session: Session) -> dict[Key, Participant]:
    rows = session.execute(select(Worker.id, Worker.initials, Worker.name))
    return {row.id: Participant(*row) for row in rows}


def _stored(row: SheetVersion, people: dict[Key, Participant]) -> StoredVersion:
    return StoredVersion(
        row.number,
        tuple(sorted(row.changes.items())),
        row.saved_on,
        people.get(row.author_id),
        tuple(people[key] for key in row.participants if key in people),
        row.review_on,
    )
