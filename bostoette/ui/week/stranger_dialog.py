"""Before a call or video goes to somebody whom the citizen does not know: who instead (P13)."""

from PySide6.QtWidgets import QButtonGroup, QDialogButtonBox, QVBoxLayout, QWidget

from bostoette.models.key import Key
from bostoette.models.stranger_question import StrangerAnswer, StrangerQuestion, StrangerWay
from bostoette.models.wording import capital
from bostoette.ui.careful_dialog import CarefulDialog
from bostoette.ui.main_button import make_main
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.quick_radio import QuickRadio
from bostoette.ui.week.reason_fields import ReasonFields
from bostoette.ui.words import Words, quiet

_WIDTH = 520


class StrangerDialog(CarefulDialog):
    """A choice for each way; ``answer()`` after it was accepted."""

    def __init__(
        self,
        theme: Theme,
        asked: StrangerQuestion,
        comes: Key,
        naming: Naming,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._asked, self._theme = asked, theme
        self.setWindowTitle(f"Giv til {asked.comes}")
        self.ways: list[tuple[QuickRadio, StrangerWay, Key]] = []
        self._group = QButtonGroup(self)
        self.reason = ReasonFields(theme, self)
        self.reason.ask(asked.question.letters, ())
        self._name = naming.name_of(asked.citizen.name, asked.citizen.initials)
        self._column = QVBoxLayout(self)
        self._buttons = QDialogButtonBox(self)
        self.give = self._buttons.addButton("Giv", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out(comes)
        self.reason.changed.connect(self._look)
        self._group.buttonToggled.connect(lambda *_toggled: self._look())
        self.ways[0][0].setChecked(True)
        self._look()

    def choose(self, way: StrangerWay) -> None:
        """Choose the first that goes this way."""
        next(button for button, one, _key in self.ways if one is way).setChecked(True)

    def answer(self) -> StrangerAnswer:
        """Return what was chosen."""
        _button, way, key = next(one for one in self.ways if one[0].isChecked())
        reason = self.reason.reason if way is StrangerWay.ALL_THE_SAME else ""
        return StrangerAnswer(way, key, reason)

    def _look(self) -> None:
        """Ask for a reason only where it is given as it was planned (P07)."""
        anyway = any(
            button.isChecked() and way is StrangerWay.ALL_THE_SAME
            for button, way, _key in self.ways
        )
        self.reason.setVisible(anyway)
        answered = self._asked.question.answered_by(self.reason.reason)
        self.give.setEnabled(not anyway or answered)
        width = self._theme.pixels(_WIDTH)
        self.resize(width, max(self.height(), self._column.totalHeightForWidth(width)))

    def _lay_out(self, comes: Key) -> None:
        asked, column = self._asked, self._column
        column.setSpacing(self._theme.pixels(10))
        heading = Words(f"{self._name} kender ikke {asked.comes}", self)
        heading.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        column.addWidget(heading)
        column.addWidget(Words(" ".join(one.text for one in asked.question.reasons), self))
        for one in asked.known:
            words = f"Giv til {one.initials}, der {one.relation.said()}"
            self._offer(words, StrangerWay.KNOWN, one.worker_id)
        if not asked.known:
            nobody = "Ingen, som borgeren kender, er på arbejde og har tid på det tidspunkt."
            column.addWidget(quiet(nobody, self))
        self._offer(f"{asked.comes} tager på besøg i stedet", StrangerWay.VISIT, comes)
        call = f"{asked.comes} ringer kort ({asked.call_minutes} min) for at flytte aftalen"
        self._offer(call, StrangerWay.SHORT_CALL, comes)
        kept = capital(asked.form.full_name)
        self._offer(f"{kept} med {asked.comes} alligevel", StrangerWay.ALL_THE_SAME, comes)
        column.addWidget(self.reason)
        column.addStretch(1)
        make_main(self.give)
        self._buttons.addButton("Annullér", QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column.addWidget(self._buttons)

    def _offer(self, words: str, way: StrangerWay, key: Key) -> None:
        button = QuickRadio(words, self)
        self._group.addButton(button)
        self.ways.append((button, way, key))
        self._column.addWidget(button)
