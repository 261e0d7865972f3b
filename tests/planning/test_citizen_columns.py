"""Headings are matched forgivingly, and what belongs to other people is left alone."""

import pytest

from bostoette.models.citizen_import import ImportField
from bostoette.planning.citizen_columns import match_columns


def field_of(heading: str) -> ImportField | None:
    return match_columns([heading])[0].field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Borgers navn", ImportField.NAME),
        ("Borgernavn", ImportField.NAME),
        ("BORGERENS NAVN:", ImportField.NAME),
        ("Fornavn", ImportField.FIRST_NAME),
        ("Efternavn(e)", ImportField.LAST_NAME),
        ("Initialer", ImportField.INITIALS),
        ("Vejnavn", ImportField.ADDRESS),
        ("Bopæl", ImportField.ADDRESS),
        ("Bopael", ImportField.ADDRESS),
        ("CPR-adresse", ImportField.ADDRESS),
        ("Husnr.", ImportField.HOUSE_NUMBER),
        ("Etage", ImportField.FLOOR),
        ("Dør", ImportField.DOOR),
        ("Postnr.", ImportField.POSTAL_CODE),
        ("Postnr./by", ImportField.POSTAL_CODE),
        ("By", ImportField.TOWN),
        ("Tlf.", ImportField.PHONE),
        ("Borgers mobil-nr.", ImportField.PHONE),
        ("Kontaktperson", ImportField.PRIMARY_WORKER),
        ("Primær medarbejder", ImportField.PRIMARY_WORKER),
        ("Sekundaer kontaktperson", ImportField.SECONDARY_WORKER),
        ("Paragraf", ImportField.PARAGRAPH),
        ("§", ImportField.PARAGRAPH),
        ("Lovgrundlag", ImportField.PARAGRAPH),
        ("Bevilget tid", ImportField.GRANTED_WEEK),
        ("Timer pr. uge", ImportField.GRANTED_HOURS_WEEK),
        ("Min/uge", ImportField.GRANTED_MINUTES_WEEK),
        ("Bevilgede timer", ImportField.GRANTED_HOURS_WEEK),
        ("Bevilgede timer pr. måned", ImportField.GRANTED_HOURS_MONTH),
        ("Visiterede min. pr. md.", ImportField.GRANTED_MINUTES_MONTH),
        ("Startdato", ImportField.VALID_FROM),
        ("Slutdato", ImportField.VALID_TO),
        ("Status", ImportField.STATUS),
        ("Mødested", ImportField.MEETING_POINT),
        ("Køretid (min)", ImportField.TRAVEL_MINUTES),
        ("Pårørendes navn", None),
        ("Læge", None),
        ("Sagsbehandler", None),
        ("Kontaktpersons tlf.", None),
        ("E-mail", None),
        ("Forbrugte timer pr. uge", None),
        ("Planlagt tid pr. uge", None),
        ("Fødselsdato", None),
        ("Diagnose", None),
        ("", None),
    ],
)
def test_a_heading_is_matched(heading: str, field: ImportField | None) -> None:
    assert field_of(heading) == field


def test_a_guess_is_marked_as_a_guess() -> None:
    certain = {
        match.heading: match.certain for match in match_columns(["Navn", "Slutdato (forventet)"])
    }
    assert certain == {"Navn": True, "Slutdato (forventet)": False}


def test_each_field_is_given_once_and_the_certain_heading_first() -> None:
    matches = match_columns(["Navn på borger", "Navn", "Navn", "Timer pr. uge", "Min/uge"])
    assert [match.field for match in matches] == [
        None,
        ImportField.NAME,
        None,
        ImportField.GRANTED_HOURS_WEEK,
        None,
    ]
    assert [match.index for match in matches] == [0, 1, 2, 3, 4]


def test_every_field_has_its_own_danish_words() -> None:
    assert len({field.danish for field in ImportField}) == len(ImportField)
