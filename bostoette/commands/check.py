"""``bostoette check``: what there is to look at in a worker's week, with the rule behind it."""

from argparse import Namespace
from collections.abc import Mapping
from contextlib import closing

from bostoette.clocks import local_now
from bostoette.commands.facts import week_facts
from bostoette.commands.voice import Voice
from bostoette.commands.way_in import open_for_reading
from bostoette.commands.whose import worker_named
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.week_contact import CitizenName
from bostoette.models.wording import week_title
from bostoette.planning.danish_days import day_name
from bostoette.planning.week_check import check_week
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services.mends import mend_for
from bostoette.services.plan_checks import plan_sentences
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
        checked = checked_week(shown, known, day_name, now)
        plans = opened.desk.read(plan_sentences, shown, now.date())
        found = sorted((*check_week(checked), *plans), key=lambda one: (one.day, one.text))
        proposed = [opened.desk.read(mend_for, checked, one) for one in found]
    initials = {key: one.initials for key, one in known.citizens.items()}
    of_contact = {one.id: one.citizens for one in shown.contacts}
    title = f"{week_title(week).capitalize()} · {worker.initials}"
    said = [_said(one) for one in found] or ["Der er intet at se på."]
    facts = {
        **week_facts(week),
        "worker": worker.initials,
        "sentences": [
            {
                "rule": one.rule or None,
                "check": one.check or None,
                "citizens": _citizens(one, initials, of_contact),
                "first_day": one.days[0].isoformat() if one.days else None,
                "last_day": one.days[-1].isoformat() if one.days else None,
                "day": one.day.isoformat(),
                "contacts": [key.hex() for key in one.contacts],
                "text": one.text,
                "lift": one.lift or None,
                "mend": mend.label if mend else None,
            }
            for one, mend in zip(found, proposed, strict=True)
        ],
    }
    voice.result([title, *said], facts)
    return 0


def _citizens(
    sentence: WeekSentence,
    initials: Mapping[Key, str],
    of_contact: Mapping[Key, tuple[CitizenName, ...]],
) -> list[str]:
    """Name by initials whom a sentence is about."""
    if sentence.citizen:
        return [initials.get(sentence.citizen, sentence.text.partition(":")[0])]
    names = (one.initials for key in sentence.contacts for one in of_contact.get(key, ()))
    return list(dict.fromkeys(names))


def _said(sentence: WeekSentence) -> str:
    return f"• {sentence.text}" + (f" ({sentence.rule})" if sentence.rule else "")
