"""When the technology has failed so often that video holds a pause (P65)."""

from collections.abc import Iterable, Sequence
from datetime import date

from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.remote_kinds import TechOutcome

FAILURES = NumberName("P65", "failures")
RECENT = NumberName("P65", "recent_contacts")


def failed_lately(rules: PracticeRules, outcomes: Sequence[TechOutcome | None]) -> int:
    """Count the failures among the latest video contacts, given the newest first.

    None is a contact that was held without a word about the technology: it worked.
    """
    recent = outcomes[: rules.number(RECENT).value]
    return sum(outcome is not None and outcome.is_failure for outcome in recent)


def needs_pause(rules: PracticeRules, outcomes: Sequence[TechOutcome | None]) -> bool:
    """Tell whether video should hold a pause."""
    return rules.rules["P65"].on and failed_lately(rules, outcomes) >= rules.number(FAILURES).value


def is_paused(pauses: Iterable[tuple[date, date | None]], day: date) -> bool:
    """Tell whether video holds a pause on a day; a pause goes on until somebody ends it."""
    return any(first <= day and (end is None or day < end) for first, end in pauses)
