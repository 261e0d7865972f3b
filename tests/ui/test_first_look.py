"""The first week is seen before what works in it is loaded, and no key or press is lost."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bostoette.clocks import utc_now
from bostoette.models.demo_team import DemoSize
from bostoette.models.working_hours import WorkingHours
from bostoette.services import unlocking
from bostoette.services.demo import make_demo
from bostoette.services.first_answers import FirstAnswers
from bostoette.store.file_lock import FileLock
from bostoette.store.places import Places

PASSPHRASE = "grøn cykel i regnen"
BEGIN = """
import os, sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox
from bostoette import app
from bostoette.ui import collector
from bostoette.store.places import Places
from bostoette.ui.week.week_view import WeekView

program = app.Program(app.make_application(), Places.at(Path(sys.argv[1])))
sys.excepthook = lambda _kind, fault, _trace: (print(repr(fault)), os._exit(1))
"""
SAY_WHAT_IS_LOADED = """
paint = WeekView.paintEvent
def painted(view, event):
    paint(view, event)
    print(" ".join(sys.modules), flush=True)
    os._exit(0)
WeekView.paintEvent = painted
program.start(demo=True)
program.app.exec()
"""
COME_IN_REMEMBERED = """
import keyring
from bostoette.services import unlocking
from tests.memory_keyring import MemoryKeyring
keyring.set_keyring(MemoryKeyring())
unlocking.come_in(program.places, sys.argv[2], remember=True)
paint = WeekView.paintEvent
def painted(view, event):
    paint(view, event)
    if not seen:
        seen.append("sqlalchemy" in sys.modules)
        QTimer.singleShot(0, look)
seen = []
def look():
    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    open_now = program.open_file is not None
    print(seen, program.entry, open_now, program.window.windowTitle(), flush=True)
    os._exit(0)
WeekView.paintEvent = painted
program.start()
program.app.exec()
"""
PRESS_AT_ONCE = """
program.start(demo=True)
assert "sqlalchemy" not in sys.modules
def look():
    print(type(QApplication.activeModalWidget()).__name__, flush=True)
    os._exit(0)
QTimer.singleShot(0, lambda: QTimer.singleShot(0, look))
QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
"""
CLOSE_AT_ONCE = """
program.start(demo=True)
program.window.windowHandle().close()
print(program.open_file is not None, program.window.isVisible())
program.close_file()
print(program.open_file)
"""
TELL = """
import bostoette.ui.telling
def tell(window, error):
    print(error.sentence, flush=True)
bostoette.ui.telling.show_plan_error = tell
program.app.setQuitOnLastWindowClosed(True)
program.start(demo=True)
program.app.exec()
print(program.open_file, program.window.isVisible())
"""
DO_CHORES = """
import gc, threading
from bostoette.services import chores
from bostoette.ui.collector import Collector
from bostoette.ui import later_work
from bostoette.ui.background import under_way
later_work.LATER_MS = 1
look_after, where = chores.look_after, []
def watched(desk, today, wanted):
    where.append(threading.current_thread() is threading.main_thread())
    look_after(desk, today, wanted)
chores.look_after = watched
kept = gc.freeze
def freeze():
    kept()
    print(where, "bostoette.ui.citizens.citizens_page" in sys.modules, flush=True)
    os._exit(0)
gc.freeze = freeze
collector.LOOK_MS = 5
program.start(demo=True)
Collector(program.app, program.is_starting, under_way)
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


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("data")
    make_demo(Places.at(made), DemoSize.TEAM, date.today(), utc_now)  # noqa: DTZ011 - a real start
    return made


def test_the_week_is_painted_before_sqlalchemy_is_loaded(folder: Path) -> None:
    loaded = set(carry_out(SAY_WHAT_IS_LOADED, folder).split())
    assert "bostoette.ui.week.week_page" in loaded
    assert loaded & {"sqlalchemy", "alembic", "holidays", "bostoette.models.base"} == set()


def test_whom_this_machine_remembers_sees_the_own_week_before_sqlalchemy_is_loaded(
    tmp_path: Path,
) -> None:
    answers = FirstAnswers("Mona Jensen", "M.J.", WorkingHours.standard())
    opened, _key = unlocking.begin(Places.at(tmp_path), PASSPHRASE, answers, utc_now)
    opened.close()
    said = carry_out(COME_IN_REMEMBERED, tmp_path, PASSPHRASE)
    assert said.strip() == "[False] None True Borgere – Bostøtte"


def test_a_key_pressed_before_the_file_is_open_does_what_it_says(folder: Path) -> None:
    assert carry_out(PRESS_AT_ONCE, folder).split() == ["ContactDialog"]


def test_what_the_program_looks_after_never_holds_the_window_up(folder: Path) -> None:
    assert carry_out(DO_CHORES, folder).strip() == "[False] True"


def test_a_window_closed_at_once_lets_go_of_the_file(folder: Path) -> None:
    assert carry_out(CLOSE_AT_ONCE, folder).split() == ["True", "False", "None"]


def test_a_file_that_another_window_has_open_is_told_and_the_window_goes(folder: Path) -> None:
    with FileLock.take(Places.at(folder).example.database):
        told = carry_out(TELL, folder)
    assert "allerede åbne i et andet vindue" in told
    assert told.split()[-2:] == ["None", "False"]
