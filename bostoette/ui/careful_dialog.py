"""A CarefulDialog asks before it goes, where something typed in it would go with it."""

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from bostoette.ui.leaving_form import ask_whether_it_may_go
from bostoette.ui.typed_state import Field, fields_in, text_in


class CarefulDialog(QDialog):
    """*Esc*, *Annullér* and closing the window all ask; with nothing typed it closes at once.

    A passphrase is not asked about: it is quickly typed again, and is kept nowhere meanwhile.
    """

    cares_for: ClassVar[tuple[type[QWidget], ...]] = (QLineEdit, QPlainTextEdit, QSpinBox)
    """The kinds of fields whose content is asked about."""
    _began: dict[Field, str] | None = None

    def showEvent(self, event: QShowEvent) -> None:
        """Take what stands in the fields at first as nothing typed yet."""
        super().showEvent(event)
        if self._began is None:
            self._began = self._standing()

    def typed_something(self) -> bool:
        """Tell whether something was typed since it opened."""
        began = self._began
        if began is None:
            return False
        return any(text != began.get(field, "") for field, text in self._standing().items())

    def reject(self) -> None:
        """Close, after a question where something typed would be lost."""
        if self.typed_something():
            ask_whether_it_may_go(self, self.windowTitle(), self._leave)
        else:
            self._leave()

    def _leave(self) -> None:
        super().reject()

    def _standing(self) -> dict[Field, str]:
        return {
            field: text_in(field) for field in fields_in(self) if isinstance(field, self.cares_for)
        }
