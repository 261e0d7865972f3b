"""Kill the program at random while it saves, many times, and find everything it acknowledged.

    python script/kill_while_saving.py [TIMES]

A child saves contact after contact through the desk and says so on its output once the desk has
returned. The parent kills it without warning, opens the file, and looks for every contact that
was acknowledged, for contacts without a journal step, and for damage.
"""

import random
import signal
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.services import contacts, program_file
from bostoette.services.program_file import NewPerson, OpenFile
from bostoette.store.journal import describe
from bostoette.store.key_file import KeyFile
from bostoette.store.places import Places

PASSPHRASE = "syv blå cykler i regn"  # noqa: S105 - a throw-away file
TIMES = 200
LONGEST = 0.4
"""Seconds a child may save before it is killed."""
MONDAY = date(2026, 11, 23)


def main() -> int:
    """Run the child or the parent."""
    if sys.argv[1:2] == ["--child"]:
        save_on(Path(sys.argv[2]))
        return 0
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        return kill_often(Path(folder) / "data", times)


def kill_often(folder: Path, times: int) -> int:
    """Kill a saving child so many times; return 0 when nothing acknowledged was lost."""
    begin(folder)
    chance = random.Random(48)  # noqa: S311 - not for secrets
    known: set[str] = set()
    lost = 0
    for _ in range(times):
        acknowledged = kill_once(folder, chance.uniform(0, LONGEST))
        known |= acknowledged
        lost += len(known - stored(folder))
    print(f"{times} kills, {len(known)} contacts acknowledged, {lost} lost")
    return 1 if lost or not known else 0


def begin(folder: Path) -> None:
    """Make a file with one citizen."""
    opened, _key = program_file.create(
        Places.at(folder), PASSPHRASE, NewPerson("Mona Prøvesen", "M.P."), now
    )
    opened.desk.do(add_citizen, opened.desk.actor_id)
    opened.close()


def kill_once(folder: Path, after: float) -> set[str]:
    """Start a child, kill it a while after its first save, return what it acknowledged."""
    child = subprocess.Popen(
        [sys.executable, __file__, "--child", str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(after)
    child.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    rest, _errors = child.communicate()
    # A line that was cut off in the middle was not acknowledged.
    whole = (first + rest).split("\n")[:-1]
    return {line for line in whole if line}


def save_on(folder: Path) -> None:
    """Save contact after contact until killed."""
    opened = open_again(folder)
    citizen = opened.desk.read(any_citizen)
    number = 0
    while True:
        number += 1
        span = TimeSpan(MONDAY + timedelta(days=number % 365), 480 + number % 400, 30)
        fields = ContactFields(
            span, ContactForm.PHONE, "acute", (opened.desk.actor_id,), (citizen,)
        )
        print(opened.desk.do(contacts.create, fields).hex(), flush=True)


def stored(folder: Path) -> set[str]:
    """Open the file as the next morning does; return the contacts that have a journal step."""
    opened = open_again(folder)
    try:
        return opened.desk.read(journalled_contacts)
    finally:
        opened.close()


def journalled_contacts(session: Session) -> set[str]:
    """Return the contacts, after seeing that file and journal are whole."""
    if session.scalar(text("PRAGMA integrity_check")) != "ok":
        message = "the file is damaged"
        raise RuntimeError(message)
    rows = session.scalars(
        text(
            "SELECT lower(hex(contact.id)) FROM contact JOIN journal_change"
            " ON table_name = 'contact' AND row_key = lower(hex(contact.id))"
        )
    )
    found = set(rows)
    if len(found) != session.scalar(text("SELECT count(*) FROM contact")):
        message = "a contact has no journal step"
        raise RuntimeError(message)
    return found


def open_again(folder: Path) -> OpenFile:
    """Unlock and open for writing."""
    places = Places.at(folder)
    unlocked = KeyFile.load(places.key_file).unlock_with_passphrase(PASSPHRASE)
    return program_file.open_file(places, unlocked, now)


def add_citizen(session: Session, worker_id: Key) -> None:
    """Add one invented citizen."""
    session.add(
        Citizen(
            name="Asta Prøvesen",
            initials="A.P.",
            code="AP",
            primary_worker_id=worker_id,
            profile=CitizenProfile(),
        )
    )
    describe(session, "Ny borger")


def any_citizen(session: Session) -> Key:
    """Return the citizen's key."""
    return bytes(session.scalars(text("SELECT id FROM citizen")).one())


def now() -> datetime:
    """Tell the moment."""
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
