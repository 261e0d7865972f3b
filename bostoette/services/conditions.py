"""The conditions (rammer) in force: the delivered ones, the team's changes, its own purposes."""

from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy.orm import Session

from bostoette.models.advice_request import RequestWords
from bostoette.models.conditions import Conditions
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.sheet_change import SheetChanges
from bostoette.planning.compiled_conditions import CompiledConditions, compile_conditions
from bostoette.services.practice_in_force import practice_with
from bostoette.store.sheet_rows import sheet_changes_and_purposes

_KEPT = 16
OwnPurposes = tuple[tuple[str, str, str], ...]
"""Id, title, and the delivered purpose that each is like."""


@dataclass(frozen=True, slots=True)
class ConditionsInForce:
    """The rules as they stand, the same made ready for advising, and the words they know."""

    rules: PracticeRules
    compiled: CompiledConditions
    words: RequestWords
    conditions: Conditions
    """Lengths, and what each form is good for."""


@lru_cache(maxsize=_KEPT)
def in_force_with(changes: SheetChanges) -> ConditionsInForce:
    """Return what counts with a team's changes; made once as long as they stay."""
    practice = practice_with(changes)
    rules, conditions = practice.rules, practice.conditions
    return ConditionsInForce(
        rules,
        compile_conditions(rules, conditions),
        RequestWords(
            {purpose.id: purpose.title for purpose in conditions.purposes},
            {code.id: code.title for code in rules.reason_codes},
        ),
        conditions,
    )


def delivered_in_force() -> ConditionsInForce:
    """Return the conditions that come with the program."""
    return in_force_with(())


def conditions_in_force(session: Session) -> ConditionsInForce:
    """Return what counts for this team, in one statement.

    A purpose of the team's own counts in all as the delivered one that it is like.
    """
    changes, own = sheet_changes_and_purposes(session)
    return with_own_purposes(in_force_with(changes), own)


def with_own_purposes(found: ConditionsInForce, own: OwnPurposes) -> ConditionsInForce:
    """Return the conditions with a team's own purposes."""
    if not own:
        return found
    return ConditionsInForce(
        found.rules,
        found.compiled.with_own_purposes({key: like for key, _title, like in own if like}),
        RequestWords(
            found.words.purposes | {key: title for key, title, _like in own},
            found.words.reason_codes,
        ),
        found.conditions,
    )
