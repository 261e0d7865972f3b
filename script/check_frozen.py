"""Try the frozen program in dist/: ``script/test frozen``, or alone after ``script/build``.

It is started off screen, far from the checkout and with an empty home, and must

1. create, migrate, close and reopen an encrypted database (``bostoette self-check FOLDER``),
2. write the demo team's week as calendar file, PDF and picture (``bostoette headless FOLDER``),
   which needs the calendar library, the holidays, the time zones, Qt and its fonts.

Exit status 0 only when the programs say so and the files on disk bear it out.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DIST = Path(__file__).resolve().parent.parent / "dist"
PLAIN_SQLITE = b"SQLite format 3\x00"
PAGE = 4096  # bytes; a database is never smaller than one page
LONGEST_RUN_SECONDS = 120
# How each kind of file that a week is written to begins.
WEEK_FILES = {".ics": b"BEGIN:VCALENDAR", ".pdf": b"%PDF-", ".png": b"\x89PNG\r\n"}
# What the frozen program may see of this machine: nothing that leads back to a Python installation.
KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "LANG")


def main() -> int:
    """Check every program file of the build; 0 when all hold."""
    programs = frozen_programs()
    if not programs:
        print(
            f"check_frozen: there is no frozen program in {DIST}; run script/build", file=sys.stderr
        )
        return 1
    faults = [fault for program in programs for fault in faults_of(program)]
    for fault in faults:
        print(f"check_frozen: {fault}", file=sys.stderr)
    return 1 if faults else 0


def frozen_programs() -> list[Path]:
    """List the program files that PyInstaller made for this system."""
    places = [
        DIST / "bostoette" / "bostoette",
        DIST / "bostoette" / "bostoette.exe",
        DIST / "bostoette" / "bostoette-cli.exe",
        DIST / "Bostoette.app" / "Contents" / "MacOS" / "bostoette",
    ]
    return [place for place in places if place.is_file()]


def faults_of(program: Path) -> list[str]:
    """Run one program file in a new, empty folder and list what is wrong with it."""
    with tempfile.TemporaryDirectory(
        prefix="bostoette check ", ignore_cleanup_errors=True
    ) as folder:
        home = Path(folder)
        faults = run(program, home, "self-check", home / "self check") or database_faults(home)
        return faults or run(program, home, "headless", home / "week") or week_faults(home / "week")


def run(program: Path, home: Path, command: str, folder: Path) -> list[str]:
    """Run one command of the frozen program and list what is wrong with how it went."""
    folder.mkdir()
    started = time.monotonic()
    try:
        ended = subprocess.run(
            [program, command, folder],
            env=environment(home),
            cwd=home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LONGEST_RUN_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return [f"{program.name} {command} did not end within {LONGEST_RUN_SECONDS} s"]
    said = (ended.stdout + ended.stderr).decode(errors="replace").strip()
    print(f"{program.name} {command}: {time.monotonic() - started:.1f} s\n{said}")
    if ended.returncode != 0:
        return [f"{program.name} {command} ended with status {ended.returncode}"]
    return []


def environment(home: Path) -> dict[str, str]:
    """Give the frozen program an own home, no screen, no passphrase and no time zones."""
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    own = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_RUNTIME_DIR")
    # An empty PYTHONTZPATH hides the system's time zones (Windows has none): the build has its own.
    settings = {"QT_QPA_PLATFORM": "offscreen", "PYTHONTZPATH": ""}
    return kept | dict.fromkeys(own, str(home)) | settings


def database_faults(home: Path) -> list[str]:
    """Look for a database that the self-check left, and that it is encrypted."""
    files = [path for path in (home / "self check").rglob("*") if path.is_file()]
    heads = [head(path) for path in files if path.stat().st_size >= PAGE]
    if any(first.startswith(PLAIN_SQLITE) for first in heads):
        return ["the self-check left a database that is not encrypted"]
    if not heads:
        return ["the self-check left no database"]
    return []


def week_faults(folder: Path) -> list[str]:
    """Look for the three files of the week, each beginning as its kind does."""
    return [
        f"the week is missing as {ending}"
        for ending, beginning in WEEK_FILES.items()
        if not any(head(path).startswith(beginning) for path in folder.rglob(f"*{ending}"))
    ]


def head(path: Path) -> bytes:
    """Read the first bytes of a file."""
    with path.open("rb") as file:
        return file.read(len(PLAIN_SQLITE))


if __name__ == "__main__":
    sys.exit(main())
