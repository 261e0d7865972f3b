"""What a team decides for itself: its lists, travel times, and what a calendar file may tell."""

import pytest
from sqlalchemy.orm import Session

from bostoette.models.calendar_event import ExportLevel
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.team import ApprovedPlatform, Purpose
from bostoette.models.worker import Worker
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import contacts, lists, team_lists
from bostoette.services.desk import Desk
from bostoette.services.week import week_of
from bostoette.store.journal import describe
from tests.clock import MONDAY, At


def _seed(session: Session) -> None:
    session.add_all(
        Purpose(id=name, title=title, position=place)
        for place, (name, title) in enumerate((("talk", "Samtale"), ("acute", "Akut")))
    )
    session.add(ApprovedPlatform(id="teams", title="Teams", link=""))
    describe(session, "Nye data")


def _lead(session: Session, worker_id: Key) -> None:
    worker = session.get(Worker, worker_id)
    assert worker is not None
    worker.role = WorkerRole.TEAM_LEADER
    describe(session, "Ret medarbejder")


@pytest.fixture
def team(desk: Desk) -> Desk:
    """A team with two delivered purposes and one platform, and no leader."""
    desk.upkeep(_seed)
    return desk


def titles(desk: Desk) -> list[str]:
    return [one.title for one in desk.read(lists.purposes)]


def test_a_purpose_of_ones_own_says_which_it_is_like_and_can_be_chosen(team: Desk) -> None:
    key = team.do(team_lists.add_purpose, team.actor_id, "  Brev fra  kommunen ", "talk")
    own = team.read(team_lists.listed_purposes)[-1]
    assert (own.id, own.title, own.own, own.like_title) == (
        key,
        "Brev fra kommunen",
        True,
        "Samtale",
    )
    assert titles(team) == ["Samtale", "Akut", "Brev fra kommunen"]
    team.do(team_lists.change_purpose, team.actor_id, key, "Post", "acute")
    assert team.read(team_lists.listed_purposes)[-1].like_title == "Akut"
    assert team.undo() == "Ret formål"
    assert team.undo() == "Nyt formål"
    assert titles(team) == ["Samtale", "Akut"]


def test_purposes_stand_in_the_teams_order(team: Desk) -> None:
    team.do(team_lists.move_purpose, team.actor_id, "acute", -1)
    assert titles(team) == ["Akut", "Samtale"]
    team.do(team_lists.move_purpose, team.actor_id, "acute", -1)
    assert team.undo() == "Flyt formål"
    assert titles(team) == ["Samtale", "Akut"]


def test_a_purpose_out_of_use_is_no_longer_offered_and_the_last_one_stays(team: Desk) -> None:
    team.do(team_lists.use_purpose, team.actor_id, "acute", active=False)
    assert titles(team) == ["Samtale"]
    with pytest.raises(PlanError, match="det sidste formål"):
        team.do(team_lists.use_purpose, team.actor_id, "talk", active=False)
    assert titles(team) == ["Samtale"]


def test_a_delivered_purpose_keeps_its_name(team: Desk) -> None:
    with pytest.raises(PlanError, match="følger med programmet"):
        team.do(team_lists.change_purpose, team.actor_id, "talk", "Snak", "acute")


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        (" ", "Skriv et navn"),
        ("samtale", "står allerede"),
        ("x" * 61, "for langt"),
        ("Til 010180-1234", "CPR-nummer"),
    ],
)
def test_a_title_that_cannot_be_used_is_told_in_a_sentence(
    team: Desk, title: str, sentence: str
) -> None:
    with pytest.raises(PlanError, match=sentence):
        team.do(team_lists.add_purpose, team.actor_id, title, "talk")
    assert titles(team) == ["Samtale", "Akut"]


def test_a_purpose_is_like_a_delivered_one_only(team: Desk) -> None:
    own = team.do(team_lists.add_purpose, team.actor_id, "Post", "talk")
    for like in (own, "nothing"):
        with pytest.raises(PlanError, match="det nye skal ligne"):
            team.do(team_lists.add_purpose, team.actor_id, "Brev", like)


def test_platforms_are_approved_and_taken_back(team: Desk) -> None:
    actor = team.actor_id
    with pytest.raises(PlanError, match="https://"):
        team.do(team_lists.add_platform, actor, "VDX", "http://vdx.dk")
    key = team.do(team_lists.add_platform, actor, "VDX", "https://vdx.dk")
    team.do(team_lists.change_platform, actor, key, "VDX video", "")
    team.do(team_lists.use_platform, actor, "teams", active=False)
    offered = team.read(lists.contact_choices).platforms
    assert [one.title for one in offered] == ["VDX video"]


def test_paragraphs_can_be_added_renamed_and_put_out_of_use(team: Desk) -> None:
    actor = team.actor_id
    key = team.do(team_lists.add_paragraph, actor, "§104")
    team.do(team_lists.change_paragraph, actor, key, "§104 aktivitet")
    team.do(team_lists.use_paragraph, actor, key, active=False)
    (shown,) = team.read(team_lists.everything).paragraphs
    assert (shown.title, shown.active) == ("§104 aktivitet", False)


def test_typed_minutes_are_what_the_week_travels_by(
    team: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    base, home = team_lists.base_place(worker_id), team_lists.home_place(citizen_id)
    team.do(team_lists.set_travel, home, base, 37)
    fields = ContactFields(
        span=at(0, "9.00", 60),
        form=ContactForm.PHYSICAL,
        purpose_id="talk",
        workers=(worker_id,),
        citizens=(citizen_id,),
    )
    team.do(contacts.create, fields)
    week = team.read(week_of, (worker_id,), IsoWeek.of(MONDAY))
    assert week.travel[worker_id, MONDAY].minutes == 74


def test_a_travel_time_is_listed_both_ways_alike_and_can_go_again(
    team: Desk, worker_id: Key, citizen_id: Key
) -> None:
    base, home = team_lists.base_place(worker_id), team_lists.home_place(citizen_id)
    team.do(team_lists.set_travel, base, home, 20)
    team.do(team_lists.set_travel, home, base, 25)
    (shown,) = team.read(team_lists.listed_travel)
    assert (shown.one.initials, shown.other.initials, shown.minutes) == ("M.J.", "A.M.", 25)
    team.do(team_lists.remove_travel, home, base)
    assert team.read(team_lists.listed_travel) == ()
    assert team.undo() == "Slet rejsetid"
    assert len(team.read(team_lists.listed_travel)) == 1


def test_a_travel_time_needs_two_places_and_real_minutes(team: Desk, worker_id: Key) -> None:
    base = team_lists.base_place(worker_id)
    with pytest.raises(PlanError, match="to forskellige"):
        team.do(team_lists.set_travel, base, base, 5)
    with pytest.raises(PlanError, match="minutter"):
        team.do(team_lists.set_travel, base, "andet", -1)


def test_places_that_are_gone_are_still_listed(team: Desk) -> None:
    team.do(team_lists.set_travel, "x", "y", 10)
    (shown,) = team.read(team_lists.listed_travel)
    assert shown.one.name == shown.other.name == "ukendt sted"


def test_levels_that_tell_names_can_be_switched_off_and_on(team: Desk) -> None:
    off = {ExportLevel.FULL, ExportLevel.FIRST_NAME}
    team.do(team_lists.switch_export_levels_off, team.actor_id, off)
    assert team.read(team_lists.export_levels_off) == off
    team.do(team_lists.switch_export_levels_off, team.actor_id, [ExportLevel.FULL])
    assert team.read(team_lists.export_levels_off) == {ExportLevel.FULL}
    assert team.undo() == "Ret niveauer for eksport"
    assert team.read(team_lists.export_levels_off) == off


def test_code_and_initials_always_remain(team: Desk) -> None:
    with pytest.raises(PlanError, match="altid bruges"):
        team.do(team_lists.switch_export_levels_off, team.actor_id, [ExportLevel.CODE])
    assert team.read(team_lists.export_levels_off) == frozenset()


def test_with_a_leader_the_lists_are_hers_and_travel_is_everybodys(
    team: Desk, colleagues_desk: Desk, worker_id: Key
) -> None:
    team.upkeep(_lead, worker_id)
    actor = colleagues_desk.actor_id
    with pytest.raises(PlanError, match="kun en teamleder"):
        colleagues_desk.do(team_lists.add_purpose, actor, "Post", "talk")
    with pytest.raises(PlanError, match="kun en teamleder"):
        colleagues_desk.do(team_lists.move_purpose, actor, "talk", 1)
    with pytest.raises(PlanError, match="kun en teamleder"):
        colleagues_desk.do(team_lists.use_platform, actor, "teams", active=False)
    with pytest.raises(PlanError, match="kun en teamleder"):
        colleagues_desk.do(team_lists.add_paragraph, actor, "§1")
    with pytest.raises(PlanError, match="kun en teamleder"):
        colleagues_desk.do(team_lists.switch_export_levels_off, actor, [ExportLevel.FULL])
    colleagues_desk.do(team_lists.set_travel, "a", "b", 10)
    team.do(team_lists.add_purpose, worker_id, "Post", "talk")


def test_an_entry_that_is_gone_is_told_in_a_sentence(team: Desk) -> None:
    with pytest.raises(PlanError, match="findes ikke længere"):
        team.do(team_lists.use_paragraph, team.actor_id, "nothing", active=True)
