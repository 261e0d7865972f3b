"""Before anything is stored a person sees what an import would do, line by line."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.citizen_import import (
    ImportField,
    ImportPreview,
    Known,
    KnownCitizen,
    KnownWorker,
    ReadRow,
    ReadTable,
)
from bostoette.models.citizen_kinds import CitizenStatus, GrantPeriod
from bostoette.models.cpr import holds_cpr
from bostoette.models.plan_error import PlanError
from bostoette.planning.citizen_columns import match_columns
from bostoette.planning.citizen_import import cpr_sentence, preview, summary
from bostoette.store.citizen_csv import read_citizen_csv

TODAY = date(2026, 11, 26)
WORKERS = (KnownWorker("M.J.", "Mette Jensen"), KnownWorker("K.L.", "Kåre Lund"))
NOBODY = Known()
NAMES = [
    "Åse Bjørnø", "Søren Ågård", "Bærge Ødum", "Ida Holm", "Jens Åkjær", "Karen Dahl",
    "Lærke Sø", "Mads Ørum", "Nina Bæk", "Ole Fjord", "Pia Ravn", "Rasmus Å", "Signe Høj",
    "Tove Kær", "Ulla Møller", "Viggo Lynge", "Yrsa Vang", "Zenia Ask", "Ægir Strand",
    "Øjvind Krog", "Anders Næs", "Birthe Rønne", "Carl Sønder", "Dorte Vig", "Erik Østerby",
]  # fmt: skip
HEADINGS = (
    "CPR-nr.;Borgers navn;Vejnavn;Husnr.;Etage;Dør;Postnr.;By;Tlf.;Kontaktperson;Paragraf;"
    "Timer pr. uge;Startdato;Slutdato;Status"
)


def municipal_line(number: int, name: str) -> str:
    first, _, last = name.partition(" ")
    return (
        f"{number + 1:02d}0180-{1000 + number};{last}, {first};Mågevej;{number + 1};1;tv;8000;"
        f"Aarhus C;+45 20 12 34 {10 + number};{'MJ' if number % 2 else 'Kåre Lund'};SEL § 85;"
        f"{number % 4},5;01-03-2026;;Aktiv"
    )


def municipal_file() -> str:
    """Make a list of 25 citizens, of whom the 7th and the 19th are written wrong."""
    lines = [municipal_line(number, name) for number, name in enumerate(NAMES)]
    lines[6] = lines[6].replace("01-03-2026", "31-02-2026")
    lines[18] = lines[18].replace("20 12 34", "20 12").replace(",5;", ",5 skonsmæssigt;")
    return "\r\n".join([HEADINGS, *lines, ""])


def seen(text: str, known: Known = NOBODY, codec: str = "utf-8") -> ImportPreview:
    table = read_citizen_csv(text.encode(codec))
    return preview(table, match_columns(table.headings), known, TODAY)


@pytest.mark.parametrize("codec", ["utf-8-sig", "cp1252", "utf-16"])
def test_of_25_citizens_with_two_broken_lines_23_are_ready(codec: str) -> None:
    found = seen(municipal_file(), Known(workers=WORKERS), codec)
    assert len(found.drafts) == 23
    assert found.broken_lines == (8, 20)
    assert [(problem.line, problem.column) for problem in found.problems] == [
        (8, "Startdato"),
        (20, "Tlf."),
        (20, "Timer pr. uge"),
    ]
    assert summary(found) == ("25 linjer læst: 23 borgere er klar og 2 linjer har fejl.")
    assert (found.cpr_removed, found.cpr_columns) == (25, ("CPR-nr.",))
    assert cpr_sentence(found) == (
        "25 CPR-numre er sorteret fra ved læsningen, også kolonnen »CPR-nr.«. De gemmes aldrig."
    )


def test_a_line_becomes_a_whole_citizen() -> None:
    draft = seen(municipal_file(), Known(workers=WORKERS)).drafts[0]
    assert (draft.line, draft.name, draft.initials, draft.code) == (2, "Åse Bjørnø", "Å.B.", "ÅB")
    assert (draft.address, draft.postal_code, draft.town) == (
        "Mågevej 1, 1. tv",
        "8000",
        "Aarhus C",
    )
    assert (draft.phone, draft.primary_worker) == ("20 12 34 10", "K.L.")
    assert draft.status is CitizenStatus.ACTIVE
    (grant,) = draft.grants
    assert (grant.paragraph, grant.minutes_from, grant.minutes_to) == ("§85", 30, 30)
    assert grant.period is GrantPeriod.WEEK
    assert (grant.valid_from, grant.valid_to) == (date(2026, 3, 1), None)
    assert not grant.start_assumed


def test_codes_are_unique_among_known_citizens_and_in_the_file() -> None:
    known = Known(citizens=(KnownCitizen("Bo By", "Vej 9", "", "BB"),))
    found = seen("Navn;Adresse\nBodil Bro;Vej 1\nBirk Bang;Vej 2\n", known)
    assert [draft.code for draft in found.drafts] == ["BB2", "BB3"]


def test_a_citizen_who_is_there_already_is_left_out() -> None:
    known = Known(
        citizens=(
            KnownCitizen("Åse Bjørnø", "Ærøvej 3", "", "ÅB"),
            KnownCitizen("Bo By", "Gammelvej 1", "20 12 34 56", "BB"),
            KnownCitizen("Ea Ås", "", "", "EÅ"),
        )
    )
    text = (
        "Navn;Adresse;Tlf.\nAASE BJOERNOE;Ærøvej 3;\nBo By;Nyvej 2;+4520123456\nEa Ås;Vej 1;\n"
        "Bo By;Andenvej 3;30123456\n"
    )
    found = seen(text, known)
    assert [(line.line, line.of_line) for line in found.duplicates] == [
        (2, None),
        (3, None),
        (4, None),
    ]
    assert [draft.line for draft in found.drafts] == [5]
    assert [notice.line for notice in found.notices] == [5]


def test_a_second_grant_of_the_same_citizen_is_added_to_the_first_line() -> None:
    text = (
        "Navn;Adresse;Paragraf;Timer pr. uge;Startdato\nBo By;Vej 1;§85;2;01-01-2026\n"
        "Bo By;Vej 1;§82b;1;01-02-2026\nBo By;Vej 1;§85;2;01-01-2026\n"
    )
    found = seen(text)
    assert [grant.paragraph for grant in found.drafts[0].grants] == ["§85", "§82b"]
    assert [(line.line, line.of_line, line.grant_added) for line in found.duplicates] == [
        (3, 2, True),
        (4, 2, False),
    ]
    assert found.unknown_paragraphs == ("§82b", "§85")


def test_two_of_the_same_name_at_two_addresses_are_two_citizens() -> None:
    found = seen("Navn;Adresse\nBo By;Vej 1\nBo By;Vej 2\n")
    assert [draft.code for draft in found.drafts] == ["BB", "BB2"]
    assert [notice.line for notice in found.notices] == [3]


def test_workers_are_recognised_in_every_spelling_and_unknown_ones_listed_once() -> None:
    cells = ["MJ", "m.j.", "Jensen, Mette", "Mette Jensen (MJ)", "mette jensen"]
    cells += ["Ny Mand", "Mand, Ny", "XYZ", "Karl Lynge"]
    lines = [f"{name};{cell}" for name, cell in zip(NAMES, cells, strict=False)]
    found = seen("\n".join(["Navn;Medarbejder", *lines]), Known(workers=WORKERS))
    assert [draft.primary_worker for draft in found.drafts] == [
        *["M.J."] * 5,
        *["N.M."] * 2,
        "XYZ",
        "K.L.2",
    ]
    assert [(worker.initials, worker.name, worker.lines) for worker in found.unknown_workers] == [
        ("N.M.", "Ny Mand", (7, 8)),
        ("XYZ", "", (9,)),
        ("K.L.2", "Karl Lynge", (10,)),
    ]


def test_a_worker_who_could_be_two_is_asked_about() -> None:
    workers = (KnownWorker("M.J.", "Mette Jensen"), KnownWorker("M.J.2", "Mette Jensen"))
    found = seen("Navn;Medarbejder\nBo By;Mette Jensen\nEa Ås;MJ2\n", Known(workers=workers))
    assert [problem.column for problem in found.problems] == ["Medarbejder"]
    assert found.drafts[0].primary_worker == "M.J.2"


def test_an_unknown_worker_of_a_broken_line_is_not_created() -> None:
    found = seen("Navn;Medarbejder;Tlf.\nBo By;Ny Mand;1234\nEa Ås;MJ;\n", Known(workers=WORKERS))
    assert found.unknown_workers == ()


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        (";Vej 1;§85;;;", "Navn", "Navnet mangler"),
        ("I alt;25;;;;", "Navn", "ligner en sum"),
        ("12 B;Vej 1;§85;;;", "Navn", "ligner ikke et navn"),
        ("=HYPERLINK(A);Vej;;;;", "Navn", "ligner ikke et navn"),
        ('"Asta Mortensen;Vej;;;;', "Navn", "ligner ikke et navn"),
        ("Bo By;Vej 1;§85;01-03-2026;01-02-2026;", "Slutdato", "før startdatoen"),
        ("Bo By;Vej 1;§85;;01-02-2026;", "Slutdato", "startdatoen mangler"),
        ("Bo By;Vej 1;§85 og §99;;;", "Paragraf", "flere paragraffer"),
        ("Bo By;Vej 1;;;;måske", "Status", "kendes ikke"),
        ("Bo By;Vej 1;2. tv;§85;;;Aktiv", "", "flere felter"),
        (f"Bo By;{'x' * 201};;;;", "Adresse", "for lang"),
    ],
)
def test_a_broken_line_says_where_and_what_and_the_rest_stays(
    line: str, column: str, words: str
) -> None:
    headings = "Navn;Adresse;Paragraf;Startdato;Slutdato;Status"
    found = seen(f"{headings}\nEa Ås;Vej 2;§85;;;\n{line}\nIb Ø;Vej 3;§85;;;\n")
    assert [draft.line for draft in found.drafts] == [2, 4]
    (problem,) = found.problems
    assert (problem.line, problem.column) == (3, column)
    assert words in problem.sentence


def test_a_grant_without_a_start_begins_today_and_says_so() -> None:
    (draft,) = seen("Navn;Bevilget tid\nBo By;2 t 30\n").drafts
    assert draft.grants[0].valid_from == TODAY
    assert draft.grants[0].start_assumed


def test_an_ended_grant_and_dates_alone_are_mentioned_but_in_nobodys_way() -> None:
    text = "Navn;Paragraf;Startdato;Slutdato\nBo By;§85;01-01-2026;01-06-2026\nEa Ås;;01-01-2026;\n"
    found = seen(text)
    assert [(notice.line, notice.column) for notice in found.notices] == [
        (2, "Slutdato"),
        (3, "Startdato"),
    ]
    assert [len(draft.grants) for draft in found.drafts] == [1, 0]


def test_address_postal_code_and_town_in_one_cell_are_taken_apart() -> None:
    (first, second) = seen(
        'Navn;Adresse\nBo By;"Vej 1, 2. tv\n8000 Aarhus C"\nEa Ås;Vej 2\n'
    ).drafts
    assert (first.address, first.postal_code, first.town) == ("Vej 1, 2. tv", "8000", "Aarhus C")
    assert (second.address, second.postal_code) == ("Vej 2", "")


def test_initials_alone_are_enough_of_a_name() -> None:
    (draft,) = seen("Initialer;By\nam;Aarhus\n").drafts
    assert (draft.name, draft.initials, draft.code) == ("A.M.", "A.M.", "AM")


def test_first_and_last_names_are_put_together() -> None:
    (draft,) = seen("Efternavn;Fornavn;By\nSørensen;Anne Marie;Aarhus\n").drafts
    assert (draft.name, draft.initials) == ("Anne Marie Sørensen", "A.S.")


def test_a_dead_citizen_comes_in_as_dead() -> None:
    (draft,) = seen("Navn;Status\nBo By;Afdød\n").drafts
    assert draft.status is CitizenStatus.DEAD


def test_columns_that_are_not_used_are_named() -> None:
    assert seen("Navn;Diagnose\nBo By;hemmelig\n").unused_columns == ("Diagnose",)


def test_a_file_without_names_and_a_field_chosen_twice_are_refused() -> None:
    with pytest.raises(PlanError, match="Intet er gemt"):
        seen("Bo By;Vej 1\nEa Ås;Vej 2\n")
    table = read_citizen_csv(b"Navn;Adresse\nBo;Vej 1\n")
    twice = [replace(match, field=ImportField.NAME) for match in match_columns(table.headings)]
    with pytest.raises(PlanError, match="To kolonner"):
        preview(table, twice, Known(), TODAY)


fields = st.lists(st.sampled_from(list(ImportField)), unique=True, min_size=4, max_size=8)
cells = st.one_of(
    st.sampled_from(["Bo By", "Ea Ås", "MJ", "Vej 1", "20123456", "010180", "1234", "2,5", "§85"]),
    st.dates(date(1940, 1, 1), date(2020, 1, 1)).map("{:%d%m%y-}4321".format),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20),
)


@given(fields, st.lists(st.lists(cells, max_size=9), max_size=8))
def test_every_line_is_a_draft_a_problem_or_a_duplicate_and_no_draft_holds_a_cpr_number(
    others: list[ImportField], lines: list[list[str]]
) -> None:
    chosen = [ImportField.NAME, *(field for field in others if field is not ImportField.NAME)]
    granted = [field for field in chosen if field.value.startswith("granted")]
    chosen = [field for field in chosen if field not in granted[1:]]
    headings = [field.danish for field in chosen]
    quoted = [*([["Bo By"]] * (len(lines) + 1)), *(line[: len(chosen) + 1] for line in lines)]
    rows = [";".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in quoted]
    text = "\n".join(["sep=;", ";".join(headings), *rows])
    table = read_citizen_csv(text.encode())
    found = preview(table, match_columns(table.headings), Known(workers=WORKERS), TODAY)
    sorted_out = [
        *(draft.line for draft in found.drafts),
        *found.broken_lines,
        *(duplicate.line for duplicate in found.duplicates),
    ]
    assert sorted(sorted_out) == [row.line for row in table.rows]
    assert found.lines_read == len(table.rows)
    assert len({draft.code for draft in found.drafts}) == len(found.drafts)
    workers = {"", "M.J.", "K.L."} | {worker.initials for worker in found.unknown_workers}
    for draft in found.drafts:
        assert {draft.primary_worker, draft.secondary_worker} <= workers
        texts = (draft.name, draft.address, draft.town, draft.phone, draft.meeting_point)
        assert not any(map(holds_cpr, texts))


def test_parts_of_an_address_never_join_to_a_cpr_number() -> None:
    headings = tuple(field.danish for field in (ImportField.NAME, ImportField.ADDRESS))
    table = ReadTable(
        "UTF-8", ";", (*headings, "Husnr."), (ReadRow(2, ("Bo By", "010180", "1234")),)
    )
    (draft,) = preview(table, match_columns(table.headings), Known(), TODAY).drafts
    assert draft.address == ""
