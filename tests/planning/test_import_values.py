"""Dates, telephones and paragraphs are read in the ways people write them."""

from collections.abc import Callable
from datetime import date

import pytest

from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.planning.import_values import (
    UnreadableValueError,
    read_date,
    read_end,
    read_language,
    read_paragraph,
    read_phone,
    read_postal_code,
    read_status,
)

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    "text",
    [
        "01-03-2026",
        "1/3/2026",
        "01.03.26",
        "1. 3. 2026",
        "2026-03-01",
        "2026-03-01T00:00:00",
        "01-03-2026 00:00:00",
        "01-03-2026 10.30",
        "1. marts 2026",
        "1. mar. 2026",
        "01032026",
        "20260301",
    ],
)
def test_a_date_is_day_before_month_however_it_is_written(text: str) -> None:
    assert read_date(text, TODAY) == date(2026, 3, 1)


def test_a_short_year_lies_near_today() -> None:
    assert read_date("01-01-76", TODAY) == date(2076, 1, 1)
    assert read_date("01-01-77", TODAY) == date(1977, 1, 1)


@pytest.mark.parametrize(
    "text", ["31-02-2026", "03/25/2026", "01-01-1800", "snart", "46000", "1-1"]
)
def test_an_impossible_date_is_refused(text: str) -> None:
    with pytest.raises(UnreadableValueError, match="01-03-2026"):
        read_date(text, TODAY)


@pytest.mark.parametrize("text", ["indtil videre", "Løbende", "31-12-9999"])
def test_an_open_end_has_no_date(text: str) -> None:
    assert read_end(text, TODAY) is None


@pytest.mark.parametrize("text", ["20123456", "+45 20 12 34 56", "0045-20123456", "Tlf. 2012 3456"])
def test_a_danish_telephone_number_is_shown_in_pairs(text: str) -> None:
    assert read_phone(text) == "20 12 34 56"


def test_several_and_foreign_telephones_are_kept() -> None:
    assert read_phone("20123456 / 30123456") == "20 12 34 56 / 30 12 34 56"
    assert read_phone("+46 70 123 45 67") == "+46 70 123 45 67"
    assert read_phone("20123456 (mor)") == "20123456 (mor)"


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("§85", "§85"),
        ("SEL § 85, stk. 2", "§85"),
        ("Servicelovens § 82 B", "§82b"),
        ("82b", "§82b"),
        ("§ 85 bostøtte", "§85"),
        ("85", "§85"),
    ],
)
def test_a_paragraph_is_found_in_what_stands_around_it(text: str, paragraph: str) -> None:
    assert read_paragraph(text) == paragraph


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (read_paragraph, "§85 og §99"),
        (read_paragraph, "bostøtte"),
        (read_phone, "2012345"),
        (read_phone, "2,01E+07"),
        (read_postal_code, "855"),
        (read_postal_code, "SE-21120"),
        (read_status, "måske"),
    ],
)
def test_what_cannot_be_understood_is_refused_without_repeating_it(
    reader: Callable[[str], object], text: str
) -> None:
    with pytest.raises(UnreadableValueError) as refusal:
        reader(text)
    assert text not in refusal.value.sentence


def test_postal_code_status_and_language_are_read() -> None:
    assert read_postal_code("DK-8000 Aarhus C") == ("8000", "Aarhus C")
    assert read_postal_code("0800") == ("0800", "")
    assert read_status("Afdød") is CitizenStatus.DEAD
    assert read_status("I gang") is CitizenStatus.ACTIVE
    assert read_status("På pause") is CitizenStatus.PAUSED
    assert (read_language("Dansk"), read_language("Arabisk")) == ("", "Arabisk")
