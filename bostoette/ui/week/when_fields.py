"""When a contact is: day, start and length, typed as people write them."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.typed_time import parse_clock
from bostoette.models.wording import clock, short_day
from bostoette.planning.danish_date import parse_day
from bostoette.ui.number_field import NumberField

LONGEST = 12 * 60
STEP = 5


class WhenFields(QWidget):
    """Day, start and minutes in one row, with how they were understood beside them."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._today = today
        self.day = QLineEdit(self)
        self.day.setAccessibleName("Dag")
        self.day.setPlaceholderText("26/11 eller torsdag")
        self.start = QLineEdit(self)
        self.start.setAccessibleName("Starttid")
        self.start.setPlaceholderText("13.00")
        self.minutes = NumberField(self)
        self.minutes.setAccessibleName("Længde i minutter")
        self.minutes.setRange(STEP, LONGEST)
        self.minutes.setSingleStep(STEP)
        self.minutes.setSuffix(" min")
        self._understood = QLabel(self)
        self._understood.setProperty("quiet", True)  # noqa: FBT003 – Qt's signature
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.day, 2), (self.start, 1), (self.minutes, 1)):
            row.addWidget(widget, stretch)
        row.addWidget(self._understood, 2)
        self.day.textChanged.connect(self._understand)
        self.start.textChanged.connect(self._understand)
        self.minutes.valueChanged.connect(self._understand)

    def show_span(self, span: TimeSpan) -> None:
        """Show when it is."""
        self.day.setText(f"{short_day(span.day)} {span.day.year}")
        self.start.setText(clock(span.start))
        self.minutes.setValue(span.minutes)

    def span(self) -> TimeSpan:
        """Return when it is; raises PlanError naming what cannot be read."""
        return TimeSpan(self._read_day(), self._read_start(), self.minutes.value())

    def point_at_fault(self) -> None:
        """Give the keyboard to the first field that cannot be read, if any, all of it marked."""
        for field, read in ((self.day, self._read_day), (self.start, self._read_start)):
            try:
                read()
            except PlanError:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                field.selectAll()
                return

    def _read_day(self) -> date:
        return parse_day(self.day.text(), self._today)

    def _read_start(self) -> int:
        return parse_clock(self.start.text())

    def _understand(self) -> None:
        try:
            span = self.span()
        except PlanError:
            self._understood.setText("")
            return
        self._understood.setText(f"{short_day(span.day)}, til {clock(span.end)}")
