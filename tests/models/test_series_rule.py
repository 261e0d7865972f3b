"""A series rule says itself in Danish and refuses nonsense."""

from datetime import date
from typing import Any

import pytest

from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan

TUESDAY = date(2026, 11, 24)


def rule(**changes: Any) -> SeriesRule:
    plain: dict[str, Any] = {
        "every_weeks": 1,
        "weekdays": (1,),
        "first_day": TUESDAY,
        "start": 540,
        "minutes": 45,
    }
    return SeriesRule(**(plain | changes))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"every_weeks": 3, "weekdays": (3, 1), "count": 8},
            "hver 3. uge tirsdag og torsdag kl. 9.00, 8 gange",
        ),
        ({"count": 1}, "hver uge tirsdag kl. 9.00, 1 gang"),
        ({"start": 805}, "hver uge tirsdag kl. 13.25, indtil videre"),
        (
            {"until": date(2027, 2, 2)},
            "hver uge tirsdag kl. 9.00, til og med tirsdag 2. februar 2027",
        ),
        ({"weekdays": (0, 1, 2, 3, 4)}, "hver uge mandag til fredag kl. 9.00, indtil videre"),
        ({"weekdays": (0, 2, 4)}, "hver uge mandag, onsdag og fredag kl. 9.00, indtil videre"),
    ],
)
def test_a_rule_is_said_as_one_says_it(changes: dict[str, Any], said: str) -> None:
    assert rule(**changes).said() == said


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"every_weeks": 0}, "1. til 12. uge"),
        ({"every_weeks": 13}, "1. til 12. uge"),
        ({"weekdays": ()}, "mangler en ugedag"),
        ({"weekdays": (1, 7)}, "mangler en ugedag"),
        ({"until": date(2027, 1, 1), "count": 3}, "vælg én af delene"),
        ({"until": date(2026, 11, 23)}, "ligger før dens første dag"),
        ({"until": date(2036, 1, 1)}, "højst løbe i 5 år"),
        ({"count": 0}, "1 til 500 gange"),
        ({"count": 501}, "1 til 500 gange"),
        ({"start": 1430}, "inden for ét døgn"),
    ],
)
def test_nonsense_is_refused_with_what_to_do(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(PlanError, match="Intet er ændret") as refusal:
        rule(**changes)
    assert sentence in refusal.value.sentence


def test_weekdays_are_kept_sorted_and_once() -> None:
    assert rule(weekdays=(3, 1, 3)).weekdays == (1, 3)


def test_a_rule_gives_the_time_of_a_day() -> None:
    assert rule().on(TUESDAY) == TimeSpan(TUESDAY, 540, 45)


def test_only_a_rule_without_an_end_is_open_ended() -> None:
    assert rule().open_ended
    assert not rule(count=3).open_ended
    assert not rule().with_end(until=date(2027, 1, 1)).open_ended
