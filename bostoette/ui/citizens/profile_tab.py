"""The *Profil* tab: where she is found, and the groups of questions that decide which form fits."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bostoette.services.desk import Desk
from bostoette.ui.button_row import ButtonRow
from bostoette.ui.citizens.citizen_facts import Shown, contact_facts
from bostoette.ui.citizens.fact_card import FactCard
from bostoette.ui.citizens.profile_card import ProfileCard, Save
from bostoette.ui.citizens.profile_group import PROFILE_GROUPS
from bostoette.ui.seen_tab import SeenTab
from bostoette.ui.theme import Theme


class ProfileTab(SeenTab):
    """Each group is saved by itself, in one step."""

    change_asked = Signal()
    """The person wants to correct where she is found."""

    def __init__(self, theme: Theme, desk: Desk, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Profil")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(self)
        self.contact = FactCard(theme, "Kontaktoplysninger", "Ret", "", inside)
        self.contact.action.setAccessibleName("Ret kontaktoplysninger")
        self.contact.action_asked.connect(self.change_asked)
        self.groups = {
            group.key: ProfileCard(theme, desk, group, save, inside) for group in PROFILE_GROUPS
        }
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.pixels(4), 0)
        column.setSpacing(theme.pixels(12))
        column.addWidget(self.contact)
        buttons = [self.contact.action]
        heads = []
        for card in self.groups.values():
            column.addWidget(card)
            buttons.append(card.action)
            heads.append(card.head)
        column.addStretch(1)
        self._actions = ButtonRow(self, buttons)
        self._heads = ButtonRow(self, heads)
        self.hold(inside)

    def show_citizen(self, shown: Shown) -> None:
        """Show a citizen, at once only where it is seen."""
        self.fill_once_seen(partial(self._fill, shown))

    def _fill(self, shown: Shown) -> None:
        self.contact.show_facts(contact_facts(shown))
        for card in self.groups.values():
            card.show_citizen(shown)

    def keep_drafts(self) -> None:
        """Keep what is half-written."""
        for card in self.groups.values():
            card.keep_draft()
