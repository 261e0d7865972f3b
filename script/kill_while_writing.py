"""Kill the program at random while a note is typed, many times, and find what was typed.

    python script/kill_while_writing.py [TIMES]

A child opens the note form of one of two contacts in a real window and types number after number;
each is said on its output with the moment it was typed. The parent kills it without warning, opens
the file, and looks: whatever was typed two seconds before the kill must stand in that contact's
draft, and nothing of it in the draft of the other one.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from sqlalchemy import text
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.services import contacts, drafts, notes, program_file
from bostoette.services.program_file import NewPerson, OpenFile
from bostoette.store.journal import describe
from bostoette.store.key_file import KeyFile
from bostoette.store.places import Places

PASSPHRASE = "syv blå cykler i regn"  # noqa: S105 - a throw-away file
TIMES = 50
SHORTEST, LONGEST = 0.2, 4.0
"""Seconds of typing before a child is killed."""
MAY_BE_LOST = 2.0
"""Seconds."""
EVERY_MS = 20
Typed = tuple[str, float]
"""A word, and when it was typed."""


def main() -> int:
    """Run the child or the parent."""
    if sys.argv[1:2] == ["--child"]:
        return type_on(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    with tempfile.TemporaryDirectory() as folder:
        return kill_often(Path(folder) / "data", times)


def kill_often(folder: Path, times: int) -> int:
    """Kill a typing child so many times; return 0 where nothing older was lost or went astray."""
    begin(folder)
    chance = random.Random(48)  # noqa: S311 - not for secrets
    lost = astray = typed = 0
    worst = 0.0
    for number in range(times):
        which = number % 2
        words, killed = kill_once(folder, which, f"n{number}", chance.uniform(SHORTEST, LONGEST))
        kept, other = drafts_of(folder, which)
        typed += len(words)
        missing = [at for word, at in words if word not in kept]
        lost += sum(killed - at > MAY_BE_LOST for at in missing)
        worst = max([worst, *(killed - at for at in missing)])
        astray += sum(word in other for word, _at in words)
    print(
        f"{times} kills, {typed} words typed, {lost} older than {MAY_BE_LOST:.0f} s lost, "
        f"{astray} under another contact, the oldest lost {worst:.2f} s old"
    )
    return 1 if lost or astray or not typed else 0


def kill_once(folder: Path, which: int, mark: str, after: float) -> tuple[list[Typed], float]:
    """Start a child, kill it after a while of typing; return what it typed and the moment."""
    child = subprocess.Popen(
        [sys.executable, __file__, "--child", str(folder), str(which), mark],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(after)
    killed = time.time()
    child.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    rest, _errors = child.communicate()
    lines = (first + rest).split("\n")[:-1]
    return [(word, float(at)) for word, at in (line.split() for line in lines)], killed


def type_on(folder: Path, which: int, mark: str) -> int:
    """Open the note of one contact and type until killed."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from bostoette.app import make_application
    from bostoette.models.machine_settings import MachineSettings
    from bostoette.ui.assembly import assemble
    from bostoette.ui.notes.note_dialog import NoteDialog
    from bostoette.ui.pages import note_work
    from bostoette.ui.theme import Theme

    app = make_application()
    opened = open_again(folder)
    contact, citizen = opened.desk.read(any_contacts)[which]
    window = assemble(opened, Theme(app), MachineSettings(), wall_clock)
    window.show()
    while not window.is_workable:  # nobody can open a note before the week is whole
        app.processEvents()
    note_work(window).write(contact, citizen)
    dialog = window.findChild(NoteDialog)
    assert isinstance(dialog, NoteDialog)
    field = dialog.form.texts["text"]
    field.go_to_end()
    number = 0

    def type_one() -> None:
        nonlocal number
        number += 1
        word = f"{mark}x{number}."
        QTest.keyClicks(field, f"{word} ")
        print(word, time.time(), flush=True)

    clock = QTimer()
    clock.timeout.connect(type_one)
    clock.start(EVERY_MS)
    assert QApplication.instance() is app
    return app.exec()


def drafts_of(folder: Path, which: int) -> tuple[str, str]:
    """Open the file as the next morning does; return this contact's draft and the other's."""
    opened = open_again(folder)
    try:
        found = [
            opened.desk.read(drafts.find, notes.draft_of(contact, citizen, opened.desk.actor_id))
            for contact, citizen in opened.desk.read(any_contacts)
        ]
        texts = ["" if one is None else str(one.fields["text"]) for one in found]
        return texts[which], texts[1 - which]
    finally:
        opened.close()


def begin(folder: Path) -> None:
    """Make a file with a citizen and two contacts that were held today."""
    opened, _key = program_file.create(
        Places.at(folder), PASSPHRASE, NewPerson("Mona Prøvesen", "M.P."), now
    )
    citizen = opened.desk.do(add_citizen, opened.desk.actor_id)
    for start in (480, 600):
        span = TimeSpan(wall_clock().date(), start, 30)
        fields = ContactFields(
            span, ContactForm.PHONE, "acute", (opened.desk.actor_id,), (citizen,)
        )
        opened.desk.do(contacts.hold, opened.desk.do(contacts.create, fields))
    opened.close()


def open_again(folder: Path) -> OpenFile:
    """Unlock and open for writing."""
    places = Places.at(folder)
    unlocked = KeyFile.load(places.key_file).unlock_with_passphrase(PASSPHRASE)
    return program_file.open_file(places, unlocked, now)


def add_citizen(session: Session, worker_id: Key) -> Key:
    """Add one invented citizen."""
    citizen = Citizen(
        name="Asta Prøvesen",
        initials="A.P.",
        code="AP",
        primary_worker_id=worker_id,
        profile=CitizenProfile(),
    )
    session.add(citizen)
    session.flush()
    describe(session, "Ny borger")
    return citizen.id


def any_contacts(session: Session) -> list[tuple[Key, Key]]:
    """Return the two contacts with their citizen, after seeing that the file is whole."""
    if session.scalar(text("PRAGMA integrity_check")) != "ok":
        message = "the file is damaged"
        raise RuntimeError(message)
    rows = session.execute(
        text("SELECT contact_id, citizen_id FROM contact_citizen ORDER BY contact_id")
    )
    return [(bytes(contact), bytes(citizen)) for contact, citizen in rows]


def wall_clock() -> datetime:
    """Tell the local time, as everything on screen."""
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005 - wall-clock


def now() -> datetime:
    """Tell the moment."""
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
