"""The week by mouse as well: drag to move, pull the edges to resize, draw over empty time.

Nothing is written before the button is let go; a press without real movement changes nothing, and
Esc puts everything back.
"""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from bostoette.models.timespan import TimeSpan
from bostoette.ui.theme import Theme
from bostoette.ui.week.edge_scroll import EdgeScroll
from bostoette.ui.week.week_board import WeekBoard
from bostoette.ui.week.week_card import WeekCard, WeekSheet
from bostoette.ui.week.week_drag import FINE_SNAP, SNAP, DragKind, Grip, dragged, new_span
from bostoette.ui.week.week_layout import WeekLayout
from bostoette.ui.week.week_painter import Scene
from bostoette.ui.week.week_slot import Slot
from bostoette.ui.week.week_view import ZOOM_STEP

RESIZE_REACH = 6


@dataclass(slots=True)
class _Press:
    """A button held down: where, on what, and what letting go would give once it has moved."""

    at: QPoint
    grip: Grip
    ghost: TimeSpan | None = None


class WeekGrid(WeekBoard):
    """Shows one WeekSheet and says what the person wants with it."""

    _press: _Press | None = None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._edge_scroll = EdgeScroll(self)
        self._edge_scroll.scrolled.connect(self._drag_on)
        self.viewport().setMouseTracking(True)

    @property
    def ghost(self) -> TimeSpan | None:
        """What letting go of the mouse would give, while dragging."""
        return None if self._press is None else self._press.ghost

    def show_sheet(self, sheet: WeekSheet) -> None:
        """Show a week; a drag of a card that has meanwhile changed is put back."""
        held = self._press.grip.card if self._press is not None else None
        if held is not None and held not in sheet.cards:
            self._let_go()
        super().show_sheet(sheet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put a drag back with Esc; while dragging no other key acts."""
        if self._press is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._let_go()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what lies under the pointer, and take hold of it."""
        at = event.position().toPoint()
        row = self.indexAt(at).row()
        card = self._model.cards[row] if row >= 0 else None
        if card is not None:
            self._place_slot(None)
        self.choose(card.key if card is not None else None)
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = self._take_hold(at, row, card)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what letting go would give."""
        at = event.position().toPoint()
        if self._press is None:
            self._shape_pointer(at)
            return
        far = (at - self._press.at).manhattanLength() >= QApplication.startDragDistance()
        if self._press.ghost is not None or far:
            self._drag_to(at, event.modifiers())
            self._edge_scroll.follow(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for what the drag gave; a press that has not moved asks for nothing."""
        press = self._press
        if press is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._let_go()
        card = press.grip.card
        if press.ghost is None:
            if card is None:
                start = new_span(press.grip.day, press.grip.minute).start
                self._place_slot(Slot(press.grip.day, start))
        elif card is None:
            self.create_asked.emit(press.ghost, "")
        elif press.ghost != card.span:
            self.span_asked.emit(card.key, press.ghost)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the card, or begin a contact on empty time."""
        layout = self.week_layout()
        at = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or layout is None:
            return
        row = self.indexAt(at).row()
        if row >= 0:
            self.open_asked.emit(self._model.cards[row].key)
            return
        day, minute = self._time_at(layout, at)
        self.create_asked.emit(new_span(day, minute), "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll otherwise."""
        turned = event.angleDelta().y()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or not turned:
            QAbstractItemView.wheelEvent(self, event)
            return
        self.zoom_to(self.zoom * ZOOM_STEP ** (1 if turned > 0 else -1))
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put a drag back when the window loses the person's attention."""
        self._let_go()
        super().focusOutEvent(event)

    def draw_moving(self, painter: QPainter, scene: Scene) -> None:
        """Draw the ghost above everything, and fade the card it comes from."""
        ghost = self.ghost
        card = self._press.grip.card if self._press is not None else None
        if ghost is not None and card is not None:
            box = self.box_of(self._model.index_of(card.key).row())
            if box is not None:
                self._painter.fade(painter, box)
        super().draw_moving(painter, scene)
        if ghost is not None:
            self._painter.draw_ghost(painter, scene.layout, ghost, card)

    def _take_hold(self, at: QPoint, row: int, card: WeekCard | None) -> _Press | None:
        layout = self.week_layout()
        if layout is None or (card is not None and not card.movable):
            return None
        day, minute = self._time_at(layout, at)
        kind = DragKind.CREATE if card is None else self._kind_at(at, row)
        return _Press(at, Grip(kind, day, minute, card))

    def _drag_to(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        layout = self.week_layout()
        if layout is None or self._press is None:
            return
        day, minute = self._time_at(layout, at)
        snap = FINE_SNAP if modifiers & Qt.KeyboardModifier.AltModifier else SNAP
        self._press.ghost = dragged(self._press.grip, day, minute, snap)
        self.viewport().update()

    def _drag_on(self) -> None:
        at = self.viewport().mapFromGlobal(QCursor.pos())
        self._drag_to(at, QApplication.keyboardModifiers())

    def _let_go(self) -> None:
        self._press = None
        self._edge_scroll.stop()
        self.viewport().update()

    def _time_at(self, layout: WeekLayout, at: QPoint) -> tuple[date, float]:
        x, y = at.x() + self.horizontalOffset(), at.y() + self.verticalOffset()
        return layout.day_at(x), layout.minute_at(y)

    def _kind_at(self, at: QPoint, row: int) -> DragKind:
        box = self.visualRect(self._model.index(row))
        if at.y() < box.top() + RESIZE_REACH:
            return DragKind.START
        return DragKind.END if at.y() > box.bottom() - RESIZE_REACH else DragKind.MOVE

    def _shape_pointer(self, at: QPoint) -> None:
        row = self.indexAt(at).row()
        resizing = (
            row >= 0
            and self._model.cards[row].movable
            and self._kind_at(at, row) is not DragKind.MOVE
        )
        shape = Qt.CursorShape.SizeVerCursor if resizing else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
