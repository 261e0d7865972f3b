"""``bostoette import-citizens`` and ``import-calendar``."""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from bostoette.clocks import local_now
from tests.commands.hands import Begun, Terminal

CITIZENS = """Navn;CPR;Adresse;Postnr;By;Paragraf;Bevilget fra;Timer pr. uge;Kontaktperson
Åse Ørsted;010203-1234;Ægirsvej 3;8000;Aarhus C;§ 85;01-02-2026;2,5;M.J.
;;Bakken 1;8000;Aarhus C;§ 85;01-02-2026;2;M.J.
Øjvind Bæk;;Søvej 9;8000;Aarhus C;§ 85;01-02-2026;1,5;N.N.
"""


@pytest.fixture
def citizens(tmp_path: Path) -> Path:
    path = tmp_path / "borgere.csv"
    path.write_bytes(CITIZENS.encode("cp1252"))
    return path


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    path = tmp_path / "kalender.ics"
    path.write_bytes(written(local_now().date() + timedelta(days=1)))
    return path


def written(day: date) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Andre//Kalender//DA",
        "BEGIN:VEVENT",
        "UID:tandlaege@example.com",
        "DTSTAMP:20260101T000000Z",
        f"DTSTART;TZID=Europe/Copenhagen:{day:%Y%m%d}T100000",
        f"DTEND;TZID=Europe/Copenhagen:{day:%Y%m%d}T104500",
        "SUMMARY:Tandlæge",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()


def citizens_stored(begun: Begun) -> int:
    from sqlalchemy import func, select

    from bostoette.models.citizen import Citizen

    with closing(begun.open(writing=False)) as opened:
        return opened.desk.read(
            lambda session: session.scalar(select(func.count()).select_from(Citizen)) or 0
        )


def test_an_import_first_shows_what_would_be_stored(
    terminal: Terminal, begun: Begun, citizens: Path
) -> None:
    said = terminal.run("import-citizens", citizens)
    assert said.status == 0
    assert "Linje 2: Åse Ørsted (ÅØ, M.J.)" in said.out
    assert "Linje 4: Øjvind Bæk" in said.out
    assert "Nye medarbejdere: N.N." in said.out
    assert "Intet er gemt." in said.out
    assert "Linje 3" in said.err
    assert citizens_stored(begun) == 2


def test_cpr_numbers_are_named_as_left_out_and_never_shown(
    terminal: Terminal, citizens: Path
) -> None:
    said = terminal.run("import-citizens", citizens)
    machines = terminal.run("import-citizens", citizens, "--json")
    assert "1 CPR-nummer er udeladt" in said.out
    assert machines.facts["cpr_removed"] == 1
    assert "010203" not in said.out + said.err + machines.out + machines.err


def test_what_is_confirmed_is_stored_in_one_step_and_broken_lines_end_with_status_1(
    terminal: Terminal, begun: Begun, citizens: Path
) -> None:
    said = terminal.run("import-citizens", citizens, "--yes")
    assert "2 borgere og 1 ny medarbejder er importeret." in said.out
    assert said.status == 1
    assert citizens_stored(begun) == 4
    with closing(begun.open()) as opened:
        assert opened.desk.undo() == "Importér 2 borgere"
    assert citizens_stored(begun) == 2


def test_lines_known_already_are_no_fault(terminal: Terminal, tmp_path: Path, begun: Begun) -> None:
    path = tmp_path / "hele.csv"
    path.write_text("Navn;Adresse\nÅse Ørsted;Ægirsvej 3\n", encoding="utf-8")
    assert terminal.run("import-citizens", path, "--yes").status == 0
    again = terminal.run("import-citizens", path, "--yes", "--json")
    assert again.status == 0
    assert again.facts["citizens"] == []
    assert [one["line"] for one in again.facts["duplicates"]] == [2]
    assert citizens_stored(begun) == 3


def test_a_file_that_is_missing_is_told(terminal: Terminal, tmp_path: Path) -> None:
    for command in ("import-citizens", "import-calendar"):
        said = terminal.run(command, tmp_path / "væk")
        assert (said.status, said.out) == (1, "")
        assert said.err.count("Traceback") == 0


def test_a_calendar_becomes_busy_time_and_reading_it_again_changes_nothing(
    terminal: Terminal, calendar: Path
) -> None:
    first = terminal.run("import-calendar", calendar)
    assert first.out.splitlines() == ["1 aftale læst.", "Kalenderen er indlæst: 1 ny."]
    again = terminal.run("import-calendar", calendar, "--json").facts
    assert (again["read"], again["new"], again["same"]) == (1, 0, 1)


def test_busy_time_stands_in_the_week_without_its_title(terminal: Terminal, calendar: Path) -> None:
    terminal.run("import-calendar", calendar)
    day = local_now().date() + timedelta(days=1)
    week = f"{day.isocalendar().year}-{day.isocalendar().week}"
    said = terminal.run("week", "--week", week)
    assert "10.00–10.45" in said.out
    assert "Tandlæge" not in said.out + terminal.run("week", "--week", week, "--json").out
