"""Reading calendar files beside the program: a child process with 8 seconds and 600 MB.

The child is this module, or the frozen program with the hidden subcommand ``read-calendar``. It
gets the period and the file on its standard input and answers in JSON on its standard output; it
touches nothing else. Whatever happens to it, the parent says so in a sentence.
"""

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from bostoette.models.plan_error import PlanError
from bostoette.models.read_appointment import ReadAppointment, ReadAppointments
from bostoette.store.calendar_import import read_calendar
from bostoette.store.calendar_scanner import refuse_size
from bostoette.store.regular_file import open_regular

SUBCOMMAND = "read-calendar"
SECONDS = 8
MEMORY_BYTES = 600_000_000


def read_calendar_file(path: Path, first: date, last: date) -> ReadAppointments:
    """Read the busy time of a calendar file from a first to a last day, both included.

    Takes at most 8 seconds. Raises PlanError with a sentence where the file cannot be opened, is
    no calendar, is beyond the limits or takes too long.
    """
    try:
        refuse_size(path.stat().st_size)
        with open_regular(path) as file:
            content = file.read()
    except OSError as error:
        raise PlanError(
            "Kalenderfilen kunne ikke åbnes. Intet er ændret; "
            "se, om filen stadig ligger der, og prøv igen.",
            details=type(error).__name__,
        ) from error
    return read_calendar_apart(content, first, last)


def read_calendar_apart(content: bytes, first: date, last: date) -> ReadAppointments:
    """Read a calendar's bytes in a child process; as `read_calendar_file`."""
    refuse_size(len(content))
    asked = json.dumps({"first": first.isoformat(), "last": last.isoformat()}).encode()
    try:
        done = subprocess.run(  # noqa: S603 - our own program, no shell
            _command(),
            input=asked + b"\n" + content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env=_environment(),
            creationflags=_no_window(),
        )
    except subprocess.TimeoutExpired as error:
        raise PlanError(
            "Kalenderfilen tog for lang tid at læse og blev lagt væk. Intet er ændret. "
            "Hent en fil for en kortere periode."
        ) from error
    except OSError as error:
        raise _unreadable(type(error).__name__) from error
    return _understood(done.stdout, done.returncode)


def answer_on_standard_output() -> int:
    """Be the child: read the period and the file from standard input, write the answer.

    Returns 0, also where the answer is a sentence about why the file cannot be read.
    """
    _limit_memory()
    asked, _, content = sys.stdin.buffer.read().partition(b"\n")
    period = json.loads(asked)
    try:
        first, last = date.fromisoformat(period["first"]), date.fromisoformat(period["last"])
        answer: dict[str, Any] = asdict(read_calendar(content, first, last))
    except PlanError as error:
        answer = {"sentence": error.sentence, "details": error.details}
    sys.stdout.buffer.write(json.dumps(answer, default=date.isoformat).encode())
    sys.stdout.buffer.flush()
    return 0


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, SUBCOMMAND]
    # Not by way of the command line's module, whose imports would eat into the eight seconds;
    # -P keeps the folder that the program was started in from offering modules of its own.
    return [sys.executable, "-P", "-m", "bostoette.store.calendar_reader_process"]


def _environment() -> dict[str, str]:
    """Return this process' environment, with the program where the child finds it."""
    program = str(Path(__file__).resolve().parents[2])
    others = os.environ.get("PYTHONPATH", "")
    path = os.pathsep.join([program, others]) if others else program
    return {**os.environ, "PYTHONPATH": path}


def _no_window() -> int:
    """Keep Windows from opening a console for the child."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0


def _limit_memory() -> None:
    """Limit this process where the system can; Windows cannot this way."""
    try:
        import resource
    except ImportError:
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _unreadable(details: str) -> PlanError:
    return PlanError(
        "Kalenderfilen kunne ikke læses. Intet er ændret. "
        "Hent den igen fra det program, den kommer fra, og prøv en gang til.",
        details=details,
    )


def _understood(answer: bytes, status: int) -> ReadAppointments:
    try:
        told = json.loads(answer) if status == 0 else None
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise _unreadable(f"read-calendar ended with {status}")
    if "sentence" in told:
        raise PlanError(told["sentence"], details=told["details"])
    return ReadAppointments(
        appointments=tuple(
            ReadAppointment(**{**item, "day": date.fromisoformat(item["day"])})
            for item in told["appointments"]
        ),
        cancelled_uids=tuple(told["cancelled_uids"]),
        read=told["read"],
        skipped=tuple((why, number) for why, number in told["skipped"]),
        seen_uids=tuple(told["seen_uids"]),
        cancelled_occurrences=tuple(
            (uid, occurrence) for uid, occurrence in told["cancelled_occurrences"]
        ),
    )


if __name__ == "__main__":
    sys.exit(answer_on_standard_output())
