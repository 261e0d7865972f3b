"""Series: on which days they fall, and what "denne og følgende" makes of them."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.planning.recurrence import (
    Split,
    all_of,
    dates_to_make,
    ended_before,
    following,
    occurrences,
    remaining_count,
)

MON, TUE, WED, THU, FRI = range(5)
TUESDAY = date(2026, 11, 24)
FAR = date(2035, 1, 1)


def rule(*weekdays: int, every: int = 1, first: date = TUESDAY, **end: Any) -> SeriesRule:
    return SeriesRule(every, weekdays, first, 540, 45, **end)


def moved(day: date, days: int = 0, start: int = 540) -> TimeSpan:
    return TimeSpan(day + timedelta(days=days), start, 45)


def both(split: Split, through: date = FAR) -> list[date]:
    before = occurrences(split.before, through) if split.before else ()
    after = [day for day in occurrences(split.after, through) if day not in split.skipped]
    return [*before, *after]


shifts = st.integers(-10, 10) | st.sampled_from([-203, -70, -29, 28, 71])


# where a series falls


def test_every_third_week_tuesday_and_thursday_eight_times() -> None:
    assert occurrences(rule(TUE, THU, every=3, count=8), FAR) == (
        date(2026, 11, 24),
        date(2026, 11, 26),
        date(2026, 12, 15),
        date(2026, 12, 17),
        date(2027, 1, 5),
        date(2027, 1, 7),
        date(2027, 1, 26),
        date(2027, 1, 28),
    )


def test_a_series_that_starts_on_thursday_leaves_out_the_tuesday_before() -> None:
    thursday = TUESDAY + timedelta(days=2)
    assert occurrences(rule(TUE, THU, first=thursday, count=3), FAR) == (
        date(2026, 11, 26),
        date(2026, 12, 1),
        date(2026, 12, 3),
    )


def test_a_series_until_a_date_includes_that_date() -> None:
    days = occurrences(rule(TUE, until=date(2026, 12, 8)), FAR)
    assert days[-1] == date(2026, 12, 8)
    assert len(days) == 3


def test_the_interval_goes_on_over_a_year_with_53_weeks() -> None:
    days = occurrences(rule(MON, every=2, first=date(2026, 12, 14), count=3), FAR)
    assert [day.isocalendar().week for day in days] == [51, 53, 2]


@pytest.mark.parametrize("first", [date(2026, 10, 13), date(2027, 3, 16)])
def test_local_times_stay_over_the_change_to_and_from_summer_time(first: date) -> None:
    series = rule(first.weekday(), every=1, first=first, count=4)
    zone = ZoneInfo("Europe/Copenhagen")
    moments = [series.on(day).starts_at.replace(tzinfo=zone) for day in occurrences(series, FAR)]
    assert {moment.hour for moment in moments} == {9}
    assert len({moment.utcoffset() for moment in moments}) == 2


@pytest.mark.parametrize("sunday", [date(2026, 10, 25), date(2027, 3, 28)])
def test_a_series_falls_on_the_very_day_the_clock_changes(sunday: date) -> None:
    series = rule(6, first=sunday - timedelta(weeks=1), count=3)
    assert occurrences(series, FAR)[1] == sunday


rules = st.builds(
    SeriesRule,
    st.integers(1, 12),
    st.sets(st.integers(0, 6), min_size=1).map(tuple),
    st.dates(date(2024, 1, 1), date(2029, 12, 31)),
    st.just(540),
    st.just(45),
    st.none(),
    st.integers(1, 25),
)


@given(rules)
def test_dates_are_on_their_weekdays_in_their_weeks_and_as_many_as_said(
    series: SeriesRule,
) -> None:
    days = occurrences(series, date.max)
    monday = series.first_day - timedelta(days=series.first_day.weekday())
    assert len(days) == series.count
    assert days[0] >= series.first_day
    assert all(a < b for a, b in pairwise(days))
    assert all(day.weekday() in series.weekdays for day in days)
    assert all((day - monday).days // 7 % series.every_weeks == 0 for day in days)


# making the contacts


def test_a_series_indtil_videre_is_made_26_weeks_ahead_and_topped_up() -> None:
    series = rule(TUE)
    made = dates_to_make(series, today=TUESDAY, made_until=None)
    assert made[-1] == TUESDAY + timedelta(weeks=26)
    later = TUESDAY + timedelta(weeks=2)
    topped_up = dates_to_make(series, today=later, made_until=made[-1])
    assert topped_up == (
        TUESDAY + timedelta(weeks=27),
        TUESDAY + timedelta(weeks=28),
    )
    assert dates_to_make(series, today=later, made_until=topped_up[-1]) == ()


def test_a_series_with_an_end_is_made_whole() -> None:
    assert len(dates_to_make(rule(TUE, count=60), today=TUESDAY, made_until=None)) == 60


def test_a_series_that_starts_far_ahead_is_made_from_there() -> None:
    series = rule(TUE, first=TUESDAY + timedelta(weeks=52))
    assert len(dates_to_make(series, today=TUESDAY, made_until=None, weeks_ahead=4)) == 5


# the weekday follows


def test_a_move_to_another_weekday_takes_the_following_along() -> None:
    split = following(rule(TUE, count=6), date(2026, 12, 8), to=moved(date(2026, 12, 8), 2, 600))
    assert both(split) == [
        date(2026, 11, 24),
        date(2026, 12, 1),
        date(2026, 12, 10),
        date(2026, 12, 17),
        date(2026, 12, 24),
        date(2026, 12, 31),
    ]
    assert split.after.weekdays == (THU,)
    assert split.after.start == 600


def test_the_other_weekdays_of_the_series_stay() -> None:
    split = following(rule(TUE, THU, count=6), date(2026, 12, 1), to=moved(date(2026, 12, 1), -1))
    assert split.after.weekdays == (MON, THU)
    assert both(split) == [
        date(2026, 11, 24),
        date(2026, 11, 26),
        date(2026, 11, 30),
        date(2026, 12, 3),
        date(2026, 12, 7),
        date(2026, 12, 10),
    ]


def test_a_move_past_the_series_other_day_does_not_double_that_day() -> None:
    thursday = date(2026, 12, 3)
    split = following(rule(TUE, THU, count=6), thursday, to=moved(thursday, -3))
    assert split.skipped == (date(2026, 12, 1),)
    assert sorted(both(split)) == [
        date(2026, 11, 24),
        date(2026, 11, 26),
        date(2026, 11, 30),
        date(2026, 12, 1),
        date(2026, 12, 7),
        date(2026, 12, 8),
    ]


def test_a_series_that_ends_in_the_middle_of_a_week_gets_no_day_it_never_had() -> None:
    monday = date(2026, 11, 30)
    split = following(rule(MON, TUE, WED, first=monday, count=2), monday, to=moved(monday, 3))
    assert both(split) == [date(2026, 12, 1), date(2026, 12, 3)]
    assert split.skipped == (date(2026, 12, 2),)


def test_a_move_to_another_week_takes_the_interval_along() -> None:
    split = following(
        rule(TUE, every=3, count=4), date(2026, 12, 15), to=moved(date(2026, 12, 15), 7)
    )
    assert both(split) == [
        date(2026, 11, 24),
        date(2026, 12, 22),
        date(2027, 1, 12),
        date(2027, 2, 2),
    ]


def test_a_new_time_on_the_same_day_changes_no_dates() -> None:
    series = rule(TUE, THU, every=2, count=7)
    day = date(2026, 12, 10)
    split = following(series, day, to=moved(day, 0, 600))
    assert both(split) == list(occurrences(series, FAR))
    assert split.before is not None
    assert split.before.start == 540


# counts, ends and the split date


def test_ten_times_stay_ten_times_in_all() -> None:
    split = following(rule(TUE, count=10), date(2026, 12, 15), to=moved(date(2026, 12, 15), 1))
    assert split.before is not None
    assert (split.before.count, split.after.count) == (3, 7)
    assert len(set(both(split))) == 10


def test_an_end_date_keeps_every_date_and_the_split_date_once() -> None:
    series = rule(TUE, until=date(2026, 12, 15))
    split = following(series, date(2026, 12, 1), to=moved(date(2026, 12, 1), 2))
    assert both(split) == [
        date(2026, 11, 24),
        date(2026, 12, 3),
        date(2026, 12, 10),
        date(2026, 12, 17),
    ]


def test_an_end_date_stays_as_it_was_where_the_dates_fit() -> None:
    series = rule(TUE, until=date(2026, 12, 31))
    split = following(series, date(2026, 12, 1), to=moved(date(2026, 12, 1), 1))
    assert split.after.until == date(2026, 12, 31)
    assert len(both(split)) == len(occurrences(series, FAR))


def test_a_split_at_the_first_date_leaves_nothing_before() -> None:
    split = following(rule(TUE, count=5), TUESDAY, to=moved(TUESDAY, 1))
    assert split.before is None
    assert split.after.count == 5


def test_a_series_can_be_ended_before_a_day() -> None:
    assert ended_before(rule(TUE), TUESDAY) is None
    assert ended_before(rule(TUE), date(2026, 12, 8)) == rule(TUE, until=date(2026, 12, 1))
    assert ended_before(rule(TUE, count=9), date(2026, 12, 8)) == rule(TUE, count=2)


def test_what_is_left_of_a_count_can_be_asked() -> None:
    assert remaining_count(rule(TUE, count=9), date(2026, 12, 8)) == 7
    assert remaining_count(rule(TUE), date(2026, 12, 8)) is None


# held contacts never change


def test_the_cut_lies_after_the_last_held_contact() -> None:
    split = following(
        rule(TUE, THU, count=8),
        date(2026, 12, 1),
        to=moved(date(2026, 12, 1), 1),
        held_through=date(2026, 12, 3),
    )
    assert split.cut == date(2026, 12, 8)
    assert both(split)[:6] == [
        date(2026, 11, 24),
        date(2026, 11, 26),
        date(2026, 12, 1),
        date(2026, 12, 3),
        date(2026, 12, 9),
        date(2026, 12, 10),
    ]
    assert len(both(split)) == 8


def test_contacts_held_before_the_day_do_not_matter() -> None:
    day = date(2026, 12, 8)
    series = rule(TUE, count=5)
    assert following(series, day, to=moved(day, 1), held_through=TUESDAY) == following(
        series, day, to=moved(day, 1)
    )


def test_all_of_a_series_changes_from_its_first_date_that_is_not_held() -> None:
    day = date(2026, 12, 10)
    series = rule(TUE, THU, count=6)
    assert both(all_of(series, day, to=moved(day, 1))) == [
        date(2026, 11, 24),
        date(2026, 11, 27),
        date(2026, 12, 1),
        date(2026, 12, 4),
        date(2026, 12, 8),
        date(2026, 12, 11),
    ]
    split = all_of(series, day, to=moved(day, 1), held_through=date(2026, 11, 26))
    assert split.cut == date(2026, 12, 1)
    assert both(split)[:2] == [date(2026, 11, 24), date(2026, 11, 26)]


def test_a_series_that_is_held_to_its_end_is_refused() -> None:
    with pytest.raises(PlanError, match="holdte kontakter ændres ikke"):
        following(rule(TUE, count=3), TUESDAY, to=moved(TUESDAY, 1), held_through=date(2026, 12, 8))


# what cannot be a rule is refused


@pytest.mark.parametrize(
    ("series", "day", "days", "sentence"),
    [
        (rule(TUE, count=3), date(2026, 11, 25), 1, "hører ikke til serien"),
        (rule(TUE, count=3), date(2026, 12, 15), 1, "hører ikke til serien"),
        (rule(TUE, THU), TUESDAY, 2, "allerede en kontakt"),
        (rule(TUE), date(2026, 12, 1), -7, "allerede kontakter"),
        (rule(TUE, THU, every=2), TUESDAY, 6, "så langt"),
        (rule(TUE, THU), TUESDAY, 15, "så langt"),
    ],
)
def test_a_move_that_is_no_rule_is_refused_with_a_sentence(
    series: SeriesRule, day: date, days: int, sentence: str
) -> None:
    with pytest.raises(PlanError, match="Intet er ændret") as refusal:
        following(series, day, to=moved(day, days))
    assert sentence in refusal.value.sentence


# and for every rule


def tried(series: SeriesRule, number: int, days: int, held: int | None) -> Split | None:
    dates = occurrences(series, date.max)
    day = dates[number % len(dates)]
    held_through = None if held is None else dates[held % len(dates)]
    try:
        return following(series, day, to=moved(day, days), held_through=held_through)
    except PlanError:
        return None


@given(
    rules,
    st.sampled_from(["count", "until"]),
    st.integers(0, 24),
    shifts,
    st.none() | st.integers(0, 24),
)
def test_a_split_loses_no_date_doubles_none_and_leaves_the_past_alone(
    series: SeriesRule, end: str, number: int, days: int, held: int | None
) -> None:
    dates = occurrences(series, date.max)
    if end == "until":
        assume(dates[-1].year - series.first_day.year <= 5)
        series = series.with_end(until=dates[-1])
    split = tried(series, number, days, held)
    assume(split is not None)
    assert split is not None
    result = both(split, date.max)
    assert len(set(result)) == len(result) == len(dates)
    weekday = dates[number % len(dates)].weekday()
    assert sorted(result) == sorted(
        day + timedelta(days=days) if day >= split.cut and day.weekday() == weekday else day
        for day in dates
    )


@given(rules, st.integers(0, 24), shifts)
def test_a_split_of_an_open_series_goes_on_as_the_counted_one_does(
    series: SeriesRule, number: int, days: int
) -> None:
    counted = tried(series, number, days, None)
    assume(counted is not None)
    assert counted is not None
    day = occurrences(series, date.max)[number % (series.count or 1)]
    opened = following(series.with_end(), day, to=moved(day, days))
    assert opened.cut == counted.cut
    through = counted.cut + timedelta(weeks=120)
    shift = timedelta(days=days)
    whole = occurrences(series.with_end(), through + timedelta(days=220))
    expected = {
        each + shift if each >= opened.cut and each.weekday() == day.weekday() else each
        for each in whole
    }
    assert sorted(both(opened, through)) == [each for each in sorted(expected) if each <= through]
