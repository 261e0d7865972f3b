"""The foot of a dialog with a list of lines: how many are done, and leaving it."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton

from bostoette.ui.main_button import make_main


class LineListFoot(QDialogButtonBox):
    """The main action, which says how many lines it takes, and *Annullér*."""

    def __init__(self, verb: str, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._verb = verb
        self.do = QPushButton(dialog)
        make_main(self.do)
        self.addButton(self.do, QDialogButtonBox.ButtonRole.AcceptRole)
        self.addButton("Annullér", QDialogButtonBox.ButtonRole.RejectRole)
        self.accepted.connect(dialog.accept)
        self.rejected.connect(dialog.reject)
        self.count(0)

    def count(self, number: int) -> None:
        """Say how many are done; none cannot be."""
        self.do.setText(self._verb.format(number) if number else self._verb.format("").strip())
        self.do.setEnabled(bool(number))
