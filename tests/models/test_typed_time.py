"""Times and days as people type them."""

from datetime import date

import pytest

from bostoette.models.plan_error import PlanError
from bostoette.models.typed_time import parse_clock, parse_day

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("1430", 870),
        ("14.30", 870),
        ("14:30", 870),
        ("915", 555),
        ("9", 540),
        ("kl. 9", 540),
        ("0005", 5),
        ("24.00", 1440),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, minutes: int) -> None:
    assert parse_clock(typed) == minutes


@pytest.mark.parametrize("typed", ["", "25", "9.75", "24.15", "ni", "14.3", "-5"])
def test_what_is_no_time_is_told_how_to_write_it(typed: str) -> None:
    with pytest.raises(PlanError, match=r"14\.30 eller 1430"):
        parse_clock(typed)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("i dag", THURSDAY),
        ("i morgen", date(2026, 11, 27)),
        ("torsdag", THURSDAY),
        ("tir", date(2026, 12, 1)),
        ("Tirsdag", date(2026, 12, 1)),
        ("5/3", date(2027, 3, 5)),
        ("5/11", date(2026, 11, 5)),
        ("050327", date(2027, 3, 5)),
        ("26-11-2026", THURSDAY),
        ("26.11.", THURSDAY),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: date) -> None:
    assert parse_day(typed, THURSDAY) == day


@pytest.mark.parametrize("typed", ["", "31/2", "29/2", "to", "i går-agtigt", "99/99/9999"])
def test_what_is_no_day_is_told_how_to_write_it(typed: str) -> None:
    with pytest.raises(PlanError, match="26/11"):
        parse_day(typed, THURSDAY)


@pytest.mark.parametrize("typed", ["1/1/9999", "26/11/2062"])
def test_a_year_that_must_be_a_slip_is_told(typed: str) -> None:
    with pytest.raises(PlanError, match="langt væk"):
        parse_day(typed, THURSDAY)
