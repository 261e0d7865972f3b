"""The emergency list (nødliste): whose citizens, named or not, and the pages themselves (P89)."""

from bostoette.models.emergency import EmergencyAsk
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.printed_document import proposed_file_name
from bostoette.services import emergency_list
from bostoette.services.week import active_workers
from bostoette.ui.asking_for_file import ask_where_to_save
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.exchange.exchange_dialog import WhereTo
from bostoette.ui.exchange.named_paper_dialog import NamedPaper, NamedPaperDialog
from bostoette.ui.labelled import Labelled
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
        self, window: MainWindow, *, example: bool, where_to: WhereTo = ask_where_to_save
    ) -> None:
        desk = window.desk
        paper = NamedPaper(
            emergency_list.SAID,
            "Nødlisten",
            proposed_file_name("noedliste", "", IsoWeek.of(window.now().date())),
            _LEAD,
            _NAMED,
            lambda _names: desk.read(
                emergency_list.emergency_sheet, self.asked, window.now(), example=example
            ),
            lambda _names: desk.read(emergency_list.emergency_csv, self.asked, window.now()),
        )
        super().__init__(window, paper, where_to=where_to)
        people = workers_offered(desk.read(active_workers), Naming(window.settings.discreet))
        workers = [(None, "Hele teamets"), *people]
        self.whose = ChoiceBox[Key | None]("Hvis borgere", workers, self)
        self.column.insertWidget(0, Labelled(window.theme, "Hvis borgere", self.whose.box))
        self.whose.box.currentIndexChanged.connect(self.draw)

    @property
    def asked(self) -> EmergencyAsk:
        """Whose citizens are listed, and whether they are named."""
        return EmergencyAsk(self.whose.value, self.named)
