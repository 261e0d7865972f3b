"""»I dag«: what comes next, when to leave, and the way to call, to the video or to the address."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from bostoette.models.contact_form import ContactForm
from bostoette.models.panel_contact import PanelContact
from bostoette.models.timespan import TimeSpan
from bostoette.models.travel_mode import TravelMode
from bostoette.models.wording import from_to, listed, short_day
from bostoette.planning.next_contact import NextContact, leaving_said
from bostoette.planning.outside_address import Leaving
from bostoette.ui import icons
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import ArrowStops, PanelGroup
from bostoette.ui.week.contact_panel_head import FormChip
from bostoette.ui.words import Words, quiet

EDGE = 14
_ACTIONS = {
    Leaving.NUMBER: ("&Ring op", "Kopiér nummeret", "phone"),
    Leaving.LINK: ("Åbn vi&deo", "Kopiér linket", "video"),
    Leaving.PLACE: ("&Vis vej", "Kopiér adressen", "pin"),
}


@dataclass(frozen=True, slots=True)
class WayTo:
    """How one reaches the citizen: what it is, and the number, link or address."""

    what: Leaving
    told: str


def way_to(panel: PanelContact) -> WayTo | None:
    """Return how the contact's citizen is reached in its form; None where nothing is known."""
    details = panel.details
    match panel.form:
        case ContactForm.PHONE | ContactForm.SMS_CHAT | ContactForm.HOTLINE:
            way = WayTo(Leaving.NUMBER, details.phone)
        case ContactForm.VIDEO | ContactForm.GROUP_ONLINE:
            way = WayTo(Leaving.LINK, details.link)
        case ContactForm.PHYSICAL:
            way = WayTo(Leaving.PLACE, details.address)
        case _:
            way = WayTo(Leaving.PLACE, details.meeting_point)
    return way if way.told else None


class TodayBox(QFrame):
    """The worker's own next contact; it says what is wanted and does nothing by itself."""

    way_asked = Signal(object)
    """Hand this WayTo to the system's own program."""
    copy_asked = Signal(object)
    show_asked = Signal()
    """Show the contact in the week."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._way: WayTo | None = None
        self._late = False
        self._icon = "phone"
        self.setObjectName("todayBox")
        self.group = PanelGroup(theme, "I dag", self)
        self.chip = FormChip(theme, self)
        self.title = QPushButton(self)
        self.title.setObjectName("todayTitle")
        self.title.clicked.connect(self.show_asked)
        self.nothing = quiet("Der er ikke flere kontakter denne og næste uge.", self)
        self.leaving = Words(parent=self)
        self.told = Words(parent=self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.go = QPushButton(self)
        self.go.clicked.connect(lambda: self.way_asked.emit(self._way))
        self.copy = QToolButton(self)
        self.copy.clicked.connect(lambda: self.copy_asked.emit(self._way))
        self._stops = ArrowStops(self)
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def show_next(
        self,
        coming: NextContact | None,
        panel: PanelContact | None,
        now: datetime,
        mode: TravelMode,
        naming: Naming,
    ) -> None:
        """Show what comes next; ``panel`` is the same contact with how it is held."""
        self._way = way_to(panel) if panel is not None else None
        contact = coming.contact if coming is not None else None
        today = contact is not None and contact.day == now.date()
        self._show_heading(contact.span if contact else None, now.date())
        names = (
            [naming.name_of(one.name, one.initials) for one in contact.citizens] if contact else []
        )
        alone = contact.variant.alone if contact else ""
        who = listed(names)
        self.title.setText((who or alone).replace("&", "&&"))
        self.title.setAccessibleName(f"Vis i ugen: {who or alone.lower()}")
        self.title.setVisible(contact is not None)
        self.chip.setVisible(contact is not None)
        if contact is not None:
            self.chip.show_form(contact.form)
        self.nothing.setVisible(contact is None)
        self._show_way(naming)
        self._show_leaving(coming, now if today else None, mode)
        self._stops.set_stops([self.title, self.go, self.copy])

    def _show_heading(self, span: TimeSpan | None, today: date) -> None:
        said = "I dag"
        if span is not None:
            near = {0: "I dag", 1: "I morgen"}.get((span.day - today).days)
            said = f"{near or short_day(span.day).capitalize()} · {from_to(span)}"
        self.group.heading.setText(said.upper())
        self.group.heading.setAccessibleName(said)

    def _show_leaving(
        self, coming: NextContact | None, now: datetime | None, mode: TravelMode
    ) -> None:
        leg = coming.leg if coming is not None else None
        minute = now.hour * 60 + now.minute if now is not None else None
        said = ""
        self._late = False
        if leg is not None and coming is not None:
            begun = minute is not None and minute >= coming.contact.start
            said = "" if begun else leaving_said(leg, mode, minute)
            self._late = minute is not None and minute > leg.departs
        self.leaving.setText(said[:1].upper() + said[1:])
        self.leaving.setVisible(bool(said))
        self._dress()

    def _show_way(self, naming: Naming) -> None:
        way = self._way
        for part in (self.told, self.go, self.copy):
            part.setVisible(way is not None)
        if way is None:
            return
        words, copy, icon = _ACTIONS[way.what]
        self.told.setText(naming.hidden(way.told))
        self.go.setText(words)
        self.go.setAccessibleName(words.replace("&", ""))
        self._icon = icon
        self.copy.setAccessibleName(copy)
        self.copy.setToolTip(copy)

    def _lay_out(self) -> None:
        edge, small = self._theme.pixels(EDGE), self._theme.pixels(4)
        top = QHBoxLayout()
        top.addWidget(self.title, 1, Qt.AlignmentFlag.AlignLeft)
        top.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        actions = QHBoxLayout()
        actions.addWidget(self.go, 1)
        actions.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(small)
        column.addWidget(self.group)
        column.addLayout(top)
        for part in (self.nothing, self.leaving, self.told):
            column.addWidget(part)
        column.addLayout(actions)

    def _dress(self) -> None:
        tokens, side = self._theme.tokens, self._theme.pixels(16)
        self.copy.setIcon(icons.icon("copy", tokens.ink, side))
        self.go.setIcon(icons.icon(self._icon, tokens.ink, side))
        for button in (self.copy, self.go):
            button.setIconSize(QSize(side, side))
        self.setStyleSheet(
            f"QFrame#todayBox {{ border: none; border-bottom: 1px solid {tokens.line}; }}"
            f"QPushButton#todayTitle {{ border: 2px solid transparent; background: transparent;"
            f" padding: 0; font-weight: 600; text-align: left; color: {tokens.ink}; }}"
            f"QPushButton#todayTitle:hover {{ color: {tokens.accent}; }}"
            f"QPushButton#todayTitle:focus {{ border-color: {tokens.focus}; }}"
        )
        late = f"color: {tokens.warn}; font-weight: 600;" if self._late else "font-weight: 600;"
        self.leaving.setStyleSheet(late)
