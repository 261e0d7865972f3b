"""What a person can do with the team's workers and their absences.

Everybody changes her own entry and absences; others' entries, and every role, are a team
leader's to change (`team_rights`). A worker who stops stays in the file with all she did.
"""

from collections.abc import Sequence
from dataclasses import fields as fields_of
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import Contact, ContactWorker
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.danish_order import COLLATION
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.right import Right
from bostoette.models.worker import Absence, Worker
from bostoette.models.worker_fields import (
    AbsenceFields,
    ListedWorker,
    NamedCitizen,
    PlannedContact,
    StoredAbsence,
    WorkerDetails,
    WorkerFields,
    WorkerStop,
)
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services.contacts import whom
from bostoette.services.stale import check_version
from bostoette.services.team_rights import refuse_unless
from bostoette.store.journal import describe

_FIELD_NAMES = tuple(field.name for field in fields_of(WorkerFields))
_TEXT_NAMES = tuple(field.name for field in fields_of(WorkerFields) if field.type is str)
INITIALS_TAKEN = (
    "Initialerne bruges allerede af en anden i teamet; også de, der er stoppet, tæller med. "
    "Intet er gemt endnu, og det skrevne står der stadig. Tilføj for eksempel et bogstav."
)


def listed(session: Session) -> tuple[ListedWorker, ...]:
    """Return everybody by name, those who have stopped last."""
    rows = session.execute(
        select(
            Worker.id,
            Worker.version,
            Worker.name,
            Worker.initials,
            Worker.job_title,
            Worker.role,
            Worker.valid_to,
            Worker.active,
        ).order_by(Worker.active.desc(), Worker.name.collate(COLLATION), Worker.id)
    )
    return tuple(ListedWorker(*row) for row in rows)


def details(session: Session, worker_id: Key) -> WorkerDetails:
    """Return everything about one worker."""
    worker = _open(session, worker_id)
    fields = WorkerFields(**{name: getattr(worker, name) for name in _FIELD_NAMES})
    return WorkerDetails(worker.id, worker.version, worker.active, fields)


def create(session: Session, actor_id: Key, fields: WorkerFields) -> Key:
    """Take a worker or a substitute into the team; return her key.

    Raises PlanError where a field cannot be stored, the initials are taken, or it is not the
    person's to do.
    """
    refuse_unless(session, actor_id, Right.WORKERS)
    worker = Worker()
    _fill(session, worker, fields)
    session.add(worker)
    session.flush()
    kind = "vikar" if fields.role is WorkerRole.SUBSTITUTE else "medarbejder"
    describe(session, f"Ny {kind}: {worker.initials}")
    return worker.id


def change(
    session: Session, actor_id: Key, worker_id: Key, version: int, fields: WorkerFields
) -> None:
    """Save what was changed in the form; raises ChangedMeanwhile when it is stale.

    Raises PlanError as `create` does, and where somebody else's entry, or any role, is changed
    by one who is no team leader.
    """
    worker = _open(session, worker_id)
    check_version(worker.version, version)
    if worker_id != actor_id or worker.role is not fields.role:
        refuse_unless(session, actor_id, Right.WORKERS)
    _fill(session, worker, fields)
    describe(session, f"Ret medarbejder: {worker.initials}")


def what_waits(session: Session, worker_id: Key, today: date) -> WorkerStop:
    """List what would wait for somebody else if a worker stopped; nothing is changed."""
    return WorkerStop(
        _citizens(session, Citizen.primary_worker_id == worker_id),
        _citizens(session, Citizen.secondary_worker_id == worker_id),
        _planned(session, worker_id, ContactWorker.day >= today),
    )


def deactivate(session: Session, actor_id: Key, worker_id: Key, version: int) -> None:
    """Let a worker stop: she can no longer be chosen, and all that is stored stays as it is.

    Raises ChangedMeanwhile when stale, and PlanError where it is the person herself or not hers
    to do.
    """
    refuse_unless(session, actor_id, Right.WORKERS)
    worker = _open(session, worker_id)
    check_version(worker.version, version)
    if worker_id == actor_id:
        raise PlanError(
            "Du er selv logget ind, så du kan ikke stoppe dig selv. Intet er ændret. "
            "Bed en kollega om at gøre det."
        )
    worker.active = False
    describe(session, f"{worker.initials} er stoppet")


def end_substitutes(session: Session, today: date) -> int:
    """Let substitutes whose last day is past stop; return how many. For the desk's upkeep."""
    past = list(session.scalars(select(Worker).where(Worker.active, Worker.valid_to < today)))
    for worker in past:
        worker.active = False
    if past:
        describe(session, "Vikarer, hvis sidste dag er gået, er stoppet")
    return len(past)


def activate(session: Session, actor_id: Key, worker_id: Key, version: int) -> None:
    """Take a worker who had stopped up again; raises as `deactivate` does."""
    refuse_unless(session, actor_id, Right.WORKERS)
    worker = _open(session, worker_id)
    check_version(worker.version, version)
    worker.active = True
    describe(session, f"{worker.initials} er aktiv igen")


# --- absences ---


def absences(session: Session, worker_id: Key) -> tuple[StoredAbsence, ...]:
    """Return a worker's absences, the latest first."""
    rows = session.scalars(
        select(Absence)
        .where(Absence.worker_id == worker_id)
        .order_by(Absence.first_day.desc(), Absence.id.desc())
    )
    return tuple(
        StoredAbsence(
            one.id, one.version, one.worker_id, AbsenceFields(one.first_day, one.last_day, one.kind)
        )
        for one in rows
    )


def contacts_hit(
    session: Session, worker_id: Key, first: date, last: date
) -> tuple[PlannedContact, ...]:
    """List a worker's planned contacts from the first to the last day; they are not changed."""
    return _planned(session, worker_id, ContactWorker.day.between(first, last))


def add_absence(session: Session, actor_id: Key, worker_id: Key, fields: AbsenceFields) -> Key:
    """Note that a worker is away; return the absence's key.

    Raises PlanError where the days cannot be or it is not the person's to do.
    """
    worker = _whose(session, actor_id, worker_id)
    fields.check()
    absence = Absence(worker_id=worker_id)
    _fill_absence(absence, fields)
    session.add(absence)
    session.flush()
    describe(session, f"Nyt fravær: {worker.initials}")
    return absence.id


def change_absence(
    session: Session, actor_id: Key, absence_id: Key, version: int, fields: AbsenceFields
) -> None:
    """Save an absence's other days or kind; raises as `add_absence`, or ChangedMeanwhile."""
    absence = _open_absence(session, absence_id)
    worker = _whose(session, actor_id, absence.worker_id)
    check_version(absence.version, version)
    fields.check()
    _fill_absence(absence, fields)
    describe(session, f"Ret fravær: {worker.initials}")


def remove_absence(session: Session, actor_id: Key, absence_id: Key, version: int) -> None:
    """Take an absence away again; raises as `change_absence` does."""
    absence = _open_absence(session, absence_id)
    worker = _whose(session, actor_id, absence.worker_id)
    check_version(absence.version, version)
    session.delete(absence)
    describe(session, f"Slet fravær: {worker.initials}")


# --- inside ---


def _open(session: Session, worker_id: Key) -> Worker:
    worker = session.get(Worker, worker_id)
    if worker is None:
        raise PlanError(
            "Medarbejderen findes ikke længere. Andet er ikke ændret; se listen efter en gang til."
        )
    return worker


def _open_absence(session: Session, absence_id: Key) -> Absence:
    absence = session.get(Absence, absence_id)
    if absence is None:
        raise PlanError(
            "Fraværet findes ikke længere. Andet er ikke ændret; se listen efter en gang til."
        )
    return absence


def _whose(session: Session, actor_id: Key, worker_id: Key) -> Worker:
    """Return the worker if she is the person herself, or the person's to change."""
    if worker_id != actor_id:
        refuse_unless(session, actor_id, Right.WORKERS)
    return _open(session, worker_id)


def _fill(session: Session, worker: Worker, fields: WorkerFields) -> None:
    fields.check()
    for name in _FIELD_NAMES:
        value: Any = getattr(fields, name)
        setattr(worker, name, value.strip() if name in _TEXT_NAMES else value)
    if fields.role is not WorkerRole.SUBSTITUTE:
        worker.valid_to = None
    with session.no_autoflush:
        others = session.execute(select(Worker.id, Worker.initials)).all()
    mine = _bare(worker.initials)
    if any(_bare(initials) == mine for key, initials in others if key != worker.id):
        raise PlanError(INITIALS_TAKEN)


def _fill_absence(absence: Absence, fields: AbsenceFields) -> None:
    absence.first_day, absence.last_day = fields.first_day, fields.last_day
    absence.kind = fields.kind


def _bare(initials: str) -> str:
    """Make ``M.J.`` and ``mj`` alike: nobody could tell them apart when spoken."""
    return "".join(sign for sign in initials.casefold() if sign.isalnum())


def _citizens(session: Session, whose: ColumnElement[bool]) -> tuple[NamedCitizen, ...]:
    rows = session.execute(
        select(Citizen.id, Citizen.initials, Citizen.name)
        .where(whose, Citizen.status.in_((CitizenStatus.ACTIVE, CitizenStatus.PAUSED)))
        .order_by(Citizen.name.collate(COLLATION))
    )
    return tuple(NamedCitizen(*row) for row in rows)


def _planned(
    session: Session, worker_id: Key, days: ColumnElement[bool]
) -> tuple[PlannedContact, ...]:
    found: Sequence[Contact] = session.scalars(
        select(Contact)
        .join(ContactWorker, ContactWorker.contact_id == Contact.id)
        .where(ContactWorker.worker_id == worker_id, days, Contact.status == ContactStatus.PLANNED)
        .order_by(Contact.day, Contact.start)
    ).all()
    return tuple(PlannedContact(one.id, one.span, whom(session, one)) for one in found)
