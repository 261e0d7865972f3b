"""The week by mouse as well: drag to move, pull the edges to resize, draw over empty time.

Nothing is written before the button is let go; a press without real movement changes nothing, and
Esc puts everything back. Ctrl copies instead of moving, Alt snaps to five minutes.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.ui.theme import Theme
from bostoette.ui.week import week_keys
from bostoette.ui.week.edge_scroll import EdgeScroll
from bostoette.ui.week.foresight import Foresee, Foresight, Ghost, nothing_known
from bostoette.ui.week.ghost_painter import GhostPainter
from bostoette.ui.week.week_card import WeekCard, WeekSheet
from bostoette.ui.week.week_drag import Aim, DragKind, Grip, let_go, new_span
from bostoette.ui.week.week_guest import WeekGuest
from bostoette.ui.week.week_layout import WeekLayout
from bostoette.ui.week.week_painter import Scene
from bostoette.ui.week.week_slot import Slot
from bostoette.ui.week.week_view import ZOOM_STEP

PUT_BACK = 80
"""How far outside of the week a card is put back; nearer, the week scrolls."""


@dataclass(slots=True)
class _Press:
    """A button held down: where, on what, and what letting go would give once it has moved."""

    at: QPoint
    grip: Grip
    pointer: QPoint
    """Where it is now."""
    ghost: Ghost | None = None
    begun: bool = False


def _nowhere(_place: QPoint) -> date | None:
    return None


class WeekGrid(WeekGuest):
    """Shows one WeekSheet and says what the person wants with it."""

    copy_asked = Signal(object, object)
    """A card's key and the TimeSpan of its copy."""
    hand_over_asked = Signal(object, object, object, object)
    """A contact's key, whose day it leaves, whose it goes to, and the TimeSpan it gets."""
    drag_moved = Signal(QPoint)
    """A card is being dragged and the pointer is at this place of the screen."""
    drag_ended = Signal()

    _press: _Press | None = None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._ghosts = GhostPainter(theme, self.font())
        self._edge_scroll = EdgeScroll(self)
        self._edge_scroll.scrolled.connect(self._drag_on)
        self.viewport().setMouseTracking(True)
        self.foresee: Foresee = nothing_known
        """Tells what a drag would bring; given by whoever knows the week."""
        self.elsewhere: Callable[[QPoint], date | None] = _nowhere
        """Tells the day under a place of the screen, outside of the grid."""

    @property
    def ghost(self) -> TimeSpan | None:
        """What letting go of the mouse would give, while dragging."""
        shown = self.shown_ghost()
        return None if shown is None else shown.span

    def shown_ghost(self) -> Ghost | None:
        """Return what is being dragged, with what it would bring."""
        return self._guest_ghost if self._press is None else self._press.ghost

    def show_sheet(self, sheet: WeekSheet) -> None:
        """Show a week; a drag of a card that has meanwhile changed is put back."""
        held = self._press.grip.card if self._press is not None else None
        if held is not None and held not in sheet.cards:
            self._let_go()
        super().show_sheet(sheet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put a drag back with Esc; Alt and Ctrl change it at once, and no other key acts."""
        if self._press is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._let_go()
        elif self._press.begun:
            self._drag_to(self._press.pointer, week_keys.held_after(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show at once what a drag gives without the key that was let go."""
        if self._press is None or not self._press.begun:
            super().keyReleaseEvent(event)
        else:
            self._drag_to(self._press.pointer, week_keys.held_after(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what lies under the pointer, and take hold of it."""
        at = event.position().toPoint()
        row = self.indexAt(at).row()
        card = self._model.cards[row] if row >= 0 else None
        if card is not None:
            self._place_slot(None)
            self.choose(card.key, card.worker_id)
        else:
            self.choose(None)
            self._point_at(at, event.button())
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = self._take_hold(at, row, card)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what letting go would give."""
        at = event.position().toPoint()
        if self._press is None:
            self._shape_pointer(at)
            return
        far = (at - self._press.at).manhattanLength() >= QApplication.startDragDistance()
        if self._press.begun or far:
            self._press.begun = True
            self._drag_to(at, event.modifiers())
            self._edge_scroll.follow(at)
            if self._press.grip.card is not None:
                self.drag_moved.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for what the drag gave; a press that has not moved asks for nothing."""
        press = self._press
        if press is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._let_go()
        if press.ghost is not None:
            self._ask_for(press.grip, press.ghost)
        elif press.grip.card is None:
            start = new_span(press.grip.day, press.grip.minute).start
            self._place_slot(Slot(press.grip.day, start, press.grip.worker))

    def _ask_for(self, grip: Grip, ghost: Ghost) -> None:
        card = grip.card
        if card is None:
            self._show_whose(ghost.span, ghost.worker)
            self.drawn_asked.emit(ghost.span)
        elif ghost.copy:
            self.copy_asked.emit(card.key, ghost.span)
        elif ghost.worker != card.worker_id:
            self.hand_over_asked.emit(card.key, card.worker_id, ghost.worker, ghost.span)
        elif ghost.span != card.span:
            self.span_asked.emit(card.key, ghost.span)

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
        if layout.names_at(at.x()):
            self.worker_asked.emit(self._column_at(layout, at).worker)
            return
        span = new_span(*self._time_at(layout, at))
        self._show_whose(span, self._column_at(layout, at).worker)
        self.create_asked.emit(span, "")

    def _point_at(self, at: QPoint, button: Qt.MouseButton) -> None:
        """Let the right button say which empty time its menu is about."""
        layout = self.week_layout()
        if button == Qt.MouseButton.RightButton and layout is not None:
            day, minute = self._time_at(layout, at)
            start = new_span(day, minute).start
            self._place_slot(Slot(day, start, self._column_at(layout, at).worker))

    def _show_whose(self, span: TimeSpan, worker: Key) -> None:
        """Say with the slot cursor, in a team's columns, whose contact it will be."""
        if worker:
            self._place_slot(Slot(span.day, span.start, worker))

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
        ghost = self.shown_ghost()
        card = self._press.grip.card if self._press is not None else self._guest
        if ghost is not None and card is not None and not ghost.copy:
            box = self.box_of(self._model.index_of(card.key, card.worker_id).row())
            if box is not None:
                self._painter.fade(painter, box)
        super().draw_moving(painter, scene)
        if ghost is not None:
            seen = self.viewport().rect().adjusted(scene.layout.measures.gutter, 0, 0, 0)
            seen.translate(self.horizontalOffset(), self.verticalOffset())
            self._ghosts.draw(painter, scene.layout, ghost, card, seen)

    def _dress(self) -> None:
        self._ghosts = GhostPainter(self._theme, self.font())
        super()._dress()

    def _take_hold(self, at: QPoint, row: int, card: WeekCard | None) -> _Press | None:
        layout = self.week_layout()
        if layout is None or (card is not None and not card.movable):
            return None
        day, minute = self._time_at(layout, at)
        kind = DragKind.CREATE
        if card is not None:
            kind = layout.kind_at(row, at.y() + self.verticalOffset())
        return _Press(at, Grip(kind, day, minute, card, self._column_at(layout, at).worker), at)

    def _drag_to(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        layout, press = self.week_layout(), self._press
        if layout is None or press is None:
            return
        press.pointer = at
        ghost = self._ghost_at(layout, press.grip, at, modifiers)
        if ghost != press.ghost:
            press.ghost = ghost
            self.viewport().update()

    def _ghost_at(
        self, layout: WeekLayout, grip: Grip, at: QPoint, modifiers: Qt.KeyboardModifier
    ) -> Ghost | None:
        """Say what letting go at a place would give, looked ahead only where it is new."""
        wanted = let_go(grip, self._aim(layout, at, modifiers))
        if wanted is None or grip.card is None:
            return wanted
        shown = self.shown_ghost()
        if shown is not None and replace(shown, foresight=Foresight()) == wanted:
            return shown
        return replace(wanted, foresight=self.foresee(grip.card, wanted))

    def _aim(self, layout: WeekLayout, at: QPoint, modifiers: Qt.KeyboardModifier) -> Aim:
        near = self.viewport().rect().adjusted(-PUT_BACK, -PUT_BACK, PUT_BACK, PUT_BACK)
        day, minute = self._time_at(layout, at)
        return Aim(
            day,
            minute,
            self._column_at(layout, at).worker,
            near=near.contains(at),
            elsewhere=self.elsewhere(self.viewport().mapToGlobal(at)),
            fine=bool(modifiers & Qt.KeyboardModifier.AltModifier),
            copy=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
        )

    def _drag_on(self) -> None:
        at = self.viewport().mapFromGlobal(QCursor.pos())
        self._drag_to(at, QApplication.keyboardModifiers())

    def _let_go(self) -> None:
        dragging = self._press is not None and self._press.begun
        self._press = None
        self._edge_scroll.stop()
        if dragging:
            self.drag_ended.emit()
        self.viewport().update()

    def _shape_pointer(self, at: QPoint) -> None:
        layout, row = self.week_layout(), self.indexAt(at).row()
        resizing = (
            layout is not None
            and row >= 0
            and self._model.cards[row].movable
            and layout.kind_at(row, at.y() + self.verticalOffset()) is not DragKind.MOVE
        )
        shape = Qt.CursorShape.SizeVerCursor if resizing else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
