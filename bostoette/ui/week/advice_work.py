"""Shows the advice in the panel beside the week, for the planned contact that is chosen."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.panel_contact import PanelContact
from bostoette.models.plan_error import PlanError
from bostoette.services import contacts, form_choice, handing_over
from bostoette.services.desk import Desk
from bostoette.services.form_choice import ContactAdvice
from bostoette.ui.background import beside_in_steps
from bostoette.ui.theme import Theme
from bostoette.ui.week.advice_view import AdviceView
from bostoette.ui.week.contact_panel import ContactPanel


class AdviceWork(QObject):
    """Reads the advice whenever the panel shows a contact anew."""

    profile_asked = Signal(object)
    """Show the profile of the citizen with this key."""

    def __init__(self, panel: ContactPanel, desk: Desk, theme: Theme) -> None:
        super().__init__(panel)
        self._panel = panel
        self._desk = desk
        self.view = AdviceView(theme, panel)
        panel.advice_place.hold(self.view)
        panel.shown_changed.connect(self.show)
        self.view.profile_asked.connect(self.profile_asked)
        self.view.colleague_asked.connect(self._give)

    def show(self, shown: PanelContact | None) -> None:
        """Show the advice on a planned contact, and nothing of others."""
        self._tell(shown, self._found(shown))

    def begin(self) -> Iterator[None]:
        """Show the advice on the contact in the panel, read beside the window."""
        shown = self._panel.contact
        found = yield from beside_in_steps(partial(self._found, shown))
        if self._panel.contact is shown:
            self._tell(shown, found)

    def _found(self, shown: PanelContact | None) -> ContactAdvice | None:
        """Read the advice on a planned contact; None for others."""
        if shown is None or shown.status is not ContactStatus.PLANNED:
            return None
        try:
            return self._desk.read(form_choice.advice_on_contact, shown.id)
        except PlanError:  # it has gone meanwhile, and the week is read anew
            return None

    def _tell(self, shown: PanelContact | None, found: ContactAdvice | None) -> None:
        self.view.show_advice(found, shown.id if shown is not None else None)
        self._panel.advice_place.setVisible(found is not None)

    def _give(self, comes: Key) -> None:
        """Let a colleague whom the citizen knows hold the contact in the panel (P13)."""
        shown = self._panel.contact
        if shown is None:
            return
        fields = self._desk.read(contacts.details, shown.id).fields
        leaves = fields.workers[0]
        self._desk.do(handing_over.hand_over, shown.id, leaves, comes, fields.span)
