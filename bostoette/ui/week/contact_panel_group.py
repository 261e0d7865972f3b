"""A PanelGroup is one part of the panel: a heading, and one Tab stop with arrows inside."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from bostoette.ui.theme import Theme

_ON = {Qt.Key.Key_Down, Qt.Key.Key_Right}
_BACK = {Qt.Key.Key_Up, Qt.Key.Key_Left}
_ACROSS = {Qt.Key.Key_Left, Qt.Key.Key_Right}


class ArrowStops(QObject):
    """Makes several widgets one Tab stop: Tab reaches the last one used, arrows the others."""

    def __init__(self, group: QWidget) -> None:
        super().__init__(group)
        self._group = group
        self._stops: list[QWidget] = []

    def set_stops(self, stops: list[QWidget]) -> None:
        """Hold other widgets; the first one is reached, unless one has the keyboard already."""
        for gone in self._stops:
            gone.removeEventFilter(self)
        self._stops = stops
        for stop in stops:
            stop.installEventFilter(self)
        self._reach(next((stop for stop in stops if stop.hasFocus()), None))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with the arrows, and remember what was used."""
        if isinstance(watched, QWidget) and event.type() == QEvent.Type.FocusIn:
            self._reach(watched)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._go(watched, Qt.Key(event.key()), event.modifiers())
        return super().eventFilter(watched, event)

    def _go(self, watched: QObject, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        typing = isinstance(watched, QLineEdit) and key in _ACROSS
        pressed = held & ~Qt.KeyboardModifier.KeypadModifier
        if typing or pressed or key not in _ON | _BACK:
            return False
        usable = self._usable()
        here = next((place for place, one in enumerate(usable) if one is watched), None)
        if here is None:
            return False
        there = min(max(here + (1 if key in _ON else -1), 0), len(usable) - 1)
        usable[there].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _usable(self) -> list[QWidget]:
        return [one for one in self._stops if one.isVisibleTo(self._group) and one.isEnabled()]

    def _reach(self, wanted: QWidget | None) -> None:
        usable = self._usable()
        reached = wanted if wanted in usable else next(iter(usable), None)
        for stop in self._stops:
            stop.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if stop is reached else Qt.FocusPolicy.ClickFocus
            )


class PanelGroup(QWidget):
    """A heading in small capitals, and what belongs below it."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.heading = QLabel(self)
        self.heading.setWordWrap(True)
        self.entitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.heading)
        self.stops = ArrowStops(self)
        theme.changed.connect(self.dress)
        self.dress()

    def entitle(self, title: str) -> None:
        """Say what the part is about."""
        self.setAccessibleName(title)
        self.heading.setText(title.upper())
        self.heading.setAccessibleName(title)

    def dress(self) -> None:
        """Wear the theme's colours and sizes."""
        self.column.setSpacing(self.theme.pixels(4))
        self.heading.setStyleSheet(
            f"color: {self.theme.tokens.muted}; font-weight: 600;"
            f"font-size: {self.theme.pixels(11)}px;"
        )
