"""Asking again after some months."""

from datetime import date

import pytest

from bostoette.planning.asking_again import ask_again_on


@pytest.mark.parametrize(
    ("asked", "again"),
    [
        (date(2026, 5, 26), date(2026, 11, 26)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2026, 12, 1), date(2027, 6, 1)),
    ],
)
def test_six_months_are_counted_by_date(asked: date, again: date) -> None:
    assert ask_again_on(asked, 6) == again
