"""The workers' weeks below their headings: one Tab stop, arrows inside."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from bostoette.models.key import Key
from bostoette.models.review import ReviewLine
from bostoette.ui.naming import Naming
from bostoette.ui.review.review_columns import COLUMNS, columns_in
from bostoette.ui.review.review_model import ReviewModel, ReviewRole
from bostoette.ui.review.review_row import ReviewRow
from bostoette.ui.theme import Theme

HEAD = 32
LETTERS_SAID = "B besøg · T telefon · V video · G gåtur · + andet"


class _Head(QWidget):
    """The headings, drawn where the rows' columns lie."""

    def __init__(self, theme: Theme, view: QListView, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, view
        self.setToolTip(LETTERS_SAID)

    def sizeHint(self) -> QSize:
        return QSize(1, self._theme.pixels(HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each heading above its column."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        inside = QRect(1, 0, self._view.viewport().width(), self.height())
        titles = {one.key: one.title for one in COLUMNS}
        for key, area in columns_in(inside, self._theme).items():
            wide = area.adjusted(0, 0, self._theme.pixels(12), 0)
            painter.drawText(
                wide, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, titles[key]
            )
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class ReviewList(QFrame):
    """Shows a line a worker and says whose is chosen."""

    chosen = Signal(object)
    """The worker's key; None where nobody is shown."""
    opened = Signal(object)
    """The worker whose week is to be opened."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.model = ReviewModel(self)
        self.view = QListView(self)
        self.view.setObjectName("reviewList")
        self.view.setAccessibleName("Medarbejdernes uger")
        self.view.setAccessibleDescription("Enter åbner ugen")
        self.view.setItemDelegate(ReviewRow(theme, self.view))
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self._head = _Head(theme, self.view, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.view, 1)
        self.view.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.current))
        self.view.activated.connect(lambda _index: self.opened.emit(self.current))
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def current(self) -> Key | None:
        """The worker who is chosen."""
        line = self.line
        return None if line is None else line.worker_id

    @property
    def line(self) -> ReviewLine | None:
        """The line that is chosen."""
        line = self.view.currentIndex().data(ReviewRole.LINE)
        return line if isinstance(line, ReviewLine) else None

    def show_lines(self, lines: tuple[ReviewLine, ...], naming: Naming) -> None:
        """Show other lines; whoever was chosen stays so, else the first one is."""
        chosen = self.current
        self.model.replace(lines, naming)
        row = max(self.model.row_of(chosen), 0)
        if lines:
            self.view.setCurrentIndex(self.model.index(row))
        else:
            self.chosen.emit(None)

    def choose(self, worker: Key) -> None:
        """Choose a worker who is shown."""
        row = self.model.row_of(worker)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))

    def go_on(self) -> bool:
        """Choose the next week that waits for a decision, below the chosen one or from the top.

        The keyboard goes to the list; False says that none waits.
        """
        lines, here = self.model.lines, self.model.row_of(self.current)
        waiting = [one for one in (*lines[here + 1 :], *lines[: here + 1]) if one.undecided]
        if waiting:
            self.choose(waiting[0].worker_id)
        self.take_focus()
        return bool(waiting)

    def take_focus(self) -> None:
        """Let the keyboard go from week to week."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        self.view.setStyleSheet("QListView#reviewList { border: none; border-radius: 0; }")
        self._head.setFixedHeight(self._theme.pixels(HEAD))
        self.view.scheduleDelayedItemsLayout()
