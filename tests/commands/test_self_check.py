"""``bostoette self-check``: what a frozen program is tried with."""

from pathlib import Path

from bostoette.store.cipher import PLAIN_HEADER
from tests.commands.hands import Terminal, apart


def test_a_whole_program_passes_and_leaves_its_encrypted_database(tmp_path: Path) -> None:
    folder = tmp_path / "prøve"
    said = apart(["self-check", folder], environment={"PYTHONTZPATH": ""})
    assert said.status == 0, said.err
    assert "De danske helligdage virker." in said.out
    assert not (folder / "bostoette.db").read_bytes().startswith(PLAIN_HEADER)


def test_a_folder_with_data_is_left_as_it_is(terminal: Terminal) -> None:
    before = (terminal.folder / "bostoette.db").read_bytes()
    assert terminal.run("self-check", terminal.folder).status == 1
    assert (terminal.folder / "bostoette.db").read_bytes() == before
