"""How long a year of a team's figures takes to count, and to be shown on its page.

    bostoette --data TEAM demo --size large-team
    python benchmarks/figures.py TEAM

Every section is read for the whole team and the year up to the example's day, and then shown and
painted. Garbage is not collected meanwhile, as in the window (`ui/collector.py`).
"""

import argparse
import gc
import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.clocks import utc_now
from bostoette.models.figure_scope import Ask, Scope, Section
from bostoette.models.key import Key
from bostoette.models.worker import Worker
from bostoette.models.worker_kinds import WorkerRole
from bostoette.planning.figure_steps import year_up_to
from bostoette.services.behind_figures import behind
from bostoette.services.desk import Desk
from bostoette.services.example import made_on, open_demo
from bostoette.services.figures import figures_of
from bostoette.store.places import Places
from bostoette.ui.figures.figures_page import FiguresPage
from bostoette.ui.figures.period_choice import Span
from bostoette.ui.theme import Appearance, Theme

ROUNDS = 9
Took = tuple[float, float]
"""Milliseconds on the clock and of the processor."""


def timed(do: Callable[[], object]) -> Took:
    """Return how long something takes."""
    started, used = time.perf_counter(), time.process_time()
    do()
    return (time.perf_counter() - started) * 1000, (time.process_time() - used) * 1000


def leader_of(session: Session) -> Key:
    """Return a team leader, who sees the whole team."""
    found = session.scalars(select(Worker.id).where(Worker.role == WorkerRole.TEAM_LEADER))
    return next(iter(found))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("team", type=Path)
    places = Places.at(parser.parse_args().team)
    opened = open_demo(places, utc_now, datetime.now().date())  # noqa: DTZ005 - the example's day
    desk = opened.desk
    day = desk.read(made_on)
    assert day is not None
    now = datetime(day.year, day.month, day.day, 12, 0)  # noqa: DTZ001 - wall-clock
    desk.actor_id = desk.read(leader_of)
    ask = Ask(Scope(), year_up_to(day), now)
    app = QApplication([])
    theme = Theme(app)
    theme.use(Appearance.LIGHT)
    page = FiguresPage(desk, theme, lambda: now)
    page.resize(1180, 760)
    page.show()
    page.bar.period.take(Span.YEAR)
    gc.disable()
    print(
        f"{'section':12} {'read':>8} {'of cpu':>8} {'shown':>8} {'of cpu':>8}   goal 300 ms shown"
    )
    for section in Section:
        measure(app, page, desk, ask, section)
    opening(desk, ask)
    page.close()
    opened.close()


def measure(app: QApplication, page: FiguresPage, desk: Desk, ask: Ask, section: Section) -> None:
    """Read a section, and show what was read."""
    page.section = section
    reads, wholes = [], []
    for _ in range(ROUNDS):
        reads.append(timed(lambda: desk.read(figures_of, desk.actor_id, ask, section)))
        wholes.append(timed(lambda: read_and_paint(app, page, desk, ask, section)))
    numbers = (
        median(took[which] for took in taken) for taken in (reads, wholes) for which in (0, 1)
    )
    print(f"{section.value:12} " + " ".join(f"{number:8.1f}" for number in numbers))


def read_and_paint(
    app: QApplication, page: FiguresPage, desk: Desk, ask: Ask, section: Section
) -> None:
    """Read a section, show and paint it."""
    page.figures = desk.read(figures_of, desk.actor_id, ask, section)
    page.show_figures()
    page.repaint()
    app.processEvents()


def opening(desk: Desk, ask: Ask) -> None:
    """Open the largest number: all that was held in the year."""
    cell = desk.read(figures_of, desk.actor_id, ask, Section.MIX)[0].lines[0].cells[0]
    took = [
        timed(lambda: desk.read(behind, desk.actor_id, cell, ask.today, names=True))
        for _ in range(ROUNDS)
    ]
    clock, cpu = (median(one[which] for one in took) for which in (0, 1))
    print(f"the {len(cell.rows)} rows behind the largest number {clock:8.1f} {cpu:8.1f}")


if __name__ == "__main__":
    main()
