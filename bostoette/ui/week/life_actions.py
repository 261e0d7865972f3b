"""The week's actions on the life around contacts: split one, read the week's reasons."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import week_title
from bostoette.services import given_reasons, splitting
from bostoette.services.desk import Desk
from bostoette.ui.naming import Naming
from bostoette.ui.page_action import give_action
from bostoette.ui.theme import Theme
from bostoette.ui.week.reasons_dialog import ReasonsDialog
from bostoette.ui.week.split_dialog import SplitDialog
from bostoette.ui.week.week_actions import NONE_CHOSEN
from bostoette.ui.week.week_page import WeekPage


class LifeActions(QObject):
    """Gives the page these actions, also in the bar's menu and the palette."""

    def __init__(
        self,
        page: WeekPage,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        *,
        naming: Callable[[], Naming],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(page)
        self._page, self._desk, self._theme = page, desk, theme
        self._now, self._naming, self._say = now, naming, say
        for action in (
            give_action(page, "Del kontakten …", self.split, "Ctrl+Shift+E"),
            give_action(page, "Ugens begrundelser …", self.read_reasons),
        ):
            page.bar.more.addAction(action)

    def split(self) -> None:
        """Split the chosen contact into shorter ones on days of their own (P72)."""
        key = self._page.grid.chosen_key()
        shown = next((one for one in self._page.shown.contacts if one.id == key), None)
        if key is None or shown is None:
            self._say(NONE_CHOSEN)
            return
        contact: Key = key
        today = self._now().date()

        def propose(parts: int) -> tuple[TimeSpan, ...]:
            return self._desk.read(splitting.proposal, contact, parts, today)

        def carry_out(spans: tuple[TimeSpan, ...], whole: bool) -> None:  # noqa: FBT001 - as asked
            if whole:
                self._desk.do(splitting.split_series, contact, spans, today)
            else:
                self._desk.do(splitting.split, contact, spans)

        dialog = SplitDialog(
            self._theme,
            shown.initials,
            propose,
            carry_out,
            in_series=self._desk.read(splitting.in_series, contact),
            parent=self._page,
        )
        dialog.exec()
        dialog.deleteLater()

    def read_reasons(self) -> None:
        """Read what was chosen against the advice this week, and why (P07)."""
        page = self._page
        found = self._desk.read(given_reasons.reasons_of_week, page.week)
        title = f"Begrundelser i {week_title(page.week)}"
        dialog = ReasonsDialog(title, found, self._naming(), page)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.chosen
        dialog.deleteLater()
        if accepted and chosen is not None:
            page.whose.show_team()
            page.grid.choose(chosen)
