"""The entry: what is started, and what is not loaded for it."""

import json
import subprocess
import sys

import pytest

from bostoette.cli import READ_CALENDAR
from bostoette.store.calendar_reader_process import SUBCOMMAND
from tests.commands.hands import ROOT

HEAVY = ("sqlalchemy", "PySide6", "icalendar", "keyring", "alembic", "cryptography", "holidays")
LOADED = """
import sys
from bostoette.cli import main
try:
    status = main(sys.argv[1:])
finally:
    print(*sorted(name for name in sys.modules if "." not in name), file=sys.stderr)
sys.exit(status)
"""


def started(*arguments: str, stdin: bytes = b"") -> tuple[bytes, set[str]]:
    """Run the program; return its result and the packages that it loaded."""
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", LOADED, *arguments],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        timeout=60,
        check=True,
    )
    return ended.stdout, set(ended.stderr.decode().split())


def test_help_loads_nothing_heavy() -> None:
    said, loaded = started("--help")
    assert said.startswith(b"Brug: bostoette")
    assert loaded.isdisjoint(HEAVY)


def test_the_calendar_reader_loads_neither_the_command_line_nor_the_data() -> None:
    asked = b'{"first": "2026-11-01", "last": "2026-11-30"}\n'
    answer, loaded = started(
        "read-calendar", stdin=asked + b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
    )
    assert json.loads(answer)["read"] == 0
    assert loaded.isdisjoint({"argparse", "sqlalchemy", "PySide6", "keyring", "cryptography"})


def test_the_calendar_reader_is_asked_for_by_the_name_it_has() -> None:
    assert READ_CALENDAR == SUBCOMMAND


def test_the_window_alone_loads_neither_the_database_nor_the_command_line() -> None:
    asked = "import sys, bostoette.cli, bostoette.app; print(*sys.modules)"
    said = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, timeout=60, check=True
    )
    loaded = set(said.stdout.decode().split())
    assert loaded.isdisjoint({"sqlalchemy", "keyring", "bostoette.commands"})


@pytest.mark.parametrize("command", ["week", "check", "verify"])
def test_looking_at_data_loads_no_window(command: str) -> None:
    program = f"import bostoette.commands.{command}, sys; print('PySide6' in sys.modules)"
    said = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, timeout=60, check=True
    )
    assert said.stdout.strip() == b"False"
