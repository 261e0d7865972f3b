"""The team as its leader keeps it: who is in it, who is away, and who stops."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.travel_mode import TravelMode
from bostoette.models.worker_fields import AbsenceFields, WorkerFields
from bostoette.models.worker_kinds import AbsenceKind, BaseKind, WorkerRole
from bostoette.services import citizens, contacts, workers
from bostoette.services.desk import Desk
from bostoette.services.team_rights import lead_right
from bostoette.services.week import active_workers
from bostoette.store.faults import ChangedMeanwhile
from tests.clock import MONDAY, At

AWAY = AbsenceFields(MONDAY, MONDAY + timedelta(days=2), AbsenceKind.COURSE)


def give_role(desk: Desk, worker_id: Key, role: WorkerRole) -> None:
    found = desk.read(workers.details, worker_id)
    wanted = replace(found.fields, role=role)
    desk.do(workers.change, desk.actor_id, worker_id, found.version, wanted)


@pytest.fixture
def leaders_desk(desk: Desk, worker_id: Key) -> Desk:
    """M.J.'s desk once she leads the team."""
    give_role(desk, worker_id, WorkerRole.TEAM_LEADER)
    return desk


def plan(desk: Desk, worker_id: Key, citizen_id: Key, at: At, weekday: int) -> Key:
    fields = ContactFields(
        span=at(weekday, "9.00", 30),
        form=ContactForm.PHONE,
        purpose_id="support_conversation",
        workers=(worker_id,),
        citizens=(citizen_id,),
    )
    return desk.do(contacts.create, fields)


def test_everything_typed_about_a_worker_is_found_again(desk: Desk) -> None:
    typed = WorkerFields(
        name="Søren Ærø",
        initials="S.Æ.",
        job_title="Bostøttemedarbejder",
        phone="20 12 34 56",
        base_kind=BaseKind.HOME,
        base_address="Ågade 3",
        base_postal_code="8900",
        base_latitude=56.46,
        base_longitude=10.03,
        travel_mode=TravelMode.BIKE,
    )
    key = desk.do(workers.create, desk.actor_id, typed)
    assert desk.read(workers.details, key).fields == typed
    assert desk.undo() == "Ny medarbejder: S.Æ."


def test_a_substitute_needs_initials_a_name_and_a_last_day(desk: Desk) -> None:
    without = WorkerFields("Vera Vikar", "V.V.", role=WorkerRole.SUBSTITUTE)
    with pytest.raises(PlanError, match="sidste dag"):
        desk.do(workers.create, desk.actor_id, without)
    desk.do(workers.create, desk.actor_id, replace(without, valid_to=MONDAY))
    (vera,) = (one for one in desk.read(workers.listed) if one.initials == "V.V.")
    assert (vera.role, vera.valid_to) == (WorkerRole.SUBSTITUTE, MONDAY)


def test_a_substitute_stops_by_herself_after_her_last_day(desk: Desk) -> None:
    typed = WorkerFields("Vera Vikar", "V.V.", role=WorkerRole.SUBSTITUTE, valid_to=MONDAY)
    key = desk.do(workers.create, desk.actor_id, typed)
    assert desk.upkeep(workers.end_substitutes, MONDAY) == 0, "her last day is hers"
    assert key in {one.id for one in desk.read(active_workers)}
    assert desk.upkeep(workers.end_substitutes, MONDAY + timedelta(days=1)) == 1
    assert key not in {one.id for one in desk.read(active_workers)}
    assert desk.undo_state().undo != "Vikarer, hvis sidste dag er gået, er stoppet"


def test_only_a_substitute_has_a_last_day(desk: Desk) -> None:
    typed = WorkerFields("Karl Lund", "K.L.", valid_to=MONDAY)
    key = desk.do(workers.create, desk.actor_id, typed)
    assert desk.read(workers.details, key).fields.valid_to is None


@pytest.mark.parametrize("initials", ["M.J.", "mj", "M J"])
def test_initials_that_somebody_has_are_refused_in_a_sentence(desk: Desk, initials: str) -> None:
    with pytest.raises(PlanError, match="bruges allerede af en anden"):
        desk.do(workers.create, desk.actor_id, WorkerFields("Mads Juhl", initials))
    assert len(desk.read(workers.listed)) == 1


def test_one_may_keep_ones_own_initials(desk: Desk, worker_id: Key) -> None:
    found = desk.read(workers.details, worker_id)
    typed = replace(found.fields, initials="MJ")
    desk.do(workers.change, worker_id, worker_id, found.version, typed)
    assert desk.read(workers.details, worker_id).fields.initials == "MJ"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"initials": "--"}, "initials"),
        ({"initials": "ABCDEFGHIJK"}, "initials"),
        ({"base_postal_code": "89"}, "base_postal_code"),
        ({"base_latitude": 56.0}, "base_latitude"),
        ({"base_latitude": 560.0, "base_longitude": 10.0}, "base_latitude"),
        ({"base_address": "Ågade 3, 010180-1234"}, "base_address"),
    ],
)
def test_a_fault_is_told_beside_its_field_and_nothing_is_stored(
    desk: Desk, wrong: dict[str, Any], field: str
) -> None:
    typed = replace(WorkerFields("Karl Lund", "K.L."), **wrong)
    assert list(typed.faults()) == [field]
    with pytest.raises(PlanError, match="Intet er gemt endnu"):
        desk.do(workers.create, desk.actor_id, typed)
    assert len(desk.read(workers.listed)) == 1


def test_a_stale_form_about_a_worker_overwrites_nothing(
    desk: Desk, colleagues_desk: Desk, worker_id: Key
) -> None:
    found = desk.read(workers.details, worker_id)
    theirs = replace(found.fields, phone="20 12 34 56")
    actor = colleagues_desk.actor_id
    colleagues_desk.do(workers.change, actor, worker_id, found.version, theirs)
    with pytest.raises(ChangedMeanwhile, match="Intet er overskrevet"):
        desk.do(workers.change, worker_id, worker_id, found.version, found.fields)
    assert desk.read(workers.details, worker_id).fields == theirs


def test_without_a_leader_everybody_may_and_a_sentence_says_so(
    colleagues_desk: Desk, worker_id: Key
) -> None:
    right = colleagues_desk.read(lead_right, colleagues_desk.actor_id)
    assert right.may
    assert "ingen teamleder" in right.sentence
    give_role(colleagues_desk, worker_id, WorkerRole.TEAM_LEADER)


def test_with_a_leader_only_she_changes_others_and_roles(
    leaders_desk: Desk, colleagues_desk: Desk, worker_id: Key, colleague_id: Key
) -> None:
    for key, role in (
        (worker_id, WorkerRole.WORKER),
        (colleague_id, WorkerRole.TEAM_LEADER),
    ):
        with pytest.raises(PlanError, match="kun en teamleder"):
            give_role(colleagues_desk, key, role)
    newcomer = WorkerFields("Ny", "N.")
    with pytest.raises(PlanError, match="kun en teamleder"):
        colleagues_desk.do(workers.create, colleague_id, newcomer)
    give_role(leaders_desk, colleague_id, WorkerRole.SUPERUSER)


def test_everybody_changes_her_own_entry_beside_a_leader(
    leaders_desk: Desk, colleagues_desk: Desk, colleague_id: Key
) -> None:
    found = colleagues_desk.read(workers.details, colleague_id)
    mine = replace(found.fields, travel_mode=TravelMode.BUS)
    colleagues_desk.do(workers.change, colleague_id, colleague_id, found.version, mine)
    assert colleagues_desk.read(workers.details, colleague_id).fields == mine


def test_a_leader_who_has_stopped_leads_no_more(
    leaders_desk: Desk, colleagues_desk: Desk, worker_id: Key, colleague_id: Key
) -> None:
    give_role(leaders_desk, colleague_id, WorkerRole.TEAM_LEADER)
    version = colleagues_desk.read(workers.details, worker_id).version
    colleagues_desk.do(workers.deactivate, colleague_id, worker_id, version)
    assert not leaders_desk.read(lead_right, worker_id).may


def test_before_a_worker_stops_all_that_waits_for_others_is_listed(
    desk: Desk, worker_id: Key, colleague_id: Key, citizen_id: Key, at: At
) -> None:
    second = CitizenFields("Bo Kjær", primary_worker_id=colleague_id, secondary_worker_id=worker_id)
    desk.do(citizens.create, second)
    plan(desk, colleague_id, citizen_id, at, 0)
    late = plan(desk, colleague_id, citizen_id, at, 3)
    desk.do(contacts.hold, plan(desk, colleague_id, citizen_id, at, 4))
    waits = desk.read(workers.what_waits, colleague_id, MONDAY + timedelta(days=2))
    assert [one.initials for one in waits.primary] == ["B.K."]
    assert [(one.id, one.initials) for one in waits.contacts] == [(late, "A.M.")]
    assert [one.initials for one in desk.read(workers.what_waits, worker_id, MONDAY).primary] == [
        "A.M."
    ]
    assert desk.read(workers.what_waits, worker_id, MONDAY).secondary


def test_when_a_worker_stops_nothing_vanishes(
    desk: Desk, worker_id: Key, colleague_id: Key, citizen_id: Key, at: At
) -> None:
    contact = plan(desk, colleague_id, citizen_id, at, 3)
    desk.do(workers.deactivate, worker_id, colleague_id, version_of(desk, colleague_id))
    assert [one.id for one in desk.read(active_workers)] == [worker_id]
    assert desk.read(contacts.details, contact).fields.workers == (colleague_id,)
    assert [one.active for one in desk.read(workers.listed)] == [True, False]
    desk.do(workers.activate, worker_id, colleague_id, version_of(desk, colleague_id))
    assert len(desk.read(active_workers)) == 2


def version_of(desk: Desk, worker_id: Key) -> int:
    return desk.read(workers.details, worker_id).version


def test_nobody_stops_herself(desk: Desk, worker_id: Key, colleague_id: Key) -> None:
    with pytest.raises(PlanError, match="ikke stoppe dig selv"):
        desk.do(workers.deactivate, worker_id, worker_id, version_of(desk, worker_id))


def test_a_stop_from_a_stale_list_is_refused(desk: Desk, worker_id: Key, colleague_id: Key) -> None:
    version = version_of(desk, colleague_id)
    give_role(desk, colleague_id, WorkerRole.SUPERUSER)
    with pytest.raises(ChangedMeanwhile):
        desk.do(workers.deactivate, worker_id, colleague_id, version)


def test_an_absence_is_noted_changed_removed_and_undone(desk: Desk, worker_id: Key) -> None:
    key = desk.do(workers.add_absence, worker_id, worker_id, AWAY)
    (stored,) = desk.read(workers.absences, worker_id)
    longer = replace(AWAY, last_day=MONDAY + timedelta(days=11))
    desk.do(workers.change_absence, worker_id, key, stored.version, longer)
    (stored,) = desk.read(workers.absences, worker_id)
    assert stored.fields == longer
    desk.do(workers.remove_absence, worker_id, key, stored.version)
    assert desk.read(workers.absences, worker_id) == ()
    assert desk.undo() == "Slet fravær: M.J."
    assert [one.fields for one in desk.read(workers.absences, worker_id)] == [longer]


def test_absence_days_the_wrong_way_round_are_refused(desk: Desk, worker_id: Key) -> None:
    with pytest.raises(PlanError, match="ligger før den første"):
        desk.do(
            workers.add_absence,
            worker_id,
            worker_id,
            replace(AWAY, first_day=AWAY.last_day + timedelta(days=1)),
        )
    assert desk.read(workers.absences, worker_id) == ()


def test_an_absence_tells_which_planned_contacts_it_hits_and_changes_none(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    keys = [plan(desk, worker_id, citizen_id, at, weekday) for weekday in (0, 2, 3)]
    desk.do(contacts.hold, keys[0])
    hit = desk.read(workers.contacts_hit, worker_id, AWAY.first_day, AWAY.last_day)
    assert [(one.id, one.span) for one in hit] == [(keys[1], at(2, "9.00", 30))]
    desk.do(workers.add_absence, worker_id, worker_id, AWAY)
    assert desk.read(contacts.details, keys[1]).fields.span == at(2, "9.00", 30)


def test_with_a_leader_others_absences_are_hers_to_change(
    leaders_desk: Desk, colleagues_desk: Desk, worker_id: Key, colleague_id: Key
) -> None:
    colleagues_desk.do(workers.add_absence, colleague_id, colleague_id, AWAY)
    with pytest.raises(PlanError, match="kun en teamleder"):
        colleagues_desk.do(workers.add_absence, colleague_id, worker_id, AWAY)
    (theirs,) = leaders_desk.read(workers.absences, colleague_id)
    leaders_desk.do(workers.remove_absence, worker_id, theirs.id, theirs.version)


def test_a_stale_absence_overwrites_nothing(desk: Desk, worker_id: Key) -> None:
    key = desk.do(workers.add_absence, worker_id, worker_id, AWAY)
    (stored,) = desk.read(workers.absences, worker_id)
    other = replace(AWAY, kind=AbsenceKind.ILLNESS)
    desk.do(workers.change_absence, worker_id, key, stored.version, other)
    with pytest.raises(ChangedMeanwhile):
        desk.do(workers.change_absence, worker_id, key, stored.version, AWAY)
    with pytest.raises(ChangedMeanwhile):
        desk.do(workers.remove_absence, worker_id, key, stored.version)


def test_one_who_is_gone_is_told_in_a_sentence(desk: Desk) -> None:
    with pytest.raises(PlanError, match="findes ikke længere"):
        desk.read(workers.details, b"\0" * 16)
    with pytest.raises(PlanError, match="findes ikke længere"):
        desk.do(workers.remove_absence, desk.actor_id, b"\0" * 16, 1)
