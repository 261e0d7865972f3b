"""An absence of several days (P89, P13): who is left without a worker, and what could be done."""

from datetime import date, timedelta

import pytest

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.days import Days
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.life_kinds import Triage
from bostoette.models.worker_fields import AbsenceFields
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.planning.day_changes import (
    DayAct,
    DayGround,
    DayWish,
    acts_for,
    given_twice,
    near,
    placed,
    proposed,
)
from bostoette.services import citizens, contacts, day_changes, tasks, triage, workers
from bostoette.services.day_changes import DayDecision
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.services.week import week_of
from tests.clock import MONDAY
from tests.services.remote_hands import answer, plan

VISIT, PHONE, VIDEO = ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.VIDEO
DAY = timedelta(days=1)
NEXT = MONDAY + 7 * DAY
AWAY = Days(NEXT, NEXT + 11 * DAY)
"""Two weeks, from next Monday to the Friday after."""


@pytest.fixture(autouse=True)
def lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


@pytest.fixture
def holiday(desk: Desk) -> None:
    fields = AbsenceFields(AWAY.first, AWAY.last, AbsenceKind.HOLIDAY)
    desk.do(workers.add_absence, desk.actor_id, desk.actor_id, fields)


@pytest.fixture
def other(desk: Desk) -> Key:
    return desk.do(citizens.create, CitizenFields("Bo Krag"))


def ground(desk: Desk, days: Days = AWAY, today: date = MONDAY) -> DayGround:
    return desk.read(day_changes.look_at_absence, desk.actor_id, days, today)


def met(desk: Desk, citizen: Key, worker: Key, days_ago: int) -> None:
    key = plan(desk, citizen, VISIT, MONDAY - days_ago * DAY, workers=(worker,))
    desk.do(contacts.hold, key)


def test_all_days_of_it_are_listed_the_most_vulnerable_first(
    desk: Desk, citizen_id: Key, other: Key, holiday: None
) -> None:
    plan(desk, other, VISIT, MONDAY, 540)
    late = plan(desk, citizen_id, VISIT, AWAY.last, 540)
    early = plan(desk, other, VISIT, NEXT, 540)
    assert [one.id for one in ground(desk).by_vulnerability()] == [early, late]
    desk.do(triage.judge, citizen_id, Triage.MUST_VISIT, by=desk.actor_id, today=MONDAY)
    assert [one.id for one in ground(desk).by_vulnerability()] == [late, early]


def test_what_is_known_before_may_be_moved_to_the_days_before_it(
    desk: Desk, citizen_id: Key, holiday: None
) -> None:
    visit = plan(desk, citizen_id, VISIT, NEXT, 540)
    seen = ground(desk)
    friday = NEXT - 3 * DAY
    assert proposed(seen)[visit] == DayWish(DayAct.MOVE, friday)
    ill = ground(desk, today=NEXT)
    assert min(ill.days) > AWAY.last


def test_what_lies_too_far_from_any_day_goes_to_a_known_colleague_else_is_called_off(
    desk: Desk, citizen_id: Key, other: Key, colleague_id: Key
) -> None:
    days = Days(NEXT, NEXT + 27 * DAY)
    middle = NEXT + 14 * DAY
    known = plan(desk, citizen_id, VISIT, middle, 540)
    unknown = plan(desk, other, VISIT, middle, 660)
    met(desk, citizen_id, colleague_id, 3)
    seen = ground(desk, days)
    assert near(seen.contacts[0], seen.days) == []
    assert proposed(seen) == {
        known: DayWish(DayAct.GIVE, worker=colleague_id),
        unknown: DayWish(DayAct.CANCEL),
    }


def test_who_is_away_neither_rings_nor_meets_anybody_on_video(
    desk: Desk, citizen_id: Key, holiday: None
) -> None:
    plan(desk, citizen_id, VISIT, NEXT, 540)
    seen = ground(desk)
    assert acts_for(seen.contacts[0], seen) == (DayAct.MOVE, DayAct.CANCEL, DayAct.LEAVE)
    day = desk.read(day_changes.look_at_day, desk.actor_id, NEXT, MONDAY)
    assert DayAct.PHONE in acts_for(day.contacts[0], day)


def test_video_is_offered_only_where_the_advice_does_not_rule_it_out(
    desk: Desk, citizen_id: Key, colleague_id: Key
) -> None:
    visit = plan(desk, citizen_id, VISIT, NEXT, 540)

    def fits() -> bool:
        seen = ground(desk)
        return seen.fits(seen.contacts[0], VIDEO)

    answer(desk, citizen_id, has_video_device=True, has_internet=True)
    assert fits()
    answer(desk, citizen_id, wish_video=FormWish.REFUSES)
    assert not fits()
    assert visit in ground(desk).unfit[VIDEO]


def test_a_colleague_takes_it_over_on_video_in_one_step_with_the_rest(
    desk: Desk, citizen_id: Key, other: Key, colleague_id: Key
) -> None:
    visit = plan(desk, citizen_id, VISIT, NEXT, 540)
    off = plan(desk, other, VISIT, NEXT + DAY, 540)
    seen = ground(desk)
    wishes = {
        visit: DayWish(DayAct.GIVE_VIDEO, worker=colleague_id),
        off: DayWish(DayAct.CANCEL),
    }
    to = placed(seen, wishes)[visit]
    decisions = {
        visit: DayDecision(DayAct.GIVE_VIDEO, to, desk.actor_id, colleague_id),
        off: DayDecision(DayAct.CANCEL),
    }
    desk.do(day_changes.change_day, AWAY.first, decisions, "Ferie", until=AWAY.last)
    assert desk.undo_state().undo == "Læg om: man. 30. nov. – fre. 11. dec."
    shown = desk.read(week_of, (colleague_id,), IsoWeek.of(NEXT)).contacts
    assert [(one.form, one.start) for one in shown] == [(VIDEO, 540)]
    assert desk.read(contacts.details, off).status is ContactStatus.CANCELLED_BY_US
    desk.undo()
    for key in (visit, off):
        assert desk.read(contacts.details, key).status is ContactStatus.PLANNED


def test_a_colleague_is_not_proposed_twice_at_once_and_choosing_so_is_noticed(
    desk: Desk, citizen_id: Key, other: Key, colleague_id: Key
) -> None:
    first = plan(desk, citizen_id, VISIT, NEXT, 540)
    second = plan(desk, other, VISIT, NEXT, 555)
    for citizen in (citizen_id, other):
        met(desk, citizen, colleague_id, 3)
        desk.do(triage.judge, citizen, Triage.MUST_VISIT, by=desk.actor_id, today=MONDAY)
    seen = ground(desk)
    wishes = proposed(seen)
    assert [wish.worker for wish in wishes.values()].count(colleague_id) == 1
    assert given_twice(seen, wishes) == frozenset()
    both = {key: DayWish(DayAct.GIVE, worker=colleague_id) for key in (first, second)}
    assert given_twice(seen, both) == {first, second}


def test_a_colleague_who_is_away_on_that_day_is_not_offered(
    desk: Desk, citizen_id: Key, colleague_id: Key
) -> None:
    first = plan(desk, citizen_id, VISIT, NEXT, 540)
    second = plan(desk, citizen_id, VISIT, NEXT + DAY, 540)
    away = AbsenceFields(NEXT, NEXT, AbsenceKind.COURSE)
    desk.do(workers.add_absence, desk.actor_id, colleague_id, away)
    covers = ground(desk).covers
    assert covers[first] == ()
    assert [one.worker_id for one in covers[second]] == [colleague_id]


def test_what_is_called_off_and_was_agreed_gives_a_task_to_tell_the_citizen(
    desk: Desk, citizen_id: Key
) -> None:
    visit = plan(desk, citizen_id, VISIT, NEXT, 540, agreed_with_citizen=True)
    decisions = {visit: DayDecision(DayAct.CANCEL)}
    desk.do(day_changes.change_day, AWAY.first, decisions, "Ferie", until=AWAY.last)
    assert desk.read(tasks.not_told, [visit]) == {visit}
