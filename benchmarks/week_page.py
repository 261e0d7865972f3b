"""The week page: repaint against a batched floor, change of week, the team's view, memory.

``python benchmarks/week_page.py LARGE TEAM``: LARGE holds the municipality's example, TEAM that of
a large team. The floor draws the same boxes and the same words, grouped by colour, with text made
ready before; ours draws the whole week anew, from its cards, into the picture it keeps. A drag
step is measured by ``drag.py``.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable
from datetime import date, datetime
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from example import Example, example  # type: ignore[import-not-found] # run as a script
from measuring import (  # type: ignore[import-not-found] # same
    MILLISECONDS,
    PAIR_HEADS,
    Children,
    in_turn,
    table,
)
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPixmap, QStaticText
from PySide6.QtWidgets import QApplication

from bostoette.models.key import Key
from bostoette.ui.form_look import look_of
from bostoette.ui.theme import Theme
from bostoette.ui.week.card_drawing import DrawnCard
from bostoette.ui.week.card_painter import CardPainter
from bostoette.ui.week.week_page import WeekPage

TIMES = 101
SIZE = (1280, 800)
CARD_ROLE = Qt.ItemDataRole.UserRole + 1
WEEKS = 21
MEMORY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtTest import QTest
from pathlib import Path
def said():
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            print(line.split()[1])
if sys.argv[1] == "bare":
    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    QTest.qWait(300)
    said()
else:
    from bostoette.app import Program, make_application
    from bostoette.store.places import Places
    program = Program(make_application(), Places.at(Path(sys.argv[1])))
    program.start(demo=True)
    QTest.qWait(4000)
    said()
"""


class Floor:
    """The same boxes and words as a page shows, ready to be drawn by colour."""

    def __init__(self, page: WeekPage, theme: Theme) -> None:
        grid = page.grid
        self._size = grid.viewport().size()
        self._ink = QColor(theme.tokens.ink)
        self._ground = QColor(theme.tokens.surface)
        self._boxes: dict[str, list[QRectF]] = {}
        self._words: dict[str, tuple[QFont, list[tuple[QPointF, QStaticText]]]] = {}
        for drawn in drawn_cards(page):
            card, box = drawn.card, drawn.box
            if box.top <= self._size.height():
                area = QRectF(box.left, box.top, box.width, box.height)
                self._boxes.setdefault(look_of(card.form).tint_of(theme.tokens), []).append(area)
        for font, place, text in words_of(page, theme):
            ready = QStaticText(text)
            ready.setTextFormat(Qt.TextFormat.PlainText)
            ready.prepare(font=font)
            self._words.setdefault(font.toString(), (font, []))[1].append((place, ready))

    def draw(self) -> None:
        picture = QPixmap(self._size)
        picture.fill(self._ground)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for tint, areas in self._boxes.items():
            painter.setBrush(QColor(tint))
            for area in areas:
                painter.drawRoundedRect(area, 8, 8)
        painter.setPen(self._ink)
        for font, words in self._words.values():
            painter.setFont(font)
            for place, text in words:
                painter.drawStaticText(place, text)
        painter.end()


def words_of(page: WeekPage, theme: Theme) -> list[tuple[QFont, QPointF, str]]:
    """Give every text that the cards are drawn with, in its font and place."""
    batch = CardPainter(theme, page.grid.font()).batch(drawn_cards(page), 1.0)
    return [(font, place, text.text()) for font, words in batch.words for place, text in words]


def drawn_cards(page: WeekPage) -> list[DrawnCard]:
    """Give the cards with their boxes, as the grid lays them out."""
    layout = page.grid.week_layout()
    assert layout is not None
    model = page.grid.model()
    cards = [model.index(row, 0).data(CARD_ROLE) for row in range(model.rowCount())]
    return [
        DrawnCard(card, box, layout.true_height(card.span))
        for card, box in zip(cards, layout.boxes, strict=True)
        if box is not None
    ]


def redraw(page: WeekPage) -> None:
    """Draw the whole week anew; where each word goes is known since it was laid out."""
    page.grid.forget_picture()
    page.grid.viewport().repaint()


def lay_out_and_draw(page: WeekPage) -> None:
    """Lay the week out and draw it anew, as after a change."""
    page.grid.lay_out_again()
    page.grid.viewport().repaint()


def shown(one: Example, theme: Theme, worker: Key = b"") -> WeekPage:
    def noon() -> datetime:
        return datetime.combine(one.week.monday, datetime.min.time()).replace(hour=12)

    page = WeekPage(one.opened.desk, theme, noon)
    page.resize(*SIZE)
    page.show()
    page.finish_start()
    page.whose.show_worker(worker or one.worker[0])
    page.show_week(one.week)
    QApplication.processEvents()
    return page


def changes_of_week(one: Example, theme: Theme) -> list[tuple[str, ...]]:
    """Go week by week: question, layout and paint; then what there is to look at in it."""
    page = shown(one, theme)
    steps = cycle((1, 1, 1, -1, -1, -1))
    drawn = first_paintings(page)

    def step() -> None:
        drawn.clear()
        page.step(next(steps))
        page.grid.viewport().repaint()

    def both() -> tuple[tuple[float, float], tuple[float, float]]:
        begun, own = time.perf_counter(), time.process_time()
        whole = both_clocks(step)
        return (drawn[0][0] - begun, drawn[0][1] - own), whole

    for _ in range(6):
        step()
    taken = [both() for _ in range(TIMES)]
    name = f"change of week, file of {one.contacts:,} contacts"
    page.close()
    return [
        timed(name, [first for first, _whole in taken], "33 (16 the aim)"),
        timed(
            "the same until it is looked over and drawn again", [whole for _, whole in taken], ""
        ),
    ]


def first_paintings(page: WeekPage) -> list[tuple[float, float]]:
    """Note when each painting of the grid ends, by both clocks."""
    ended: list[tuple[float, float]] = []
    paint = page.grid.paintEvent

    def noted(event: QPaintEvent) -> None:
        paint(event)
        ended.append((time.perf_counter(), time.process_time()))

    page.grid.paintEvent = noted  # type: ignore[assignment,method-assign] # for this process
    return ended


def both_clocks(work: Callable[[], object]) -> tuple[float, float]:
    """Time one call by the wall clock and by this process's time on the processor."""
    wall, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - own


def timed(name: str, taken: list[tuple[float, float]], goal: str) -> tuple[str, ...]:
    """Give a table's row: medians of both clocks."""
    wall, own = (statistics.median(each) * MILLISECONDS for each in zip(*taken, strict=True))
    return (name, f"{wall:.1f}", f"{own:.1f}", goal)


def team_views(one: Example, theme: Theme) -> list[tuple[str, ...]]:
    """Open the team's week and its day, from one worker's week."""
    page = shown(one, theme)
    rows = []
    for name, day in (("week", None), ("day", one.week.monday)):
        taken = []
        for _ in range(WEEKS):
            page.whose.show_worker(one.worker[0])
            page.grid.viewport().repaint()

            def open_team(day: date | None = day) -> None:
                page.whose.show_team(day)
                page.grid.viewport().repaint()

            taken.append(both_clocks(open_team))
        count, cards = len(page.shown.workers), page.grid.model().rowCount()
        rows.append(timed(f"open the team's {name}, {count} workers, {cards} cards", taken, "150"))
    page.close()
    return rows


def crowded(theme: Theme) -> list[tuple[str, ...]]:
    """Repaint a week that holds 300 contacts of one worker, all in sight; and lay it out too."""
    from crowded_week import crowded_grid  # type: ignore[import-not-found] # same

    page = crowded_grid(theme, SIZE)
    QApplication.processEvents()
    floor = Floor(page, theme)
    repaint = in_turn(lambda: redraw(page), floor.draw, TIMES)
    anew = in_turn(lambda: lay_out_and_draw(page), floor.draw, TIMES)
    return [
        repaint.row("repaint, 300 contacts", "2"),
        anew.row("layout and repaint, 300 contacts"),
    ]


def memory(folder: Path) -> tuple[str, ...]:
    children = Children()
    bare, ours = [], []
    for _ in range(3):
        bare.append(int(children.run(MEMORY, "bare")[2]) / 1024)
        ours.append(int(children.run(MEMORY, str(folder))[2].split()[-1]) / 1024)
    children.close()
    mine, plain = statistics.median(ours), statistics.median(bare)
    return (
        "memory with the week open, MiB",
        f"{mine:.0f}",
        f"{plain:.0f}",
        f"{mine / plain:.2f}",
        "3",
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("large", type=Path)
    asked.add_argument("team", type=Path)
    where = asked.parse_args()
    app = QApplication([])
    theme = Theme(app)
    pairs = crowded(theme)
    plain = []
    with example(where.large) as large:
        plain += changes_of_week(large, theme)
    with example(where.team) as team:
        plain += team_views(team, theme)
    pairs.append(memory(where.team))
    table(PAIR_HEADS, pairs)
    print()
    table(("what", "median, ms", "of it on the processor, ms", "goal, ms"), plain)


if __name__ == "__main__":
    main()
