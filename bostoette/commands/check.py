"""``bostoette check``: what there is to look at in a worker's week, with the rule behind it."""

from argparse import Namespace
from contextlib import closing

from bostoette.clocks import local_now
from bostoette.commands.facts import week_facts
from bostoette.commands.voice import Voice
from bostoette.commands.way_in import open_for_reading
from bostoette.commands.whose import worker_named
from bostoette.models.iso_week import IsoWeek
from bostoette.models.wording import week_title
from bostoette.planning.danish_days import day_name
from bostoette.planning.week_check import WeekSentence
from bostoette.services.week import sentences, week_of


def run(asked: Namespace, voice: Voice) -> int:
    """Say a week's sentences; it is no fault that there are some."""
    week = asked.week or IsoWeek.of(local_now().date())
    with closing(open_for_reading(asked)) as opened:
        worker = worker_named(opened.desk, asked.worker)
        found = sentences(opened.desk.read(week_of, (worker.id,), week), day_name)
    title = f"{week_title(week).capitalize()} · {worker.initials}"
    said = [_said(one) for one in found] or ["Der er intet at se på."]
    facts = {
        **week_facts(week),
        "worker": worker.initials,
        "sentences": [
            {
                "rule": one.rule or None,
                "day": one.day.isoformat(),
                "contacts": [key.hex() for key in one.contacts],
                "text": one.text,
            }
            for one in found
        ],
    }
    voice.result([title, *said], facts)
    return 0


def _said(sentence: WeekSentence) -> str:
    return f"• {sentence.text}" + (f" ({sentence.rule})" if sentence.rule else "")
