"""Draws a week: hours, days, travel and cards; and on top of them what moves."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import from_to
from bostoette.ui import icons
from bostoette.ui.theme import Theme
from bostoette.ui.week.card_drawing import DrawnCard
from bostoette.ui.week.card_painter import CardBatch, CardPainter
from bostoette.ui.week.card_shape import RADIUS
from bostoette.ui.week.team_layout import TeamLayout
from bostoette.ui.week.team_painter import TeamPainter
from bostoette.ui.week.travel_label import label_place
from bostoette.ui.week.week_card import WeekCard, WeekSheet
from bostoette.ui.week.week_layout import Box, WeekLayout

LEFT_BEHIND = 0.6
"""How far a card that is being dragged fades where it was."""
_CAR = 13
"""Side of the car beside the minutes of a way, at 100 % text."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A week ready to be drawn: its sheet, its cards row by row, and where they lie."""

    sheet: WeekSheet
    cards: tuple[WeekCard, ...]
    layout: WeekLayout


@dataclass(frozen=True, slots=True)
class _Ready:
    """Cards made ready, and what for."""

    scene: Scene
    asked: tuple[int, int, float]
    batch: CardBatch


class WeekPainter:
    """Draws in the week's own coordinates; whoever calls has moved the painter there."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme = theme
        self._font = font
        self._metrics = QFontMetrics(font)
        self._cards = CardPainter(theme, font)
        self._team = TeamPainter(theme, font)
        self._ready: _Ready | None = None
        self._labels: tuple[Scene, tuple[tuple[str, Box], ...]] | None = None

    @property
    def line(self) -> int:
        """Height of one line of text."""
        return self._cards.line

    def draw_ground(self, painter: QPainter, scene: Scene) -> None:
        """Draw the days and hours that lie behind everything."""
        layout, tokens = scene.layout, self._theme.tokens
        today = _today(scene)
        if today is not None and scene.sheet.day is None:
            tint = QColor(tokens.accent_tint)
            tint.setAlphaF(0.4)
            painter.fillRect(_area(today), tint)
        if isinstance(layout, TeamLayout):
            self._team.draw_ground(painter, layout, scene.sheet.people)
            return
        gutter = layout.measures.gutter
        line = QColor(tokens.line)
        for hour in range(layout.first_hour, layout.last_hour + 1):
            y = round(layout.y_of(hour * 60))
            painter.fillRect(QRect(gutter, y, layout.width - gutter, 1), line)
        for left in layout.lefts[:-1]:
            painter.fillRect(QRect(left, 0, 1, layout.height), line)

    def draw_gutter(self, painter: QPainter, scene: Scene, left: int) -> None:
        """Draw the column of hours or names; ``left`` keeps it in sight when scrolled sideways."""
        layout = scene.layout
        if isinstance(layout, TeamLayout):
            self._team.draw_names(painter, layout, scene.sheet.people, left)
        else:
            self._draw_hours(painter, layout, left)

    def _draw_hours(self, painter: QPainter, layout: WeekLayout, left: int) -> None:
        tokens = self._theme.tokens
        gutter = layout.measures.gutter
        painter.fillRect(QRectF(left, 0, gutter, layout.height), QColor(tokens.surface))
        painter.setPen(QColor(tokens.muted))
        painter.setFont(self._font)
        for hour in range(layout.first_hour, layout.last_hour + 1):
            y = layout.y_of(hour * 60) - self.line / 2
            area = QRectF(left, y, gutter - 8, self.line)
            painter.drawText(area, _RIGHT, f"{hour:02d}")

    def draw_travel(self, painter: QPainter, scene: Scene, ratio: float) -> None:
        """Draw time on the way: hatched, with its minutes where there is room."""
        tokens = self._theme.tokens
        boxes = [box for box in scene.layout.travel if box is not None]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ground))
        painter.drawRects([_area(box) for box in boxes])
        painter.setBrush(QBrush(QColor(tokens.edge), Qt.BrushStyle.BDiagPattern))
        painter.setOpacity(0.5)
        painter.drawRects([_area(box) for box in boxes])
        painter.setOpacity(1.0)
        painter.setFont(self._font)
        for label, place in self._labels_of(scene):
            self._label_travel(painter, label, place, ratio)

    def draw_cards(
        self, painter: QPainter, scene: Scene, top: int, bottom: int, ratio: float
    ) -> None:
        """Draw the cards that lie between two heights; drawn again, they are ready."""
        asked = (top, bottom, ratio)
        if self._ready is None or self._ready.scene is not scene or self._ready.asked != asked:
            batch = self._cards.batch(_cards_between(scene, top, bottom), ratio)
            self._ready = _Ready(scene, asked, batch)
        self._ready.batch.draw(painter)

    def draw_now(self, painter: QPainter, scene: Scene, minutes: int) -> None:
        """Draw the line for now over today's column."""
        today = _today(scene)
        if today is None or isinstance(scene.layout, TeamLayout):
            return
        y = scene.layout.y_of(minutes)
        colour = QColor(self._theme.tokens.now)
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(today.left, y), QPointF(today.right, y))
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(today.left + 1, y), 4, 4)

    def draw_ring(self, painter: QPainter, box: Box, *, focused: bool) -> None:
        """Draw the ring around the chosen card; thicker while the keys act on it."""
        tokens = self._theme.tokens
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.surface), 2))
        radius = min(RADIUS, box.height / 3)
        painter.drawRoundedRect(_area(box), radius, radius)
        painter.setPen(QPen(QColor(tokens.focus), 3 if focused else 1.5))
        painter.drawRoundedRect(_area(box).adjusted(-2, -2, 2, 2), radius + 2, radius + 2)

    def draw_twin_ring(self, painter: QPainter, box: Box) -> None:
        """Mark the chosen contact where it lies in a colleague's day."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.tokens.focus), 2, Qt.PenStyle.DashLine))
        radius = min(RADIUS, box.height / 3)
        painter.drawRoundedRect(_area(box).adjusted(-1, -1, 1, 1), radius + 1, radius + 1)

    def fade(self, painter: QPainter, box: Box) -> None:
        """Fade the card that is being dragged, where it was."""
        veil = QColor(self._theme.tokens.surface)
        veil.setAlphaF(LEFT_BEHIND)
        painter.fillRect(_area(box), veil)

    def draw_slot(
        self,
        painter: QPainter,
        layout: WeekLayout,
        span: TimeSpan,
        letters: str = "",
        worker: Key = b"",
    ) -> None:
        """Draw the slot cursor: a dashed frame, and on a plate its time or the letters typed."""
        box = layout.drawn(span, worker)
        if box is None:
            return
        tokens = self._theme.tokens
        painter.setPen(QPen(QColor(tokens.focus), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(_area(box).adjusted(1, 1, -1, -1), 4, 4)
        if isinstance(layout, TeamLayout):
            return
        said = letters or from_to(span)
        width = min(self._metrics.horizontalAdvance(said) + 8, box.width - 4)
        plate = QRectF(box.right - width - 2, box.top + 2, width, self.line)
        painter.fillRect(plate, QColor(tokens.accent_tint))
        painter.setPen(QColor(tokens.ink))
        painter.setFont(self._font)
        painter.drawText(plate.adjusted(0, 0, -4, 0), _RIGHT, said)

    def _labels_of(self, scene: Scene) -> tuple[tuple[str, Box], ...]:
        """Return what is written on the ways, and where; drawn again, it is known."""
        if self._labels is None or self._labels[0] is not scene:
            self._labels = scene, tuple(self._placed_labels(scene))
        return self._labels[1]

    def _placed_labels(self, scene: Scene) -> Iterator[tuple[str, Box]]:
        cards = [box for box in scene.layout.boxes if box is not None]
        beside = self._theme.pixels(_CAR) + 4 + 8
        for block, way in zip(scene.sheet.travel, scene.layout.travel, strict=True):
            if way is not None:
                width = beside + self._metrics.horizontalAdvance(block.label)
                place = label_place(way, width, self.line, cards)
                if place is not None:
                    yield block.label, place

    def _label_travel(self, painter: QPainter, label: str, place: Box, ratio: float) -> None:
        tokens = self._theme.tokens
        size = self._theme.pixels(_CAR)
        plate = _area(place)
        painter.fillRect(plate, QColor(tokens.ground))
        car = icons.pixmap("car", tokens.muted, size, ratio)
        painter.drawPixmap(QPointF(plate.left() + 4, plate.top() + (self.line - size) / 2), car)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(plate.adjusted(0, 0, -4, 0), _RIGHT, label)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _cards_between(scene: Scene, top: int, bottom: int) -> list[DrawnCard]:
    timed = isinstance(scene.layout, TeamLayout)
    return [
        DrawnCard(card, box, scene.layout.true_height(card.span), timed=timed)
        for card, box in zip(scene.cards, scene.layout.boxes, strict=True)
        if box is not None and box.top < bottom and box.bottom > top
    ]


def _area(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)


def _today(scene: Scene) -> Box | None:
    return None if scene.sheet.today is None else scene.layout.day_column(scene.sheet.today)
