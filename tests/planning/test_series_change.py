"""What a change makes of a series' rule and of each of its dates."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.plan_error import PlanError
from bostoette.models.series_change import Scope, SeriesChange, SeriesEnd
from bostoette.models.series_rule import SeriesRule
from bostoette.planning.recurrence import dates_to_make, ended_before, occurrences
from bostoette.planning.series_change import Reach, Recast, closed, due, horizon, recast

MON, TUE, WED, THU, FRI = range(5)
TUESDAY = date(2026, 11, 24)
ALL, FOLLOWING = Scope.ALL, Scope.FOLLOWING


def rule(*weekdays: int, every: int = 1, first: date = TUESDAY, **end: Any) -> SeriesRule:
    return SeriesRule(every, weekdays, first, 540, 45, **end)


def week(number: int, weekday: int = TUE) -> date:
    return TUESDAY + timedelta(weeks=number, days=weekday - TUE)


def anew(series: SeriesRule, from_day: date, scope: Scope = FOLLOWING, **asked: Any) -> Recast:
    made_until = horizon(series, TUESDAY)
    reach = Reach(scope, from_day, TUESDAY)
    return recast(series, reach, SeriesChange(**asked), made_until=made_until)


def test_a_new_interval_keeps_the_number_and_pairs_the_days_they_share() -> None:
    made = anew(rule(TUE, count=6), week(2), every_weeks=2)
    assert made.before == rule(TUE, count=2)
    assert made.dates == (week(2), week(4), week(6), week(8))
    assert made.became == {week(2): week(2), week(4): week(4)}


def test_new_weekdays_are_paired_within_each_week() -> None:
    made = anew(rule(TUE, count=3), week(0), ALL, weekdays=(MON, FRI))
    assert made.dates == (week(0, FRI), week(1, MON), week(1, FRI))
    assert made.became == {week(0): week(0, FRI), week(1): week(1, MON)}


def test_new_weekdays_begin_in_the_same_week_where_that_has_not_passed() -> None:
    made = anew(rule(TUE, every=3, count=4), week(3), weekdays=(MON,))
    assert made.dates == (week(3, MON), week(6, MON), week(9, MON))
    now = anew(rule(TUE, every=3, count=4), TUESDAY, weekdays=(MON,))
    assert now.dates[0] == week(3, MON)


def test_the_last_day_stays_the_last_day() -> None:
    made = anew(rule(TUE, until=week(5)), week(1), every_weeks=3)
    assert made.dates == (week(1), week(4))
    assert made.after.until == week(5)


def test_a_pinned_date_without_a_partner_is_one_of_the_number() -> None:
    series = rule(TUE, count=6)
    reach = Reach(FOLLOWING, week(2), TUESDAY)
    asked = SeriesChange(every_weeks=2)
    made = recast(series, reach, asked, made_until=week(5), pinned=[week(1), week(3)])
    assert made.dates == (week(2), week(4), week(6))


def test_all_begins_today_or_on_a_day_in_hand_that_has_passed() -> None:
    assert Reach(ALL, week(4), week(2)).earliest == week(2)
    assert Reach(ALL, week(1), week(2)).earliest == week(1)
    assert Reach(FOLLOWING, week(4), week(2)).earliest == week(4)


def test_another_end_for_all_counts_what_lies_before_today() -> None:
    series = rule(TUE, count=6)
    reach = Reach(ALL, week(4), week(2))
    moved = SeriesChange(to=series.on(week(4)).moved(days=1), end=SeriesEnd(count=8))
    made = recast(series, reach, moved, made_until=week(5))
    assert made.before == rule(TUE, count=2)
    assert made.after.count == 6
    asked = SeriesChange(to=moved.to, end=SeriesEnd(count=2))
    with pytest.raises(PlanError, match="allerede 2 gange"):
        recast(series, reach, asked, made_until=week(5))


def test_a_day_outside_the_series_is_refused() -> None:
    with pytest.raises(PlanError, match="uden for seriens datoer"):
        anew(rule(TUE, count=3), week(1, WED), every_weeks=2)


def test_what_is_left_of_a_cut_series_is_what_stays_on_its_dates() -> None:
    series = rule(TUE, count=8)
    before = ended_before(series, week(3))
    assert closed(series, before, week(3), []) == (rule(TUE, count=3), frozenset())
    assert closed(series, None, TUESDAY, []) is None
    assert closed(series, before, week(3), [week(5)]) == (
        rule(TUE, count=6),
        frozenset({week(3), week(4)}),
    )


rules = st.builds(
    SeriesRule,
    st.integers(1, 12),
    st.sets(st.integers(0, 6), min_size=1).map(tuple),
    st.dates(date(2020, 1, 1), date(2028, 12, 31)),
    st.just(540),
    st.just(45),
)
todays = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(rules, todays, st.integers(-20, 400))
def test_what_is_due_is_the_same_however_long_ago_the_series_began(
    series: SeriesRule, today: date, made_days: int
) -> None:
    made_until = series.first_day + timedelta(days=made_days)
    assert due(series, made_until=made_until, today=today) == dates_to_make(
        series, today=today, made_until=made_until
    )


@given(
    rules,
    st.integers(0, 12),
    st.none() | st.integers(1, 12),
    st.none() | st.sets(st.integers(0, 6), min_size=1).map(tuple),
    st.sampled_from([ALL, FOLLOWING]),
)
def test_every_old_date_becomes_at_most_one_of_the_wanted_dates(
    series: SeriesRule,
    number: int,
    every: int | None,
    weekdays: tuple[int, ...] | None,
    scope: Scope,
) -> None:
    series = series.with_end(count=13)
    from_day = occurrences(series, date.max)[number]
    reach = Reach(scope, from_day, series.first_day)
    asked = SeriesChange(every_weeks=every, weekdays=weekdays)
    made = recast(series, reach, asked, made_until=horizon(series, TUESDAY))
    partners = list(made.became.values())
    assert len(set(partners)) == len(partners)
    assert set(partners) <= set(made.dates)
    before = occurrences(made.before, date.max) if made.before else ()
    assert len(before) + len(made.dates) == 13
    assert set(before).isdisjoint(made.dates)
