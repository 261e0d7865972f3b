"""The form of own time: a meeting, documentation, a break, driving or something else."""

from datetime import date
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.appointment_fields import OWN_KINDS, AppointmentDetails, AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.ui.calm_box import CalmBox
from bostoette.ui.leaving_form import ask_whether_it_may_go
from bostoette.ui.main_button import make_main
from bostoette.ui.typed_state import TypedState, typed_state
from bostoette.ui.week.repetition_fields import RepetitionFields
from bostoette.ui.week.when_fields import WhenFields
from bostoette.ui.words import Words


class OwnTimeWish(Enum):
    """What the person wants with the own time that was open."""

    SAVE = auto()
    DELETE = auto()


class OwnTimeDialog(QDialog):
    """Asks for own time; ``fields()`` after it was accepted with the wish to save."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wish = OwnTimeWish.SAVE
        self._began: TypedState = {}
        self._asked: AppointmentFields | None = None
        self._rule: SeriesRule | None = None
        self.kind = CalmBox(self)
        self.kind.setAccessibleName("Hvad tiden går til")
        for kind in OWN_KINDS:
            self.kind.addItem(kind.danish, kind.value)
        self.title = QLineEdit(self)
        self.title.setAccessibleName("Titel")
        self.title.setPlaceholderText("Kan stå tom")
        self.when = WhenFields(today, self)
        self.repeats = QCheckBox("&Gentag", self)
        self.repeats.setAccessibleName("Gentag")
        self.repetition = RepetitionFields(today, self)
        self.repetition.open_end.hide()  # own time is made to its end at once
        self.repetition.counted.setChecked(True)
        self.repetition.hide()
        self.following = QCheckBox(self)
        self.following.hide()
        self.trouble = Words(parent=self)
        self.trouble.setObjectName("trouble")
        self.trouble.hide()
        self._save = QPushButton("Gem", self)
        self._delete = QPushButton("Slet", self)
        self._lay_out()

    def begin(self, span: TimeSpan) -> None:
        """Ask for new own time."""
        self.setWindowTitle("Ny egen tid")
        self._delete.hide()
        self.when.show_span(span)
        self.repeats.toggled.connect(self._show_repetition)
        self._began = typed_state(self)

    def show_appointment(self, details: AppointmentDetails) -> None:
        """Show own time that is stored."""
        self.setWindowTitle("Egen tid")
        self.kind.setCurrentIndex(self.kind.findData(details.fields.kind.value))
        self.title.setText(details.fields.title)
        self.when.show_span(details.fields.span)
        self.repeats.hide()
        if details.later:
            times = "gang" if details.later == 1 else "gange"
            self.following.setText(f"Gælder &også de følgende {details.later} {times}")
            self.following.setAccessibleName(self.following.text().replace("&", ""))
            self.following.show()
        self._began = typed_state(self)

    def fields(self) -> AppointmentFields:
        """Return what was accepted."""
        assert self._asked is not None  # noqa: S101 - only called after accept
        return self._asked

    @property
    def rule(self) -> SeriesRule | None:
        """How it repeats; None where it is but once."""
        return self._rule

    @property
    def for_following(self) -> bool:
        """Tell whether what was chosen holds for the later ones of its repetition too."""
        return self.following.isChecked()

    def accept(self) -> None:
        """Close with the values, or say what is wrong and keep what was typed."""
        try:
            kind = AppointmentKind(self.kind.currentData())
            self._asked = AppointmentFields(self.when.span(), kind, self.title.text().strip())
            self._asked.check()
            self._rule = self._asked_rule(self._asked) if self.repeats.isChecked() else None
        except PlanError as error:
            self.trouble.setText(error.sentence)
            self.trouble.show()
            self.when.point_at_fault()
            return
        super().accept()

    def reject(self) -> None:
        """Close, after a question where something typed would be lost."""
        if typed_state(self) == self._began:
            self._leave()
        else:
            ask_whether_it_may_go(self, self.windowTitle(), self._leave)

    def _leave(self) -> None:
        super().reject()

    def _asked_rule(self, asked: AppointmentFields) -> SeriesRule:
        span, end = asked.span, self.repetition.end()
        return SeriesRule(
            self.repetition.every_weeks,
            self.repetition.weekdays,
            span.day,
            span.start,
            span.minutes,
            end.until,
            end.count,
        )

    def _show_repetition(self, shown: bool) -> None:  # noqa: FBT001 - a signal's value
        self.repetition.setVisible(shown)
        try:
            day = self.when.span().day
        except PlanError:
            return  # it is said when the form is saved
        if not any(box.isChecked() for box in self.repetition.days):
            self.repetition.begin(day)

    def _leave_to_delete(self) -> None:
        self.wish = OwnTimeWish.DELETE
        super().accept()

    def _lay_out(self) -> None:
        make_main(self._save)
        self._delete.setAutoDefault(False)
        self._delete.clicked.connect(self._leave_to_delete)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self._delete, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("Annullér", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows = QFormLayout()
        rows.addRow("Hvad", self.kind)
        rows.addRow("Titel", self.title)
        rows.addRow("Hvornår", self.when)
        rows.addRow("", self.repeats)
        rows.addRow("", self.following)
        column = QVBoxLayout(self)
        column.addLayout(rows)
        column.addWidget(self.repetition)
        column.addWidget(self.trouble)
        column.addWidget(buttons)
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resize(640, 0)
