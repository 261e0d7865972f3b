"""Giving a contact to a colleague whom the citizen does not know (P13), through the desk."""

from datetime import timedelta

import pytest

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.stranger_question import StrangerAnswer, StrangerQuestion, StrangerWay
from bostoette.models.worker_fields import WorkerFields
from bostoette.services import contacts, form_choice, strangers, team_sheet, workers
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from tests.clock import MONDAY
from tests.services.remote_hands import meet, plan

PHONE, VIDEO, VISIT = ContactForm.PHONE, ContactForm.VIDEO, ContactForm.PHYSICAL
TUESDAY, LAST_WEEK = MONDAY + timedelta(days=1), MONDAY - timedelta(days=7)


@pytest.fixture(autouse=True)
def lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


@pytest.fixture
def known_id(desk: Desk, citizen_id: Key) -> Key:
    """A third worker, whom the citizen has met."""
    key = desk.do(workers.create, desk.actor_id, WorkerFields("Tove Testsen", "T.T."))
    desk.do(contacts.hold, plan(desk, citizen_id, VISIT, LAST_WEEK, workers=(key,)))
    return key


def asked(desk: Desk, contact: Key, comes: Key) -> StrangerQuestion | None:
    span = desk.read(contacts.details, contact).fields.span
    question = strangers.question_about_stranger
    return desk.read(question, contact, desk.actor_id, comes, span)


def give(desk: Desk, contact: Key, way: StrangerWay, comes: Key, reason: str = "") -> Key:
    span = desk.read(contacts.details, contact).fields.span
    answer = StrangerAnswer(way, comes, reason)
    return desk.do(strangers.give_over, contact, desk.actor_id, span, answer)


def test_a_call_given_to_a_stranger_proposes_a_free_colleague_whom_the_citizen_knows(
    desk: Desk, citizen_id: Key, colleague_id: Key, known_id: Key
) -> None:
    meet(desk, citizen_id, LAST_WEEK)
    call = plan(desk, citizen_id, PHONE, TUESDAY)
    question = asked(desk, call, colleague_id)
    assert question is not None
    assert [(one.initials, one.stranger) for one in question.known] == [("T.T.", False)]
    assert any("P13" in one.rules for one in question.question.reasons)

    plan(desk, citizen_id, VISIT, TUESDAY, workers=(known_id,))
    question = asked(desk, call, colleague_id)
    assert question is not None
    assert question.known == (), "she is busy then"


def test_nothing_is_asked_of_a_visit_of_a_known_colleague_or_where_nobody_has_met(
    desk: Desk, citizen_id: Key, colleague_id: Key
) -> None:
    unmet = plan(desk, citizen_id, PHONE, LAST_WEEK - timedelta(days=7))
    assert asked(desk, unmet, colleague_id) is None
    meet(desk, citizen_id, LAST_WEEK)
    assert asked(desk, plan(desk, citizen_id, VISIT, TUESDAY), colleague_id) is None
    desk.do(contacts.hold, plan(desk, citizen_id, VISIT, MONDAY, workers=(colleague_id,)))
    assert asked(desk, plan(desk, citizen_id, PHONE, TUESDAY), colleague_id) is None


def test_a_stranger_meets_the_citizen_on_a_visit_or_calls_shortly_only_to_move_it(
    desk: Desk, citizen_id: Key, colleague_id: Key, known_id: Key
) -> None:
    assert known_id
    call, video = (plan(desk, citizen_id, one, TUESDAY) for one in (PHONE, VIDEO))
    give(desk, call, StrangerWay.SHORT_CALL, colleague_id)
    short = desk.read(contacts.details, call).fields
    assert (short.form, short.span.minutes, short.workers) == (PHONE, 10, (colleague_id,))
    assert short.override_reason == strangers.WHY_A_CALL
    desk.undo()
    give(desk, call, StrangerWay.VISIT, colleague_id)
    visit = desk.read(contacts.details, call).fields
    assert (visit.form, visit.span.minutes, visit.workers) == (VISIT, 45, (colleague_id,))

    moved = give(desk, video, StrangerWay.SHORT_CALL, colleague_id)
    assert desk.read(contacts.details, video).status is ContactStatus.CONVERTED
    fields = desk.read(contacts.details, moved).fields
    assert (fields.form, fields.span.minutes, fields.workers) == (PHONE, 10, (colleague_id,))
    desk.undo()
    assert desk.read(contacts.details, video).status is ContactStatus.PLANNED


def test_a_call_with_a_stranger_all_the_same_needs_its_reason(
    desk: Desk, citizen_id: Key, colleague_id: Key, known_id: Key
) -> None:
    assert known_id
    call = plan(desk, citizen_id, PHONE, TUESDAY)
    with pytest.raises(PlanError, match="mindst 10 tegn"):
        give(desk, call, StrangerWay.ALL_THE_SAME, colleague_id, "haster")
    assert desk.read(contacts.details, call).fields.workers == (desk.actor_id,)
    give(desk, call, StrangerWay.ALL_THE_SAME, colleague_id, "Borgeren ønsker det selv")
    fields = desk.read(contacts.details, call).fields
    assert (fields.workers, fields.override_reason) == (
        (colleague_id,),
        "Borgeren ønsker det selv",
    )


def test_with_the_rule_switched_off_nothing_is_asked(
    desk: Desk, citizen_id: Key, colleague_id: Key, known_id: Key
) -> None:
    assert known_id
    call = plan(desk, citizen_id, PHONE, TUESDAY)
    assert asked(desk, call, colleague_id) is not None
    desk.do(team_sheet.switch_rule, desk.actor_id, "P13", on=False)
    assert asked(desk, call, colleague_id) is None


def test_the_advice_names_who_knows_the_citizen_where_the_worker_does_not(
    desk: Desk, citizen_id: Key, colleague_id: Key, known_id: Key
) -> None:
    call = plan(desk, citizen_id, PHONE, TUESDAY, workers=(colleague_id,))
    found = desk.read(form_choice.advice_on_contact, call)
    assert found is not None
    assert [one.worker_id for one in found.known] == [known_id]
    mine = desk.read(form_choice.advice_on_contact, plan(desk, citizen_id, VISIT, TUESDAY))
    assert mine is not None
    assert mine.known == ()
