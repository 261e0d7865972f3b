"""What a role may do holds in the services: every right is tried by one who has it not."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.figure_scope import Scope
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key, new_key
from bostoette.models.material_fields import MaterialFields
from bostoette.models.plan_error import PlanError
from bostoette.models.right import Right
from bostoette.models.worker_fields import WorkerFields
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import (
    backups,
    citizens,
    deletion,
    figure_rights,
    materials,
    people,
    review,
    review_rights,
    team_lists,
    team_rights,
    team_sheet,
    unlocking,
    workers,
)
from bostoette.services.people import FirstPassphrase
from bostoette.services.program_file import OpenFile
from bostoette.services.typed_key import opened_by
from tests.begun import ANOTHER, PASSPHRASE, Begun
from tests.clock import MONDAY, Clock

THIRD = FirstPassphrase("lilla hval ved kajen", one_time=True)
WEEK = IsoWeek.of(MONDAY)
Wish = Callable[[OpenFile, Key], object]


def change_conditions(opened: OpenFile, me: Key) -> None:
    opened.desk.do(team_sheet.switch_rule, me, "P20", on=False)


def change_lists(opened: OpenFile, me: Key) -> None:
    opened.desk.do(team_lists.add_purpose, me, "Gåtur med hund", "conversation")


def take_on(opened: OpenFile, me: Key) -> None:
    opened.desk.do(workers.create, me, WorkerFields("Per Dahl", "P.D."))


def give_entry(opened: OpenFile, _me: Key) -> None:
    people.take_in(opened, ANOTHER, WorkerFields("Per Dahl", "P.D."), THIRD)


def choose_stand_in(opened: OpenFile, me: Key) -> None:
    opened.desk.do(review_rights.let_stand_in, me, me, MONDAY, MONDAY)


def delete(opened: OpenFile, me: Key) -> None:
    opened.desk.do(deletion.delete_citizen, me, new_key(), MONDAY)


def go_back(opened: OpenFile, _me: Key) -> None:
    backups.restore(opened, Path("ingen.bostoette"), opened_by(ANOTHER), Clock())


def renew_recovery(opened: OpenFile, _me: Key) -> None:
    people.new_recovery_key(opened, ANOTHER)


def approve(opened: OpenFile, me: Key) -> None:
    opened.desk.do(review.withdraw, me, me, WEEK, MONDAY)


def see_all_figures(opened: OpenFile, me: Key) -> None:
    opened.desk.read(figure_rights.refuse_unless_seen, me, Scope(), MONDAY)


WISHES: dict[Right, Wish] = {
    Right.CONDITIONS: change_conditions,
    Right.LISTS: change_lists,
    Right.WORKERS: take_on,
    Right.ENTRIES: give_entry,
    Right.STAND_INS: choose_stand_in,
    Right.DELETE_CITIZENS: delete,
    Right.RESTORE: go_back,
    Right.RECOVERY_KEY: renew_recovery,
    Right.REVIEW: approve,
    Right.ALL_FIGURES: see_all_figures,
}


@pytest.fixture
def team(begun: Begun) -> Iterator[OpenFile]:
    """M.J. leads; K.L. is in, and it is he who tries."""
    clock = Clock()
    unlocked = unlocking.unlock(begun.places, PASSPHRASE)
    hers = unlocking.open_unlocked(begun.places, unlocked, clock)
    me = begun.worker_id
    version = hers.desk.read(workers.details, me).version
    leads = WorkerFields("Mona Jensen", "M.J.", role=WorkerRole.TEAM_LEADER)
    hers.desk.do(workers.change, me, me, version, leads)
    first = FirstPassphrase(ANOTHER, one_time=False)
    karl = people.take_in(hers, PASSPHRASE, WorkerFields("Karl Lund", "K.L."), first)
    hers.close()
    his = unlocking.open_unlocked(
        begun.places, unlocking.unlock(begun.places, ANOTHER, karl.hex()), clock
    )
    yield his
    his.close()


def test_every_right_is_tried_here() -> None:
    assert set(WISHES) == set(Right)


@pytest.mark.parametrize("right", Right, ids=str)
def test_who_has_not_the_right_is_refused_with_a_sentence_that_says_whom_to_ask(
    team: OpenFile, right: Right
) -> None:
    assert not team.desk.read(team_rights.may, team.desk.actor_id, right, MONDAY)
    with pytest.raises(PlanError, match=r"[Tt]eamleder") as refused:
        WISHES[right](team, team.desk.actor_id)
    assert "Intet er" in refused.value.sentence


@pytest.mark.parametrize("role", [WorkerRole.SUPERUSER, WorkerRole.SUBSTITUTE])
def test_no_other_role_has_a_leaders_rights(team: OpenFile, begun: Begun, role: WorkerRole) -> None:
    me = team.desk.actor_id
    version = team.desk.read(workers.details, me).version
    until = MONDAY + timedelta(days=30) if role is WorkerRole.SUBSTITUTE else None
    fields = WorkerFields("Karl Lund", "K.L.", role=role, valid_to=until)
    team.desk.do(workers.change, begun.worker_id, me, version, fields)
    assert not any(team.desk.read(team_rights.may, me, right, MONDAY) for right in Right)


def test_a_substitute_takes_a_whole_day_without_waiting_for_anybody(
    team: OpenFile, begun: Begun
) -> None:
    me = team.desk.actor_id
    version = team.desk.read(workers.details, me).version
    until = MONDAY + timedelta(days=30)
    fields = WorkerFields("Karl Lund", "K.L.", role=WorkerRole.SUBSTITUTE, valid_to=until)
    team.desk.do(workers.change, begun.worker_id, me, version, fields)
    citizen = team.desk.do(citizens.create, CitizenFields("Bo Krag"))
    sheet = team.desk.do(materials.add, MaterialFields("Øvelser for hånden"))
    assert citizen in {one.id for one in team.desk.read(citizens.named)}
    assert sheet in {one.id for one in team.desk.read(materials.library)}


def test_a_stand_in_has_what_is_lent_until_her_last_day(team: OpenFile, begun: Begun) -> None:
    me, last = team.desk.actor_id, MONDAY + timedelta(days=4)
    team.desk.do(review_rights.let_stand_in, begun.worker_id, me, last, MONDAY)

    def rights_on(day: int) -> set[Right]:
        today = MONDAY + timedelta(days=day)
        return {right for right in Right if team.desk.read(team_rights.may, me, right, today)}

    assert rights_on(4) == {Right.REVIEW, Right.ALL_FIGURES}
    assert rights_on(5) == set()


def test_where_nobody_leads_everybody_may(team: OpenFile, begun: Begun) -> None:
    leader = begun.worker_id
    version = team.desk.read(workers.details, leader).version
    steps_down = WorkerFields("Mona Jensen", "M.J.")
    team.desk.do(workers.change, leader, leader, version, steps_down)
    assert all(
        team.desk.read(team_rights.may, team.desk.actor_id, right, MONDAY) for right in Right
    )
