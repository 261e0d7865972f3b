"""How the command line speaks to terminals, pipes and full disks."""

import errno
import io
import subprocess
import sys
from pathlib import Path

import pytest

from bostoette.commands import week
from bostoette.commands.voice import Voice
from tests.commands.hands import ROOT, WEEK, Begun, Terminal, apart


def test_a_terminal_without_danish_letters_gets_the_week_all_the_same(begun: Begun) -> None:
    said = apart(
        ["--data", begun.places.folder, "week", "--week", WEEK],
        environment={"PYTHONIOENCODING": "ascii"},
    )
    assert said.status == 0, said.err
    assert "09.00-10.00  besoeg" in said.out


def test_json_reads_the_same_whatever_the_terminal_knows(begun: Begun) -> None:
    arguments = ["--data", str(begun.places.folder), "week", "--week", "2026-53", "--json"]
    plain = apart(arguments, environment={"PYTHONIOENCODING": "ascii"})
    assert plain.out == apart(arguments).out
    assert plain.out.isascii()
    assert plain.facts["holidays"][1]["name"] == "Nytårsdag"


def test_a_sentence_is_told_in_ascii_where_there_is_nothing_else(tmp_path: Path) -> None:
    said = apart(["--data", tmp_path / "intet", "week"], environment={"PYTHONIOENCODING": "ascii"})
    assert said.status == 1
    assert "mappen endnu, så".replace("å", "aa") in said.err


def test_a_pipe_that_closes_early_ends_without_a_traceback(begun: Begun) -> None:
    program = [sys.executable, "-m", "bostoette", "--data", str(begun.places.folder)]
    with subprocess.Popen(  # noqa: S603 - our own program
        [*program, "week", "--week", WEEK],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(timeout=60) == 1


class FullDisk(io.StringIO):
    """A file that cannot hold anything more."""

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "full")


def test_a_full_disk_is_told(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", FullDisk())
    said = terminal.run("week", "--week", WEEK)
    assert said.status == 1
    assert said.err.startswith("Resultatet kunne ikke skrives")


def test_progress_is_told_at_every_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    for done in range(1, 101):
        Voice().progress(done, 100, "uger")
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 10


def test_a_bug_is_told_without_its_words_and_written_down(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> int:
        raise LookupError("Asta Mortensen")

    monkeypatch.setattr(week, "run", broken)
    said = terminal.run("week")
    assert (said.status, said.out) == (1, "")
    assert "Noget gik galt i programmet" in said.err
    assert "LookupError" in said.err
    assert "Asta" not in said.err
    assert "LookupError" in (terminal.folder / "bostoette.log").read_text(encoding="utf-8")


def test_being_interrupted_is_told_quietly(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(week, "run", interrupted)
    said = terminal.run("week")
    assert said.status == 130
    assert said.err.startswith("Afbrudt.")
