"""The *Delmål* tab: what the citizen wishes for, and the aims and goals that serve it (P45)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bostoette.models.goal_fields import StoredWish
from bostoette.models.key import Key
from bostoette.planning.search_query import wanted_of
from bostoette.ui.button_row import ButtonRow
from bostoette.ui.emptied import emptied
from bostoette.ui.goals.goal_row import GoalRow
from bostoette.ui.goals.goal_words import active_goals, too_many
from bostoette.ui.goals.wish_card import WishCard
from bostoette.ui.naming import Naming
from bostoette.ui.seen_tab import SeenTab
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet


@dataclass(frozen=True, slots=True)
class ShownGoals:
    """A citizen's wishes, how many goals may be active, and how people are named."""

    wishes: tuple[StoredWish, ...]
    most_active: int
    naming: Naming


class GoalsTab(SeenTab):
    """Reads by ``read`` once it is seen; all its buttons are one Tab stop with arrows inside."""

    wish_asked = Signal()
    change_asked = Signal(object)
    """A StoredWish, a StoredAim or a StoredGoal is to be corrected."""
    aim_asked = Signal(object)
    goal_asked = Signal(object)
    turned = Signal(object, object)
    lost_asked = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards: list[WishCard] = []
        self.setAccessibleName("Delmål")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(self)
        self.nothing = quiet(
            "Her står det, borgeren ønsker, og de mål, I arbejder for. Begynd med et ønske, "
            "skrevet med borgerens egne ord.",
            inside,
        )
        self.warning = Words(parent=inside)
        self.warning.setObjectName("tightSpots")
        self.new = QPushButton("+ Ønske", inside)
        self.new.setAccessibleName("Skriv et ønske")
        self.new.setAutoDefault(True)  # Enter presses it, as Space does
        self.new.clicked.connect(self.wish_asked)
        self._row = ButtonRow(self, [self.new])
        self._cards = QVBoxLayout()
        self._lay_out(inside)
        self.hold(inside)
        theme.changed.connect(self._show_again)
        self._shown: ShownGoals | None = None

    def show_by(self, read: Callable[[], ShownGoals]) -> None:
        """Show what ``read`` gives, at once only where it is seen."""
        self.fill_once_seen(partial(self._fill, read))

    def show_found(self, key: Key, typed: str) -> None:
        """Go to a wish, an aim or a goal, with what was searched for marked."""
        if self._shown is None:
            return
        wanted = () if self._shown.naming.discreet else wanted_of(typed)
        for card in self.cards:
            button = card.mark(key, wanted)
            if button is not None:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def rows(self) -> list[GoalRow]:
        """Every goal, from top to bottom."""
        return [row for card in self.cards for row in card.rows]

    def _fill(self, read: Callable[[], ShownGoals]) -> None:
        self._shown = read()
        self._show_again()

    def _show_again(self) -> None:
        shown = self._shown
        if shown is None:
            return
        place = self._focused_place()
        warned = too_many(len(active_goals(shown.wishes)), shown.most_active)
        self.warning.setText(warned)
        self.warning.setVisible(bool(warned))
        self.nothing.setVisible(not shown.wishes)
        emptied(self._cards)
        self.cards = [self._card(wish, shown.naming) for wish in shown.wishes]
        buttons: list[QAbstractButton] = [self.new]
        for card in self.cards:
            buttons += card.buttons()
        self._row.hold(buttons)
        if place is not None:
            buttons[min(place, len(buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused_place(self) -> int | None:
        buttons = [self.new, *(one for card in self.cards for one in card.buttons())]
        kept = self.window().focusWidget()  # also while a form has the keyboard
        return next((place for place, one in enumerate(buttons) if one is kept), None)

    def _card(self, wish: StoredWish, naming: Naming) -> WishCard:
        card = WishCard(self._theme, wish, naming, self)
        card.change_asked.connect(self.change_asked)
        card.aim_asked.connect(self.aim_asked)
        card.goal_asked.connect(self.goal_asked)
        for row in card.rows:
            row.change_asked.connect(self.change_asked)
            row.turned.connect(self.turned)
            row.lost_asked.connect(self.lost_asked)
        self._cards.addWidget(card)
        card.show()  # Qt would only do so later, and the keyboard goes on now
        return card

    def _lay_out(self, inside: QWidget) -> None:
        gap = self._theme.pixels(12)
        top = QHBoxLayout()
        top.addWidget(self.nothing, 1)
        top.addStretch(0)
        top.addWidget(self.new, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, self._theme.pixels(4), 0)
        column.setSpacing(gap)
        column.addWidget(self.warning)
        column.addLayout(top)
        self._cards.setSpacing(gap)
        column.addLayout(self._cards)
        column.addStretch(1)
