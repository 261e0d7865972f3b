"""The first look shows what the open file shows, and steps aside where it cannot know."""

from dataclasses import replace
from pathlib import Path

import pytest

from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import program_file, workers
from bostoette.services.first_look import first_look
from bostoette.services.program_file import NewPerson
from bostoette.services.week import active_workers, purpose_titles, week_of
from bostoette.store.key_file import KeyFile, Unlocked
from bostoette.store.places import Places
from tests.clock import MONDAY, Clock

PASSPHRASE = "syv blå cykler i regn"
WEEK = IsoWeek.of(MONDAY)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    made = Places.at(tmp_path / "data")
    program_file.create(made, PASSPHRASE, NewPerson("Mona Jensen", "M.J."), Clock())[0].close()
    return made


@pytest.fixture
def unlocked(places: Places) -> Unlocked:
    return KeyFile.load(places.key_file).unlock_with_passphrase(PASSPHRASE)


def test_it_shows_what_the_open_file_shows(places: Places, unlocked: Unlocked) -> None:
    look = first_look(places, unlocked, WEEK)
    opened = program_file.open_file(places, unlocked, Clock())
    assert look is not None
    assert look.worker == opened.desk.actor_id
    assert look.week == opened.desk.read(week_of, (look.worker,), WEEK)
    assert look.purposes == opened.desk.read(purpose_titles)
    assert look.everybody == opened.desk.read(active_workers)
    opened.close()


def test_it_leaves_a_file_of_another_schema_to_the_opening(
    places: Places, unlocked: Unlocked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bostoette.services.first_look.SCHEMA", 99)
    assert first_look(places, unlocked, WEEK) is None


def test_a_damaged_file_is_told_in_a_sentence(places: Places, unlocked: Unlocked) -> None:
    places.database.write_bytes(bytes(range(256)) * 32)
    with pytest.raises(PlanError, match="kan ikke læses med nøglen"):
        first_look(places, unlocked, WEEK)


def test_whether_a_last_day_has_come_is_left_to_the_opening(
    places: Places, unlocked: Unlocked
) -> None:
    opened = program_file.open_file(places, unlocked, Clock())
    key = opened.desk.actor_id
    known = opened.desk.read(workers.details, key)
    fields = replace(known.fields, role=WorkerRole.SUBSTITUTE, valid_to=MONDAY)
    opened.desk.do(workers.change, key, key, known.version, fields)
    opened.close()
    assert first_look(places, unlocked, WEEK) is None
