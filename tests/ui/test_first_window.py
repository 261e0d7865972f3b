"""What stands between the start and the first window: nothing that it does not show."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

UNTIL_PAINTED = """
import sys
from pathlib import Path

from bostoette import app
from bostoette.store.places import Places
from bostoette.ui.entry.entry_window import EntryWindow


def say_what_is_loaded():
    print(" ".join(sys.modules))
    app.QApplication.quit()


EntryWindow._settle = lambda _window: say_what_is_loaded()
app.run(Places.at(Path(sys.argv[1])))
"""
TOLD_BEFORE_ANY_WINDOW = """
import sys
from pathlib import Path

import bostoette.ui.telling
from bostoette import app
from bostoette.models.plan_error import PlanError
from bostoette.store import unfinished
from bostoette.store.places import FolderClosed, Places


def closed(_places):
    raise FolderClosed


unfinished.finish = closed
bostoette.ui.telling.show_plan_error = lambda _window, error: print(error.sentence)
try:
    app.run(Places.at(Path(sys.argv[1])))
except PlanError:
    print("and the command line is told")
"""
SLOW = {
    "PySide6.QtSvg",
    "alembic",
    "cryptography",
    "holidays",
    "icalendar",
    "keyring",
    "sqlalchemy",
    "sqlcipher3",
}


def started(program: str, folder: Path) -> str:
    """Start a program on a folder, and return what it printed."""
    done = subprocess.run(  # noqa: S603 - our own interpreter, our own code
        [sys.executable, "-c", program, str(folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


def loaded_when_painted(folder: Path) -> set[str]:
    """Start the program on a folder and list the modules loaded when its window is painted."""
    return set(started(UNTIL_PAINTED, folder).split())


@pytest.mark.parametrize("there", [(), ("bostoette.key", "bostoette.db")], ids=["new", "locked"])
def test_the_first_window_is_painted_before_anything_slow_is_loaded(
    tmp_path: Path, there: tuple[str, ...]
) -> None:
    for name in there:
        (tmp_path / name).touch()
    loaded = loaded_when_painted(tmp_path)
    assert "bostoette.ui.entry.entry_window" in loaded
    assert loaded & SLOW == set()
    assert "bostoette.services.unlocking" not in loaded


def test_what_stops_the_first_window_is_shown_to_whoever_has_no_terminal(tmp_path: Path) -> None:
    shown, told = started(TOLD_BEFORE_ANY_WINDOW, tmp_path).splitlines()
    assert shown.startswith("Du har ikke adgang til mappen")
    assert told
