"""Initials and codes are made alike everywhere, and no two citizens have the same code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.planning.citizen_code import dotted, initials_of, unique_code


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Anne Marie Sørensen", "A.S."),
        ("Åse Ærø", "Å.Æ."),
        ("Bo", "B."),
        ("Ida von der Høj", "I.H."),
        ("anne-marie  bech-olsen", "A.B."),
        ("(Bo) By", "B.B."),
        ("", "X."),
    ],
)
def test_initials_are_the_first_and_the_last_names(name: str, initials: str) -> None:
    assert initials_of(name) == initials


@pytest.mark.parametrize("typed", ["am", "A.M.", "A. M.", "AM2"])
def test_typed_initials_are_shown_with_dots(typed: str) -> None:
    assert dotted(typed) == "A.M."


def test_a_taken_code_gets_a_number() -> None:
    assert unique_code("A.M.", []) == "AM"
    assert unique_code("A.M.", ["AM"]) == "AM2"
    assert unique_code("A.M.", ["am", "AM2", "AM4"]) == "AM3"


@given(st.text(max_size=30), st.sets(st.text(max_size=5)))
def test_a_code_is_never_taken_and_never_empty(name: str, taken: set[str]) -> None:
    code = unique_code(initials_of(name), taken)
    assert code
    assert code not in taken
