"""Opens the team's board from the week's menu and from anywhere by the palette (P82)."""

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from bostoette.models.board import Board
from bostoette.services.board import board_of
from bostoette.services.desk import Desk
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.together.board_dialog import BoardDialog
from bostoette.ui.week.week_page import WeekPage


class BoardWork(QObject):
    """The action and its dialog."""

    def __init__(self, page: WeekPage, desk: Desk, window: MainWindow) -> None:
        super().__init__(page)
        self._desk, self._window = desk, window
        action = QAction("Tavlen: hvem er hvor …", page)
        action.triggered.connect(lambda _checked=False: self.ask())
        page.addAction(action)
        page.bar.more.addAction(action)

    def ask(self) -> None:
        """Show today's board."""

        def read(day: date) -> Board:
            return self._desk.read(board_of, day)

        naming = Naming(self._window.settings.discreet)
        today = self._window.now().date()
        BoardDialog(self._window.theme, read, today, naming, self._window).open()
