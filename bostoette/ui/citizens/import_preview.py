"""What an import would do, line by line, before anything is stored."""

from itertools import accumulate

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
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
from bostoette.ui.citizens.import_rows import ImportRows, rows_of
from bostoette.ui.emptied import emptied
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_WIDTHS = (60, 180, 400, 210, 110, 160)
_SAID = 2
_LEAST_SAID = 200
_BESIDE_WORDS = 48
"""The sign of a broken line, and the edges of its cell."""


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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every line the height it needs at the new width."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Let every line say all of what happens to it, chosen or not.

        A broken line has nothing else to show, so its sentence takes the rest of the line.
        """
        beside = sum(self.table.columnWidth(column) for column in range(_SAID))
        beside += sum(map(self._theme.pixels, _WIDTHS[_SAID + 1 :]))
        room = self.width() - beside - self._theme.pixels(20)
        wanted, least = self._theme.pixels(_WIDTHS[_SAID]), self._theme.pixels(_LEAST_SAID)
        self.table.setColumnWidth(_SAID, min(wanted, max(least, room)))
        self.table.clearSpans()
        in_sight = self._columns_in_sight()
        for row in range(self.rows.rowCount()):
            columns = in_sight if self.rows.is_broken(row) else 1
            if columns > 1:
                self.table.setSpan(row, _SAID, 1, columns)
            width = sum(self.table.columnWidth(_SAID + place) for place in range(columns))
            self._fit_height(row, width)

    def _columns_in_sight(self) -> int:
        """Count the columns from the sentence on that are seen without scrolling sideways."""
        edge = self.width() - self._theme.pixels(20)
        widths = [self.table.columnWidth(column) for column in range(_SAID + 1)]
        ends = accumulate(map(self._theme.pixels, _WIDTHS[_SAID + 1 :]), initial=sum(widths))
        return max(1, sum(end <= edge for end in ends))

    def _fit_height(self, row: int, width: int) -> None:
        inside = QRect(0, 0, width - self._theme.pixels(_BESIDE_WORDS), 0)
        text = str(self.rows.index(row, _SAID).data())
        wrapped = self.table.fontMetrics().boundingRect(inside, Qt.TextFlag.TextWordWrap, text)
        least = self.table.verticalHeader().defaultSectionSize()
        self.table.setRowHeight(row, max(least, wrapped.height() + self._theme.pixels(14)))

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
