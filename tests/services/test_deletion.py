"""Sletning: after the leader's period and confirmation nothing of a citizen is left anywhere."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from bostoette.models.base import Base, KeyColumn
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.export_receipt import ExportedEvent
from bostoette.models.journal import JournalStep, StepKind
from bostoette.models.key import Key
from bostoette.models.loan_fields import LoanFields
from bostoette.models.note_fields import NoteFields
from bostoette.models.plan_error import PlanError
from bostoette.models.task_fields import TaskFields
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker_fields import WorkerFields
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import (
    citizens,
    contacts,
    deletion,
    drafts,
    ending,
    equipment,
    notes,
    tasks,
    team_lists,
    workers,
)
from bostoette.services.desk import Changes, Desk
from bostoette.services.drafts import DraftOf
from bostoette.store.belonging import belonging_to, tables_of_citizens
from bostoette.store.database import Database, open_database
from bostoette.store.erasing_journal import ERASED
from tests.clock import MONDAY
from tests.raw_pages import found_raw
from tests.services.everything_hers import fill_every_table

NAME = "Åse Ærø-Hemmelig"
STREET = "Skjultgade 117"
PHONE = "99 88 77 66"
NOTE = "Hun fortalte om marsvinet Balthazar"
AGENDA = "Snak om kolonihaven"
GONE_AGENDA = "Snak om campingvognen"
TASK = "Send kopi af lejekontrakten"
LOAN = "Tablet nummer syv"
DRAFT = "Halvt skrevet om naboen"
INDEXED = "balthazar"
"""A word of the note, as the index of words holds it."""
TOGETHER = "Fælles tur til stranden"
SECRETS = (NAME, STREET, PHONE, NOTE, AGENDA, GONE_AGENDA, TASK, LOAN, DRAFT)
LATER = date(2032, 1, 5)
PURPOSE = "support_conversation"


def fields(worker: Key, people: tuple[Key, ...], day: int = 0, **more: Any) -> ContactFields:
    span = TimeSpan(MONDAY + timedelta(days=day), 540, 60)
    return ContactFields(
        form=ContactForm.PHYSICAL,
        span=span,
        workers=(worker,),
        citizens=people,
        purpose_id=PURPOSE,
        **more,
    )


@pytest.fixture
def hers(desk: Desk, worker_id: Key) -> Key:
    """A citizen with something of everything, some of it deleted long ago."""
    key = desk.do(
        citizens.create,
        CitizenFields(NAME, address=STREET, phone=PHONE, primary_worker_id=worker_id),
    )
    held = desk.do(contacts.create, fields(worker_id, (key,), agenda=(AGENDA,)))
    at = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    signed = NoteFields(text=NOTE)
    desk.do(notes.sign, held, key, signed, by=worker_id, at=at, today=MONDAY)
    gone = desk.do(contacts.create, fields(worker_id, (key,), 1, agenda=(GONE_AGENDA,)))
    desk.do(contacts.delete, gone)
    desk.do(tasks.create, worker_id, TaskFields(TASK, citizen_id=key))
    desk.do(equipment.lend, key, LoanFields(LOAN, MONDAY))
    next_one = desk.do(contacts.create, fields(worker_id, (key,), 2))
    draft = DraftOf(f"note:{key.hex()}", next_one, worker_id)
    desk.do(drafts.keep, draft, {"text": DRAFT}, at)
    desk.do(_export, next_one, key)
    desk.do(team_lists.set_travel, team_lists.home_place(key), f"base:{worker_id.hex()}", 25)
    return key


def _export(session: Session, contact: Key, citizen: Key) -> None:
    session.add(
        ExportedEvent(
            uid="1@x",
            reader=f"citizen:{citizen.hex()}",
            contact_id=contact,
            sequence=0,
            fingerprint="x",
            exported_at=datetime(2026, 11, 23, tzinfo=UTC),
        )
    )


def end(desk: Desk, key: Key, day: date = MONDAY) -> None:
    version = desk.read(citizens.details, key).version
    desk.do(ending.change_status, key, version, CitizenStatus.ENDED, day)


def everything(session: Session) -> str:
    """Return all that stands in all tables, as one text."""
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'search_words'"
    names = session.execute(text(tables))
    rows = (
        row
        for (name,) in names.all()
        for row in session.execute(text(f'SELECT * FROM "{name}"'))  # noqa: S608 - our own names
    )
    return "\n".join(
        " ".join(one.hex() if isinstance(one, bytes) else str(one) for one in row) for row in rows
    )


def test_a_citizen_is_due_when_the_leaders_period_has_run_out(desk: Desk, hers: Key) -> None:
    assert desk.read(deletion.deletions, LATER).due == ()
    end(desk, hers)
    assert desk.read(deletion.deletions, date(2031, 11, 22)).due == ()
    found = desk.read(deletion.deletions, date(2031, 11, 23))
    assert (found.months, [one.id for one in found.due]) == (60, [hers])


def test_nobody_is_deleted_before_the_time_or_by_others_than_the_leader(
    desk: Desk, hers: Key, worker_id: Key
) -> None:
    end(desk, hers)
    with pytest.raises(PlanError, match="skal ikke slettes endnu"):
        desk.do(deletion.delete_citizen, worker_id, hers, MONDAY)
    leader = WorkerFields("Lis Toft", "L.T.", role=WorkerRole.TEAM_LEADER)
    desk.do(workers.create, worker_id, leader)
    with pytest.raises(PlanError, match="kun en teamleder"):
        desk.do(deletion.delete_citizen, worker_id, hers, LATER)
    assert desk.read(citizens.details, hers).fields.name == NAME


def test_nothing_of_her_is_left_in_any_table_nor_in_the_files_pages(
    desk: Desk, database: Database, database_path: Path, data_key: bytes, hers: Key, worker_id: Key
) -> None:
    end(desk, hers)
    before = desk.read(everything)
    for secret in (*SECRETS, hers.hex()):
        assert secret in before
    desk.empty_log()
    assert all(found_raw(database_path, data_key, secret) for secret in (*SECRETS, INDEXED))
    desk.do(deletion.delete_citizen, worker_id, hers, LATER)
    desk.empty_log()
    after = desk.read(everything)
    for secret in (*SECRETS, hers.hex(), "Å.Æ"):
        assert secret not in after
    database.close()
    assert not [one for one in (*SECRETS, INDEXED) if found_raw(database_path, data_key, one)]
    log = database_path.with_name(database_path.name + "-wal")
    assert not log.exists() or log.stat().st_size == 0
    again = open_database(database_path, data_key)
    with Session(again.reader) as session:
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []
        assert session.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    again.close()


def test_whatever_table_may_hold_something_of_hers_nothing_of_it_is_left(
    desk: Desk, database: Database, database_path: Path, data_key: bytes, hers: Key, worker_id: Key
) -> None:
    written = desk.do(fill_every_table, hers, worker_id)
    found = desk.read(belonging_to, hers)
    assert {name for name, rows in found.rows.items() if rows} == {
        table.name for table in tables_of_citizens()
    }
    before = desk.read(everything)
    assert [one for one in written if one not in before] == []
    end(desk, hers)
    desk.do(deletion.delete_citizen, worker_id, hers, LATER)
    desk.empty_log()
    after = desk.read(everything)
    assert [one for one in (*written, hers.hex()) if one in after] == []
    left = desk.read(_rows_with, found.every_key())
    assert left == []
    database.close()
    assert [one for one in written if found_raw(database_path, data_key, one)] == []


def _rows_with(session: Session, keys: set[Key]) -> list[str]:
    """Return which tables still have one of some keys."""
    return [
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, KeyColumn)
        and session.execute(select(column).where(column.in_(keys)).limit(1)).first()
    ]


def test_an_act_without_content_remains(desk: Desk, hers: Key, worker_id: Key) -> None:
    end(desk, hers)
    desk.do(deletion.delete_citizen, worker_id, hers, LATER)
    steps = desk.read(lambda session: session.scalars(select(JournalStep)).all())
    newest = max(steps, key=lambda step: step.id)
    assert (newest.kind, newest.label) == (StepKind.ACT, "En borger er slettet efter fristen")
    assert newest.facts is not None
    assert newest.facts.keys() == {"rows"}
    emptied = [step for step in steps if step.label == ERASED]
    assert len(emptied) > 8
    assert all(step.facts is None and step.actor_id == worker_id for step in emptied)


def test_an_older_step_about_her_refuses_to_be_undone(
    desk: Desk, hers: Key, worker_id: Key
) -> None:
    end(desk, hers)
    desk.do(deletion.delete_citizen, worker_id, hers, LATER)
    with pytest.raises(PlanError, match="slettet efter fristen, så det kan ikke fortrydes"):
        desk.undo()
    assert NAME not in desk.read(everything)


def test_others_keep_what_they_shared_with_her(
    desk: Desk, hers: Key, citizen_id: Key, worker_id: Key
) -> None:
    own = desk.do(contacts.create, fields(worker_id, (citizen_id,), 3))
    shared = desk.do(
        contacts.create,
        fields(worker_id, (hers, citizen_id), 4, place_text=TOGETHER, participants=(_guest(),)),
    )
    end(desk, hers, MONDAY + timedelta(days=14))
    desk.do(deletion.delete_citizen, worker_id, hers, LATER)
    assert desk.read(contacts.details, shared).fields.citizens == (citizen_id,)
    assert desk.read(contacts.details, shared).fields.place_text == TOGETHER
    assert desk.read(contacts.details, own).fields.citizens == (citizen_id,)
    left = desk.read(everything)
    assert NAME not in left
    assert "Å.Æ" not in left
    assert "Asta Mortensen" in left


def _guest() -> Participant:
    return Participant("Tolk", "tolk", 540, 570)


def test_pages_hear_what_is_gone(desk: Desk, hers: Key, worker_id: Key) -> None:
    end(desk, hers)
    told: list[Changes] = []
    desk.listen(told.append)
    desk.do(deletion.delete_citizen, worker_id, hers, LATER)
    assert told[0].touch(Citizen)
    assert told[0].touch(Contact)
    assert not told[0].undoable


def test_a_word_of_hers_is_not_found_any_more(desk: Desk, hers: Key, worker_id: Key) -> None:
    end(desk, hers)

    def found(session: Session) -> int:
        asked = "SELECT count(*) FROM search_words WHERE search_words MATCH 'marsvinet'"
        return int(session.execute(text(asked)).scalar_one())

    assert desk.read(found) == 1
    desk.do(deletion.delete_citizen, worker_id, hers, LATER)
    assert desk.read(found) == 0


def test_how_far_it_has_come_is_told(desk: Desk, hers: Key, worker_id: Key) -> None:
    end(desk, hers)
    told: list[int] = []
    desk.do(deletion.delete_citizen, worker_id, hers, LATER, told.append)
    assert told


def test_every_table_that_refers_to_a_citizen_is_walked() -> None:
    """A new table with a foreign key to something of hers is found by itself."""
    hers = {table.name for table in tables_of_citizens()}
    for table in Base.metadata.sorted_tables:
        refers = {key.column.table.name for key in table.foreign_keys}
        assert (table.name in hers) == bool(
            table.name in {"citizen", "contact", "series"} or refers & hers
        )
    assert {"note", "note_addition", "goal_turn", "agreement_answer", "task"} <= hers
