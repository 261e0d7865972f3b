"""How the command line speaks: results on standard output, everything else on standard error.

Both are made to fit terminals that know no Danish letters: what cannot be shown is told another
way (``ae`` for ``æ``) instead of stopping the program.
"""

import codecs
import io
import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TextIO

from bostoette.models.plan_error import PlanError

_PLAIN_LETTERS = {
    "æ": "ae",
    "ø": "oe",
    "å": "aa",
    "Æ": "Ae",
    "Ø": "Oe",
    "Å": "Aa",
    "–": "-",
    "−": "-",
    "·": "-",
    "•": "*",
    "»": '"',
    "«": '"',
    "…": "...",
    "§": "par. ",
}
_TENTH = 10


class NobodyListens(Exception):
    """The other end of a pipe closed before everything was said (``bostoette week | head -1``)."""


class ResultNotWritten(PlanError):
    """The result went to a file that could not hold it."""

    def __init__(self, error: OSError) -> None:
        super().__init__(
            "Resultatet kunne ikke skrives dér, hvor det skulle hen. Dine data er urørte af det. "
            "Se efter, om disken er fuld, og prøv igen.",
            details=type(error).__name__,
        )


@dataclass(frozen=True, slots=True)
class Voice:
    """Says one command's result: in Danish, or with ``json`` as one JSON object on one line."""

    json: bool = False

    def result(self, said: Iterable[str], facts: Mapping[str, Any]) -> None:
        """Give the result, as lines for people or as facts for machines.

        JSON is pure ASCII, so that it reads the same whatever the terminal or pipe is set to.
        """
        if self.json:
            say(json.dumps(facts))
        else:
            say("\n".join(said))

    def progress(self, done: int, whole: int, what: str) -> None:
        """Tell on standard error how far a long piece of work is, at every tenth."""
        if whole and done * _TENTH // whole != (done - 1) * _TENTH // whole:
            tell(f"{done * 100 // whole} % ({done} af {whole} {what})")


def fit_terminal() -> None:
    """Let both streams tell letters they do not know another way."""
    codecs.register_error("danish", _told_plainly)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="danish")


def say(text: str) -> None:
    """Write a result to standard output.

    Raises:
        NobodyListens: the reader closed the pipe.
        ResultNotWritten: the file it goes to cannot hold it.

    """
    try:
        _write(sys.stdout, text)
    except BrokenPipeError as error:
        raise NobodyListens from error
    except OSError as error:
        raise ResultNotWritten(error) from error


def tell(text: str) -> None:
    """Write a message to standard error; nothing happens where nobody listens."""
    with suppress(OSError):
        _write(sys.stderr, text)


def tell_error(error: PlanError) -> None:
    """Tell what went wrong, with the technical words on a line of their own."""
    tell(error.sentence)
    if error.details:
        tell(f"Detaljer: {error.details}")


def _write(stream: TextIO | None, text: str) -> None:
    if stream is not None:  # a windowed program on Windows has none
        stream.write(f"{text}\n")
        stream.flush()


def _told_plainly(error: UnicodeError) -> tuple[str, int]:
    """Be the error handler ``danish``: tell letters in ASCII."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    return "".join(map(_plain, letters)), error.end


def _plain(letter: str) -> str:
    if letter in _PLAIN_LETTERS:
        return _PLAIN_LETTERS[letter]
    bare = unicodedata.normalize("NFKD", letter).encode("ascii", errors="ignore").decode("ascii")
    return bare or "?"
