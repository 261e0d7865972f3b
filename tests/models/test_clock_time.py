"""Times of day as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.clock_time import read_clock
from bostoette.models.wording import clock


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("8", 480),
        ("08", 480),
        ("915", 555),
        ("1430", 870),
        ("14.30", 870),
        ("14:30", 870),
        ("kl. 9.05", 545),
        (" 7 ", 420),
        ("0", 0),
        ("24.00", 1440),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, minutes: int) -> None:
    assert read_clock(typed) == minutes


@pytest.mark.parametrize("typed", ["", "otte", "25", "24.01", "8.60", "8.5", "12345", "-1", "٨"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert read_clock(typed) is None


@given(st.integers(0, 1440))
def test_what_the_program_writes_it_reads_again(minutes: int) -> None:
    assert read_clock(clock(minutes)) == minutes


@given(st.text(max_size=12))
def test_any_text_gives_a_time_of_day_or_none(typed: str) -> None:
    read = read_clock(typed)
    assert read is None or 0 <= read <= 1440
