"""An Overlay is a small card over a page, opened by a key, closed by Esc or by going elsewhere."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from bostoette.ui.theme import Theme

_BESIDE = 24
_ABOVE = 56


class Overlay(QFrame):
    """Lies over its host, in the middle near the top; the focus goes back when it closes."""

    def __init__(self, theme: Theme, name: str, width: int, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._wide = width
        self._host = host
        self._before: QWidget | None = None
        self.setObjectName("overlay")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        host.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        theme.changed.connect(self.place)

    def show_with(self, field: QWidget) -> None:
        """Show it with the focus in its field."""
        if not self.isVisible():
            self._before = self._host.window().focusWidget()
        self.place()
        self.show()
        self.raise_()
        field.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Close it, and give the focus back."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        """Lie in the middle near the host's top, no wider than the host."""
        room = self._host.width() - 2 * _BESIDE
        width = min(self._theme.pixels(self._wide), room)
        self.setFixedWidth(max(width, 1))
        height = min(self._height_at(width), self._host.height() - _BESIDE)
        top = min(self._theme.pixels(_ABOVE), max(0, self._host.height() - height))
        self.setGeometry((self._host.width() - width) // 2, top, width, height)

    def _height_at(self, width: int) -> int:
        layout = self.layout()
        if layout is None:
            return self.sizeHint().height()
        layout.activate()
        flows = layout.hasHeightForWidth()
        return layout.totalHeightForWidth(width) if flows else layout.totalSizeHint().height()

    def announce(self, sentence: str) -> None:
        """Say a sentence to screen readers."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the host."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = new is None or new is self or self.isAncestorOf(new)
        if self.isVisible() and not inside:
            self._before = None
            self.hide()
