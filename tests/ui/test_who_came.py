"""In the whole program: who came in sees her own week, and waits where another has the data."""

import os
import subprocess
import sys
from pathlib import Path

from bostoette.models.worker_fields import WorkerFields
from bostoette.services import people, unlocking
from bostoette.services.people import FirstPassphrase
from bostoette.store.file_lock import FileLock
from bostoette.store.settings_file import load_settings
from tests.begun import ANOTHER, PASSPHRASE, Begun
from tests.clock import Clock

BEGIN = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from bostoette import app
from bostoette.clocks import utc_now
from bostoette.services import unlocking
from bostoette.store.places import Places

program = app.Program(app.make_application(), Places.at(Path(sys.argv[1])))
sys.excepthook = lambda _kind, fault, _trace: (print(repr(fault)), os._exit(1))

def when(ready, say):
    def look():
        if ready():
            say()
            sys.stdout.flush()
            os._exit(0)
    clock = QTimer(program.app, interval=20)
    clock.timeout.connect(look)
    clock.start()
"""
COME_IN = """
unlocked = unlocking.unlock(program.places, sys.argv[2])
program.take_over(unlocking.open_unlocked(program.places, unlocked, utc_now))

def say():
    window = program.window
    print(*(key.hex() for key in window.page("week").workers))
    print(window.message.accessibleName())
    print(window.rail.button("lock").toolTip())

when(lambda: program.window is not None and program.window.is_workable, say)
program.app.exec()
"""
COME_IN_REMEMBERED = """
import keyring
from bostoette.ui.entry.waiting_page import WaitingPage
from tests.memory_keyring import MemoryKeyring

keyring.set_keyring(MemoryKeyring())
unlocking.come_in(program.places, sys.argv[2], remember=True)
program.start()
when(
    lambda: program.entry is not None and isinstance(program.entry.page, WaitingPage),
    lambda: print(program.entry.page.who.text(), program.window),
)
program.app.exec()
"""


def carry_out(what: str, folder: Path, *more: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own code
        [sys.executable, "-c", BEGIN + what, str(folder), *more],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_who_came_in_sees_her_own_week_and_is_found_the_next_time(begun: Begun) -> None:
    unlocked = unlocking.unlock(begun.places, PASSPHRASE)
    opened = unlocking.open_unlocked(begun.places, unlocked, Clock())
    first = FirstPassphrase(ANOTHER, one_time=False)
    karl = people.take_in(opened, PASSPHRASE, WorkerFields("Karl Lund", "K.L."), first)
    opened.close()
    assert carry_out(COME_IN, begun.places.folder, ANOTHER).splitlines() == [
        karl.hex(),
        "Du er logget ind som K.L.",
        "Lås (Ctrl+L) – logget ind som K.L.",
    ]
    assert load_settings(begun.places.settings).last_person == karl.hex()


def test_whom_the_machine_remembers_waits_too_where_another_has_the_data_open(
    begun: Begun,
) -> None:
    with FileLock.take(begun.places.database):
        told = carry_out(COME_IN_REMEMBERED, begun.places.folder, PASSPHRASE)
    assert told == "Dataene er åbne i et andet vindue på computeren. None\n"
