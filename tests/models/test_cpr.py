"""CPR numbers are recognised in every dress; telephone numbers and dates are left alone."""

import pytest

from bostoette.models.cpr import holds_cpr, looks_like_cpr, without_cpr

ONLY_ALONE = ("01 01 80 12 34", "0-1-0-1-8-0-1234", "0 1 0 1 8 0 1 2 3 4")


@pytest.mark.parametrize(
    "text",
    [
        "010180-1234",
        "0101801234",
        "010180 1234",
        "010180\u200b1234",
        "010180\u00ad-1234",
        "01\u206001801234",
        "010180:1234",
        "010180 - 1234",
        "010180–1234",
        "01 01 80 1234",
        "01 01 80 12 34",
        "01.01.80-1234",
        "01-01-1980-1234",
        "010119801234",
        "101801234",
        "010180-xxxx",
        "610180-1234",
        "010180-1AB2",
        "290200-1234",
        "010180\N{NO-BREAK SPACE}1234",
        "19800101-1234",
        "198001011234",
        "0-1-0-1-8-0-1234",
        "0 1 0 1 8 0 1 2 3 4",
        "010180-1 234",
        "010180 12 34",
    ],
)
def test_a_cpr_number_is_recognised_however_it_is_written(text: str) -> None:
    assert looks_like_cpr(text)
    assert without_cpr(f"Ring til {text}, tak")[1] == 1 or text in ONLY_ALONE


@pytest.mark.parametrize(
    "text",
    [
        "20123456",
        "20 12 34 56",
        "+45 20 12 34 56",
        "+4520123456",
        "0045 20123456",
        "45 10 12 34 56",
        "31126789",
        "8000",
        "8000 Aarhus C",
        "Nørregade 12, 2. tv, 8000 Aarhus C",
        "01-03-2026",
        "01-03-2026 00:00:00",
        "01-03-2026 10.30",
        "2026-03-01",
        "2012-12-10T10:30:00",
        "01-01-2026 - 31-12-2026",
        "01012026-31122026",
        "+354 123 4567",
        "27.36.00-G01-1-24",
        "3213991234",
        "1 2 3 4 5",
        "20261124-0900",
        "2026-11-24 0900",
        "2,5",
    ],
)
def test_telephones_postal_codes_and_dates_are_no_cpr_numbers(text: str) -> None:
    assert not holds_cpr(text)
    assert without_cpr(text) == (text, 0)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Anne Sørensen (010180-1234)", "Anne Sørensen"),
        ("Anne Sørensen, CPR-nr.: 010180-1234", "Anne Sørensen"),
        ("010180-1234 Anne Sørensen", "Anne Sørensen"),
        ("010180-1234 og 020290-4321", "og"),
        ("Sag 99 0101801234", "Sag 99"),
    ],
)
def test_only_the_number_itself_goes_from_a_text(text: str, rest: str) -> None:
    assert without_cpr(text)[0] == rest


def test_taking_one_number_out_never_makes_another() -> None:
    rest, taken = without_cpr("010180 010180-1234 4321")
    assert not holds_cpr(rest)
    assert taken >= 1
