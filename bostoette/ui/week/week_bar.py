"""The week page's bar: which week, back and on, whose week, and the main actions."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from bostoette.models.iso_week import IsoWeek
from bostoette.models.wording import MONTHS, MONTHS_SHORT, week_title
from bostoette.ui import icons
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.menu_button import give_menu
from bostoette.ui.one_stop import OneStop
from bostoette.ui.palette.search_button import SearchButton
from bostoette.ui.side_pane import SidePane
from bostoette.ui.step_button import step_button
from bostoette.ui.theme import Theme
from bostoette.ui.week.whose_week import WhoseChoice

EDGES = (20, 10, 20, 10)
BETWEEN = 6


class WeekBar(QFrame):
    """Says which week is shown and asks for another."""

    step_asked = Signal(int)
    """So many weeks on; 0 is this week."""
    month_asked = Signal()
    """Find another week in the small month."""
    weekend_asked = Signal(bool)
    """Show Saturday and Sunday, or leave them out."""
    new_asked = Signal()
    own_time_asked = Signal()
    export_asked = Signal()
    import_asked = Signal()
    print_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("weekBar")
        self.title = QPushButton(self)
        """Says the week; opens the small month, and is what a contact is dragged to for it."""
        self.title.setObjectName("weekTitle")
        self.title.setToolTip("Find en anden uge (Ctrl+Shift+G)")
        self.title.clicked.connect(self.month_asked)
        self._days = QLabel(self)
        self._days.setProperty("quiet", True)  # noqa: FBT003 – Qt's signature
        self._back = self._step("chevron-left", "Ugen før (Alt+Venstre)", -1)
        self._today = QPushButton("I dag", self)
        self._today.setToolTip("Til denne uge (Ctrl+T)")
        self._today.clicked.connect(lambda: self.step_asked.emit(0))
        self._on = self._step("chevron-right", "Ugen efter (Alt+Højre)", 1)
        self.whose = WhoseChoice(self)
        self.whose.widened.connect(lambda: QTimer.singleShot(0, self, self._fit))
        self.more = QMenu(self)
        """What is done now and then with a week; whoever can do it adds an action."""
        self._weekend = self.more.addAction("Vis weekend")
        self._more = self._make_more()
        self._export = QPushButton("Eksportér", self)
        self._export.setToolTip("Gem kontakter som kalenderfil (Ctrl+E)")
        self._export.clicked.connect(self.export_asked)
        self._own = QPushButton("+ Egen tid", self)
        self._own.setAccessibleName("Ny egen tid")
        self._own.setToolTip("Møde, dokumentation, pause … (Ctrl+Shift+N)")
        self._own.clicked.connect(self.own_time_asked)
        self._new = QPushButton("+ Ny kontakt", self)
        self._new.setAccessibleName("Ny kontakt")
        self._new.setToolTip("Ny kontakt (Ctrl+N)")
        self._new.setProperty("main", True)  # noqa: FBT003 – Qt's signature
        self._new.clicked.connect(self.new_asked)
        self._panes: list[QToolButton] = []
        self._search: SearchButton | None = None
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows = QWidget(self), QWidget(self)
        self._where, self._what = (FlowLayout(row, BETWEEN, BETWEEN) for row in self._rows)
        self._lay_out()
        OneStop(self, first=(self.title,))
        theme.changed.connect(self._dress)
        self._dress()

    def show_week(self, week: IsoWeek) -> None:
        """Say which week is shown."""
        name = week_title(week).capitalize()
        self.title.setText(name)
        self.title.setAccessibleName(f"{name}, find en anden uge")
        before = self._days.sizeHint().width()
        self._days.setText(_days_said(week))
        if self._days.sizeHint().width() > before:
            self._fit()

    @property
    def weekend(self) -> bool:
        """Whether Saturday and Sunday are wanted."""
        return self._weekend.isChecked()

    def show_weekend(self, shown: bool) -> None:  # noqa: FBT001 – as settings have it
        """Show whether Saturday and Sunday are wanted."""
        self._weekend.setChecked(shown)

    def offer_pane(self, pane: SidePane, want: Callable[[SidePane, bool], None]) -> None:
        """Add a button that shows a pane or puts it away."""
        first = not self._panes
        button = QToolButton(self)
        button.setProperty("icon_name", "pane-left" if first else "pane-right")
        button.setCheckable(True)
        button.setChecked(pane.is_open)
        button.setAccessibleName(pane.name)
        button.setToolTip(f"Vis eller skjul: {pane.name}")
        button.clicked.connect(lambda wanted: want(pane, wanted))  # a partial gets no state
        pane.toggled.connect(button.setChecked)
        self._panes.append(button)
        row = self._where if first else self._what
        row.insert_widget(0 if first else row.count(), button)
        self._dress()

    def offer_search(self, button: SearchButton) -> None:
        """Put the way to find anything before the actions."""
        self._search = button
        self._what.insert_widget(0, button)
        button.show()
        self._fit()

    def _make_more(self) -> QToolButton:
        """Fill the menu with what a week always offers, and return its button."""
        self.more.setToolTipsVisible(True)
        button = QToolButton(self)
        button.setText("Mere")
        button.setAccessibleName("Mere: importér, udskriv og kopiér")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        give_menu(button, self.more)
        for words, asked in (
            ("Ny egen tid …", self.own_time_asked),
            ("Importér kalender …", self.import_asked),
            ("Udskriv eller gem som PDF …", self.print_asked),
        ):
            self.more.addAction(words).triggered.connect(partial(_ask, asked))
        self._weekend.setCheckable(True)
        self._weekend.triggered.connect(self.weekend_asked)
        return button

    def _step(self, icon: str, words: str, weeks: int) -> QToolButton:
        button = step_button(self, icon, words)
        button.clicked.connect(lambda: self.step_asked.emit(weeks))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit, and put the actions below the week where they must be."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _lay_out(self) -> None:
        for widget in (self.title, self._days, self._back, self._today, self._on, self.whose):
            self._where.addWidget(widget)
        for widget in (self._more, self._export, self._own, self._new):
            self._what.addWidget(widget)
        for row in (self._where, self._what):
            row.setContentsMargins(0, 0, 0, 0)
        self._both.setContentsMargins(*EDGES)
        self._both.setSpacing(BETWEEN)
        self._both.addWidget(self._rows[0], 1)
        self._both.addWidget(self._rows[1])

    def _fit(self) -> None:
        """Leave out what can be spared, one thing after the other; then go on below."""
        self._days.show()
        self._own.show()
        self._shorten_search(0)
        for leave_out in (
            partial(self._shorten_search, 1),
            self._days.hide,
            self._own.hide,
            partial(self._shorten_search, 2),
        ):
            if self._beside() > self.width():
                leave_out()
        stacked = self._beside() > self.width()
        if stacked:
            self._own.show()
            self._shorten_search(1)
            if self._what.sizeHint().width() + EDGES[0] + EDGES[2] > self.width():
                self._shorten_search(2)
        self._both.setStretchFactor(self._rows[0], 0 if stacked else 1)
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        QTimer.singleShot(0, self, self._lay_out_anew)

    def _lay_out_anew(self) -> None:
        """Close the gaps: what is hidden within a resize is not laid out anew by itself."""
        for layout in (self._where, self._what, self._both):
            layout.invalidate()
            layout.activate()

    def _shorten_search(self, steps: int) -> None:
        if self._search is not None:
            self._search.shorten(steps)

    def _beside(self) -> int:
        """Return how wide both rows are side by side."""
        rows = sum(row.sizeHint().width() for row in (self._where, self._what))
        return rows + BETWEEN + EDGES[0] + EDGES[2]

    def _dress(self) -> None:
        for button in (self._back, self._on, *self._panes):
            name = button.property("icon_name")
            button.setIcon(icons.icon(name, self._theme.tokens.ink))
            button.setIconSize(QSize(self._theme.pixels(16), self._theme.pixels(16)))


def _days_said(week: IsoWeek) -> str:
    """Say a week's days: ``23.–29. november 2026``, and ``30. nov.–6. dec. 2026``."""
    first, last = week.monday, week.sunday
    if first.month == last.month:
        return f"{first.day}.–{last.day}. {MONTHS[last.month - 1]} {last.year}"
    year = f" {first.year}" if first.year != last.year else ""
    from_day = f"{first.day}. {MONTHS_SHORT[first.month - 1]}{year}"
    return f"{from_day}–{last.day}. {MONTHS_SHORT[last.month - 1]} {last.year}"


def _ask(asked: SignalInstance, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - triggered(bool)
    asked.emit()
