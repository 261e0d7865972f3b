"""Several people on one file: who comes in, as whom, and who decides about it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from bostoette.models.key import Key
from bostoette.models.passphrase import assess
from bostoette.models.plan_error import PlanError
from bostoette.models.worker_fields import WorkerFields
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import people, recovery, unlocking, workers
from bostoette.services.data_there import people_here
from bostoette.services.people import FirstPassphrase
from bostoette.services.program_file import OpenFile
from bostoette.services.signing_in import EntryEnded
from bostoette.store.key_errors import (
    MustChooseOwn,
    NoLongerLetIn,
    PassphraseTaken,
    SamePassphrase,
    WrongPassphrase,
)
from bostoette.store.key_file import KeyFile
from tests.begun import ANOTHER, PASSPHRASE, Begun
from tests.clock import Clock

THIRD = "lilla hval ved kajen"
KARL = WorkerFields("Karl Lund", "K.L.")
OWN = FirstPassphrase(ANOTHER, one_time=False)
GIVEN = FirstPassphrase(ANOTHER, one_time=True)
LAST_DAY = date(2026, 12, 18)
SUBSTITUTE = WorkerFields("Vera Holm", "V.H.", role=WorkerRole.SUBSTITUTE, valid_to=LAST_DAY)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(begun: Begun, clock: Clock) -> Iterator[OpenFile]:
    """M.J.'s file, open in her name."""
    opened = enter(begun, PASSPHRASE, clock)
    yield opened
    opened.close()


Enter = Callable[..., OpenFile]


def enter(begun: Begun, passphrase: str, clock: Clock, worker: Key | None = None) -> OpenFile:
    whose = worker.hex() if worker else None
    unlocked = unlocking.unlock(begun.places, passphrase, whose)
    return unlocking.open_unlocked(begun.places, unlocked, clock)


def lead(opened: OpenFile) -> None:
    """Make whoever is in the team leader."""
    known = opened.desk.read(workers.details, opened.desk.actor_id)
    fields = WorkerFields("Mona Jensen", "M.J.", role=WorkerRole.TEAM_LEADER)
    opened.desk.do(workers.change, known.id, known.id, known.version, fields)


# --- choosing a name, and the own passphrase ---


def test_where_one_person_is_alone_nobody_is_named_before_she_is_in(begun: Begun) -> None:
    assert people_here(begun.places) == ()
    assert b"Mona" not in begun.places.key_file.read_bytes()


def test_a_second_person_comes_in_by_her_own_passphrase_in_her_own_name(
    begun: Begun, opened: OpenFile, clock: Clock
) -> None:
    karl = people.take_in(opened, PASSPHRASE, KARL, OWN)
    opened.close()
    assert [one.full for one in people_here(begun.places)] == [
        "Karl Lund (K.L.)",
        "Mona Jensen (M.J.)",
    ]
    his = enter(begun, ANOTHER, clock, karl)
    assert his.desk.actor_id == karl
    his.close()
    hers = enter(begun, PASSPHRASE, clock, begun.worker_id)
    assert hers.desk.actor_id == begun.worker_id
    hers.close()


def test_ones_own_passphrase_does_not_fit_anothers_name(begun: Begun, opened: OpenFile) -> None:
    karl = people.take_in(opened, PASSPHRASE, KARL, OWN)
    with pytest.raises(WrongPassphrase):
        unlocking.unlock(begun.places, PASSPHRASE, karl.hex())
    with pytest.raises(WrongPassphrase):
        unlocking.unlock(begun.places, ANOTHER, begun.worker_id.hex())


def test_two_persons_never_have_the_same_passphrase(begun: Begun, opened: OpenFile) -> None:
    before = begun.places.key_file.read_bytes()
    with pytest.raises(PassphraseTaken):
        people.take_in(opened, PASSPHRASE, KARL, FirstPassphrase(PASSPHRASE, one_time=False))
    assert begun.places.key_file.read_bytes() == before
    assert [one.initials for one in opened.desk.read(workers.listed)] == ["M.J."]


def test_a_changed_name_is_told_at_the_next_unlocking(
    begun: Begun, opened: OpenFile, clock: Clock
) -> None:
    karl = people.take_in(opened, PASSPHRASE, KARL, OWN)
    known = opened.desk.read(workers.details, karl)
    named = WorkerFields("Karl Lind", "K.L.")
    opened.desk.do(workers.change, begun.worker_id, karl, known.version, named)
    opened.close()
    enter(begun, PASSPHRASE, clock).close()
    assert "Karl Lind (K.L.)" in [one.full for one in people_here(begun.places)]


def test_the_team_may_let_only_initials_be_read(begun: Begun, opened: OpenFile) -> None:
    people.take_in(opened, PASSPHRASE, KARL, OWN)
    people.show_full_names(opened, PASSPHRASE, full=False)
    assert [one.full for one in people_here(begun.places)] == ["K.L.", "M.J."]
    assert b"Karl" not in begun.places.key_file.read_bytes()


# --- a passphrase that was given ---


def test_a_given_passphrase_is_random_and_strong_enough() -> None:
    given = {FirstPassphrase.given().text for _ in range(200)}
    assert len(given) == 200
    assert all(assess(text).accepted for text in given)
    assert all(text not in repr(FirstPassphrase(text, one_time=True)) for text in given)


def test_a_given_passphrase_opens_nothing_before_an_own_one_is_chosen(
    begun: Begun, opened: OpenFile, clock: Clock
) -> None:
    karl = people.take_in(opened, PASSPHRASE, KARL, GIVEN)
    opened.close()
    unlocked = unlocking.unlock(begun.places, ANOTHER, karl.hex())
    assert unlocking.must_choose_own(begun.places, unlocked)
    with pytest.raises(MustChooseOwn):
        unlocking.open_unlocked(begun.places, unlocked, clock)
    with pytest.raises(SamePassphrase):
        unlocking.choose_own(begun.places, unlocked, ANOTHER, ANOTHER)
    own = unlocking.choose_own(begun.places, unlocked, ANOTHER, THIRD)
    his = unlocking.open_unlocked(begun.places, own, clock)
    assert his.desk.actor_id == karl
    his.close()
    with pytest.raises(WrongPassphrase):
        unlocking.unlock(begun.places, ANOTHER, karl.hex())


# --- taking a way in away ---


def test_whose_way_in_was_taken_is_refused_and_keeps_what_she_did(
    begun: Begun, opened: OpenFile
) -> None:
    karl = people.take_in(opened, PASSPHRASE, KARL, OWN)
    people.take_entry(opened, PASSPHRASE, karl)
    with pytest.raises(NoLongerLetIn):
        unlocking.unlock(begun.places, ANOTHER, karl.hex())
    with pytest.raises(WrongPassphrase):
        unlocking.unlock(begun.places, ANOTHER)
    assert people_here(begun.places) == ()
    assert [one.has_entry for one in opened.desk.read(people.listed, begun.places)] == [
        False,
        True,
    ]


def test_who_came_in_before_her_way_in_was_taken_does_not_open_the_data(
    begun: Begun, opened: OpenFile, clock: Clock
) -> None:
    karl = people.take_in(opened, PASSPHRASE, KARL, OWN)
    waiting = unlocking.unlock(begun.places, ANOTHER, karl.hex())
    people.take_entry(opened, PASSPHRASE, karl)
    opened.close()
    with pytest.raises(NoLongerLetIn):
        unlocking.open_unlocked(begun.places, waiting, clock)


def test_an_older_key_file_put_back_lets_nobody_in_again_whose_way_in_was_taken(
    begun: Begun, opened: OpenFile, clock: Clock
) -> None:
    karl = people.take_in(opened, PASSPHRASE, KARL, OWN)
    before = begun.places.key_file.read_bytes()
    people.take_entry(opened, PASSPHRASE, karl)
    opened.close()
    begun.places.key_file.write_bytes(before)
    with pytest.raises(EntryEnded, match="Din adgang er stoppet"):
        enter(begun, ANOTHER, clock, karl)
    again = enter(begun, PASSPHRASE, clock)
    people.give_entry(again, PASSPHRASE, karl, FirstPassphrase(THIRD, one_time=False))
    again.close()
    enter(begun, THIRD, clock, karl).close()


def test_nobody_takes_her_own_way_in(opened: OpenFile) -> None:
    with pytest.raises(PlanError, match="din egen adgang"):
        people.take_entry(opened, PASSPHRASE, opened.desk.actor_id)


# --- the last day ---


def test_a_substitute_comes_in_on_her_last_day_and_not_on_the_next(
    begun: Begun, opened: OpenFile, clock: Clock
) -> None:
    vera = people.take_in(opened, PASSPHRASE, SUBSTITUTE, OWN)
    opened.close()
    clock.moment = clock.moment.replace(month=12, day=18, hour=22)
    enter(begun, ANOTHER, clock, vera).close()
    clock.moment += timedelta(hours=2)
    with pytest.raises(EntryEnded, match=r"gjaldt til og med fre\. 18\. dec\. 2026"):
        enter(begun, ANOTHER, clock, vera)


def test_a_clock_set_back_gives_a_substitute_no_more_days(
    begun: Begun, opened: OpenFile, clock: Clock
) -> None:
    vera = people.take_in(opened, PASSPHRASE, SUBSTITUTE, OWN)
    clock.moment = clock.moment.replace(month=12, day=21)
    people.take_in(
        opened, PASSPHRASE, KARL, FirstPassphrase(THIRD, one_time=False)
    )  # the journal goes on
    opened.close()
    clock.moment = clock.moment.replace(month=12, day=1)
    with pytest.raises(EntryEnded):
        enter(begun, ANOTHER, clock, vera)


def test_who_has_stopped_does_not_come_in(begun: Begun, opened: OpenFile, clock: Clock) -> None:
    karl = people.take_in(opened, PASSPHRASE, KARL, OWN)
    version = opened.desk.read(workers.details, karl).version
    opened.desk.do(workers.deactivate, begun.worker_id, karl, version)
    opened.close()
    with pytest.raises(EntryEnded, match="Din adgang er stoppet"):
        enter(begun, ANOTHER, clock, karl)


# --- whose it is to decide ---


def test_only_a_team_leader_decides_about_ways_in(
    begun: Begun, opened: OpenFile, clock: Clock
) -> None:
    lead(opened)
    karl = people.take_in(opened, PASSPHRASE, KARL, OWN)
    opened.close()
    his = enter(begun, ANOTHER, clock, karl)
    before = begun.places.key_file.read_bytes()
    first = FirstPassphrase(THIRD, one_time=False)
    for wish in (
        lambda: people.take_in(his, ANOTHER, SUBSTITUTE, first),
        lambda: people.give_entry(his, ANOTHER, begun.worker_id, first),
        lambda: people.take_entry(his, ANOTHER, begun.worker_id),
        lambda: people.show_full_names(his, ANOTHER, full=False),
    ):
        with pytest.raises(PlanError, match="teamleder"):
            wish()
    his.close()
    assert begun.places.key_file.read_bytes() == before


def test_anothers_passphrase_is_no_word_for_the_leader(begun: Begun, opened: OpenFile) -> None:
    people.take_in(opened, PASSPHRASE, KARL, OWN)
    with pytest.raises(WrongPassphrase):
        people.take_in(opened, ANOTHER, SUBSTITUTE, FirstPassphrase(THIRD, one_time=True))


def test_taking_somebody_in_is_an_act_that_undo_leaves_alone(opened: OpenFile) -> None:
    people.take_in(opened, PASSPHRASE, KARL, OWN)
    assert opened.desk.undo() is None


def test_nobody_changes_anothers_passphrase_from_her_own_window(
    begun: Begun, opened: OpenFile
) -> None:
    people.take_in(opened, PASSPHRASE, KARL, OWN)
    with pytest.raises(WrongPassphrase):
        unlocking.change_passphrase(begun.places, ANOTHER, THIRD, begun.worker_id.hex())


def test_the_recovery_key_lets_each_choose_who_she_is(
    begun: Begun, opened: OpenFile, clock: Clock
) -> None:
    karl = people.take_in(opened, PASSPHRASE, KARL, GIVEN)
    opened.close()
    recovered = recovery.recover(begun.places, begun.recovery_key.text)
    his = next(one for one in recovered.owners if one.person and one.person.worker == karl.hex())
    unlocked = recovery.keep(begun.places, recovery.renew(recovered, THIRD, his.slot_id))
    file = unlocking.open_unlocked(begun.places, unlocked, clock)
    assert file.desk.actor_id == karl
    file.close()
    enter(begun, PASSPHRASE, clock).close()


def test_a_key_file_whose_names_were_changed_from_outside_is_refused(
    begun: Begun, opened: OpenFile
) -> None:
    karl = people.take_in(opened, PASSPHRASE, KARL, OWN)
    path = begun.places.key_file
    path.write_bytes(path.read_bytes().replace(b"Karl Lund", b"Mona Lund"))
    with pytest.raises(PlanError, match="beskadiget"):
        KeyFile.load(path)
    assert [one.name for one in people_here(begun.places) if one.worker == karl.hex()] == [
        "Mona Lund"
    ]
