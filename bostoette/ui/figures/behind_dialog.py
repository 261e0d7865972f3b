"""The rows behind a number: as many as the number says, each opening its contact or citizen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bostoette.models.figure_rows import Behind, BehindRow
from bostoette.ui.plain_table import PlainTable
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words

SIZE = (860, 560)
_SCREEN_SHARE = 0.94


class BehindDialog(QDialog):
    """Closes when a row is opened; the page behind goes there."""

    contact_asked = Signal(object)
    citizen_asked = Signal(object)
    week_asked = Signal(object, object)
    """A worker's key and a day of hers."""

    def __init__(self, theme: Theme, title: str, behind: Behind, parent: QWidget) -> None:
        super().__init__(parent)
        self._behind = behind
        self.setWindowTitle(title)
        self.total = Words(behind.total, self)
        self.total.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self.table = PlainTable("Bag tallet", behind.heads, self)
        self.table.setAccessibleDescription("Enter åbner det, som linjen handler om")
        self.week = QPushButton("Vis i ugen", self)
        self.citizen = QPushButton("Vis borgeren", self)
        self.close_button = QPushButton("Luk", self)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.close_button, self.citizen, self.week):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.week.setProperty("main", True)  # noqa: FBT003 - Qt's signature
        column = QVBoxLayout(self)
        column.setSpacing(theme.pixels(8))
        column.addWidget(self.total)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.close_button.clicked.connect(self.reject)
        self.week.clicked.connect(self._show_week)
        self.citizen.clicked.connect(self._show_citizen)
        self.table.activated.connect(lambda _index: self._open())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._allow())
        room = parent.window().size()
        wide, high = (theme.pixels(one) for one in SIZE)
        self.resize(
            min(wide, round(room.width() * _SCREEN_SHARE)),
            min(high, round(room.height() * _SCREEN_SHARE)),
        )
        self.table.show_rows(tuple(one.words for one in behind.rows))
        self.table.selectRow(0)  # so that it is seen which one Enter opens
        self.table.horizontalHeader().setStretchLastSection(True)
        self._allow()

    @property
    def row(self) -> BehindRow | None:
        """The row that is chosen."""
        place = self.table.currentIndex().row()
        return self._behind.rows[place] if 0 <= place < len(self._behind.rows) else None

    def _allow(self) -> None:
        row = self.row
        in_week = row is not None and (row.contact_id or (row.worker_id and row.day))
        self.week.setVisible(any(one.contact_id or one.worker_id for one in self._behind.rows))
        self.citizen.setVisible(any(one.citizen_id for one in self._behind.rows))
        self.week.setEnabled(bool(in_week))
        self.citizen.setEnabled(row is not None and row.citizen_id is not None)

    def _open(self) -> None:
        if self.week.isEnabled():
            self._show_week()
        elif self.citizen.isEnabled():
            self._show_citizen()

    def _show_week(self) -> None:
        row = self.row
        if row is None:
            return
        self.accept()
        if row.contact_id is not None:
            self.contact_asked.emit(row.contact_id)
        else:
            self.week_asked.emit(row.worker_id, row.day)

    def _show_citizen(self) -> None:
        row = self.row
        if row is not None:
            self.accept()
            self.citizen_asked.emit(row.citizen_id)
