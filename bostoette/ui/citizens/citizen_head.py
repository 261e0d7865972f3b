"""The head of a citizen's page: who she is, who supports her, what can be done, and the tabs."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.services.relapse import Relapse
from bostoette.ui.button_row import ButtonRow
from bostoette.ui.citizens.citizen_facts import Shown, headline, status_words
from bostoette.ui.citizens.life_facts import due_words, life_words
from bostoette.ui.citizens.paper_button import PaperButton
from bostoette.ui.citizens.relapse_words import relapse_words
from bostoette.ui.citizens.tab_row import TabRow
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_BUTTONS_BESIDE = 680
_BUTTONS_IN_A_ROW = 480
TABS = ("Kontakt && form", "Profil", "Delmål", "Notater", "Udvikling", "Forløb")
SIDE_TAB = "Aftale"


class CitizenHead(QFrame):
    """Initials, name and a line; the buttons are one Tab stop, the tabs another."""

    tab_chosen = Signal(int)
    plan_asked = Signal()
    change_asked = Signal()
    status_asked = Signal()
    relapse_asked = Signal()
    paper_asked = Signal(object)
    """A CitizenPaper is wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.initials = QLabel(self)
        self.initials.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = Words(parent=self)
        self.name.setObjectName("pageTitle")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.line = quiet("", self)
        self.status = QLabel(self)
        self.plan = QPushButton("+ Kontakt", self)
        self.change = QPushButton("Ret borger", self)
        self.end = QPushButton("Skift status", self)
        self.fell = QPushButton("Er væltet", self)
        self.papers = PaperButton(self)
        self._status_words = ""
        self.tabs = TabRow(theme, self)
        self.tabs.setAccessibleName("Dele af borgerens side")
        for words in TABS:
            self.tabs.addTab(words)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._grid = QGridLayout()
        self._in_a_row: bool | None = None
        self._lay_out()
        self._place_buttons(in_a_row=True)  # last: an item laid in stays held in Python
        self._buttons = ButtonRow(self, self._in_order)
        self.tabs.currentChanged.connect(self.tab_chosen)
        self.plan.clicked.connect(self.plan_asked)
        self.change.clicked.connect(self.change_asked)
        self.end.clicked.connect(self.status_asked)
        self.fell.clicked.connect(self.relapse_asked)
        self.papers.asked.connect(self.paper_asked)
        theme.changed.connect(self._dress)
        self._dress()

    def show_citizen(self, shown: Shown) -> None:
        """Show a citizen."""
        fields = shown.details.fields
        name = shown.naming.name_of(fields.name, fields.initials)
        self.setAccessibleName(f"Borgeren {name}")
        self.initials.setText(fields.initials)
        self.name.setText(name)
        self.line.setText(" · ".join([headline(shown), *life_words(shown)]))
        waiting = [status_words(shown.details), *due_words(shown)]
        self._status_words = " · ".join(filter(None, waiting))
        self.show_relapse(None, shown.today)
        self.plan.setEnabled(not shown.details.status.stops_everything)
        self.fell.setEnabled(self.plan.isEnabled())

    def show_relapse(self, found: Relapse | None, today: date) -> None:
        """Say by when they have to meet after a relapse; None where there is none (P40)."""
        said = [] if found is None else [relapse_words(found, today)]
        self.status.setText(" · ".join(filter(None, [self._status_words, *said])))
        self.status.setVisible(bool(self.status.text()))
        self._keep_height()

    def count_in_tab(self, place: int, count: int) -> None:
        """Say beside a tab's word how many stand there; none says nothing."""
        self.tabs.setTabText(place, f"{TABS[place]} {count}" if count else TABS[place])

    def offer_side(self, offered: bool) -> None:  # noqa: FBT001 - one state of the tabs
        """Offer the right column as a tab, where there is no room for it beside."""
        last = self.tabs.count() - 1
        if offered and last < len(TABS):
            self.tabs.addTab(SIDE_TAB)
        elif not offered and last == len(TABS):
            if self.tabs.currentIndex() == last:
                self.tabs.setCurrentIndex(0)
            self.tabs.removeTab(last)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the name where there is room."""
        super().resizeEvent(event)
        beside = self.width() >= self._theme.pixels(_BUTTONS_BESIDE)
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
        self._place_buttons(in_a_row=self.width() >= self._theme.pixels(_BUTTONS_IN_A_ROW))
        self._keep_height()

    @property
    def _in_order(self) -> tuple[QPushButton, ...]:
        return (self.plan, self.papers, self.change, self.end, self.fell)

    def _keep_height(self) -> None:
        """Let nothing press the lines and buttons into each other."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def _place_buttons(self, *, in_a_row: bool) -> None:
        """Put the main button above the others where a row is too wide."""
        if in_a_row == self._in_a_row:
            return
        self._in_a_row = in_a_row
        top = Qt.AlignmentFlag.AlignTop
        if in_a_row:
            for place, button in enumerate(self._in_order):
                self._grid.addWidget(button, 0, place, top)
        else:
            self._grid.addWidget(self.plan, 0, 0)
            self._grid.addWidget(self.fell, 0, 1)
            self._grid.addWidget(self.change, 1, 0)
            self._grid.addWidget(self.end, 1, 1)
            self._grid.addWidget(self.papers, 2, 0, 1, 2)

    def _lay_out(self) -> None:
        edge, gap = self._theme.pixels(16), self._theme.pixels(12)
        words = QVBoxLayout()
        words.setSpacing(self._theme.pixels(2))
        words.addWidget(self.name)
        words.addWidget(self.line)
        words.addWidget(self.status)
        who = QHBoxLayout()
        who.setSpacing(gap)
        who.addWidget(self.initials, 0, Qt.AlignmentFlag.AlignTop)
        who.addLayout(words, 1)
        self.plan.setAccessibleName("Planlæg en kontakt")
        self.plan.setProperty("main", True)  # noqa: FBT003 - Qt's signature
        self.fell.setAccessibleName("Borgeren er væltet")
        self.fell.setToolTip(
            "Noter et tilbagefald i dag: der laves en opgave om at mødes ansigt til ansigt, og "
            "den, der står i plan B, får besked. Ctrl+Z fortryder."
        )
        self.status.setWordWrap(True)
        for button in self._in_order:
            button.setAutoDefault(True)  # Enter presses it, as Space does
        self._row.setSpacing(gap)
        self._row.addLayout(who, 1)
        self._row.addLayout(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, 0)
        column.setSpacing(self._theme.pixels(8))
        column.addLayout(self._row)
        column.addWidget(self.tabs)

    def _dress(self) -> None:
        tokens, corner = self._theme.tokens, self._theme.pixels(8)
        side = self._theme.pixels(48)
        self.initials.setFixedSize(QSize(side, side))
        self.initials.setStyleSheet(
            f"background: {tokens.accent_tint}; color: {tokens.accent}; font-weight: 600;"
            f"border-radius: {corner}px;"
        )
        self.status.setStyleSheet(
            f"background: {tokens.warn_tint}; color: {tokens.warn}; border-radius: {corner}px;"
            f"padding: {self._theme.pixels(4)}px {corner}px; font-weight: 600;"
        )
