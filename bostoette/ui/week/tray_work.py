"""What happens in the tray: contacts get a time by mouse or keyboard, tasks are done and noted."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt

from bostoette.models.contact_agreement import AgreementLine, ContactAgreement
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.planning.free_span import any_time
from bostoette.planning.week_citizens import is_short_notice
from bostoette.planning.week_voice import fits_citizens
from bostoette.services import form_choice, tray
from bostoette.services.desk import Changes, Desk
from bostoette.services.form_choice import PlacedForm
from bostoette.services.tray import Tray, TrayItem
from bostoette.ui.background import beside_in_steps
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.foresight import Foresight, Ghost
from bostoette.ui.week.form_asking import FormAsking
from bostoette.ui.week.look_ahead import foresight_of
from bostoette.ui.week.tray_advice import TrayAdvice
from bostoette.ui.week.tray_fitting import first_fitting, first_on
from bostoette.ui.week.tray_pane import TrayPane
from bostoette.ui.week.tray_task_work import TaskWork
from bostoette.ui.week.week_card import WeekCard

if TYPE_CHECKING:
    from bostoette.ui.week.week_page import WeekPage


class TrayWork(QObject):
    """Fills the tray of a week page, and carries out what the person wants there.

    It is empty until `show_anew`, as its tasks are until theirs.
    """

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
        self._held: tuple[TrayItem, ContactForm] | None = None
        self._advice = TrayAdvice(desk, FormAsking(theme, page, leave="Læg tilbage"))
        self.tray = Tray(page.week)
        self.pane = TrayPane(theme, page)
        page.left.hold(self.pane)
        self._connect()
        self.tasks = TaskWork(
            page, self.pane, desk, theme, now, naming=naming, say=say, show_count=show_count
        )

    def show_anew(self) -> None:
        """Read the tray for the week that is shown."""
        self._take(self._question()())

    def begin(self) -> Iterator[None]:
        """Do the same, read beside the window; another week shown meanwhile is read by itself."""
        shown = self._page.week, self._page.workers
        found = yield from beside_in_steps(self._question())
        if (self._page.week, self._page.workers) == shown:
            self._take(found)

    def _question(self) -> Callable[[], Tray]:
        early = self.pane.early.isChecked()
        whose, week = self._page.workers, self._page.week
        return partial(self._desk.read, tray.tray_of, whose, week, early=early)

    def _take(self, found: Tray) -> None:
        self._advice.forget()
        self.tray = found
        self.pane.show_tray(found, self._naming())
        self._page.strip.show_missing(found.missing_count)

    def _connect(self) -> None:
        pane, grid = self.pane, self._page.grid
        self._page.week_shown.connect(self.show_anew)
        self._page.data_changed.connect(self._on_changes)
        pane.early_asked.connect(self.show_anew)
        pane.missing.plan_asked.connect(self.invite)
        pane.missing.dragged.connect(self._drag)
        pane.missing.dropped.connect(self._drop)
        pane.missing.put_back.connect(grid.end_hover)
        grid.guest_placed.connect(self._place)
        grid.guest_left.connect(self._back_to_tray)
        grid.guest_guided.connect(pane.tell_keys)
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
        fits = self._fits(item)
        span = first_fitting(item, self._page.shown, whose, self._now(), fits)
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
            self._back_to_tray()

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
        self._page.grid.setFocus(Qt.FocusReason.OtherFocusReason)  # the list may be about to go
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

    def _fits(self, item: TrayItem) -> Callable[[TimeSpan], bool]:
        """Tell of times whether they are good for the citizen, and known in time (P84, P67)."""
        checked = self._page.checked
        if checked is None:
            return any_time

        def fits(span: TimeSpan) -> bool:
            soon = is_short_notice(checked, item.forms[0], span.day, span.start)
            return not soon and fits_citizens(checked, (item.citizen.id,), span)

        return fits

    def _fit(self, ghost: Ghost) -> Ghost:
        """Find a free time on the day, where days are shown without their hours."""
        if self._held is None:
            return ghost
        whose = ghost.worker or self._page.planner
        item = self._held[0]
        fits = self._fits(item)
        free = first_on(item, self._page.shown, whose, [ghost.span.day], self._now(), fits=fits)
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
