"""The week page's keys that hold wherever the focus is on the page."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.services import contacts
from bostoette.services.desk import Desk
from bostoette.ui.week.week_page import WeekPage


class WeekActions(QObject):
    """Gives the page its actions, each with a name and a key."""

    def __init__(self, page: WeekPage, desk: Desk, now: Callable[[], datetime]) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._now = now
        self._add("Ny kontakt", "Ctrl+N", lambda: page.new_asked.emit(None, ""))
        self._add("Denne uge", "Ctrl+T", partial(page.step, 0))
        self._add("Ugen før", "Alt+Left", partial(page.step, -1))
        self._add("Ugen efter", "Alt+Right", partial(page.step, 1))
        self._add("Kopiér kontakt", "Ctrl+D", partial(self._with_chosen, self._copy))
        self._add("Afholdt", "Ctrl+Shift+H", partial(self._with_chosen, self._hold))
        self._add("Udeblevet", "Ctrl+Shift+U", partial(self._with_chosen, self._no_show))

    def _add(self, words: str, key: str, do: Callable[[], object]) -> None:
        action = QAction(words, self._page)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: do())
        self._page.addAction(action)

    def _with_chosen(self, do: Callable[[Key], None]) -> None:
        key = self._page.grid.chosen_key()
        if key is not None and any(one.id == key for one in self._page.shown.contacts):
            do(key)

    def _copy(self, key: Key) -> None:
        self._page.grid.choose(self._desk.do(contacts.duplicate, key))

    def _hold(self, key: Key) -> None:
        self._desk.read(contacts.refuse_before_its_day, key, self._now().date())
        self._desk.do(contacts.hold, key)

    def _no_show(self, key: Key) -> None:
        self._desk.read(contacts.refuse_before_its_day, key, self._now().date())
        self._desk.do(contacts.cancel, key, ContactStatus.NO_SHOW, "")
