"""The conditions (rammer) in force: the delivered rules with the team's own purposes."""

from dataclasses import dataclass
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.advice_request import RequestWords
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.team import Purpose
from bostoette.planning.compiled_conditions import CompiledConditions, compile_conditions
from bostoette.store.conditions_file import delivered_conditions
from bostoette.store.practice_rules_file import delivered_practice_rules

_OWN_PURPOSES = select(Purpose.id, Purpose.title, Purpose.like).where(Purpose.like.is_not(None))


@dataclass(frozen=True, slots=True)
class ConditionsInForce:
    """The rules as they stand, the same made ready for advising, and the words they know."""

    rules: PracticeRules
    compiled: CompiledConditions
    words: RequestWords


@cache
def delivered_in_force() -> ConditionsInForce:
    """Return the conditions that come with the program."""
    rules, conditions = delivered_practice_rules(), delivered_conditions()
    return ConditionsInForce(
        rules,
        compile_conditions(rules, conditions),
        RequestWords(
            {purpose.id: purpose.title for purpose in conditions.purposes},
            {code.id: code.title for code in rules.reason_codes},
        ),
    )


def conditions_in_force(session: Session) -> ConditionsInForce:
    """Return what counts for this team, in one statement.

    A purpose of the team's own counts in all as the delivered one that it is like.
    """
    delivered = delivered_in_force()
    own = session.connection().execute(_OWN_PURPOSES).all()
    if not own:
        return delivered
    return ConditionsInForce(
        delivered.rules,
        delivered.compiled.with_own_purposes({key: like for key, _title, like in own if like}),
        RequestWords(
            delivered.words.purposes | {key: title for key, title, _like in own},
            delivered.words.reason_codes,
        ),
    )
