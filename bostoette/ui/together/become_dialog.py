"""Somebody unknown who called becomes a citizen: a name is enough (P75, N17)."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bostoette.ui.settings.form_dialog import FormDialog
from bostoette.ui.settings.form_parts import labelled, line
from bostoette.ui.theme import Theme

LEAD = (
    "Opkaldet følger med over på borgeren, og du får en opgave om at planlægge et første møde, "
    "hvor I ses."
)


class BecomeDialog(FormDialog):
    """Asks for the name."""

    def __init__(self, theme: Theme, store: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(theme, "Opret som borger", LEAD, "Opret", parent)
        self._store = store
        self.name = line("")
        self.column.addWidget(labelled(theme, "Navn", self.name))

    def submit(self) -> None:
        """Take the citizen in."""
        self._store(self.name.text())
        self.finish()
