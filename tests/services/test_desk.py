"""The desk and the journal: one transaction, one step, undone and redone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact
from bostoette.models.contact_form import ContactForm
from bostoette.models.journal import JournalChange, JournalStep, StepKind
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.task import Task, TaskKind
from bostoette.models.timespan import TimeSpan
from bostoette.services.desk import Changes, Desk
from bostoette.store.database import Database, open_database
from bostoette.store.journal import act, describe
from bostoette.store.plain_reader import PlainReader
from tests.clock import At, Clock


def _plan(session: Session, worker: Key, citizen: Key, span: TimeSpan) -> Key:
    contact = Contact(
        purpose_id="support_conversation",
        form=ContactForm.PHYSICAL,
        day=span.day,
        start=span.start,
        minutes=span.minutes,
    )
    contact.set_people((worker,), (citizen,))
    session.add(contact)
    describe(session, "Ny kontakt")
    session.flush()
    return contact.id


def _move(session: Session, contact_id: Key, span: TimeSpan) -> None:
    session.get_one(Contact, contact_id).plan_at(span)
    describe(session, "Flyt kontakt")


def _delete(session: Session, contact_id: Key) -> None:
    session.delete(session.get_one(Contact, contact_id))
    describe(session, "Slet kontakt")


def _span(session: Session, contact_id: Key) -> TimeSpan:
    return session.get_one(Contact, contact_id).span


def _count(session: Session, kind: type[Contact | JournalStep | JournalChange]) -> int:
    return session.scalar(select(func.count()).select_from(kind)) or 0


def _days(reader: PlainReader) -> list[str]:
    return [day for (day,) in reader.exec_driver_sql("SELECT day FROM contact").fetchall()]


@pytest.fixture
def visit(desk: Desk, worker_id: Key, citizen_id: Key, at: At) -> Key:
    return desk.do(_plan, worker_id, citizen_id, at(0, "9.00", 60))


def test_undo_puts_a_moved_contact_back(desk: Desk, visit: Key, at: At) -> None:
    desk.do(_move, visit, at(3, "13.00", 60))
    assert desk.undo() == "Flyt kontakt"
    assert desk.read(_span, visit) == at(0, "9.00", 60)


def test_redo_moves_it_again(desk: Desk, visit: Key, at: At) -> None:
    desk.do(_move, visit, at(3, "13.00", 60))
    desk.undo()
    assert desk.redo() == "Flyt kontakt"
    assert desk.read(_span, visit) == at(3, "13.00", 60)
    assert desk.redo() is None


def test_a_deleted_contact_comes_back_with_its_people(desk: Desk, visit: Key) -> None:
    desk.do(_delete, visit)
    desk.undo()

    def people(session: Session) -> tuple[int, int]:
        contact = session.get_one(Contact, visit)
        return len(contact.workers), len(contact.citizens)

    assert desk.read(people) == (1, 1)


def test_a_hundred_steps_go_back_and_forth_also_after_a_restart(
    database: Database, data_key: bytes, desk: Desk, visit: Key, at: At
) -> None:
    for step in range(100):
        desk.do(_move, visit, at(step % 5, "10.00", 15 + step))
    database.close()
    restarted = Desk(open_database(database.path, data_key), desk.actor_id, Clock())
    for _ in range(100):
        assert restarted.undo() == "Flyt kontakt"
    assert restarted.read(_span, visit) == at(0, "9.00", 60)
    for _ in range(100):
        assert restarted.redo() == "Flyt kontakt"
    assert restarted.read(_span, visit) == at(99 % 5, "10.00", 114)


def test_a_new_change_ends_what_could_be_redone(desk: Desk, visit: Key, at: At) -> None:
    desk.do(_move, visit, at(1, "9.00", 60))
    desk.undo()
    desk.do(_move, visit, at(2, "9.00", 60))
    assert desk.redo() is None
    assert desk.undo_state().undo == "Flyt kontakt"


def test_what_was_given_up_for_a_new_change_never_comes_back(
    desk: Desk, visit: Key, at: At
) -> None:
    desk.do(_move, visit, at(1, "9.00", 60))
    desk.do(_move, visit, at(2, "9.00", 60))
    desk.undo()
    desk.do(_move, visit, at(3, "9.00", 60))
    desk.undo()
    desk.undo()
    for weekday in (1, 3):
        desk.redo()
        assert desk.read(_span, visit) == at(weekday, "9.00", 60)
    assert desk.redo() is None


def test_undo_takes_back_only_ones_own_changes(
    desk: Desk, colleagues_desk: Desk, visit: Key, at: At
) -> None:
    assert colleagues_desk.undo() is None
    assert desk.read(_span, visit) == at(0, "9.00", 60)


def test_undo_refuses_when_somebody_else_changed_the_row_since(
    desk: Desk, colleagues_desk: Desk, visit: Key, at: At
) -> None:
    desk.do(_move, visit, at(1, "9.00", 60))
    colleagues_desk.do(_move, visit, at(2, "9.00", 60))
    with pytest.raises(PlanError, match="En anden har siden ændret"):
        desk.undo()
    assert desk.read(_span, visit) == at(2, "9.00", 60)


def test_undo_refuses_when_later_rows_depend_on_it(
    desk: Desk, colleagues_desk: Desk, worker_id: Key, visit: Key
) -> None:
    def remind(session: Session) -> None:
        session.add(
            Task(kind=TaskKind.OTHER, worker_id=worker_id, contact_id=visit, text="Ring først")
        )
        describe(session, "Ny opgave")

    colleagues_desk.do(remind)
    with pytest.raises(PlanError, match="bygget oven på"):
        desk.undo()
    assert desk.read(_count, Contact) == 1


def test_undo_refuses_steps_older_than_the_last_migration(
    desk: Desk, visit: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bostoette.store.undo.SCHEMA", 99)
    with pytest.raises(PlanError, match="før programmet blev opdateret"):
        desk.undo()
    assert desk.read(_count, Contact) == 1


def test_an_act_is_written_down_and_never_undone(desk: Desk, visit: Key) -> None:
    def sign(session: Session) -> None:
        act(session, "Eksportér uge 48", events=3)

    desk.do(sign)
    assert desk.undo_state().undo == "Ny kontakt"


def test_upkeep_is_outside_the_undo_list(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    desk.upkeep(_plan, worker_id, citizen_id, at(0, "9.00", 60))
    assert desk.undo() is None


def test_the_journal_says_who_did_what_when_with_values_before_and_after(
    desk: Desk, visit: Key, at: At
) -> None:
    desk.do(_move, visit, at(3, "13.00", 45))

    def latest(session: Session) -> tuple[JournalStep, dict[str, tuple[object, object]]]:
        step = session.scalars(select(JournalStep).order_by(JournalStep.id.desc())).first()
        assert step is not None
        changes = session.scalars(
            select(JournalChange).where(JournalChange.step_id == step.id)
        ).all()
        return step, {change.table_name: (change.before, change.after) for change in changes}

    step, changes = desk.read(latest)
    assert (step.kind, step.label, step.actor_id) == (
        StepKind.CHANGE,
        "Flyt kontakt",
        desk.actor_id,
    )
    assert changes["contact"] == (
        {"day": "2026-11-23", "start": 540, "minutes": 60},
        {"day": "2026-11-26", "start": 780, "minutes": 45},
    )
    assert changes["contact_worker"] == ({"day": "2026-11-23"}, {"day": "2026-11-26"})


def test_when_saving_fails_neither_change_nor_journal_is_left(
    desk: Desk, visit: Key, at: At
) -> None:
    steps = desk.read(_count, JournalStep)

    def half(session: Session) -> None:
        _move(session, visit, at(1, "9.00", 60))
        session.flush()
        raise PlanError("Nej.")

    with pytest.raises(PlanError):
        desk.do(half)
    assert desk.read(_span, visit) == at(0, "9.00", 60)
    assert desk.read(_count, JournalStep) == steps


def test_a_stale_save_is_noticed_and_overwrites_nothing(
    desk: Desk, colleagues_desk: Desk, visit: Key, at: At
) -> None:
    def stale(session: Session) -> None:
        contact = session.get_one(Contact, visit)
        session.connection().exec_driver_sql("UPDATE contact SET version = version + 1")
        contact.minutes = 5
        describe(session, "Ret")

    with pytest.raises(PlanError, match="En anden har ændret det samme"):
        desk.do(stale)
    assert colleagues_desk.read(_span, visit) == at(0, "9.00", 60)


def test_a_contacts_parts_can_never_lie_on_another_day(desk: Desk, visit: Key, at: At) -> None:
    def tear(session: Session) -> None:
        session.get_one(Contact, visit).day = at(2, "9.00", 60).day
        describe(session, "Riv i stykker")

    with pytest.raises(PlanError):
        desk.do(tear)
    assert desk.read(_span, visit) == at(0, "9.00", 60)


def test_half_a_character_is_told_and_nothing_is_saved(desk: Desk, visit: Key) -> None:
    def write(session: Session) -> None:
        session.get_one(Contact, visit).plan_b = "Ring \ud83d"
        describe(session, "Ret kontakt")

    with pytest.raises(PlanError, match="et tegn, der ikke kan gemmes"):
        desk.do(write)
    assert desk.read(lambda session: session.get_one(Contact, visit).plan_b) == ""


def test_listeners_hear_which_kinds_of_rows_changed(desk: Desk, visit: Key, at: At) -> None:
    heard: list[Changes] = []
    desk.listen(heard.append)
    desk.do(_move, visit, at(1, "9.00", 60))
    desk.undo()
    assert [change.touch(Contact) for change in heard] == [True, True]
    assert not heard[0].touch(Citizen)


def test_a_question_that_changes_nothing_writes_no_step(desk: Desk) -> None:
    steps = desk.read(_count, JournalStep)
    desk.do(lambda _session: None)
    assert desk.read(_count, JournalStep) == steps


def test_a_bulk_statement_cannot_escape_the_journal(desk: Desk, visit: Key) -> None:
    with pytest.raises(RuntimeError, match="escape the journal"):
        desk.do(lambda session: session.execute(delete(Contact)))


def test_the_folder_holds_no_name_in_file_names(
    desk: Desk, citizen_id: Key, database_path: Path
) -> None:
    assert citizen_id
    assert all("Asta" not in file.name for file in database_path.parent.iterdir())


@pytest.fixture
def clock_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every key a year older than the one before, as if the clock were set back each time."""
    years = iter(range(2026, 1970, -1))

    def older() -> Key:
        made = int(datetime(next(years), 1, 1, tzinfo=UTC).timestamp() * 1000)
        return made.to_bytes(6) + b"\x70\x00\x80" + bytes(7)

    monkeypatch.setattr("bostoette.models.key.new_key", older)


@pytest.mark.usefixtures("clock_goes_back")
def test_undo_takes_the_right_step_when_the_clock_was_set_back(
    desk: Desk, visit: Key, at: At
) -> None:
    desk.do(_move, visit, at(1, "9.00", 60))
    desk.do(_move, visit, at(2, "9.00", 60))
    desk.do(_move, visit, at(3, "9.00", 60))
    desk.undo()
    assert desk.read(_span, visit) == at(2, "9.00", 60)
    desk.undo()
    assert desk.read(_span, visit) == at(1, "9.00", 60)
    desk.redo()
    desk.redo()
    assert desk.read(_span, visit) == at(3, "9.00", 60)


@pytest.mark.usefixtures("clock_goes_back")
def test_undo_refuses_what_a_colleague_changed_on_a_computer_whose_clock_is_behind(
    desk: Desk, colleagues_desk: Desk, visit: Key, at: At
) -> None:
    desk.do(_move, visit, at(1, "9.00", 60))
    colleagues_desk.do(_move, visit, at(2, "9.00", 60))
    with pytest.raises(PlanError, match="En anden har siden ændret"):
        desk.undo()


def test_what_the_program_has_carried_on_is_told_as_the_programs_work(
    desk: Desk, visit: Key, at: At
) -> None:
    desk.upkeep(_move, visit, at(2, "9.00", 60))
    with pytest.raises(PlanError, match="Programmet har siden ført"):
        desk.undo()


def test_a_look_sees_what_is_stored_and_lets_go_of_it_again(desk: Desk, visit: Key, at: At) -> None:
    assert desk.look(_days) == [at(0, "9.00", 60).day.isoformat()]
    desk.do(_move, visit, at(1, "9.00", 60))
    assert desk.look(_days) == [at(1, "9.00", 60).day.isoformat()]


def test_a_look_that_fails_leaves_the_desk_in_working_order(desk: Desk, visit: Key, at: At) -> None:
    def wrong(reader: PlainReader) -> None:
        reader.exec_driver_sql("SELECT nothing FROM nowhere")

    with pytest.raises(dbapi2.OperationalError):
        desk.look(wrong)
    desk.do(_delete, visit)
    assert desk.look(_days) == []
