"""The practice rules and lengths in force for this team, without what advising makes of them.

Checks of a week need no more, and are shown before SQLAlchemy is loaded. The made sheets are kept
by their changes, so that the only question asked each time is which changes there are.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bostoette.models.conditions import Conditions
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.sheet_change import SheetChanges
from bostoette.planning.sheet_in_force import conditions_with, rules_with
from bostoette.store.conditions_file import delivered_conditions
from bostoette.store.practice_rules_file import delivered_practice_rules
from bostoette.store.sheet_rows import sheet_changes

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bostoette.store.plain_reader import PlainReader

_KEPT = 16
"""Sheets kept ready: the one in force, and those just tried."""


@dataclass(frozen=True, slots=True)
class Practice:
    """The rules and the conditions of one sheet."""

    rules: PracticeRules
    conditions: Conditions


@lru_cache(maxsize=_KEPT)
def practice_with(changes: SheetChanges) -> Practice:
    """Return what counts with these changes."""
    rules, conditions = delivered_practice_rules(), delivered_conditions()
    if not changes:
        return Practice(rules, conditions)
    return Practice(rules_with(rules, changes), conditions_with(conditions, changes))


def practice_in_force(session: "Session | PlainReader") -> Practice:
    """Return what counts for this team, in one statement."""
    return practice_with(sheet_changes(session))
