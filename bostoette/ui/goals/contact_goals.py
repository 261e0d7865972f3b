"""Which goals a contact serves, chosen in the panel beside the week: one line and one button."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from bostoette.models.goal import ContactGoal, Goal
from bostoette.models.goal_fields import GoalInPlay
from bostoette.models.key import Key
from bostoette.models.panel_contact import PanelContact
from bostoette.services import goals
from bostoette.services.desk import Changes, Desk
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel import ContactPanel
from bostoette.ui.week.contact_panel_group import PanelGroup
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.words import Words

_NONE = "Kontakten peger ikke på noget delmål."


class ContactGoals(PanelGroup):
    """Names the goals that are served; the button's menu holds every goal in play."""

    chosen = Signal(object)
    """The keys of the goals that the contact is to serve."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Delmål", parent)
        self._served: frozenset[Key] = frozenset()
        self.words = Words(parent=self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.choose = QPushButton("Vælg delmål", self)
        self.choose.setAccessibleName("Vælg, hvilke delmål kontakten peger på")
        self.menu = QMenu(self)
        self.choose.setMenu(self.menu)
        self.column.addWidget(self.words)
        self.column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.stops.set_stops([self.choose])

    def show_goals(
        self, in_play: tuple[GoalInPlay, ...], served: frozenset[Key], naming: Naming
    ) -> None:
        """Show what may be chosen and what is."""
        self._served = served
        named = [_said(one, naming) for one in in_play if one.id in served]
        self.words.setText("\n".join(named) if named else _NONE)
        self.menu.clear()
        for one in in_play:
            action = self.menu.addAction(_said(one, naming))
            action.setCheckable(True)
            action.setChecked(one.id in served)
            action.triggered.connect(partial(self._turn, one.id))

    def _turn(self, goal: Key, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's value
        self.chosen.emit(self._served ^ {goal})


def _said(goal: GoalInPlay, naming: Naming) -> str:
    """Name a goal by the citizen's words, or by its theme in discretion."""
    about = goal.sub_theme.danish if goal.sub_theme else goal.theme.danish
    return about if naming.discreet else goal.words


class ContactGoalsWork(QObject):
    """Reads anew whenever the panel shows a contact, or somebody changed a goal."""

    def __init__(
        self,
        page: WeekPage,
        panel: ContactPanel,
        desk: Desk,
        theme: Theme,
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._desk = desk
        self._shown: Key | None = None
        self.view = ContactGoals(theme, panel)
        panel.goals_place.hold(self.view)
        panel.shown_changed.connect(self._show)
        page.data_changed.connect(self._on_changes)
        self.view.chosen.connect(self._serve)
        self._show(panel.contact)

    def _show(self, shown: PanelContact | None) -> None:
        self._shown = None if shown is None else shown.id
        found = () if shown is None else self._desk.read(goals.goals_around, shown.id)
        if shown is not None and found:
            served = self._desk.read(goals.goals_served, shown.id)
            self.view.show_goals(found, served, self._panel.naming)
        self._panel.goals_place.setVisible(bool(found))

    def _on_changes(self, changes: Changes) -> None:
        if changes.touch(Goal, ContactGoal):
            self._show(self._panel.contact)

    def _serve(self, wanted: frozenset[Key]) -> None:
        if self._shown is not None:
            self._desk.do(goals.serve, self._shown, wanted)
