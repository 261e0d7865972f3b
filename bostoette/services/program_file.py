"""The program's file from first start to every morning: made, unlocked, opened, closed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.key import Key, new_key
from bostoette.models.plan_error import PlanError
from bostoette.models.recovery_key import RecoveryKey
from bostoette.models.team import TeamSetting
from bostoette.models.worker import Worker
from bostoette.models.worker_kinds import WorkerRole
from bostoette.models.working_hours import WorkingHours
from bostoette.services.delivered_lists import delivered_lists
from bostoette.services.desk import Desk
from bostoette.services.signing_in import refuse_ended
from bostoette.store import backup, unfinished
from bostoette.store.database import Database, make_empty_database, open_database
from bostoette.store.file_lock import FileLock
from bostoette.store.journal import describe
from bostoette.store.key_file import KeyFile, Unlocked
from bostoette.store.places import Places, check_folder, make_folder
from bostoette.store.schema import migrate, stored_schema
from bostoette.store.schema_number import SCHEMA
from bostoette.store.shared_rights import follow_folder, make_shared_folder

WAIT_SECONDS = 3.0
"""For a program that is just ending: *Lås* starts the next before the last is gone."""


class StartState(Enum):
    """What meets the person at the start."""

    FIRST_START = auto()
    LOCKED = auto()


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What the first start asks about the person."""

    name: str
    initials: str
    job_title: str = ""
    hours: WorkingHours | None = None
    role: WorkerRole = WorkerRole.WORKER


@dataclass(frozen=True, slots=True)
class OpenFile:
    """An open file with a desk in the person's name; ``lock`` is None for readers."""

    places: Places
    database: Database
    desk: Desk
    lock: FileLock | None

    def close(self) -> None:
        """Let go of the file, and let the next program in."""
        self.database.close()
        if self.lock is not None:
            self.lock.release()


def start_state(places: Places) -> StartState:
    """Tell whether there is a file to unlock; finishes what was cut off."""
    unfinished.finish(places)
    if places.key_file.exists() or places.database.exists():
        return StartState.LOCKED
    return StartState.FIRST_START


def create(
    places: Places, passphrase: str, person: NewPerson, now: Callable[[], datetime]
) -> tuple[OpenFile, RecoveryKey]:
    """Make a new file with its first person, and open it.

    The recovery key is given once and kept nowhere. Whatever stops half-way leaves no file.
    """
    if start_state(places) is not StartState.FIRST_START:
        raise PlanError(
            "Der ligger allerede data i mappen. De er ikke rørt. "
            "Åbn dem, eller vælg en anden mappe."
        )
    if places.account is None:
        make_folder(places.folder, parents=True)
    else:
        make_shared_folder(places.folder)
    worker_id = new_key()
    made = KeyFile.create(passphrase, worker=worker_id.hex())
    fresh = places.database.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    make_empty_database(fresh, made.data_key)
    follow_folder(fresh)
    database = open_database(fresh, made.data_key)
    try:
        migrate(database.writer)
        desk = Desk(database, worker_id, now)
        desk.upkeep(seed_lists, made.key_file.database_id)
        desk.upkeep(_add_first_person, worker_id, person)
    finally:
        database.close()
    made.key_file.save(places.key_file)
    unfinished.finish(places)
    slot = made.key_file.unlock_with_recovery(made.recovery_key.text).slot
    opened = _open(places, Unlocked(made.data_key, slot), worker_id, now, writing=True)
    return opened, made.recovery_key


def open_file(
    places: Places, unlocked: Unlocked, now: Callable[[], datetime], *, writing: bool = True
) -> OpenFile:
    """Open an unlocked file in the name of the slot's person.

    A writer takes the lock and brings the file to today's schema, after a copy of it; a reader
    works beside an open window and changes nothing.
    """
    worker = unlocked.slot.worker
    return _open(places, unlocked, bytes.fromhex(worker) if worker else None, now, writing=writing)


def refuse_unless_here(places: Places, unlocked: Unlocked, now: Callable[[], datetime]) -> None:
    """Raise EntryEnded or NotInTheTeam unless the slot's person still works here; opens no file.

    A file of an older version is asked once it is brought up to date, when it is opened.
    """
    worker = unlocked.slot.worker
    database = open_database(places.database, unlocked.data_key)
    try:
        if worker is not None and stored_schema(database.reader) == SCHEMA:
            key = bytes.fromhex(worker)
            Desk(database, key, now).read(refuse_ended, key, now())
    finally:
        database.close()


def _open(
    places: Places,
    unlocked: Unlocked,
    worker_id: Key | None,
    now: Callable[[], datetime],
    *,
    writing: bool,
) -> OpenFile:
    if writing:
        check_folder(places.folder)
    lock = FileLock.take(places.database, wait_seconds=WAIT_SECONDS) if writing else None
    database: Database | None = None
    try:
        database = open_database(places.database, unlocked.data_key)
        _bring_up_to_date(places, database, now, writing=writing)
        desk = Desk(database, worker_id or b"", now)
        if worker_id is None:
            desk.actor_id = desk.read(_first_worker)
        else:
            desk.read(refuse_ended, worker_id, now())
        if lock is not None:
            lock.tell(desk.read(_initials, desk.actor_id), now())
    except BaseException:
        if database is not None:
            database.close()
        if lock is not None:
            lock.release()
        raise
    return OpenFile(places, database, desk, lock)


def _bring_up_to_date(
    places: Places, database: Database, now: Callable[[], datetime], *, writing: bool
) -> None:
    if stored_schema(database.reader) == SCHEMA:
        return
    if not writing:
        raise PlanError(
            "Filen er fra en ældre udgave af programmet. Intet er ændret. "
            "Åbn programmet én gang, så bringes filen op til dato."
        )
    backup.copy_before_migration(places, database, now())
    migrate(database.writer)


def _initials(session: Session, worker_id: Key) -> str:
    return session.scalar(select(Worker.initials).where(Worker.id == worker_id)) or ""


def _first_worker(session: Session) -> Key:
    return (
        session.scalars(
            select(Worker.id).where(Worker.active.is_(True)).order_by(Worker.id)
        ).first()
        or b""
    )


def seed_lists(session: Session, database_id: str) -> None:
    """Begin a new file with the delivered purposes, paragraphs and platforms."""
    session.add(TeamSetting(id="database_id", value=database_id))
    for kind, rows in delivered_lists():
        session.add_all(kind(**row) for row in rows)
    describe(session, "Nye data")


def _add_first_person(session: Session, worker_id: Key, person: NewPerson) -> None:
    session.add(
        Worker(
            id=worker_id,
            name=person.name.strip(),
            initials=person.initials.strip(),
            job_title=person.job_title.strip(),
            hours=person.hours or WorkingHours.standard(),
            role=person.role,
        )
    )
    describe(session, "Ny medarbejder")
