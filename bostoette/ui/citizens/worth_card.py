"""What is worth considering in a citizen's plan, in the column beside her contacts."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.raised_plan import RaisedPlan
from bostoette.planning.mends import MEETINGS
from bostoette.ui import icons
from bostoette.ui.emptied import emptied
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words


class WorthCard(QFrame):
    """Says what the rules of 28 days raise; gone where they raise nothing."""

    visit_asked = Signal()
    """Plan the visit that is missing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._raised: tuple[RaisedPlan, ...] = ()
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName("Værd at overveje")
        title = QLabel("Værd at overveje", self)
        title.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self.plan = QPushButton("Planlæg et besøg", self)
        self.plan.setAutoDefault(True)  # Enter presses it, as Space does
        self.plan.clicked.connect(self.visit_asked)
        self._lines = QVBoxLayout()
        edge = theme.pixels(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, theme.pixels(12), edge, edge)
        column.setSpacing(theme.pixels(8))
        column.addWidget(title)
        column.addLayout(self._lines)
        column.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self._fill)
        self.hide()

    def show_raised(self, raised: Sequence[RaisedPlan]) -> None:
        """Show what was raised."""
        self._raised = tuple(raised)
        self.setVisible(bool(raised))
        self.plan.setVisible(any(one.check in MEETINGS for one in raised))
        self._fill()

    def buttons(self) -> list[QAbstractButton]:
        """Return the buttons that are shown."""
        return [] if self.isHidden() or self.plan.isHidden() else [self.plan]

    @property
    def said(self) -> str:
        """Everything that stands here, a line each."""
        return "\n".join(_words(one) for one in self._raised)

    def _fill(self) -> None:
        emptied(self._lines)
        size = self._theme.pixels(16)
        for one in self._raised:
            line = QWidget(self)
            mark = QLabel(line)
            ink = self._theme.tokens.warn
            mark.setPixmap(icons.pixmap("warning", ink, size, self.devicePixelRatioF()))
            mark.setFixedSize(QSize(size, size))
            words = Words(_words(one), line)
            words.setTextFormat(Qt.TextFormat.PlainText)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            self._lines.addWidget(line)


def _words(raised: RaisedPlan) -> str:
    """Return the sentence without the initials, which stand at the page's head."""
    said = raised.text.partition(": ")[2]
    return f"{said[:1].upper()}{said[1:]} ({raised.rule})"
