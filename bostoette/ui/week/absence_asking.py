"""Asks for an absence, and then what becomes of whom it leaves without a worker (P89, P13)."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from bostoette.models.days import Days
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.worker_fields import AbsenceFields, PlannedContact, StoredAbsence
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.services import day_changes, workers
from bostoette.services.desk import Desk
from bostoette.ui.naming import Naming
from bostoette.ui.settings.worker_dialogs import AbsenceDialog
from bostoette.ui.telling import show_plan_error
from bostoette.ui.theme import Theme
from bostoette.ui.week.absence_contacts_dialog import AbsenceContactsDialog

_REASONS = {AbsenceKind.OTHER: "Fravær"}


class AbsenceAsking(QObject):
    """Opens the two dialogs over a page; nothing is changed before a person says so."""

    changed = Signal()
    """An absence, or contacts in one, were changed."""

    def __init__(
        self,
        page: QWidget,
        desk: Desk,
        theme: Theme,
        today: Callable[[], date],
        naming: Callable[[], Naming],
    ) -> None:
        super().__init__(page)
        self._page, self._desk, self._theme = page, desk, theme
        self._today, self._naming = today, naming

    def new(
        self, people: Sequence[tuple[Key, str]], kind: AbsenceKind = AbsenceKind.HOLIDAY
    ) -> None:
        """Ask for an absence of one of these people, the first of them proposed."""
        today = self._today()
        alone = people[0][1] if len(people) == 1 else ""
        self._ask(
            f"Nyt fravær for {alone}" if alone else "Nyt fravær",
            people,
            AbsenceFields(today, today, kind),
            lambda worker, fields: self._desk.do(
                workers.add_absence, self._desk.actor_id, worker, fields
            ),
        )

    def change(self, initials: str, absence: StoredAbsence) -> None:
        """Open an absence, to be corrected."""
        self._ask(
            f"Ret fravær for {initials}",
            [(absence.worker_id, initials)],
            absence.fields,
            lambda _worker, fields: self._desk.do(
                workers.change_absence, self._desk.actor_id, absence.id, absence.version, fields
            ),
        )

    def show_contacts(self, worker_id: Key, absence: AbsenceFields) -> None:
        """Show whom an absence leaves without the worker, and do what is chosen in one step."""
        days, today = Days(absence.first_day, absence.last_day), self._today()
        dialog = AbsenceContactsDialog(
            worker_id,
            self._desk.read(workers.details, worker_id).fields.initials,
            days,
            _REASONS.get(absence.kind, absence.kind.danish),
            self._desk.read(day_changes.look_at_absence, worker_id, days, today),
            naming=self._naming(),
            parent=self._page,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._do(dialog))
        dialog.open()

    def _do(self, dialog: AbsenceContactsDialog) -> None:
        try:
            self._desk.do(
                day_changes.change_day,
                dialog.days.first,
                dialog.decisions(),
                dialog.reason.text(),
                until=dialog.days.last,
            )
        except PlanError as error:
            show_plan_error(self._page, error)
        self.changed.emit()

    def _ask(
        self,
        title: str,
        people: Sequence[tuple[Key, str]],
        fields: AbsenceFields,
        keep: Callable[[Key, AbsenceFields], object],
    ) -> None:
        kept: list[tuple[Key, AbsenceFields]] = []

        def hits(worker: Key, first: date, last: date) -> tuple[PlannedContact, ...]:
            return self._desk.read(workers.contacts_hit, worker, first, last)

        def store(worker: Key, filled: AbsenceFields) -> None:
            keep(worker, filled)
            kept.append((worker, filled))

        dialog = AbsenceDialog(
            self._theme,
            self._page,
            title=title,
            people=people,
            fields=fields,
            today=self._today(),
            hits=hits,
            store=store,
        )
        dialog.accepted.connect(lambda: self._go_on(*kept[-1]))
        dialog.show_fitting()

    def _go_on(self, worker: Key, absence: AbsenceFields) -> None:
        """Show whom it leaves without her, where there is anybody from today on."""
        self.changed.emit()
        first = max(absence.first_day, self._today())
        if self._desk.read(workers.contacts_hit, worker, first, absence.last_day):
            self.show_contacts(worker, absence)
