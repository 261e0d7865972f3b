"""Days at home, much video, and air between visits."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bostoette.models.contact_form import ContactForm
from bostoette.models.day_kind import DayKind
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.week_check import check_week
from tests.clock import MONDAY, At
from tests.planning.invented_week import BO, MJ, an_empty_week, contact, knowing


@pytest.fixture
def week() -> CheckedWeek:
    return an_empty_week()


def with_days(week: CheckedWeek, kinds: dict[int, DayKind]) -> CheckedWeek:
    days = {(MJ, MONDAY + timedelta(days=day)): kind for day, kind in kinds.items()}
    return replace(week, known=replace(week.known, day_kinds=days))


@pytest.mark.parametrize("form", [ContactForm.PHYSICAL, ContactForm.WALK_TALK])
def test_a_trip_on_a_day_at_home_is_told_and_the_nearest_day_out_proposed(
    week: CheckedWeek, at: At, form: ContactForm
) -> None:
    week = with_days(week, {1: DayKind.HOME, 2: DayKind.OFFICE, 3: DayKind.OUT, 4: DayKind.OUT})
    week = replace(week, contacts=(contact(at, 1, "9.00", 60, form=form),))
    (sentence,) = check_week(week)
    assert sentence.rule == "P82"
    assert sentence.text == (
        "Der ligger en tur ud på en hjemmearbejdsdag. Det er A.M. tir. 24. nov. kl. 09.00, "
        "og M.J. arbejder hjemme den dag."
    )
    assert sentence.lift == (
        "Flyt den til tor. 26. nov., som er en ude-dag, eller hold den på telefon eller video."
    )


def test_a_call_is_proposed_instead_only_to_whom_it_can_be_offered(
    week: CheckedWeek, at: At
) -> None:
    visit = contact(at, 1, "9.00", 60)
    week = replace(with_days(week, {1: DayKind.HOME, 3: DayKind.OUT}), contacts=(visit,))
    (no_video,) = check_week(knowing(week, wish_video="refuses"))
    assert no_video.lift.endswith("som er en ude-dag, eller hold den på telefon.")
    (neither,) = check_week(knowing(week, wish_video="refuses", has_phone=False))
    assert neither.lift == "Flyt den til tor. 26. nov., som er en ude-dag."


def test_calls_and_videos_belong_on_a_day_at_home(week: CheckedWeek, at: At) -> None:
    week = with_days(week, {1: DayKind.HOME})
    call = contact(at, 1, "9.00", 15, form=ContactForm.PHONE)
    assert check_week(replace(week, contacts=(call,))) == ()


def test_no_day_that_is_past_off_or_at_home_is_proposed(week: CheckedWeek, at: At) -> None:
    def holiday(day: date) -> str | None:
        return "en fridag" if day == MONDAY + timedelta(days=3) else None

    week = with_days(week, {2: DayKind.HOME, 4: DayKind.HOME})
    week = replace(
        week,
        contacts=(contact(at, 2, "9.00", 60),),
        holiday=holiday,
        now=datetime(2026, 11, 25, 7, 0),
    )
    (sentence,) = check_week(week)
    assert sentence.lift == "Hold den på telefon eller video."


def test_a_fourth_video_in_a_row_is_told(week: CheckedWeek, at: At) -> None:
    four = tuple(
        contact(at, 0, start, 20, form=ContactForm.VIDEO)
        for start in ("8.30", "9.00", "9.30", "10.00")
    )
    (sentence,) = check_week(replace(week, contacts=four))
    assert (sentence.rule, len(sentence.contacts)) == ("P81", 4)
    assert "M.J. har 4 lige efter hinanden" in sentence.text
    call = contact(at, 0, "9.50", 5, form=ContactForm.SMS_CHAT)
    broken = check_week(replace(week, contacts=(*four, call)))
    assert "P81" not in {one.rule for one in broken}


def test_six_videos_and_more_than_150_minutes_are_told(week: CheckedWeek, at: At) -> None:
    starts = ("8.00", "9.00", "10.00", "12.00", "13.00", "14.00")
    six = [contact(at, 0, start, 26, form=ContactForm.VIDEO) for start in starts]
    visit = [contact(at, 0, start, 10, citizen=BO) for start in ("9.40", "11.20", "13.40")]
    found = check_week(replace(week, contacts=(*six, *visit)))
    said = [one.text for one in found if one.rule == "P81"]
    assert any("M.J. har 6 man. 23. nov.; højst 5 er godt." in text for text in said)
    assert any("M.J. har 2 t 36 man. 23. nov.; højst 2 t 30 er godt." in text for text in said)


def test_visits_with_no_air_beyond_the_way_are_told(week: CheckedWeek, at: At) -> None:
    one = contact(at, 0, "9.00", 60)
    tight, roomy = (contact(at, 0, start, 60, citizen=BO) for start in ("10.18", "10.20"))
    for other, rules in ((tight, ["P80"]), (roomy, [])):
        both = (one, other)
        travel = week.ways.of_week(week.workers.values(), both, ())
        found = check_week(replace(week, contacts=both, travel=travel))
        assert [each.rule for each in found] == rules
    travel = week.ways.of_week(week.workers.values(), (one, tight), ())
    (sentence,) = check_week(replace(week, contacts=(one, tight), travel=travel))
    assert "er der 3 min ud over rejsetiden; 5 min giver luft." in sentence.text
    assert sentence.lift == "Læg den næste 2 min senere."
