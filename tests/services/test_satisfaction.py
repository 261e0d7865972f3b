"""After four videos the citizen is asked, and the answers split by form (P91)."""

from datetime import timedelta

import pytest

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.satisfaction import FormSatisfaction, Satisfaction
from bostoette.services import contacts, satisfaction
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from tests.clock import MONDAY
from tests.services.remote_hands import plan

VIDEO, PHONE, VISIT = ContactForm.VIDEO, ContactForm.PHONE, ContactForm.PHYSICAL
GOOD, BAD, NOT_ASKED = Satisfaction.GOOD, Satisfaction.BAD, Satisfaction.NOT_ASKED
DAY = timedelta(days=1)
FIRST, LAST = MONDAY - 60 * DAY, MONDAY + 60 * DAY


@pytest.fixture(autouse=True)
def lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


def held(desk: Desk, citizen: Key, form: ContactForm, days: int) -> Key:
    key = plan(desk, citizen, form, MONDAY + days * DAY)
    desk.do(contacts.hold, key)
    return key


def due(desk: Desk, contact: Key) -> bool:
    (question,) = desk.read(satisfaction.questions_of, contact)
    return question.due


def answer(desk: Desk, contact: Key, given: Satisfaction) -> None:
    desk.do(satisfaction.answer, contact, given, by=desk.actor_id, today=MONDAY)


def of_form(desk: Desk, form: ContactForm, citizen: Key | None = None) -> FormSatisfaction:
    found = desk.read(satisfaction.by_form, FIRST, LAST, citizen)
    return next(one for one in found if one.form is form)


def test_after_four_videos_the_question_shows_and_goes_once_answered(
    desk: Desk, citizen_id: Key
) -> None:
    videos = [held(desk, citizen_id, VIDEO, days) for days in range(5)]
    assert [due(desk, one) for one in videos] == [False, False, False, True, True]
    answer(desk, videos[3], GOOD)
    assert not due(desk, videos[4])
    (asked,) = desk.read(satisfaction.questions_of, videos[3])
    assert (asked.answer, asked.initials) == (GOOD, "A.M.")
    desk.undo()
    assert due(desk, videos[4])


def test_every_fourth_contact_of_whatever_form_asks(desk: Desk, citizen_id: Key) -> None:
    mixed = [held(desk, citizen_id, form, i) for i, form in enumerate((VISIT, PHONE, VIDEO))]
    planned = plan(desk, citizen_id, VISIT, MONDAY + 5 * DAY)
    assert not due(desk, mixed[2])
    assert due(desk, planned)


def test_not_asked_is_kept_and_leaves_the_question_due(desk: Desk, citizen_id: Key) -> None:
    videos = [held(desk, citizen_id, VIDEO, days) for days in range(5)]
    answer(desk, videos[3], NOT_ASKED)
    assert due(desk, videos[4])
    assert of_form(desk, VIDEO).not_asked == 1


def test_the_answers_split_by_form_and_below_five_say_nothing(desk: Desk, citizen_id: Key) -> None:
    for days in range(5):
        answer(desk, held(desk, citizen_id, VIDEO, days), GOOD if days else BAD)
    answer(desk, held(desk, citizen_id, PHONE, 6), Satisfaction.OK)
    video, phone = of_form(desk, VIDEO, citizen_id), of_form(desk, PHONE)
    assert video.said() == "4 god, 0 okay, 1 dårlig"
    assert phone.said() == "for få til at sige noget (1 svar)"
    assert of_form(desk, VISIT).answers == 0


def test_an_answer_is_corrected_taken_back_and_refused_before_the_contact_is_held(
    desk: Desk, citizen_id: Key
) -> None:
    planned = plan(desk, citizen_id, PHONE, MONDAY)
    with pytest.raises(PlanError, match="ikke afholdt"):
        answer(desk, planned, GOOD)
    desk.do(contacts.hold, planned)
    answer(desk, planned, GOOD)
    answer(desk, planned, BAD)
    assert (of_form(desk, PHONE).good, of_form(desk, PHONE).bad) == (0, 1)
    desk.do(satisfaction.take_back, planned)
    assert of_form(desk, PHONE).answers == 0
