"""Own data become the team's: moved into the shared folder, with everybody's way in."""

from pathlib import Path

import pytest

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.plan_error import PlanError
from bostoette.models.worker_fields import WorkerFields
from bostoette.services import citizens, people, unlocking
from bostoette.services.moving import can_move, move_to_shared
from bostoette.services.people import FirstPassphrase
from bostoette.services.program_file import OpenFile
from bostoette.store.key_errors import WrongPassphrase
from bostoette.store.places import Places
from bostoette.store.shared_place import chosen_places, shared_places
from bostoette.store.shared_rights import SharedFolderMissing
from tests.begun import ANOTHER, PASSPHRASE, Begun
from tests.clock import Clock


@pytest.fixture
def own(begun: Begun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """M.J.'s data in her account's own folder, on a computer whose accounts may share one."""
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "all"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    own = Places.default()
    own.folder.parent.mkdir(parents=True)
    begun.places.folder.rename(own.folder)
    return own


def enter(places: Places, passphrase: str) -> OpenFile:
    return unlocking.open_unlocked(places, unlocking.unlock(places, passphrase), Clock())


def test_everything_and_everybody_moves_and_nothing_stays_behind_but_a_copy(own: Places) -> None:
    opened = enter(own, PASSPHRASE)
    opened.desk.do(citizens.create, CitizenFields("Asta Mortensen", "A.M."))
    first = FirstPassphrase(ANOTHER, one_time=False)
    karl = people.take_in(opened, PASSPHRASE, WorkerFields("Karl Lund", "K.L."), first)
    assert can_move(own)
    move_to_shared(opened, PASSPHRASE, Clock())
    shared = shared_places()
    assert shared is not None
    assert chosen_places() == shared
    assert not unlocking.has_data(own)
    assert len(list(own.copies.iterdir())) == 1
    his = enter(shared, ANOTHER)
    assert his.desk.actor_id == karl
    assert [one.initials for one in his.desk.read(citizens.named)] == ["A.M."]
    assert not can_move(shared)
    his.close()


def test_a_wrong_passphrase_moves_nothing(own: Places) -> None:
    opened = enter(own, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        move_to_shared(opened, ANOTHER, Clock())
    opened.close()
    assert unlocking.has_data(own)
    assert chosen_places() == own


def test_where_somebody_has_begun_nothing_is_moved_over_it(own: Places) -> None:
    shared = shared_places()
    assert shared is not None
    shared.folder.mkdir(parents=True)
    shared.key_file.write_bytes(b"theirs")
    opened = enter(own, PASSPHRASE)
    with pytest.raises(PlanError, match="allerede data i den fælles mappe"):
        move_to_shared(opened, PASSPHRASE, Clock())
    opened.close()
    assert shared.key_file.read_bytes() == b"theirs"


def test_a_folder_that_cannot_be_made_is_told_and_all_stays(own: Places, tmp_path: Path) -> None:
    (tmp_path / "all").touch()
    opened = enter(own, PASSPHRASE)
    with pytest.raises(SharedFolderMissing, match="it-afdelingen"):
        move_to_shared(opened, PASSPHRASE, Clock())
    opened.close()
    enter(own, PASSPHRASE).close()
