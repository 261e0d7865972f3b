"""``bostoette import-calendar FIL``: takes own appointments in as busy time, in one step."""

from argparse import Namespace
from contextlib import closing
from typing import Any

from bostoette.clocks import local_now, utc_now
from bostoette.commands.voice import Voice
from bostoette.commands.way_in import open_for_writing
from bostoette.commands.whose import worker_named
from bostoette.services.calendar_in import (
    CalendarPreview,
    default_period,
    preview_calendar,
    read_file,
    store_calendar,
)

CALENDAR = "Kalenderfil"
"""What a calendar taken in on the command line is called; a file's name may name a person."""


def run(asked: Namespace, voice: Voice) -> int:
    """Take a calendar in; reading the same calendar again moves and removes what changed."""
    file = read_file(asked.file, *default_period(local_now().date()))
    with closing(open_for_writing(asked)) as opened:
        worker = worker_named(opened.desk, asked.worker)
        seen = opened.desk.read(preview_calendar, worker.id, file)
        said = opened.desk.do(store_calendar, seen, CALENDAR, utc_now())
    voice.result([file.found.said(), said], _facts(seen, worker.initials))
    return 0


def _facts(seen: CalendarPreview, initials: str) -> dict[str, Any]:
    return {
        "worker": initials,
        "first": seen.file.first.isoformat(),
        "last": seen.file.last.isoformat(),
        "read": seen.file.found.read,
        "skipped": [{"number": number, "why": why} for why, number in seen.file.found.skipped],
        "new": len(seen.new),
        "changed": len(seen.changed),
        "gone": len(seen.gone),
        "same": seen.same,
        "missing": len(seen.missing),
    }
