"""The emergency list (nødliste): whose citizens, named or not, and the pages themselves (P89)."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QPushButton

from bostoette.models.emergency import EmergencyAsk
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import PrintedDocument, proposed_file_name
from bostoette.services import emergency_list, printed
from bostoette.services.week import active_workers
from bostoette.ui.asking_for_file import ask_where_to_save
from bostoette.ui.citizens.choice_box import ChoiceBox
from bostoette.ui.entry.labelled import Labelled
from bostoette.ui.exchange.exchange_dialog import WhereTo
from bostoette.ui.exchange.paper_dialog import PaperDialog, PaperTask
from bostoette.ui.exchange.printers import ask_which_printer
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.week.week_words import workers_offered

_LEAD = (
    "Skal have besøg, ikke vurderet endnu, klarer sig på telefon, efter behov. Udskriv den fx hver "
    "fredag, så den ligger der, hvis strøm, net eller computer svigter. Det skrives i loggen."
)


class EmergencyDialog(PaperDialog):
    """Asks whose citizens and whether with names; saves CSV beside PDF and print."""

    def __init__(
        self,
        window: MainWindow,
        task: PaperTask,
        workers: Sequence[tuple[Key | None, str]],
        save_csv: Callable[[Path], None],
        *,
        where_to: WhereTo = ask_where_to_save,
    ) -> None:
        super().__init__(
            window.theme, task, window, where_to=where_to, which_printer=ask_which_printer
        )
        self._save_csv, self._ask_where = save_csv, where_to
        self._csv_name = task.file_name.replace(".pdf", ".csv")
        self.whose = ChoiceBox[Key | None]("Hvis borgere", workers, self)
        self.names = QCheckBox("Med navne, numre\nog nødkontakter", self)
        self.names.setAccessibleName("Med navne, numre og nødkontakter")
        self.csv_button = QPushButton("Gem som CSV …", self)
        self.csv_button.setAutoDefault(False)
        self.offer(Labelled(window.theme, "Hvis borgere", self.whose.box))
        self.offer(self.names)
        self.offer(self.csv_button)
        if window.settings.discreet:
            self.names.setEnabled(False)
            self.names.setToolTip("Diskretion er slået til (F8 viser navne igen)")
        self.whose.box.currentIndexChanged.connect(self.draw)
        self.names.toggled.connect(self.draw)
        self.csv_button.clicked.connect(self._write_csv)

    @property
    def asked(self) -> EmergencyAsk:
        """Whose citizens are listed, and whether they are named."""
        return EmergencyAsk(self.whose.value, self.names.isChecked())

    def _write_csv(self) -> None:
        path = self._ask_where(self, "Gem som CSV", self._csv_name, "CSV (*.csv)")
        if path is None:
            return
        try:
            self._save_csv(path)
        except PlanError as error:
            self.tell(error)
            return
        self.said = f"Nødlisten er gemt i {path.name}."
        self.accept()


def emergency_dialog(
    window: MainWindow, *, example: bool, where_to: WhereTo = ask_where_to_save
) -> EmergencyDialog:
    """Make the dialog with what is stored now, and the window's discretion."""
    desk, said = window.desk, emergency_list.SAID

    def make() -> PrintedDocument:
        return desk.read(
            emergency_list.emergency_sheet, dialog.asked, window.now(), example=example
        )

    def save(path: Path, content: bytes, pages: int) -> None:
        names = dialog.asked.names
        desk.do(printed.save_printed, path, content, said, pages=pages, names=names)

    def note(pages: int) -> None:
        desk.do(printed.note_printed, said, pages=pages, names=dialog.asked.names)

    def save_csv(path: Path) -> None:
        asked = dialog.asked
        content = desk.read(emergency_list.emergency_csv, asked, window.now())
        desk.do(emergency_list.save_csv, path, content, names=asked.names)

    week = IsoWeek.of(window.now().date())
    task = PaperTask(
        said, proposed_file_name("noedliste", "", week), "Nødlisten", make, save, note, lead=_LEAD
    )
    naming = Naming(window.settings.discreet)
    people = workers_offered(desk.read(active_workers), naming)
    dialog = EmergencyDialog(
        window, task, [(None, "Hele teamets"), *people], save_csv, where_to=where_to
    )
    return dialog
