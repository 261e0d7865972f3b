"""What happens in the tray: contacts get a time by mouse or keyboard, tasks are done and noted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication

from bostoette.models.contact_agreement import AgreementLine, ContactAgreement
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.task_fields import ListedTask, TaskFields
from bostoette.models.timespan import TimeSpan
from bostoette.planning.citizen_message import letter
from bostoette.services import form_choice, lists, tasks, tray
from bostoette.services.desk import Changes, Desk
from bostoette.services.form_choice import PlacedForm
from bostoette.services.tray import Tray, TrayItem
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.foresight import Foresight, Ghost
from bostoette.ui.week.form_asking import FormAsking
from bostoette.ui.week.look_ahead import foresight_of
from bostoette.ui.week.told_menu import ToldMenu
from bostoette.ui.week.tray_advice import TrayAdvice
from bostoette.ui.week.tray_fitting import first_fitting, first_on
from bostoette.ui.week.tray_pane import TrayPane
from bostoette.ui.week.tray_task_dialog import TaskDialog
from bostoette.ui.week.week_card import WeekCard

if TYPE_CHECKING:
    from bostoette.ui.week.week_page import WeekPage

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


class TrayWork(QObject):
    """Fills the tray of a week page, and carries out what the person wants there."""

    def __init__(
        self,
        page: "WeekPage",
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        *,
        naming: Callable[[], Naming],
        say: Callable[[str], None],
        show_count: Callable[[int, str], None],
    ) -> None:
        super().__init__(page)
        self._page, self._desk, self._theme = page, desk, theme
        self._now, self._naming = now, naming
        self._say, self._show_count = say, show_count
        self._held: tuple[TrayItem, ContactForm] | None = None
        self._advice = TrayAdvice(desk, FormAsking(theme, page))
        self.tray = Tray(page.week)
        self.pane = TrayPane(theme, page)
        self.told = ToldMenu(self.pane)
        page.left.hold(self.pane)
        self._connect()
        self.show_anew()

    def show_anew(self) -> None:
        """Read tray and tasks for the week that is shown."""
        self._advice.forget()
        early = self.pane.early.isChecked()
        self.tray = self._desk.read(tray.tray_of, self._page.workers, self._page.week, early=early)
        self.pane.show_tray(self.tray, self._naming())
        self._page.strip.show_missing(self.tray.missing_count)
        self._show_tasks()

    def _connect(self) -> None:
        pane, grid = self.pane, self._page.grid
        self._page.week_shown.connect(self.show_anew)
        self._page.data_changed.connect(self._on_changes)
        pane.early_asked.connect(self.show_anew)
        pane.missing.plan_asked.connect(self.invite)
        pane.missing.dragged.connect(self._drag)
        pane.missing.dropped.connect(self._drop)
        pane.missing.put_back.connect(grid.end_hover)
        pane.tasks.tick_asked.connect(self._tick)
        pane.tasks.open_asked.connect(self._open_task)
        pane.tasks.delete_asked.connect(lambda task: self._desk.do(tasks.delete, task.id))
        pane.tasks.copy_asked.connect(self._copy)
        pane.new_task_asked.connect(self._new_task)
        grid.guest_placed.connect(self._place)
        grid.guest_left.connect(self._back_to_tray)
        grid.guest_form_asked.connect(self._change_form)
        grid.foresee_guest = self._foresee
        grid.fit_guest = self._fit

    def _on_changes(self, changes: Changes) -> None:
        """Read anew what the week itself does not show."""
        if changes.touch(ContactAgreement, AgreementLine):
            self.show_anew()

    # What has no time yet

    def invite(self, item: TrayItem) -> None:
        """Let a contact be placed by keyboard, from the first free time on."""
        whose = self._whose(item) or self._page.planner
        span = first_fitting(item, self._page.shown, whose, self._today)
        form = self._advice.best(item, span, whose)
        self._held = item, form
        self._page.grid.invite(self._card(item, form, span), self._whose(item))

    def _drag(self, item: TrayItem, wanted: ContactForm | None, place: QPoint) -> None:
        form = wanted or self._best(item)
        self._held = item, form
        self._page.grid.hover(place, self._card(item, form, self._unplaced(item)))

    def _drop(self, item: TrayItem, wanted: ContactForm | None, place: QPoint) -> None:
        grid = self._page.grid
        form = wanted or self._best(item)
        self._held = item, form
        span = grid.hover(place, self._card(item, form, self._unplaced(item)))
        worker = grid.guest_worker
        grid.end_hover()
        if span is not None:
            self._plan(item, form, span, worker)

    def _place(self, span: TimeSpan, worker: Key) -> None:
        if self._held is not None:
            item, form = self._held
            self._plan(item, form, span, worker)
            self._back_to_tray()

    def _plan(self, item: TrayItem, form: ContactForm, span: TimeSpan, worker: Key) -> None:
        whose = worker or self._page.planner
        row = self.pane.missing.items.row_of(item)
        placed = PlacedForm(item.citizen.id, form, span, whose)
        answer = self._advice.answer(placed)
        if answer is None:
            return
        key = self._desk.do(form_choice.plan_from_tray, placed, answer.reason, answer.codes)
        self._held = None
        self._page.grid.choose(key)
        self.pane.missing.choose(row)

    def _back_to_tray(self) -> None:
        """Go on with what is left, else with the week."""
        there = bool(self.tray.items) and self.pane.missing.isVisible()
        target = self.pane.missing if there else self._page.grid
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_form(self, form: ContactForm) -> None:
        """Give the guest another of the forms agreed for it."""
        span = self._page.grid.guest
        if self._held is None or span is None:
            return
        item, _form = self._held
        if form in item.forms:
            self._held = item, form
            whose = self._page.grid.guest_worker
            self._page.grid.invite(self._card(item, form, span), whose)

    def _best(self, item: TrayItem) -> ContactForm:
        """Return the best of a line's forms in the week shown."""
        return self._advice.best(item, self._unplaced(item), self._page.planner)

    def _card(self, item: TrayItem, form: ContactForm, span: TimeSpan) -> WeekCard:
        name = self._naming().name_of(item.citizen.name, item.citizen.initials)
        return WeekCard(b"", span, item.citizen.initials, form=form, spoken=name)

    def _unplaced(self, item: TrayItem) -> TimeSpan:
        return TimeSpan(self._page.week.monday, 0, item.minutes)

    def _whose(self, item: TrayItem) -> Key:
        """Return in whose column a contact begins where several are shown."""
        several = len(self._page.workers) > 1
        return item.worker if several and item.worker in self._page.workers else b""

    def _fit(self, ghost: Ghost) -> Ghost:
        """Find a free time on the day, where days are shown without their hours."""
        if self._held is None:
            return ghost
        whose = ghost.worker or self._page.planner
        free = first_on(self._held[0], self._page.shown, whose, [ghost.span.day])
        return ghost if free is None else replace(ghost, span=free)

    def _foresee(self, card: WeekCard, ghost: Ghost) -> Foresight:
        """Say what the guest would bring where it is held."""
        if self._held is None or card.form is None:
            return Foresight()
        item, form = self._held
        worker = ghost.worker or self._page.planner
        found = foresight_of(self._page, item.citizen, form, ghost.span, worker)
        said = self._advice.said(PlacedForm(item.citizen.id, form, ghost.span, worker))
        return replace(found, sentences=(*said, *found.sentences))

    # Tasks

    def _show_tasks(self) -> None:
        today, me = self._now().date(), self._desk.actor_id
        mine = self._desk.read(tasks.tasks_of, me, self._moment(datetime.combine(today, time())))
        self.pane.show_tasks(mine, self._naming(), today)
        due = self._desk.read(tasks.tasks_due_count, me, today)
        self._show_count(due, "1 opgave i dag" if due == 1 else f"{due} opgaver i dag")

    def _tick(self, task: ListedTask) -> None:
        if task.done_at is not None:
            self._desk.do(tasks.reopen, task.id)
            return
        me, at = self._desk.actor_id, self._moment(self._now())
        if task.tells:
            self.told.ask(
                self.pane.tasks.place_of_current(),
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
