"""In the effect report nobody can be told apart: small groups are hidden, and what gives them."""

from bostoette.models.figure import Cell, Figure, FigureLine
from bostoette.planning.effect_report import HIDDEN, anonymous

FEWEST = 3


def key(number: int) -> bytes:
    return number.to_bytes(16, "big")


def contacts(first: int, number: int) -> Cell:
    return Cell(tuple(key(one) for one in range(first, first + number)))


def figure(*lines: tuple[str, tuple[Cell, ...]]) -> Figure:
    return Figure(
        "some",
        "Noget",
        "Talt.",
        ("Hvornår", "I alt", "Besøg", "Telefon", "Video"),
        tuple(FigureLine(label, cells, "A.M.") for label, cells in lines),
        "Sagt.",
    )


OWN = {key(one): (key(one),) for one in range(100)}
"""Every contact is with a citizen of its own."""
ONE = {key(one): (key(0),) for one in range(100)}
"""Every contact is with the same citizen."""


def texts(shown: Figure) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in shown.lines]


def test_large_groups_stay_as_they_are() -> None:
    line = (contacts(0, 9), contacts(0, 3), contacts(3, 3), contacts(6, 3))
    shown = anonymous(figure(("uge 48", line)), OWN, FEWEST)
    assert texts(shown) == [["9", "3", "3", "3"]]
    assert shown.said == "Sagt."


def test_citizens_count_and_not_their_contacts() -> None:
    line = (contacts(0, 9), contacts(0, 3), contacts(3, 3), contacts(6, 3))
    assert texts(anonymous(figure(("uge 48", line)), ONE, FEWEST)) == [[HIDDEN] * 4]


def test_one_small_group_takes_the_smallest_beside_it_along() -> None:
    """Else 12 less 4 less 6 would give the 2."""
    line = (contacts(0, 12), contacts(0, 2), contacts(2, 4), contacts(6, 6))
    shown = anonymous(figure(("uge 48", line)), OWN, FEWEST)
    assert texts(shown) == [["12", HIDDEN, HIDDEN, "6"]]
    assert shown.said == ""


def test_two_small_groups_hide_each_other() -> None:
    line = (contacts(0, 8), contacts(0, 2), contacts(2, 2), contacts(4, 4))
    assert texts(anonymous(figure(("uge 48", line)), OWN, FEWEST)) == [["8", HIDDEN, HIDDEN, "4"]]


def test_nought_is_told() -> None:
    line = (contacts(0, 8), Cell(), contacts(0, 4), contacts(4, 4))
    assert texts(anonymous(figure(("uge 48", line)), OWN, FEWEST)) == [["8", "0", "4", "4"]]


def test_a_column_with_a_total_gives_nothing_away_either() -> None:
    """Week 47 has two by phone and two on video; the totals would give both without week 49."""
    small = (contacts(0, 8), contacts(0, 4), contacts(4, 2), contacts(6, 2))
    first = (contacts(10, 11), contacts(10, 4), contacts(14, 4), contacts(18, 3))
    second = (contacts(30, 15), contacts(30, 5), contacts(35, 5), contacts(40, 5))
    total = tuple(
        Cell((*one.rows, *two.rows, *three.rows))
        for one, two, three in zip(small, first, second, strict=True)
    )
    shown = anonymous(
        figure(("I alt", total), ("uge 47", small), ("uge 48", first), ("uge 49", second)),
        OWN,
        FEWEST,
    )
    assert texts(shown) == [
        ["34", "13", "11", "10"],
        ["8", "4", HIDDEN, HIDDEN],
        ["11", "4", HIDDEN, HIDDEN],
        ["15", "5", "5", "5"],
    ]


def test_nobody_is_named_and_nothing_opens() -> None:
    line = (contacts(0, 9), contacts(0, 3), contacts(3, 3), contacts(6, 3))
    shown = anonymous(figure(("uge 48", line)), OWN, FEWEST)
    assert not shown.openable
    assert shown.lines[0].initials == ""
    assert "færre end 3 borgere" in shown.how


def test_what_is_hidden_for_a_column_is_not_given_away_by_its_line() -> None:
    """The 2 takes the 4 along; each column then one more; and so each of their lines another."""
    weeks = [
        (contacts(0, 12), contacts(0, 6), contacts(6, 2), contacts(8, 4)),
        (contacts(20, 14), contacts(20, 5), contacts(25, 3), contacts(28, 6)),
        (contacts(40, 16), contacts(40, 5), contacts(45, 6), contacts(51, 5)),
    ]
    total = tuple(
        Cell(tuple(one for cell in column for one in cell.rows))
        for column in zip(*weeks, strict=True)
    )
    shown = anonymous(figure(("I alt", total), *(("en uge", week) for week in weeks)), OWN, FEWEST)
    assert texts(shown) == [
        ["42", "16", "11", "15"],
        ["12", "6", HIDDEN, HIDDEN],
        ["14", HIDDEN, HIDDEN, "6"],
        ["16", HIDDEN, "6", HIDDEN],
    ]
