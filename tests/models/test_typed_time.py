"""Times of day as people type them."""

import pytest

from bostoette.models.plan_error import PlanError
from bostoette.models.typed_time import parse_clock


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
