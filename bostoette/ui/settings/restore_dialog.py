"""Going back to a copy: first what would happen, then the question, and only then the deed."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bostoette.models.plan_error import PlanError
from bostoette.services import backups
from bostoette.services.backups import Restored, RestorePreview
from bostoette.services.typed_key import opened_by
from bostoette.ui.background import beside
from bostoette.ui.entry.passphrase_field import PassphraseField
from bostoette.ui.field_dialog import FieldDialog
from bostoette.ui.labelled import Labelled
from bostoette.ui.settings.ground import Ground
from bostoette.ui.words import Words

_LEAD = "Kopien fra {}. Skriv adgangssætningen fra dengang, eller gendannelsesnøglen."


class RestoreDialog(FieldDialog):
    """Asks for the copy's key, shows the preview, and restores when told to."""

    restored = Signal()
    """The copy lies in place and is closed: the program has to start anew."""

    def __init__(self, ground: Ground, copy: Path, made: str, parent: QWidget) -> None:
        super().__init__(
            ground.theme, "Gendan en kopi", _LEAD.format(made), "Se, hvad der sker", parent
        )
        self._ground = ground
        self._copy = copy
        self._previewed = False
        self._over = False
        self.field = PassphraseField(ground.theme)
        self._row = Labelled(
            ground.theme, "Adgangssætning eller gendannelsesnøgle", self.field, edit=self.field.edit
        )
        self.preview = Words()
        self.preview.hide()
        self.column.addWidget(self._row)
        self.column.addWidget(self.preview)

    def submit(self) -> None:
        """Show the preview, or restore once it has been seen."""
        if self._over:
            self._end()
        elif self._previewed:
            self._restore()
        elif self._row.say_fault("" if self.field.text else "Skriv den, der gjaldt dengang."):
            self.focus_on(self.field.edit)
        else:
            opened, copy = self._ground.opened, self._copy
            unlock = opened_by(self.field.text)
            self.work_beside(
                "Ser efter …",
                lambda: backups.preview_restore(opened.places, opened, copy, unlock),
                self._show_preview,
                stoppable=True,
            )

    def reject(self) -> None:
        """Leave all as it is; not once the present file may be closed."""
        if not self._over:
            super().reject()

    def _show_preview(self, preview: RestorePreview) -> None:
        self._previewed = True
        self._row.setEnabled(False)
        self.preview.setText("\n".join((*preview.sentences, "Programmet starter forfra bagefter.")))
        self.preview.show()
        self.rename_save("Gendan")
        self.cancel_button.setText("Behold det, der er")
        self.grow()
        self.cancel_button.setFocus()

    def _restore(self) -> None:
        opened, copy, moment = self._ground.opened, self._copy, self._ground.moment
        unlock = opened_by(self.field.text)
        self.show_working("Gendanner …")

        def done(_restored: Restored) -> None:
            self._end()

        beside(self, lambda: backups.restore(opened, copy, unlock, moment), done, self._stopped)

    def _stopped(self, error: PlanError) -> None:
        """Say what stopped it; the file may be closed by now, so only a new start is safe."""
        self._over = True
        self.refuse(error)
        self.rename_save("Start programmet forfra")
        self.cancel_button.hide()

    def _end(self) -> None:
        self.show_working("")
        self.finish()
        self.restored.emit()
