"""What the tests of backups share: people, passphrases and ways in."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.journal import JournalStep, StepKind
from bostoette.models.recovery_key import RecoveryKey
from bostoette.models.worker import Worker
from bostoette.services.program_file import OpenFile, open_file
from bostoette.store.journal import describe
from bostoette.store.key_file import KeyFile, Unlocked
from bostoette.store.key_wrapping import Cost
from bostoette.store.places import Places
from tests.clock import Clock

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
OLD = "syv grønne æbler i haven"
NEW = "otte blå pærer på loftet"


def add(session: Session, code: str, name: str) -> None:
    worker = session.query(Worker).one()
    session.add(
        Citizen(
            initials=code,
            name=name,
            code=code,
            primary_worker_id=worker.id,
            profile=CitizenProfile(),
        )
    )
    describe(session, "Ny borger")


def add_worker(session: Session) -> None:
    session.add(Worker(initials="M.J.", name="Mona Jensen"))
    describe(session, "Ny medarbejder")


def codes(session: Session) -> set[str]:
    return {citizen.code for citizen in session.query(Citizen)}


def acts(session: Session) -> list[tuple[str, object]]:
    steps = session.query(JournalStep).filter_by(kind=StepKind.ACT).order_by(JournalStep.id)
    return [(step.label, step.facts) for step in steps]


def open_again(places: Places, passphrase: str, clock: Clock) -> OpenFile:
    unlocked = KeyFile.load(places.key_file).unlock_with_passphrase(passphrase)
    return open_file(places, unlocked, clock)


def by(passphrase: str) -> Callable[[KeyFile], Unlocked]:
    return lambda key_file: key_file.unlock_with_passphrase(passphrase)


def by_recovery(key: RecoveryKey) -> Callable[[KeyFile], Unlocked]:
    return lambda key_file: key_file.unlock_with_recovery(key.text)


def taken_out(box: Path, name: str, folder: Path) -> Path:
    with zipfile.ZipFile(box) as archive:
        return Path(archive.extract(name, folder))
