"""The dialogs around the passphrase: ask for it, change it, show a new recovery key."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from bostoette.services import recovery, unlocking
from bostoette.services.recovery import Renewal
from bostoette.services.unlocking import Places
from bostoette.ui.background import beside
from bostoette.ui.entry.new_passphrase import NewPassphrase
from bostoette.ui.entry.passphrase_field import PassphraseField
from bostoette.ui.entry.recovery_key_page import RecoveryKeyPage
from bostoette.ui.field_dialog import FieldDialog
from bostoette.ui.labelled import Labelled
from bostoette.ui.settings.ground import Ground
from bostoette.ui.theme import Theme

T = TypeVar("T")
_NONE_TYPED = "Skriv din adgangssætning."
_BESIDE = 40


class AskPassphrase(FieldDialog):
    """Asks for the passphrase, and does something slow with it beside the window."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        title: str,
        lead: str,
        save_word: str,
        work: Callable[[str], T],
        done: Callable[[T], None],
    ) -> None:
        super().__init__(theme, title, lead, save_word, parent)
        self.field = PassphraseField(theme)
        self._row = Labelled(theme, "Din adgangssætning", self.field, edit=self.field.edit)
        self.column.addWidget(self._row)

        def finished(answer: T) -> None:
            self.finish()
            done(answer)

        def start(typed: str) -> None:
            self.work_beside("Øjeblik …", lambda: work(typed), finished)

        self._start = start

    def submit(self) -> None:
        """Begin the work."""
        if self._row.say_fault("" if self.field.text else _NONE_TYPED):
            self.focus_on(self.field.edit)
            return
        self._start(self.field.text)


class ChangePassphrase(FieldDialog):
    """Asks for the old passphrase, and twice for the new one."""

    changed = Signal()

    def __init__(self, theme: Theme, places: Places, worker: str, parent: QWidget) -> None:
        lead = "Den gamle adgangssætning åbner ikke mere, når den nye er gemt."
        super().__init__(theme, "Skift adgangssætning", lead, "Skift", parent)
        self._places, self._worker = places, worker
        self.old = PassphraseField(theme)
        self.new = NewPassphrase(theme)
        self._row = Labelled(theme, "Nuværende adgangssætning", self.old, edit=self.old.edit)
        self.column.addWidget(self._row)
        self.column.addWidget(self.new)

    def submit(self) -> None:
        """Change it beside the window, or say beside the fields what is wrong."""
        missing = self._row.say_fault("" if self.old.text else _NONE_TYPED)
        faulty = self.old.edit if missing else self.new.faulty_field()
        if faulty is not None:
            self.focus_on(faulty)
            return
        places, worker, old, new = self._places, self._worker, self.old.text, self.new.text
        self.work_beside(
            "Skifter …",
            lambda: unlocking.change_passphrase(places, old, new, worker),
            self._end,
        )

    def _end(self, _answer: None) -> None:
        self.finish()
        self.changed.emit()


class RecoveryDialog(QDialog):
    """Shows a new recovery key, and keeps it once two of its groups are typed back."""

    kept = Signal()

    def __init__(self, ground: Ground, renewal: Renewal, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Ny gendannelsesnøgle")
        self._places = ground.opened.places
        self._renewal = renewal
        self.page = RecoveryKeyPage(ground.theme, renewal.recovery_key, ground.moment)
        self.page.confirmed.connect(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        room = parent.window().size() - QSize(_BESIDE, _BESIDE)
        pixels = ground.theme.pixels
        self.resize(QSize(pixels(620), pixels(620)).boundedTo(room))

    def done(self, result: int) -> None:
        """Leave nothing of the key behind."""
        self.page.forget_copy()
        super().done(result)

    def _keep(self) -> None:
        places, renewal = self._places, self._renewal
        self.page.show_working("Gemmer …")
        beside(self, lambda: recovery.keep(places, renewal), self._end, self.page.say_refused)

    def _end(self, _answer: unlocking.Unlocked) -> None:
        self.accept()
        self.kept.emit()
