"""Several buttons as one Tab stop, with arrows between them (as on the rail)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class ButtonRow(QObject):
    """Lets Tab reach one of the buttons, and arrows, Home and End the others that are shown."""

    def __init__(self, parent: QObject, buttons: Sequence[QAbstractButton] = ()) -> None:
        super().__init__(parent)
        self._buttons: list[QAbstractButton] = []
        self.hold(buttons)

    @property
    def reached(self) -> QAbstractButton | None:
        """The button that Tab reaches."""
        there = [one for one in self._buttons if not one.isHidden()]
        return next((one for one in there if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)

    def hold(self, buttons: Sequence[QAbstractButton]) -> None:
        """Take these buttons instead of those before."""
        for known in self._buttons:
            known.removeEventFilter(self)
        self._buttons = list(buttons)
        for button in self._buttons:
            button.installEventFilter(self)
        focused = next((one for one in self._buttons if one.hasFocus()), None)
        self.reach(focused or next((one for one in self._buttons if not one.isHidden()), None))

    def reach(self, wanted: QAbstractButton | None) -> None:
        """Let Tab reach this button from now on."""
        for button in self._buttons:
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if button is wanted else Qt.FocusPolicy.ClickFocus
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from button to button with the arrows; what is gone is not reached by Tab."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QAbstractButton):
            self.reach(watched)
        if event.type() in (QEvent.Type.HideToParent, QEvent.Type.ShowToParent):
            self._reach_a_shown_one()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            target = self._target(Qt.Key(event.key()), watched)
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _reach_a_shown_one(self) -> None:
        if self.reached is None:
            self.reach(next((one for one in self._buttons if not one.isHidden()), None))

    def _target(self, key: Qt.Key, watched: QObject) -> QAbstractButton | None:
        there = [one for one in self._buttons if one.isVisible() and one.isEnabled()]
        here = next((place for place, one in enumerate(there) if one is watched), None)
        if here is None:
            return None
        if key in _ON:
            return there[min(here + 1, len(there) - 1)]
        if key in _BACK:
            return there[max(here - 1, 0)]
        return {Qt.Key.Key_Home: there[0], Qt.Key.Key_End: there[-1]}.get(key)
