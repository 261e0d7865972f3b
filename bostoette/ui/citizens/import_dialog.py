"""Taking in citizens from a file: choose, match the columns, look at every line, confirm.

Nothing is stored before the last step.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.citizen_import import ColumnMatch, ImportPreview, ReadTable
from bostoette.models.plan_error import PlanError
from bostoette.ui.asking_for_file import ask_which_file
from bostoette.ui.background import beside
from bostoette.ui.citizens.import_columns import ImportColumns
from bostoette.ui.citizens.import_preview import ImportPreviewPane
from bostoette.ui.fitting_scroll import FittingScroll
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

T = TypeVar("T")

_SIZE = (1000, 680)
_SCREEN_SHARE = 0.94
_MANY_BYTES = 40_000
_MANY_LINES = 200
"""From here on it is done beside the window; below it takes no longer than a blink."""


class ImportStep(IntEnum):
    """How far the person has come."""

    FILE = 0
    COLUMNS = 1
    PREVIEW = 2
    DONE = 3


_TITLES = {
    ImportStep.FILE: "Importér borgere – vælg fil",
    ImportStep.COLUMNS: "Importér borgere – kolonner",
    ImportStep.PREVIEW: "Importér borgere – se efter",
    ImportStep.DONE: "Importér borgere – færdig",
}


@dataclass(frozen=True, slots=True)
class ImportWork:
    """What the dialog asks others to do; each raises PlanError where it cannot."""

    read: Callable[[Path], ReadTable]
    match: Callable[[ReadTable], tuple[ColumnMatch, ...]]
    preview: Callable[[ReadTable, Sequence[ColumnMatch]], ImportPreview]
    store: Callable[[ImportPreview, Collection[str]], str]
    """Stores, and returns the sentence that says what was stored."""


class ImportDialog(QDialog):
    """Goes through the four steps."""

    def __init__(
        self, theme: Theme, work: ImportWork, naming: Naming, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._work = work
        self._table: ReadTable | None = None
        self._found: ImportPreview | None = None
        self.setAcceptDrops(True)
        self.choose_file = QPushButton("Vælg fil …", self)
        self.choose_file.setProperty("main", True)  # noqa: FBT003 - Qt's signature
        self.columns = ImportColumns(theme, self)
        self.columns_note = quiet("", self)
        self.preview = ImportPreviewPane(theme, naming, self)
        self.outcome = Words(parent=self)
        self.outcome.setObjectName("pageTitle")
        self.trouble = Words(parent=self)
        self.trouble.setObjectName("trouble")
        self.trouble.hide()
        self.working = quiet("", self)
        self.working.hide()
        self.back = QPushButton("Tilbage", self)
        self.forward = QPushButton(self)
        self.close_button = QPushButton("Annullér", self)
        self.stack = QStackedWidget(self)
        self._lay_out()
        self.choose_file.clicked.connect(self._ask_for_file)
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._go_on)
        self.close_button.clicked.connect(self.close)
        self._show(ImportStep.FILE)

    @property
    def step(self) -> ImportStep:
        """The step that is shown."""
        return ImportStep(self.stack.currentIndex())

    def take_file(self, path: Path) -> None:
        """Read a file and go on to its columns, or say why it cannot be read."""
        self._carry_out(
            "Læser filen …", lambda: self._work.read(path), self._show_table, many=_is_large(path)
        )

    def _show_table(self, table: ReadTable) -> None:
        self._table = table
        self.columns.show_table(table, self._work.match(table))
        count = len(table.rows)
        self.columns_note.setText(
            f"{count} {'linje' if count == 1 else 'linjer'} er læst. Se efter, om kolonnerne er "
            "forstået rigtigt. Intet er gemt endnu."
        )
        self._show(ImportStep.COLUMNS)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged in."""
        if self.step is ImportStep.FILE and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first file that was dropped."""
        path = event.mimeData().urls()[0].toLocalFile()
        if path:
            self.take_file(Path(path))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room the text size asks for, as far as the window behind has it."""
        behind = self.parentWidget()
        size = behind.window().size() if behind is not None else self.screen().availableSize()
        self.resize(
            min(self._theme.pixels(_SIZE[0]), round(size.width() * _SCREEN_SHARE)),
            min(self._theme.pixels(_SIZE[1]), round(size.height() * _SCREEN_SHARE)),
        )
        super().showEvent(event)

    def _ask_for_file(self) -> None:
        kinds = "CSV-filer (*.csv *.txt);;Alle filer (*)"
        path = ask_which_file(self, "Vælg en fil med borgere", "", kinds)
        if path is not None:
            self.take_file(path)

    def _go_on(self) -> None:
        if self.step is ImportStep.COLUMNS:
            self._look()
        elif self.step is ImportStep.PREVIEW:
            self._store()
        else:
            self.accept()

    def _go_back(self) -> None:
        self._show(ImportStep(self.step - 1))

    def _look(self) -> None:
        table, matches = self._table, self.columns.matches()
        assert table is not None  # noqa: S101 - the step is only shown with a table
        self._carry_out(
            "Ser linjerne efter …",
            lambda: self._work.preview(table, matches),
            self._show_preview,
            many=len(table.rows) > _MANY_LINES,
        )

    def _show_preview(self, found: ImportPreview) -> None:
        self._found = found
        self.preview.show_preview(found)
        self._show(ImportStep.PREVIEW)

    def _store(self) -> None:
        found, workers = self._found, self.preview.wanted_workers()
        assert found is not None  # noqa: S101 - the step is only shown with a preview
        self._carry_out(
            "Importerer …",
            lambda: self._work.store(found, workers),
            self._show_outcome,
            many=len(found.drafts) > _MANY_LINES,
        )

    def _show_outcome(self, said: str) -> None:
        left_out = len(self._found.broken_lines) if self._found else 0
        if left_out:
            lines = "1 linje" if left_out == 1 else f"{left_out} linjer"
            said = f"{said} {lines} med fejl blev sprunget over."
        self.outcome.setText(said)
        self._show(ImportStep.DONE)

    def _carry_out(
        self, words: str, work: Callable[[], T], done: Callable[[T], None], *, many: bool
    ) -> None:
        """Do a step, beside the window where there is much to do, and say why it cannot be."""
        if not many:
            try:
                answer = work()
            except PlanError as error:
                self._refuse(error)
            else:
                done(answer)
            return
        self._set_working(words)

        def carried_out(answer: T) -> None:
            self._set_working("")
            done(answer)

        beside(self, work, carried_out, self._refuse)

    def _refuse(self, error: PlanError) -> None:
        self._set_working("")
        self._tell(error.sentence)

    def _set_working(self, words: str) -> None:
        """Say what is under way and let nothing else begin, or say nothing any more."""
        self.working.setText(words)
        self.working.setVisible(bool(words))
        if words:
            self.trouble.hide()
        for widget in (self.stack, self.back, self.forward, self.close_button):
            widget.setEnabled(not words)

    def reject(self) -> None:
        """Close; while lines are being stored it stays until they are."""
        if not self.working.isVisible():
            super().reject()

    def _show(self, step: ImportStep) -> None:
        self.trouble.hide()
        self.stack.setCurrentIndex(step)
        self.setWindowTitle(_TITLES[step])
        self.back.setVisible(step in (ImportStep.COLUMNS, ImportStep.PREVIEW))
        self.forward.setVisible(step is not ImportStep.FILE)
        self.close_button.setVisible(step is not ImportStep.DONE)
        count = len(self._found.drafts) if self._found else 0
        self.forward.setText(
            {
                ImportStep.PREVIEW: f"Importér {count} {'borger' if count == 1 else 'borgere'}",
                ImportStep.DONE: "Luk",
            }.get(step, "Næste")
        )
        self.forward.setEnabled(step is not ImportStep.PREVIEW or count > 0)
        first = self.choose_file if step is ImportStep.FILE else self.forward
        first.setDefault(True)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setAccessibleName(sentence)
        self.trouble.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.trouble, QAccessible.Event.Alert))

    def _lay_out(self) -> None:
        self.forward.setProperty("main", True)  # noqa: FBT003 - Qt's signature
        for page in (self._file_page(), self._columns_page(), self.preview, self._done_page()):
            self.stack.addWidget(page)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.forward)
        column = QVBoxLayout(self)
        column.addWidget(self.stack, 1)
        column.addWidget(self.working)
        column.addWidget(self.trouble)
        column.addLayout(foot)

    def _file_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(
            Words(
                "Vælg kommunens liste som CSV-fil, eller træk den herind. Du ser hver linje, før "
                "noget gemmes.",
                page,
            )
        )
        column.addWidget(
            quiet(
                "CPR-numre sorteres fra, allerede når filen læses, og gemmes aldrig.",
                page,
            )
        )
        column.addSpacing(self._theme.pixels(12))
        column.addWidget(self.choose_file, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        return page

    def _columns_page(self) -> QWidget:
        page = QWidget(self)
        area = FittingScroll(page)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.hold(self.columns)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns_note)
        column.addWidget(area, 1)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(self.outcome)
        column.addWidget(quiet("Hele importen kan fortrydes i ét trin med Ctrl+Z.", page))
        column.addStretch(2)
        return page


def _is_large(path: Path) -> bool:
    try:
        return path.stat().st_size > _MANY_BYTES
    except OSError:
        return False  # reading it tells what is wrong
