"""The panel beside the week: all about the contact that is chosen, and what to do with it.

It is given values and says what is wanted; it never changes by itself. `advice_place`,
`remote_place`, `together_place`, `steps_place`, `goals_place`, `note_place` and `material_place`
are filled by whoever gives advice, sees to contacts at a distance, sees to those of several people,
has ready steps for the agenda, keeps goals, keeps notes, and notes what was sent; empty ones take
no room.
"""

from collections.abc import Container

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.panel_contact import PanelContact
from bostoette.models.week_contact import WeekAppointment
from bostoette.ui.fitting_scroll import FittingScroll
from bostoette.ui.naming import Naming
from bostoette.ui.place import Place
from bostoette.ui.theme import Theme
from bostoette.ui.week import contact_panel_text as text
from bostoette.ui.week.contact_panel_foot import PanelFoot
from bostoette.ui.week.contact_panel_group import PanelGroup
from bostoette.ui.week.contact_panel_head import PanelHead
from bostoette.ui.week.contact_panel_parts import BeforeGroup, FactsGroup, FormButtons
from bostoette.ui.week.told_row import ToldRow
from bostoette.ui.words import Words, quiet

EDGE = 14
GAP = 14
LOWEST_PINNED = 320
"""Height from which the actions stay in sight, at 100 % text."""
_WITH_PLAN_B = frozenset(
    {ContactForm.PHONE, ContactForm.VIDEO, ContactForm.GROUP_ONLINE, ContactForm.SMS_CHAT}
)


class ContactPanel(QWidget):
    """Shows one contact, own time, or what to do where nothing is chosen."""

    shown_changed = Signal(object)
    """The PanelContact that is shown from now on, or None: for whoever fills the places."""
    form_asked = Signal(object)

    def __init__(self, theme: Theme, me: Key, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._me = me
        self.contact: PanelContact | None = None
        self.naming = Naming()
        self._inside = QWidget(self)
        self.head = PanelHead(theme, self._inside)
        self.told = ToldRow(theme, self._inside)
        self.hint = quiet("", self._inside)
        self.forms = FormButtons(theme, self._inside)
        self.advice_place = Place(self._inside)
        self.how = FactsGroup(theme, "Sådan holdes den", self._inside)
        self.before = BeforeGroup(theme, self._inside)
        self.remote_place = Place(self._inside)
        self.together_place = Place(self._inside)
        self.steps_place = Place(self._inside)
        self.who = FactsGroup(theme, "Om kontakten", self._inside)
        self.since = PanelGroup(theme, "Siden sidst", self._inside)
        self.last = Words(parent=self.since)
        self.last.setTextFormat(Qt.TextFormat.PlainText)
        self.since.column.addWidget(self.last)
        self.goals_place = Place(self._inside)
        self.note_place = Place(self._inside)
        self.material_place = Place(self._inside)
        self.foot = PanelFoot(theme, self)
        self.setAccessibleName("Kontakten")
        self._lay_out()
        self.forms.chosen.connect(self.form_asked)
        self.show_nothing()

    def show_contact(self, panel: PanelContact, naming: Naming, travel: str = "") -> None:
        """Show a contact from its top; ``travel`` says how long the way there is."""
        if self.contact is None or self.contact.id != panel.id:
            self._scroll.verticalScrollBar().setValue(0)
        self.contact, self.naming = panel, naming
        to_tell = text.NOT_TOLD if panel.to_tell is not None else ""
        self.head.show_words(
            text.who(panel, naming),
            text.contact_line(panel),
            text.status_line(panel, naming),
            to_tell,
            panel.halted,
        )
        self.told.show_task(panel.to_tell)
        self.head.chip.show_form(panel.form)
        self.forms.show_form(panel.form, fixed=panel.status is not ContactStatus.PLANNED)
        planned = panel.status is ContactStatus.PLANNED
        self.how.show_facts(
            text.how_facts(panel, naming, travel), text.missing(panel) if planned else ""
        )
        self.before.entitle(text.before(panel))
        self.before.show_talk(
            panel.id,
            agreed=panel.agreed_with_citizen if panel.citizens else None,
            agenda=panel.agenda,
            plan_b=panel.plan_b if panel.form in _WITH_PLAN_B else None,
            naming=naming,
        )
        self.who.show_facts(text.who_facts(panel, naming, self._me))
        self.last.setText(text.since_last(panel, naming))
        self.since.setVisible(panel.last_held is not None)
        self.foot.offer_contact(panel.status, panel.form, alone=not panel.citizens)
        self._show_parts(chip=True, contact=True)
        self.shown_changed.emit(panel)

    def show_other(self, other: WeekAppointment, naming: Naming) -> None:
        """Show own time, or time read from a calendar."""
        imported = other.kind is AppointmentKind.IMPORTED
        self.contact = None
        self.head.show_words(text.other_title(other, naming), text.other_line(other))
        self.head.chip.show_form(None, other.kind.danish)
        self.hint.setText(
            "Læst fra en kalender. Ret den dér, og indlæs kalenderen igen." if imported else ""
        )
        self.foot.offer_own_time(changeable=not imported)
        self._show_parts(chip=True, contact=False)
        self.shown_changed.emit(None)

    def show_nothing(self) -> None:
        """Say what to do next."""
        self.contact = None
        self.head.show_words("Ingen kontakt er valgt", "")
        self.hint.setText(text.NOTHING_CHOSEN)
        self.foot.hide()
        self._show_parts(chip=False, contact=False)
        self.shown_changed.emit(None)

    def tell_again(self, standing: Container[Key]) -> None:
        """Let every part read the contact anew, unless it is none of those that stand still."""
        if self.contact is not None and self.contact.id in standing:
            self.shown_changed.emit(self.contact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the actions at the foot where there is room; else they scroll with the rest."""
        super().resizeEvent(event)
        low = self.height() < self._theme.pixels(LOWEST_PINNED)
        wanted = self._column if low else self._pinned
        if wanted.indexOf(self.foot) < 0:
            wanted.addWidget(self.foot)
            edge = 0 if low else self._theme.pixels(EDGE)
            self._pinned.setContentsMargins(edge, min(edge, self._theme.pixels(8)), edge, edge)

    def _show_parts(self, *, chip: bool, contact: bool) -> None:
        self.head.chip.setVisible(chip)
        self.head.line.setVisible(chip)
        self.hint.setVisible(not contact and bool(self.hint.text()))
        self.forms.setVisible(contact)
        self.before.setVisible(contact)
        for place in (
            self.advice_place,
            self.remote_place,
            self.together_place,
            self.steps_place,
            self.goals_place,
            self.note_place,
            self.material_place,
        ):
            place.setVisible(contact and place.filled)
        if not contact:
            self.told.show_task(None)
            for group in (self.how, self.who, self.since):
                group.hide()

    def _lay_out(self) -> None:
        edge, gap = self._theme.pixels(EDGE), self._theme.pixels(GAP)
        inside = self._column = QVBoxLayout(self._inside)
        inside.setContentsMargins(edge, edge, edge, edge)
        inside.setSpacing(gap)
        for part in (
            self.head,
            self.told,
            self.hint,
            self.forms,
            self.advice_place,
            self.together_place,
            self.how,
            self.before,
            self.steps_place,
            self.remote_place,
            self.goals_place,
            self.who,
            self.since,
            self.note_place,
            self.material_place,
        ):
            inside.addWidget(part)
        inside.addStretch(1)
        scroll = self._scroll = FittingScroll(self)
        scroll.setObjectName("abovePinned")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.hold(self._inside)
        self._pinned = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(self._pinned)  # while it is empty, as what stands in it moves
        self._pinned.setContentsMargins(edge, self._theme.pixels(8), edge, edge)
        self._pinned.addWidget(self.foot)
