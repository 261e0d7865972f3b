"""A chart with its heading, what it says in words, and the same as a table behind one button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_TABLE, _CURVE = "Vis som tabel", "Vis som billede"


class ChartCard(QFrame):
    """Shows the chart or the table; ``more`` stands below its sentences."""

    def __init__(
        self, theme: Theme, title: str, chart: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName(title)
        self.title = Words(title, self)
        self.title.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.chart = chart
        chart.setParent(self)
        self.note = quiet("", self)
        self.warning = Words(parent=self)
        self.warning.setObjectName("tightSpots")
        self.turn = QPushButton(_TABLE, self)
        self.turn.setAccessibleName(f"{_TABLE}: {title}")
        self.turn.setCheckable(True)
        self.turn.setAutoDefault(True)  # Enter presses it, as Space does
        self.turn.toggled.connect(self._turn)
        self.table = QTableWidget(self)  # Tab goes on to it from the button
        self._title = title
        self._anything = True
        self._set_up_table()
        self._lay_out()

    def show_values(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        note: str = "",
        warning: str = "",
    ) -> None:
        """Show the table's values and the sentences; without rows there is nothing to draw."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self._anything = bool(rows)
        self.table.setColumnCount(len(heads))
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels(list(heads))
        for place, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.table.setItem(place, column, item)
        if rows:
            self.table.setCurrentCell(0, 0)
        self.turn.setVisible(self._anything)
        self._turn(self.turn.isChecked())

    def _turn(self, table: bool) -> None:  # noqa: FBT001 - from toggled(bool)
        words = _CURVE if table else _TABLE
        self.turn.setText(words)
        self.turn.setAccessibleName(f"{words}: {self._title}")
        self.chart.setVisible(self._anything and not table)
        self.table.setVisible(self._anything and table)
        if table:
            self.table.resizeRowsToContents()
            rows = sum(self.table.rowHeight(row) for row in range(self.table.rowCount()))
            self.table.setFixedHeight(rows + self.table.horizontalHeader().sizeHint().height() + 4)

    def _set_up_table(self) -> None:
        self.table.setAccessibleName(self._title)
        self.table.setTabKeyNavigation(False)  # one stop, with the arrows inside
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()

    def _lay_out(self) -> None:
        edge, gap = self._theme.pixels(16), self._theme.pixels(8)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, self._theme.pixels(12), edge, self._theme.pixels(12))
        column.setSpacing(gap)
        column.addLayout(top)
        for widget in (self.note, self.warning, self.chart, self.table):
            column.addWidget(widget)
