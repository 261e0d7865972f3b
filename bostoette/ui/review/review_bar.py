"""The review page's bar: which week, back and on, and what is done with several weeks at once."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QToolButton, QWidget

from bostoette.models.iso_week import IsoWeek
from bostoette.models.wording import week_title
from bostoette.ui import icons
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.kept_together import KeptTogether
from bostoette.ui.menu_button import give_menu
from bostoette.ui.one_stop import OneStop
from bostoette.ui.step_button import step_button
from bostoette.ui.theme import Theme

EDGES = (20, 10, 20, 10)


class ReviewBar(QFrame):
    """Says which week is reviewed and asks for another."""

    step_asked = Signal(int)
    """So many weeks on; 0 is the week to review now."""
    approve_all_asked = Signal()
    stand_in_asked = Signal()
    paper_asked = Signal()
    """The review on paper, or as a file."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("weekBar")
        self.title = QLabel("Gennemgang", self)
        self.title.setObjectName("pageTitle")
        self.team = QLabel(self)
        self.team.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        self.back = self._step("chevron-left", "Ugen før (Alt+Venstre)", -1)
        self.today = QPushButton(self)
        self.today.setToolTip("Til den uge, der gennemgås nu (Ctrl+T)")
        self.today.clicked.connect(lambda: self.step_asked.emit(0))
        self.on = self._step("chevron-right", "Ugen efter (Alt+Højre)", 1)
        self.paper = QPushButton("Udskriv", self)
        self.paper.setAccessibleName("Udskriv eller gem gennemgangen")
        self.paper.setToolTip("Udskriv, eller gem som PDF eller CSV (Ctrl+P)")
        self.paper.clicked.connect(self.paper_asked)
        self.more = QToolButton(self)
        self.more.setText("Mere")
        self.more.setAccessibleName("Mere: tavlen, fravær, nødliste og stedfortræder")
        self.menu = QMenu(self.more)
        give_menu(self.more, self.menu)
        self.leads_only: list[QAction] = []
        stand_in = self.menu.addAction("Stedfortræder …")
        self.leads_only.append(stand_in)
        stand_in.triggered.connect(lambda _checked=False: self.stand_in_asked.emit())
        self.approve_all = QPushButton(self)
        self.approve_all.setProperty("main", True)  # noqa: FBT003 - Qt's signature
        self.approve_all.setToolTip("Godkend de sendte uger, der intet er at se på i")
        self.approve_all.clicked.connect(self.approve_all_asked)
        self._lay_out()
        OneStop(self, first=(self.today,))
        theme.changed.connect(self._dress)
        self._dress()

    def show_week(self, week: IsoWeek, words: str) -> None:
        """Say which week is shown, and whose."""
        name = week_title(week).capitalize()
        self.title.setText(f"Gennemgang · {week_title(week)}")
        self.today.setText(name)
        self.today.setAccessibleName(f"{name} er vist; til den uge, der gennemgås nu")
        self.team.setText(words)

    def offer_all(self, count: int) -> None:
        """Offer to approve so many weeks at once; nothing where there is none."""
        self.approve_all.setVisible(bool(count))
        weeks = "1 uge" if count == 1 else f"{count} uger"
        self.approve_all.setText(f"Godkend {weeks} uden bemærkninger")

    def offer_lead(self, *, leads: bool) -> None:
        """Offer what only the leader does."""
        for action in self.leads_only:
            action.setVisible(leads)
        self.more.setVisible(any(action.isVisible() for action in self.menu.actions()))

    def _step(self, icon: str, words: str, weeks: int) -> QToolButton:
        button = step_button(self, icon, words)
        button.clicked.connect(lambda: self.step_asked.emit(weeks))
        return button

    def _lay_out(self) -> None:
        flow = FlowLayout(self, 8, 6)
        flow.setContentsMargins(*EDGES)
        for widget in (
            self.title,
            self.team,
            KeptTogether((self.back, self.today, self.on), self),
            self.paper,
            self.more,
            self.approve_all,
        ):
            flow.addWidget(widget)

    def _dress(self) -> None:
        size = self._theme.pixels(16)
        for button in (self.back, self.on):
            name = button.property("icon_name")
            button.setIcon(icons.icon(name, self._theme.tokens.ink))
            button.setIconSize(QSize(size, size))
