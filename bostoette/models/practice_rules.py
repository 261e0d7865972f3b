"""PracticeRules is everything that resources/practice_rules.toml says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bostoette.models.checklist import ChecklistPoint, PackageStep
from bostoette.models.practice_condition import (
    FormCondition,
    Hint,
    PlanCheck,
    Question,
    ReasonCode,
)
from bostoette.models.practice_rule import NumberName, PracticeRule, RuleGroup, RuleNumber

NUMBER_IN_TEXT = re.compile(r"\{(P\d\d)\.(\w+)\}")
"""How a condition's text names a rule's number: ``{P37.home_days}``."""


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
    hints: tuple[Hint, ...]
    questions: tuple[Question, ...]
    reason_codes: tuple[ReasonCode, ...]
    conditions: tuple[FormCondition, ...]
    plan_checks: tuple[PlanCheck, ...]
    tensions: tuple[Tension, ...]
    cautions: tuple[Caution, ...]
    check_points: tuple[ChecklistPoint, ...] = ()
    """What to see to before a contact at a distance."""
    start_steps: tuple[PackageStep, ...] = ()
    """The start-up package for video (P63)."""

    def on(self, rules: tuple[str, ...]) -> bool:
        """Tell whether any of these rules is switched on."""
        return any(self.rules[rule].on for rule in rules)

    def number(self, name: NumberName) -> RuleNumber:
        """Return the number that a condition or a check names."""
        return self.rules[name.rule].numbers[name.number]

    def filled(self, text: str) -> str:
        """Return a text of a condition, hint or check with the numbers that it names."""
        return NUMBER_IN_TEXT.sub(lambda found: self.number(NumberName(*found.groups())).said, text)

    def switched(self, rule_id: str, *, on: bool) -> "PracticeRules":
        """Return the rules with one of them switched on or off."""
        return self._with(replace(self.rules[rule_id], on=on))

    def with_number(self, name: NumberName, value: int) -> "PracticeRules":
        """Return the rules with another value for one number."""
        rule = self.rules[name.rule]
        changed = replace(rule.numbers[name.number], value=value)
        return self._with(replace(rule, numbers={**rule.numbers, name.number: changed}))

    def _with(self, rule: PracticeRule) -> "PracticeRules":
        return replace(self, rules={**self.rules, rule.id: rule})
