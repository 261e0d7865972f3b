"""Fills the panel beside the week with what is chosen, and hands what is wanted to the desk."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from bostoette.models.contact import AgendaItem
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.panel_contact import PanelContact
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekAppointment
from bostoette.planning.citizen_message import letter
from bostoette.planning.next_contact import leg_to
from bostoette.services import contact_panel, tasks, video_startup
from bostoette.services.desk import Changes, Desk
from bostoette.ui.background import beside_in_steps
from bostoette.ui.early_keys import ask
from bostoette.ui.naming import Naming
from bostoette.ui.one_stop import OneStop
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel import ContactPanel
from bostoette.ui.week.contact_panel_foot import PanelAction, Wish
from bostoette.ui.week.time_dialog import TimeDialog
from bostoette.ui.week.told_menu import ToldMenu
from bostoette.ui.week.week_page import WeekPage

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


class ContactPanelWork(QObject):
    """Follows the week's choice; reads a contact when the choice has come to rest.

    It shows nothing until `refresh` or another choice.
    """

    note_asked = Signal(object)
    """Write the note of the contact with this key."""

    def __init__(
        self,
        page: WeekPage,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        naming: Callable[[], Naming],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._now = now
        self._naming = naming
        self.panel = ContactPanel(theme, desk.actor_id, page.right)
        self.told = ToldMenu(self.panel)
        shown = self.panel
        rest = (shown.together_place, shown.steps_place, shown.remote_place, shown.goals_place)
        OneStop(shown.before, on=(*rest, shown.since, shown.note_place, shown.material_place))
        page.right.hold(self.panel)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.refresh)
        page.week_shown.connect(self._rest.start)
        page.data_changed.connect(self._on_changes)
        page.grid.selectionModel().currentChanged.connect(lambda *_: self._rest.start())
        self._connect()

    def refresh(self) -> None:
        """Show what is chosen, as it is stored now."""
        self._tell(self._question()())

    def begin(self) -> Iterator[None]:
        """Do the same, read beside the window; another choice made meanwhile is read by itself."""
        key = self._page.grid.chosen_key()
        found = yield from beside_in_steps(self._question())
        if self._page.grid.chosen_key() == key:
            self._tell(found)

    def _question(self) -> Callable[[], PanelContact | None]:
        """Return what reads the chosen contact; None where none is chosen, or something else."""
        key = self._page.grid.chosen_key()
        if key is None or self._other(key) is not None:
            return lambda: None
        return partial(self._desk.read, contact_panel.panel_of, key, self._now().date())

    def _tell(self, found: PanelContact | None) -> None:
        """Show a contact that was read, or what else is chosen."""
        other = self._other(self._page.grid.chosen_key())
        if other is not None:
            self.panel.show_other(other, self._naming())
        elif found is not None:
            self.panel.show_contact(found, self._naming(), self._travel(found))
        else:
            self.panel.show_nothing()

    def _on_changes(self, changes: Changes) -> None:
        """Let go of a contact that is gone, before anybody reads what goes with it.

        A point that was put on the agenda elsewhere changes nothing that the week itself shows.
        """
        shown = self.panel.contact
        if shown is not None and all(one.id != shown.id for one in self._page.shown.contacts):
            self.panel.show_nothing()
        elif changes.touch(AgendaItem):
            self._rest.start()

    def _connect(self) -> None:
        panel = self.panel
        panel.foot.asked.connect(self.carry_out)
        panel.form_asked.connect(self._change_form)
        panel.told.told_asked.connect(self._ask_told)
        panel.told.copy_asked.connect(self._copy_message)
        panel.before.agreed_asked.connect(self._agree)
        panel.before.ticked.connect(self._tick)
        panel.before.point_asked.connect(self._add_point)
        panel.before.plan_b_asked.connect(self._write_plan_b)

    def _ask_told(self) -> None:
        """Ask how the citizen was told, and close the task (P49)."""
        task = self.panel.told.task
        if task is not None:
            at = self._now().replace(tzinfo=COPENHAGEN).astimezone(UTC)
            by = self._desk.actor_id
            self.told.ask(
                self.panel.told.menu_place,
                lambda how: self._do(tasks.told, task.id, how, by=by, at=at),
            )

    def _copy_message(self) -> None:
        """Copy the words to say to the citizen."""
        task, me = self.panel.told.task, self._desk.actor_id
        if task is not None and self._shown.citizens:
            one = self._shown.citizens[0]
            mine = next((each.name for each in self._page.shown.workers if each.id == me), "")
            name = self._naming().name_of(one.name.split()[0], one.initials)
            QApplication.clipboard().setText(letter(task.text, name, mine.partition(" ")[0]))

    def carry_out(self, wish: Wish) -> None:
        """Do what is wanted with the card that is chosen."""
        key = self._page.grid.chosen_key()
        if key is None:
            return
        match wish:
            case PanelAction.OPEN:
                self._page.edit_asked.emit(key)
            case PanelAction.DELETE:
                self._page.delete_asked.emit(key)
            case PanelAction.MOVE:
                self._move(key)
            case PanelAction.NOTE:
                self.note_asked.emit(key)
            case _:
                self._page.status_asked.emit(key, wish)

    def _move(self, key: Key) -> None:
        card = self._page.grid.chosen_card()
        if card is None or card.key != key:
            return
        span = card.span
        today = self._now().date()
        dialog = TimeDialog(
            "Flyt", "Hvornår skal det være i stedet?", "Flyt", span, today, self._page
        )
        if ask(dialog) and dialog.span != span:
            self._ask_span(key, dialog.span)
        dialog.deleteLater()

    def _ask_span(self, key: Key, to: TimeSpan) -> None:
        self._page.grid.span_asked.emit(key, to)

    def _change_form(self, form: ContactForm) -> None:
        self._page.grid.form_asked.emit(self._shown.id, form)

    def _agree(self, agreed: bool) -> None:  # noqa: FBT001 - a signal's value
        self._do(contact_panel.agree, self._shown.id, agreed=agreed)

    def _tick(self, point: Key, done: bool) -> None:  # noqa: FBT001 - a signal's value
        today = self._now().date()
        self._do(video_startup.tick_point, point, done=done, by=self._desk.actor_id, today=today)

    def _add_point(self, words: str) -> None:
        self._do(contact_panel.add_agenda, self._shown.id, words)

    def _write_plan_b(self, contact: Key, words: str) -> None:
        """Store plan B with the contact it was typed for, also when another is shown by now."""
        if self.panel.contact is not None and self.panel.contact.id == contact:
            self._do(contact_panel.write_plan_b, contact, words)
        else:
            self._desk.do(contact_panel.write_plan_b, contact, words)

    def _do(self, act: Callable[..., None], *args: object, **kwargs: object) -> None:
        """Do something, and show the contact as it is stored, also where it was refused."""
        try:
            self._desk.do(act, *args, **kwargs)
        finally:
            self.refresh()

    @property
    def _shown(self) -> PanelContact:
        assert self.panel.contact is not None  # noqa: S101 - the panel asks only about its contact
        return self.panel.contact

    def _other(self, key: Key | None) -> WeekAppointment | None:
        return next((one for one in self._page.shown.appointments if one.id == key), None)

    def _travel(self, panel: PanelContact) -> str:
        """Say how long the way there is; in whose day the chosen card lies."""
        card = self._page.grid.chosen_card()
        worker = card.worker_id if card is not None else b""
        for key in (worker, *(one.id for one in panel.workers)):
            leg = leg_to(panel.id, self._page.shown.travel.get((key, panel.span.day)))
            if leg is not None:
                return f"{leg.estimate.said()} dertil"
        return ""
