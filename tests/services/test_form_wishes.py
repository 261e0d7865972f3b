"""What citizens wish per form: who asked when, asked again after half a year (P04)."""

from datetime import date

from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.remote_contact import AskedWish, FormWishes
from bostoette.services import form_wishes
from bostoette.services.desk import Desk
from tests.clock import MONDAY
from tests.services.remote_hands import TODAY, answer

VIDEO, PHONE = ContactForm.VIDEO, ContactForm.PHONE


def _of(desk: Desk, citizen: Key, form: ContactForm) -> FormWishes:
    return next(one for one in desk.read(form_wishes.wishes_of, citizen) if one.form is form)


def _ask(desk: Desk, citizen: Key, form: ContactForm, wish: FormWish, day: date = TODAY) -> None:
    desk.do(form_wishes.ask, citizen, form, wish, by=desk.actor_id, today=day)


def test_nobody_has_asked_yet_and_it_is_time_to(desk: Desk, citizen_id: Key) -> None:
    found = _of(desk, citizen_id, VIDEO)
    assert (found.answers, found.ask_again, found.is_due(TODAY)) == ((), None, True)


def test_an_answer_keeps_its_day_and_who_asked_and_earlier_ones_stay(
    desk: Desk, colleagues_desk: Desk, citizen_id: Key
) -> None:
    _ask(desk, citizen_id, VIDEO, FormWish.DISLIKES, MONDAY)
    _ask(colleagues_desk, citizen_id, VIDEO, FormWish.PREFERS, TODAY)
    found = _of(desk, citizen_id, VIDEO)
    assert found.wish is FormWish.PREFERS
    assert found.answers == (
        AskedWish(FormWish.PREFERS, TODAY, "K.L."),
        AskedWish(FormWish.DISLIKES, MONDAY, "M.J."),
    )
    assert _of(desk, citizen_id, PHONE).answers == ()
    colleagues_desk.undo()
    assert _of(desk, citizen_id, VIDEO).wish is FormWish.DISLIKES


def test_another_answer_on_the_same_day_corrects_the_first(desk: Desk, citizen_id: Key) -> None:
    _ask(desk, citizen_id, VIDEO, FormWish.DISLIKES)
    _ask(desk, citizen_id, VIDEO, FormWish.PREFERS)
    assert len(_of(desk, citizen_id, VIDEO).answers) == 1


def test_it_is_asked_again_after_six_months(desk: Desk, citizen_id: Key) -> None:
    _ask(desk, citizen_id, VIDEO, FormWish.NEUTRAL, date(2026, 5, 24))
    found = _of(desk, citizen_id, VIDEO)
    assert found.ask_again == date(2026, 11, 24)
    assert not found.is_due(date(2026, 11, 23))
    assert found.is_due(date(2026, 11, 24))


def test_answers_of_the_profile_are_kept_by_form(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    asked = {"wishes_asked_on": MONDAY, "wishes_asked_by": worker_id}
    answer(desk, citizen_id, wish_phone=FormWish.REFUSES, **asked)
    answer(desk, citizen_id, wish_phone=FormWish.PREFERS, wishes_asked_on=TODAY)
    found = _of(desk, citizen_id, PHONE)
    assert [(one.wish, one.asked_on) for one in found.answers] == [
        (FormWish.PREFERS, TODAY),
        (FormWish.REFUSES, MONDAY),
    ]
    unchanged = [one.asked_on for one in _of(desk, citizen_id, VIDEO).answers]
    assert unchanged == [TODAY, MONDAY]
    before = desk.read(form_wishes.wishes_of, citizen_id)
    answer(desk, citizen_id, lives_alone=False)
    assert desk.read(form_wishes.wishes_of, citizen_id) == before
