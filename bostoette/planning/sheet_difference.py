"""What differs between two of a team's sheets, told in Danish (P09)."""

from bostoette.models.conditions import Conditions, LineAbout
from bostoette.models.contact_form import ContactForm
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.sheet_change import (
    LENGTH,
    LINE,
    ON,
    OWN,
    LengthPart,
    SheetChanges,
    SheetValue,
)
from bostoette.models.sheet_version import Difference


def differences(
    rules: PracticeRules, conditions: Conditions, earlier: SheetChanges, later: SheetChanges
) -> tuple[Difference, ...]:
    """Return what the later sheet says otherwise; ``rules`` and ``conditions`` as delivered."""
    before, after = dict(earlier), dict(later)
    names = [name for name in sorted({**before, **after}) if before.get(name) != after.get(name)]
    telling = _Telling(rules, conditions)
    found = (telling.difference(name, before.get(name), after.get(name)) for name in names)
    return tuple(sorted(filter(None, found), key=lambda one: (one.rule == "", one.name)))


class _Telling:
    """Tells changes against what is delivered."""

    def __init__(self, rules: PracticeRules, conditions: Conditions) -> None:
        self._rules, self._conditions = rules, conditions

    def difference(
        self, name: str, before: SheetValue | None, after: SheetValue | None
    ) -> Difference | None:
        """Tell one change; None where this release knows nothing of that name."""
        kind, _, rest = name.partition(".")
        if kind == LENGTH:
            return self._length(name, rest, before, after)
        if kind == LINE:
            return self._line(name, rest, before, after)
        if kind == OWN:
            form, about, _key = rest.split(".", 2)
            return Difference(name, _card(form, about), _quoted(before), _quoted(after))
        return self._rule(name, NumberName(kind, rest), before, after)

    def _rule(
        self, name: str, number: NumberName, before: SheetValue | None, after: SheetValue | None
    ) -> Difference | None:
        rule = self._rules.rules.get(number.rule)
        if rule is None:
            return None
        if number.number == ON:
            was, becomes = (
                _switch(rule.on if one is None else bool(one)) for one in (before, after)
            )
            return Difference(name, f"{rule.id} · Reglen", was, becomes, rule.id)
        delivered = rule.numbers.get(number.number)
        if delivered is None:
            return None
        numbers = (delivered.value if one is None else int(one) for one in (before, after))
        was, becomes = (delivered.unit.said(one) for one in numbers)
        return Difference(name, f"{rule.id} · {delivered.title}", was, becomes, rule.id)

    def _length(
        self, name: str, rest: str, before: SheetValue | None, after: SheetValue | None
    ) -> Difference:
        form, part = rest.split(".")
        length = self._conditions.lengths[ContactForm(form)]
        delivered = getattr(length, LengthPart(part).value)
        said = (f"{delivered if one is None else one} minutter" for one in (before, after))
        what = f"{_form_word(form)} · {LengthPart(part).danish}"
        return Difference(name, what, *said)

    def _line(
        self, name: str, line_id: str, before: SheetValue | None, after: SheetValue | None
    ) -> Difference | None:
        line = next((one for one in self._conditions.lines if one.id == line_id), None)
        if line is None:
            return None
        said = (_quoted(line.text if one is None else one) for one in (before, after))
        return Difference(name, _card(line.form.value, line.about.value), *said)


def _switch(on: bool) -> str:  # noqa: FBT001 - the value itself
    return "slået til" if on else "slået fra"


def _form_word(form: str) -> str:
    return ContactForm(form).short_name.capitalize()


def _card(form: str, about: str) -> str:
    return f"{_form_word(form)} · {LineAbout(about).danish}"


def _quoted(text: SheetValue | None) -> str:
    return f"»{text}«" if text else ""
