"""The agreed mix against planned and held, week beside week, as a small table."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from bostoette.ui.citizens.mix_words import MixRow, MixTexts
from bostoette.ui.theme import Theme


class MixTable(QTableWidget):
    """Shows texts only; it takes no Tab stop, and screen readers find every cell in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts: MixTexts | None = None
        self.setObjectName("mixTable")
        self.setAccessibleName("Aftalt, afholdt og planlagt uge for uge")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().hide()
        theme.changed.connect(self._dress)
        self._dress()

    def show_texts(self, texts: MixTexts) -> None:
        """Show other weeks."""
        self._texts = texts
        self.clear()
        self.clearSpans()
        self.setRowCount(len(texts.rows))
        self.setColumnCount(len(texts.weeks) + 1)
        for column, week in enumerate(texts.weeks, start=1):
            number = week.removeprefix("uge ")
            head = QTableWidgetItem(number)
            head.setData(Qt.ItemDataRole.AccessibleTextRole, week)
            head.setToolTip(week.capitalize())
            self.setHorizontalHeaderItem(column, head)
        self.setHorizontalHeaderItem(0, self._item("Uge", "Linje i aftalen", left=True))
        for place, row in enumerate(texts.rows):
            self._fill_row(place, row)
        self._fit()

    def _fill_row(self, place: int, row: MixRow) -> None:
        self.setItem(place, 0, self._item(row.title, row.title, left=True))
        column = 1
        for cell in row.cells:
            item = self._item(cell.text, cell.spoken)
            if cell.lacks:
                item.setForeground(self._theme.colour("warn"))
                font = QFont(self.font())
                font.setWeight(QFont.Weight.DemiBold)
                item.setFont(font)
            self.setItem(place, column, item)
            if cell.weeks > 1:
                self.setSpan(place, column, 1, cell.weeks)
            column += cell.weeks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height of all rows at the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the height of all rows in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _item(self, text: str, spoken: str, *, left: bool = False) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(spoken)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        if left:
            item.setForeground(QColor(self._theme.tokens.muted))
        return item

    def _fit(self) -> None:
        if not self.columnCount():
            return
        head = self.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(0, self.viewport().width() * 2 // 5)
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(rows + head.sizeHint().height() + 2)

    def _dress(self) -> None:
        self.setStyleSheet(
            "QTableView#mixTable { background: transparent; border: none; }"
            "QTableView#mixTable::item { padding: 2px 0; border: none; min-height: 0; }"
            "QTableView#mixTable QHeaderView { background: transparent; border: none; }"
            "QTableView#mixTable QHeaderView::section {"
            f"background: transparent; color: {self._theme.tokens.muted}; border: none;"
            f"border-bottom: 1px solid {self._theme.tokens.line}; padding: 2px 0; }}"
        )
        if self._texts is not None:
            self.show_texts(self._texts)
