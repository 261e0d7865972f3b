"""The panel's groups: the form, what is needed to hold it, the talk before it, facts about it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.key import Key
from bostoette.models.panel_contact import AgendaPoint
from bostoette.ui import icons
from bostoette.ui.emptied import emptied
from bostoette.ui.form_look import look_of
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import ArrowStops, PanelGroup
from bostoette.ui.week.contact_panel_text import PanelFact, in_sight
from bostoette.ui.words import Words, quiet

LABEL_WIDTH = 96
"""A longer label wraps, so that what it names has room."""


class FormButtons(QWidget):
    """The four forms side by side; the contact's own is pressed."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._form: ContactForm | None = None
        self.setAccessibleName("Form")
        self.buttons: dict[ContactForm, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.pixels(4))
        for number, form in enumerate(CORE_FORMS, start=1):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setAccessibleName(form.full_name)
            button.setToolTip(f"{form.full_name.capitalize()} (Alt+{number} i ugen)")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self._choose, form))
            self.buttons[form] = button
            row.addWidget(button)
        self._stops = ArrowStops(self)
        self._stops.set_stops(list(self.buttons.values()))
        theme.changed.connect(self._dress)
        self._dress()

    def show_form(self, form: ContactForm, *, fixed: bool) -> None:
        """Show the contact's form; ``fixed`` where it cannot be changed."""
        self._form = form
        for one, button in self.buttons.items():
            button.setChecked(one is form)
            button.setEnabled(not fixed)

    def _choose(self, form: ContactForm) -> None:
        if self._form is not None:
            self.show_form(self._form, fixed=False)  # it changes when the change is stored
        if form is not self._form:
            self.chosen.emit(form)

    def _dress(self) -> None:
        side = self._theme.pixels(18)
        for form, button in self.buttons.items():
            look = look_of(form)
            button.setIcon(icons.icon(look.icon, look.ink_of(self._theme.tokens), side))
            button.setIconSize(QSize(side, side))


class FactsGroup(PanelGroup):
    """Facts in two columns that wrap; gone where there is nothing to say."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent)
        self._grid = QGridLayout()
        self._values: list[Words] = []
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self.warning = Words(parent=self)
        self.column.addWidget(self.warning)
        self.dress()

    def show_facts(self, facts: Sequence[PanelFact], warning: str = "") -> None:
        """Show other facts."""
        emptied(self._grid)
        self._values = []
        top = Qt.AlignmentFlag.AlignTop
        for place, fact in enumerate(facts):
            label = quiet(fact.label, self)
            label.setMinimumWidth(min(_width_of(label), self.theme.pixels(LABEL_WIDTH)))
            shown = in_sight(fact.value)
            value = Words(shown, self)
            value.setToolTip(fact.value if shown != fact.value else "")
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(f"{fact.label}: {fact.value}")
            self._grid.addWidget(label, place, 0, top)
            self._grid.addWidget(value, place, 1, top)
            self._values.append(value)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self.setVisible(bool(facts or warning))

    @property
    def said(self) -> str:
        """Everything that stands here, line by line."""
        return "\n".join(one.text() for one in (*self._values, self.warning))

    def dress(self) -> None:
        """Wear the theme's colours and sizes."""
        super().dress()
        if hasattr(self, "_grid"):
            self._grid.setHorizontalSpacing(self.theme.pixels(8))
            self._grid.setVerticalSpacing(self.theme.pixels(4))
            self.warning.setStyleSheet(f"color: {self.theme.tokens.warn};")


class BeforeGroup(PanelGroup):
    """Before the talk: agreed with the citizen, the agenda with ticks, and plan B."""

    agreed_asked = Signal(bool)
    ticked = Signal(object, bool)
    """An agenda point's key, and whether it is done."""
    point_asked = Signal(str)
    plan_b_asked = Signal(object, str)
    """The key of the contact that it was typed for, and the words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Før samtalen", parent)
        self.agreed = QCheckBox("Tiden er aftalt med borgeren", self)
        self.agreed.setAccessibleName(self.agreed.text())
        self.agreed.clicked.connect(self.agreed_asked)
        self.column.addWidget(self.agreed)
        self.points: dict[Key, QCheckBox] = {}
        self._agenda = QWidget(self)
        self._lines = QGridLayout(self._agenda)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setColumnStretch(1, 1)
        self._lines.setHorizontalSpacing(theme.pixels(6))
        self.column.addWidget(self._agenda)
        self.new_point = self._line("Nyt punkt på dagsordenen", "Nyt punkt på dagsordenen")
        self.new_point.returnPressed.connect(self._ask_point)
        self.column.addWidget(self.new_point)
        self.plan_b = self._line("Plan B", "Hvad I gør, hvis det driller")
        self._plan_b_row = QWidget(self)
        row = QHBoxLayout(self._plan_b_row)
        row.setContentsMargins(0, theme.pixels(4), 0, 0)
        label = quiet("Plan B", self._plan_b_row)
        label.setWordWrap(False)
        row.addWidget(label)
        row.addWidget(self.plan_b, 1)
        self.column.addWidget(self._plan_b_row)
        self.plan_b.editingFinished.connect(self._ask_plan_b)
        self._stored_plan_b = ""
        self._words: tuple[str, ...] = ()
        self._half_typed: dict[Key, str] = {}
        self._contact: Key | None = None

    def show_talk(
        self,
        contact: Key,
        *,
        agreed: bool | None,
        agenda: Sequence[AgendaPoint],
        plan_b: str | None,
        naming: Naming,
    ) -> None:
        """Show a contact's preparation; ``plan_b`` None where its form has none.

        ``agreed`` is None where no citizen takes part, as on duty or at a meeting of the team.

        In discretion what was typed is hidden, since it may name people, and points can be
        ticked by their number.

        What is being typed stays while the same contact is shown. Plan B is stored with the
        contact that it was typed for; a point half typed waits there.
        """
        if contact != self._contact:
            self._leave()
            self.new_point.setText(self._half_typed.pop(contact, ""))
        typed = self.plan_b.text().strip()
        if naming.discreet and contact == self._contact and typed != self._stored_plan_b:
            self._stored_plan_b = plan_b = typed  # stored before it is hidden
            self.plan_b_asked.emit(contact, typed)
        self.plan_b.setReadOnly(naming.discreet)
        shown = None if plan_b is None else naming.hidden(plan_b)
        self._show_plan_b(shown, same=contact == self._contact)
        self._contact = contact
        self.agreed.setVisible(agreed is not None)
        self.agreed.setChecked(bool(agreed))
        self._show_points(agenda, naming)
        self.stops.set_stops([self.agreed, *self.points.values(), self.new_point, self.plan_b])

    def _leave(self) -> None:
        """Keep with the contact shown so far what was typed for it."""
        if self._contact is None:
            return
        if self.new_point.text().strip():
            self._half_typed[self._contact] = self.new_point.text()
        self._ask_plan_b()
        self._stored_plan_b = self.plan_b.text().strip()  # it was asked for: not once more

    def _show_plan_b(self, plan_b: str | None, *, same: bool) -> None:
        self._plan_b_row.setVisible(plan_b is not None)
        typing = same and self.plan_b.text() != self._stored_plan_b
        self._stored_plan_b = plan_b or ""
        if not typing:
            self.plan_b.setText(self._stored_plan_b)
            self.plan_b.setCursorPosition(0)

    def _show_points(self, agenda: Sequence[AgendaPoint], naming: Naming) -> None:
        words = tuple(
            f"Punkt {number} · skjult" if naming.discreet else point.text
            for number, point in enumerate(agenda, start=1)
        )
        if [point.id for point in agenda] != list(self.points) or words != self._words:
            self._words = words
            self._make_points(agenda)
        for point in agenda:
            self.points[point.id].setChecked(point.done)

    def _make_points(self, agenda: Sequence[AgendaPoint]) -> None:
        emptied(self._lines)
        self.points = {}
        for place, (point, said) in enumerate(zip(agenda, self._words, strict=True)):
            box = QCheckBox(self._agenda)
            box.setAccessibleName(said)
            box.setStyleSheet("QCheckBox { spacing: 0; padding: 0; }")  # its words stand beside
            box.clicked.connect(lambda done, key=point.id: self.ticked.emit(key, done))
            words = _Beside(said, box)
            self._lines.addWidget(box, place, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(words, place, 1)
            self.points[point.id] = box

    def _line(self, name: str, hint: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        return line

    def _ask_point(self) -> None:
        words = self.new_point.text().strip()
        if words:
            self.point_asked.emit(words)
            self.new_point.clear()

    def _ask_plan_b(self) -> None:
        if self._contact is not None and self.plan_b.text().strip() != self._stored_plan_b:
            self.plan_b_asked.emit(self._contact, self.plan_b.text())


class _Beside(Words):
    """Words beside a check box that wrap, and tick it when they are clicked."""

    def __init__(self, words: str, box: QCheckBox) -> None:
        super().__init__(words, box.parentWidget())
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._box = box

    def mouseReleaseEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's signature
        """Tick the box, as its own words would."""
        self._box.click()


def _width_of(label: QLabel) -> int:
    return label.fontMetrics().horizontalAdvance(label.text()) + 1
