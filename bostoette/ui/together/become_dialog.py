"""Whom a call was about: a new citizen, of whom a name is enough, or one we know (P75)."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.ui.field_dialog import FieldDialog
from bostoette.ui.form_parts import Choice, labelled, line
from bostoette.ui.theme import Theme
from bostoette.ui.together.inquiry_dialog import People

LEAD = (
    "Opkaldet følger med over på borgeren, og du får en opgave om at planlægge et første møde, "
    "hvor I ses."
)
TIE_LEAD = "Opkaldet, det sendte og opgaverne fra det følger med over på borgeren."


class BecomeDialog(FieldDialog):
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


class TieDialog(FieldDialog):
    """Asks which citizen of ours a call was about."""

    def __init__(
        self, theme: Theme, people: People, store: Callable[[Key], object], parent: QWidget
    ) -> None:
        super().__init__(theme, "Knyt til borger", TIE_LEAD, "Knyt", parent)
        self._store = store
        self.citizen = Choice([(None, "Ingen valgt"), *people])
        self.column.addWidget(labelled(theme, "Borger", self.citizen))

    def submit(self) -> None:
        """Tie the call to the citizen; raises PlanError where nobody is chosen."""
        if self.citizen.value is None:
            raise PlanError("Vælg den borger, opkaldet handlede om. Intet er ændret.")
        self._store(self.citizen.value)
        self.finish()
