"""Rammer: the forms, the rules, the trial and the versions, and the meeting about all of them."""

from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from functools import cached_property, partial

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact
from bostoette.models.team import Purpose
from bostoette.models.team_sheet import SheetChangeRow, SheetVersion
from bostoette.models.worker import Worker
from bostoette.services import sheet_page, sheet_versions
from bostoette.services.desk import Changes, Desk
from bostoette.services.sheet_page import SheetPage
from bostoette.ui.conditions.conditions_work import ConditionsWork
from bostoette.ui.conditions.forms_view import FormsView
from bostoette.ui.conditions.meeting_view import MeetingView
from bostoette.ui.conditions.rules_view import RulesView
from bostoette.ui.conditions.sheet_words import due_words, state_words
from bostoette.ui.conditions.trial_view import TrialView
from bostoette.ui.conditions.versions_view import VersionsView
from bostoette.ui.naming import Naming
from bostoette.ui.notice import Notice
from bostoette.ui.page import Page
from bostoette.ui.segmented import Segmented
from bostoette.ui.settings.section import main_button
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

KINDS = (SheetChangeRow, SheetVersion, Worker, Purpose, Citizen, Contact)
_BESIDE = 24
_LOW = 480
"""Height at 100 % text, below which the head is left to what must be seen."""


class Part(Enum):
    """The parts of the page."""

    FORMS = auto()
    RULES = auto()
    TRIAL = auto()
    VERSIONS = auto()


_PARTS = (
    (Part.FORMS, "Formerne"),
    (Part.RULES, "Reglerne"),
    (Part.TRIAL, "Prøv betingelserne"),
    (Part.VERSIONS, "Versioner"),
)


ONLY_LOOK = (
    "Kun en teamleder kan rette her. Mener du, at noget skal være anderledes, så tag det op på "
    "teammødet."
)


class ConditionsPage(Page):
    """Everybody sees it; a team leader changes it. Its parts are made when first looked at."""

    def __init__(self, desk: Desk, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self._desk, self._theme, self._today = desk, theme, today
        self._stale = True
        self._shown: SheetPage | None = None
        self._counts_overridden = False
        self.naming = Naming()
        self.title = Words("Teamets rammer", self)
        self.title.setObjectName("pageTitle")
        self.state = quiet("", self)
        self.right = quiet("", self)
        self.due = Words(parent=self)
        self.due.setObjectName("tightSpots")
        self.notice = Notice(theme, self, boxed=True)
        self.meet = main_button("Gå rammerne igennem")
        self.parts = Segmented("Dele af siden", self)
        self.inside = QStackedWidget(self)
        self.stack = QStackedWidget(self)
        self.work = ConditionsWork(self, desk, theme, today)
        self._lay_out()
        self.parts.chosen.connect(self._choose)
        self.meet.clicked.connect(self.begin_meeting)

    @property
    def shown(self) -> SheetPage:
        """What the page shows."""
        if self._shown is None:
            self.refresh()
        assert self._shown is not None  # noqa: S101 - just read
        return self._shown

    @cached_property
    def forms(self) -> FormsView:
        """The forms' cards."""
        made = FormsView(self._theme, self)
        made.correction_asked.connect(self.work.correct)
        self.inside.addWidget(made)
        made.show_sheet(self.shown)
        return made

    @cached_property
    def rules(self) -> RulesView:
        """The rules by group, and one of them."""
        made = RulesView(self._theme, self)
        self.work.follow_rule(made.card)
        made.card.use_naming(self.naming)
        self.inside.addWidget(made)
        made.show_sheet(self._with_overridden())
        return made

    @cached_property
    def trial(self) -> TrialView:
        """Where a change is tried."""
        made = TrialView(self._theme, self._today(), self)
        self.inside.addWidget(made)
        self.work.follow_trial(made)
        self.work.offer_trial(made, self.shown)
        return made

    @cached_property
    def versions(self) -> VersionsView:
        """What was settled on, and when."""
        made = VersionsView(self._theme, self)
        self.inside.addWidget(made)
        made.compared.connect(partial(self.work.compare, made))
        made.show_sheet(self.shown, self.naming)
        return made

    @cached_property
    def meeting(self) -> MeetingView:
        """The meeting view."""
        made = MeetingView(self._theme, self._today(), self)
        made.rule.use_naming(self.naming)
        self.work.follow_meeting(made)
        made.left.connect(self.end_meeting)
        self.stack.addWidget(made)
        self._with_overridden()
        return made

    def show_part(self, part: Part) -> None:
        """Show one part of the page."""
        self.parts.show_chosen(part)
        self.inside.setCurrentWidget(self._part(part))
        if part is Part.TRIAL:
            self.work.try_now(self.trial)

    def try_rule(self, rule_id: str) -> None:
        """Try a change of a rule."""
        self.end_meeting()
        self.trial.try_rule(rule_id)
        self.show_part(Part.TRIAL)

    def begin_meeting(self) -> None:
        """Go through the sheet, one thing at a time."""
        self.stack.setCurrentWidget(self.meeting)
        self.meeting.begin(self.shown)
        self._show_end()

    def end_meeting(self) -> None:
        """Come back to the page."""
        if self.in_meeting:
            self.stack.setCurrentIndex(0)
            self.meet.setFocus()

    def on_changes(self, changes: Changes) -> None:
        """Read anew what somebody changed."""
        if changes.touch(*KINDS):
            if self.isVisible():
                self.refresh()
            else:
                self._stale = True

    def set_naming(self, naming: Naming) -> None:
        """Use full names or initials."""
        self.naming = naming
        made = self.__dict__
        if "rules" in made:
            self.rules.card.use_naming(naming)
        if "meeting" in made:
            self.meeting.rule.use_naming(naming)
        self.refresh()
        if self.inside.currentWidget() is None:
            self.show_part(Part.FORMS)

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes between."""
        if self.in_meeting:
            return (self.meeting,)
        return (self.parts, self.inside)

    @property
    def in_meeting(self) -> bool:
        """Tell whether the meeting view is shown."""
        return self.stack.currentIndex() > 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the parts the room, where there is little of it."""
        super().resizeEvent(event)
        room = self.height() >= self._theme.pixels(_LOW)
        self.state.setVisible(room)
        self.right.setVisible(room or not self.shown.right.may)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Read everything anew; what is chosen stays chosen."""
        self._stale = False
        shown = self._desk.read(
            sheet_page.page_of,
            self._desk.actor_id,
            self._today(),
            with_overridden=self._counts_overridden,
        )
        self._shown = shown
        self.state.setText(state_words(shown, self.naming))
        self.right.setText(shown.right.sentence if shown.right.may else ONLY_LOOK)
        self.due.setText(due_words(shown))
        self.due.setVisible(bool(self.due.text()))
        self.meet.setVisible(shown.right.may)
        made = self.__dict__
        if "forms" in made:
            self.forms.show_sheet(shown)
        if "rules" in made:
            self.rules.show_sheet(shown)
        if "versions" in made:
            self.versions.show_sheet(shown, self.naming)
        if "trial" in made:
            self.work.offer_trial(self.trial, shown)
        if "meeting" in made:
            self.meeting.show_sheet(shown)
            self._show_end()

    def refresh_anew(self) -> None:
        """Show what counts where somebody asked for what cannot be."""
        made = self.__dict__
        if "rules" in made:
            self.rules.card.forget()
        if "meeting" in made:
            self.meeting.rule.forget()
        self.refresh()

    def _with_overridden(self) -> SheetPage:
        """Return what the page shows with what is set aside, counted once somebody looks at it."""
        if not self._counts_overridden:
            self._counts_overridden = True
            self.refresh()
        return self.shown

    def _show_end(self) -> None:
        newest = self.shown.versions[0]
        found = self._desk.read(sheet_versions.changed_between, newest, None)
        self.meeting.end.show_sheet(self.shown, found, self.naming, self._desk.actor_id)

    def _lay_out(self) -> None:
        theme = self._theme
        self.parts.offer([(part, word, word) for part, word in _PARTS])
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(theme.pixels(2))
        for label in (self.title, self.state, self.right):
            words.addWidget(label)
        head.addLayout(words, 1)
        head.addWidget(self.meet)
        line = QHBoxLayout()
        line.addWidget(self.parts)
        line.addStretch(1)
        ordinary = QWidget()
        column = QVBoxLayout(ordinary)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.pixels(12))
        column.addLayout(head)
        column.addWidget(self.due)
        column.addLayout(line)
        column.addWidget(self.inside, 1)
        self.stack.addWidget(ordinary)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_BESIDE, _BESIDE, _BESIDE, _BESIDE)
        whole.addWidget(self.notice)
        whole.addWidget(self.stack, 1)
        self.setFocusProxy(self.parts)

    def _part(self, part: Part) -> QWidget:
        match part:
            case Part.FORMS:
                return self.forms
            case Part.RULES:
                return self.rules
            case Part.TRIAL:
                return self.trial
        return self.versions

    def _choose(self, part: object) -> None:
        assert isinstance(part, Part)  # noqa: S101 - so they were offered
        self.show_part(part)
