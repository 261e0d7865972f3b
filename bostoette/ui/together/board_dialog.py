"""The team's board for a day: who is out, at home and at the office (P82, N42)."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bostoette.models.board import Board, BoardWorker
from bostoette.models.day_kind import DayKind
from bostoette.models.wording import long_day
from bostoette.ui.citizens.emptied import emptied
from bostoette.ui.citizens.fitting_scroll import FittingScroll
from bostoette.ui.entry.words import Words, quiet
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme

_WIDTH, _HEIGHT = 620, 560
_GROUPS = ((DayKind.OUT, "Ude"), (DayKind.HOME, "Hjemme"), (DayKind.OFFICE, "Kontor"))


class BoardDialog(QDialog):
    """Reads a day anew each time another one is asked for."""

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
        self.heading = Words(parent=self)
        self.heading.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self.balance = Words(parent=self)
        self.before = QPushButton("Dagen før", self)
        self.after = QPushButton("Dagen efter", self)
        self.close_button = QPushButton("Luk", self)
        self._inside = QWidget(self)
        self._lines = QVBoxLayout(self._inside)
        self._lay_out()
        self.before.clicked.connect(lambda: self.show_day(self.day - timedelta(days=1)))
        self.after.clicked.connect(lambda: self.show_day(self.day + timedelta(days=1)))
        self.close_button.clicked.connect(self.accept)
        self.show_day(day)
        self.resize(theme.pixels(_WIDTH), theme.pixels(_HEIGHT))

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.day = day
        board = self._read(day)
        said = long_day(day)
        self.heading.setText(f"{said[:1].upper()}{said[1:]}")
        self.balance.setText(balance_words(board))
        emptied(self._lines)
        for kind, title in _GROUPS:
            self._group(title, board.of(kind))
        self._group("Ikke valgt", board.of(None))
        self._group("Fravær", board.away)
        self._lines.addStretch(1)

    @property
    def said(self) -> str:
        """Everything that stands on the board, line by line."""
        return "\n".join(one.text() for one in self._inside.findChildren(Words))

    def _group(self, title: str, workers: tuple[BoardWorker, ...]) -> None:
        if not workers:
            return
        heading = quiet(f"{title.upper()} · {len(workers)}", self._inside)
        heading.setContentsMargins(0, self._theme.pixels(12), 0, 0)
        self._lines.addWidget(heading)
        for one in workers:
            name = self._naming.name_of(one.name, one.initials)
            contacts = "1 kontakt" if one.contacts == 1 else f"{one.contacts} kontakter"
            self._lines.addWidget(Words(f"{name} · {contacts}", self._inside))
            for found in one.to_look_at:
                whom = self._naming.name_of(found.citizen.name, found.citizen.initials)
                judged = found.triage.danish.lower() if found.triage else "ikke vurderet endnu"
                words = Words(
                    f"Se på: {whom}, {judged}. Bør en ude-kollega tage det?", self._inside
                )
                words.setStyleSheet(f"color: {self._theme.tokens.warn};")
                self._lines.addWidget(words)

    def _lay_out(self) -> None:
        for button in (self.before, self.after):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        for button in (self.before, self.after):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        scroll = FittingScroll(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName("Hvem er hvor")
        scroll.hold(self._inside)
        column = QVBoxLayout(self)
        column.setSpacing(self._theme.pixels(8))
        column.addWidget(self.heading)
        column.addWidget(self.balance)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)


def balance_words(board: Board) -> str:
    """Say how the team is spread: ``4 ude · 3 hjemme · 1 kontor``, and the share at home."""
    counts = " · ".join(f"{len(board.of(kind))} {title.lower()}" for kind, title in _GROUPS)
    missing = len(board.of(None))
    left = f" · {missing} ikke valgt" if missing else ""
    share = f"Hjemme: {board.home_percent} % af dem, der har valgt"
    return f"{counts}{left}. {share} (holdepunkt {board.wanted_home_percent} %, P82)."
