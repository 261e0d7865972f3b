"""Where the key comes from, and what is said where there is none."""

import getpass
import io

import keyring
import pytest

from bostoette.commands.way_in import PASSPHRASE
from bostoette.services import unlocking
from tests.commands.hands import SECRET, WEEK, Begun, Terminal
from tests.memory_keyring import MemoryKeyring


class Seat(io.StringIO):
    """Standard input with somebody sitting at it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What somebody at the terminal will type, one line a question."""
    lines: list[str] = []
    monkeypatch.delenv(PASSPHRASE)
    monkeypatch.setattr("sys.stdin", Seat())
    monkeypatch.setattr(getpass, "getpass", lambda _question: lines.pop(0))
    return lines


def test_where_nothing_was_begun_it_is_said(empty_terminal: Terminal) -> None:
    said = empty_terminal.run("week")
    assert (said.status, said.out) == (1, "")
    assert "ingen data i mappen" in said.err
    assert not empty_terminal.folder.exists()


def test_a_wrong_passphrase_is_refused_with_a_sentence(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, "syv blå cykler i sol")
    said = terminal.run("week")
    assert (said.status, said.out) == (1, "")
    assert said.err.count("\n") == 1


def test_without_passphrase_and_terminal_it_is_said(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PASSPHRASE)
    said = terminal.run("week")
    assert said.status == 1
    assert PASSPHRASE in said.err


def test_somebody_at_the_terminal_is_asked(terminal: Terminal, typed: list[str]) -> None:
    typed.append(SECRET)
    assert terminal.run("week", "--week", WEEK).status == 0


def test_a_slip_of_the_hand_may_be_typed_again(terminal: Terminal, typed: list[str]) -> None:
    typed += ["syv blå", SECRET]
    said = terminal.run("week", "--week", WEEK)
    assert said.status == 0
    assert said.err


def test_after_three_wrong_ones_nobody_is_asked_again(terminal: Terminal, typed: list[str]) -> None:
    typed += ["a", "b", "c", SECRET]
    assert terminal.run("week").status == 1
    assert typed == [SECRET]


@pytest.fixture
def _remembered(begun: Begun) -> None:
    keyring.set_keyring(MemoryKeyring())
    unlocking.remember_here(begun.places, unlocking.unlock(begun.places, SECRET))


@pytest.mark.usefixtures("_remembered")
def test_what_the_computer_remembers_opens_without_a_question(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PASSPHRASE)
    assert terminal.run("week", "--week", WEEK).status == 0
