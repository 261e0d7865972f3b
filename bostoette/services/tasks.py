"""What a person can do with tasks (opgaver): note, change, do, reopen, and tell the citizen."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.task import Task, TaskKind
from bostoette.models.task_fields import ListedTask, TaskFields
from bostoette.models.timespan import TimeSpan
from bostoette.models.told_how import ToldHow
from bostoette.models.week_contact import CitizenName
from bostoette.models.worker import Worker
from bostoette.services.stale import check_version
from bostoette.store.journal import describe

_SETTLED_WITH_CITIZEN = frozenset({TaskKind.TRIAL, TaskKind.PHASE_OUT})


def tasks_of(
    session: Session, worker_id: Key, done_since: datetime | None = None
) -> tuple[ListedTask, ...]:
    """Return a worker's open tasks, the most overdue first, those without a day last.

    With ``done_since`` (UTC) also what was done from then on, after the open ones.
    """
    doer, hers = aliased(Worker), aliased(Citizen)
    is_open = Task.done_at.is_(None)
    shown = is_open if done_since is None else or_(is_open, Task.done_at >= done_since)
    rows = session.execute(
        select(
            Task.id,
            Task.version,
            Task.text,
            Task.due,
            Task.kind,
            hers.id,
            hers.name,
            hers.initials,
            hers.code,
            Contact.id,
            Contact.form,
            Contact.day,
            Contact.start,
            Contact.minutes,
            Task.done_at,
            doer.initials,
            Task.told_how,
        )
        .outerjoin(hers, hers.id == Task.citizen_id)
        .outerjoin(Contact, Contact.id == Task.contact_id)
        .outerjoin(doer, doer.id == Task.done_by)
        .where(Task.worker_id == worker_id, shown)
        .order_by(Task.done_at.is_not(None), Task.due.is_(None), Task.due, Task.id)
    )
    return tuple(_listed(*row) for row in rows)


def tasks_due_count(session: Session, worker_id: Key, today: date) -> int:
    """Count a worker's open tasks that are due today or overdue."""
    count = session.scalar(
        select(func.count())
        .select_from(Task)
        .where(Task.worker_id == worker_id, Task.done_at.is_(None), Task.due <= today)
    )
    return count or 0


def not_told(session: Session, contacts: Collection[Key]) -> frozenset[Key]:
    """Return those of these contacts of whose change the citizen is still to be told (P49)."""
    rows = session.scalars(
        select(Task.contact_id).where(
            Task.contact_id.in_(contacts),
            Task.kind == TaskKind.INFORM_CITIZEN,
            Task.done_at.is_(None),
        )
    )
    return frozenset(key for key in rows if key is not None)


def create(session: Session, worker_id: Key, fields: TaskFields) -> Key:
    """Note a task; return its key. Raises PlanError where nothing is written."""
    fields.check()
    task = Task(kind=TaskKind.OTHER, worker_id=worker_id)
    _fill(task, fields)
    session.add(task)
    session.flush()
    describe(session, _named(session, "Ny opgave", task))
    return task.id


def change(session: Session, task_id: Key, version: int, fields: TaskFields) -> None:
    """Change a task; raises ChangedMeanwhile when it is stale."""
    fields.check()
    task = _open_task(session, task_id)
    check_version(task.version, version)
    _fill(task, fields)
    describe(session, _named(session, "Ret opgave", task))


def delete(session: Session, task_id: Key) -> None:
    """Delete a task; one that tells the citizen of a change is done, not deleted (P49)."""
    task = _open_task(session, task_id)
    if task.kind is TaskKind.INFORM_CITIZEN:
        raise PlanError(
            "Borgeren skal have besked om ændringen, så opgaven kan ikke slettes. Intet er "
            "ændret. Sæt den til udført, når beskeden er givet."
        )
    words = _named(session, "Slet opgave", task)
    session.delete(task)
    describe(session, words)


def done(session: Session, task_id: Key, *, by: Key, at: datetime) -> None:
    """Note that a task is done: by whom, and when (UTC).

    Raises PlanError for one that tells the citizen of a change: that is closed by `told` (P49).
    """
    task = _open_task(session, task_id)
    if task.kind is TaskKind.INFORM_CITIZEN:
        raise PlanError(
            "Opgaven lukkes først, når borgeren har fået besked. Intet er ændret. "
            "Vælg, hvordan borgeren fik det at vide."
        )
    _close(session, task, by, at)


def told(session: Session, task_id: Key, how: ToldHow, *, by: Key, at: datetime) -> None:
    """Note that the citizen was told of a change: how, by whom, and when (UTC, P49).

    Where a colleague closed the task meanwhile, what she wrote stands.
    """
    task = _open_task(session, task_id)
    if task.done_at is None:
        task.told_how = how
    _close(session, task, by, at)


def _close(session: Session, task: Task, by: Key, at: datetime) -> None:
    if task.done_at is None:
        task.done_at, task.done_by = at, by
        describe(session, _named(session, "Udfør opgave", task))


def reopen(session: Session, task_id: Key) -> None:
    """Take a task up again that was marked as done."""
    task = _open_task(session, task_id)
    if task.done_at is not None:
        task.done_at = task.done_by = task.told_how = None
        describe(session, _named(session, "Opgave ikke udført alligevel", task))


def tell_citizen(
    session: Session,
    contact: Contact,
    what: str,
    today: date,
    *,
    by: Key | None = None,
    was_on: date | None = None,
) -> Task:
    """Note that a citizen has to be told what has become of a contact (P49).

    There is one such open task a contact: a new change renews its text. It is due on the day the
    contact was to be or is, whichever comes first, at the earliest today. It lies with whoever
    made the change (``by``), else with the worker who holds the contact.
    """
    task = open_inform_tasks(session, [contact.id]).get(contact.id)
    if task is None:
        citizens = [part.citizen_id for part in contact.citizens]
        task = Task(
            kind=TaskKind.INFORM_CITIZEN,
            worker_id=by or contact.workers[0].worker_id,
            citizen_id=citizens[0] if citizens else None,
            contact_id=contact.id,
        )
        session.add(task)
    task.text = what
    task.due = max(today, min(contact.day, was_on or contact.day))
    return task


def open_inform_tasks(session: Session, contacts: list[Key]) -> dict[Key, Task]:
    """Return for each contact the open task that tells of it, where there is one."""
    rows = session.scalars(
        select(Task).where(
            Task.contact_id.in_(contacts),
            Task.kind == TaskKind.INFORM_CITIZEN,
            Task.done_at.is_(None),
        )
    )
    return {task.contact_id: task for task in rows if task.contact_id is not None}


def let_go_of(session: Session, contact_id: Key) -> None:
    """Let tasks stand without a contact that is about to be deleted."""
    for task in session.scalars(select(Task).where(Task.contact_id == contact_id)):
        task.contact_id = None
    session.flush()  # they must have let go before the contact goes


def _listed(key: Key, version: int, text: str, due: date | None, *rest: Any) -> ListedTask:
    kind, *more = rest
    citizen, contact, (done_at, doer, how) = more[:4], more[4:9], more[9:]
    there = contact[0] is not None
    return ListedTask(
        id=key,
        version=version,
        text=text,
        due=due,
        tells=kind is TaskKind.INFORM_CITIZEN,
        citizen=None if citizen[0] is None else CitizenName(*citizen),
        contact_id=contact[0],
        form=contact[1],
        span=TimeSpan(*contact[2:]) if there else None,
        done_at=done_at,
        done_by=doer or "",
        told_how=how,
        settled_with_citizen=kind in _SETTLED_WITH_CITIZEN,
    )


def _fill(task: Task, fields: TaskFields) -> None:
    task.text, task.due = fields.text.strip(), fields.due
    task.citizen_id = fields.citizen_id


def _open_task(session: Session, task_id: Key) -> Task:
    task = session.get(Task, task_id)
    if task is None:
        raise PlanError(
            "Opgaven findes ikke længere. Andet er ikke ændret; se listen efter en gang til."
        )
    return task


def _named(session: Session, words: str, task: Task) -> str:
    """Name a step by whom the task is about; what it says may name people, and is left out."""
    citizen = None if task.citizen_id is None else session.get(Citizen, task.citizen_id)
    return words if citizen is None else f"{words}: {citizen.initials}"
