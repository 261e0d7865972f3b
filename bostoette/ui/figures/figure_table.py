"""A figure's numbers as a table: one Tab stop, arrows inside, Enter opens what lies behind one."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from bostoette.models.figure import Figure
from bostoette.ui.figures.figure_model import FigureModel
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme

_AIR = 12
_LEAST_HIGH = 30
MOST_LINES = 32
"""A longer table scrolls in itself."""
_MEASURED = 60


class FigureTable(QTableView):
    """As high as its lines, up to a screenful; as wide as there is room."""

    opened = Signal(object)
    """The Cell whose rows are asked for."""

    def __init__(
        self, theme: Theme, figure: Figure, naming: Naming, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._figure = theme, figure
        self.numbers = FigureModel(theme, figure, naming, self)
        self.setModel(self.numbers)
        self.setObjectName("figureTable")
        self.setAccessibleName(figure.title)
        self.setAccessibleDescription("Enter viser det, der ligger bag et tal")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTableView#figureTable { border: none; border-radius: 0; }")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.clicked.connect(self._open)
        if figure.lines:
            self.setCurrentIndex(self.numbers.index(0, min(1, len(figure.heads) - 1)))
        self._fit()

    def open_at(self, row: int, column: int) -> None:
        """Open what lies behind a number."""
        self._open(self.numbers.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter open the number; everything else goes its way."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share()

    def minimumSizeHint(self) -> QSize:
        """Fold to whatever width there is."""
        return QSize(self._theme.pixels(160), self.minimumHeight())

    def _open(self, index: QModelIndex) -> None:
        cell = self.numbers.cell(index)
        if cell is not None and cell.opens and self._figure.openable:
            self.opened.emit(cell)

    def _fit(self) -> None:
        """Take the height of the lines."""
        line = max(self.fontMetrics().height() + _AIR, self._theme.pixels(_LEAST_HIGH))
        self.verticalHeader().setDefaultSectionSize(line)
        self.resizeColumnsToContents()
        self._wanted = [self.columnWidth(one) for one in range(self.numbers.columnCount())]
        shown = min(self.numbers.rowCount(), MOST_LINES)
        head = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(head + shown * line + bar + 4)

    def _share(self) -> None:
        """Give the columns what is left of the width; the first keeps a little more."""
        left = self.viewport().width() - sum(self._wanted)
        each = max(0, left) // max(1, len(self._wanted))
        for column, wide in enumerate(self._wanted):
            self.setColumnWidth(column, wide + each)
