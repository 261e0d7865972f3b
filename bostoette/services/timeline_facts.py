"""Whom and what a citizen's contacts can be chosen by: who held or noted them, and the goals."""

from collections import defaultdict

from bostoette.models.ffb import SubTheme, Theme
from bostoette.models.key import Key
from bostoette.models.timeline_facts import TimelineChoice, TimelineFacts
from bostoette.store.plain_reader import PlainReader
from bostoette.store.timeline_rows import goal_contacts, worker_contacts


def timeline_facts(reader: PlainReader, citizen_id: Key) -> TimelineFacts:
    """Return what the timeline offers to choose by, for ``desk.look``; in two statements."""
    people: dict[str, set[Key]] = defaultdict(set)
    for initials, contact in worker_contacts(reader, citizen_id):
        people[initials].add(contact)
    goals: dict[Key, set[Key]] = defaultdict(set)
    named: dict[Key, tuple[str, str]] = {}
    for key, words, theme, sub_theme, contact in goal_contacts(reader, citizen_id):
        goals[key].add(contact)
        named[key] = (words, (SubTheme(sub_theme) if sub_theme else Theme(theme)).danish)
    return TimelineFacts(
        tuple(TimelineChoice(one, one, frozenset(people[one])) for one in sorted(people)),
        tuple(
            TimelineChoice(*named[key], frozenset(goals[key]))
            for key in sorted(goals, key=lambda key: named[key])
        ),
    )
