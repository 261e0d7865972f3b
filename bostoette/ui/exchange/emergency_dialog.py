"""The emergency list (nødliste): whose citizens, named or not, and the pages themselves (P89)."""

from collections.abc import Callable, Sequence
from pathlib import Path

from bostoette.models.emergency import EmergencyAsk
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.printed_document import PrintedDocument, proposed_file_name
from bostoette.services import emergency_list, printed
from bostoette.services.week import active_workers
from bostoette.ui.asking_for_file import ask_where_to_save
from bostoette.ui.citizens.choice_box import ChoiceBox
from bostoette.ui.entry.labelled import Labelled
from bostoette.ui.exchange.exchange_dialog import WhereTo
from bostoette.ui.exchange.named_paper_dialog import NamedPaperDialog
from bostoette.ui.exchange.paper_dialog import PaperTask
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.week.week_words import workers_offered

_LEAD = (
    "Skal have besøg, ikke vurderet endnu, klarer sig på telefon, efter behov. Udskriv den fx hver "
    "fredag, så den ligger der, hvis strøm, net eller computer svigter. Det skrives i loggen."
)
_NAMED = "Med navne, numre\nog nødkontakter"


class EmergencyDialog(NamedPaperDialog):
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
        super().__init__(window, task, _NAMED, save_csv, where_to=where_to)
        self.whose = ChoiceBox[Key | None]("Hvis borgere", workers, self)
        self.column.insertWidget(0, Labelled(window.theme, "Hvis borgere", self.whose.box))
        self.whose.box.currentIndexChanged.connect(self.draw)

    @property
    def asked(self) -> EmergencyAsk:
        """Whose citizens are listed, and whether they are named."""
        return EmergencyAsk(self.whose.value, self.names.isChecked())


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
