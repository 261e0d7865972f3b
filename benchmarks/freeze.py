"""The longest time the window does not answer in the seconds after its first painting.

``python benchmarks/freeze.py [FOLDER]``: FOLDER holds an example. A timer of 5 ms runs in the
window's thread from the first painting on; the longest gap between two of its ticks is told,
while libraries, holidays and chores are loaded and done. Of the worst one it also tells how long
the program itself, all its threads, was at work in it: the rest the machine took.
"""

import argparse
import statistics
import tempfile
from pathlib import Path

from measuring import Children, table  # type: ignore[import-not-found] # run as a script

TIMES = 7
TICKING = """
import gc, os, sys, time
gc.disable()
from pathlib import Path
from PySide6.QtCore import QTimer, Qt
from bostoette.store.places import Places
from bostoette import app

demo, ticks, begun = sys.argv[2] == "week", [], []

def tick():
    ticks.append((time.perf_counter(), time.process_time()))
    if ticks[-1][0] - ticks[0][0] > 4.5:
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
    with tempfile.TemporaryDirectory() as locked:
        for name in ("bostoette.key", "bostoette.db"):
            (Path(locked) / name).touch()
        cases = [("unlock page", Path(locked), "entry")]
        if folder is not None:
            cases.append(("week", folder, "week"))
        for name, where, what in cases:
            children.run(TICKING, str(where), what)  # writes bytecode
            said = [children.run(TICKING, str(where), what)[2].split() for _ in range(TIMES)]
            longest = sorted((float(gap), at, float(own)) for gap, at, own in said)
            middle = statistics.median(gap for gap, _at, _own in longest)
            worst, at, own = longest[-1]
            rows.append((name, f"{middle:.0f}", f"{worst:.0f}", f"{own:.0f}", at, "50"))
    children.close()
    heads = ("after the first painting of", "longest gap, ms", "worst of 7, ms")
    table((*heads, "this program worked in it, ms", "at, ms", "goal"), rows)


if __name__ == "__main__":
    main()
