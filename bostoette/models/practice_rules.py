"""PracticeRules is everything that resources/practice_rules.toml says."""

from collections.abc import Mapping
from dataclasses import dataclass

from bostoette.models.practice_condition import FormCondition, PlanCheck, ReasonCode
from bostoette.models.practice_rule import NumberName, PracticeRule, RuleGroup, RuleNumber


@dataclass(frozen=True, slots=True)
class Tension:
    """Where the experience disagrees, and how it is settled."""

    between: str
    settled: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Caution:
    """What to be careful about when the experience is retold."""

    text: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PracticeRules:
    """The rules by id, in their order, and the decision table that combines them."""

    groups: tuple[RuleGroup, ...]
    rules: Mapping[str, PracticeRule]
    hints: tuple[str, ...]
    """Rules that add a hint to an advice and never change the order of the forms."""
    reason_codes: tuple[ReasonCode, ...]
    conditions: tuple[FormCondition, ...]
    plan_checks: tuple[PlanCheck, ...]
    tensions: tuple[Tension, ...]
    cautions: tuple[Caution, ...]

    def number(self, name: NumberName) -> RuleNumber:
        """Return the number that a condition or a check names."""
        return self.rules[name.rule].numbers[name.number]
