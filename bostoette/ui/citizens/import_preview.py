"""What an import would do, line by line, before anything is stored."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.citizen_import import ImportPreview, UnknownWorker
from bostoette.models.wording import listed
from bostoette.planning.citizen_import import cpr_sentence, summary
from bostoette.ui.citizens.emptied import emptied
from bostoette.ui.citizens.import_rows import ImportRows, rows_of
from bostoette.ui.entry.words import Words, quiet
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme

_WIDTHS = (60, 180, 400, 210, 110, 160)
_SAID = 2
_LEAST_SAID = 200


class ImportPreviewPane(QWidget):
    """Shows the preview, and lets unknown workers be ticked or left out."""

    def __init__(self, theme: Theme, naming: Naming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._naming = naming
        self.summary = Words(parent=self)
        self.summary.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self.notices = quiet("", self)
        self._workers = QWidget(self)
        self._workers_column = QVBoxLayout(self._workers)
        self._workers_column.setContentsMargins(0, 0, 0, 0)
        self.ticks: dict[str, QCheckBox] = {}
        self.rows = ImportRows(theme, self)
        self.table = QTableView(self)
        self._set_up_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.notices)
        column.addWidget(self._workers)
        column.addWidget(self.table, 1)

    def show_preview(self, found: ImportPreview) -> None:
        """Show what would be stored."""
        self.summary.setText(summary(found))
        notices = [cpr_sentence(found), _paragraphs(found), _unused(found)]
        self.notices.setText(" ".join(notice for notice in notices if notice))
        self.notices.setVisible(bool(self.notices.text()))
        self._offer_workers(found.unknown_workers)
        self.rows.replace(rows_of(found, self._naming))
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, self._theme.pixels(width))
        self._make_room()
        self.table.selectRow(0)

    def wanted_workers(self) -> frozenset[str]:
        """Return the initials of the unknown workers who are to be created."""
        return frozenset(initials for initials, tick in self.ticks.items() if tick.isChecked())

    def _set_up_table(self) -> None:
        self.table.setAccessibleName("Linjerne i filen")
        self.table.setModel(self.rows)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self._theme.pixels(32))
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.setMinimumHeight(self._theme.pixels(160))

    def _make_room(self) -> None:
        """Give lines with a long remark the height it needs."""
        metrics = self.table.fontMetrics()
        room = self.width() - sum(self.table.columnWidth(column) for column in range(_SAID))
        wanted, least = self._theme.pixels(_WIDTHS[_SAID]), self._theme.pixels(_LEAST_SAID)
        self.table.setColumnWidth(_SAID, min(wanted, max(least, room - self._theme.pixels(20))))
        width = self.table.columnWidth(_SAID) - self._theme.pixels(28)
        for row in range(self.rows.rowCount()):
            text = str(self.rows.index(row, _SAID).data())
            if metrics.horizontalAdvance(text) > width:
                wrapped = metrics.boundingRect(
                    QRect(0, 0, width, 0), Qt.TextFlag.TextWordWrap, text
                )
                self.table.setRowHeight(row, wrapped.height() + self._theme.pixels(14))

    def _offer_workers(self, unknown: tuple[UnknownWorker, ...]) -> None:
        self.ticks = {}
        emptied(self._workers_column)
        self._workers.setVisible(bool(unknown))
        if unknown:
            self._workers_column.addWidget(
                QLabel("Programmet kender ikke disse medarbejdere. Skal de oprettes?", self)
            )
        for one in unknown:
            tick = QCheckBox(_named(one), self._workers)
            tick.setChecked(True)
            self.ticks[one.initials] = tick
            self._workers_column.addWidget(tick)


def _named(worker: UnknownWorker) -> str:
    lines = listed([str(line) for line in worker.lines])
    word = "linje" if len(worker.lines) == 1 else "linjerne"
    name = f" · {worker.name}" if worker.name else ""
    return f"{worker.initials}{name} ({word} {lines})"


def _paragraphs(found: ImportPreview) -> str:
    if not found.unknown_paragraphs:
        return ""
    return f"Listen over paragraffer får også {listed(list(found.unknown_paragraphs))}."


def _unused(found: ImportPreview) -> str:
    if not found.unused_columns:
        return ""
    named = listed([f"»{heading}«" for heading in found.unused_columns])
    return f"Ikke brugt: {named}."
