"""The longest time the window does not answer in the seconds after its first painting.

``python benchmarks/freeze.py [FOLDER]``: FOLDER holds an example. A timer of 5 ms runs in the
window's thread from the first painting on; the longest gap between two of its ticks is told,
while libraries, holidays and chores are loaded and done. Of the worst one it also tells how long
the program itself, all its threads, was at work in it: the rest the machine took.

On the first start of a day the chores have something to do. That is tried on a copy of FOLDER, one
day later each time.
"""

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path

from measuring import Children, table  # type: ignore[import-not-found] # run as a script

TIMES = 7
UNLOCK_SECONDS, WEEK_SECONDS = 4.5, 9.0
"""So long it is listened to: until the chores are done."""
TICKING = """
import gc, os, sys, time
gc.disable()
from datetime import timedelta
from pathlib import Path
from PySide6.QtCore import QTimer, Qt
from bostoette.store.places import Places
from bostoette import app

demo, ticks, begun = sys.argv[2] == "week", [], []
later, seconds = timedelta(days=int(sys.argv[3])), float(sys.argv[4])

def tick():
    ticks.append((time.perf_counter(), time.process_time()))
    if ticks[-1][0] - ticks[0][0] > seconds:
        gap, at, own = max(
            (later - now, now - ticks[0][0], worked - before)
            for (now, before), (later, worked) in zip(ticks, ticks[1:])
        )
        print(f"{gap * 1000:.1f} {at * 1000:.0f} {own * 1000:.1f}", flush=True)
        os._exit(0)

def begin():
    if not begun:
        timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=5)
        timer.timeout.connect(tick)
        begun.append(timer)
        timer.start()

start = app.Program.start
def watched(self, **how):
    if demo:
        from bostoette.ui.week.week_view import WeekView as painter
    else:
        from bostoette.ui.entry.entry_window import EntryWindow as painter
    paint = painter.paintEvent
    def painted(window, event):
        paint(window, event)
        begin()
    painter.paintEvent = painted
    today = self.now
    self.now = lambda: today() + later
    start(self, **how)
app.Program.start = watched
app.run(Places.at(Path(sys.argv[1])), demo=demo)
"""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path)
    folder: Path | None = asked.parse_args().folder
    children = Children()
    rows = []
    with tempfile.TemporaryDirectory() as made:
        locked, copy = Path(made) / "locked", Path(made) / "copy"
        locked.mkdir()
        for name in ("bostoette.key", "bostoette.db"):
            (locked / name).touch()
        same_day = [0] * TIMES
        rows.append(_silence(children, "unlock page", (locked, "entry"), UNLOCK_SECONDS, same_day))
        if folder is not None:
            rows.append(_silence(children, "week", (folder, "week"), WEEK_SECONDS, same_day))
            shutil.copytree(folder, copy)
            days = [*range(1, TIMES + 1)]
            name = "week on the first start of a day"
            rows.append(_silence(children, name, (copy, "week"), WEEK_SECONDS, days))
    children.close()
    heads = ("after the first painting of", "longest gap, ms", "worst of 7, ms")
    table((*heads, "this program worked in it, ms", "at, ms", "goal"), rows)


def _silence(
    children: Children, name: str, what: tuple[Path, str], seconds: float, days: list[int]
) -> tuple[str, ...]:
    """Measure one kind of start so many days from now; give the table's row."""
    where, kind = str(what[0]), what[1]
    children.run(TICKING, where, kind, "0", str(seconds))  # writes bytecode
    said = [children.run(TICKING, where, kind, str(day), str(seconds))[2].split() for day in days]
    longest = sorted((float(gap), at, float(own)) for gap, at, own in said)
    middle = statistics.median(gap for gap, _at, _own in longest)
    worst, at, own = longest[-1]
    return (name, f"{middle:.0f}", f"{worst:.0f}", f"{own:.0f}", at, "50")


if __name__ == "__main__":
    main()
