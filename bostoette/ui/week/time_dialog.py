"""Two small forms about time: when a contact is moved to, and when it was really held."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.ui.careful_dialog import CarefulDialog
from bostoette.ui.main_button import make_main
from bostoette.ui.week.when_fields import WhenFields
from bostoette.ui.words import Words


class TimeDialog(CarefulDialog):
    """Asks for a time; ``span`` after it was accepted."""

    def __init__(  # noqa: PLR0917 – a dialog's words and values
        self,
        title: str,
        words: str,
        done: str,
        span: TimeSpan,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.span = span
        self.when = WhenFields(today, self)
        self.when.show_span(span)
        self.trouble = Words(parent=self)
        self.trouble.setObjectName("trouble")
        self.trouble.hide()
        save = QPushButton(done, self)
        make_main(save)
        buttons = QDialogButtonBox(self)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Annullér", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(Words(words, self))
        column.addWidget(self.when)
        column.addWidget(self.trouble)
        column.addWidget(buttons)
        self.resize(560, 0)

    def keep_day(self) -> None:
        """Ask for start and length only: the day stands."""
        self.when.day.setEnabled(False)
        self.when.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Close with the time, or say what cannot be read and keep what was typed."""
        try:
            self.span = self.when.span()
        except PlanError as error:
            self.trouble.setText(error.sentence)
            self.trouble.show()
            self.when.point_at_fault()
            return
        super().accept()
