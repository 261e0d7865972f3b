"""Something on paper that names people only on purpose, and that is saved as CSV too."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QPushButton

from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import PrintedDocument
from bostoette.services import printed
from bostoette.ui.asking_for_file import ask_where_to_save
from bostoette.ui.exchange.exchange_dialog import WhereTo
from bostoette.ui.exchange.paper_dialog import PaperDialog, PaperTask
from bostoette.ui.exchange.printers import ask_which_printer
from bostoette.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """What leaves, and what is said of it; ``make`` and ``csv`` are asked with names or without."""

    said: str
    """What the journal and the title call it: "Nødliste"."""
    what: str
    """As a sentence begins: "Nødlisten"."""
    file_name: str
    """Proposed for the PDF, of kind and week alone."""
    lead: str
    names: str
    """What ticking names brings, which may be broken into lines."""
    make: Callable[[bool], PrintedDocument]
    csv: Callable[[bool], bytes]


class NamedPaperDialog(PaperDialog):
    """Asks whether with names; saves CSV beside PDF and print, each an act in the journal."""

    def __init__(
        self, window: MainWindow, paper: NamedPaper, *, where_to: WhereTo = ask_where_to_save
    ) -> None:
        task = PaperTask(
            paper.said,
            paper.file_name,
            paper.what,
            lambda: paper.make(self.named),
            self._save_pdf,
            self._keep_printed,
            lead=paper.lead,
        )
        super().__init__(
            window.theme, task, window, where_to=where_to, which_printer=ask_which_printer
        )
        self._desk, self._paper, self._ask_where = window.desk, paper, where_to
        self.names = QCheckBox(paper.names, self)
        self.names.setAccessibleName(paper.names.replace("\n", " "))
        self.csv_button = QPushButton("Gem som CSV …", self)
        self.csv_button.setAutoDefault(False)
        self.offer(self.names)
        self.offer(self.csv_button)
        if window.settings.discreet:
            self.names.setEnabled(False)
            self.names.setToolTip("Diskretion er slået til (F8 viser navne igen)")
        self.names.toggled.connect(self.draw)
        self.csv_button.clicked.connect(self._write_csv)

    @property
    def named(self) -> bool:
        """Whether names were chosen."""
        return self.names.isChecked()

    def _save_pdf(self, path: Path, content: bytes, pages: int) -> None:
        said, names = self._paper.said, self.named
        self._desk.do(printed.save_printed, path, content, said, pages=pages, names=names)

    def _keep_printed(self, pages: int) -> None:
        self._desk.do(printed.note_printed, self._paper.said, pages=pages, names=self.named)

    def _write_csv(self) -> None:
        name = self._paper.file_name.replace(".pdf", ".csv")
        path = self._ask_where(self, "Gem som CSV", name, "CSV (*.csv)")
        if path is None:
            return
        content = self._paper.csv(self.named)
        try:
            self._desk.do(printed.save_csv, path, content, self._paper.said, names=self.named)
        except PlanError as error:
            self.tell(error)
            return
        self.said = f"{self._paper.what} er gemt i {path.name}."
        self.accept()
