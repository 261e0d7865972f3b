"""Lås: when the program locks itself, and whether this computer opens the data by itself."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox

from bostoette.services import unlocking
from bostoette.services.unlocking import Places, Threshold
from bostoette.ui.background import beside
from bostoette.ui.form_parts import labelled, number
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.passphrase_dialogs import AskPassphrase
from bostoette.ui.settings.section import Section
from bostoette.ui.words import quiet

_LONGEST = 120
_NEVER = "Programmet låser ikke af sig selv. Lås selv med Ctrl+L, når du går fra computeren."
_LOCKS = "Ulåste data kan læses af alle, der kommer forbi. Ctrl+L låser med det samme."
_NO_STORE = "Computeren har ingen nøglering, der krypterer, så den kan ikke huske adgangen."
_REMEMBERS = "Alle, der kan logge ind på computeren som dig, kan så åbne dine data."


class LockSection(Section):
    """Idle minutes, and *Husk på denne computer*."""

    title = "Lås"
    lead = "Gælder på denne computer."

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self.minutes = number(0, _LONGEST, " min")
        self.minutes.setSpecialValueText("aldrig")
        self.minutes_words = quiet("")
        self.remember = QCheckBox("Husk adgangen på denne computer")
        self.remember.setAccessibleName(self.remember.text())
        self.remember.setEnabled(False)
        self.remember_words = quiet("")
        self.add(labelled(self.theme, "Lås, når ingen har rørt programmet i", self.minutes))
        self.add(self.minutes_words)
        if not ground.example:
            self.add(self.remember)
            self.add(self.remember_words)
        self.add(self.notice)
        self.finish_column()
        self.refresh()
        self.minutes.valueChanged.connect(self._apply)
        self.remember.clicked.connect(self._change_remembering)
        if not ground.example:
            self._look()

    def refresh(self) -> None:
        """Show the settings as they are now."""
        minutes = self.ground.settings().lock_minutes
        self.minutes.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.minutes.setValue(minutes)
        self.minutes.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.minutes_words.setText(_LOCKS if minutes else _NEVER)

    def _apply(self) -> None:
        settings = replace(self.ground.settings(), lock_minutes=self.minutes.value())
        self.settings_changed.emit(settings)
        self.minutes_words.setText(_LOCKS if settings.lock_minutes else _NEVER)

    def _look(self) -> None:
        """See beside the window what the key store holds: it can be slow to answer."""
        places = self.ground.opened.places
        beside(
            self, lambda: unlocking.threshold(places, ask=True), self._show_store, self.say_error
        )

    def _show_store(self, seen: Threshold) -> None:
        self.remember.setEnabled(seen.key_store)
        self.remember.setChecked(seen.remembered and seen.whose == self.ground.actor.hex())
        self.remember_words.setText(_REMEMBERS if seen.key_store else _NO_STORE)

    def _change_remembering(self) -> None:
        """Remember on the word of the passphrase; forget on the person's word alone."""
        wished = self.remember.isChecked()
        self.notice.clear()
        self.remember.setChecked(not wished)
        places, worker = self.ground.opened.places, self.ground.actor.hex()
        if not wished:
            beside(self, lambda: _forget(places), lambda _: self._look(), self.say_error)
            return
        AskPassphrase(
            self.theme,
            self,
            title="Husk adgangen",
            lead=f"{_REMEMBERS} Skriv adgangssætningen for at slå det til.",
            save_word="Husk",
            work=lambda typed: unlocking.come_in(places, typed, remember=True, worker=worker),
            done=lambda _unlocked: self._look(),
        ).show_fitting()


def _forget(places: Places) -> None:
    unlocked = unlocking.unlock_by_key_store(places)
    if unlocked is not None:
        unlocking.stop_remembering(places, unlocked)
