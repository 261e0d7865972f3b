"""The first free time of a worker's days."""

from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.iso_week import IsoWeek
from bostoette.models.timespan import TimeSpan
from bostoette.models.working_hours import WorkingHours
from bostoette.planning.free_span import first_free_span
from tests.clock import MONDAY, At

HOURS = WorkingHours.standard()
DAYS = IsoWeek.of(MONDAY).days


def test_an_empty_week_begins_with_its_first_hour(at: At) -> None:
    assert first_free_span(DAYS, HOURS, [], 30, 15) == at(0, "8.00", 30)


def test_air_stays_free_on_both_sides(at: At) -> None:
    busy = [at(0, "8.30", 30)]
    assert first_free_span(DAYS, HOURS, busy, 30, 0) == at(0, "8.00", 30)
    assert first_free_span(DAYS, HOURS, busy, 30, 15) == at(0, "9.15", 30)


def test_a_full_day_gives_way_to_the_next(at: At) -> None:
    assert first_free_span(DAYS, HOURS, [at(0, "8.00", 480)], 30, 0) == at(1, "8.00", 30)


def test_where_nothing_fits_there_is_none() -> None:
    assert first_free_span(DAYS[5:], HOURS, [], 30, 0) is None
    assert first_free_span(DAYS, HOURS, [], 600, 0) is None


spans = st.builds(TimeSpan, st.sampled_from(DAYS), st.integers(480, 900), st.integers(15, 120))


@given(busy=st.lists(spans, max_size=20), minutes=st.integers(10, 120), air=st.integers(0, 60))
def test_what_is_found_is_free_and_within_the_hours(
    busy: list[TimeSpan], minutes: int, air: int
) -> None:
    found = first_free_span(DAYS, HOURS, busy, minutes, air)
    if found is not None:
        begin, end = HOURS.on(found.day) or (0, 0)
        assert begin <= found.start
        assert found.end <= end
        assert found.minutes == minutes
        for other in busy:
            if other.day == found.day:
                assert other.end + air <= found.start or found.end + air <= other.start
