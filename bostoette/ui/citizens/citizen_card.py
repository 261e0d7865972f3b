"""The chosen citizen: head and tabs, her contacts or her profile, and the column beside them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bostoette.models.citizen_contact import CitizenContact
from bostoette.models.key import Key
from bostoette.services import citizen_news, citizen_page
from bostoette.services.citizen_page import CitizenPageValues
from bostoette.services.desk import Desk
from bostoette.services.relations import relations_of
from bostoette.services.timeline_facts import timeline_facts
from bostoette.ui.citizens.citizen_facts import Shown
from bostoette.ui.citizens.citizen_head import CitizenHead
from bostoette.ui.citizens.citizen_side import CitizenSide
from bostoette.ui.citizens.contact_timeline import ContactTimeline
from bostoette.ui.citizens.earlier_years import EarlierYears
from bostoette.ui.citizens.form_advice import FormAdviceRow
from bostoette.ui.citizens.life_tab import LifeTab
from bostoette.ui.citizens.profile_card import Save
from bostoette.ui.citizens.profile_tab import ProfileTab
from bostoette.ui.fitting_scroll import FittingScroll
from bostoette.ui.goals.development_tab import DevelopmentTab
from bostoette.ui.goals.goals_tab import GoalsTab
from bostoette.ui.theme import Theme

_SIDE_WIDTH = 300
_NARROWEST_MIDDLE = 400
CONTACTS, PROFILE, GOALS, NOTES, DEVELOPMENT, LIFE, SIDE = range(7)


class _Parts(QStackedWidget):
    """What is below the head: each part scrolls, so none asks for more height than there is."""

    def hasHeightForWidth(self) -> bool:
        """Need no height for a width."""
        return False


class _Column(QWidget):
    """Head and part, as narrow as the room is: the head folds, the parts scroll."""

    def minimumSizeHint(self) -> QSize:
        """Ask for no width."""
        return QSize(1, super().minimumSizeHint().height())


class CitizenCard(QWidget):
    """Puts the right column beside the rest where there is room, else behind a tab."""

    def __init__(self, theme: Theme, desk: Desk, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk = desk
        self.head = CitizenHead(theme, self)
        self.advice = FormAdviceRow(theme, self)
        self.timeline = ContactTimeline(theme, self)
        self._earlier = EarlierYears(self, desk)
        self._contacts = QWidget(self)
        self._meeting = QVBoxLayout(self._contacts)
        self.profile = ProfileTab(theme, desk, save, self)
        self.life = LifeTab(theme, self)
        self.goals = GoalsTab(theme, self)
        self.notes = ContactTimeline(theme, self)
        self.notes.setAccessibleName("Notater")
        self._show_notes: Callable[[], None] | None = None
        self.development = DevelopmentTab(theme, self)
        self.side = CitizenSide(theme, self)
        self._stack = _Parts(self)
        self._whole = FittingScroll(self)
        self._row = QHBoxLayout(self)
        self._lay_out()
        self.head.tab_chosen.connect(self.show_tab)
        self.side.profile_asked.connect(partial(self.open_tab, PROFILE))

    def show_citizen(self, shown: Shown) -> None:
        """Show a citizen."""
        self.head.show_citizen(shown)
        self._show_contacts(shown)
        self.advice.setVisible(not shown.details.status.stops_everything)
        self.profile.show_citizen(shown)
        key = shown.page.details.id
        self.life.show_citizen(shown, partial(self._desk.read, relations_of, key, shown.today))
        self.side.show_citizen(shown)

    def _show_contacts(self, shown: Shown) -> None:
        """Show the last year and what comes; earlier years follow, and stay once they are there."""
        page, earlier = shown.page, self._earlier
        earlier.let_go(page.details.id)
        fill = partial(self._fill, self.timeline, shown)
        if page.older and earlier.are_shown:
            fill(self._all_contacts(page))
        else:
            fill(page.contacts, more=page.older)
            if page.older:
                earlier.expect(page.details.id, fill)

    def _all_contacts(self, page: CitizenPageValues) -> tuple[CitizenContact, ...]:
        if not page.older:
            return page.contacts
        return self._desk.read(citizen_page.all_contacts, page.details.id)

    def show_notes(self, shown: Shown, number: int) -> None:
        """Count the contacts that have a note in the tab; they are read once that is seen."""
        self.head.count_in_tab(NOTES, number)
        self._show_notes = partial(self._read_notes, shown)
        if self.middle is self.notes:
            self._fill_notes()

    def _fill_notes(self) -> None:
        show, self._show_notes = self._show_notes, None
        if show is not None:
            show()

    def _read_notes(self, shown: Shown) -> None:
        page = shown.page
        contacts = self._all_contacts(page)
        noted = self._desk.read(citizen_news.noted_contacts, page.details.id, contacts)
        self._fill(self.notes, shown, noted)

    def _fill(
        self,
        timeline: ContactTimeline,
        shown: Shown,
        contacts: Sequence[CitizenContact],
        *,
        more: bool = False,
    ) -> None:
        key = shown.page.details.id
        timeline.model.naming = shown.naming
        timeline.show_contacts(
            contacts,
            shown.today,
            partial(self._in_full, key),
            partial(self._desk.look, timeline_facts, key),
            more=more,
        )

    def _in_full(
        self, citizen_id: Key, contacts: Sequence[CitizenContact]
    ) -> tuple[CitizenContact, ...]:
        return self._desk.look(citizen_page.in_full, citizen_id, contacts)

    def open_tab(self, place: int) -> None:
        """Go to a tab, as if it was pressed."""
        self.head.tabs.setCurrentIndex(place)

    def show_tab(self, place: int) -> None:
        """Show the contacts, the profile, or the column where it is behind a tab."""
        if 0 <= place < self._stack.count():
            self._stack.setCurrentIndex(place)
        if self.middle is self.notes:
            self._fill_notes()

    @property
    def middle(self) -> QWidget:
        """What the chosen tab shows."""
        return self._stack.currentWidget() or self._contacts

    @property
    def side_is_beside(self) -> bool:
        """Whether the right column stands beside the rest."""
        return self._stack.indexOf(self.side) < 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find a place for the right column."""
        super().resizeEvent(event)
        self._turn()

    def _lay_out(self) -> None:
        gap = self._theme.pixels(12)
        self._meeting.setContentsMargins(0, 0, 0, 0)
        self._meeting.setSpacing(gap)
        self._meeting.addWidget(self.advice)
        self._meeting.addWidget(self.timeline, 1)
        self.timeline.row.hold(
            [
                self.advice.purpose,
                self.timeline.news,
                self.timeline.note,
                self.timeline.more,
                self.timeline.filter,
            ]
        )
        self._stack.addWidget(self._contacts)
        self._stack.addWidget(self.profile)
        self._stack.addWidget(self.goals)
        self._stack.addWidget(self.notes)
        self._stack.addWidget(self.development)
        self._stack.addWidget(self.life)
        self._keep_part()
        self._theme.changed.connect(self._keep_part)
        inside = _Column(self)
        left = QVBoxLayout(inside)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(gap)
        left.addWidget(self.head)
        left.addWidget(self._stack, 1)
        self._whole.hold(inside)
        self._whole.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        self._row.addWidget(self._whole, 1)
        self._row.addWidget(self.side)
        self.side.setFixedWidth(self._theme.pixels(_SIDE_WIDTH))
        self._theme.changed.connect(self._turn)

    def _keep_part(self) -> None:
        """Leave what is below the head enough to be read; where it is too much, all scrolls."""
        self._stack.setMinimumHeight(self._theme.pixels(_LOWEST_PART))

    def _turn(self) -> None:
        needed = self._theme.pixels(_SIDE_WIDTH + _NARROWEST_MIDDLE)
        beside = self.width() >= needed
        if beside:
            self.side.setFixedWidth(self._theme.pixels(_SIDE_WIDTH))
        if beside == self.side_is_beside:
            return
        if beside:
            self._stack.removeWidget(self.side)
            self._row.addWidget(self.side)
            self.side.show()
            self._meeting.insertWidget(0, self.advice)
        else:
            self._row.removeWidget(self.side)
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(_ANY_WIDTH)
            self._stack.addWidget(self.side)
            self.side.take_in(self.advice)
        self.head.offer_side(not beside)


_LOWEST_PART = 180
"""What is below the head keeps so much, at 100 % text; the head never gives way."""
_ANY_WIDTH = 16_777_215
"""Qt's own word for no limit."""
