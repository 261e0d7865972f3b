"""Where everything in a week lies: from cards and measures to rectangles. No drawing, no Qt.

All lengths are logical pixels; times are minutes after midnight. A card is never lower than one
line of text, so short ones are drawn longer than they last; cards whose drawn areas meet lie side
by side, with a gap.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from bostoette.models.key import Key
from bostoette.models.timespan import DAY_MINUTES, TimeSpan
from bostoette.ui.week.week_card import Appearance, TravelBlock, WeekCard, WeekSheet
from bostoette.ui.week.week_drag import DragKind

FIRST_HOUR = 7
LAST_HOUR = 18
WORKDAYS = 5
RESIZE_REACH = 6
"""So near its edge a card is taken by the edge."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel to the right of it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first pixel below it."""
        return self.top + self.height

    def holds(self, x: int, y: int) -> bool:
        """Tell whether a point lies in it."""
        return self.left <= x < self.right and self.top <= y < self.bottom

    def meets(self, other: "Box") -> bool:
        """Tell whether the two share a pixel."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Measures:
    """What a layout depends on beside the cards."""

    width: int
    height: int
    gutter: int
    """Width of the column of hours."""
    hour: float
    """Smallest height of an hour."""
    card: int
    """Smallest height of a card."""
    lane: int
    """Smallest width of a card beside others."""
    gap: int = 4
    zoom: float = 1.0
    """How much higher the hours are than they need to be to fill the view."""


class Column(NamedTuple):
    """What one column shows: a day, of one worker where several stand beside one another."""

    day: date
    worker: Key = b""


@dataclass(frozen=True, slots=True)
class WeekLayout:
    """A week laid out; a box is None where its card's day is not shown."""

    columns: tuple[Column, ...]
    first_hour: int
    last_hour: int
    hour: float
    lefts: tuple[int, ...]
    """Where each column begins, and where the last one ends."""
    measures: Measures
    boxes: tuple[Box | None, ...] = ()
    travel: tuple[Box | None, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """The days that are shown, each once."""
        return tuple(dict.fromkeys(column.day for column in self.columns))

    @property
    def width(self) -> int:
        """Width of everything."""
        return self.lefts[-1]

    @property
    def height(self) -> int:
        """Height of everything; the last quarter has room for a whole line below it."""
        return round(self.y_of(self.last_hour * 60)) + self.measures.card

    def y_of(self, minutes: float) -> float:
        """Return the height of a time of day."""
        return self.measures.card / 2 + (minutes / 60 - self.first_hour) * self.hour

    def minute_at(self, y: float) -> float:
        """Return the time of day at a height, kept within the day."""
        minutes = ((y - self.measures.card / 2) / self.hour + self.first_hour) * 60
        return min(max(minutes, 0.0), float(DAY_MINUTES))

    def column_at(self, x: float, _y: float = 0) -> Column:
        """Return the column at a place, the nearest one outside of them."""
        place = bisect_right(self.lefts, x) - 1
        return self.columns[min(max(place, 0), len(self.columns) - 1)]

    def day_column(self, day: date, worker: Key = b"") -> Box | None:
        """Return a day's whole column, of one worker or of all; None where it is not shown."""
        places = self.places_of(day, worker)
        if not places:
            return None
        left, right = self.lefts[places[0]], self.lefts[places[-1] + 1]
        return Box(left, 0, right - left, self.height)

    def places_of(self, day: date, worker: Key = b"") -> list[int]:
        """Return which columns show a day, and in it a worker where one is named."""
        return [
            place
            for place, column in enumerate(self.columns)
            if column.day == day and (not worker or column.worker in {b"", worker})
        ]

    def column(self, span: TimeSpan, worker: Key = b"") -> Box | None:
        """Return the true rectangle of a span over the whole width of its column."""
        whole = self.day_column(span.day, worker)
        if whole is None:
            return None
        top, bottom = round(self.y_of(span.start)), round(self.y_of(span.end))
        gap = self.measures.gap
        return Box(whole.left + gap, top, whole.width - 2 * gap, bottom - top)

    def drawn(self, span: TimeSpan, worker: Key = b"") -> Box | None:
        """Return the rectangle of a lone card: at least one line high."""
        box = self.column(span, worker)
        if box is None:
            return None
        return Box(box.left, box.top, box.width, max(box.height - 1, self.measures.card))

    def kind_at(self, row: int, y: float) -> DragKind:
        """Tell what taking hold of a row's card at a height would begin."""
        box = self.boxes[row]
        if box is not None and y < box.top + RESIZE_REACH:
            return DragKind.START
        if box is not None and y >= box.bottom - RESIZE_REACH:
            return DragKind.END
        return DragKind.MOVE

    def names_at(self, _x: float) -> bool:
        """Tell whether a place lies among the names of workers."""
        return False

    def true_height(self, span: TimeSpan) -> int:
        """Return how high the span's true length is."""
        return round(self.y_of(span.end)) - round(self.y_of(span.start))


def shown_days(sheet: WeekSheet, *, weekend: bool) -> tuple[date, ...]:
    """Choose the days: Monday to Friday; the weekend on request, and when something lies there."""
    days = sheet.week.days
    resting = set(days[WORKDAYS:])
    wanted = weekend or any(card.span.day in resting for card in sheet.cards)
    return days if wanted else days[:WORKDAYS]


def shown_hours(sheet: WeekSheet) -> tuple[int, int]:
    """Choose the hours: 07–18, and as far out as any card or travel lies."""
    days = set(sheet.week.days)
    placed = [card.span for card in sheet.cards] + [block.span for block in sheet.travel]
    spans = [span for span in placed if span.day in days]
    first = min([FIRST_HOUR, *(span.start // 60 for span in spans)])
    last = max([LAST_HOUR, *(-(-span.end // 60) for span in spans)])
    return first, last


def shown_columns(sheet: WeekSheet, *, weekend: bool) -> tuple[Column, ...]:
    """Choose the columns: the days; where one day of several workers is shown, the workers."""
    if sheet.day is not None and sheet.people:
        return tuple(Column(sheet.day, person.key) for person in sheet.people)
    return tuple(Column(day) for day in shown_days(sheet, weekend=weekend))


def lay_out(
    sheet: WeekSheet, cards: tuple[WeekCard, ...], measures: Measures, *, weekend: bool = False
) -> WeekLayout:
    """Lay a week out. ``cards`` are the sheet's cards in the order the boxes are wanted in."""
    columns = shown_columns(sheet, weekend=weekend)
    first, last = shown_hours(sheet)
    room = measures.height - 1.5 * measures.card
    hour = max(measures.hour, room / (last - first)) * measures.zoom
    even = _lefts(measures, [measures.lane] * len(columns))
    empty = WeekLayout(columns, first, last, hour, even, measures)
    lanes = _lanes(empty, cards)
    wide = replace(empty, lefts=_lefts(measures, _needed_widths(empty, lanes, measures)))
    boxes = tuple(_in_lane(wide, card, lanes.get(row)) for row, card in enumerate(cards))
    by_key = {card.appearance: box for card, box in zip(cards, boxes, strict=True)}
    travel = tuple(_on_the_way(wide, block, by_key) for block in sheet.travel)
    return replace(wide, boxes=boxes, travel=travel)


@dataclass(frozen=True, slots=True)
class _Lane:
    """A card's place in its cluster: from lane ``at``, ``over`` lanes wide, out of ``of``."""

    column: int
    at: int
    over: int
    of: int


def _needed_widths(layout: WeekLayout, lanes: dict[int, _Lane], measures: Measures) -> list[int]:
    """Return the widths at which every column's most crowded hour still says who everybody is."""
    most = [1] * len(layout.columns)
    for lane in lanes.values():
        most[lane.column] = max(most[lane.column], lane.of)
    return [count * (measures.lane + measures.gap) + measures.gap for count in most]


def _lefts(measures: Measures, needed: list[int]) -> tuple[int, ...]:
    """Share the width evenly; a day that needs more gets it from those that need less."""
    widths = [float(need) for need in needed]
    free = measures.width - measures.gutter
    modest = sorted(range(len(needed)), key=lambda place: -needed[place])
    while modest and needed[modest[0]] > free / len(modest):
        free -= needed[modest.pop(0)]
    for place in modest:
        widths[place] = free / len(modest)
    return tuple(round(measures.gutter + sum(widths[:place])) for place in range(len(needed) + 1))


def _lanes(layout: WeekLayout, cards: tuple[WeekCard, ...]) -> dict[int, _Lane]:
    """Give every card a lane among those it meets; keyed by the card's row."""
    by_column: dict[int, list[tuple[int, int, int]]] = {}
    for row, card in enumerate(cards):
        places = layout.places_of(card.span.day, card.worker_id)
        box = layout.drawn(card.span, card.worker_id) if places else None
        if box is not None:
            by_column.setdefault(places[0], []).append((box.top, box.bottom, row))
    lanes: dict[int, _Lane] = {}
    for column, drawn in by_column.items():
        for cluster in _clusters(sorted(drawn)):
            lanes.update(_share(cluster, column))
    return lanes


def _clusters(drawn: list[tuple[int, int, int]]) -> list[list[tuple[int, int, int]]]:
    """Split a day's drawn stretches into groups that meet, directly or through each other."""
    clusters: list[list[tuple[int, int, int]]] = []
    reach = -1
    for stretch in drawn:
        if not clusters or stretch[0] >= reach:
            clusters.append([])
        clusters[-1].append(stretch)
        reach = max(reach, stretch[1])
    return clusters


def _share(cluster: list[tuple[int, int, int]], column: int) -> dict[int, _Lane]:
    """Place a cluster's stretches in as few lanes as do, each as wide as its neighbours allow."""
    lanes: list[list[tuple[int, int, int]]] = []
    at: dict[int, int] = {}
    for stretch in cluster:
        free = next(
            (n for n, lane in enumerate(lanes) if lane[-1][1] <= stretch[0]),
            len(lanes),
        )
        if free == len(lanes):
            lanes.append([])
        lanes[free].append(stretch)
        at[stretch[2]] = free
    return {
        stretch[2]: _Lane(
            column,
            at[stretch[2]],
            _room(lanes, at[stretch[2]], stretch[0], stretch[1]),
            len(lanes),
        )
        for stretch in cluster
    }


def _room(lanes: list[list[tuple[int, int, int]]], lane: int, top: int, bottom: int) -> int:
    """Count the lanes from this one rightwards that are empty between two heights."""
    over = 1
    for right in lanes[lane + 1 :]:
        if any(other[0] < bottom and top < other[1] for other in right):
            break
        over += 1
    return over


def _in_lane(layout: WeekLayout, card: WeekCard, lane: _Lane | None) -> Box | None:
    whole = layout.drawn(card.span, card.worker_id)
    if whole is None or lane is None:
        return None
    gap = layout.measures.gap
    edges = [whole.left + round(n * (whole.width + gap) / lane.of) for n in range(lane.of + 1)]
    left, right = edges[lane.at], edges[lane.at + lane.over] - gap
    return Box(left, whole.top, right - left, whole.height)


def _on_the_way(
    layout: WeekLayout, block: TravelBlock, boxes: dict[Appearance, Box | None]
) -> Box | None:
    """Lay travel above or below the card it belongs to, as wide as that card."""
    whole = layout.column(block.span, block.worker_id)
    card = None if block.contact is None else boxes.get((block.contact, block.worker_id))
    if whole is None or card is None:
        return whole
    return Box(card.left, whole.top, card.width, whole.height)
