"""One rule: what it asks, why, on what ground, its numbers, and its switch (P93)."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QVBoxLayout, QWidget

from bostoette.models.contact_form import CORE_FORMS
from bostoette.models.practice_rule import NumberName, PracticeRule
from bostoette.models.sheet_version import Overridden
from bostoette.models.wording import listed
from bostoette.services.sheet_page import SheetPage
from bostoette.ui.conditions.number_row import NumberRow
from bostoette.ui.emptied import emptied
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_ASSUMED = "Tal mærket »antaget« står ikke i kilderne. Vi har sat dem som et sted at begynde."


class RuleCard(QFrame):
    """Asks for every change; what is shown follows when it was made."""

    switch_asked = Signal(str, bool)
    number_asked = Signal(object, int)
    """A NumberName and its new value."""
    back_asked = Signal(str)
    """The name of a change to take back to what is delivered."""
    trial_asked = Signal(str)
    """The rule's id."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self._naming = Naming()
        self.rule_id = ""
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.numbers: dict[str, NumberRow] = {}
        self.title = Words(parent=self)
        self.title.setProperty("heading", "true")
        self.text = Words(parent=self)
        self.switch = QCheckBox("Reglen er slået til", self)
        self.switch.clicked.connect(lambda on: self.switch_asked.emit(self.rule_id, on))
        self.switched = quiet("", self)
        self._numbers = QVBoxLayout()
        self._numbers.setSpacing(theme.pixels(12))
        self.about = Words(parent=self)
        self.about.setTextFormat(Qt.TextFormat.RichText)
        self.overridden = Words(parent=self)
        self.overridden.setTextFormat(Qt.TextFormat.PlainText)
        self.trial = QPushButton("Prøv en ændring af reglen", self)
        self.trial.setAutoDefault(False)
        self.trial.clicked.connect(lambda: self.trial_asked.emit(self.rule_id))
        self._lay_out()

    def use_naming(self, naming: Naming) -> None:
        """Hide what people wrote, in discretion."""
        self._naming = naming
        self.forget()

    def forget(self) -> None:
        """Show everything anew the next time, whatever is typed."""
        self._shown = ()

    def show_rule(self, rule_id: str, page: SheetPage) -> None:
        """Show a rule as it stands; what the person is typing stays where nothing changed."""
        rule = page.practice.rules.rules[rule_id]
        delivered = page.delivered.rules.rules[rule_id]
        shown = (rule, page.right.may, page.overridden.get(rule_id))
        if shown == self._shown:
            return
        self._shown = shown
        self.rule_id = rule_id
        group = next(one for one in page.practice.rules.groups if one.id == rule.group)
        self.title.setText(f"{rule_id} · {group.title} · {rule.priority.danish}")
        self.setAccessibleName(f"Regel {rule_id}")
        self.text.setText(rule.text)
        self._show_switch(rule, delivered, may=page.right.may)
        self._show_numbers(rule, delivered, may=page.right.may)
        self.about.setText(_about(rule))
        said = _overridden(page.overridden.get(rule_id), self._naming)
        self.overridden.setText(said)
        self.overridden.setVisible(bool(said))

    def settle(self) -> None:
        """Tell of a number that was just stepped to."""
        for row in self.numbers.values():
            row.settle()

    def _lay_out(self) -> None:
        edge, gap = self._theme.pixels(16), self._theme.pixels(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(gap)
        for widget in (self.title, self.text, self.switch, self.switched):
            column.addWidget(widget)
        column.addLayout(self._numbers)
        for widget in (self.overridden, self.about):
            column.addWidget(widget)
        column.addWidget(self.trial, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _show_switch(self, rule: PracticeRule, delivered: PracticeRule, *, may: bool) -> None:
        self.switch.setChecked(rule.on)
        self.switch.setEnabled(may and not rule.fixed)
        self.switch.setAccessibleName(f"{rule.id} er slået til")
        said = rule.fixed
        if not said and rule.on != delivered.on:
            said = f"Ændret: leveret {'slået til' if delivered.on else 'slået fra'}."
        elif not said and not rule.on:
            said = "Programmet råder og minder ikke om den."
        self.switched.setText(said)
        self.switched.setVisible(bool(said))

    def _show_numbers(self, rule: PracticeRule, delivered: PracticeRule, *, may: bool) -> None:
        focused = next((name for name, row in self.numbers.items() if row.field.hasFocus()), None)
        emptied(self._numbers)
        self.numbers = {}
        for name, now in rule.numbers.items():
            row = NumberRow(self._theme, now, delivered.numbers[name], self, may=may)
            number = NumberName(rule.id, name)
            row.asked.connect(lambda value, number=number: self.number_asked.emit(number, value))
            row.back_asked.connect(lambda number=number: self.back_asked.emit(str(number)))
            self._numbers.addWidget(row)
            self.numbers[name] = row
        if any(one.assumed for one in delivered.numbers.values()):
            self._numbers.addWidget(quiet(_ASSUMED, self))
        if focused in self.numbers:
            self.numbers[focused].field.setFocus(Qt.FocusReason.OtherFocusReason)


def _about(rule: PracticeRule) -> str:
    kinds = listed([one.danish for one in rule.kinds])
    forms = [one.short_name for one in rule.forms]
    told = "alle former" if set(CORE_FORMS) <= set(rule.forms) else listed(forms) or "ingen form"
    parts = (
        ("Hvorfor", rule.why),
        ("Erfaring fra", "; ".join(rule.sources)),
        ("Erfaringen handler om", rule.about),
        ("Art", kinds),
        ("Gælder", told),
    )
    return "".join(f"<p><b>{word}:</b> {escape(said)}</p>" for word, said in parts)


def _overridden(found: Overridden | None, naming: Naming) -> str:
    if found is None:
        return ""
    times = "én gang" if found.times == 1 else f"{found.times} gange"
    reasons = "\n".join(f"• {naming.hidden(f'»{one}«')}" for one in found.reasons)
    return f"Sat til side {times} det sidste halve år. Senest skrevet:\n{reasons}"
