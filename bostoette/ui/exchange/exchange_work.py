"""Opens what the week page asks for that comes in or goes out, and says what was done.

The dialogs, and the calendar libraries behind them, are loaded when they are first asked for:
they would cost start-up time.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from bostoette.services.desk import Desk
from bostoette.ui.naming import Naming
from bostoette.ui.page_action import give_action
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_page import WeekPage

if TYPE_CHECKING:
    from bostoette.ui.exchange.exchange_dialog import ExchangeDialog
    from bostoette.ui.exchange.exchange_dialogs import ExchangeDialogs


class ExchangeWork(QObject):
    """Listens to the week page."""

    def __init__(
        self,
        page: WeekPage,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        *,
        naming: Callable[[], Naming],
        say: Callable[[str], None],
        example: bool = False,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._theme = theme
        self._now = now
        self._naming = naming
        self._say = say
        self._example = example
        page.export_asked.connect(self.export)
        page.import_asked.connect(self.take_in)
        page.print_asked.connect(self.print_week)
        give_action(page, "Udskriv eller gem som PDF …", page.print_asked.emit, "Ctrl+P")
        give_action(page, "Eksportér kontakter …", page.export_asked.emit, "Ctrl+E")

    def export(self) -> None:
        """Take contacts out as a calendar file, beginning with the week shown."""
        self._open(self._dialogs.export(), say=True)

    def take_in(self) -> None:
        """Take a calendar in for the worker shown."""
        # What was stored is a change, which the window itself says, with *Fortryd*.
        self._open(self._dialogs.take_in(), say=False)

    def print_week(self) -> None:
        """Save the week shown as a page to print."""
        self._open(self._dialogs.paper(), say=True)

    @cached_property
    def _dialogs(self) -> "ExchangeDialogs":
        from bostoette.ui.exchange.exchange_dialogs import ExchangeDialogs

        return ExchangeDialogs(
            self._page, self._desk, self._theme, self._now, self._naming, example=self._example
        )

    def _open(self, dialog: "ExchangeDialog", *, say: bool) -> None:
        if dialog.exec() == QDialog.DialogCode.Accepted and say:
            self._say(dialog.said)
        dialog.deleteLater()
