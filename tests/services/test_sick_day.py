"""A sick day (P89, P13): the most vulnerable first, and who could take over or ring."""

from datetime import timedelta

import pytest

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.life_kinds import Triage
from bostoette.planning.day_changes import DayAct, DayGround, DayWish, placed, proposed
from bostoette.services import citizens, contacts, day_changes, risk, triage
from bostoette.services.day_changes import DayDecision
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.services.week import week_of
from tests.clock import MONDAY
from tests.services.remote_hands import answer, meet, plan

VISIT, PHONE = ContactForm.PHYSICAL, ContactForm.PHONE
DAY = timedelta(days=1)
TUESDAY = MONDAY + DAY


@pytest.fixture(autouse=True)
def lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


@pytest.fixture
def other(desk: Desk) -> Key:
    return desk.do(citizens.create, CitizenFields("Bo Krag"))


def ground(desk: Desk) -> DayGround:
    return desk.read(day_changes.look_at_day, desk.actor_id, TUESDAY, TUESDAY)


def meet_with(desk: Desk, citizen: Key, worker: Key, days: int) -> None:
    key = plan(desk, citizen, VISIT, MONDAY - days * DAY, workers=(worker,))
    desk.do(contacts.hold, key)


def test_red_comes_before_green_then_triage_then_who_was_heard_from_longest_ago(
    desk: Desk, citizen_id: Key, other: Key
) -> None:
    first = plan(desk, other, VISIT, TUESDAY, 540)
    second = plan(desk, citizen_id, VISIT, TUESDAY, 660)
    meet(desk, other, MONDAY - DAY)
    meet(desk, citizen_id, MONDAY)

    def order() -> list[Key]:
        return [one.id for one in ground(desk).by_vulnerability()]

    assert order() == [first, second]
    desk.do(triage.judge, citizen_id, Triage.MUST_VISIT, by=desk.actor_id, today=MONDAY)
    assert order() == [second, first]
    red = RiskLevel.RED
    desk.do(risk.judge, other, red, reason="", by=desk.actor_id, today=MONDAY)
    assert order() == [first, second]
    said = ground(desk).vulnerable[second].said(TUESDAY)
    assert said == "Skal have besøg (man. 23. nov., M.J.) · sidste kontakt i går"
    assert ground(desk).vulnerable[first].said(TUESDAY).startswith("■ Rød risiko · ")


def test_a_known_colleague_is_proposed_for_who_must_be_visited_and_all_is_one_step(
    desk: Desk, citizen_id: Key, colleague_id: Key
) -> None:
    visit = plan(desk, citizen_id, VISIT, TUESDAY, 540)
    meet_with(desk, citizen_id, colleague_id, 3)
    desk.do(triage.judge, citizen_id, Triage.MUST_VISIT, by=desk.actor_id, today=MONDAY)
    seen = ground(desk)
    (cover,) = seen.covers[visit]
    assert (cover.initials, cover.stranger) == ("K.L.", False)
    wishes = proposed(seen)
    assert wishes == {visit: DayWish(DayAct.GIVE, worker=colleague_id)}
    decision = DayDecision(DayAct.GIVE, placed(seen, wishes)[visit], desk.actor_id, colleague_id)
    desk.do(day_changes.change_day, TUESDAY, {visit: decision}, "Sygdom")
    assert desk.read(contacts.details, visit).fields.workers == (colleague_id,)
    desk.undo()
    assert desk.read(contacts.details, visit).fields.workers == (desk.actor_id,)


def test_who_manages_by_phone_is_rung_by_a_colleague_who_knows_her(
    desk: Desk, citizen_id: Key, colleague_id: Key
) -> None:
    visit = plan(desk, citizen_id, VISIT, TUESDAY, 540)
    meet_with(desk, citizen_id, colleague_id, 3)
    desk.do(triage.judge, citizen_id, Triage.BY_PHONE, by=desk.actor_id, today=MONDAY)
    seen = ground(desk)
    wishes = proposed(seen)
    assert wishes[visit] == DayWish(DayAct.GIVE_PHONE, worker=colleague_id)
    to = placed(seen, wishes)[visit]
    decision = DayDecision(DayAct.GIVE_PHONE, to, desk.actor_id, colleague_id)
    desk.do(day_changes.change_day, TUESDAY, {visit: decision}, "Sygdom")
    assert desk.read(contacts.details, visit).status is ContactStatus.CONVERTED
    week = desk.read(week_of, (colleague_id,), IsoWeek.of(TUESDAY))
    calls = [one for one in week.contacts if one.day == TUESDAY]
    assert [(one.form, one.start) for one in calls] == [(PHONE, 540)]


@pytest.mark.parametrize(
    ("answers", "act"),
    [
        ({"needs_something_to_look_at": True}, DayAct.GIVE_VIDEO),
        ({"may_hide_being_unwell": True}, DayAct.GIVE),
    ],
    ids=["video suits", "nothing at a distance suits"],
)
def test_no_call_is_proposed_that_the_advice_warns_against(
    desk: Desk, citizen_id: Key, colleague_id: Key, answers: dict[str, bool], act: DayAct
) -> None:
    visit = plan(desk, citizen_id, VISIT, TUESDAY, 540)
    meet_with(desk, citizen_id, colleague_id, 3)
    answer(desk, citizen_id, video_startup_done=True, **answers)
    desk.do(triage.judge, citizen_id, Triage.BY_PHONE, by=desk.actor_id, today=MONDAY)
    assert proposed(ground(desk))[visit] == DayWish(act, worker=colleague_id)


def test_a_stranger_who_takes_a_call_over_meets_the_citizen_on_a_visit(
    desk: Desk, citizen_id: Key, colleague_id: Key
) -> None:
    call = plan(desk, citizen_id, PHONE, TUESDAY, 540)
    (cover,) = ground(desk).covers[call]
    assert cover.stranger
    span = desk.read(contacts.details, call).fields.span
    decision = DayDecision(DayAct.GIVE, span, desk.actor_id, colleague_id, as_visit=True)
    desk.do(day_changes.change_day, TUESDAY, {call: decision}, "Sygdom")
    found = desk.read(contacts.details, call).fields
    assert (found.form, found.workers) == (VISIT, (colleague_id,))


def test_a_colleague_who_is_busy_is_not_offered(
    desk: Desk, citizen_id: Key, other: Key, colleague_id: Key
) -> None:
    visit = plan(desk, citizen_id, VISIT, TUESDAY, 540)
    plan(desk, other, VISIT, TUESDAY, 555, workers=(colleague_id,))
    assert ground(desk).covers[visit] == ()
