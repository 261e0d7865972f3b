"""``bostoette export-pdf``: a worker's week on one page, with initials only.

Works beside an open window, and keeps its act there too, as `export_ics` does.
"""

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from bostoette.clocks import local_now
from bostoette.commands.drawing import draw_without_window
from bostoette.commands.facts import week_facts
from bostoette.commands.voice import Voice
from bostoette.commands.way_in import open_for_reading, with_lock_if_free
from bostoette.commands.whose import worker_named
from bostoette.models.iso_week import IsoWeek
from bostoette.planning.danish_days import day_name
from bostoette.services.week_document import proposed_name, save_week_file, week_document


def run(asked: Namespace, voice: Voice) -> int:
    """Let a week leave as PDF."""
    now = local_now()
    week = asked.week or IsoWeek.of(now.date())
    path = asked.output or Path(proposed_name(week))
    with closing(with_lock_if_free(open_for_reading(asked))) as opened:
        desk = opened.desk
        worker = worker_named(desk, asked.worker)
        document = desk.read(
            week_document, worker.id, week, now, day_name, example=opened.places.is_example
        )
        draw_without_window()
        from bostoette.ui.paper.week_paper import page_count, week_pdf

        pages = page_count([document])
        desk.do(save_week_file, path, week_pdf([document]), week, pages=pages, names=False)
    facts = {"file": str(path), **week_facts(week), "worker": worker.initials, "pages": pages}
    voice.result([document.title, f"Den ligger her: {path}"], facts)
    return 0
