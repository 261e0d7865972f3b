"""Periods and the weeks or months that they are shown by."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.figure_scope import Period, Step
from bostoette.planning.figure_steps import (
    calendar_year,
    counted,
    month_before,
    month_of,
    moved,
    own_period,
    quarter_of,
    stretches,
    year_up_to,
)

DAY = date(2026, 11, 26)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def test_a_month_is_cut_into_the_weeks_it_shares() -> None:
    words = [one.word for one in stretches(month_of(DAY))]
    assert words == ["uge 44", "uge 45", "uge 46", "uge 47", "uge 48", "uge 49"]


def test_the_first_and_last_week_end_with_the_month() -> None:
    cut = stretches(month_of(DAY))
    assert (cut[0].first, cut[0].last) == (date(2026, 11, 1), date(2026, 11, 1))
    assert (cut[-1].first, cut[-1].last) == (date(2026, 11, 30), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 1, 15), date(2025, 12, 1), date(2025, 12, 31)),
        (date(2026, 3, 31), date(2026, 2, 1), date(2026, 2, 28)),
    ],
)
def test_the_month_before_is_whole(day: date, first: date, last: date) -> None:
    assert month_before(day) == Period(first, last)


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 2, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (DAY, date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_quarter_is_three_months(day: date, first: date, last: date) -> None:
    assert quarter_of(day) == Period(first, last)


def test_a_year_has_twelve_months_that_say_their_year() -> None:
    year = year_up_to(DAY)
    cut = stretches(year)
    assert (year.first, year.last) == (date(2025, 12, 1), date(2026, 11, 30))
    assert (len(cut), cut[0].word, cut[-1].word) == (12, "dec. 25", "nov. 26")
    assert year_up_to(date(2026, 12, 5)).first == date(2026, 1, 1)


def test_what_is_to_come_is_not_counted() -> None:
    assert counted(quarter_of(DAY), DAY).last == DAY
    assert counted(month_before(DAY), DAY) == month_before(DAY)


def test_long_dates_of_ones_own_are_shown_by_months() -> None:
    assert own_period(date(2026, 1, 1), date(2026, 3, 1)).step is Step.WEEK
    assert own_period(date(2025, 1, 1), date(2026, 3, 1)).step is Step.MONTH


def test_whole_months_move_by_whole_months_and_other_days_by_as_many_days() -> None:
    assert moved(quarter_of(DAY), -1) == quarter_of(date(2026, 8, 1))
    assert moved(month_of(date(2026, 3, 5)), -1) == month_of(date(2026, 2, 5))
    assert moved(calendar_year(2026), -2) == calendar_year(2024)
    week = Period(date(2026, 11, 23), date(2026, 11, 29))
    assert moved(week, 1) == Period(date(2026, 11, 30), date(2026, 12, 6))


@given(days, st.integers(-30, 30), st.sampled_from((month_of, quarter_of, year_up_to)))
def test_back_and_on_again_is_the_same_period(
    day: date, by: int, of: Callable[[date], Period]
) -> None:
    period = of(day)
    assert moved(moved(period, by), -by) == period
    assert (moved(period, 1).first - period.last).days == 1
