"""``bostoette demo``: makes the example anew, in a folder of its own beside the person's data."""

from argparse import Namespace

from bostoette.clocks import local_now, utc_now
from bostoette.commands.voice import Voice
from bostoette.commands.where import own_places
from bostoette.models.demo_team import DemoSize
from bostoette.services.demo import MadeDemo, make_demo


def run(asked: Namespace, voice: Voice) -> int:
    """Make the example in the size that was asked for; an earlier one is gone then."""
    size = DemoSize(asked.size)
    made = make_demo(
        own_places(asked),
        size,
        local_now().date(),
        utc_now,
        lambda done, weeks: voice.progress(done, weeks, "uger"),
    )
    voice.result(
        [
            _said(made),
            f"Det ligger her: {made.places.folder}",
            "Åbn det med: bostoette --demo",
        ],
        {
            "folder": str(made.places.folder),
            "size": size.value,
            "workers": made.workers,
            "citizens": made.citizens,
            "contacts": made.contacts,
            "rows": made.rows,
        },
    )
    return 0


def _said(made: MadeDemo) -> str:
    return (
        f"Eksemplet er lavet: {made.workers} medarbejdere, {made.citizens} borgere og "
        f"{made.contacts} kontakter."
    )
