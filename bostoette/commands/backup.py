"""``bostoette backup FIL``: one verified file with data and key slots, also beside a window."""

from argparse import Namespace
from contextlib import closing

from bostoette.clocks import utc_now
from bostoette.commands.voice import Voice
from bostoette.commands.way_in import open_for_reading, with_lock_if_free
from bostoette.services import backups
from bostoette.store.inspection import counted


def run(asked: Namespace, voice: Voice) -> int:
    """Make a backup; the journal gets a receipt unless a window has the data open."""
    with closing(with_lock_if_free(open_for_reading(asked))) as opened:
        made = backups.make_backup(opened, asked.file, utc_now)
    voice.result(
        [
            f"Kopien er lavet og set efter: {counted(made.report.counts)}.",
            f"Den ligger her: {made.path}",
            "Den åbnes med din nuværende adgangssætning eller gendannelsesnøglen.",
        ],
        {
            "file": str(made.path),
            "made": made.info.moment.isoformat(),
            "schema": made.info.schema,
            "counts": dict(made.report.counts),
        },
    )
    return 0
