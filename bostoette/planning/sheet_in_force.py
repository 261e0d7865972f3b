"""The sheet in force: the delivered conditions with a team's changes upon them (P09, P93).

A change of something that this release does not know any more is passed over.
"""

from collections.abc import Mapping
from dataclasses import replace

from bostoette.models.conditions import Conditions, FormLine, LineAbout
from bostoette.models.contact_form import ContactForm
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.sheet_change import (
    ON,
    OWN,
    LengthPart,
    SheetChanges,
    SheetValue,
    length_name,
    line_name,
)


def rules_with(rules: PracticeRules, changes: SheetChanges) -> PracticeRules:
    """Return the rules as switched and with the numbers as the team has them."""
    for name, value in changes:
        rule_id, _, part = name.partition(".")
        rule = rules.rules.get(rule_id)
        if rule is None:
            continue
        if part == ON:
            rules = rules.switched(rule_id, on=bool(value) or bool(rule.fixed))
        elif part in rule.numbers and isinstance(value, int):
            rules = rules.with_number(NumberName(rule_id, part), value)
    return rules


def conditions_with(conditions: Conditions, changes: SheetChanges) -> Conditions:
    """Return the conditions with the team's lengths and lines."""
    known = dict(changes)
    lengths = {
        form: replace(
            length,
            default_minutes=_minutes(known, form, LengthPart.DEFAULT, length.default_minutes),
            cap_minutes=_minutes(known, form, LengthPart.CAP, length.cap_minutes),
        )
        for form, length in conditions.lengths.items()
    }
    kept = (
        replace(line, text=str(known[line_name(line.id)]), own=True)
        if line_name(line.id) in known
        else line
        for line in conditions.lines
    )
    own = tuple(_own(name, str(value)) for name, value in changes if name.startswith(f"{OWN}."))
    return replace(conditions, lengths=lengths, lines=(*(line for line in kept if line.text), *own))


def _minutes(
    known: Mapping[str, SheetValue], form: ContactForm, part: LengthPart, delivered: int
) -> int:
    value = known.get(length_name(form, part), delivered)
    return value if isinstance(value, int) else delivered


def _own(name: str, text: str) -> FormLine:
    _, form, about, _key = name.split(".", 3)
    return FormLine(name, ContactForm(form), LineAbout(about), text, own=True)
