"""One number of a rule: what it is, the field in its unit, whether it is assumed, the way back."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from bostoette.models.practice_rule import NumberUnit, RuleNumber
from bostoette.models.wording import WEEKDAYS
from bostoette.ui.form_parts import Choice, number
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

SETTLE_MS = 500
"""Steps that follow each other sooner are one change."""


class NumberRow(QWidget):
    """``asked`` tells a value that the person has settled on."""

    asked = Signal(int)
    back_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        now: RuleNumber,
        delivered: RuleNumber,
        parent: QWidget | None = None,
        *,
        may: bool,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._told = now.value
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SETTLE_MS)
        self._wait.timeout.connect(self.settle)
        self.field = self._field()
        self.field.setAccessibleName(now.title)
        self.field.setEnabled(may)
        self.field.setMinimumWidth(theme.pixels(150))
        self.mark = quiet(self._mark(delivered), self)
        self.back = QPushButton(f"Tilbage til {delivered.said}", self)
        self.back.setAutoDefault(False)
        self.back.setAccessibleName(f"{now.title}: tilbage til {delivered.said}")
        self.back.clicked.connect(self.back_asked)
        self.back.setVisible(may and now.value != delivered.value)
        title = Words(now.title, self)
        line = QHBoxLayout()
        line.setSpacing(theme.pixels(8))
        line.addWidget(self.field)
        line.addWidget(self.mark, 1)
        line.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.pixels(4))
        column.addWidget(title)
        column.addLayout(line)

    @property
    def value(self) -> int:
        """What the field says now."""
        return int(self.field.value) if isinstance(self.field, Choice) else self.field.value()

    def settle(self) -> None:
        """Tell at once what the field says, where nobody was told of it yet."""
        self._wait.stop()
        if self.value != self._told:
            self._told = self.value
            self.asked.emit(self.value)

    def _field(self) -> Choice | QSpinBox:
        unit = self._now.unit
        if unit is NumberUnit.WEEKDAY:
            choice = Choice(list(enumerate(WEEKDAYS, start=1)), self._now.value)
            choice.activated.connect(self.settle)
            return choice
        clock = unit is NumberUnit.CLOCK
        bounds = unit.bounds
        field = number(bounds[0], bounds[-1], ".00" if clock else _suffix(unit, self._now.value))
        field.setPrefix("kl. " if clock else "")
        field.setValue(self._now.value)
        if not clock:
            field.valueChanged.connect(lambda value: field.setSuffix(_suffix(unit, value)))
        field.valueChanged.connect(lambda _value: self._wait.start())
        field.editingFinished.connect(self.settle)
        return field

    def _mark(self, delivered: RuleNumber) -> str:
        if self._now.value != delivered.value:
            return f"ændret fra {delivered.said}"
        return "antaget" if delivered.assumed else "fra kilden"


def _suffix(unit: NumberUnit, value: int) -> str:
    """Return the unit as it stands after the number."""
    return unit.said(value).removeprefix(str(value))
