"""Review never stops the work: what changed since is shown, and questions go round."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.review import MatterKind, ReviewLine
from bostoette.services import contacts, review
from bostoette.services.desk import Desk
from bostoette.services.week_review import review_of
from tests.clock import At
from tests.services.review.reviewing import NOW, TODAY, UTC_NOW, WEEK, Plan, approve, of_kind, send


def test_review_never_stops_the_work_and_a_change_after_approval_shows(
    desk: Desk,
    leaders_desk: Desk,
    visit: Key,
    line: Callable[[], ReviewLine],
    worker_id: Key,
    at: At,
) -> None:
    send(desk)
    approve(leaders_desk, worker_id)
    assert not line().changed
    desk.do(contacts.move, visit, to=at(2, "10.00", 30))
    assert line().changed
    (said,) = of_kind(line(), MatterKind.CHANGED)
    assert said.text.startswith("Flyt A.M.")
    desk.undo()
    assert not line().changed


def test_a_contact_moved_out_of_the_week_and_a_deleted_one_show_as_changes(
    desk: Desk,
    leaders_desk: Desk,
    visit: Key,
    plan: Plan,
    line: Callable[[], ReviewLine],
    worker_id: Key,
    at: At,
) -> None:
    call = plan(3, "9.00", ContactForm.PHONE)
    send(desk)
    approve(leaders_desk, worker_id)
    desk.do(contacts.delete, call)
    desk.do(contacts.move, visit, to=at(8, "10.00", 30))
    assert [one.text.split()[0] for one in of_kind(line(), MatterKind.CHANGED)] == ["Slet", "Flyt"]


def test_taking_back_a_step_from_before_the_approval_is_a_change(
    desk: Desk,
    leaders_desk: Desk,
    visit: Key,
    line: Callable[[], ReviewLine],
    worker_id: Key,
    at: At,
) -> None:
    desk.do(contacts.move, visit, to=at(2, "10.00", 30))
    send(desk)
    approve(leaders_desk, worker_id)
    desk.undo()
    (said,) = of_kind(line(), MatterKind.CHANGED)
    assert said.text.startswith("Fortrudt: Flyt A.M.")


def test_holding_a_contact_is_no_change_of_the_plan_but_cancelling_is(
    desk: Desk,
    leaders_desk: Desk,
    visit: Key,
    plan: Plan,
    line: Callable[[], ReviewLine],
    worker_id: Key,
) -> None:
    call = plan(3, "9.00", ContactForm.PHONE)
    send(desk)
    approve(leaders_desk, worker_id)
    desk.do(contacts.hold, visit)
    assert not line().changed
    desk.do(contacts.cancel, call, ContactStatus.CANCELLED_BY_US, "Sygdom")
    assert line().changed


def test_what_changed_since_the_leader_looked_is_shown_and_goes_when_she_looks_again(
    desk: Desk,
    leaders_desk: Desk,
    visit: Key,
    line: Callable[[], ReviewLine],
    worker_id: Key,
    at: At,
) -> None:
    send(desk)
    leaders_desk.do(review.looked, leaders_desk.actor_id, worker_id, WEEK)
    assert not of_kind(line(), MatterKind.CHANGED)
    desk.do(contacts.move, visit, to=at(2, "10.00", 30))
    assert of_kind(line(), MatterKind.CHANGED)
    assert not line().changed  # it is not approved yet
    leaders_desk.do(review.looked, leaders_desk.actor_id, worker_id, WEEK)
    assert not of_kind(line(), MatterKind.CHANGED)


def test_a_question_about_a_contact_goes_round_until_it_is_closed(
    desk: Desk,
    leaders_desk: Desk,
    visit: Key,
    line: Callable[[], ReviewLine],
    worker_id: Key,
    leader_id: Key,
) -> None:
    leaders_desk.do(
        review.ask,
        leader_id,
        worker_id,
        WEEK,
        UTC_NOW,
        today=TODAY,
        text="Kan hun mødes først?",
        contact_id=visit,
    )
    (asked,) = line().questions
    assert (asked.about, asked.asked_by) == ("A.M. tir. 24. nov. kl. 09.00", "T.L.")
    desk.do(review.answer, worker_id, asked.id, asked.version, UTC_NOW, text="Ja, mandag")
    (answered,) = line().questions
    assert (answered.answer, answered.closed, line().open_questions) == ("Ja, mandag", False, 1)
    leaders_desk.do(review.close, leader_id, asked.id, answered.version, UTC_NOW, today=TODAY)
    assert line().open_questions == 0


def test_a_question_is_answered_by_whom_it_was_put_to(
    leaders_desk: Desk, colleagues_desk: Desk, line: Callable[[], ReviewLine], worker_id: Key
) -> None:
    leader = leaders_desk.actor_id
    leaders_desk.do(review.ask, leader, worker_id, WEEK, UTC_NOW, today=TODAY, text="Hvordan?")
    (asked,) = line().questions
    with pytest.raises(PlanError, match="til en anden"):
        colleagues_desk.do(
            review.answer,
            colleagues_desk.actor_id,
            asked.id,
            asked.version,
            UTC_NOW,
            text="Sådan",
        )
    with pytest.raises(PlanError, match="Skriv, hvad du vil spørge om"):
        leaders_desk.do(review.ask, leader, worker_id, WEEK, UTC_NOW, today=TODAY, text=" ")


def test_weeks_that_are_over_are_not_looked_through_for_changes(
    desk: Desk,
    leaders_desk: Desk,
    leader_id: Key,
    visit: Key,
    worker_id: Key,
    at: At,
) -> None:
    send(desk)
    approve(leaders_desk, worker_id)
    desk.do(contacts.move, visit, to=at(2, "10.00", 30))
    later = leaders_desk.read(review_of, leader_id, WEEK, NOW + timedelta(days=30))
    assert not any(of_kind(one, MatterKind.CHANGED) for one in later.lines)
