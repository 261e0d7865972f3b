"""Days and weeks as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import WEEKDAYS, long_day, short_day
from bostoette.planning.danish_date import parse_day, typed_date, typed_week

THURSDAY = date(2026, 11, 26)
FRIDAY = date(2026, 11, 27)
TUESDAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("i dag", THURSDAY),
        ("I  DAG", THURSDAY),
        ("i morgen", FRIDAY),
        ("imorgen", FRIDAY),
        ("i overmorgen", date(2026, 11, 28)),
        ("i går", date(2026, 11, 25)),
        ("torsdag", THURSDAY),
        ("tors", THURSDAY),
        ("tor.", THURSDAY),
        ("tir", TUESDAY),
        ("tirs", TUESDAY),
        ("Tirsdag", TUESDAY),
        ("på tirsdag", TUESDAY),
        ("lør", date(2026, 11, 28)),
        ("loerdag", date(2026, 11, 28)),
        ("næste tirsdag", TUESDAY),
        ("næste torsdag", date(2026, 12, 3)),
        ("naeste fredag", date(2026, 12, 4)),
        ("tirsdag i næste uge", TUESDAY),
        ("om 3 dage", date(2026, 11, 29)),
        ("om en uge", date(2026, 12, 3)),
        ("tirsdag om 2 uger", date(2026, 12, 8)),
        ("uge 48 tirsdag", date(2026, 11, 24)),
        ("mandag uge 49", date(2026, 11, 30)),
        ("mandag i uge 49", date(2026, 11, 30)),
        ("fredag uge 2", date(2027, 1, 15)),
        ("uge 2 2028 fredag", date(2028, 1, 14)),
        ("5/3", date(2027, 3, 5)),
        ("5.3.", date(2027, 3, 5)),
        ("5/11", date(2026, 11, 5)),
        ("050327", date(2027, 3, 5)),
        ("05032027", date(2027, 3, 5)),
        ("05-03-2027", date(2027, 3, 5)),
        ("5/3/27", date(2027, 3, 5)),
        ("2027-03-05", date(2027, 3, 5)),
        ("26.11.", THURSDAY),
        ("26. november", THURSDAY),
        ("26 nov", THURSDAY),
        ("d. 26/11", THURSDAY),
        ("den 26. nov.", THURSDAY),
        ("den 3.", date(2026, 12, 3)),
        ("tors d. 26/11", THURSDAY),
        ("29/2/2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: date) -> None:
    assert typed_date(typed, THURSDAY) == day
    assert parse_day(typed, THURSDAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "31/2",
        "29/2",
        "to",
        "i går-agtigt",
        "99/99/9999",
        "48",
        "uge 48",
        "den 32.",
        "uge 54 man",
        "onsdag 26/11",
        "5/3/1",
        "26. novembr",
        "tirsdag tirsdag",
        "om 9999 dage",
    ],
)
def test_what_is_no_day_is_told_how_to_write_it(typed: str) -> None:
    assert typed_date(typed, THURSDAY) is None
    with pytest.raises(PlanError, match="26/11"):
        parse_day(typed, THURSDAY)


@pytest.mark.parametrize("typed", ["5/3 2027", "5/3  2027 ", "5. marts 2027", "5.3. 2027"])
def test_a_year_may_stand_apart_in_a_field_of_its_own(typed: str) -> None:
    assert parse_day(typed, THURSDAY) == date(2027, 3, 5)


@pytest.mark.parametrize("typed", ["1/1/9999", "26/11/2062"])
def test_a_year_that_must_be_a_slip_is_told(typed: str) -> None:
    with pytest.raises(PlanError, match="langt væk"):
        parse_day(typed, THURSDAY)


@pytest.mark.parametrize(
    ("typed", "week"),
    [
        ("48", IsoWeek(2026, 48)),
        ("uge 48", IsoWeek(2026, 48)),
        ("Uge48", IsoWeek(2026, 48)),
        ("2", IsoWeek(2027, 2)),
        ("uge 53", IsoWeek(2026, 53)),
        ("48 2027", IsoWeek(2027, 48)),
        ("uge 48 i 2027", IsoWeek(2027, 48)),
        ("48/27", IsoWeek(2027, 48)),
        ("uge 5/27", IsoWeek(2027, 5)),
        ("i dag", IsoWeek(2026, 48)),
        ("denne uge", IsoWeek(2026, 48)),
        ("næste uge", IsoWeek(2026, 49)),
        ("sidste uge", IsoWeek(2026, 47)),
        ("om 2 uger", IsoWeek(2026, 50)),
        ("5/3", IsoWeek(2027, 9)),
        ("uge 50 tirsdag", IsoWeek(2026, 50)),
        ("24/12", IsoWeek(2026, 52)),
    ],
)
def test_a_week_is_read_by_number_by_name_or_by_a_day_in_it(typed: str, week: IsoWeek) -> None:
    assert typed_week(typed, THURSDAY) == week


@pytest.mark.parametrize("typed", ["", "0", "54", "uge", "53 2027", "uge 5/3/1", "A.M.", "uge x"])
def test_what_is_no_week_is_none(typed: str) -> None:
    assert typed_week(typed, THURSDAY) is None


@pytest.mark.parametrize("typed", ["31/12/9999", "uge 52 9999", "52/9999", "uge 1 2050"])
def test_a_week_whose_year_is_a_slip_is_none(typed: str) -> None:
    assert typed_week(typed, THURSDAY) is None


def test_a_weekday_of_a_week_at_the_end_of_time_is_no_day() -> None:
    assert typed_date("uge 52 9999 torsdag", THURSDAY) is None


def test_in_january_a_high_number_is_the_week_just_gone() -> None:
    assert typed_week("52", date(2027, 1, 12)) == IsoWeek(2026, 52)


days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(days, days)
def test_a_day_as_the_program_says_it_is_read_back(day: date, today: date) -> None:
    assert typed_date(long_day(day), today) == day
    assert typed_date(f"{short_day(day)} {day.year}", today) == day
    assert typed_date(day.strftime("%d/%m/%Y"), today) == day


@given(days)
def test_a_week_and_a_weekday_are_that_day(day: date) -> None:
    week = IsoWeek.of(day)
    said = f"{WEEKDAYS[day.weekday()]} uge {week.number} {week.year}"
    assert typed_date(said, day) == day
    assert typed_week(said, day) == week


@given(days)
def test_a_weekday_alone_lies_within_the_coming_seven_days(today: date) -> None:
    for place, name in enumerate(WEEKDAYS):
        found = typed_date(name, today)
        assert found is not None
        assert found.weekday() == place
        assert timedelta(0) <= found - today < timedelta(days=7)


@given(st.text(), days)
def test_whatever_is_typed_is_a_day_a_week_or_none(text: str, today: date) -> None:
    typed_date(text, today)
    typed_week(text, today)
