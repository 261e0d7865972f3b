"""``bostoette demo``, and other commands with ``--demo``."""

from pathlib import Path

import pytest

from bostoette.commands.way_in import PASSPHRASE
from tests.commands.hands import Begun, Terminal


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("eksempel")


@pytest.fixture
def example(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    """A terminal without a passphrase, where the example is."""
    monkeypatch.delenv(PASSPHRASE)
    return Terminal(folder, capsys)


def test_the_example_is_made_in_a_folder_of_its_own_and_tells_how_far_it_is(
    example: Terminal,
) -> None:
    said = example.run("demo", "--json")
    assert said.status == 0
    assert (said.facts["workers"], said.facts["citizens"]) == (7, 31)
    assert said.facts["folder"] == str(example.folder / "eksempel")
    assert said.err.splitlines()[-1].startswith("100 %")
    assert not (example.folder / "bostoette.db").exists()


def test_readers_and_writers_work_on_the_example_without_a_passphrase(
    example: Terminal, tmp_path: Path
) -> None:
    assert example.run("--demo", "week").status == 0
    assert example.run("check", "--demo").status == 0
    assert example.run("verify", "--demo", "--json").facts["counts"]["worker"] == 7
    backup = tmp_path / "kopi.bostoette"
    assert example.run("backup", backup, "--demo").status == 0
    assert example.run("restore", backup, "--demo", "--yes").status == 0


def test_asked_for_before_it_was_made_the_example_is_made(
    begun: Begun, capsys: pytest.CaptureFixture[str]
) -> None:
    before = begun.places.database.read_bytes()
    said = Terminal(begun.places.folder, capsys).run("week", "--demo")
    assert said.status == 0
    assert "Eksemplet laves først" in said.err
    assert begun.places.database.read_bytes() == before
