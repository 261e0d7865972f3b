"""Papir og frist: the team's name and phone on paper, and when ended citizens are deleted."""

from PySide6.QtWidgets import QLineEdit, QPushButton

from bostoette.models.citizen import Citizen
from bostoette.models.team import TeamSetting
from bostoette.models.worker import Worker
from bostoette.services import deletion, paper_settings, team_rights
from bostoette.services.paper_settings import FEWEST_MONTHS, MOST_MONTHS, PaperSettings
from bostoette.ui.form_parts import labelled, line, number
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.section import Section, main_button
from bostoette.ui.words import quiet


class PaperSection(Section):
    """Three answers that a team leader gives for everybody."""

    title = "Papir og frist"
    kinds = (TeamSetting, Worker, Citizen)

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._known = self._read()
        self.right_words = quiet("")
        self.name = line("", paper_settings.LONGEST_NAME)
        self.phone = line("", paper_settings.LONGEST_PHONE)
        self.months = number(FEWEST_MONTHS, MOST_MONTHS, _months(0))
        self.months.valueChanged.connect(lambda months: self.months.setSuffix(_months(months)))
        self.save_button = main_button("Gem")
        self.save_button.clicked.connect(self.save)
        self.add(self.right_words)
        self.add(
            labelled(
                self.theme, "Teamets navn", self.name, hint="Står øverst på alt, der skrives ud."
            )
        )
        self.add(
            labelled(
                self.theme,
                "Teamets telefon",
                self.phone,
                hint="Står på borgerens ugeplan, når kontaktpersonen ikke har et nummer.",
            )
        )
        self.add_heading(
            "Sletning",
            "Så længe efter støttens ophør gemmes en borger. Derefter kommer borgeren på listen "
            "nedenfor, og intet slettes, før en teamleder bekræfter det. Programmet leveres med "
            "60 måneder; det er en antagelse, så brug den frist, jeres kommune har bestemt.",
        )
        self.add(labelled(self.theme, "Slettes efter", self.months))
        self.add(self.notice)
        self.due_button = QPushButton("Borgere, der skal slettes …")
        self.due_button.clicked.connect(self.show_due)
        self.add_buttons([self.save_button, self.due_button])
        self.finish_column()
        self._show()

    def refresh(self) -> None:
        """Show what is stored, unless the person is in the middle of changing it."""
        if self._wanted() == self._known:
            self._show()

    def save(self) -> None:
        """Store what was filled in."""
        desk, actor, wanted = self.ground.desk, self.ground.actor, self._wanted()
        change = paper_settings.change_paper_settings
        if self.attempt(lambda: desk.do(change, actor, wanted)):
            self._show()

    def show_due(self) -> None:
        """Show who is due for deletion, and let it be confirmed."""
        from bostoette.ui.exchange.deletion_dialog import delete_due

        ground = self.ground
        said = delete_due(ground.desk, self.theme, self.naming, ground.today, self)
        if said:
            self.said.emit(said)
        self.refresh()

    def _read(self) -> PaperSettings:
        return self.ground.desk.read(paper_settings.paper_settings)

    def _wanted(self) -> PaperSettings:
        return PaperSettings(self.name.text(), self.phone.text(), self.months.value())

    def _show(self) -> None:
        right = self.ground.desk.read(team_rights.lead_right, self.ground.actor)
        self._known = self._read()
        self.right_words.setText(right.sentence)
        _put(self.name, self._known.team_name)
        _put(self.phone, self._known.team_phone)
        self.months.setValue(self._known.delete_after_months)
        for part in (self.name, self.phone, self.months, self.save_button, self.due_button):
            part.setEnabled(right.may)
        number = len(self.ground.desk.read(deletion.deletions, self.ground.today).due)
        self.due_button.setText(f"Borgere, der skal slettes ({number}) …")


def _put(field: QLineEdit, words: str) -> None:
    field.setText(words)
    field.setCursorPosition(0)


def _months(number: int) -> str:
    return " måned" if number == 1 else " måneder"
