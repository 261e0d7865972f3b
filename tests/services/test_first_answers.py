"""What the first start proposes and refuses."""

import pytest

from bostoette.services.first_answers import (
    fault_in_initials,
    fault_in_name,
    proposed_initials,
)


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Mona Jensen", "M.J."), ("Mona", "M."), ("Åse Ærø von Holm", "Å.H."), ("", ""), (" 7", "")],
)
def test_initials_are_proposed_from_the_name(name: str, initials: str) -> None:
    assert proposed_initials(name) == initials


def test_a_name_and_initials_as_municipalities_write_them_are_taken() -> None:
    assert fault_in_name("Mona Jensen") == ""
    assert fault_in_initials("MJE12") == ""


@pytest.mark.parametrize("name", ["", "   ", "123", "M" * 81])
def test_what_is_no_name_is_told(name: str) -> None:
    assert fault_in_name(name).endswith(".")


@pytest.mark.parametrize("initials", ["", " ", "..", "ABCDEFGHIJK"])
def test_what_is_no_initials_is_told(initials: str) -> None:
    assert fault_in_initials(initials).endswith(".")
