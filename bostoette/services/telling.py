"""Who must be told of a change: looked at once for every step, so that no action can forget it.

The desk asks after each change, before it writes the step: contacts that were agreed with a
citizen or had left this machine, and whose day, time, form or worker changed or that were called
off, each give a task "tell the citizen" (P49) in the same step of the journal.

What gives none: a change of what has been; a cancellation by the citizen herself; a contact that
was missed or held, which also lets an open task fall away; the contacts of somebody who has died.
A change back to what the citizen knows takes the open task away again. Where one step changes more
than a few contacts of the same citizen, as with a series, they share one task on the first.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.export_receipt import ExportedEvent
from bostoette.models.journal import StepKind
from bostoette.models.key import Key
from bostoette.models.task import Task, TaskKind
from bostoette.models.wording import listed
from bostoette.models.worker import Worker
from bostoette.planning.citizen_message import (
    Meeting,
    change_told,
    expected_before,
    known_before,
    on_again_told,
    several_told,
)
from bostoette.services.tasks import open_inform_tasks, tell_citizen
from bostoette.store.journal import RowChange, pencil_of

MOST_APART = 3
"""So many contacts of one citizen are told of each by itself."""
_TOLD_OF = frozenset({"day", "start", "form", "status"})
_CALLED_OFF = frozenset({ContactStatus.CANCELLED_BY_US, ContactStatus.CONVERTED})
_NO_MATTER = frozenset(
    {ContactStatus.HELD, ContactStatus.NO_SHOW, ContactStatus.CANCELLED_BY_CITIZEN}
)


@dataclass(frozen=True, slots=True)
class _Changed:
    """One contact and what it was before the step."""

    id: Key
    contact: Contact | None
    """None where it was deleted."""
    was: Meeting
    was_status: ContactStatus
    was_agreed: bool
    was_with: frozenset[Key]
    """The workers; empty where the contact was deleted."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One thing to tell."""

    citizens: tuple[Key, ...]
    contact: Contact | None
    text: str
    was_on: date
    task: Task | None
    """The open task that is renewed."""


def note_whom_to_tell(session: Session, actor_id: Key, moment: datetime) -> None:
    """Note a task for everything in the session's step of which a citizen has to be told.

    ``moment`` is now, in UTC; what counts as past is told by the Danish day.
    """
    session.flush()
    if pencil_of(session).kind is not StepKind.CHANGE:
        return
    changed = _those_she_counts_on(session, list(_changed_contacts(session)))
    if changed:
        today = _danish_day(moment)
        told = list(_to_tell(session, changed, today))
        for one in _few_of(told):
            _note(session, one, actor_id, today)


def _danish_day(moment: datetime) -> date:
    from zoneinfo import ZoneInfo  # reads the table of zones, which a start does not need

    return moment.astimezone(ZoneInfo("Europe/Copenhagen")).date()


def _changed_contacts(session: Session) -> Iterable[_Changed]:
    rows = dict(pencil_of(session).rows)
    swaps = _swaps(session)
    for (table, name), change in rows.items():
        if table == Contact.__tablename__ and change.before is not None:
            key = bytes.fromhex(name)
            if _matters(change) or key in swaps:
                found = session.get(Contact, key) if change.after is not None else None
                yield _as_it_was(key, found, change.before, swaps.get(key, _Swap()))
    for key, swap in swaps.items():
        if (Contact.__tablename__, key.hex()) not in rows:
            yield _as_it_was(key, session.get_one(Contact, key), {}, swap)


@dataclass(frozen=True, slots=True)
class _Swap:
    """The workers whom a step brought into a contact, and took out of it."""

    came: set[Key] = field(default_factory=set)
    left: set[Key] = field(default_factory=set)


def _swaps(session: Session) -> dict[Key, _Swap]:
    """Return by contact which workers the step swapped; one who was added beside is no news."""
    found: dict[Key, _Swap] = defaultdict(_Swap)
    for (table, _key), change in pencil_of(session).rows.items():
        if table != ContactWorker.__tablename__:
            continue
        if change.before is None and change.after is not None:
            swap = found[bytes.fromhex(change.after["contact_id"])]
            swap.came.add(bytes.fromhex(change.after["worker_id"]))
        elif change.after is None and change.before is not None:
            swap = found[bytes.fromhex(change.before["contact_id"])]
            swap.left.add(bytes.fromhex(change.before["worker_id"]))
    return {key: swap for key, swap in found.items() if swap.left}


def _matters(change: RowChange) -> bool:
    return change.after is None or not _TOLD_OF.isdisjoint(change.before or ())


def _as_it_was(key: Key, contact: Contact | None, before: dict[str, Any], swap: _Swap) -> _Changed:
    def was(name: str) -> Any:
        return before[name] if name in before else getattr(contact, name)

    day = was("day")
    return _Changed(
        key,
        contact,
        Meeting(
            ContactForm(was("form")),
            day if isinstance(day, date) else date.fromisoformat(day),
            was("start"),
        ),
        ContactStatus(was("status")),
        bool(was("agreed_with_citizen")),
        frozenset() if contact is None else (_workers(contact) - swap.came) | swap.left,
    )


def _workers(contact: Contact) -> frozenset[Key]:
    return frozenset(part.worker_id for part in contact.workers)


def _people(session: Session, workers: frozenset[Key]) -> str:
    """Name workers as citizens know them, by first name."""
    found = [session.get(Worker, key) for key in workers]
    return listed(sorted(one.name.split()[0] for one in found if one is not None and one.name))


def _those_she_counts_on(session: Session, changed: list[_Changed]) -> list[_Changed]:
    """Keep the contacts that were agreed with the citizen or had been exported."""
    others = [one.id for one in changed if not one.was_agreed]
    exported: set[Key] = set()
    if others:
        rows = session.scalars(
            select(ExportedEvent.contact_id).where(ExportedEvent.contact_id.in_(others))
        )
        exported = {key for key in rows if key is not None}
    return [one for one in changed if one.was_agreed or one.id in exported]


def _to_tell(session: Session, changed: list[_Changed], today: date) -> Iterable[_Told]:
    tasks = open_inform_tasks(session, [one.id for one in changed])
    instead = _came_instead(session)
    for one in sorted(changed, key=lambda each: (each.was.day, each.was.start)):
        task = tasks.get(one.id)
        about = instead.get(one.id, one.contact)
        status = None if one.contact is None else one.contact.status
        if status in _NO_MATTER:
            if task is not None:
                session.delete(task)
            continue
        now = _meeting(session, about)
        if max(one.was.day, now.day if now else one.was.day) < today:
            continue
        text = _text(session, one, task, now)
        if text:
            citizens = _citizens(session, one)
            yield _Told(citizens, about, text, one.was.day, task)
        elif task is not None:
            session.delete(task)


def _came_instead(session: Session) -> dict[Key, Contact]:
    """Return what the step planned anew instead of other contacts."""
    found: dict[Key, Contact] = {}
    for (table, key), change in list(pencil_of(session).rows.items()):
        if table == Contact.__tablename__ and change.before is None and change.after is not None:
            new = session.get_one(Contact, bytes.fromhex(key))
            if new.converted_from is not None:
                found[new.converted_from] = new
    return found


def _meeting(session: Session, contact: Contact | None) -> Meeting | None:
    if contact is None or contact.status is not ContactStatus.PLANNED:
        return None
    people = _people(session, _workers(contact))
    return Meeting(contact.form, contact.day, contact.start, people)


def _text(session: Session, one: _Changed, task: Task | None, now: Meeting | None) -> str:
    """Say what to tell; empty where there is nothing."""
    expected = _people(session, one.was_with)
    if task is not None:
        return change_told(known_before(task.text), now, expected_before(task.text) or expected)
    if one.was_status is ContactStatus.PLANNED:
        return change_told(one.was.said(), now, expected)
    if one.was_status in _CALLED_OFF and now is not None:
        return on_again_told(now)
    return ""


def _citizens(session: Session, one: _Changed) -> tuple[Key, ...]:
    """Return who is to be told, those who have died left out."""
    if one.contact is not None:
        keys = [part.citizen_id for part in one.contact.citizens]
    else:
        keys = _deleted_parts(session, one.id)
    found = [session.get(Citizen, key) for key in keys]
    return tuple(
        each.id for each in found if each is not None and each.status is not CitizenStatus.DEAD
    )


def _deleted_parts(session: Session, contact_id: Key) -> list[Key]:
    return [
        bytes.fromhex(change.before["citizen_id"])
        for (table, _key), change in pencil_of(session).rows.items()
        if table == ContactCitizen.__tablename__
        and change.before is not None
        and change.before.get("contact_id") == contact_id.hex()
    ]


def _few_of(told: list[_Told]) -> Iterable[_Told]:
    """Give what is renewed, and what is new: many of one citizen's as one."""
    apart: dict[tuple[Key, ...], list[_Told]] = defaultdict(list)
    for one in told:
        if one.task is not None:
            yield one
        elif one.citizens:
            apart[one.citizens].append(one)
    for several in apart.values():
        if len(several) <= MOST_APART:
            yield from several
        else:
            first = several[0]
            yield replace(first, text=several_told(first.text, len(several) - 1))


def _note(session: Session, one: _Told, actor_id: Key, today: date) -> None:
    if one.contact is None:
        due = max(today, one.was_on)
        session.add(
            Task(
                kind=TaskKind.INFORM_CITIZEN,
                worker_id=actor_id,
                citizen_id=one.citizens[0],
                due=due,
                text=one.text,
            )
        )
        return
    if one.task is not None:
        one.task.contact_id = one.contact.id
        session.flush()
    tell_citizen(session, one.contact, one.text, today, by=actor_id, was_on=one.was_on)
