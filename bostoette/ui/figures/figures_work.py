"""Opens the rows behind a number, and goes to the contact, week or citizen that is chosen there."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from bostoette.models.figure import Cell
from bostoette.models.iso_week import IsoWeek
from bostoette.services.behind_figures import behind
from bostoette.services.desk import Desk
from bostoette.ui.figures.behind_dialog import BehindDialog
from bostoette.ui.figures.figures_page import FiguresPage
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme


class FiguresWork(QObject):
    """Connects the page with the dialogs behind it."""

    contact_asked = Signal(object)
    citizen_asked = Signal(object)
    week_asked = Signal(object, object)
    """A worker's key and an IsoWeek."""

    def __init__(
        self,
        page: FiguresPage,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        naming: Callable[[], Naming],
    ) -> None:
        super().__init__(page)
        self._page, self._desk, self._theme, self._now = page, desk, theme, now
        self._naming = naming
        page.cell_opened.connect(self._open)

    def dialog(self, cell: Cell) -> BehindDialog:
        """Make the dialog with what stands behind a number."""
        names = not self._naming().discreet
        today = self._now().date()
        found = self._desk.read(behind, self._desk.actor_id, cell, today, names=names)
        dialog = BehindDialog(self._theme, "Bag tallet", found, self._page)
        dialog.contact_asked.connect(self.contact_asked)
        dialog.citizen_asked.connect(self.citizen_asked)
        dialog.week_asked.connect(lambda worker, day: self.week_asked.emit(worker, IsoWeek.of(day)))
        return dialog

    def _open(self, cell: Cell) -> None:
        dialog = self.dialog(cell)
        dialog.exec()
        dialog.deleteLater()
