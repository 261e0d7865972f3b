"""A list with its actions beside it: one Tab stop, Enter opens, and what is chosen is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

_KEY = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 8
_FEWEST_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it stands for, and how it reads."""

    key: object
    words: str


class ListWithActions(QWidget):
    """Shows entries; its actions concern the one that is chosen."""

    chosen = Signal()
    """Another entry is chosen, or none."""

    def __init__(self, theme: Theme, name: str, empty: str) -> None:
        super().__init__()
        self._theme = theme
        self._open: Callable[[], object] = _nothing
        self.list = QListWidget(self)
        self.list.setAccessibleName(name)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = quiet(empty, self)
        left = QVBoxLayout()
        left.addWidget(self.list)
        left.addWidget(self._empty)
        left.addStretch(1)
        self._actions = QVBoxLayout()
        self._actions.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.pixels(12))
        row.addLayout(left, 1)
        row.addLayout(self._actions)
        self.list.currentItemChanged.connect(self.chosen)
        self.list.itemActivated.connect(self._open_chosen)
        theme.changed.connect(self._fit)

    @property
    def current(self) -> object:
        """What the chosen entry stands for, or None."""
        if self.list.currentRow() < 0:
            return None
        return self.list.currentItem().data(_KEY)

    def add_action(self, words: str, do: Callable[[], object], name: str) -> QPushButton:
        """Add an action below the others; ``name`` tells it apart for screen readers."""
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.setAccessibleName(name)
        button.clicked.connect(lambda _checked=False: do())
        self._actions.insertWidget(self._actions.count() - 1, button)
        return button

    def open_by(self, do: Callable[[], object]) -> None:
        """Say what Enter and a double click do."""
        self._open = do

    def show_entries(self, entries: Sequence[Entry], chosen: object = None) -> None:
        """Show these entries, and choose one, or what was chosen before, or the first."""
        wanted = self.current if chosen is None else chosen
        place = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem(entry.words, self.list)
            item.setData(_KEY, entry.key)
        keys = [entry.key for entry in entries]
        here = keys.index(wanted) if wanted in keys else min(place, len(keys) - 1)
        self.list.setCurrentRow(here)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.list.setVisible(bool(entries))
        self._empty.setVisible(not entries)
        self._fit()
        self.chosen.emit()

    def _open_chosen(self) -> None:
        self._open()

    def _fit(self) -> None:
        least = self._theme.pixels(32)
        rows = range(min(self.list.count(), _MOST_SHOWN))
        inside = sum(max(self.list.sizeHintForRow(row), least) for row in rows)
        height = max(inside, least * _FEWEST_SHOWN)
        self.list.setFixedHeight(height + 2 * self.list.frameWidth() + 4)


def _nothing() -> None:
    """Open nothing."""
