"""The dialogs about who comes in: a new person, a new passphrase for one, and what was given."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QVBoxLayout, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.models.worker_fields import WorkerFields
from bostoette.models.worker_kinds import WorkerRole
from bostoette.planning.danish_date import parse_day
from bostoette.services.first_answers import proposed_initials
from bostoette.services.people import FirstPassphrase
from bostoette.ui.entry.new_passphrase import NewPassphrase
from bostoette.ui.entry.passphrase_field import PassphraseField
from bostoette.ui.field_dialog import FieldDialog
from bostoette.ui.form_parts import Choice, labelled, line, side_by_side
from bostoette.ui.labelled import Labelled
from bostoette.ui.one_choice import one_choice
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

SUBSTITUTE_DAYS = 28
_GIVEN = "Programmet laver en, som gælder én gang"
_OWN = "Personen sidder her og skriver sin egen"
_NO_DAY = "Skriv dagen som 18/12, 181226 eller fredag."


class FirstPassphraseFields(QWidget):
    """How somebody comes in the first time, and the leader's own passphrase for it."""

    def __init__(self, theme: Theme, grow: Callable[[], None]) -> None:
        super().__init__()
        self.given = QRadioButton(_GIVEN)
        self.own = QRadioButton(_OWN)
        one_choice(self, (self.given, self.own))
        self.new_passphrase = NewPassphrase(theme)
        self.leaders = PassphraseField(theme)
        self._leaders_row = Labelled(
            theme,
            "Din egen adgangssætning",
            self.leaders,
            edit=self.leaders.edit,
            hint="Den låser nøglen op, så der kan laves en ny adgang.",
        )
        heading = QLabel("Den første adgangssætning")
        heading.setProperty("heading", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.pixels(8))
        for part in (heading, self.given, self.own, self.new_passphrase, self._leaders_row):
            column.addWidget(part)
        self._grow = grow
        self.own.toggled.connect(self._show_own)
        self.new_passphrase.hide()

    def faulty_field(self) -> QWidget | None:
        """Say beside the fields what is wrong; give the first to correct, or None."""
        own = self.new_passphrase.faulty_field() if self.own.isChecked() else None
        missing = self._leaders_row.say_fault(
            "" if self.leaders.text else "Skriv din egen adgangssætning."
        )
        return own or (self.leaders.edit if missing else None)

    @property
    def first(self) -> FirstPassphrase:
        """What the person comes in with."""
        if self.own.isChecked():
            return FirstPassphrase(self.new_passphrase.text, one_time=False)
        return FirstPassphrase.given()

    def _show_own(self, own: bool) -> None:  # noqa: FBT001 - a slot of the button's signal
        self.new_passphrase.setVisible(own)
        self._grow()


class NewPersonDialog(FieldDialog):
    """Asks for name, initials, role, a substitute's last day, and how she comes in."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        today: date,
        store: Callable[[str, WorkerFields, FirstPassphrase], object],
        done: Callable[[str, FirstPassphrase], None],
    ) -> None:
        lead = "Personen kommer med i teamet og får sin egen adgang til dataene her."
        super().__init__(theme, "Ny person", lead, "Giv adgang", parent)
        self._today, self._store, self._done = today, store, done
        self.name = line("", 80)
        self.initials = line("", 10)
        self.role = Choice([(role, role.danish) for role in WorkerRole], WorkerRole.WORKER)
        last = today + timedelta(days=SUBSTITUTE_DAYS)
        self.last_day = line(last.strftime("%d/%m/%Y"))
        self._rows = {
            "name": labelled(theme, "Navn", self.name),
            "initials": labelled(theme, "Initialer", self.initials),
            "valid_to": labelled(
                theme, "Sidste dag", self.last_day, hint="Den er med. Derefter lukker adgangen."
            ),
        }
        self.access = FirstPassphraseFields(theme, self.grow)
        self._own_initials = False
        self._lay_out_form(theme)
        self.name.textEdited.connect(self._propose_initials)
        self.initials.textEdited.connect(self._note_own_initials)
        self.role.currentIndexChanged.connect(self._show_last_day)
        self._show_last_day()

    def submit(self) -> None:
        """Give the way in beside the window, or say beside the fields what is wrong."""
        faulty = self._faulty_field()
        if faulty is not None:
            self.focus_on(faulty)
            return
        fields, first = self._fields(), self.access.first
        own = self.access.leaders.text

        def finished(_answer: object) -> None:
            self.finish()
            self._done(fields.initials, first)

        self.work_beside("Giver adgang …", lambda: self._store(own, fields, first), finished)

    def _lay_out_form(self, theme: Theme) -> None:
        rows = self._rows
        self.column.addWidget(side_by_side(theme, rows["name"], rows["initials"]))
        role = labelled(theme, "Rolle", self.role)
        self.column.addWidget(side_by_side(theme, role, rows["valid_to"]))
        self.column.addWidget(self.access)

    def _faulty_field(self) -> QWidget | None:
        faults = dict(self._fields().faults())
        if self._is_substitute and self.last_day.text().strip() and self._last_day() is None:
            faults["valid_to"] = _NO_DAY
        first: QWidget | None = None
        for name, field in (
            ("name", self.name),
            ("initials", self.initials),
            ("valid_to", self.last_day),
        ):
            if self._rows[name].say_fault(faults.get(name, "")) and first is None:
                first = field
        access = self.access.faulty_field()
        return first or access

    def _fields(self) -> WorkerFields:
        return WorkerFields(
            self.name.text(),
            self.initials.text(),
            role=self.role.value,
            valid_to=self._last_day() if self._is_substitute else None,
        )

    @property
    def _is_substitute(self) -> bool:
        return bool(self.role.value is WorkerRole.SUBSTITUTE)

    def _last_day(self) -> date | None:
        try:
            return parse_day(self.last_day.text(), self._today)
        except PlanError:
            return None

    def _show_last_day(self) -> None:
        self._rows["valid_to"].setVisible(self._is_substitute)

    def _propose_initials(self, name: str) -> None:
        if not self._own_initials:
            self.initials.setText(proposed_initials(name))
            self._rows["initials"].clear_fault()

    def _note_own_initials(self, initials: str) -> None:
        self._own_initials = bool(initials)


class GiveEntryDialog(FieldDialog):
    """Gives somebody who is in the team an own way in, or a new one in place of the old."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        *,
        title: str,
        lead: str,
        store: Callable[[str, FirstPassphrase], object],
        done: Callable[[FirstPassphrase], None],
    ) -> None:
        super().__init__(theme, title, lead, "Giv adgang", parent)
        self._store, self._done = store, done
        self.access = FirstPassphraseFields(theme, self.grow)
        self.column.addWidget(self.access)

    def submit(self) -> None:
        """Give the way in beside the window, or say beside the fields what is wrong."""
        faulty = self.access.faulty_field()
        if faulty is not None:
            self.focus_on(faulty)
            return
        first, own = self.access.first, self.access.leaders.text

        def finished(_answer: object) -> None:
            self.finish()
            self._done(first)

        self.work_beside("Giver adgang …", lambda: self._store(own, first), finished)


class GivenDialog(FieldDialog):
    """Shows a passphrase that is good for one start, once."""

    def __init__(self, theme: Theme, parent: QWidget, *, whom: str, given: str) -> None:
        lead = (
            f"Giv {whom} denne adgangssætning. Den gælder én gang: ved den første start vælger "
            f"{whom} sin egen. Her vises den kun nu."
        )
        super().__init__(theme, f"Adgangssætning til {whom}", lead, "Jeg har givet den", parent)
        self.given = Words(given)
        self.given.setAccessibleName("Adgangssætning, der gælder én gang")
        self.given.setTextInteractionFlags(
            self.given.textInteractionFlags().TextSelectableByMouse
            | self.given.textInteractionFlags().TextSelectableByKeyboard
        )
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setWeight(QFont.Weight.DemiBold)
        self.given.setFont(font)
        self.column.addWidget(self.given)
        self.column.addWidget(
            quiet("Skriv den på et stykke papir, ikke i en mail. Store og små tegn er ikke ens.")
        )
        self.cancel_button.hide()

    def submit(self) -> None:
        """Close; it is shown nowhere again."""
        self.finish()
