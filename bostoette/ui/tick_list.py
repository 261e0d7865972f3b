"""A list to tick: weeks, days or people, each a line with its own key."""

from collections.abc import Collection, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

K = TypeVar("K")
LINES_SHOWN = 4


class _TickList(QListWidget):
    """What Qt needs to know; the keys are its heir's."""

    changed = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a click on the words tick too: Qt itself takes only the small box."""
        item = self.itemAt(event.position().toPoint())
        before = item.checkState() if item and item is self.currentItem() else None
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and item and item.checkState() is before:
            on = before is Qt.CheckState.Unchecked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        if item:
            self.setCurrentItem(item)  # Qt leaves it where only the small box was pressed


class TickList(_TickList, Generic[K]):
    """Lines with a tick each; ``changed`` tells when one was set or taken away."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[K] = []
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(lambda _item: self.changed.emit())

    def offer(self, lines: Iterable[tuple[K, str]], ticked: Collection[K]) -> None:
        """Show other lines, some of them ticked."""
        self.blockSignals(True)  # noqa: FBT003 – Qt's signature
        self.clear()
        self._keys = []
        for key, words in lines:
            item = QListWidgetItem(words, self)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            on = Qt.CheckState.Checked if key in ticked else Qt.CheckState.Unchecked
            item.setCheckState(on)
            item.setToolTip(words)
            self._keys.append(key)
        if self._keys:
            self.setCurrentRow(0)
        self.blockSignals(False)  # noqa: FBT003 – Qt's signature
        self.updateGeometry()

    def tick(self, key: K, *, on: bool = True) -> None:
        """Set one line's tick, or take it away."""
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        self.item(self._keys.index(key)).setCheckState(state)

    def ticked(self) -> tuple[K, ...]:
        """Return the keys of the ticked lines, in the order shown."""
        return tuple(
            key
            for place, key in enumerate(self._keys)
            if self.item(place).checkState() is Qt.CheckState.Checked
        )

    def sizeHint(self) -> QSize:
        """Ask for a few lines; more are scrolled to."""
        line = self.sizeHintForRow(0) if self._keys else self.fontMetrics().height() * 2
        lines = min(LINES_SHOWN, max(1, len(self._keys)))
        return QSize(super().sizeHint().width(), line * lines + 8)

    def minimumSizeHint(self) -> QSize:
        """Be at least two lines high."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().height() * 4)
