import pytest

from bostoette.models.practice_rule import NumberUnit, RuleNumber


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        (NumberUnit.DAYS, 1, "1 dag"),
        (NumberUnit.DAYS, 28, "28 dage"),
        (NumberUnit.GOALS, 3, "3 mål"),
        (NumberUnit.PERCENT, 60, "60 %"),
        (NumberUnit.CLOCK, 8, "kl. 8.00"),
        (NumberUnit.WEEKDAY, 4, "torsdag"),
    ],
)
def test_a_number_is_said_with_its_unit_in_danish(unit: NumberUnit, value: int, said: str) -> None:
    assert RuleNumber("Tal", value, unit, assumed=True).said == said


@pytest.mark.parametrize("unit", NumberUnit)
def test_every_unit_has_danish_words(unit: NumberUnit) -> None:
    assert unit.said(1)
    assert unit.said(2)
