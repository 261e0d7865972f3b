"""What goes with a contact at a distance: a superuser along, plan B, the checklist, technology."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bostoette.models.remote_contact import RemoteContact, SuperuserProposal
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import ArrowStops
from bostoette.ui.week.remote_checks import RemoteChecks
from bostoette.ui.week.tech_row import TechRow
from bostoette.ui.words import Words


class RemoteView(QWidget):
    """Below the talk's preparation in the panel; empty for a contact face to face."""

    superuser_asked = Signal(object)
    """Take the superuser with this key along."""
    alone_asked = Signal()
    """Hold the talk without the superuser who was to be with the citizen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._proposal: SuperuserProposal | None = None
        self.talk = Words(parent=self)
        self.plan_b = Words(parent=self)
        self.proposal = Words(parent=self)
        self.superuser = QPushButton("Tag superbruger med", self)
        self.superuser.setAutoDefault(False)
        self.superuser.clicked.connect(self._ask_superuser)
        self.checks = RemoteChecks(theme, self)
        self.tech = TechRow(theme, self)
        self._stops = ArrowStops(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (
            self.plan_b,
            self.talk,
            self.proposal,
            self.superuser,
            self.checks,
            self.tech,
        ):
            self._column.addWidget(widget)
        for words in (self.plan_b, self.talk, self.proposal):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.checks.folded.connect(self._reach)
        theme.changed.connect(self._dress)
        self._dress()

    def show_contact(self, shown: RemoteContact) -> None:
        """Show what goes with a contact."""
        self.plan_b.setText(shown.plan_b_missing)
        self.plan_b.setVisible(bool(shown.plan_b_missing))
        self.talk.setText(shown.talk_missing)
        self.talk.setVisible(bool(shown.talk_missing))
        self._propose(shown.superuser, shown.along)
        self.checks.show_contact(shown)
        self.tech.show_contact(shown)
        self._reach()

    def _propose(self, proposal: SuperuserProposal | None, along: str) -> None:
        """Offer the superuser who is free, or to do without the one who is along."""
        self._proposal = proposal
        self.proposal.setText(proposal.said if proposal else "")
        self.proposal.setVisible(proposal is not None)
        free = proposal.free if proposal else None
        offered = free is not None or bool(along)
        if not offered and self.superuser.hasFocus():
            self._go_on()
        self.superuser.setVisible(offered)
        if free is not None:
            self._call(f"Tag {free.initials} med", f"Tag superbruger {free.initials} med")
        elif along:
            self._call(f"Uden {along}", f"Uden superbruger {along} hos borgeren")

    def _call(self, words: str, name: str) -> None:
        self.superuser.setText(words)
        self.superuser.setAccessibleName(name)

    def _ask_superuser(self) -> None:
        if self._proposal is None:
            self.alone_asked.emit()
        elif self._proposal.free is not None:
            self.superuser_asked.emit(self._proposal.free.id)

    def _go_on(self) -> None:
        """Go on to the checklist below; Qt itself would go to the panel's foot."""
        for stop in self.checks.stops()[:1]:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reach(self) -> None:
        own = [] if self.superuser.isHidden() else [self.superuser]
        self._stops.set_stops([*own, *self.checks.stops()])

    def _dress(self) -> None:
        self._column.setSpacing(self._theme.pixels(8))
        for words in (self.plan_b, self.talk):
            words.setStyleSheet(f"color: {self._theme.tokens.warn};")
