"""The clock of §82b: six months from its start, whatever it was split into."""

from datetime import date

import pytest

from bostoette.models.citizen_fields import GrantFields
from bostoette.models.paragraph_limit import ParagraphLimit
from bostoette.planning.paragraph_clock import ParagraphClock, clock_of

LIMIT = ParagraphLimit("82b", 6, 28)
TODAY = date(2026, 11, 26)


def _clock(*grants: tuple[date, date | None], today: date = TODAY) -> ParagraphClock | None:
    fields = [GrantFields("82b", first, 60, 60, valid_to=last) for first, last in grants]
    return clock_of(fields, LIMIT, today)


def test_six_months_end_the_day_before_the_same_date() -> None:
    clock = _clock((date(2026, 8, 20), None))
    assert clock is not None
    assert (clock.last_day, clock.days_left, clock.warns) == (date(2027, 2, 19), 85, False)


def test_it_warns_in_the_last_weeks_and_says_so_when_it_is_over() -> None:
    near = _clock((date(2026, 6, 10), None))
    assert near is not None
    assert (near.last_day, near.days_left, near.warns) == (date(2026, 12, 9), 13, True)
    over = _clock((date(2026, 5, 1), None))
    assert over is not None
    assert (over.days_left, over.warns) == (-26, True)


def test_a_grant_beyond_the_six_months_warns_at_once() -> None:
    clock = _clock((date(2026, 11, 1), date(2027, 6, 30)))
    assert clock is not None
    assert clock.warns
    assert clock.granted_too_long


def test_a_grant_without_an_end_is_not_too_long_by_that_alone() -> None:
    clock = _clock((date(2026, 11, 1), None))
    assert clock is not None
    assert not clock.granted_too_long


def test_a_grant_that_follows_at_once_goes_on_with_the_clock_and_a_gap_begins_anew() -> None:
    on = _clock((date(2026, 6, 1), date(2026, 8, 31)), (date(2026, 9, 1), None))
    anew = _clock((date(2026, 6, 1), date(2026, 8, 31)), (date(2026, 9, 15), None))
    assert on is not None
    assert anew is not None
    assert (on.began, anew.began) == (date(2026, 6, 1), date(2026, 9, 15))


def test_the_last_day_of_a_shorter_month_is_kept() -> None:
    clock = _clock((date(2026, 8, 31), None))
    assert clock is not None
    assert clock.last_day == date(2027, 2, 28)


@pytest.mark.parametrize(
    "grants",
    [
        [],
        [(date(2026, 12, 1), None)],
        [(date(2026, 1, 1), date(2026, 3, 31))],
    ],
)
def test_there_is_no_clock_where_nothing_runs_today(grants: list[tuple[date, date | None]]) -> None:
    assert _clock(*grants) is None


def test_other_paragraphs_have_no_clock_of_this_limit() -> None:
    assert clock_of([GrantFields("85", date(2026, 1, 1))], LIMIT, TODAY) is None
