"""Which week is reviewed now: the coming one, once its plan should be ready (P88)."""

from datetime import date

from bostoette.models.iso_week import IsoWeek
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules

READY = NumberName("P88", "ready_weekday")


def week_to_review(today: date, rules: PracticeRules) -> IsoWeek:
    """Return the week to review; Monday is weekday 1."""
    week = IsoWeek.of(today)
    return week.plus(1) if today.isoweekday() >= rules.number(READY).value else week
