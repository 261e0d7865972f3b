"""Shows the advice in the panel beside the week, for the planned contact that is chosen."""

from PySide6.QtCore import QObject, Signal

from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.panel_contact import PanelContact
from bostoette.models.plan_error import PlanError
from bostoette.services import form_choice
from bostoette.services.desk import Desk
from bostoette.services.form_choice import ContactAdvice
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
        self.tell(shown, self.found(shown))

    def found(self, shown: PanelContact | None) -> ContactAdvice | None:
        """Read the advice on a planned contact; None for others."""
        if shown is None or shown.status is not ContactStatus.PLANNED:
            return None
        try:
            return self._desk.read(form_choice.advice_on_contact, shown.id)
        except PlanError:  # it has gone meanwhile, and the week is read anew
            return None

    def tell(self, shown: PanelContact | None, found: ContactAdvice | None) -> None:
        """Show advice that was read for the contact in the panel."""
        self.view.show_advice(found, shown.id if shown is not None else None)
        self._panel.advice_place.setVisible(found is not None)
