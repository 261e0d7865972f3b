"""What does not suit the citizen: forms, colleagues, many workers, changes nobody has told."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bostoette.models.contact_form import ContactForm
from bostoette.models.practice_condition import FieldValue
from bostoette.models.week_knowledge import SeenWorker
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.week_check import check_week
from tests.clock import MONDAY, At
from tests.planning.invented_week import ASTA, KL, MJ, an_empty_week, contact, knowing


@pytest.fixture
def week() -> CheckedWeek:
    return an_empty_week()


def seen(number: int, worker: str, days: int, start: int = 600) -> SeenWorker:
    """Make a contact of A.M.'s with a colleague, so many days from Monday."""
    key = b"x" * 15 + bytes([number])
    day = MONDAY + timedelta(days=days)
    return SeenWorker(key, ASTA.id, worker.encode(), worker, day, start, 30, ContactForm.PHYSICAL)


@pytest.mark.parametrize(
    ("answers", "form", "rule", "said"),
    [
        ({"wish_video": "refuses"}, ContactForm.VIDEO, "P04", "borgeren siger nej til video."),
        ({"wish_physical": "refuses"}, ContactForm.PHYSICAL, "P04", "siger nej til besøg."),
        ({"has_phone": False}, ContactForm.PHONE, "P62", "borgeren har ingen telefon."),
        (
            {"has_video_device": False, "loan_device_planned": False},
            ContactForm.VIDEO,
            "P62",
            "intet udstyr til video",
        ),
        (
            {"has_video_device": False, "loan_device_planned": True},
            ContactForm.VIDEO,
            "P62",
            "har ikke fået det endnu",
        ),
        ({"can_walk_outdoors": False}, ContactForm.WALK_TALK, "P59", "kan ikke gå ude."),
        ({"can_relate_to_remote": False}, ContactForm.PHONE, "P47", "på afstand"),
    ],
)
def test_a_form_that_does_not_suit_is_told_with_its_rule_and_what_would_lift_it(
    week: CheckedWeek,
    at: At,
    answers: dict[str, FieldValue],
    form: ContactForm,
    rule: str,
    said: str,
) -> None:
    planned = contact(at, 0, "9.00", 15, form=form)
    (sentence,) = check_week(knowing(replace(week, contacts=(planned,)), **answers))
    assert (sentence.rule, sentence.contacts) == (rule, (planned.id,))
    assert sentence.text.startswith("A.M. man. 23. nov. kl. 09.00: ")
    assert said in sentence.text
    assert sentence.lift


def test_another_form_and_an_unknown_citizen_say_nothing(week: CheckedWeek, at: At) -> None:
    visit = replace(week, contacts=(contact(at, 0, "9.00", 60),))
    assert check_week(knowing(visit, wish_video="refuses", has_phone=False)) == ()
    assert check_week(visit) == ()


def test_an_exercise_with_hands_on_needs_a_visit(week: CheckedWeek, at: At) -> None:
    video = contact(at, 0, "9.00", 20, form=ContactForm.VIDEO, purpose="hands_on")
    assert [one.rule for one in check_week(replace(week, contacts=(video,)))] == ["P28"]


def test_a_citizen_who_is_with_a_colleague_at_the_time_is_told(week: CheckedWeek, at: At) -> None:
    known = replace(week.known, seen={ASTA.id: (seen(1, "S.B.", 0, 9 * 60 + 15),)})
    planned = contact(at, 0, "9.00", 60)
    (sentence,) = check_week(replace(week, contacts=(planned,), known=known))
    assert sentence.text == (
        "A.M. man. 23. nov. kl. 09.00 har samtidig en kontakt med S.B. kl. 09.15."
    )
    assert sentence.lift == "Tal med S.B. om en anden tid."


def test_a_contact_of_ones_own_is_no_clash_with_itself(week: CheckedWeek, at: At) -> None:
    planned = contact(at, 0, "10.00", 30)
    own = seen(1, "M.J.", 0)._replace(contact_id=planned.id, worker_id=MJ)
    known = replace(week.known, seen={ASTA.id: (own,)})
    assert check_week(replace(week, contacts=(planned,), known=known)) == ()


def test_a_fourth_worker_within_28_days_is_told_by_name(week: CheckedWeek, at: At) -> None:
    before = (seen(1, "S.B.", -27), seen(2, "T.H.", -9), seen(3, "K.L.", -2))
    known = replace(week.known, seen={ASTA.id: before})
    planned = contact(at, 0, "9.00", 60)
    (sentence,) = check_week(replace(week, contacts=(planned,), known=known))
    assert (sentence.rule, sentence.contacts) == ("P17", (planned.id,))
    assert "A.M. møder 4 (K.L., M.J., S.B. og T.H.) inden for 28 dage" in sentence.text


def test_three_workers_or_one_who_is_28_days_back_are_fine(week: CheckedWeek, at: At) -> None:
    before = (seen(1, "S.B.", -28), seen(2, "T.H.", -9), seen(3, "K.L.", -2))
    known = replace(week.known, seen={ASTA.id: before})
    assert check_week(replace(week, contacts=(contact(at, 0, "9.00", 60),), known=known)) == ()


def test_a_colleague_who_takes_part_counts_as_one_more(week: CheckedWeek, at: At) -> None:
    known = replace(week.known, seen={ASTA.id: (seen(1, "S.B.", -3), seen(2, "T.H.", -2))})
    both = contact(at, 0, "9.00", 60, workers=(MJ, KL))
    assert [one.rule for one in check_week(replace(week, contacts=(both,), known=known))] == ["P17"]


def test_a_change_nobody_has_told_is_said_when_it_is_near(week: CheckedWeek, at: At) -> None:
    planned = contact(at, 1, "9.00", 60)
    known = replace(week.known, untold=frozenset({planned.id}))
    week = replace(week, contacts=(planned,), known=known)
    assert check_week(replace(week, now=datetime(2026, 11, 23, 8, 59))) == ()
    near = replace(week, now=datetime(2026, 11, 23, 9, 1))
    (sentence,) = check_week(near)
    assert sentence.rule == "P49"
    assert "under 24 timer til" in sentence.text
    (stronger,) = check_week(knowing(near, needs_predictability=True))
    assert "har brug for forudsigelighed; fortæl det nu." in stronger.text
    assert check_week(replace(week, now=datetime(2026, 11, 24, 9, 1))) == ()
