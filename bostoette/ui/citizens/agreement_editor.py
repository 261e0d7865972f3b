"""The form of a contact agreement (P02): the lines, on demand, and from when it holds."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.wording import duration
from bostoette.planning.grant_balance import agreed_weekly
from bostoette.ui.citizens.agreement_line import AgreementLineEditor
from bostoette.ui.date_field import DateField
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.form_rows import FormRows
from bostoette.ui.theme import Theme
from bostoette.ui.typed_state import TypedState
from bostoette.ui.words import quiet

_FIRST_LINE = AgreementLineFields(1, 60, forms=(ContactForm.PHYSICAL,))
_NEXT_LINE = AgreementLineFields(1, 15, forms=(ContactForm.PHONE,))


class AgreementEditor(FormDialog):
    """Asks for an agreement and gives it to ``save``.

    A new one (``anew``) begins with the lines of the one before; that one ends the day before.
    """

    def __init__(
        self,
        theme: Theme,
        today: date,
        save: Callable[[AgreementFields], object],
        known: AgreementFields | None = None,
        *,
        anew: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        title = "Ny kontaktaftale" if anew else "Ret kontaktaftale"
        super().__init__(theme, title, (660, 620), parent)
        self.lines: list[AgreementLineEditor] = []
        self._form = QWidget(self)
        self.valid_from = DateField("Gælder fra", today, parent=self._form)
        self.valid_to = DateField("Gælder til", today, "Indtil videre", self._form)
        self.on_demand = QCheckBox("Borgeren henvender sig også selv efter behov", self._form)
        self.more = QPushButton("+ Tilføj linje", self._form)
        self.more.setAccessibleName("Tilføj linje")
        self._sum = QLabel(self._form)
        self._column = QVBoxLayout()
        self._lay_out(ends_another=anew and known is not None)
        self.hold(self._form, lambda: self._give(save))
        self._fill(known, today, anew=anew)
        self.begin()
        self.more.clicked.connect(self._add_and_focus)

    def fields(self) -> AgreementFields:
        """Return what is filled in; raises PlanError where a day cannot be read."""
        return AgreementFields(
            valid_from=self.valid_from.needed_day(),
            lines=tuple(editor.line() for editor in self.lines),
            on_demand=self.on_demand.isChecked(),
            valid_to=self.valid_to.day(),
        )

    def put_back(self, state: TypedState) -> None:
        """Put back what stood in the form, with as many lines as there were."""
        wanted = sum(name.endswith(": antal kontakter") for name in state)
        while len(self.lines) > wanted:
            self._remove(self.lines[-1])
        while len(self.lines) < wanted:
            self._add(_NEXT_LINE)
        super().put_back(state)

    def _give(self, save: Callable[[AgreementFields], object]) -> None:
        fields = self.fields()
        fields.check()
        save(fields)

    def _lay_out(self, *, ends_another: bool) -> None:
        rows = FormRows(self.theme, self._form)
        self._column.setSpacing(self.theme.pixels(8))
        rows.addLayout(self._column)
        rows.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._sum)
        rows.addWidget(self.on_demand)
        rows.row(("Gælder fra", self.valid_from), ("Gælder til", self.valid_to))
        if ends_another:
            rows.addWidget(
                quiet("Den nuværende aftale slutter dagen før og bliver i historikken.", self._form)
            )
        rows.addStretch(1)

    def _fill(self, known: AgreementFields | None, today: date, *, anew: bool) -> None:
        for line in known.lines if known else (_FIRST_LINE,):
            self._add(line)
        self.on_demand.setChecked(bool(known and known.on_demand))
        self.valid_from.show_day(today if known is None or anew else known.valid_from)
        self.valid_to.show_day(None if known is None or anew else known.valid_to)
        self._add_up()

    def _add(self, line: AgreementLineFields) -> AgreementLineEditor:
        editor = AgreementLineEditor(self.theme, line, self._form)
        editor.changed.connect(self._add_up)
        editor.removal_asked.connect(lambda: self._remove(editor))
        self.lines.append(editor)
        self._column.addWidget(editor)
        self._count()
        return editor

    def _add_and_focus(self) -> None:
        editor = self._add(_NEXT_LINE if self.lines else _FIRST_LINE)
        self._add_up()
        editor.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, editor: AgreementLineEditor) -> None:
        self.lines.remove(editor)
        self._column.removeWidget(editor)
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.setParent(None)
        editor.deleteLater()
        self._count()
        self._add_up()

    def _count(self) -> None:
        before: QWidget | None = None
        for place, editor in enumerate(self.lines, start=1):
            editor.count_as(place)
            if before is not None:
                QWidget.setTabOrder(before, editor)
            before = editor
        if before is not None:
            QWidget.setTabOrder(before, self.more)

    def _add_up(self) -> None:
        minutes = round(agreed_weekly(editor.line() for editor in self.lines))
        self._sum.setText(f"I alt ca. {duration(minutes)} pr. uge" if minutes else "")
        self._sum.setVisible(bool(minutes))
