"""Tabs that go on below where a line is full, so that none is cut at large text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from bostoette.ui.button_row import ButtonRow
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.theme import Theme


class TabRow(QWidget):
    """One Tab stop with arrows between the tabs; going to a tab shows it, as with Qt's own."""

    currentChanged = Signal(int)  # noqa: N815 - as Qt's own tabs say it

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._tabs: list[_Tab] = []
        self._layout = FlowLayout(self, 0, 0)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._stop = ButtonRow(self)
        self._group.buttonToggled.connect(self._tell)
        theme.changed.connect(self._dress)
        self._dress()

    def addTab(self, words: str) -> int:
        """Add a tab at the end; the first one is chosen. Return its place."""
        tab = _Tab(words, self)
        self._tabs.append(tab)
        self._layout.addWidget(tab)
        self._group.addButton(tab)
        self._stop.hold(self._tabs)
        if len(self._tabs) == 1:
            tab.setChecked(True)
        return len(self._tabs) - 1

    def removeTab(self, place: int) -> None:
        """Take a tab away."""
        tab = self._tabs.pop(place)
        self._group.removeButton(tab)
        self._layout.removeWidget(tab)
        self._stop.hold(self._tabs)
        tab.hide()
        tab.deleteLater()

    def count(self) -> int:
        """Count the tabs."""
        return len(self._tabs)

    def tabText(self, place: int) -> str:
        """Return what a tab says."""
        return self._tabs[place].text()

    def setTabText(self, place: int, words: str) -> None:
        """Let a tab say something else."""
        self._tabs[place].setText(words)
        self._tabs[place].setAccessibleName(words.replace("&&", "&"))

    def currentIndex(self) -> int:
        """Return which tab is chosen."""
        return next((place for place, tab in enumerate(self._tabs) if tab.isChecked()), -1)

    def setCurrentIndex(self, place: int) -> None:
        """Choose a tab; a place that there is none at chooses nothing."""
        if 0 <= place < len(self._tabs):
            self._tabs[place].setChecked(True)
            self._stop.reach(self._tabs[place])

    def _tell(self, tab: QPushButton, chosen: bool) -> None:  # noqa: FBT001 - a signal's value
        if chosen and isinstance(tab, _Tab):
            self.currentChanged.emit(self._tabs.index(tab))

    def _dress(self) -> None:
        tokens, pixels = self._theme.tokens, self._theme.pixels
        self.setStyleSheet(
            f"QPushButton {{ background: transparent; color: {tokens.muted}; border-radius: 0;"
            f" padding: {pixels(4)}px {pixels(12)}px; min-height: {pixels(24)}px; font-weight: 400;"
            f" border: 2px solid transparent; border-bottom: 2px solid {tokens.line}; }}"
            f"QPushButton:checked {{ color: {tokens.accent};"
            f" border-bottom: 2px solid {tokens.accent}; }}"
            f"QPushButton:focus {{ border: 2px solid {tokens.focus};"
            f" border-radius: {pixels(4)}px; }}"
        )


class _Tab(QPushButton):
    """One tab; the arrows that reach it choose it."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(words.replace("&&", "&"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be chosen where the arrows have come to it."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason and not self.isChecked():
            self.setChecked(True)
