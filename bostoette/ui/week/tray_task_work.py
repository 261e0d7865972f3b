"""The tray's second tab: one's own tasks, done with one key, and what a citizen is to be told."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact
from bostoette.models.task import Task
from bostoette.models.task_fields import ListedTask, TaskFields
from bostoette.models.worker import Worker
from bostoette.planning.citizen_message import letter
from bostoette.services import lists, tasks
from bostoette.services.desk import Changes, Desk
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.told_menu import ToldMenu
from bostoette.ui.week.tray_pane import TrayPane
from bostoette.ui.week.tray_task_dialog import TaskDialog

if TYPE_CHECKING:
    from bostoette.ui.week.week_page import WeekPage

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


class TaskWork(QObject):
    """Fills the tab with tasks, and carries out what the person wants there."""

    citizen_asked = Signal(object)
    """Show the citizen with this key."""
    life_asked = Signal(object)
    """Show what happens around her contacts, where a trial or a phase-out is settled."""

    def __init__(
        self,
        page: "WeekPage",
        pane: TrayPane,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        *,
        naming: Callable[[], Naming],
        say: Callable[[str], None],
        show_count: Callable[[int, str], None],
    ) -> None:
        super().__init__(page)
        self._page, self._pane, self._desk, self._theme = page, pane, desk, theme
        self._now, self._naming = now, naming
        self._say, self._show_count = say, show_count
        self._shown_for: tuple[Naming, date] | None = None
        self.told = ToldMenu(pane)
        page.week_shown.connect(self._show_week)
        page.data_changed.connect(self._on_changes)
        pane.tasks.tick_asked.connect(self._tick)
        pane.tasks.open_asked.connect(self._open_task)
        pane.tasks.delete_asked.connect(lambda task: self._desk.do(tasks.delete, task.id))
        pane.tasks.copy_asked.connect(self._copy)
        pane.tasks.citizen_asked.connect(self._show_citizen)
        pane.new_task_asked.connect(self._new_task)

    def _show_week(self) -> None:
        """Leave the tasks as they are in another week, unless the day or the names changed."""
        if self._shown_for != (self._naming(), self._today):
            self.show_anew()

    def _on_changes(self, changes: Changes) -> None:
        if changes.touch(Task, Contact, Citizen, Worker):
            self.show_anew()

    def show_anew(self) -> None:
        """Read the tasks anew."""
        today, me = self._now().date(), self._desk.actor_id
        self._shown_for = self._naming(), today
        mine = self._desk.read(tasks.tasks_of, me, self._moment(datetime.combine(today, time())))
        self._pane.show_tasks(mine, self._naming(), today)
        due = self._desk.read(tasks.tasks_due_count, me, today)
        self._show_count(due, "1 opgave i dag" if due == 1 else f"{due} opgaver i dag")

    def _tick(self, task: ListedTask) -> None:
        if task.done_at is not None:
            self._desk.do(tasks.reopen, task.id)
            return
        me, at = self._desk.actor_id, self._moment(self._now())
        if task.tells:
            self.told.ask(
                self._pane.tasks.place_of_current(),
                lambda how: self._desk.do(tasks.told, task.id, how, by=me, at=at),
            )
        else:
            self._desk.do(tasks.done, task.id, by=me, at=at)

    def _new_task(self) -> None:
        me = self._desk.actor_id
        self._task_dialog(lambda fields: self._desk.do(tasks.create, me, fields)).open()

    def _open_task(self, task: ListedTask) -> None:
        if task.tells:
            self._show_contact(task)
            return

        def store(fields: TaskFields) -> None:
            self._desk.do(tasks.change, task.id, task.version, fields)

        dialog = self._task_dialog(store)
        dialog.show_task(task)
        dialog.open()

    def _show_citizen(self, task: ListedTask | None) -> None:
        """Go where the task is settled: the citizen, or what happens around her contacts."""
        if task is None or task.citizen is None:
            return
        asked = self.life_asked if task.settled_with_citizen else self.citizen_asked
        asked.emit(task.citizen.id)

    def _task_dialog(self, store: Callable[[TaskFields], object]) -> TaskDialog:
        return TaskDialog(
            self._theme,
            self._desk.read(lists.contact_choices).citizens,
            store,
            naming=self._naming(),
            today=self._today,
            parent=self._page,
        )

    def _show_contact(self, task: ListedTask) -> None:
        """Show the contact that a task tells of."""
        if task.contact_id is None or task.span is None:
            return
        week = self._page.week.of(task.span.day)
        if week != self._page.week:
            self._page.show_week(week)
        self._page.grid.choose(task.contact_id)

    def _copy(self, task: ListedTask) -> None:
        """Copy the words to say to the citizen."""
        if not task.tells or task.citizen is None:
            return
        name = self._naming().name_of(task.citizen.name.split()[0], task.citizen.initials)
        QApplication.clipboard().setText(letter(task.text, name, self._my_name()))
        self._say("Beskeden er kopieret. Sæt opgaven til udført, når borgeren har fået den.")

    def _my_name(self) -> str:
        me = self._desk.actor_id
        found = next((one for one in self._page.shown.workers if one.id == me), None)
        return "" if found is None else found.name.split()[0]

    @property
    def _today(self) -> date:
        return self._now().date()

    @staticmethod
    def _moment(wall: datetime) -> datetime:
        return wall.replace(tzinfo=COPENHAGEN).astimezone(UTC)
