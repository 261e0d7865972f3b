"""The meeting view: the sheet one thing at a time, large and calm, up to a saved version (P09)."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.services.sheet_page import SheetPage
from bostoette.ui.conditions.following_scroll import FollowingScroll
from bostoette.ui.conditions.form_sheet_card import FormSheetCard
from bostoette.ui.conditions.meeting_end import MeetingEnd
from bostoette.ui.conditions.rule_card import RuleCard
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.roomy_items import RoomyItems
from bostoette.ui.settings.section import main_button
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_BESIDE = 760
"""Width at 100 % text, below which the list of steps is left out."""
_ORDINARY, _LARGEST = 14, 30
_LARGE = 20
"""Height of the meeting's text at 100 %, to be read from the other end of a table."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to talk about: a form, a rule, or the end."""

    key: ContactForm | str
    title: str


END = Step("", "Afslut og gem")


class MeetingView(QWidget):
    """Leads through the steps; the list at the left goes to any of them."""

    left = Signal()
    """The meeting is over, or broken off; what was changed stays changed."""

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: SheetPage | None = None
        self._steps: tuple[Step, ...] = ()
        self._kept: set[object] = set()
        self.setAccessibleName("Gennemgang af teamets rammer")
        self.progress = quiet("", self)
        self.question = Words(parent=self)
        self.question.setObjectName("pageTitle")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Det, I går igennem")
        self.list.setWordWrap(True)
        self.list.setItemDelegate(RoomyItems(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.forms = {form: FormSheetCard(theme, form) for form in CORE_FORMS}
        self.rule = RuleCard(theme)
        self.end = MeetingEnd(theme, today)
        self.stack = QStackedWidget(self)
        for card in (*self.forms.values(), self.rule, self.end):
            self.stack.addWidget(FollowingScroll(card))
        self.back = QPushButton("Tilbage", self)
        self.keep = main_button("Behold, og gå videre")
        self.to_end = QPushButton("Til afslutningen", self)
        self.leave = QPushButton("Forlad mødet", self)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()

    def begin(self, page: SheetPage) -> None:
        """Begin a meeting with the first form."""
        self._kept = set()
        self._page = page
        self._steps = steps_of(page)
        self._fill()
        self.list.setCurrentRow(0)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sheet(self, page: SheetPage) -> None:
        """Show the sheet as it stands now; the step stays."""
        self._page = page
        if self._steps:
            self._show()

    @property
    def step(self) -> Step:
        """What is talked about now."""
        return self._steps[max(self.list.currentRow(), 0)]

    def go(self, by: int) -> None:
        """Go so many steps on, or back."""
        self.list.setCurrentRow(min(max(self.list.currentRow() + by, 0), len(self._steps) - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list out where there is little room."""
        super().resizeEvent(event)
        self.list.setVisible(self.width() >= self._theme.pixels(_BESIDE))

    def _lay_out(self) -> None:
        gap = self._theme.pixels(12)
        buttons = QWidget(self)
        line = FlowLayout(buttons, self._theme.pixels(8), self._theme.pixels(4))
        for button in (self.back, self.keep, self.to_end, self.leave):
            button.setAutoDefault(False)
            line.addWidget(button)
        middle = QVBoxLayout()
        middle.setSpacing(gap)
        middle.addWidget(self.progress)
        middle.addWidget(self.question)
        middle.addWidget(buttons)  # above: below, what is told of a change would lie over them
        middle.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * gap)
        row.addWidget(self.list, 1)
        row.addLayout(middle, 3)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.back.clicked.connect(lambda: self.go(-1))
        self.keep.clicked.connect(self._keep)
        self.to_end.clicked.connect(lambda: self.list.setCurrentRow(len(self._steps) - 1))
        self.leave.clicked.connect(self.left)

    def _keep(self) -> None:
        self.rule.settle()
        self._kept.add(self.step.key)
        item = self.list.currentItem()
        if item is not None:
            item.setText(_ticked(self.step))
        self.go(1)

    def _fill(self) -> None:
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.list.clear()
        for step in self._steps:
            QListWidgetItem(_ticked(step) if step.key in self._kept else step.title, self.list)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def _show(self) -> None:
        if self._page is None or self.list.currentRow() < 0:
            return
        self.rule.settle()
        page, step = self._page, self.step
        at_end = step == END
        place = self.list.currentRow() + 1
        self.progress.setText(f"{place} af {len(self._steps)}")
        self.back.setEnabled(place > 1)
        self.keep.setVisible(not at_end)
        self.to_end.setVisible(not at_end)
        if isinstance(step.key, ContactForm):
            card = self.forms[step.key]
            card.show_sheet(page)
            self.question.setText(f"Hvad kan vi bruge {step.key.short_name} til?")
        elif at_end:
            self.question.setText("Hvad er vi enige om?")
        else:
            self.rule.show_rule(step.key, page)
            self.question.setText("Passer reglen til os?")
        self.stack.setCurrentIndex(self._shown_at(step))

    def _shown_at(self, step: Step) -> int:
        if isinstance(step.key, ContactForm):
            return CORE_FORMS.index(step.key)
        return len(CORE_FORMS) + (1 if step == END else 0)

    def _dress(self) -> None:
        size = max(self._theme.pixels(_ORDINARY), min(self._theme.pixels(_LARGE), _LARGEST))
        self.stack.setStyleSheet(f"QStackedWidget QLabel {{ font-size: {size}px; }}")


def steps_of(page: SheetPage) -> tuple[Step, ...]:
    """Return what a meeting talks about: forms, what was changed or set aside, then the others.

    Rules that are off and were delivered so are left out.
    """
    rules = page.practice.rules.rules
    changed = [one for one in rules.values() if one != page.delivered.rules.rules[one.id]]
    first = dict.fromkeys([*page.overridden, *(one.id for one in changed)])
    rest = [one.id for one in rules.values() if one.on and one.id not in first]
    return (
        *(Step(form, form.short_name.capitalize()) for form in CORE_FORMS),
        *(Step(one, f"{one} · {_brief(rules[one].text)}") for one in (*first, *rest)),
        END,
    )


def _brief(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")  # noqa: PLR2004 - a short line


def _ticked(step: Step) -> str:
    return f"✓ {step.title}"
