"""Calling a contact off: by whom, and why in a few words."""

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.contact_kinds import ContactStatus

CHOICES = (
    (ContactStatus.CANCELLED_BY_CITIZEN, "&Borgeren har aflyst"),
    (ContactStatus.CANCELLED_BY_US, "&Vi har aflyst"),
    (ContactStatus.NO_SHOW, "&Udeblevet (ikke hjemme, svarede ikke, kom ikke)"),
)


class CancelDialog(QDialog):
    """Asks how a contact came to nothing; ``status`` and ``reason`` after it was accepted."""

    def __init__(self, whom: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Aflys kontakt")
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(f"Kontakten med {whom} bliver stående som aflyst.", self))
        for place, (_status, words) in enumerate(CHOICES):
            choice = QRadioButton(words, self)
            self._group.addButton(choice, place)
            column.addWidget(choice)
        self._group.button(0).setChecked(True)
        self._reason = QLineEdit(self)
        self._reason.setAccessibleName("Grund")
        self._reason.setPlaceholderText("Grund, fx syg, hård dag, transport")
        column.addWidget(self._reason)
        buttons = QDialogButtonBox(self)
        done = QPushButton("Aflys kontakten", self)
        done.setProperty("main", True)  # noqa: FBT003 – Qt's signature
        buttons.addButton(done, QDialogButtonBox.ButtonRole.AcceptRole)
        done.setDefault(True)
        buttons.addButton("Behold den", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @property
    def status(self) -> ContactStatus:
        """How it came to nothing."""
        return CHOICES[self._group.checkedId()][0]

    @property
    def reason(self) -> str:
        """Why, in the worker's words."""
        return self._reason.text().strip()
