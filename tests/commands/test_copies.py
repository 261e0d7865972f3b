"""``bostoette verify``, ``backup`` and ``restore``."""

from pathlib import Path

import pytest

from bostoette.commands.way_in import PASSPHRASE
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.journal import StepKind
from bostoette.services import citizens
from bostoette.services.program_file import OpenFile
from tests.commands.hands import SECRET, Begun, Terminal
from tests.commands.journal_hands import acts


@pytest.fixture
def backup(terminal: Terminal, tmp_path: Path) -> Path:
    path = tmp_path / "kopi.bostoette"
    assert terminal.run("backup", path).status == 0
    return path


def add(opened: OpenFile, name: str) -> None:
    opened.desk.do(citizens.create, CitizenFields(name))
    opened.close()


def number_of_citizens(terminal: Terminal) -> int:
    number: int = terminal.run("verify", "--json").facts["counts"]["citizen"]
    return number


def test_a_whole_file_is_told_with_its_rows(terminal: Terminal) -> None:
    said = terminal.run("verify")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("Filen er hel og kan læses: 2 borgere, 1 medarbejder, 2 kontakter")


def test_machines_get_the_rows_of_every_table(terminal: Terminal) -> None:
    facts = terminal.run("verify", "--json").facts
    assert facts["sound"] is True
    assert facts["faults"] == []
    assert facts["counts"]["contact"] == 2
    assert facts["last_change"].startswith("2026-11-23T07:")


def flip_a_bit(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def test_a_damaged_page_is_found_and_ends_with_status_1(terminal: Terminal, begun: Begun) -> None:
    flip_a_bit(begun.places.database, -2000)
    said = terminal.run("verify", "--json")
    assert said.status == 1
    assert said.facts["sound"] is False
    assert said.facts["faults"]
    assert "beskadiget" in said.err


def test_a_file_too_damaged_to_open_is_told(terminal: Terminal, begun: Begun) -> None:
    flip_a_bit(begun.places.database, 2000)
    said = terminal.run("verify", "--json")
    assert (said.status, said.out) == (1, "")
    assert "beskadiget" in said.err


def test_a_backup_is_made_verified_and_written_into_the_journal(
    terminal: Terminal, begun: Begun, tmp_path: Path
) -> None:
    path = tmp_path / "kopi.bostoette"
    facts = terminal.run("backup", path, "--json").facts
    assert facts["file"] == str(path)
    assert facts["counts"]["citizen"] == 2
    assert path.exists()
    assert acts(begun) == [(StepKind.ACT, "Sikkerhedskopi")]


def test_a_backup_can_be_looked_over(terminal: Terminal, backup: Path) -> None:
    assert terminal.run("verify", backup).out.startswith("Filen er hel og kan læses: 2 borgere")


def test_a_file_that_is_no_backup_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    stray = tmp_path / "kopi.bostoette"
    stray.write_text("hej", encoding="utf-8")
    for command in ("verify", "restore", "restore --yes"):
        said = terminal.run(*command.split(), stray)
        assert (said.status, said.out) == (1, "")
        assert "ikke en kopi fra dette program" in said.err


def test_restoring_first_only_shows_what_would_go(
    terminal: Terminal, begun: Begun, backup: Path
) -> None:
    add(begun.open(), "Carl Dam")
    said = terminal.run("restore", backup)
    assert said.status == 0
    assert "Ét trin i loggen" in said.out
    assert "Tilføj --yes" in said.out
    assert number_of_citizens(terminal) == 3


def test_restoring_goes_back_and_keeps_what_was_there(
    terminal: Terminal, begun: Begun, backup: Path
) -> None:
    add(begun.open(), "Carl Dam")
    facts = terminal.run("restore", backup, "--yes", "--json").facts
    assert facts["restored"] is True
    assert (facts["present_counts"]["citizen"], facts["counts"]["citizen"]) == (3, 2)
    assert number_of_citizens(terminal) == 2
    assert terminal.run("verify", facts["kept"], "--json").facts["counts"]["citizen"] == 3


def test_a_damaged_file_gives_way_to_a_backup_and_is_kept(
    terminal: Terminal, begun: Begun, backup: Path
) -> None:
    begun.places.database.write_bytes(b"x" * 8192)
    said = terminal.run("restore", backup, "--yes")
    assert said.status == 0
    assert "kan ikke åbnes" in said.err
    assert number_of_citizens(terminal) == 2


def test_a_backup_comes_back_where_nothing_is(
    terminal: Terminal, empty_terminal: Terminal, backup: Path
) -> None:
    assert empty_terminal.run("restore", backup, "--yes").status == 0
    assert number_of_citizens(empty_terminal) == 2


def test_the_recovery_key_opens_a_backup_too(
    terminal: Terminal, begun: Begun, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, begun.recovery_key)
    assert terminal.run("verify", backup).status == 0


def test_a_backup_does_not_open_with_another_passphrase(
    terminal: Terminal, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, f"ikke {SECRET}")
    said = terminal.run("verify", backup)
    assert (said.status, said.out) == (1, "")
    assert "kunne ikke låses op" in said.err
