"""CompiledConditions are the practice rules in force, made ready once for many advices and checks.

Rules that are off are left out here and numbers are looked up here, so that advising is nothing
but going through functions.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from operator import eq, ge, gt, lt, ne
from typing import Any

from bostoette.models.advice import Reason, Remark
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.conditions import Conditions, DeliveredPurpose
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.practice_condition import (
    PROFILE_FIELDS,
    Comparison,
    Effect,
    FieldTest,
    FormCondition,
    Hint,
    PlanCheck,
    Question,
)
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.situation import Situation
from bostoette.planning.compiled_checks import CompiledCheck, compile_measure_test

WISHES = "P04"
"""The rule by which a preferred form comes first."""
CAP = "P71"
"""The rule to which most forms' longest length belongs."""

Test = Callable[[ProfileFields, Situation], bool]
_COMPARED: Mapping[Comparison, Callable[[Any, Any], bool]] = {
    Comparison.IS: eq,
    Comparison.IS_NOT: ne,
    Comparison.MORE_THAN: gt,
    Comparison.AT_LEAST: ge,
    Comparison.FEWER_THAN: lt,
}


@dataclass(frozen=True, slots=True)
class CompiledPurpose:
    """A purpose: the delivered one whose order it takes, all four forms in order, the rule."""

    id: str
    order: tuple[ContactForm, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompiledCondition:
    """One condition: when all its tests hold, the reason stands beside its forms."""

    tests: tuple[Test, ...]
    forms: tuple[ContactForm, ...]
    reason: Reason
    cleared_by: frozenset[str]
    suggests: tuple[ContactForm, ...]


@dataclass(frozen=True, slots=True)
class CompiledHint:
    """One hint: when all its tests hold, the remark stands beside its forms."""

    tests: tuple[Test, ...]
    forms: tuple[ContactForm, ...]
    remark: Remark
    beside_warned: bool


@dataclass(frozen=True, slots=True)
class CompiledQuestion:
    """What to ask a citizen of whom too little is known."""

    remark: Remark
    answered_by: str
    """The profile's day on which it was answered; "" where only the whole profile does."""

    def answered(self, profile: ProfileFields) -> bool:
        """Tell whether the part of the profile that answers it was gone through."""
        return bool(self.answered_by) and getattr(profile, self.answered_by) is not None


@dataclass(frozen=True, slots=True)
class CompiledConditions:
    """Everything that advising and checking a plan look at."""

    purposes: Mapping[str, CompiledPurpose]
    """By id, the team's own among them."""
    conditions: tuple[CompiledCondition, ...]
    hints: tuple[CompiledHint, ...]
    questions: tuple[CompiledQuestion, ...]
    plan_checks: tuple[CompiledCheck, ...]
    caps: Mapping[ContactForm, int]
    """How long a contact of a form may be, in minutes (P71)."""
    wishes_rank: bool
    """Whether a preferred form comes first (P04)."""

    def with_own_purposes(self, own: Mapping[str, str]) -> "CompiledConditions":
        """Add a team's own purposes: by id the delivered one that each is like."""
        alike = {key: self.purposes[like] for key, like in own.items() if like in self.purposes}
        return replace(self, purposes={**self.purposes, **alike})


def compile_conditions(rules: PracticeRules, conditions: Conditions) -> CompiledConditions:
    """Make the rules that are on ready, with the delivered purposes and lengths."""
    making = _Making(rules)
    return CompiledConditions(
        purposes={one.id: making.purpose(one) for one in conditions.purposes},
        conditions=tuple(
            made for one in rules.conditions if (made := making.condition(one)) is not None
        ),
        hints=tuple(making.hint(one) for one in rules.hints if making.on(one.rules)),
        questions=tuple(making.question(one) for one in rules.questions if making.on(one.rules)),
        plan_checks=tuple(making.check(one) for one in rules.plan_checks if making.on(one.rules)),
        caps={
            form: length.cap_minutes
            for form, length in conditions.lengths.items()
            if length.rule == CAP
        },
        wishes_rank=bool(making.on((WISHES,))),
    )


class _Making:
    """Makes one entry after the other of the same rules."""

    def __init__(self, rules: PracticeRules) -> None:
        self._rules = rules
        self._codes_on = {code.id for code in rules.reason_codes if self.on(code.rules)}

    def on(self, rules: Iterable[str]) -> tuple[str, ...]:
        """Return those of the rules that are on."""
        return tuple(rule for rule in rules if self._rules.rules[rule].on)

    def purpose(self, one: DeliveredPurpose) -> CompiledPurpose:
        order = tuple(form for form in one.order if form in CORE_FORMS)
        rest = tuple(form for form in CORE_FORMS if form not in order)
        return CompiledPurpose(one.id, order + rest, self.on((one.rule,)))

    def condition(self, one: FormCondition) -> CompiledCondition | None:
        """Make a condition, which is gone when all its rules are off."""
        rules = self.on(one.rules)
        if not rules:
            return None
        reason = Reason(
            rules,
            self._rules.filled(one.text),
            self._rules.filled(one.lift),
            one.assumed or self._looks_at_assumed(one.when),
            excludes=one.effect is Effect.EXCLUDED,
        )
        return CompiledCondition(
            self._tests(one.when),
            one.forms,
            reason,
            frozenset(one.cleared_by) & self._codes_on,
            one.suggests,
        )

    def hint(self, one: Hint) -> CompiledHint:
        remark = Remark(self.on(one.rules), self._rules.filled(one.text))
        return CompiledHint(self._tests(one.when), one.forms, remark, one.beside_warned)

    def question(self, one: Question) -> CompiledQuestion:
        return CompiledQuestion(Remark(self.on(one.rules), one.text), one.answered_by)

    def check(self, one: PlanCheck) -> CompiledCheck:
        return CompiledCheck(
            one.id,
            one.per,
            self.on(one.rules),
            self._rules.filled(one.text),
            tuple(self._profile_test(test) for test in one.when),
            tuple(
                compile_measure_test(test, self._value(test.value), one.days)
                for test in one.raised_when
            ),
        )

    def _looks_at_assumed(self, tests: Iterable[FieldTest]) -> bool:
        names = [test.value for test in tests if isinstance(test.value, NumberName)]
        return any(self._rules.number(name).assumed for name in names)

    def _tests(self, tests: Iterable[FieldTest]) -> tuple[Test, ...]:
        return tuple(self._test(test) for test in tests)

    def _test(self, test: FieldTest) -> Test:
        if test.field in PROFILE_FIELDS:
            about_profile = self._profile_test(test)
            return lambda profile, _situation: about_profile(profile)
        field, compared, value = test.field, _COMPARED[test.comparison], self._value(test.value)

        def about_situation(_profile: ProfileFields, situation: Situation) -> bool:
            given = getattr(situation, field)
            return given is not None and compared(given, value)

        return about_situation

    def _profile_test(self, test: FieldTest) -> Callable[[ProfileFields], bool]:
        field, compared, value = test.field, _COMPARED[test.comparison], self._value(test.value)
        return lambda profile: compared(getattr(profile, field), value)

    def _value(self, value: object) -> Any:
        return self._rules.number(value).value if isinstance(value, NumberName) else value
