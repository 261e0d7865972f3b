"""Adgang: the passphrase, the recovery key, and who and what can come in."""

from collections import Counter

from PySide6.QtWidgets import QPushButton

from bostoette.models.right import Right
from bostoette.models.worker import Worker
from bostoette.services import people, team_rights, unlocking
from bostoette.services.recovery import Renewal
from bostoette.services.unlocking import SlotKind
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.passphrase_dialogs import (
    AskPassphrase,
    ChangePassphrase,
    RecoveryDialog,
)
from bostoette.ui.settings.section import Section
from bostoette.ui.words import Words, quiet

_KINDS = (
    (SlotKind.PASSPHRASE, "1 adgangssætning", "{} adgangssætninger"),
    (SlotKind.RECOVERY, "1 gendannelsesnøgle", "{} gendannelsesnøgler"),
    (SlotKind.KEYSTORE, "1 computer, der husker adgangen", "{} computere, der husker adgangen"),
)


class AccessSection(Section):
    """Change the passphrase, and make a new recovery key."""

    title = "Adgang"
    kinds = (Worker,)
    lead = (
        "Adgangssætningen låser dine data op. Gendannelsesnøglen er vejen ind, hvis du glemmer den."
    )

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.ways = Words()
        self.change_button = QPushButton("Skift adgangssætning …")
        self.recovery_button = QPushButton("Ny gendannelsesnøgle …")
        self.change_button.clicked.connect(self.change_passphrase)
        self.recovery_button.clicked.connect(self.new_recovery_key)
        self.add_heading("Adgangssætning", "Skift den, hvis andre kan have set den.")
        self.add_buttons([self.change_button])
        self.add_heading(
            "Gendannelsesnøgle",
            "Lav en ny, hvis papiret er væk, eller andre kan have set det. Den gamle gælder, til "
            "den nye er skrevet tilbage.",
        )
        self.add_buttons([self.recovery_button])
        self.recovery_words = quiet("Den åbner for alle her, så en ny laver teamlederen.")
        self.add(self.recovery_words)
        self.add_heading("Det, der kan åbne dine data")
        self.add(self.ways)
        self.add(self.notice)
        self.finish_column()
        self.refresh()

    def refresh(self) -> None:
        """Tell how many ways in there are, and let only what is the person's be begun."""
        self.attempt(self._tell_ways)
        desk = self.ground.desk
        may = desk.read(team_rights.may, desk.actor_id, Right.RECOVERY_KEY)
        self.recovery_button.setEnabled(may)
        self.recovery_words.setVisible(not may)

    def change_passphrase(self) -> None:
        """Ask for the old passphrase and a new one."""
        dialog = ChangePassphrase(
            self.theme, self.ground.opened.places, self.ground.actor.hex(), self
        )
        dialog.changed.connect(lambda: self._done("Adgangssætningen er skiftet"))
        dialog.show_fitting()

    def new_recovery_key(self) -> None:
        """Ask for the passphrase, then show a new key until it is typed back."""
        opened = self.ground.opened
        AskPassphrase(
            self.theme,
            self,
            title="Ny gendannelsesnøgle",
            lead="Nøglen vises én gang, så hav en printer eller papir og blyant klar.",
            save_word="Lav nøglen",
            work=lambda typed: people.new_recovery_key(opened, typed),
            done=self._show_key,
        ).show_fitting()

    def _show_key(self, renewal: Renewal) -> None:
        dialog = RecoveryDialog(self.ground, renewal, self)
        dialog.kept.connect(lambda: self._done("Den nye gendannelsesnøgle gælder nu"))
        dialog.open()

    def _done(self, words: str) -> None:
        self.said.emit(words)
        self.refresh()

    def _tell_ways(self) -> None:
        found = Counter(way.kind for way in unlocking.ways_in(self.ground.opened.places))
        told = [
            one if found[kind] == 1 else many.format(found[kind])
            for kind, one, many in _KINDS
            if found[kind]
        ]
        self.ways.setText(" · ".join(told))
