"""What tests of the command line share: a file to work on, and running a command."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bostoette.cli import main
from bostoette.commands.way_in import PASSPHRASE
from bostoette.models.key import Key
from bostoette.services import program_file, unlocking
from bostoette.services.program_file import OpenFile
from bostoette.services.unlocking import Places
from tests.clock import Clock

ROOT = Path(__file__).resolve().parents[2]
SECRET = "syv blå cykler i regn"
WEEK = "2026-48"


@dataclass(frozen=True)
class Begun:
    """M.J.'s own file: A.M. and B.K., and two contacts at the same time on Tuesday of week 48."""

    places: Places
    worker_id: Key
    citizen_id: Key
    recovery_key: str

    def open(self, *, writing: bool = True) -> OpenFile:
        """Open the file as a window does."""
        unlocked = unlocking.unlock(self.places, SECRET)
        return program_file.open_file(self.places, unlocked, Clock(), writing=writing)


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str

    @property
    def facts(self) -> dict[str, Any]:
        """What it said to machines."""
        facts: dict[str, Any] = json.loads(self.out)
        return facts


@dataclass(frozen=True)
class Terminal:
    """Runs commands on a folder, in this process."""

    folder: Path
    capsys: pytest.CaptureFixture[str] = field(repr=False)

    def run(self, *arguments: str | Path) -> Said:
        """Run ``bostoette --data FOLDER …``."""
        status = main(["--data", str(self.folder), *map(str, arguments)])
        out, err = self.capsys.readouterr()
        return Said(status, out, err)


def apart(
    arguments: Sequence[str | Path], *, environment: dict[str, str] | None = None, stdin: str = ""
) -> Said:
    """Run ``bostoette …`` in a process of its own."""
    ended = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bostoette", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, PASSPHRASE: SECRET, **(environment or {})},
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        errors="strict",
        timeout=60,
        check=False,
    )
    return Said(ended.returncode, ended.stdout, ended.stderr)
