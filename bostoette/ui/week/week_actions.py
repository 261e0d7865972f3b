"""The week page's keys that hold wherever the focus is on the page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from bostoette.models.key import Key
from bostoette.services import contacts
from bostoette.services.desk import Desk
from bostoette.ui.page_action import give_action
from bostoette.ui.week.status_wish import StatusWish
from bostoette.ui.week.week_page import WeekPage

NONE_CHOSEN = "Vælg først en kontakt i ugen. Piletasterne går fra kontakt til kontakt."


class WeekActions(QObject):
    """Gives the page its actions, each with a name and a key."""

    def __init__(
        self, page: WeekPage, desk: Desk, say: Callable[[str], None] = lambda _sentence: None
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._say = say
        give_action(page, "Ny kontakt", lambda: page.new_asked.emit(None, ""), "Ctrl+N")
        give_action(page, "Denne uge", partial(page.step, 0), "Ctrl+T")
        give_action(page, "Ugen før", partial(page.step, -1), "Alt+Left")
        give_action(page, "Ugen efter", partial(page.step, 1), "Alt+Right")
        give_action(page, "Kopiér kontakt", partial(self._with_chosen, self._copy), "Ctrl+D")
        for words, held, wish in (
            ("Afholdt", "Ctrl+Shift+H", StatusWish.HOLD),
            ("Udeblevet", "Ctrl+Shift+U", StatusWish.MISSED),
            ("Omlæg til telefon i dag", "Ctrl+Shift+O", StatusWish.CONVERT),
        ):
            give_action(page, words, partial(self._with_chosen, partial(self._note, wish)), held)

    def _with_chosen(self, do: Callable[[Key], None]) -> None:
        key = self._page.grid.chosen_key()
        if key is not None and any(one.id == key for one in self._page.shown.contacts):
            do(key)
        else:
            self._say(NONE_CHOSEN)

    def _note(self, wish: StatusWish, key: Key) -> None:
        self._page.status_asked.emit(key, wish)

    def _copy(self, key: Key) -> None:
        self._page.grid.choose_copy(self._desk.do(contacts.duplicate, key), key)
