"""Whatever two people do in whatever order: the journal tells it all, and undo gives it back."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.appointment import Appointment
from bostoette.models.appointment_fields import OWN_KINDS, AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.base import Base
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.citizen_kinds import CitizenStatus, FormWish
from bostoette.models.contact import AgendaItem, Contact
from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.day_kind import DayKind
from bostoette.models.equipment_loan import EquipmentLoan
from bostoette.models.journal import JournalChange, JournalStep, StepKind
from bostoette.models.key import Key
from bostoette.models.loan_fields import LoanFields
from bostoette.models.plan_error import PlanError
from bostoette.models.remote_kinds import CheckPoint, StartStep, TechOutcome
from bostoette.models.series_change import Scope, SeriesChange, SeriesEnd
from bostoette.models.series_rule import SeriesRule
from bostoette.models.tables import OUTSIDE_THE_JOURNAL
from bostoette.models.task import Task
from bostoette.models.task_fields import TaskFields
from bostoette.models.timespan import TimeSpan
from bostoette.models.told_how import ToldHow
from bostoette.models.worker import Worker
from bostoette.planning.copying import CopyWish
from bostoette.planning.day_changes import DayAct
from bostoette.services import (
    agenda_ticks,
    appointments,
    citizens,
    contact_panel,
    contacts,
    copying,
    day_changes,
    day_types,
    ending,
    equipment,
    form_wishes,
    handing_over,
    remote_contact,
    series,
    series_changes,
    tasks,
    tray,
    video_startup,
)
from bostoette.services.day_changes import DayDecision
from bostoette.services.desk import Desk
from bostoette.store import undo
from bostoette.store.database import open_database
from bostoette.store.journal import describe
from bostoette.store.plain_row import columns_of, plain, row_key
from tests.clock import MONDAY, Clock

TODAY = MONDAY + timedelta(days=2)
KINDS: list[type[Base]] = [
    mapper.class_ for mapper in Base.registry.mappers if mapper.class_ not in OUTSIDE_THE_JOURNAL
]
Rows = dict[tuple[str, str], dict[str, Any]]
Picked = Contact | Citizen | Appointment | AgendaItem | Task | EquipmentLoan

ACTS: dict[str, Callable[..., Any]] = {
    "hold": contacts.hold,
    "delete": contacts.delete,
    "plan again": contacts.plan_again,
    "duplicate": contacts.duplicate,
}
CALLED_OFF = (ContactStatus.NO_SHOW, ContactStatus.CANCELLED_BY_US, ContactStatus.CONVERTED)

people = st.integers(0, 1)
which = st.integers(0, 40)
spans = st.builds(
    lambda day, start, minutes: TimeSpan(MONDAY + timedelta(days=day), start, minutes),
    st.integers(-3, 60),
    st.sampled_from((480, 540, 615, 780)),
    st.sampled_from((15, 60, 90)),
)
words = st.sampled_from(("", "Kaffe", "æøå »x«", "a/b", "NULL", "🙂\n%_'"))


def _add_worker(session: Session, initials: str) -> Key:
    worker = Worker(initials=initials, name=initials)
    session.add(worker)
    session.flush()
    describe(session, "Ny medarbejder")
    return worker.id


def _rows(session: Session) -> Rows:
    return {
        (row.__tablename__, row_key(row)): {
            name: plain(column, getattr(row, name))
            for name, column in columns_of(type(row))
            if name != "version"
        }
        for kind in KINDS
        for row in session.scalars(select(kind))
    }


def _told(values: dict[str, Any] | None) -> dict[str, Any] | None:
    return values and {name: value for name, value in values.items() if name != "version"}


def _retold(session: Session) -> Rows:
    """Tell all rows anew from the journal alone, checking each value before on the way."""
    rows: Rows = {}
    changes = session.scalars(
        select(JournalChange).order_by(JournalChange.step_id, JournalChange.position)
    )
    for change in changes:
        where = (change.table_name, change.row_key)
        there, before, after = rows.pop(where, None), _told(change.before), _told(change.after)
        assert (there is None) == (before is None)
        if there is not None and before is not None:
            assert {name: there[name] for name in before} == before
        if after is not None:
            rows[where] = {**(there or {}), **after}
    return rows


def _keys(session: Session, kind: type[Picked]) -> list[Key]:
    return list(session.scalars(select(kind.id).order_by(kind.id)))


class TwoPeople(RuleBasedStateMachine):
    """Two people at one file, doing what can be done with contacts, series, citizens, own time."""

    migrated: Path
    data_key: bytes

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "bostoette.db"
        self.path.write_bytes(self.migrated.read_bytes())
        self.clock = Clock()
        self._open()
        program = Desk(self.database, b"", self.clock)
        self.workers = [program.upkeep(_add_worker, initials) for initials in ("M.J.", "K.L.")]
        for name in ("Asta Mortensen", "Bo Holm"):
            program.upkeep(citizens.create, CitizenFields(name))
        self.at_first = self.read(_rows)
        self.done = [0, 0]

    def teardown(self) -> None:
        if "folder" in vars(self):
            self._all_the_way_back()
            self.database.close()
            shutil.rmtree(self.folder)

    def _open(self) -> None:
        self.database = open_database(self.path, self.data_key)

    def read(self, question: Callable[..., Any], *args: Any) -> Any:
        return Desk(self.database, b"", self.clock).read(question, *args)

    def desk(self, person: int) -> Desk:
        return Desk(self.database, self.workers[person], self.clock)

    def do(self, person: int, action: Callable[..., Any], *args: Any, **more: Any) -> None:
        """Do it, or be refused with a sentence and find nothing changed."""
        before = self.read(_rows)
        try:
            self.desk(person).do(action, *args, **more)
        except PlanError:
            assert self.read(_rows) == before
        else:
            self.done[person] += self.read(_rows) != before

    def pick(self, kind: type[Picked], number: int) -> Key | None:
        keys = self.read(_keys, kind)
        return keys[number % len(keys)] if keys else None

    def fields(self, span: TimeSpan, number: int, text: str) -> ContactFields:
        everybody = self.read(_keys, Citizen)
        chosen = {everybody[number % len(everybody)], everybody[0 if number % 3 else -1]}
        guests = (Participant(text or "Mor", "", 0, 30),) if number % 4 == 0 else ()
        return ContactFields(
            span,
            list(ContactForm)[number % 3],
            "support_conversation",
            tuple(self.workers[: 1 + number % 2]),
            tuple(sorted(chosen)),
            place_text=text,
            agreed_with_citizen=number % 5 == 0,
            participants=guests,
            agenda=(text, "Økonomi") if number % 2 and text else (),
        )

    @rule(person=people, span=spans, number=which, text=words)
    def plan(self, person: int, span: TimeSpan, number: int, text: str) -> None:
        self.do(person, contacts.create, self.fields(span, number, text))

    @rule(person=people, span=spans, number=which, text=words)
    def fill_in_again(self, person: int, span: TimeSpan, number: int, text: str) -> None:
        if key := self.pick(Contact, number):
            version = self.read(contacts.details, key).version
            self.do(person, contacts.change, key, version, self.fields(span, number, text))

    @rule(person=people, span=spans, number=which)
    def move(self, person: int, span: TimeSpan, number: int) -> None:
        if key := self.pick(Contact, number):
            self.do(person, contacts.move, key, span)

    @rule(person=people, number=which, act=st.sampled_from(sorted(ACTS)))
    def settle(self, person: int, number: int, act: str) -> None:
        if key := self.pick(Contact, number):
            self.do(person, ACTS[act], key)

    @rule(person=people, number=which, status=st.sampled_from(CALLED_OFF))
    def call_off(self, person: int, number: int, status: ContactStatus) -> None:
        if key := self.pick(Contact, number):
            self.do(person, contacts.cancel, key, status, "Ikke hjemme")

    @rule(
        person=people,
        span=spans,
        number=which,
        every=st.integers(1, 3),
        days=st.sets(st.integers(0, 4), min_size=1, max_size=2),
        count=st.sampled_from((None, 1, 3, 6)),
    )
    def make_series(
        self,
        person: int,
        span: TimeSpan,
        number: int,
        every: int,
        days: set[int],
        count: int | None,
    ) -> None:
        try:
            given = SeriesRule(
                every,
                tuple(days),
                span.day,
                span.start,
                span.minutes,
                until=None if count else span.day + timedelta(weeks=5),
                count=count,
            )
        except PlanError:
            return
        self.do(person, series.create, self.fields(span, number, ""), given, today=TODAY)

    @rule(
        person=people,
        number=which,
        span=spans,
        scope=st.sampled_from(Scope),
        change=st.sampled_from(("move", "fill", "delete", "end", "days")),
    )
    def change_series(
        self, person: int, number: int, span: TimeSpan, scope: Scope, change: str
    ) -> None:
        key = self.pick(Contact, number)
        if key is None:
            return
        if change == "delete":
            self.do(person, series_changes.delete, key, scope, today=TODAY)
            return
        asked = {
            "move": lambda: SeriesChange(to=span),
            "fill": lambda: SeriesChange(fields=self.fields(span, number, "Nyt")),
            "end": lambda: SeriesChange(end=SeriesEnd(count=1 + number % 4)),
            "days": lambda: SeriesChange(weekdays=(number % 5, 4), every_weeks=1 + number % 3),
        }[change]()
        self.do(person, series_changes.change, key, scope, asked, today=TODAY)

    @rule(person=people, number=which, name=st.sampled_from(("Åse Ø. Møller", "Bo Holm", "名前")))
    def change_citizen(self, person: int, number: int, name: str) -> None:
        if number % 3 == 0:
            self.do(person, citizens.create, CitizenFields(name))
        elif key := self.pick(Citizen, number):
            version = self.read(citizens.details, key).version
            self.do(person, citizens.change, key, version, CitizenFields(name, town="Årup"))

    @rule(
        person=people, number=which, status=st.sampled_from(CitizenStatus), days=st.integers(0, 9)
    )
    def stop(self, person: int, number: int, status: CitizenStatus, days: int) -> None:
        if key := self.pick(Citizen, number):
            version = self.read(citizens.details, key).version
            day = MONDAY + timedelta(days=days)
            self.do(person, ending.change_status, key, version, status, day)

    @rule(person=people, span=spans, kind=st.sampled_from(OWN_KINDS), text=words)
    def plan_own_time(self, person: int, span: TimeSpan, kind: AppointmentKind, text: str) -> None:
        fields = AppointmentFields(span, kind, text)
        self.do(person, appointments.create, self.workers[person], fields)

    @rule(person=people, span=spans, number=which, text=words)
    def change_own_time(self, person: int, span: TimeSpan, number: int, text: str) -> None:
        key = self.pick(Appointment, number)
        if key is None:
            return
        if number % 3 == 1:
            self.do(person, appointments.move, key, span)
        elif number % 3 == 2:
            self.do(person, appointments.delete, key)
        else:
            version = self.read(appointments.details, key).version
            fields = AppointmentFields(span, AppointmentKind.OTHER, text)
            self.do(person, appointments.change, key, version, fields)

    @rule(person=people, span=spans, number=which, again=st.booleans())
    def convert(self, person: int, span: TimeSpan, number: int, again: bool) -> None:  # noqa: FBT001 - hypothesis gives it by name
        if key := self.pick(Contact, number):
            form = list(ContactForm)[number % 3]
            visit = span if again else None
            wish = {"form": form, "to": span, "reason": "Syg", "new_visit": visit}
            self.do(person, contacts.convert, key, **wish)

    @rule(person=people, weeks=st.integers(-1, 3), days=st.sampled_from((1, 7)))
    def copy(self, person: int, weeks: int, days: int) -> None:
        wish = CopyWish(
            (self.workers[person],),
            MONDAY,
            tuple({MONDAY + timedelta(weeks=1), MONDAY + timedelta(weeks=weeks + 1)} - {MONDAY}),
            days=days,
        )
        lines = self.read(copying.preview, wish, TODAY)
        self.do(person, copying.copy, wish, {line.key for line in lines}, TODAY)

    @rule(person=people, days=st.integers(-2, 5), act=st.sampled_from(DayAct), span=spans)
    def change_day(self, person: int, days: int, act: DayAct, span: TimeSpan) -> None:
        day = MONDAY + timedelta(days=days)
        ground = self.read(day_changes.look_at_day, self.workers[person], day, TODAY)
        decided = {one.id: DayDecision(act, span) for one in ground.contacts}
        self.do(person, day_changes.change_day, day, decided, "Syg")

    @rule(person=people, span=spans, number=which, form=st.sampled_from(list(ContactForm)[:3]))
    def plan_from_tray(self, person: int, span: TimeSpan, number: int, form: ContactForm) -> None:
        if key := self.pick(Citizen, number):
            self.do(person, tray.plan, key, form, span, self.workers[person])

    @rule(person=people, span=spans, number=which)
    def hand_over_or_copy(self, person: int, span: TimeSpan, number: int) -> None:
        if key := self.pick(Contact, number):
            if number % 2:
                leaves, comes = self.workers[person], self.workers[1 - person]
                self.do(person, handing_over.hand_over, key, leaves, comes, span)
            else:
                self.do(person, handing_over.copy_to, key, span)

    @rule(person=people, number=which, done=st.booleans())
    def keep_agenda(self, person: int, number: int, done: bool) -> None:  # noqa: FBT001 - same
        item = self.pick(AgendaItem, number)
        if item is not None and number % 3:
            self.do(person, agenda_ticks.tick_agenda, item, done=done)
        elif key := self.pick(Contact, number):
            self.do(person, contact_panel.add_agenda, key, "Økonomi")
            self.do(person, contact_panel.write_plan_b, key, f"Ring {number}")
            self.do(person, contact_panel.agree, key, agreed=done)

    @rule(person=people, number=which, text=words)
    def keep_tasks(self, person: int, number: int, text: str) -> None:
        me, fields = self.workers[person], TaskFields(text, TODAY, self.pick(Citizen, number))
        key = self.pick(Task, number)
        if key is None or number % 5 == 0:
            self.do(person, tasks.create, me, fields)
        elif number % 5 == 1:
            self.do(person, tasks.done, key, by=me, at=self.clock())
        elif number % 5 == 2:
            self.do(person, tasks.told, key, ToldHow.SMS, by=me, at=self.clock())
        else:
            self.do(person, tasks.reopen if number % 2 else tasks.delete, key)

    @rule(person=people, days=st.integers(0, 3), kind=st.sampled_from((None, *DayKind)))
    def say_where(self, person: int, days: int, kind: DayKind | None) -> None:
        day = MONDAY + timedelta(days=days)
        self.do(person, day_types.set_day_kind, self.workers[person], day, kind)

    @rule(person=people, number=which, days=st.integers(-3, 9))
    def lend(self, person: int, number: int, days: int) -> None:
        key = self.pick(EquipmentLoan, number)
        if key is not None and number % 2:
            self.do(person, equipment.give_back, key, TODAY + timedelta(days=days))
        elif citizen := self.pick(Citizen, number):
            self.do(person, equipment.lend, citizen, LoanFields("Tablet", TODAY))

    @rule(person=people, number=which, outcome=st.sampled_from(TechOutcome), done=st.booleans())
    def keep_remote(
        self,
        person: int,
        number: int,
        outcome: TechOutcome,
        done: bool,  # noqa: FBT001 - same
    ) -> None:
        me = self.workers[person]
        if (key := self.pick(Contact, number)) and number % 2:
            self.do(person, remote_contact.note_tech, key, outcome, by=me, today=TODAY)
        elif key:
            point = list(CheckPoint)[number % len(CheckPoint)]
            self.do(person, remote_contact.tick, key, point, done=done, by=me, today=TODAY)
        if citizen := self.pick(Citizen, number):
            step, wish = list(StartStep)[number % len(StartStep)], list(FormWish)[number % 2]
            more = {"by": me, "today": TODAY}
            self.do(person, video_startup.tick_step, citizen, step, 1, done=done, **more)
            form = (ContactForm.VIDEO, ContactForm.PHONE)[number % 2]
            self.do(person, form_wishes.ask, citizen, form, wish, **more)

    @rule()
    def go_on_with_series(self) -> None:
        Desk(self.database, self.workers[0], self.clock).upkeep(series.top_up, TODAY)

    @rule()
    def restart(self) -> None:
        self.database.close()
        self._open()

    @rule(person=people)
    def undo_and_redo(self, person: int) -> None:
        desk, before = self.desk(person), self.read(_rows)
        try:
            name = desk.undo()
        except PlanError:
            assert self.read(_rows) == before
            return
        if name is not None:
            assert desk.undo_state().redo == name
            assert desk.redo() == name
            assert self.read(_rows) == before

    @rule(person=people)
    def undo(self, person: int) -> None:
        self.do(person, undo.undo, self.workers[person])

    @precondition(lambda self: any(self.done))
    @rule(person=people)
    def redo(self, person: int) -> None:
        self.do(person, undo.redo, self.workers[person])

    @invariant()
    def the_journal_tells_it_all(self) -> None:
        if "folder" in vars(self):
            assert self.read(_retold) == self.read(_rows)

    @invariant()
    def nothing_refers_to_what_is_gone(self) -> None:
        if "folder" in vars(self):
            with self.database.reader.connect() as connection:
                assert not connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()

    def _all_the_way_back(self) -> None:
        """Where only one person did something, undoing it all gives the file of before."""
        alone = [person for person in (0, 1) if not self.done[1 - person]]
        upkept = self.read(_upkept_series)
        if not alone or upkept:
            return
        desk, at_last = self.desk(alone[0]), self.read(_rows)
        steps = 0
        while desk.undo() is not None:
            steps += 1
        assert self.read(_rows) == self.at_first
        for _ in range(steps):
            desk.redo()
        if not self.read(_undone_before, self.workers[alone[0]]):
            assert self.read(_rows) == at_last


def _upkept_series(session: Session) -> bool:
    return (
        session.scalar(
            select(JournalStep.id).where(
                JournalStep.kind == StepKind.UPKEEP, JournalStep.label.startswith("Serie")
            )
        )
        is not None
    )


def _undone_before(session: Session, actor_id: Key) -> bool:
    return (
        session.scalar(
            select(JournalStep.id).where(
                JournalStep.actor_id == actor_id, JournalStep.kind == StepKind.UNDO
            )
        )
        is not None
    )


EXAMPLES, STEPS = 12, 20


def test_the_journal_tells_all_and_undo_gives_it_back(migrated_file: Path, data_key: bytes) -> None:
    TwoPeople.migrated, TwoPeople.data_key = migrated_file, data_key
    run_state_machine_as_test(
        TwoPeople,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            phases=(Phase.explicit, Phase.generate),  # shrinking takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
