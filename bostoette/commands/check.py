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
from bostoette.planning.week_check import check_week
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services.week import week_of
from bostoette.services.week_knowledge import checked_week, knowledge_of


def run(asked: Namespace, voice: Voice) -> int:
    """Say a week's sentences; it is no fault that there are some."""
    now = local_now()
    week = asked.week or IsoWeek.of(now.date())
    with closing(open_for_reading(asked)) as opened:
        worker = worker_named(opened.desk, asked.worker)
        shown = opened.desk.read(week_of, (worker.id,), week)
        known = opened.desk.look(knowledge_of, shown)
    found = check_week(checked_week(shown, known, day_name, now))
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
                "lift": one.lift or None,
            }
            for one in found
        ],
    }
    voice.result([title, *said], facts)
    return 0


def _said(sentence: WeekSentence) -> str:
    return f"• {sentence.text}" + (f" ({sentence.rule})" if sentence.rule else "")
