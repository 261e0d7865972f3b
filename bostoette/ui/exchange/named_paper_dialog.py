"""Something on paper that names people only on purpose, and that is saved as CSV too."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QPushButton

from bostoette.models.plan_error import PlanError
from bostoette.ui.asking_for_file import ask_where_to_save
from bostoette.ui.exchange.exchange_dialog import WhereTo
from bostoette.ui.exchange.paper_dialog import PaperDialog, PaperTask
from bostoette.ui.exchange.printers import ask_which_printer
from bostoette.ui.main_window import MainWindow


class NamedPaperDialog(PaperDialog):
    """Asks whether with names; saves CSV beside PDF and print."""

    def __init__(
        self,
        window: MainWindow,
        task: PaperTask,
        named: str,
        save_csv: Callable[[Path], None],
        *,
        where_to: WhereTo = ask_where_to_save,
    ) -> None:
        """Ask by the words ``named``, which may be broken into lines."""
        super().__init__(
            window.theme, task, window, where_to=where_to, which_printer=ask_which_printer
        )
        self._save_csv, self._ask_where = save_csv, where_to
        self._what, self._csv_name = task.what, task.file_name.replace(".pdf", ".csv")
        self.names = QCheckBox(named, self)
        self.names.setAccessibleName(named.replace("\n", " "))
        self.csv_button = QPushButton("Gem som CSV …", self)
        self.csv_button.setAutoDefault(False)
        self.offer(self.names)
        self.offer(self.csv_button)
        if window.settings.discreet:
            self.names.setEnabled(False)
            self.names.setToolTip("Diskretion er slået til (F8 viser navne igen)")
        self.names.toggled.connect(self.draw)
        self.csv_button.clicked.connect(self._write_csv)

    def _write_csv(self) -> None:
        path = self._ask_where(self, "Gem som CSV", self._csv_name, "CSV (*.csv)")
        if path is None:
            return
        try:
            self._save_csv(path)
        except PlanError as error:
            self.tell(error)
            return
        self.said = f"{self._what} er gemt i {path.name}."
        self.accept()
