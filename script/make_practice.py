"""Write docs/practice.md, which explains every practice rule, from the rules file.

    .venv/bin/python script/make_practice.py

To be run whenever resources/practice_rules.toml or resources/conditions.toml changes; a test holds
the page against the files. The lines that say where a rule is cited are left out of that test,
since they would go stale with every commit.
"""

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from bostoette.models.conditions import Conditions, LineAbout
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.practice_condition import (
    Effect,
    FieldTest,
    FormCondition,
    Hint,
    MeasureTest,
    PlanCheck,
)
from bostoette.models.practice_rule import NumberName, PracticeRule, RuleNumber
from bostoette.models.practice_rules import PracticeRules
from bostoette.store.conditions_file import delivered_conditions
from bostoette.store.practice_rules_file import delivered_practice_rules

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "practice.md"
CITED_IN = "- Cited in: "
RULE_ID = re.compile(r"\bP\d\d\b")

OPENING = """\
# The practice rules

Written by `script/make_practice.py` from `resources/practice_rules.toml` and
`resources/conditions.toml`; change those, not this page.

The code cites rules by id (`P37`). They condense what a Danish region, its municipalities and the
citizens they asked learned about support at a distance in spring and summer 2020, and an invented
case. The material is small, comes from a crisis, and is not representative (P93): numbers marked
*antagelse* are our own, and a team may change every number. Rules are in Danish, as on the screen,
with the delivered numbers filled in.
"""

BEST_FORM = """\
## How the best form is found

1. Every condition below whose tests all hold excludes or warns its forms. An exclusion beats a
   warning; all reasons are listed.
2. A form that the citizen prefers is best when it is neither excluded nor warned.
3. Otherwise the first form in the purpose's order that is neither.
4. If all that is left is warned, the first of those, and a reason has to be written (P07).
5. If everything is excluded there is no advice, but a message to the leader.

A reason code clears what it is named beside, for one contact (P14). Age, diagnosis and target group
are no fields (P03, P54). Hints only add a text and never change the order. Where nobody has filled
in the profile, no form is advised, and the questions are shown instead.
"""


def page(rules: PracticeRules, conditions: Conditions, cited: Mapping[str, list[str]]) -> str:
    """Return the whole page; ``cited`` gives the modules that name each rule."""
    return "\n".join(
        [
            OPENING,
            *_rules(rules, cited),
            BEST_FORM,
            *_conditions(rules),
            *_hints(rules),
            *_questions(rules),
            *_orders(conditions),
            *_plan_checks(rules),
            *_lengths(conditions),
            *_form_cards(conditions),
            *_tensions(rules),
            *_cautions(rules),
        ]
    )


def without_citations(text: str) -> str:
    """Return the page without the lines that say where a rule is cited."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(CITED_IN))


def cited_ids(files: Iterable[Path]) -> dict[str, list[str]]:
    """Return the files that name each rule, by its id."""
    cited: dict[str, list[str]] = {}
    for file in sorted(files):
        for rule in sorted(set(RULE_ID.findall(file.read_text(encoding="utf-8")))):
            cited.setdefault(rule, []).append(file.relative_to(ROOT).as_posix())
    return cited


def _rules(rules: PracticeRules, cited: Mapping[str, list[str]]) -> list[str]:
    lines = []
    for group in rules.groups:
        lines += [f"## {group.id}. {group.title}", ""]
        for rule in rules.rules.values():
            if rule.group == group.id:
                lines += [*_rule(rule, cited.get(rule.id, [])), ""]
    return lines


def _rule(rule: PracticeRule, cited: list[str]) -> list[str]:
    kinds = ", ".join(kind.danish for kind in rule.kinds)
    lines = [
        f"### {rule.id}",
        "",
        rule.text,
        "",
        f"- Hvorfor: {rule.why}",
        f"- Vægt: {rule.priority.danish}. Art: {kinds}. {_forms(rule)}",
        f"- Erfaringen handler om: {rule.about}",
    ]
    lines += [f"- Tal: {_number(name, number)}" for name, number in rule.numbers.items()]
    lines += ["- Slået fra."] if not rule.on else []
    lines += [f"- Kan ikke slås fra: {rule.fixed}"] if rule.fixed else []
    lines += [f"- Kilde: {'; '.join(rule.sources)}"]
    return [*lines, CITED_IN + (", ".join(f"`{file}`" for file in cited) or "no code yet")]


def _forms(rule: PracticeRule) -> str:
    if not rule.forms:
        return "Former: ingen."
    if rule.forms == tuple(ContactForm):
        return "Former: alle."
    against = f" Taler imod: {_short(rule.against)}." if rule.against else ""
    return f"Former: {_short(rule.forms)}.{against}"


def _number(name: str, number: RuleNumber) -> str:
    marked = " (antagelse)" if number.assumed else " (fra kilden)"
    return f"{number.title}: {number.said}{marked} – `{name}`"


def _conditions(rules: PracticeRules) -> list[str]:
    lines = [
        "## When a form is excluded or warned",
        "",
        'All tests must hold. "Never" is no number of days and starts no clock.',
        "",
    ]
    for effect in Effect:
        lines += [
            f"### {effect.danish.capitalize()}",
            "",
            "| Condition | Reason shown | What lifts it | Forms | Rules |",
            "| --- | --- | --- | --- | --- |",
            *(_condition(one, rules) for one in rules.conditions if one.effect is effect),
            "",
        ]
    return [*lines, *_reason_codes(rules)]


def _condition(one: FormCondition, rules: PracticeRules) -> str:
    lift = rules.filled(one.lift)
    lift += f" Foreslår også: {_short(one.suggests)}." if one.suggests else ""
    tests = "; ".join(_field_test(test, rules) for test in one.when)
    if one.cleared_by:
        tests += f"; cleared by {', '.join(f'`{code}`' for code in one.cleared_by)}"
    text = rules.filled(one.text) + (" (antagelse)" if one.assumed else "")
    return f"| {tests} | {text} | {lift} | {_short(one.forms)} | {', '.join(one.rules)} |"


def _reason_codes(rules: PracticeRules) -> list[str]:
    codes = [
        f"- `{code.id}`: {code.title} ({', '.join(code.rules)})" for code in rules.reason_codes
    ]
    return ["### Reason codes", "", *codes, ""]


def _hints(rules: PracticeRules) -> list[str]:
    return [
        "## Hints",
        "",
        "Beside forms that nothing speaks against, where not said otherwise.",
        "",
        "| When | Text | Forms | Rules |",
        "| --- | --- | --- | --- |",
        *(_hint(one, rules) for one in rules.hints),
        "",
    ]


def _hint(one: Hint, rules: PracticeRules) -> str:
    tests = "; ".join(_field_test(test, rules) for test in one.when)
    beside = " (advised against)" if one.beside_warned else ""
    ids = ", ".join(one.rules)
    return f"| {tests} | {rules.filled(one.text)} | {_short(one.forms)}{beside} | {ids} |"


def _questions(rules: PracticeRules) -> list[str]:
    return [
        "## What to ask first",
        "",
        *(f"- {one.text} ({', '.join(one.rules)})" for one in rules.questions),
        "",
    ]


def _orders(conditions: Conditions) -> list[str]:
    return [
        "## The order of forms for each purpose",
        "",
        "| Purpose | Identifier | Order | Rule |",
        "| --- | --- | --- | --- |",
        *(
            f"| {one.title} | `{one.id}` | {_short(one.order)} | {one.rule} |"
            for one in conditions.purposes
        ),
        "",
    ]


def _plan_checks(rules: PracticeRules) -> list[str]:
    return [
        "## What is looked for in a plan",
        "",
        "Cancelled contacts do not count. Fewer than one in 14 days means fewer than two in 28.",
        "",
        "| Check | Per | Days | Raised when | Told | Rules |",
        "| --- | --- | --- | --- | --- | --- |",
        *(_plan_check(one, rules) for one in rules.plan_checks),
        "",
    ]


def _plan_check(one: PlanCheck, rules: PracticeRules) -> str:
    tests = [_field_test(test, rules) for test in one.when]
    tests += [_measure_test(test, rules) for test in one.raised_when]
    return (
        f"| `{one.id}` | {one.per} | {one.days} | {'; '.join(tests)} | {rules.filled(one.text)} "
        f"| {', '.join(one.rules)} |"
    )


def _field_test(test: FieldTest, rules: PracticeRules) -> str:
    value = str(test.value).lower() if isinstance(test.value, bool) else test.value
    return f"`{test.field}` {_spaced(test.comparison)} {_value(value, rules)}"


def _measure_test(test: MeasureTest, rules: PracticeRules) -> str:
    limit = "fewer than one in" if test.limit == "once_in_days" else _spaced(test.limit)
    return f"`{test.measure}` {limit} {_value(test.value, rules)}"


def _value(value: int | str | NumberName, rules: PracticeRules) -> str:
    if isinstance(value, NumberName):
        return f"{rules.number(value).said} (`{value}`)"
    return str(value)


def _lengths(conditions: Conditions) -> list[str]:
    return [
        "## How long a contact is (P71, P61, P75)",
        "",
        "All of them are our own (antagelse).",
        "",
        "| Form | Som udgangspunkt | Grænse |",
        "| --- | --- | --- |",
        *(
            f"| {one.form.full_name} | {one.default_minutes} min | {one.cap_minutes} min |"
            for one in conditions.lengths.values()
        ),
        "",
    ]


def _form_cards(conditions: Conditions) -> list[str]:
    lines = ["## What each form is good for", "", "A team changes these lines (P09).", ""]
    for form in CORE_FORMS:
        lines += [f"### {form.short_name.capitalize()}", ""]
        for about in LineAbout:
            lines += [f"{about.danish}:", ""]
            lines += [
                f"- {one.text} ({', '.join(one.rules)})" for one in conditions.lines_of(form, about)
            ]
            lines += [""]
    return lines


def _tensions(rules: PracticeRules) -> list[str]:
    return [
        "## Where the experience disagrees",
        "",
        "| Uenighed | Sådan er det afgjort | Rules |",
        "| --- | --- | --- |",
        *(f"| {one.between} | {one.settled} | {', '.join(one.rules)} |" for one in rules.tensions),
        "",
    ]


def _cautions(rules: PracticeRules) -> list[str]:
    return [
        "## Be careful when retelling it",
        "",
        *(
            f"- {one.text}" + (f" ({', '.join(one.rules)})" if one.rules else "")
            for one in rules.cautions
        ),
        "",
    ]


def _short(forms: Iterable[ContactForm]) -> str:
    return ", ".join(form.short_name for form in forms)


def _spaced(word: str) -> str:
    return word.replace("_", " ")


def main() -> int:
    """Write the page."""
    cited = cited_ids((ROOT / "bostoette").rglob("*.py"))
    text = page(delivered_practice_rules(), delivered_conditions(), cited)
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
