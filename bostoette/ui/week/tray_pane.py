"""The tray to the left of the week: what has no time yet, and one's own tasks behind it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.task_fields import ListedTask
from bostoette.models.wording import when
from bostoette.services.tray import Tray
from bostoette.ui.naming import Naming
from bostoette.ui.one_stop import OneStop
from bostoette.ui.theme import Theme
from bostoette.ui.week.tray_legend import TrayLegend
from bostoette.ui.week.tray_list import TrayList
from bostoette.ui.week.tray_task_list import TaskList

MISSING, TASKS = 0, 1
HINT = "Træk en kontakt ind i ugen, eller tryk Enter på den."
KEYS = "Pilene flytter, Enter planlægger, Esc lægger tilbage."
NOTHING_MISSING = "Alt det aftalte har en tid."
NOTHING_AGREED = (
    "Der er ingen aftalt kontakt i denne uge. Når den er aftalt på Borgere, "
    "står det, der mangler en tid, her."
)
NO_TASKS = "Du har ingen opgaver. Ændringer, som en borger skal høre om, lægger sig her."
ROOM_FOR_LEGEND = 560
"""From this height on, at 100 % text, the legend does not take room from the rows."""


class TrayPane(QWidget):
    """Shows a Tray and a worker's tasks; what the person wants is said by the two lists."""

    early_asked = Signal(bool)
    """Also what can wait is wanted, or no longer."""
    new_task_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tabs = QTabBar(self)
        self.missing = TrayList(theme, self)
        self.tasks = TaskList(theme, self)
        self.early = QCheckBox(self)
        self.new_task = QPushButton("Ny opgave", self)
        self.copy = QPushButton("Kopiér", self)
        self.citizen = QPushButton("Gå til borgeren", self)
        self.hint = _quiet(HINT, self)
        self.filled = _quiet("", self)
        self._unplanned = _quiet("", self)
        self._idle = _quiet(NO_TASKS, self)
        self._legend = TrayLegend(theme, self)
        self._stack = QStackedWidget(self)
        self._dress_parts()
        self._lay_out()
        self._connect()
        OneStop(self, first=(self.missing, self.tasks))

    def show_tray(self, tray: Tray, naming: Naming) -> None:
        """Show what has no time in a week."""
        row = self.missing.currentIndex().row()
        self.missing.items.replace(tray.items, naming)
        if row >= 0:
            self.missing.choose(row)
        count = tray.missing_count
        self._title(MISSING, f"Mangler en tid {count}", f"Mangler en tid, {count}")
        self.hint.setVisible(bool(tray.items))
        self.filled.setVisible(not tray.items)
        self.filled.setText(NOTHING_MISSING if tray.agreed else NOTHING_AGREED)
        if not tray.items and self.window().focusWidget() is self.missing:
            self.tabs.setFocus()  # Qt would give it to something outside the tray
        self.missing.setVisible(bool(tray.items))
        self.early.setVisible(bool(tray.waiting))
        self.early.setText(f"Vis {tray.waiting}, der kan vente")
        self._unplanned.setVisible(bool(tray.unplanned))
        self._unplanned.setText(_unplanned_words(tray))
        self._unplanned.setToolTip(
            "\n".join(
                f"{naming.name_of(one.citizen.name, one.citizen.initials)}, "
                f"{one.form.short_name}, {when(one.span)}"
                for one in tray.unplanned
            )
        )

    def tell_keys(self, guided: bool) -> None:  # noqa: FBT001 - as the week tells it
        """Tell the keys while a contact is being placed by keyboard."""
        self.hint.setText(KEYS if guided else HINT)

    def show_tasks(self, tasks: tuple[ListedTask, ...], naming: Naming, today: date) -> None:
        """Show one's own tasks."""
        row = self.tasks.currentIndex().row()
        self.tasks.items.replace(tasks, naming, today)
        if row >= 0:
            self.tasks.choose(row)
        count = sum(task.done_at is None for task in tasks)
        self._title(TASKS, f"Opgaver {count}", f"Mine opgaver, {count}")
        self._idle.setVisible(not tasks)
        self.tasks.setVisible(bool(tasks))

    def show_tab(self, place: int) -> None:
        """Bring one of the two to the front."""
        self.tabs.setCurrentIndex(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the legend only where the rows keep their room."""
        super().resizeEvent(event)
        self._legend.setVisible(event.size().height() >= self._theme.pixels(ROOM_FOR_LEGEND))

    def _title(self, place: int, text: str, spoken: str) -> None:
        self.tabs.setTabText(place, text)
        self.tabs.setTabToolTip(place, spoken)
        self.tabs.setAccessibleTabName(place, spoken)

    def _dress_parts(self) -> None:
        self.tabs.addTab("Mangler en tid")
        self.tabs.addTab("Opgaver")
        self.tabs.setAccessibleName("Mangler en tid og mine opgaver")
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setExpanding(True)
        pad = self._theme.pixels(4)
        self.tabs.setStyleSheet(f"QTabBar::tab {{ padding: {pad}px 2px; }}")
        for shown in (self.missing, self.tasks):
            shown.setStyleSheet(
                "QListView, QListView:focus { border: none; background: transparent; }"
            )
        self.citizen.setEnabled(False)
        self.citizen.setToolTip("Vis opgavens borger")
        self.copy.setEnabled(False)
        self.copy.setAccessibleName("Kopiér beskeden til borgeren")
        self.copy.setToolTip("Kopiér det, borgeren skal have at vide (Ctrl+C)")

    def _lay_out(self) -> None:
        edge = self._theme.pixels(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge // 2, edge, edge)
        column.setSpacing(edge)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        column.addWidget(self._legend)
        missing = _page(
            self._stack,
            edge,
            self.filled,
            self.hint,
            self.missing,
            self._unplanned,
            self.early,
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(edge // 2)
        buttons.addWidget(self.new_task)
        buttons.addWidget(self.copy)
        tasks = _page(self._stack, edge, self._idle, self.tasks)
        layout = tasks.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - made so
        layout.addLayout(buttons)
        layout.addWidget(self.citizen)
        self._stack.addWidget(missing)
        self._stack.addWidget(tasks)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.early.toggled.connect(self.early_asked)
        self.new_task.clicked.connect(self.new_task_asked)
        self.copy.clicked.connect(lambda: self.tasks.copy_asked.emit(self.tasks.current()))
        self.citizen.clicked.connect(lambda: self.tasks.citizen_asked.emit(self.tasks.current()))
        self.tasks.current_changed.connect(self._offer)

    def _offer(self, task: ListedTask | None) -> None:
        """Offer what can be done with the chosen task."""
        self.copy.setEnabled(task is not None and task.tells)
        self.citizen.setEnabled(task is not None and task.citizen is not None)


def _page(parent: QWidget, gap: int, *parts: QWidget) -> QWidget:
    page = QWidget(parent)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, (TrayList, TaskList)) else 0)
    column.addStretch(0)
    return page


def _quiet(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
    return label


def _unplanned_words(tray: Tray) -> str:
    count = len(tray.unplanned)
    what = "1 uplanlagt kontakt" if count == 1 else f"{count} uplanlagte kontakter"
    return f"Uden for aftalen: {what}"
