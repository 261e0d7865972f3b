"""Opens the team's board from the week's menu and from anywhere by the palette (P82)."""

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from bostoette.models.board import Board
from bostoette.models.day_kind import DayKind
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.services.board import board_of
from bostoette.services.day_types import set_day_kinds
from bostoette.services.desk import Desk
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.places_shown import show_contact, show_workers_week
from bostoette.ui.together.board_dialog import BoardDialog
from bostoette.ui.week.absence_asking import AbsenceAsking
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
        open_board(self._desk, self._window)


def open_board(desk: Desk, window: MainWindow) -> BoardDialog:
    """Show today's board, and do what is asked on it."""

    def read(day: date) -> Board:
        return desk.read(board_of, day)

    def choose(workers: tuple[Key, ...], day: date, kind: DayKind | None) -> None:
        desk.do(set_day_kinds, workers, day, kind)
        board.show_day(board.day)

    def go(worker: Key, day: date) -> None:
        board.accept()
        show_workers_week(window, worker, IsoWeek.of(day))

    def open_contact(contact: Key) -> None:
        board.accept()
        show_contact(window, contact)

    naming = Naming(window.settings.discreet)
    board = BoardDialog(window.theme, read, window.now().date(), naming, window)
    asking = AbsenceAsking(board, desk, window.theme, lambda: window.now().date(), lambda: naming)
    board.kind_asked.connect(choose)
    board.week_asked.connect(go)
    board.contact_asked.connect(open_contact)
    board.absence_asked.connect(lambda worker: asking.new([worker]))
    board.left_asked.connect(asking.show_contacts)
    asking.changed.connect(lambda: board.show_day(board.day))
    board.open()
    return board
