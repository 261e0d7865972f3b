"""What the strip above the week says after the week is painted, and where its buttons lead."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemView

from bostoette.services.desk import Changes, Desk
from bostoette.services.week import nothing_yet
from bostoette.services.week_facts import facts_of_week
from bostoette.ui.desk_news import DeskNews
from bostoette.ui.week.week_page import WeekPage


class StripWork(QObject):
    """Asks for granted time and review of the week shown, whenever another one is."""

    def __init__(self, page: WeekPage, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        page.week_shown.connect(self.show_facts)
        page.strip.missing_asked.connect(self.show_tray)
        page.strip.begin_asked.connect(lambda: page.new_asked.emit(None, ""))
        DeskNews(desk, self).changed.connect(self._on_changes)
        self.show_facts()

    def show_facts(self) -> None:
        """Say what belongs to the week that is shown."""
        found = self._desk.read(facts_of_week, self._page.workers, self._page.week)
        self._page.strip.show_more(found)
        empty = not self._page.shown.contacts
        self._page.strip.offer_beginning(offered=empty and self._desk.look(nothing_yet))

    def show_tray(self) -> None:
        """Open the tray, and go there."""
        self._page.left.set_open(True)
        for widget in self._page.left.findChildren(QAbstractItemView):
            if widget.isVisible():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _on_changes(self, changes: Changes) -> None:
        from bostoette.models.grant import Grant
        from bostoette.models.week_plan import ReviewQuestion, WeekPlan

        if changes.touch(Grant, ReviewQuestion, WeekPlan):
            self.show_facts()
