"""A quiet message over the foot of the page, with *Fortryd* for eight seconds."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

SHOWN_MS = 8000
_BESIDE = 24
_BELOW = 16
_LEAST = 320
"""Width that a short sentence is given too, so that it is found at the same place."""


class QuietMessage(QFrame):
    """Says what was done; gone by itself, reachable by Tab while it is there.

    It lies over what is shown instead of taking room from it: what a hand is on its way to stays
    where it is.
    """

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host: QWidget | None = None
        self.setObjectName("quietMessage")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._undo = QPushButton("Fortryd", self)
        self._undo.setAccessibleName("Fortryd")
        self._undo.clicked.connect(self._ask_undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self.hide()

    def lie_over(self, host: QWidget) -> None:
        """Lie in the middle over the foot of this sibling."""
        self._host = host
        host.installEventFilter(self)

    def say(self, sentence: str, *, undoable: bool) -> None:
        """Show a sentence for eight seconds, and say it once to screen readers."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._undo.setVisible(undoable)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(SHOWN_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the foot of what it lies over."""
        if watched is self._host and event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self._host is None:
            return
        area = self._host.geometry()
        room = max(1, area.width() - 2 * _BESIDE)
        width = min(max(self._one_line(), _LEAST), room)
        self.ensurePolished()
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        left = area.left() + (area.width() - width) // 2
        self.setGeometry(left, area.bottom() - _BELOW - height, width, height)

    def _one_line(self) -> int:
        """Tell the width at which the sentence stays on one line."""
        self._words.ensurePolished()
        words = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 8
        row = self.layout()
        margins = row.contentsMargins() if row is not None else self.contentsMargins()
        undo = 0 if self._undo.isHidden() else self._undo.sizeHint().width() + 16
        return margins.left() + words + undo + margins.right()

    def _go(self) -> None:
        """Go, unless somebody is about to answer."""
        if self.underMouse() or self._undo.hasFocus():
            self._timer.start(SHOWN_MS)
        else:
            self.hide()

    def _ask_undo(self) -> None:
        self.hide()
        self.undo_asked.emit()
