"""The team's board for a day: who is out, at home and at the office (P82)."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.board import Board, BoardCitizen, BoardWorker
from bostoette.models.day_kind import DayKind
from bostoette.models.key import Key
from bostoette.models.wording import long_day, short_day
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.naming import Naming
from bostoette.ui.roomy_items import RoomyItems
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_WIDTH, _HEIGHT = 660, 600
_GROUPS = ((DayKind.OUT, "Ude"), (DayKind.HOME, "Hjemme"), (DayKind.OFFICE, "Kontor"))
_CHOICES = ((DayKind.OUT, "&Ude"), (DayKind.HOME, "&Hjemme"), (DayKind.OFFICE, "&Kontor"))
_HELP = (
    "Enter eller højreklik på en kollega skifter dagen, åbner ugen eller skriver fravær. "
    "Vælg flere med Shift eller Ctrl."
)
Line = tuple[BoardWorker, BoardCitizen | None]


class BoardDialog(QDialog):
    """Reads a day anew each time another one is asked for; what is chosen is done by others."""

    kind_asked = Signal(object, object, object)
    """Make these workers' day this DayKind, or None."""
    week_asked = Signal(object, object)
    """Show this worker's week around a day."""
    contact_asked = Signal(object)
    absence_asked = Signal(object)
    """Enter an absence of this worker: key and initials."""
    left_asked = Signal(object, object)
    """Show whom this worker's absence leaves without her."""

    def __init__(
        self,
        theme: Theme,
        read: Callable[[date], Board],
        day: date,
        naming: Naming,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Tavlen")
        self._theme, self._read, self._naming = theme, read, naming
        self.day = day
        self._lines: list[Line | None] = []
        """What each row of the list is about; None for a heading."""
        self.heading = Words(parent=self)
        self.heading.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self.balance = Words(parent=self)
        self.list = QListWidget(self)
        self.menu = QMenu("Hvad der skal ske", self)
        self.before = QPushButton("Dagen &før", self)
        self.after = QPushButton("Dagen &efter", self)
        self.change = QPushButton("&Skift …", self)
        self.close_button = QPushButton("&Luk", self)
        self._lay_out()
        self._connect()
        self.show_day(day)
        room = parent.window().size()
        wanted = QSize(theme.pixels(_WIDTH), theme.pixels(_HEIGHT))
        self.resize(wanted.boundedTo(room))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_day(self, day: date) -> None:
        """Show another day, or the same one anew; who was chosen stays so."""
        chosen = self._line()
        self.day = day
        board = self._read(day)
        said = long_day(day)
        self.heading.setText(f"{said[:1].upper()}{said[1:]}")
        self.balance.setText(balance_words(board))
        self.list.clear()
        self._lines = []
        for kind, title in _GROUPS:
            self._group(title, board.of(kind))
        self._group("Ikke valgt", board.of(None))
        self._group("Fravær", board.away)
        self._choose(chosen)

    @property
    def said(self) -> str:
        """Everything that stands on the board, line by line."""
        return "\n".join(self.list.item(row).text() for row in range(self.list.count()))

    def ask(self, item: QListWidgetItem | None = None) -> None:
        """Offer what can be done with the chosen line."""
        line = self._line()
        here = item or self.list.currentItem()
        if line is None or here is None:
            return
        self._fill_menu(*line)
        area = self.list.visualItemRect(here)
        self.menu.popup(self.list.viewport().mapToGlobal(QPoint(area.left() + 24, area.bottom())))

    def _fill_menu(self, worker: BoardWorker, citizen: BoardCitizen | None) -> None:
        self.menu.clear()
        whose = self._chosen_workers() or (worker.id,)
        if citizen is not None:
            self._offer("&Åbn kontakten", partial(self.contact_asked.emit, citizen.contact_id))
            self.menu.addSeparator()
        for kind, words in (*_CHOICES, (None, "&Ikke valgt")):
            action = self._offer(words, partial(self.kind_asked.emit, whose, self.day, kind))
            action.setCheckable(True)
            action.setChecked(worker.kind is kind)
        self.menu.setActiveAction(self.menu.actions()[0])
        if len(whose) > 1:
            return
        self.menu.addSeparator()
        self._offer("Å&bn ugen", partial(self.week_asked.emit, worker.id, self.day))
        if worker.absence is not None:
            left = partial(self.left_asked.emit, worker.id, worker.absence)
            self._offer("K&ontakter i fraværet …", left)
        else:
            away = partial(self.absence_asked.emit, (worker.id, worker.initials))
            self._offer("&Nyt fravær …", away)

    def _offer(self, words: str, do: Callable[[], None]) -> QAction:
        action = self.menu.addAction(words)
        action.triggered.connect(lambda _checked=False: do())
        return action

    def _group(self, title: str, workers: tuple[BoardWorker, ...]) -> None:
        if not workers:
            return
        heading = QListWidgetItem(f"{title.upper()} · {len(workers)}", self.list)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)
        heading.setForeground(self._theme.colour("muted"))
        self._lines.append(None)
        for one in workers:
            self._add(self._worker_words(one), (one, None))
            for found in one.to_look_at:
                whom = self._naming.name_of(found.citizen.name, found.citizen.initials)
                judged = found.triage.danish.lower() if found.triage else "ikke vurderet endnu"
                words = f"    Se på: {whom}, {judged}. Bør en ude-kollega tage det?"
                self._add(words, (one, found)).setForeground(self._theme.colour("warn"))

    def _worker_words(self, one: BoardWorker) -> str:
        name = self._naming.name_of(one.name, one.initials)
        contacts = "1 kontakt" if one.contacts == 1 else f"{one.contacts} kontakter"
        if one.absence is None:
            return f"{name} · {contacts}"
        until = f"{one.absence.kind.said} til og med {short_day(one.absence.last_day)}"
        return f"{name} {until} · {contacts}"

    def _add(self, words: str, line: Line) -> QListWidgetItem:
        item = QListWidgetItem(words, self.list)
        self._lines.append(line)
        return item

    def _chosen_workers(self) -> tuple[Key, ...]:
        """Return everybody whose line is chosen, each once."""
        rows = sorted(one.row() for one in self.list.selectedIndexes())
        lines = (self._lines[row] for row in rows)
        return tuple(dict.fromkeys(line[0].id for line in lines if line is not None))

    def _line(self) -> Line | None:
        row = self.list.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _choose(self, before: Line | None) -> None:
        """Choose the same worker again, else the first."""
        there = [(row, line) for row, line in enumerate(self._lines) if line is not None]
        alike = [row for row, line in there if before and line[0].id == before[0].id]
        same = (row for row in alike if before and self._is_about(row, before[1]))
        row = next(same, alike[0] if alike else there[0][0] if there else -1)
        self.list.setCurrentRow(row)
        self.change.setEnabled(row >= 0)

    def _is_about(self, row: int, citizen: BoardCitizen | None) -> bool:
        line = self._lines[row]
        return line is not None and line[1] == citizen

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.show_day(self.day - timedelta(days=1)))
        self.after.clicked.connect(lambda: self.show_day(self.day + timedelta(days=1)))
        self.change.clicked.connect(lambda _checked=False: self.ask())
        self.close_button.clicked.connect(self.accept)
        self.list.itemActivated.connect(self.ask)
        self.list.customContextMenuRequested.connect(lambda _at: self.ask())
        for key, days in (("Alt+Left", -1), ("Alt+Right", 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(
                lambda days=days: self.show_day(self.day + timedelta(days=days))
            )

    def _lay_out(self) -> None:
        self.list.setAccessibleName("Hvem er hvor")
        self.list.setAccessibleDescription(_HELP)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setItemDelegate(RoomyItems(self.list))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.menu.setAccessibleName("Hvad der skal ske")
        buttons = QWidget(self)
        flow = FlowLayout(buttons, self._theme.pixels(8), self._theme.pixels(8))
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.before, self.after, self.change, self.close_button):
            button.setAutoDefault(False)
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(self._theme.pixels(8))
        column.addWidget(self.heading)
        column.addWidget(self.balance)
        column.addWidget(self.list, 1)
        column.addWidget(quiet(_HELP, self))
        column.addWidget(buttons)


def balance_words(board: Board) -> str:
    """Say how the team is spread: ``4 ude · 3 hjemme · 1 kontor``, and the share at home."""
    counts = " · ".join(f"{len(board.of(kind))} {title.lower()}" for kind, title in _GROUPS)
    missing = len(board.of(None))
    left = f" · {missing} ikke valgt" if missing else ""
    away = f" · {len(board.away)} væk" if board.away else ""
    share = f"Hjemme: {board.home_percent} % af dem, der har valgt"
    return f"{counts}{left}{away}. {share} (holdepunkt {board.wanted_home_percent} %, P82)."
