"""How long the review of a team's week takes to read, and to open on its page.

    bostoette --data TEAM demo --size large-team
    python benchmarks/review.py TEAM

The week is read in turn with the same week's contacts alone, as the team view reads them.
"""

import argparse
import os
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from bostoette.clocks import utc_now
from bostoette.models.iso_week import IsoWeek
from bostoette.services.example import made_on, open_demo
from bostoette.services.week import active_workers, week_of
from bostoette.services.week_review import review_of
from bostoette.store.places import Places
from bostoette.ui.review.review_page import ReviewPage
from bostoette.ui.theme import Appearance, Theme

ROUNDS = 31


def timed(do: Callable[[], object]) -> float:
    """Return how many milliseconds something takes."""
    started = time.perf_counter()
    do()
    return (time.perf_counter() - started) * 1000


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
    week = IsoWeek.of(day)
    workers = tuple(one.id for one in desk.look(active_workers))
    reviews, weeks = [], []
    for _ in range(ROUNDS):
        weeks.append(timed(lambda: desk.look(week_of, workers, week)))
        reviews.append(timed(lambda: desk.read(review_of, desk.actor_id, week, now)))
    app = QApplication([])
    theme = Theme(app)
    theme.use(Appearance.LIGHT)
    page = ReviewPage(desk, theme, lambda: now)
    page.resize(1180, 760)
    page.show()
    shown = (week, week.plus(1))
    pages = [timed(partial(open_week, app, page, shown[turn % 2])) for turn in range(ROUNDS)]
    found = page.review
    print(f"{len(found.lines)} workers, {sum(line.contacts for line in found.lines)} contacts")
    print(f"review read        {median(reviews):7.1f} ms (worst {max(reviews):.1f})")
    print(f"the week alone     {median(weeks):7.1f} ms")
    print(f"page of a week     {median(pages):7.1f} ms (worst {max(pages):.1f}), goal 300 ms")
    page.close()
    opened.close()


def open_week(app: QApplication, page: ReviewPage, week: IsoWeek) -> None:
    """Show a week and paint it."""
    page.show_week(week)
    page.repaint()
    app.processEvents()


if __name__ == "__main__":
    main()
