"""What happens around wishes and goals: the forms they open, and what they give to the desk."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from bostoette.models.goal_fields import NewTurn, StoredAim, StoredGoal, StoredWish
from bostoette.models.goal_kinds import GoalReason
from bostoette.models.key import Key
from bostoette.services import development, goals
from bostoette.services.desk import Desk
from bostoette.services.drafts import DraftOf
from bostoette.ui.form_dialog import open_to_fill
from bostoette.ui.goals.development_tab import ShownDevelopment
from bostoette.ui.goals.goal_editor import GoalEditor
from bostoette.ui.goals.goal_words import one_more
from bostoette.ui.goals.goals_tab import GoalsTab, ShownGoals
from bostoette.ui.goals.words_editor import WordsEditor
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme


class GoalsWork(QObject):
    """Acts on the citizen who is shown; the page reads anew by itself."""

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        theme: Theme,
        today: Callable[[], date],
        current: Callable[[], Key | None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._theme = theme
        self._today = today
        self._current = current

    def attach(self, tab: GoalsTab) -> None:
        """Carry out what the tab asks for."""
        tab.wish_asked.connect(self._new_wish)
        tab.change_asked.connect(self._change)
        tab.aim_asked.connect(self._new_aim)
        tab.goal_asked.connect(self._new_goal)
        tab.turned.connect(self._turn)
        tab.lost_asked.connect(self._note_lost)

    def shown(self, citizen: Key, naming: Naming) -> ShownGoals:
        """Read what the tab shows."""
        return ShownGoals(
            self._desk.read(goals.goals_of, citizen),
            self._desk.read(goals.most_active),
            naming,
        )

    def developed(self, citizen: Key, naming: Naming) -> ShownDevelopment:
        """Read what the tab of development shows."""
        found = self._desk.read(development.development_of, citizen, self._today())
        return ShownDevelopment(found, naming)

    def _new_wish(self) -> None:
        citizen = self._current()
        if citizen is None:
            return
        dialog = WordsEditor(
            self._theme,
            "Nyt ønske",
            "Hvad ønsker borgeren? Skriv med borgerens egne ord",
            lambda words: self._desk.do(goals.write_wish, citizen, words, self._today()),
            hint="Fx: Jeg vil gerne kunne have gæster",
            parent=self._page,
        )
        self._open(dialog, "new wish", citizen)

    def _new_aim(self, wish: StoredWish) -> None:
        dialog = WordsEditor(
            self._theme,
            "Nyt indsatsmål",
            "Hvad skal støtten hjælpe med?",
            lambda title: self._desk.do(goals.add_aim, wish.id, title),
            hint="Fx: Holde hjemmet i orden",
            parent=self._page,
        )
        self._open(dialog, "new aim", wish.id)

    def _new_goal(self, aim: StoredAim) -> None:
        citizen = self._current()
        if citizen is None:
            return
        active = self._desk.read(goals.active_count, citizen)
        dialog = GoalEditor(
            self._theme,
            self._today(),
            lambda fields: self._desk.do(
                goals.add_goal, aim.id, fields, self._today(), self._desk.actor_id
            ),
            warning=one_more(active, self._desk.read(goals.most_active)),
            parent=self._page,
        )
        self._open(dialog, "new goal", aim.id)

    def _change(self, what: StoredWish | StoredAim | StoredGoal) -> None:
        if isinstance(what, StoredGoal):
            self._change_goal(what)
        elif isinstance(what, StoredAim):
            self._change_line("Ret indsatsmål", "Indsatsmål", what.title, what, goals.change_aim)
        else:
            words = "Borgerens egne ord"
            self._change_line("Ret ønske", words, what.words, what, goals.change_wish)

    def _change_line(
        self,
        title: str,
        label: str,
        known: str,
        what: StoredWish | StoredAim,
        change: Callable[..., None],
    ) -> None:
        dialog = WordsEditor(
            self._theme,
            title,
            label,
            lambda words: self._desk.do(change, what.id, what.version, words),
            known=known,
            parent=self._page,
        )
        self._open(dialog, title, what.id)

    def _change_goal(self, goal: StoredGoal) -> None:
        dialog = GoalEditor(
            self._theme,
            self._today(),
            lambda fields: self._desk.do(goals.change_goal, goal.id, goal.version, fields),
            known=goal.fields,
            parent=self._page,
        )
        self._open(dialog, "goal", goal.id)

    def _turn(self, goal: StoredGoal, to: NewTurn) -> None:
        if to.reason is not GoalReason.OTHER:
            self._turn_to(goal, to)
            return
        dialog = WordsEditor(
            self._theme,
            f"Delmålet er {to.status.danish}",
            "Hvad er grunden?",
            lambda words: self._turn_to(goal, NewTurn(to.status, to.reason, words)),
            parent=self._page,
        )
        self._open(dialog, f"goal {to.status}", goal.id)

    def _turn_to(self, goal: StoredGoal, to: NewTurn) -> None:
        self._desk.do(goals.turn, goal.id, to, self._today(), self._desk.actor_id)

    def _note_lost(self, goal: StoredGoal, lost: bool) -> None:  # noqa: FBT001 - a signal's value
        self._desk.do(goals.note_lost, goal.id, self._today() if lost else None)

    def _open(self, dialog: QDialog, kind: str, subject: Key) -> None:
        open_to_fill(dialog, self._desk, DraftOf(kind, subject, self._desk.actor_id))
