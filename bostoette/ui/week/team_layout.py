"""Where everything lies in the team's week: a row for each worker, a cell for each of her days.

A cell holds the day's cards one below the other in order of time, each one line high; a row is as
high as its fullest cell. So the height of a place says whose day it is, and not what time.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date

from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.ui.week.week_card import WeekCard, WeekSheet
from bostoette.ui.week.week_drag import DragKind
from bostoette.ui.week.week_layout import (
    FIRST_HOUR,
    LAST_HOUR,
    Box,
    Column,
    Measures,
    WeekLayout,
    shown_days,
)

MORNING = 9 * 60
"""Where something new begins: a cell shows no times."""
PAD = 4
LEAST_LINES = 2
"""Room for a name and its initials."""

Cell = tuple[date, Key]


@dataclass(frozen=True, slots=True)
class TeamLayout(WeekLayout):
    """A team's week laid out; its rows are the workers."""

    people: tuple[Key, ...] = ()
    tops: tuple[int, ...] = (0,)
    """Where each worker's row begins, and where the last one ends."""

    @property
    def height(self) -> int:
        """Height of everything."""
        return self.tops[-1]

    def y_of(self, _minutes: float) -> float:
        """Return the top: times have no height of their own."""
        return 0.0

    def minute_at(self, _y: float) -> float:
        """Return a morning's hour, the same everywhere: dragging changes the day alone."""
        return float(MORNING)

    def column_at(self, x: float, y: float = 0) -> Column:
        """Return the day and the worker at a place, the nearest ones outside of them."""
        place = min(max(bisect_right(self.lefts, x) - 1, 0), len(self.columns) - 1)
        row = min(max(bisect_right(self.tops, y) - 1, 0), len(self.people) - 1)
        return Column(self.columns[place].day, self.people[row])

    def row_of(self, worker: Key) -> Box | None:
        """Return a worker's whole row, the column of names included."""
        if worker not in self.people:
            return None
        row = self.people.index(worker)
        return Box(0, self.tops[row], self.width, self.tops[row + 1] - self.tops[row])

    def column(self, span: TimeSpan, worker: Key = b"") -> Box | None:
        """Return the line at the foot of a worker's cell, where something new would lie."""
        days, row = self.day_column(span.day), self.row_of(worker)
        if days is None or row is None:
            return None
        card = self.measures.card
        return Box(days.left + PAD, row.bottom - card - PAD, days.width - 2 * PAD, card)

    def drawn(self, span: TimeSpan, worker: Key = b"") -> Box | None:
        """Return the same line: every card is one line high."""
        return self.column(span, worker)

    def kind_at(self, _row: int, _y: float) -> DragKind:
        """Return that a card is moved: a cell shows no lengths."""
        return DragKind.MOVE

    def names_at(self, x: float) -> bool:
        """Tell whether a place lies in the column of names."""
        return x < self.measures.gutter

    def true_height(self, _span: TimeSpan) -> int:
        """Return a card's height: a cell shows no lengths."""
        return self.measures.card


def lay_out_team(
    sheet: WeekSheet, cards: tuple[WeekCard, ...], measures: Measures, *, weekend: bool = False
) -> TeamLayout:
    """Lay a team's week out; ``cards`` come in order of time within each worker's day."""
    days = shown_days(sheet, weekend=weekend)
    people = tuple(person.key for person in sheet.people)
    cells: dict[Cell, list[int]] = {}
    for row, card in enumerate(cards):
        cells.setdefault((card.span.day, card.worker_id), []).append(row)
    layout = TeamLayout(
        tuple(Column(day) for day in days),
        FIRST_HOUR,
        LAST_HOUR,
        float(measures.hour),
        _lefts(measures, len(days)),
        measures,
        people=people,
        tops=_tops(measures, days, people, cells),
    )
    return replace(layout, boxes=_boxes(layout, cells, len(cards)))


def _lefts(measures: Measures, count: int) -> tuple[int, ...]:
    """Share the width evenly among the days, none narrower than two lanes."""
    day = max((measures.width - measures.gutter) / count, 2 * measures.lane)
    return tuple(round(measures.gutter + place * day) for place in range(count + 1))


def _tops(
    measures: Measures,
    days: tuple[date, ...],
    people: tuple[Key, ...],
    cells: dict[Cell, list[int]],
) -> tuple[int, ...]:
    tops = [0]
    for worker in people:
        fullest = max(len(cells.get((day, worker), ())) for day in days)
        lines = max(fullest, LEAST_LINES)
        tops.append(tops[-1] + lines * (measures.card + measures.gap) + 2 * PAD)
    return tuple(tops)


def _boxes(layout: TeamLayout, cells: dict[Cell, list[int]], count: int) -> tuple[Box | None, ...]:
    boxes: list[Box | None] = [None] * count
    measures = layout.measures
    step = measures.card + measures.gap
    for (day, worker), rows in cells.items():
        column, whole = layout.day_column(day), layout.row_of(worker)
        if column is None or whole is None:
            continue
        for line, row in enumerate(rows):
            top = whole.top + PAD + line * step
            boxes[row] = Box(column.left + PAD, top, column.width - 2 * PAD, measures.card)
    return tuple(boxes)
