"""A scroll area that brings what gets the keyboard into view."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from bostoette.ui.fitting_scroll import FittingScroll
from bostoette.ui.focus_in_sight import pressed_now


class FollowingScroll(FittingScroll):
    """Scrolls downward only, and is no stop of its own."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hold(inside)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = self.widget()
        if new is None or pressed_now():
            return
        if inside is not None and inside.isAncestorOf(new):
            self.ensureWidgetVisible(new)
