"""The week by keyboard: choose, open, move, resize, create, delete, and the slot cursor.

Nothing is written here: each wish leaves as a signal with values, and the week is shown anew once
it has been done.
"""

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from bostoette.models.key import Key
from bostoette.ui.theme import Theme
from bostoette.ui.week import week_keys
from bostoette.ui.week.team_layout import TeamLayout
from bostoette.ui.week.week_card import WeekCard, WeekSheet
from bostoette.ui.week.week_layout import WORKDAYS
from bostoette.ui.week.week_model import AnyIndex
from bostoette.ui.week.week_painter import Scene
from bostoette.ui.week.week_slot import Slot, announcement, cell_announcement, first_slot
from bostoette.ui.week.week_view import ZOOM_STEP, WeekView
from bostoette.ui.week.week_walk import Walk, neighbour

MORNING = 9 * 60
"""Where the slot cursor begins when nothing is chosen."""
TYPED_MS = 250
"""A form opens when no letter has come for so long, so that none is lost while it does."""

Action = QAbstractItemView.CursorAction
_WALKS = {
    Action.MoveUp: Walk.BACK,
    Action.MoveDown: Walk.ON,
    Action.MovePrevious: Walk.BACK,
    Action.MoveNext: Walk.ON,
    Action.MoveLeft: Walk.DAY_BACK,
    Action.MoveRight: Walk.DAY_ON,
    Action.MovePageUp: Walk.DAY_FIRST,
    Action.MovePageDown: Walk.DAY_LAST,
    Action.MoveHome: Walk.FIRST,
    Action.MoveEnd: Walk.LAST,
}
_ARROWS: dict[int, Action] = {
    Qt.Key.Key_Up: Action.MoveUp,
    Qt.Key.Key_Down: Action.MoveDown,
    Qt.Key.Key_Left: Action.MoveLeft,
    Qt.Key.Key_Right: Action.MoveRight,
    Qt.Key.Key_PageUp: Action.MovePageUp,
    Qt.Key.Key_PageDown: Action.MovePageDown,
    Qt.Key.Key_Home: Action.MoveHome,
    Qt.Key.Key_End: Action.MoveEnd,
}
_ZOOMS: dict[int, int] = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_0: 0,
}


class WeekBoard(WeekView):
    """Shows one WeekSheet and says what the person wants with it."""

    chosen = Signal(object)
    """A card's key, or None."""
    open_asked = Signal(object)
    """A card's key."""
    span_asked = Signal(object, object)
    """A card's key and the TimeSpan it is to have."""
    create_asked = Signal(object, str)
    """The TimeSpan of a new contact, and the letters typed if any."""
    drawn_asked = Signal(object)
    """The TimeSpan of a new contact as it was drawn over empty time: its length stands."""
    delete_asked = Signal(object)
    """A card's key."""
    form_asked = Signal(object, object)
    """A card's key and the ContactForm it is to have."""
    worker_asked = Signal(object)
    """The key of a worker of the team whose week is wanted."""
    announced = Signal(str)
    """A sentence that was said to screen readers."""

    _slot: Slot | None = None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._letters = ""
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPED_MS)
        self._typing.timeout.connect(self._create)
        self._header.person_asked.connect(self.worker_asked)
        self.setAccessibleDescription(
            "Piletaster går fra kontakt til kontakt, Shift og pil vælger en tid, Enter åbner."
        )

    @property
    def slot(self) -> Slot | None:
        """The slot cursor while it is out."""
        return self._slot

    @property
    def pointed_worker(self) -> Key | None:
        """Whose day is pointed at, by the slot cursor or the chosen card; None where neither is."""
        if self._slot is not None:
            return self._slot.worker or None
        card = self.chosen_card()
        return (card.worker_id or None) if card is not None else None

    def announce(self, sentence: str) -> None:
        """Say a sentence to screen readers."""
        event = QAccessibleAnnouncementEvent(self, sentence)
        QAccessible.updateAccessibility(event)
        self.announced.emit(sentence)

    def show_sheet(self, sheet: WeekSheet) -> None:
        """Show a week; the slot cursor stays out if its day is still there."""
        slot = self._slot if self._slot is not None and _still_shown(self._slot, sheet) else None
        super().show_sheet(sheet)
        self._slot = slot

    def choose(self, key: Key | None, worker: Key = b"") -> None:
        """Choose a card; the slot cursor has served, and would lie over it."""
        if self._model.index_of(key, worker).isValid():
            self._place_slot(None)
        super().choose(key, worker)

    # Choosing

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Say which card is chosen."""
        QListView.currentChanged(self, current, previous)
        self.viewport().update()
        self.chosen.emit(self._model.cards[current.row()].key if current.isValid() else None)

    def moveCursor(self, action: Action, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go with the arrows from contact to contact."""
        here = self.currentIndex().row()
        row = neighbour(self._model.cards, here if here >= 0 else None, _WALKS[action])
        return QModelIndex() if row is None else self._model.index(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means here; every other key is left to the window."""
        card = self.chosen_card()
        done = (
            self._escape(event)
            or self._go(event)
            or self._open_or_create(event)
            or self._zoom_by_key(event)
            or (card is not None and self._change(card, event))
        )
        event.setAccepted(done)

    def _escape(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape or self._slot is None:
            return False
        self._place_slot(None)
        return True

    def _go(self, event: QKeyEvent) -> bool:
        step = week_keys.slot_step(event.key(), event.modifiers())
        if step is not None:
            self._move_slot(*step)
            return True
        action = _ARROWS.get(event.key())
        if action is None or week_keys.plain(event.modifiers()):
            return False
        self._place_slot(None)
        index = self.moveCursor(action, event.modifiers())
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return True

    def _open_or_create(self, event: QKeyEvent) -> bool:
        letter = week_keys.typed(event.text(), event.modifiers())
        opening = event.key() in week_keys.OPEN_KEYS and not week_keys.plain(event.modifiers())
        if self._slot is not None and (letter or opening):
            self._letters += letter
            self._typing.start()
            self.viewport().update()
            if opening:
                self._create()
            return True
        key = self.chosen_key()
        if opening and key is not None:
            self.open_asked.emit(key)
            return True
        return False

    def _change(self, card: WeekCard, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Delete and not week_keys.plain(event.modifiers()):
            self.delete_asked.emit(card.key)
            return True
        form = week_keys.new_form(event.key(), event.modifiers())
        if form is not None:
            if card.form not in {None, form}:
                self.form_asked.emit(card.key, form)
            return True
        weekend = self._shows_weekend()
        span = week_keys.new_span(card.span, event.key(), event.modifiers(), weekend=weekend)
        if span is not None and card.movable and span != card.span:
            self.span_asked.emit(card.key, span)
        return span is not None

    def _zoom_by_key(self, event: QKeyEvent) -> bool:
        direction = _ZOOMS.get(event.key())
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if direction is None or not held:
            return False
        self.zoom_to(1.0 if direction == 0 else self.zoom * ZOOM_STEP**direction)
        return True

    def _shows_weekend(self) -> bool:
        layout = self.week_layout()
        return layout is not None and len(layout.days) > WORKDAYS

    # The slot cursor

    def _create(self) -> None:
        """Begin a contact in the slot with the letters typed there."""
        letters, self._letters = self._letters, ""
        self._typing.stop()
        self.viewport().update()
        if self._slot is not None:
            self.create_asked.emit(self._slot.span(), letters)

    def _move_slot(self, columns: int, steps: int) -> None:
        layout = self.week_layout()
        if layout is None:
            return
        if self._slot is not None:
            self._place_slot(self._slot.moved(layout, columns=columns, steps=steps))
            return
        today = self._sheet.today if self._sheet else None
        first = first_slot(layout, MORNING, today, self.chosen_card())
        self._place_slot(first.moved(layout))

    def _place_slot(self, slot: Slot | None) -> None:
        if slot == self._slot:
            return
        self._slot = slot
        self._letters = ""
        self._typing.stop()
        self.viewport().update()
        layout = self.week_layout()
        if slot is None or layout is None:
            return
        box = layout.drawn(slot.span(), slot.worker)
        if box is not None:
            self.show_area(
                QRect(box.left, box.top, box.width, box.height).translated(
                    -self.horizontalOffset(), -self.verticalOffset()
                )
            )
        said = cell_announcement if isinstance(layout, TeamLayout) else announcement
        self.announce(said(slot, self._model.cards, self._initials_of(slot.worker)))

    def _initials_of(self, worker: Key) -> str:
        people = self._sheet.people if self._sheet is not None else ()
        return next((person.initials for person in people if person.key == worker), "")

    def draw_moving(self, painter: QPainter, scene: Scene) -> None:
        """Draw the slot cursor below the ring and the line for now."""
        if self._slot is not None:
            span, worker = self._slot.span(), self._slot.worker
            self._painter.draw_slot(painter, scene.layout, span, self._letters, worker)
        super().draw_moving(painter, scene)


def _still_shown(slot: Slot, sheet: WeekSheet) -> bool:
    people = {person.key for person in sheet.people} or {slot.worker}
    days = sheet.week.days if sheet.day is None else (sheet.day,)
    return slot.day in days and slot.worker in people
