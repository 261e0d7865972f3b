"""Large numbers read as Danes write them: a dot between the thousands."""

from bostoette.models.figure import RowKind, Unit, decimal
from bostoette.models.wording import duration, grouped


def test_a_dot_stands_between_the_thousands() -> None:
    assert [grouped(number) for number in (0, 999, 1000, 37916, 1500000)] == [
        "0",
        "999",
        "1.000",
        "37.916",
        "1.500.000",
    ]


def test_figures_read_so_in_every_unit() -> None:
    assert Unit.ROWS.said(37916) == "37.916"
    assert Unit.KM.said(1212.54) == "1.212,5 km"
    assert Unit.MINUTES.said(75690) == "1.261 t 30"
    assert RowKind.CONTACT.counted(12345) == "12.345 kontakter"


def test_small_ones_read_as_before() -> None:
    assert decimal(12.5) == "12,5"
    assert duration(150) == "2 t 30"
