"""``bostoette export-ics``: a worker's or a citizen's own contacts as a calendar file (P94).

Works beside an open window. The receipt and the act that the file left are written all the same,
in one short transaction that begins with BEGIN IMMEDIATE, as every change does: SQLite lets
another process write between a window's own steps, and waits up to four seconds for one. The file
takes its name inside that transaction, so there is never a file without its receipt: where the
window keeps the database busy for longer, the command says so in a sentence and leaves no file.
The writer's lock is taken where it is free, which keeps a window from migrating or restoring
meanwhile, and is not needed: nothing that a window holds in memory depends on receipts.
"""

from argparse import Namespace
from contextlib import closing
from datetime import date
from pathlib import Path

from bostoette.clocks import local_now, utc_now
from bostoette.commands.voice import Voice
from bostoette.commands.way_in import open_for_reading, with_lock_if_free
from bostoette.commands.whose import citizen_coded, worker_named
from bostoette.models.calendar_event import CalendarReader, ExportLevel, ReaderKind
from bostoette.models.iso_week import IsoWeek
from bostoette.services.calendar_out import (
    ExportAsk,
    ExportPreview,
    Since,
    export_to_file,
    preview_export,
    proposed_name,
)
from bostoette.services.desk import Desk


def run(asked: Namespace, voice: Voice) -> int:
    """Let a period leave as a calendar file."""
    first, last = _period(asked)
    with closing(with_lock_if_free(open_for_reading(asked))) as opened:
        ask = ExportAsk(_reader(opened.desk, asked), first, last, ExportLevel(asked.level))
        seen = opened.desk.read(preview_export, ask)
        path = asked.output or Path(proposed_name(ask))
        opened.desk.do(export_to_file, seen, path, utc_now())
    voice.result(
        [seen.said(), f"Den ligger her: {path}"],
        {
            "file": str(path),
            "first": first.isoformat(),
            "last": last.isoformat(),
            "level": ask.level.value,
            "reader": ask.reader.kind.value,
            **_counts(seen),
        },
    )
    return 0


def _counts(seen: ExportPreview) -> dict[str, int]:
    names = {
        "new": Since.NEW,
        "changed": Since.CHANGED,
        "same": Since.SAME,
        "cancelled": Since.CANCELLED,
    }
    return {"events": len(seen.leaving)} | {name: seen.count(one) for name, one in names.items()}


def _period(asked: Namespace) -> tuple[date, date]:
    """Give the days asked for, both included; this week where nothing was said."""
    if asked.first is not None:
        return asked.first, asked.to or asked.first
    week = asked.week or IsoWeek.of(local_now().date())
    return week.monday, week.sunday


def _reader(desk: Desk, asked: Namespace) -> CalendarReader:
    if asked.citizen is not None:
        return CalendarReader(ReaderKind.CITIZEN, citizen_coded(desk, asked.citizen).id)
    return CalendarReader(ReaderKind.WORKER, worker_named(desk, asked.worker).id)
