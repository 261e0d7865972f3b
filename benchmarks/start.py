"""From the process's start to the first painted window, against a bare PySide6 window.

``python benchmarks/start.py [FOLDER]``: FOLDER holds an example (``bostoette --data FOLDER demo
--size municipality``); without it only the unlock page and the first start are measured. Off the
screen; every child ends itself as soon as its window is painted, so that nothing later is counted.
"""

import argparse
import tempfile
from pathlib import Path

from measuring import PAIR_HEADS, Children, Pair, table  # type: ignore[import-not-found] # run as a script, it lies beside

PAIRS = 15

BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))

app = QApplication([])
window = Bare()
window.resize(960, 720)
window.show()
app.exec()
"""

UNTIL_PAINTED = """
import gc, os, sys
gc.disable()  # as bostoette.cli does before it loads the window
from pathlib import Path
from bostoette.store.places import Places
from bostoette import app

def end_when_painted(painter):
    paint = painter.paintEvent
    def painted(self, event):
        from PySide6.QtCore import QTimer
        QTimer.singleShot(0, lambda: os._exit(0))
        paint(self, event)
    painter.paintEvent = painted

folder, demo = Path(sys.argv[1]), sys.argv[2] == "week"
start = app.Program.start
def watched(self, **how):
    if demo:
        from bostoette.ui.week.week_view import WeekView as painter
    else:
        from bostoette.ui.entry.entry_window import EntryWindow as painter
    end_when_painted(painter)
    start(self, **how)
app.Program.start = watched
app.run(Places.at(folder), demo=demo)
"""


def against_bare(children: Children, folder: Path, what: str) -> tuple[Pair, Pair]:
    """Start the program and a bare window in turn; give wall and processor seconds."""
    ours, bare = [], []
    for turn in range(PAIRS + 2):
        one = children.run(UNTIL_PAINTED, str(folder), what)
        other = children.run(BARE)
        if turn >= 2:  # the first two write bytecode and fill the disk's cache
            ours.append(one)
            bare.append(other)
    walls = Pair(tuple(one[0] for one in ours), tuple(one[0] for one in bare))
    return walls, Pair(tuple(one[1] for one in ours), tuple(one[1] for one in bare))


def make_key_file_of_fifteen(path: Path) -> None:
    """Make a key file with fifteen people to choose from; it opens no data."""
    from bostoette.models.key_person import KeyPerson
    from bostoette.store.key_file import KeyFile
    from bostoette.store.key_wrapping import Cost

    new = KeyFile.create("person nummer 0", worker="00", cost=Cost(64, 1, 1))
    key_file, people = new.key_file, [KeyPerson("00", "P.0", "Person 0")]
    for number in range(1, 15):
        worker = f"{number:02x}"
        typed = f"person nummer {number}"
        key_file = key_file.add_passphrase(new.data_key, typed, worker=worker, cost=Cost(64, 1, 1))
        people.append(KeyPerson(worker, f"P.{number}", f"Person {number}"))
    key_file.name_people(new.data_key, people).save(path)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path)
    folder: Path | None = asked.parse_args().folder
    children = Children()
    rows = []
    with (
        tempfile.TemporaryDirectory() as empty,
        tempfile.TemporaryDirectory() as locked,
        tempfile.TemporaryDirectory() as shared,
    ):
        for name in ("bostoette.key", "bostoette.db"):
            (Path(locked) / name).touch()
        make_key_file_of_fifteen(Path(shared) / "bostoette.key")
        cases = [
            ("unlock page", Path(locked), "entry", "1.5"),
            ("unlock page of fifteen people", Path(shared), "entry", "1.5"),
            ("first start", Path(empty), "entry", ""),
        ]
        if folder is not None:
            cases.append(("week with the key at hand", folder, "week", "4"))
        for name, where, what, goal in cases:
            wall, cpu = against_bare(children, where, what)
            rows += [wall.row(f"{name}, clock", goal), cpu.row(f"{name}, processor", goal)]
    children.close()
    table(PAIR_HEADS, rows)


if __name__ == "__main__":
    main()
