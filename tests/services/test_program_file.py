"""The program's file from first start to every morning."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bostoette.models.plan_error import PlanError
from bostoette.models.team import Purpose
from bostoette.models.worker import Worker
from bostoette.services import program_file
from bostoette.services.program_file import NewPerson, OpenFile, StartState
from bostoette.store.backup_box import Reason
from bostoette.store.copies import list_copies
from bostoette.store.file_lock import AlreadyOpen
from bostoette.store.inspection import verify_database
from bostoette.store.key_errors import WrongPassphrase
from bostoette.store.key_file import KeyFile
from bostoette.store.places import Places
from bostoette.store.schema import stored_schema
from bostoette.store.schema_number import SCHEMA
from tests.clock import Clock
from tests.first_schema import make_first_schema

PASSPHRASE = "syv blå cykler i regn"
MONA = NewPerson("Mona Jensen", "M.J.")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.at(tmp_path / "data")


def create(places: Places) -> OpenFile:
    opened, _recovery_key = program_file.create(places, PASSPHRASE, MONA, Clock())
    return opened


def worker_names(session: Session) -> list[str]:
    return list(session.scalars(select(Worker.name)))


def purposes(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Purpose)) or 0


def test_a_new_file_has_its_first_person_and_the_delivered_purposes(places: Places) -> None:
    opened = create(places)
    assert opened.desk.read(worker_names) == ["Mona Jensen"]
    assert opened.desk.read(purposes) == 21
    opened.close()


def test_the_next_morning_the_passphrase_opens_it_in_the_same_name(places: Places) -> None:
    first = create(places)
    first.close()
    unlocked = KeyFile.load(places.key_file).unlock_with_passphrase(PASSPHRASE)
    again = program_file.open_file(places, unlocked, Clock())
    assert again.desk.actor_id == first.desk.actor_id
    again.close()


def test_a_wrong_passphrase_opens_nothing(places: Places) -> None:
    create(places).close()
    with pytest.raises(WrongPassphrase):
        KeyFile.load(places.key_file).unlock_with_passphrase("syv blå cykler i sol")


def test_a_second_program_is_refused_while_a_reader_works_beside(places: Places) -> None:
    opened = create(places)
    unlocked = KeyFile.load(places.key_file).unlock_with_passphrase(PASSPHRASE)
    with pytest.raises(AlreadyOpen, match="allerede åbne"):
        program_file.open_file(places, unlocked, Clock())
    reader = program_file.open_file(places, unlocked, Clock(), writing=False)
    assert reader.desk.read(worker_names) == ["Mona Jensen"]
    reader.close()
    opened.close()


def test_before_the_first_start_there_is_nothing(places: Places) -> None:
    assert program_file.start_state(places) is StartState.FIRST_START
    create(places).close()
    assert program_file.start_state(places) is StartState.LOCKED


def test_existing_data_are_never_made_over(places: Places) -> None:
    create(places).close()
    before = places.database.read_bytes(), places.key_file.read_bytes()
    with pytest.raises(PlanError, match="allerede data"):
        create(places)
    assert (places.database.read_bytes(), places.key_file.read_bytes()) == before


def test_a_first_start_cut_off_before_the_last_step_is_finished_at_the_next(
    places: Places,
) -> None:
    create(places).close()
    places.database.replace(places.database.with_suffix(".new"))
    assert program_file.start_state(places) is StartState.LOCKED
    assert places.database.exists()


def test_a_first_start_cut_off_before_the_key_was_saved_begins_anew(places: Places) -> None:
    create(places).close()
    places.database.replace(places.database.with_suffix(".new"))
    places.key_file.unlink()
    assert program_file.start_state(places) is StartState.FIRST_START
    create(places).close()


def test_the_making_of_the_file_is_not_to_be_undone(places: Places) -> None:
    opened = create(places)
    assert opened.desk.undo() is None
    opened.close()


def test_data_on_a_network_share_are_refused_before_anything_is_touched(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(places).close()
    unlocked = KeyFile.load(places.key_file).unlock_with_passphrase(PASSPHRASE)
    before = places.database.read_bytes()
    monkeypatch.setattr("bostoette.store.places.lies_on_network_share", lambda _folder: True)
    with pytest.raises(PlanError, match="netværksdrev"):
        program_file.open_file(places, unlocked, Clock())
    assert places.database.read_bytes() == before


def test_a_file_of_the_first_release_is_copied_and_then_brought_up_to_date(places: Places) -> None:
    create(places).close()
    unlocked = KeyFile.load(places.key_file).unlock_with_passphrase(PASSPHRASE)
    unlocked = replace(unlocked, slot=replace(unlocked.slot, worker=None))
    places.database.unlink()
    make_first_schema(places.database, unlocked.data_key).close()
    with pytest.raises(PlanError, match="ældre udgave"):
        program_file.open_file(places, unlocked, Clock(), writing=False)
    opened = program_file.open_file(places, unlocked, Clock())
    (copy,) = list_copies(places)
    assert copy.info is not None
    assert (copy.info.schema, copy.info.reason) == (1, Reason.BEFORE_MIGRATION)
    assert stored_schema(opened.database.reader) == SCHEMA
    assert opened.desk.read(worker_names) == ["Mona Jensen"]
    assert verify_database(opened.database).sound
    opened.close()
