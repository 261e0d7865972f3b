"""What may leave the program, and what never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.plan_error import PlanError
from bostoette.planning.outside_address import (
    Leaving,
    refuse_unknown,
    scheme_of,
    to_call,
    to_find,
    to_open,
)


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("12 34 56 78", "tel:12345678"),
        ("+45 12345678", "tel:+4512345678"),
        ("(86) 12-34.56", "tel:86123456"),
        ("112", "tel:112"),
    ],
)
def test_a_number_is_called_as_people_write_it(typed: str, url: str) -> None:
    found = to_call(typed)
    assert (found.url, found.told, found.what) == (url, typed, Leaving.NUMBER)


@pytest.mark.parametrize("typed", ["", "spørg moderen", "12;ext=3", "*21*12345678#", "1" * 16])
def test_what_is_no_number_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(PlanError, match="Intet er sendt"):
        to_call(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ms-settings:",
        "smb://server/mappe",
        "video.invalid/rum",
        "https://",
        "http://[",
        "",
        " FILE:///c:/x",
    ],
)
def test_only_links_to_the_web_are_opened(typed: str) -> None:
    with pytest.raises(PlanError, match="Intet er sendt"):
        to_open(typed)


def test_a_link_is_opened_as_it_stands() -> None:
    link = "https://video.invalid/j/0101801234?pwd=a%20b"
    assert to_open(f" {link} ").url == link
    assert to_open("HTTPS://video.invalid/rum").what is Leaving.LINK


def test_an_address_is_looked_up_on_a_map() -> None:
    found = to_find("Opdigtet Allé 4, 8900 Randers C")
    assert found.url.startswith("https://")
    assert "Opdigtet%20All%C3%A9%204" in found.url
    with pytest.raises(PlanError, match="ingen adresse"):
        to_find("  ")


@given(st.text())
def test_nothing_but_the_four_kinds_ever_passes(text: str) -> None:
    for make in (to_call, to_open, to_find):
        try:
            url = make(text).url
        except PlanError:
            continue
        refuse_unknown(url)


@pytest.mark.parametrize("url", ["file:///x", "mailto:a@b.invalid", "x", "", "http//x"])
def test_the_last_gate_refuses_every_other_kind(url: str) -> None:
    with pytest.raises(PlanError, match="kun numre, weblinks og kort"):
        refuse_unknown(url)
    assert scheme_of("GEO:56,10") == "geo"
