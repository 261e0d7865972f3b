"""A guest in the week: a card from elsewhere that is to be given a time, by mouse or by keyboard.

By mouse, whoever drags it says where the pointer is (`hover`) and that it has gone (`end_hover`).
By keyboard it is invited to a time (`invite`): the arrows move it, Enter plans it there, Esc sends
it back. Nothing is written here.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import when
from bostoette.ui.week import week_keys
from bostoette.ui.week.foresight import Foresee, Ghost, nothing_known
from bostoette.ui.week.team_layout import TeamLayout
from bostoette.ui.week.week_board import WeekBoard
from bostoette.ui.week.week_card import WeekCard, WeekSheet
from bostoette.ui.week.week_drag import new_span
from bostoette.ui.week.week_layout import Column, WeekLayout
from bostoette.ui.week.week_slot import Slot

Fit = Callable[[Ghost], Ghost]
_STEPS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


def _as_it_is(ghost: Ghost) -> Ghost:
    return ghost


class WeekGuest(WeekBoard):
    """The week with room for one guest."""

    guest_placed = Signal(object, object)
    """The guest's TimeSpan, and in whose day (its key, or empty where one week is shown)."""
    guest_left = Signal()
    """It was sent back."""
    guest_guided = Signal(bool)
    """It is being placed by keyboard, or no longer."""
    guest_form_asked = Signal(object)
    """The ContactForm that the guest is to have."""

    foresee_guest: Foresee = staticmethod(nothing_known)
    """Tells what the guest would bring at a time; given by whoever brings it."""
    fit_guest: Fit = staticmethod(_as_it_is)
    """Tells the time of day where the week shows whole days only; given by whoever brings it."""
    _guest: WeekCard | None = None
    _guest_ghost: Ghost | None = None
    _by_keys = False

    def hover(self, place: QPoint, card: WeekCard) -> TimeSpan | None:
        """Show a card at a place of the screen; return when it would be and for how long.

        None, and nothing is shown, where the place is outside of the week.
        """
        layout, at = self.week_layout(), self.viewport().mapFromGlobal(place)
        if layout is None or not self.viewport().rect().contains(at):
            self.end_hover()
            return None
        span = new_span(*self._time_at(layout, at), card.span.minutes)
        self._receive(card, Ghost(span, self._column_at(layout, at).worker))
        return self.guest

    @property
    def guest_worker(self) -> Key:
        """In whose day the guest is; empty where one week is shown."""
        return b"" if self._guest_ghost is None else self._guest_ghost.worker

    @property
    def guest(self) -> TimeSpan | None:
        """When the guest would be."""
        return None if self._guest_ghost is None else self._guest_ghost.span

    def end_hover(self) -> None:
        """Show the week without a guest."""
        if self._guest is not None:
            self._guest = self._guest_ghost = None
            self._guide_by_keys(guided=False)
            self.viewport().update()

    def invite(self, card: WeekCard, worker: Key = b"") -> None:
        """Let a card be placed by keyboard, beginning at its own time."""
        layout = self.week_layout()
        if layout is None:
            return
        self._guide_by_keys(guided=True)
        self._place_slot(None)
        self._go_to(card, layout, Slot(card.span.day, card.span.start, worker))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _guide_by_keys(self, *, guided: bool) -> None:
        if guided != self._by_keys:
            self._by_keys = guided
            self.guest_guided.emit(guided)

    def show_sheet(self, sheet: WeekSheet) -> None:
        """Show a week; a guest stays while its day is there."""
        if self._guest_ghost is not None and self._guest_ghost.span.day not in sheet.week.days:
            self.end_hover()
        super().show_sheet(sheet)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Send a guest back that was guided by keys."""
        if self._by_keys:
            self.end_hover()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, plan or send back a guest; else do what the key means in the week."""
        if self._guest is None or not self._by_keys:
            super().keyPressEvent(event)
            return
        event.setAccepted(self._guide(event, self._guest))

    def _guide(self, event: QKeyEvent, card: WeekCard) -> bool:
        layout, ghost = self.week_layout(), self._guest_ghost
        form = week_keys.new_form(event.key(), event.modifiers())
        if layout is None or ghost is None:
            return False
        if form is not None:
            self.guest_form_asked.emit(form)
        elif event.key() in _STEPS:
            across, down = _STEPS[event.key()]
            here = Slot(ghost.span.day, ghost.span.start, ghost.worker)
            self._go_to(card, layout, here.moved(layout, columns=across, steps=down))
        elif event.key() in week_keys.OPEN_KEYS:
            self.end_hover()
            self.guest_placed.emit(ghost.span, ghost.worker)
        elif event.key() == Qt.Key.Key_Escape:
            self.end_hover()
            self.guest_left.emit()
        else:
            return False
        return True

    def _go_to(self, card: WeekCard, layout: WeekLayout, slot: Slot) -> None:
        span = slot.span(card.span.minutes)
        self._receive(card, Ghost(span, slot.worker))
        span = self.guest or span
        box = layout.drawn(span, slot.worker)
        if box is not None:
            area = QRect(box.left, box.top, box.width, box.height)
            self.show_area(area.translated(-self.horizontalOffset(), -self.verticalOffset()))
        ghost = self._guest_ghost
        said = ghost.foresight.sentences if ghost is not None else ()
        what = f"{card.spoken or card.title}, {card.form_word}, {when(span)}"
        self.announce(". ".join([what, *said]))

    def _time_at(self, layout: WeekLayout, at: QPoint) -> tuple[date, float]:
        return self._column_at(layout, at).day, layout.minute_at(at.y() + self.verticalOffset())

    def _column_at(self, layout: WeekLayout, at: QPoint) -> Column:
        return layout.column_at(at.x() + self.horizontalOffset(), at.y() + self.verticalOffset())

    def _receive(self, card: WeekCard, ghost: Ghost) -> None:
        if isinstance(self.week_layout(), TeamLayout):
            ghost = self.fit_guest(ghost)
        shown = self._guest_ghost
        if shown is not None and card == self._guest and _same(shown, ghost):
            return
        self._guest = card
        self._guest_ghost = replace(ghost, foresight=self.foresee_guest(card, ghost))
        self.viewport().update()


def _same(shown: Ghost, ghost: Ghost) -> bool:
    return (shown.span, shown.worker) == (ghost.span, ghost.worker)
