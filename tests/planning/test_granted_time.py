"""Granted time is understood as municipalities write it, and never guessed at."""

import pytest

from bostoette.models.citizen_kinds import GrantPeriod
from bostoette.planning.granted_time import (
    GrantedTime,
    TimeUnit,
    read_granted,
    read_travel_minutes,
)
from bostoette.planning.import_values import UnreadableValueError

HOURS, MINUTES, WEEK, MONTH = TimeUnit.HOURS, TimeUnit.MINUTES, GrantPeriod.WEEK, GrantPeriod.MONTH


@pytest.mark.parametrize(
    ("text", "unit", "minutes"),
    [
        ("2,5", HOURS, 150),
        ("2.5", HOURS, 150),
        ("2,00", HOURS, 120),
        ("2.00", HOURS, 120),
        ("2,33", HOURS, 140),
        ("150", MINUTES, 150),
        ("1.200", MINUTES, 1200),
        ("2 t 30", None, 150),
        ("2t30", None, 150),
        ("2 timer og 30 min.", None, 150),
        ("2:30", None, 150),
        ("02:30:00", None, 150),
        ("2,5 timer", MINUTES, 150),
        ("90 min", HOURS, 90),
        ("ca. 1 time", None, 60),
    ],
)
def test_granted_time_is_read_as_minutes(text: str, unit: TimeUnit | None, minutes: int) -> None:
    assert read_granted(text, unit, WEEK) == GrantedTime(minutes, minutes, WEEK)


@pytest.mark.parametrize("text", ["2-3 timer", "2 - 3 t", "2 til 3 timer", "120-180 min", "2t-3t"])
def test_a_range_keeps_both_ends(text: str) -> None:
    assert read_granted(text, None, WEEK) == GrantedTime(120, 180, WEEK)


@pytest.mark.parametrize(
    "text", ["10 t/md", "10 timer pr. måned", "10 timer månedligt", "600 min/md."]
)
def test_a_period_in_the_cell_wins_over_the_columns(text: str) -> None:
    assert read_granted(text, HOURS, WEEK) == GrantedTime(600, 600, MONTH)


def test_a_week_in_the_cell_wins_too() -> None:
    assert read_granted("2 timer/uge", None, MONTH) == GrantedTime(120, 120, WEEK)


def test_nought_means_that_nothing_is_stated() -> None:
    assert read_granted("0", HOURS, WEEK) is None


@pytest.mark.parametrize(
    ("text", "unit", "word"),
    [
        ("2", None, "timer eller minutter"),
        ("2.30", HOURS, "punktummet"),
        ("efter behov", HOURS, "kan ikke læses"),
        ("3-2", HOURS, "kan ikke læses"),
        ("1-2-3", HOURS, "kan ikke læses"),
        ("2 t 75", None, "kan ikke læses"),
        ("-2", HOURS, "kan ikke læses"),
        ("200", HOURS, "Så meget tid"),
    ],
)
def test_what_could_mean_two_things_is_asked_about(
    text: str, unit: TimeUnit | None, word: str
) -> None:
    with pytest.raises(UnreadableValueError, match=word):
        read_granted(text, unit, WEEK)


def test_travel_is_minutes_one_way() -> None:
    assert [read_travel_minutes(text) for text in ("15", "15 min", "1 t 10")] == [15, 15, 70]
    with pytest.raises(UnreadableValueError):
        read_travel_minutes("2000")
