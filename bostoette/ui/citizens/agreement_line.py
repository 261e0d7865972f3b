"""One line of a contact agreement: how many, how long, how often, in which form or forms."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.citizen_fields import (
    MOST_CONTACTS,
    MOST_WEEKS_APART,
    AgreementLineFields,
)
from bostoette.models.citizen_kinds import AgreementRhythm
from bostoette.models.contact_form import ContactForm
from bostoette.ui import icons
from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.form_look import look_of
from bostoette.ui.number_field import NumberField
from bostoette.ui.theme import Theme

FORMS = tuple(form for form in ContactForm if form is not ContactForm.HOTLINE)
_FORMS_A_ROW = 4
_LONGEST = 24 * 60
_MINUTE_STEP = 5
_OFTEN: tuple[tuple[tuple[AgreementRhythm, int], str], ...] = (
    ((AgreementRhythm.WEEK, 1), "pr. uge"),
    *(
        ((AgreementRhythm.N_WEEKS, weeks), f"hver {weeks}. uge")
        for weeks in range(2, MOST_WEEKS_APART + 1)
    ),
    ((AgreementRhythm.MONTH, 1), "pr. måned"),
)


class AgreementLineEditor(QFrame):
    """Asks for one line; with several forms it is flexible, and says so."""

    changed = Signal()
    removal_asked = Signal()

    def __init__(
        self, theme: Theme, line: AgreementLineFields, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.number = self._spin("Antal kontakter", 1, MOST_CONTACTS)
        self.minutes = self._spin("Minutter", 1, _LONGEST)
        self.minutes.setSuffix(" min")
        self.minutes.setSingleStep(_MINUTE_STEP)
        self.often = ChoiceBox[tuple[AgreementRhythm, int]]("Hvor ofte", _OFTEN, self)
        self.forms = {form: self._form_box(form) for form in FORMS}
        self.remove = QPushButton("Fjern", self)
        self._flexible = QLabel(self)
        self._flexible.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        self._lay_out()
        self._fill(line)
        self._connect()
        self._say_flexible()

    def line(self) -> AgreementLineFields:
        """Return the line as it is filled in."""
        rhythm, weeks = self.often.value
        return AgreementLineFields(
            number=self.number.value(),
            minutes=self.minutes.value(),
            rhythm=rhythm,
            every_weeks=weeks,
            forms=tuple(form for form, box in self.forms.items() if box.isChecked()),
        )

    def count_as(self, place: int) -> None:
        """Name the line for who hears it instead of seeing it."""
        self.setAccessibleName(f"Linje {place}")
        self.number.setAccessibleName(f"Linje {place}: antal kontakter")
        self.minutes.setAccessibleName(f"Linje {place}: minutter")
        self.often.box.setAccessibleName(f"Linje {place}: hvor ofte")
        self.remove.setAccessibleName(f"Fjern linje {place}")
        for form, box in self.forms.items():
            box.setAccessibleName(f"Linje {place}: {form.full_name}")

    def _spin(self, name: str, least: int, most: int) -> QSpinBox:
        spin = NumberField(self)
        spin.setAccessibleName(name)
        spin.setRange(least, most)
        return spin

    def _form_box(self, form: ContactForm) -> QCheckBox:
        look = look_of(form)
        size = self._theme.pixels(18)
        box = QCheckBox(form.short_name, self)
        box.setIcon(icons.icon(look.icon, look.ink_of(self._theme.tokens), size))
        box.setIconSize(QSize(size, size))
        box.setToolTip(form.full_name)
        return box

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.number)
        top.addWidget(QLabel("×", self))
        top.addWidget(self.minutes)
        top.addWidget(self.often.box, 1)
        top.addWidget(self.remove)
        grid = QGridLayout()
        for place, box in enumerate(self.forms.values()):
            grid.addWidget(box, place // _FORMS_A_ROW, place % _FORMS_A_ROW)
        grid.setColumnStretch(_FORMS_A_ROW, 1)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addLayout(grid)
        column.addWidget(self._flexible)

    def _fill(self, line: AgreementLineFields) -> None:
        self.number.setValue(line.number)
        self.minutes.setValue(line.minutes)
        weeks = line.every_weeks if line.rhythm is AgreementRhythm.N_WEEKS else 1
        every_week = line.rhythm is AgreementRhythm.N_WEEKS and weeks == 1
        self.often.choose((AgreementRhythm.WEEK if every_week else line.rhythm, weeks))
        for form, box in self.forms.items():
            box.setChecked(form in line.forms)

    def _connect(self) -> None:
        self.remove.clicked.connect(self.removal_asked)
        self.number.valueChanged.connect(self.changed)
        self.minutes.valueChanged.connect(self.changed)
        self.often.box.currentIndexChanged.connect(self.changed)
        for box in self.forms.values():
            box.toggled.connect(self._say_flexible)
            box.toggled.connect(self.changed)

    def _say_flexible(self) -> None:
        count = len(self.line().forms)
        words = {0: "Vælg mindst én form.", 1: ""}
        self._flexible.setText(words.get(count, "Fleksibel: formen vælges fra gang til gang."))
        self._flexible.setVisible(count != 1)
