"""A week is sent, approved, returned and withdrawn by acts, and by whom."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.review import Review, ReviewLine
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.services import review
from bostoette.services.desk import Desk
from bostoette.services.review_rights import (
    end_stand_in,
    let_stand_in,
    review_right,
    stand_ins,
)
from bostoette.services.week_review import review_of
from bostoette.store.database import Database
from tests.met_before import meet
from tests.services.review.reviewing import NOW, TODAY, UTC_NOW, WEEK, Plan, approve, send

WHY = "Hun er hos sin søster hele måneden"


def test_a_week_nobody_has_begun_with_is_a_draft(line: Callable[[], ReviewLine]) -> None:
    assert line().status is WeekPlanStatus.DRAFT


def test_a_sent_week_is_approved_with_a_word(
    desk: Desk, leaders_desk: Desk, visit: Key, line: Callable[[], ReviewLine], worker_id: Key
) -> None:
    send(desk)
    assert line().status is WeekPlanStatus.SENT
    approve(leaders_desk, worker_id, words="Fin uge")
    assert (line().status, line().comment) == (WeekPlanStatus.APPROVED, "Fin uge")


def test_a_week_is_returned_with_a_word_and_sent_anew(
    desk: Desk, leaders_desk: Desk, visit: Key, line: Callable[[], ReviewLine], worker_id: Key
) -> None:
    send(desk)
    leaders_desk.do(
        review.send_back,
        leaders_desk.actor_id,
        worker_id,
        WEEK,
        UTC_NOW,
        today=TODAY,
        words="Se på tirsdag",
    )
    assert (line().status, line().comment) == (WeekPlanStatus.RETURNED, "Se på tirsdag")
    send(desk)
    assert line().status is WeekPlanStatus.SENT


def test_a_week_is_not_returned_without_a_word(
    desk: Desk, leaders_desk: Desk, line: Callable[[], ReviewLine], worker_id: Key
) -> None:
    send(desk)
    with pytest.raises(PlanError, match="Skriv et ord"):
        leaders_desk.do(
            review.send_back,
            leaders_desk.actor_id,
            worker_id,
            WEEK,
            UTC_NOW,
            today=TODAY,
            words="  ",
        )
    assert line().status is WeekPlanStatus.SENT


def test_a_week_that_was_not_sent_is_not_approved(leaders_desk: Desk, worker_id: Key) -> None:
    with pytest.raises(PlanError, match="ikke sendt"):
        approve(leaders_desk, worker_id)


def test_a_week_is_taken_back_before_it_is_decided(
    desk: Desk, line: Callable[[], ReviewLine], worker_id: Key
) -> None:
    send(desk)
    desk.do(review.take_back, worker_id, WEEK)
    assert line().status is WeekPlanStatus.DRAFT
    with pytest.raises(PlanError, match="ikke til gennemgang"):
        desk.do(review.take_back, worker_id, WEEK)


def test_a_week_is_not_sent_twice(desk: Desk) -> None:
    send(desk)
    with pytest.raises(PlanError, match="allerede sendt"):
        send(desk)


def test_only_a_leader_or_a_stand_in_reviews(
    desk: Desk, colleagues_desk: Desk, leaders_desk: Desk, visit: Key, worker_id: Key
) -> None:
    send(desk)
    with pytest.raises(PlanError, match="teamlederen eller hendes stedfortræder"):
        approve(colleagues_desk, worker_id)
    colleague = colleagues_desk.actor_id
    leaders_desk.do(let_stand_in, leaders_desk.actor_id, colleague, TODAY, TODAY)
    assert colleagues_desk.read(review_right, colleague, TODAY).may
    assert not colleagues_desk.read(review_right, colleague, TODAY + timedelta(days=1)).may
    approve(colleagues_desk, worker_id)


def test_a_stand_in_sees_the_same_list(
    desk: Desk,
    colleagues_desk: Desk,
    leaders_desk: Desk,
    visit: Key,
    seen: Callable[[], Review],
) -> None:
    send(desk)
    theirs = colleagues_desk.read(review_of, colleagues_desk.actor_id, WEEK, NOW)
    assert theirs == seen()


def test_a_stand_in_is_ended_and_undone(
    desk: Desk, leaders_desk: Desk, colleague_id: Key, leader_id: Key
) -> None:
    leaders_desk.do(let_stand_in, leader_id, colleague_id, TODAY, TODAY)
    leaders_desk.do(end_stand_in, leader_id, colleague_id)
    assert leaders_desk.read(stand_ins, TODAY) == ()
    leaders_desk.undo()
    (stands_in,) = leaders_desk.read(stand_ins, TODAY)
    assert (stands_in.initials, stands_in.until) == ("K.L.", TODAY)


def test_nobody_stands_in_until_a_day_that_is_past(
    leaders_desk: Desk, leader_id: Key, colleague_id: Key
) -> None:
    with pytest.raises(PlanError, match="allerede gået"):
        leaders_desk.do(let_stand_in, leader_id, colleague_id, TODAY - timedelta(days=1), TODAY)


def test_a_plan_without_a_meeting_face_to_face_asks_for_the_leaders_reason(
    desk: Desk, leaders_desk: Desk, plan: Plan, line: Callable[[], ReviewLine], worker_id: Key
) -> None:
    plan(-40, "9.00", ContactForm.PHONE)
    plan(1, "9.00", ContactForm.PHONE)
    send(desk)
    assert line().needs_reason
    with pytest.raises(PlanError, match=r"P01.*mindst 10 tegn"):
        approve(leaders_desk, worker_id, reason="derfor")
    assert line().status is WeekPlanStatus.SENT
    approve(leaders_desk, worker_id, reason=WHY)
    assert (line().status, line().reason) == (WeekPlanStatus.APPROVED, WHY)


def test_a_plan_with_a_visit_asks_for_no_reason(
    desk: Desk, leaders_desk: Desk, visit: Key, line: Callable[[], ReviewLine], worker_id: Key
) -> None:
    send(desk)
    assert not line().needs_reason
    approve(leaders_desk, worker_id)


def test_what_is_sent_and_decided_cannot_be_undone(
    desk: Desk, leaders_desk: Desk, visit: Key, line: Callable[[], ReviewLine], worker_id: Key
) -> None:
    send(desk)
    assert desk.undo() == "Ny kontakt med A.M."
    assert line().status is WeekPlanStatus.SENT
    desk.redo()
    approve(leaders_desk, worker_id)
    assert leaders_desk.undo() is None


def test_an_approval_is_withdrawn_by_a_new_act(
    desk: Desk, leaders_desk: Desk, visit: Key, line: Callable[[], ReviewLine], worker_id: Key
) -> None:
    send(desk)
    approve(leaders_desk, worker_id)
    leaders_desk.do(review.withdraw, leaders_desk.actor_id, worker_id, WEEK, TODAY)
    assert line().status is WeekPlanStatus.SENT


def test_weeks_without_remarks_are_approved_together_and_all_or_none(
    desk: Desk,
    colleagues_desk: Desk,
    leaders_desk: Desk,
    visit: Key,
    seen: Callable[[], Review],
    leader_id: Key,
    worker_id: Key,
    colleague_id: Key,
    citizen_id: Key,
) -> None:
    meet(desk, citizen_id, worker_id)
    send(desk)
    send(colleagues_desk)
    fit = tuple((one.worker_id, WEEK) for one in seen().lines if one.without_remarks)
    assert {worker for worker, _ in fit} == {worker_id, colleague_id}
    with pytest.raises(PlanError, match="ikke sendt"):
        leaders_desk.do(review.approve_all, leader_id, (*fit, (leader_id, WEEK)), UTC_NOW, TODAY)
    assert not any(one.status is WeekPlanStatus.APPROVED for one in seen().lines)
    leaders_desk.do(review.approve_all, leader_id, fit, UTC_NOW, TODAY)
    approved = {one.worker_id for one in seen().lines if one.status is WeekPlanStatus.APPROVED}
    assert approved == {worker_id, colleague_id}


@pytest.mark.parametrize("day", [date(2026, 12, 28), date(2021, 1, 3)])
def test_a_week_over_new_year_is_one_week(desk: Desk, day: date, database: Database) -> None:
    week = IsoWeek.of(day)
    desk.do(review.send, desk.actor_id, week, UTC_NOW)
    found = desk.read(review_of, desk.actor_id, week, NOW)
    assert [one.status for one in found.lines] == [WeekPlanStatus.SENT]


def test_no_word_of_a_review_keeps_a_cpr_number(
    desk: Desk, leaders_desk: Desk, visit: Key, line: Callable[[], ReviewLine], worker_id: Key
) -> None:
    number, leader = "Se 010180-1234 igen", leaders_desk.actor_id
    send(desk)
    leaders_desk.do(review.ask, leader, worker_id, WEEK, UTC_NOW, today=TODAY, text="Hvordan?")
    (asked,) = line().questions
    with pytest.raises(PlanError, match="CPR-nummer"):
        approve(leaders_desk, worker_id, words=number)
    with pytest.raises(PlanError, match="CPR-nummer"):
        approve(leaders_desk, worker_id, reason=number)
    with pytest.raises(PlanError, match="CPR-nummer"):
        leaders_desk.do(
            review.send_back, leader, worker_id, WEEK, UTC_NOW, today=TODAY, words=number
        )
    with pytest.raises(PlanError, match="CPR-nummer"):
        leaders_desk.do(review.ask, leader, worker_id, WEEK, UTC_NOW, today=TODAY, text=number)
    with pytest.raises(PlanError, match="CPR-nummer"):
        desk.do(review.answer, worker_id, asked.id, asked.version, UTC_NOW, text=number)
    assert line().status is WeekPlanStatus.SENT
