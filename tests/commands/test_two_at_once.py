"""Commands beside an open window: readers work, writers are refused with a sentence."""

from contextlib import closing
from pathlib import Path

import pytest

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.journal import StepKind
from bostoette.services import citizens
from tests.commands.hands import WEEK, Begun, Said, Terminal, apart
from tests.commands.journal_hands import acts


def export(begun: Begun, path: Path) -> Said:
    folder = begun.places.folder
    return apart(["--data", folder, "export-ics", "--week", WEEK, "--output", path])


READERS = ("week", "check", "verify")


@pytest.mark.parametrize("command", READERS)
def test_readers_work_beside_a_window(begun: Begun, command: str) -> None:
    with closing(begun.open()):
        said = apart(["--data", begun.places.folder, command])
    assert (said.status, said.err) == (0, "")


def test_what_the_window_saved_is_read_at_once(begun: Begun) -> None:
    with closing(begun.open()) as window:
        window.desk.do(citizens.create, CitizenFields("Carl Dam"))
        said = apart(["--data", begun.places.folder, "verify", "--json"])
    assert said.facts["counts"]["citizen"] == 3


def test_an_export_beside_a_window_keeps_its_receipt_and_the_window_goes_on(
    begun: Begun, tmp_path: Path
) -> None:
    path = tmp_path / "uge.ics"
    with closing(begun.open()) as window:
        said = apart(
            ["--data", begun.places.folder, "export-ics", "--week", WEEK, "--output", path]
        )
        assert said.status == 0, said.err
        window.desk.do(citizens.create, CitizenFields("Carl Dam"))
        assert window.desk.undo() == "Ny borger: C.D."
    assert path.exists()
    assert acts(begun) == [(StepKind.ACT, "Eksport af 2 aftaler til kalenderfil")]


def test_where_the_window_is_busy_writing_no_file_leaves_without_a_receipt(
    begun: Begun, tmp_path: Path
) -> None:
    path = tmp_path / "uge.ics"
    with closing(begun.open()) as window, window.database.writer.begin():
        said = apart(
            ["--data", begun.places.folder, "export-ics", "--week", WEEK, "--output", path]
        )
    assert (said.status, said.out) == (1, "")
    assert "Et andet program bruger dine data lige nu." in said.err
    assert not path.exists()
    assert acts(begun) == []


def test_a_backup_beside_a_window_holds_what_the_window_saved(begun: Begun, tmp_path: Path) -> None:
    path = tmp_path / "kopi.bostoette"
    with closing(begun.open()) as window:
        window.desk.do(citizens.create, CitizenFields("Carl Dam"))
        said = apart(["--data", begun.places.folder, "backup", path, "--json"])
    assert said.facts["counts"]["citizen"] == 3


def test_a_writing_process_is_refused_with_a_sentence(begun: Begun, tmp_path: Path) -> None:
    people = tmp_path / "borgere.csv"
    people.write_text("Navn\nCarl Dam\n", encoding="utf-8")
    with closing(begun.open()):
        said = apart(["--data", begun.places.folder, "import-citizens", people, "--yes"])
    assert (said.status, said.out) == (1, "")
    assert "allerede åbne i et andet vindue" in said.err


def test_restoring_beside_a_window_is_refused_but_may_be_looked_at(
    begun: Begun, terminal: Terminal, tmp_path: Path
) -> None:
    backup = tmp_path / "kopi.bostoette"
    with closing(begun.open()) as window:
        assert terminal.run("backup", backup).status == 0
        window.desk.do(citizens.create, CitizenFields("Carl Dam"))
        assert terminal.run("restore", backup, "--json").facts["lost_steps"] == 1
        refused = terminal.run("restore", backup, "--yes")
        assert (refused.status, refused.out) == (1, "")
        assert "allerede åbne i et andet vindue" in refused.err
        assert terminal.run("verify", "--json").facts["counts"]["citizen"] == 3
