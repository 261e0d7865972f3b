"""Prøv betingelserne: a change that is only thought of, on somebody invented or real (P09)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSpinBox, QVBoxLayout, QWidget

from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberUnit, PracticeRule
from bostoette.models.sheet_change import Pending, switch_name
from bostoette.services.lists import Choice as Listed
from bostoette.services.sheet_page import SheetPage
from bostoette.ui.conditions.following_scroll import FollowingScroll
from bostoette.ui.conditions.invented_fields import InventedFields
from bostoette.ui.conditions.trial_answer import TrialAnswer
from bostoette.ui.form_parts import Choice, labelled, number
from bostoette.ui.settings.section import main_button
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

_PAUSE_MS = 120
_BELOW = 720
_SHORT = 50
_SWITCH = ""


class TrialView(QWidget):
    """What is tried is asked for whenever a field changes; nothing is saved before the button."""

    asked = Signal()
    kept = Signal(object)
    """The Pending change to keep."""

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: SheetPage | None = None
        self.setAccessibleName("Prøv betingelserne")
        self.rule, self.what = Choice(()), Choice(())
        self.value = number(1, 2, "")
        self.whom, self.purpose = Choice(()), Choice(())
        self.invented = InventedFields(theme, today)
        self.about = quiet(
            "Her ændres intet, før du gemmer. Prøv en regel på en borger, I finder på, eller på en "
            "borger, I kender."
        )
        self.keep = main_button("Gem ændringen")
        self.answer = TrialAnswer(theme)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.asked)
        self._lay_out()
        self._connect()

    def show_sheet(
        self,
        page: SheetPage,
        citizens: Sequence[tuple[Key | None, str]],
        purposes: tuple[Listed, ...],
    ) -> None:
        """Offer the rules, citizens and purposes; what is chosen stays chosen."""
        self._page = page
        rule, what, value = self.rule.value, self.what.value, self.value.value()
        whom, purpose = self.whom.value, self.purpose.value
        rules = page.practice.rules.rules.values()
        self.rule.offer([(one.id, _brief(one)) for one in rules])
        self.rule.choose(rule)
        self.whom.offer([(None, "En opdigtet borger"), *citizens])
        self.whom.choose(whom)
        self.purpose.offer([(str(one.id), one.title) for one in purposes])
        self.purpose.choose(purpose)
        self.keep.setVisible(page.right.may)
        self._offer_changes()
        if what in self.what.values:
            self.what.choose(what)
            self._offer_value()
            self.value.setValue(value)
        self._whom_changed()

    def try_rule(self, rule_id: str) -> None:
        """Begin with a rule."""
        self.rule.choose(rule_id)
        self._offer_changes()

    @property
    def pending(self) -> Pending | None:
        """The change that is tried; None before anything can be."""
        if self._page is None or self.what.value is None:
            return None
        rule = self._rule
        if self.what.value == _SWITCH:
            return Pending(switch_name(rule.id), not rule.on)
        return Pending(f"{rule.id}.{self.what.value}", self.value.value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answer below the fields where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.pixels(_BELOW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)

    @property
    def _rule(self) -> PracticeRule:
        assert self._page is not None  # noqa: S101 - shown before anything is chosen
        return self._page.practice.rules.rules[self.rule.value]

    def _lay_out(self) -> None:
        theme = self._theme
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, theme.pixels(8), theme.pixels(8))
        column.setSpacing(theme.pixels(8))
        self._value = labelled(theme, "Ny værdi", self.value)
        column.addWidget(self.about)
        column.addWidget(labelled(theme, "Regel", self.rule))
        column.addWidget(labelled(theme, "Hvad vil I prøve?", self.what))
        column.addWidget(self._value)
        column.addWidget(self.keep)
        column.addWidget(labelled(theme, "På hvem?", self.whom))
        column.addWidget(labelled(theme, "Formål", self.purpose))
        column.addWidget(self.invented)
        column.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.pixels(16))
        self.fields, self.answers = FollowingScroll(fields), FollowingScroll(self.answer)
        self._row.addWidget(self.fields, 2)
        self._row.addWidget(self.answers, 3)

    def _connect(self) -> None:
        self.rule.currentIndexChanged.connect(lambda _place: self._offer_changes())
        self.what.currentIndexChanged.connect(lambda _place: self._offer_value())
        self.whom.currentIndexChanged.connect(lambda _place: self._whom_changed())
        self.purpose.currentIndexChanged.connect(lambda _place: self._look_soon())
        self.value.valueChanged.connect(lambda _value: self._look_soon())
        self.invented.changed.connect(self._look_soon)
        self.keep.clicked.connect(lambda: self.kept.emit(self.pending))

    def _offer_changes(self) -> None:
        rule = self._rule
        changes = [(name, f"{one.title} (nu {one.said})") for name, one in rule.numbers.items()]
        if not rule.fixed:
            changes.insert(0, (_SWITCH, "Slå reglen fra" if rule.on else "Slå reglen til"))
        self.what.offer(changes)
        self.what.choose(changes[0][0] if changes else None)
        self._offer_value()

    def _offer_value(self) -> None:
        name = self.what.value
        self._value.setVisible(bool(name))
        self.keep.setEnabled(name is not None)
        if name:
            one = self._rule.numbers[name]
            _fit(self.value, one.unit, one.value)
        self._look_soon()

    def _whom_changed(self) -> None:
        self.invented.setVisible(self.whom.value is None)
        self._look_soon()

    def _look_soon(self) -> None:
        if self._page is not None:
            self._pause.start()


def _fit(field: QSpinBox, unit: NumberUnit, value: int) -> None:
    field.blockSignals(True)  # noqa: FBT003 - Qt's signature
    field.setRange(unit.bounds[0], unit.bounds[-1])
    suffix = unit.said(value).removeprefix(str(value))
    field.setSuffix("" if unit in {NumberUnit.WEEKDAY, NumberUnit.CLOCK} else suffix)
    field.setValue(value)
    field.blockSignals(False)  # noqa: FBT003 - Qt's signature


def _brief(rule: PracticeRule) -> str:
    text = rule.text if len(rule.text) <= _SHORT else rule.text[:_SHORT].rsplit(" ", 1)[0] + " …"
    return f"{rule.id} · {text}"
