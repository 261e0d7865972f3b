"""What a practice rule says, as it is shown wherever a rule's id stands."""

from collections.abc import Iterable
from html import escape

from bostoette.models.practice_rule import PracticeRule
from bostoette.models.practice_rules import PracticeRules


def rule_html(rule: PracticeRule) -> str:
    """Tell what the rule asks, why, and on what ground; our own numbers are said to be so."""
    assumed = [number for number in rule.numbers.values() if number.assumed]
    said = [
        escape(rule.text),
        f"<b>Hvorfor:</b> {escape(rule.why)}",
        f"<b>Erfaring fra:</b> {escape('; '.join(rule.sources))}",
    ]
    if assumed:
        numbers = "; ".join(f"{one.title.lower()}: {one.said}" for one in assumed)
        said.append(f"<b>Antaget:</b> {escape(numbers)}")
    return "<p>" + "</p><p>".join(said) + "</p>"


def rules_html(ids: Iterable[str], rules: PracticeRules) -> str:
    """Tell several rules, each after its id."""
    known = [rules.rules[one] for one in ids if one in rules.rules]
    return "".join(f"<p><b>{escape(one.id)}</b></p>{rule_html(one)}" for one in known)
