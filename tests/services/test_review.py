"""A week in review: sent, approved, returned, asked about – and never in the worker's way (P88)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.note_fields import NoteFields
from bostoette.models.plan_error import PlanError
from bostoette.models.review import Matter, MatterKind, Review, ReviewLine
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.planning.danish_days import day_name
from bostoette.planning.week_check import check_week
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services import citizens, contacts, notes, review
from bostoette.services.desk import Desk
from bostoette.services.plan_checks import plan_sentences
from bostoette.services.review_rights import (
    end_stand_in,
    let_stand_in,
    review_right,
    stand_ins,
)
from bostoette.services.week import Week, week_of
from bostoette.services.week_knowledge import checked_week, knowledge_of
from bostoette.services.week_review import review_of
from bostoette.store.database import Database
from tests.clock import MONDAY, At
from tests.leader import desk_of_leader
from tests.met_before import meet

WEEK = IsoWeek.of(MONDAY)
TODAY = MONDAY - timedelta(days=4)
NOW = datetime(2026, 11, 19, 8, 0)
UTC_NOW = datetime(2026, 11, 19, 7, 0, tzinfo=UTC)
WHY = "Hun er hos sin søster hele måneden"


@pytest.fixture
def leaders_desk(database: Database, worker_id: Key) -> Desk:
    """T.L.'s, the team leader's."""
    return desk_of_leader(database)


@pytest.fixture
def leader_id(leaders_desk: Desk) -> Key:
    return leaders_desk.actor_id


Plan = Callable[[int, str, ContactForm], Key]


@pytest.fixture
def plan(desk: Desk, worker_id: Key, citizen_id: Key, at: At) -> Plan:
    """Plan a contact of M.J.'s with A.M. in week 48."""

    def plan(weekday: int, start: str, form: ContactForm) -> Key:
        span = at(weekday, start, 30)
        fields = ContactFields(span, form, "short_follow_up", (worker_id,), (citizen_id,))
        return desk.do(contacts.create, fields)

    return plan


@pytest.fixture
def visit(plan: Plan) -> Key:
    return plan(1, "9.00", ContactForm.PHYSICAL)


@pytest.fixture
def seen(leaders_desk: Desk, leader_id: Key) -> Callable[[], Review]:
    return lambda: leaders_desk.read(review_of, leader_id, WEEK, NOW)


@pytest.fixture
def line(seen: Callable[[], Review], worker_id: Key) -> Callable[[], ReviewLine]:
    """Look at M.J.'s line."""
    return lambda: next(one for one in seen().lines if one.worker_id == worker_id)


def send(desk: Desk) -> None:
    desk.do(review.send, desk.actor_id, WEEK, UTC_NOW)


def approve(desk: Desk, worker: Key, **said: str) -> None:
    desk.do(review.approve, desk.actor_id, worker, WEEK, UTC_NOW, today=TODAY, **said)


def of_kind(line: ReviewLine, kind: MatterKind) -> list[Matter]:
    return [one for one in line.matters if one.kind is kind]


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


def test_reasons_for_a_form_advised_against_are_told_to_the_leader(
    desk: Desk, worker_id: Key, citizen_id: Key, line: Callable[[], ReviewLine]
) -> None:
    fields = ContactFields(
        TimeSpan(MONDAY, 540, 20),
        ContactForm.PHONE,
        "short_follow_up",
        (worker_id,),
        (citizen_id,),
        override_reason="Hun ringede selv og bad om det",
    )
    desk.do(contacts.create, fields)
    (given,) = of_kind(line(), MatterKind.REASON)
    assert given.text == (
        "A.M. man. 23. nov. kl. 09.00, telefon, valgt med begrundelse: "
        "Hun ringede selv og bad om det"
    )


def test_a_note_overdue_is_told_to_the_leader_until_it_is_written(
    desk: Desk, visit: Key, worker_id: Key, citizen_id: Key, leaders_desk: Desk
) -> None:
    desk.do(contacts.hold, visit)
    two_days_on = datetime(2026, 11, 26, 12, 0)

    def told() -> list[str]:
        found = leaders_desk.read(review_of, leaders_desk.actor_id, WEEK, two_days_on)
        lines = [one for one in found.lines if one.worker_id == worker_id]
        return [one.text for line in lines for one in of_kind(line, MatterKind.NOTE)]

    assert told() == ["1 kontakt mangler notat over fristen: A.M. tir. 24. nov."]
    said = NoteFields(text="Vi ryddede køkkenet sammen")
    at, today = datetime(2026, 11, 26, 11, 0, tzinfo=UTC), date(2026, 11, 26)
    desk.do(notes.sign, visit, citizen_id, said, by=worker_id, at=at, today=today)
    assert told() == []


def test_the_figures_of_a_line_are_those_of_the_week(
    plan: Plan, visit: Key, line: Callable[[], ReviewLine]
) -> None:
    plan(3, "9.00", ContactForm.PHONE)
    found = line()
    assert found.counts == {ContactForm.PHYSICAL: 1, ContactForm.PHONE: 1}
    assert (found.planned, found.contacts) == (60, 2)
    assert found.travel.number > 0
    assert found.saved.number > 0


def test_a_duty_without_citizens_is_no_time_with_them(
    desk: Desk, visit: Key, worker_id: Key, at: At, line: Callable[[], ReviewLine]
) -> None:
    fields = ContactFields(at(2, "9.00", 60), ContactForm.HOTLINE, "acute", (worker_id,), ())
    desk.do(contacts.create, fields)
    assert (line().contacts, line().planned) == (1, 30)


def test_the_review_says_who_has_not_sent_and_who_is_met(
    desk: Desk, visit: Key, seen: Callable[[], Review]
) -> None:
    assert [one.initials for one in seen().not_sent] == ["M.J."]
    assert (seen().met, seen().citizens, seen().met_days) == (1, 1, 28)
    send(desk)
    assert seen().not_sent == ()


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


def test_homes_that_nobody_sees_are_told_together_and_not_of_whom_nobody_meets(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At, line: Callable[[], ReviewLine]
) -> None:
    others = [
        desk.do(citizens.create, CitizenFields(name, primary_worker_id=worker_id))
        for name in ("Bo Krag", "Eva Lind")
    ]
    for place, citizen in enumerate(others):
        span = at(0, "9.00", 45).moved(days=place)
        walk = ContactFields(
            span, ContactForm.WALK_TALK, "support_conversation", (worker_id,), (citizen,)
        )
        desk.do(contacts.create, walk)
        _lived_since(desk, worker_id, citizen, at)
    call = ContactFields(
        at(2, "9.00", 30), ContactForm.PHONE, "support_conversation", (worker_id,), (citizen_id,)
    )
    desk.do(contacts.create, call)
    _lived_since(desk, worker_id, citizen_id, at)
    said = [(one.rule, one.text) for one in line().matters if one.rule in {"P01", "P37"}]
    assert [rule for rule, _text in said] == ["P01", "P37"]
    assert said[0][1].startswith("A.M.: ")
    assert said[1][1] == "Hjemmet bliver ikke set i perioden hos B.K. og E.L."
    in_week = desk.read(plan_sentences, desk.read(week_of, (worker_id,), WEEK), TODAY)
    unseen = {one.citizen for one in in_week if one.rule == "P37"}
    assert unseen == set(others), "the week itself says no more than its review"


def _lived_since(desk: Desk, worker_id: Key, citizen: Key, at: At) -> None:
    """Let her have been supported for long, on the phone."""
    span = at(0, "9.00", 30).moved(days=-60)
    call = ContactFields(span, ContactForm.PHONE, "support_conversation", (worker_id,), (citizen,))
    desk.do(contacts.hold, desk.upkeep(contacts.create, call))


def test_a_long_meeting_among_workers_is_not_held_against_each_of_them(
    desk: Desk, worker_id: Key, at: At, line: Callable[[], ReviewLine]
) -> None:
    meeting = ContactFields(
        at(2, "9.00", 90),
        ContactForm.VIDEO,
        "meeting",
        (worker_id,),
        (),
        variant=ContactVariant.SUPERVISION,
    )
    key = desk.do(contacts.create, meeting)
    week = desk.read(week_of, (worker_id,), WEEK)
    assert any(one.rule == "P71" and one.contacts == (key,) for one in _said(desk, week))
    assert not [one for one in line().matters if one.rule == "P71"]


def _said(desk: Desk, shown: Week) -> tuple[WeekSentence, ...]:
    known = desk.read(knowledge_of, shown)
    return check_week(checked_week(shown, known, day_name, NOW))
