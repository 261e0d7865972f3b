"""Eksport: how much a calendar file may tell (P94); a team leader decides."""

from PySide6.QtWidgets import QCheckBox

from bostoette.models.calendar_event import ExportLevel
from bostoette.models.team import TeamSetting
from bostoette.models.worker import Worker
from bostoette.services import team_lists, team_rights
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.section import Section, main_button
from bostoette.ui.words import quiet

_WORDS = {
    ExportLevel.FIRST_NAME: "Fornavn må bruges",
    ExportLevel.FULL: "Fulde navn må bruges, med adresse, telefon og link",
}


class ExportSection(Section):
    """Which levels may be chosen when a calendar file is made."""

    title = "Eksport"
    lead = (
        "En kalenderfil bruger borgerens kode eller initialer. Navnet kommer kun med, når det "
        "vælges hver gang, og kun hvis det er tilladt her. Formål, noter, diagnoser og CPR "
        "kommer aldrig med."
    )
    kinds = (TeamSetting, Worker)

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._off: frozenset[ExportLevel] = frozenset()
        self.right_words = quiet("")
        self.boxes = {level: QCheckBox(words) for level, words in _WORDS.items()}
        self.save_button = main_button("Gem")
        self.save_button.clicked.connect(self.save)
        self.add(self.right_words)
        for box in self.boxes.values():
            box.setAccessibleName(box.text())
            self.add(box)
        self.add(self.notice)
        self.add_buttons([self.save_button])
        self.finish_column()
        self._show()

    def refresh(self) -> None:
        """Show what is stored, unless the person is in the middle of changing it."""
        if self._wanted() == self._off:
            self._show()

    def save(self) -> None:
        """Store which levels are off."""
        desk, wanted = self.ground.desk, self._wanted()
        actor = self.ground.actor
        if self.attempt(lambda: desk.do(team_lists.switch_export_levels_off, actor, wanted)):
            self._show()

    def _wanted(self) -> frozenset[ExportLevel]:
        return frozenset(level for level, box in self.boxes.items() if not box.isChecked())

    def _show(self) -> None:
        desk = self.ground.desk
        right = desk.read(team_rights.lead_right, self.ground.actor)
        self._off = desk.read(team_lists.export_levels_off)
        self.right_words.setText(right.sentence)
        self.save_button.setEnabled(right.may)
        for level, box in self.boxes.items():
            box.setChecked(level not in self._off)
            box.setEnabled(right.may)
