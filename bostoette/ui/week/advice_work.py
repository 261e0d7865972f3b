"""Shows the advice in the panel beside the week, for the planned contact that is chosen."""

from PySide6.QtCore import QObject, Signal

from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.panel_contact import PanelContact
from bostoette.models.plan_error import PlanError
from bostoette.services import form_choice
from bostoette.services.desk import Desk
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

    def show(self, shown: PanelContact | None) -> None:
        """Show the advice on a planned contact, and nothing of others."""
        found = None
        if shown is not None and shown.status is ContactStatus.PLANNED:
            try:
                found = self._desk.read(form_choice.advice_on_contact, shown.id)
            except PlanError:  # it has gone meanwhile, and the week is read anew
                found = None
        self.view.show_advice(found, shown.id if shown is not None else None)
        self._panel.advice_place.setVisible(found is not None)
