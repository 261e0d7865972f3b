"""Teamet: its workers, and when they are away."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QPushButton

from bostoette.models.key import Key
from bostoette.models.team import TeamSetting
from bostoette.models.wording import short_day
from bostoette.models.worker import Absence, Worker
from bostoette.models.worker_fields import (
    AbsenceFields,
    LeadRight,
    ListedWorker,
    StoredAbsence,
    WorkerFields,
)
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import team_rights, workers
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.list_with_actions import Entry, ListWithActions
from bostoette.ui.settings.section import Section
from bostoette.ui.settings.worker_dialogs import StopDialog, WorkerDialog
from bostoette.ui.week.absence_asking import AbsenceAsking
from bostoette.ui.words import quiet

_SUBSTITUTE_DAYS = 28


class TeamSection(Section):
    """The list of workers, and the absences of the one that is chosen."""

    title = "Teamet"
    kinds = (Worker, Absence, TeamSetting)

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._workers: dict[Key, ListedWorker] = {}
        self._absences: dict[Key, StoredAbsence] = {}
        self._right = LeadRight(may=True, sentence="")
        self._asking = AbsenceAsking(
            self, ground.desk, self.theme, lambda: self.ground.today, lambda: self.naming
        )
        self.right_words = quiet("")
        self.people = ListWithActions(self.theme, "Medarbejdere", "Ingen endnu.")
        self.away = ListWithActions(self.theme, "Fravær", "Intet fravær.")
        self._people_buttons = self._make_people_buttons()
        self._away_buttons = self._make_away_buttons()
        self.add(self.right_words)
        self.add(self.people)
        self.add_heading("Fravær", "For den medarbejder, der er valgt ovenfor.")
        self.add(self.away)
        self.add(self.notice)
        self.people.open_by(self.change_worker)
        self.away.open_by(self.change_absence)
        self.people.chosen.connect(self._show_absences)
        self.away.chosen.connect(self._allow)
        self.finish_column()
        self.refresh()

    def refresh(self) -> None:
        """Read the team anew; the chosen worker stays chosen."""
        desk = self.ground.desk
        self._right = desk.read(team_rights.lead_right, self.ground.actor)
        self.right_words.setText(self._right.sentence)
        self._workers = {one.id: one for one in desk.read(workers.listed)}
        chosen = None if self.people.current else self.ground.actor
        self.people.show_entries(
            [Entry(one.id, self._worker_words(one)) for one in self._workers.values()], chosen
        )

    def new_worker(self) -> None:
        """Ask for a new worker."""
        self._ask_worker("Ny medarbejder", WorkerFields("", ""))

    def new_substitute(self) -> None:
        """Ask for a new substitute: a name, initials, and a last day that is proposed."""
        last = self.ground.today + timedelta(days=_SUBSTITUTE_DAYS)
        fields = WorkerFields("", "", role=WorkerRole.SUBSTITUTE, valid_to=last, job_title="Vikar")
        self._ask_worker("Ny vikar", fields)

    def change_worker(self) -> None:
        """Open the chosen worker."""
        worker = self._chosen_worker()
        if worker is None or not self._may(worker.id):
            return
        desk = self.ground.desk
        known = desk.read(workers.details, worker.id)

        def store(fields: WorkerFields) -> None:
            desk.do(workers.change, self.ground.actor, known.id, known.version, fields)

        title = f"Ret {known.fields.initials}"
        self._open_worker(title, known.fields, store)

    def stop_or_take_up(self) -> None:
        """Let the chosen worker stop, after what waits was shown, or take her up again."""
        worker = self._chosen_worker()
        if worker is None:
            return
        desk, actor = self.ground.desk, self.ground.actor
        if not worker.active:
            self.attempt(lambda: desk.do(workers.activate, actor, worker.id, worker.version))
            return
        waits = desk.read(workers.what_waits, worker.id, self.ground.today)
        store = partial(desk.do, workers.deactivate, actor, worker.id, worker.version)
        StopDialog(
            self.theme, self, whom=worker.initials, waits=waits, naming=self.naming, store=store
        ).show_fitting()

    def new_absence(self) -> None:
        """Ask for an absence of the chosen worker; then show whom it leaves without her."""
        worker = self._chosen_worker()
        if worker is not None:
            self._asking.new([(worker.id, worker.initials)])

    def change_absence(self) -> None:
        """Open the chosen absence."""
        worker, absence = self._chosen_worker(), self._chosen_absence()
        if worker is not None and absence is not None and self._may(worker.id):
            self._asking.change(worker.initials, absence)

    def show_contacts(self) -> None:
        """Show whom the chosen absence leaves without her."""
        worker, absence = self._chosen_worker(), self._chosen_absence()
        if worker is not None and absence is not None:
            self._asking.show_contacts(worker.id, absence.fields)

    def remove_absence(self) -> None:
        """Take the chosen absence away; *Fortryd* brings it back."""
        absence = self._chosen_absence()
        if absence is not None:
            desk, actor = self.ground.desk, self.ground.actor
            self.attempt(
                lambda: desk.do(workers.remove_absence, actor, absence.id, absence.version)
            )

    # --- inside ---

    def _ask_worker(self, title: str, fields: WorkerFields) -> None:
        desk, actor = self.ground.desk, self.ground.actor

        def store(filled: WorkerFields) -> None:
            key = desk.do(workers.create, actor, filled)
            entries = [Entry(one.id, self._worker_words(one)) for one in self._workers.values()]
            self.people.show_entries(entries, key)

        self._open_worker(title, fields, store)

    def _open_worker(
        self, title: str, fields: WorkerFields, store: Callable[[WorkerFields], object]
    ) -> None:
        WorkerDialog(
            self.theme, self, title=title, fields=fields, today=self.ground.today, store=store
        ).show_fitting()

    def _make_people_buttons(self) -> tuple[QPushButton, ...]:
        add = self.people.add_action
        self.change_button = add("Ret …", self.change_worker, "Ret medarbejderen")
        self.new_button = add("Ny medarbejder …", self.new_worker, "Ny medarbejder")
        self.substitute_button = add("Ny vikar …", self.new_substitute, "Ny vikar")
        self.stop_button = add("Stop …", self.stop_or_take_up, "Stop medarbejderen")
        return (self.new_button, self.substitute_button, self.stop_button)

    def _make_away_buttons(self) -> tuple[QPushButton, ...]:
        add = self.away.add_action
        self.new_absence_button = add("Nyt fravær …", self.new_absence, "Nyt fravær")
        return (
            add("Ret …", self.change_absence, "Ret fraværet"),
            add("Kontakter …", self.show_contacts, "Kontakter i fraværet"),
            add("Slet", self.remove_absence, "Slet fraværet"),
        )

    def _show_absences(self) -> None:
        worker = self._chosen_worker()
        found = self.ground.desk.read(workers.absences, worker.id) if worker else ()
        self._absences = {one.id: one for one in found}
        self.away.show_entries([Entry(one.id, _absence_words(one.fields)) for one in found])

    def _allow(self) -> None:
        """Let only those actions be chosen that can be done."""
        worker = self._chosen_worker()
        mine = worker is not None and self._may(worker.id)
        self.change_button.setEnabled(mine)
        for button in self._people_buttons:
            button.setEnabled(self._right.may)
        if worker is not None:
            self.stop_button.setText("Stop …" if worker.active else "Aktivér igen")
            self.stop_button.setEnabled(self._right.may and worker.id != self.ground.actor)
        self.new_absence_button.setEnabled(mine)
        for button in self._away_buttons:
            button.setEnabled(mine and self._chosen_absence() is not None)

    def _may(self, worker_id: Key) -> bool:
        return self._right.may or worker_id == self.ground.actor

    def _chosen_worker(self) -> ListedWorker | None:
        chosen = self.people.current
        return self._workers.get(chosen) if isinstance(chosen, bytes) else None

    def _chosen_absence(self) -> StoredAbsence | None:
        chosen = self.away.current
        return self._absences.get(chosen) if isinstance(chosen, bytes) else None

    def _worker_words(self, worker: ListedWorker) -> str:
        parts = [worker.initials]
        if not self.naming.discreet:
            parts.append(worker.name)
        if worker.job_title and worker.job_title != worker.role.danish:
            parts.append(worker.job_title)
        parts.append(worker.role.danish)
        if worker.valid_to is not None:
            over = worker.valid_to < self.ground.today
            parts.append(f"{'sluttede' if over else 'til'} {short_day(worker.valid_to)}")
        if not worker.active:
            parts.append("stoppet")
        return " · ".join(parts)


def _absence_words(fields: AbsenceFields) -> str:
    first, last = fields.first_day, fields.last_day
    days = short_day(first) if first == last else f"{short_day(first)} – {short_day(last)}"
    return f"{fields.kind.danish} · {days} {last.year}"
