"""A municipality's list is read whatever it came out of, and CPR numbers stay outside."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.citizen_import import ReadTable
from bostoette.models.plan_error import PlanError
from bostoette.store.citizen_csv import read_citizen_csv, read_citizen_file

HEADINGS = "Navn;Adresse;Tlf."
LINES = f"{HEADINGS}\r\nÅse Bjørnø;Ærøvej 3;20 12 34 56\r\nSøren Ågård;Mågevej 8;30 12 34 56\r\n"


def cells(table: ReadTable) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def numbers(table: ReadTable) -> list[int]:
    return [row.line for row in table.rows]


@pytest.mark.parametrize(
    ("codec", "mark", "said"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8-sig", b"", "UTF-8"),
        ("cp1252", b"", "Windows-1252"),
        ("utf-16", b"", "UTF-16"),
        ("utf-16-le", b"", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "UTF-16"),
    ],
)
def test_every_character_set_gives_the_same_danish_letters(
    codec: str, mark: bytes, said: str
) -> None:
    table = read_citizen_csv(mark + LINES.encode(codec))
    assert table.encoding == said
    assert table.headings == ("Navn", "Adresse", "Tlf.")
    assert cells(table)[0] == ("Åse Bjørnø", "Ærøvej 3", "20 12 34 56")


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_separator_is_found(delimiter: str) -> None:
    table = read_citizen_csv(LINES.replace(";", delimiter).encode())
    assert table.delimiter == delimiter
    assert cells(table)[1] == ("Søren Ågård", "Mågevej 8", "30 12 34 56")


def test_commas_in_addresses_and_hours_do_not_pass_for_separators() -> None:
    text = "Navn;Adresse;Timer\nBo By;Vej 1, 2. tv;2,5\nEa Ås;Vej 2, st.;1,5\n"
    assert cells(read_citizen_csv(text.encode()))[0] == ("Bo By", "Vej 1, 2. tv", "2,5")


def test_the_line_that_names_the_separator_is_obeyed_and_not_counted() -> None:
    table = read_citizen_csv(b"sep=,\r\nNavn,By\r\nBo;By,Aarhus\r\n")
    assert table.delimiter == ","
    assert table.rows[0].line == 2
    assert cells(table) == [("Bo;By", "Aarhus")]


def test_a_line_break_in_quotes_stays_in_its_cell_and_counts_as_one_row() -> None:
    text = 'Navn;Adresse\r\n"Bo ""Basse"" By";"Vej 1\r\n8000 Aarhus"\r\nEa Ås;Vej 2\r\n'
    table = read_citizen_csv(text.encode())
    assert cells(table) == [('Bo "Basse" By', "Vej 1\n8000 Aarhus"), ("Ea Ås", "Vej 2")]
    assert numbers(table) == [2, 3]


def test_blank_lines_are_left_out_but_the_row_numbers_stay_the_spreadsheets() -> None:
    table = read_citizen_csv("Navn;By\n\n;;\nBo;Aarhus\n\nEa;Odense\n\n".encode("cp1252"))
    assert numbers(table) == [4, 6]
    assert table.blank_lines == 3


def test_a_quote_that_is_never_closed_costs_only_its_own_line() -> None:
    table = read_citizen_csv(b'Navn;By\n"Bo;Aarhus\nEa "Lille" By;Odense\n"Ib";"Vejle"\n')
    assert cells(table)[1:] == [('Ea "Lille" By', "Odense"), ("Ib", "Vejle")]
    assert len(table.rows) == 3


def test_titles_above_the_headings_are_skipped() -> None:
    text = "Borgerliste\nUdtrukket;20-11-2026\n\nNavn;Adresse;By;Tlf.\nBo;Vej 1;Aarhus;20123456\n"
    table = read_citizen_csv(text.encode())
    assert table.headings == ("Navn", "Adresse", "By", "Tlf.")
    assert numbers(table) == [5]


def test_one_line_too_wide_does_not_pass_for_the_headings() -> None:
    table = read_citizen_csv(b"sep=;\nNavn\nBo By\nEa By;Ib By;Uno By\n")
    assert table.headings == ("Navn",)
    assert cells(table) == [("Bo By",), ("Ea By", "Ib By", "Uno By")]


def test_a_cell_that_looks_like_a_formula_stays_text() -> None:
    table = read_citizen_csv(b'Navn;Adresse;Postnr.\nBo;=1+1;"=""0800"""\nEa;@SUM(A1);\'0800\n')
    assert cells(table) == [("Bo", "=1+1", "0800"), ("Ea", "@SUM(A1)", "0800")]


def test_unseen_characters_and_letters_from_a_mac_are_put_right() -> None:
    table = read_citizen_csv("Navn;By\nA\u030ase\u200b\u00a0Bo;\tA\u030arhus\n".encode())
    assert cells(table) == [("Åse Bo", "Århus")]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "regneark"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "regneark"),
        (b"%PDF-1.7\n", "PDF"),
        (b"<html><table><tr><td>Navn", "webside"),
        (b"", "tom"),
        (b"\xef\xbb\xbf \r\n", "tom"),
        (b";;;\n;;\n", "ingen linjer"),
        (b"Navn;By\n", "ingen borgere"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR", "tekst"),
        (b"Navn\x81\n\x8d", "tekst"),
        (b"Navn;By\nS\xc3\xb8ren;\xc5rhus\n", "tegnsæt"),
        (b"Navn;By\n" + b"Bo;Aarhus\n" * 5_001, "5.000 linjer"),
        (b"Navn;By\n" + b"Bo;" * 100 + b"Aarhus\n", "kolonner"),
        (b"Navn;By\nBo;" + b"x" * 10_001, "10.000 tegn"),
        (b"x" * (10 * 1024 * 1024 + 1), "10 MB"),
        (b"Navn;By\n" + b'"x;"y\n' * 1_001, "anførselstegn"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(content: bytes, word: str) -> None:
    with pytest.raises(PlanError) as refusal:
        read_citizen_csv(content)
    assert word in refusal.value.sentence
    assert "Intet er ændret." in refusal.value.sentence


def test_a_file_that_is_gone_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="kan ikke læses"):
        read_citizen_file(tmp_path / "borgere.csv")


def test_a_file_on_disk_is_read(tmp_path: Path) -> None:
    path = tmp_path / "borgere.csv"
    path.write_bytes(LINES.encode("cp1252"))
    assert len(read_citizen_file(path).rows) == 2


@pytest.mark.parametrize(
    "heading", ["CPR", "CPR-nr.", "Borgers CPR nr", "Personnummer", "cpr_nummer", "CPR (10 cifre)"]
)
def test_a_cpr_column_goes_as_a_whole_whatever_stands_in_it(heading: str) -> None:
    text = f"Navn;{heading};By\nBo;010180-1234;Aarhus\nEa;1,01E+08;Odense\nIb;;Vejle\n"
    table = read_citizen_csv(text.encode())
    assert table.headings == ("Navn", "By")
    assert cells(table) == [("Bo", "Aarhus"), ("Ea", "Odense"), ("Ib", "Vejle")]
    assert table.cpr_columns == (heading,)
    assert table.cpr_removed == 2


def test_an_address_from_the_cpr_register_is_an_address() -> None:
    table = read_citizen_csv(b"Navn;CPR-adresse\nBo;Vej 1\n")
    assert table.headings == ("Navn", "CPR-adresse")
    assert table.cpr_columns == ()


def test_a_column_of_cpr_numbers_is_known_by_its_cells() -> None:
    text = "Navn;ID;By\nBo;0101801234;A\nEa;020290-4321;B\nIb;101801234;C\nUno;ukendt;D\n"
    table = read_citizen_csv(text.encode())
    assert table.cpr_columns == ("ID",)
    assert cells(table)[3] == ("Uno", "D")


def test_the_last_four_digits_beside_the_date_of_birth_go_but_postal_codes_stay() -> None:
    table = read_citizen_csv("Navn;Fødselsdato;Løbenr.;Postnr.\nBo;010180;1234;8000\n".encode())
    assert table.cpr_columns == ("Løbenr.",)
    assert cells(table) == [("Bo", "010180", "8000")]


def test_a_cpr_number_in_another_cell_or_a_heading_goes_alone() -> None:
    table = read_citizen_csv(b"Navn;010180-1234\nBo By (010180-1234);Vej 1\n")
    assert table.headings == ("Navn", "Kolonne B")
    assert cells(table) == [("Bo By", "Vej 1")]
    assert table.cpr_removed == 2


birthdays = st.dates(date(1930, 1, 1), date(2020, 12, 31))
last_four = st.integers(0, 9999).map("{:04d}".format)
joints = st.sampled_from(["", "-", " ", " - ", "–", ".", "/", "\u00a0"])
words = st.text(st.sampled_from("abæøåÆØÅ ,.:()'=+@"), max_size=12)


@given(
    st.lists(st.tuples(birthdays, last_four, joints, words, words, words), min_size=1), st.data()
)
def test_no_cpr_number_ever_leaves_the_reader(
    people: list[tuple[date, str, str, str, str, str]], data: st.DataObject
) -> None:
    codec = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
    secrets, lines = [], ["sep=;", "Navn;Adresse;Andet"]
    for born, four, joint, before, after, name in people:
        six = f"{born:%d%m%y}"
        secrets.append(six + four)
        row = [f"N{name}", f"{before}{six}{joint}{four}{after}", "8000"]
        lines.append(";".join(data.draw(st.permutations(row))))
    table = read_citizen_csv("\r\n".join(lines).encode(codec))
    digits = ["".join(filter(str.isdigit, cell)) for row in cells(table) for cell in row] + [
        "".join(filter(str.isdigit, heading)) for heading in table.headings
    ]
    assert table.cpr_removed >= len(people)
    assert not [secret for secret in secrets if any(secret in cell for cell in digits)]


@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused_with_a_sentence(content: bytes) -> None:
    outcome: ReadTable | str
    try:
        outcome = read_citizen_csv(content)
    except PlanError as refusal:
        outcome = refusal.sentence
    assert outcome if isinstance(outcome, str) else outcome.rows
