"""Reads the practice rules; a faulty file is told with its place (P93)."""

import re
import string
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from bostoette.models.checklist import ChecklistPoint, PackageStep
from bostoette.models.contact_form import ContactForm
from bostoette.models.practice_condition import (
    PROFILE_FIELDS,
    SITUATION_FIELDS,
    CheckedFor,
    Comparison,
    Effect,
    FieldTest,
    FieldValue,
    FormCondition,
    Hint,
    Limit,
    Measure,
    MeasureTest,
    PlanCheck,
    Question,
    ReasonCode,
)
from bostoette.models.practice_rule import (
    NumberName,
    NumberUnit,
    PracticeRule,
    RuleGroup,
    RuleKind,
    RuleNumber,
    RulePriority,
)
from bostoette.models.practice_rules import NUMBER_IN_TEXT, Caution, PracticeRules, Tension
from bostoette.models.remote_kinds import CheckPoint, StartStep
from bostoette.models.resource_folder import resource_folder
from bostoette.models.wording import listed
from bostoette.store.file_entry import FileEntry, by_id, read_file

One = TypeVar("One")
_RULE_ID = re.compile(r"P\d\d")
_NUMBER_NAME = re.compile(r"(P\d\d)\.(\w+)")
_FIELD_KINDS = PROFILE_FIELDS | SITUATION_FIELDS
_ANSWERED = {"wishes_asked_on": str, "equipment_checked_on": str}
"""The days on which parts of a profile were gone through."""


@cache
def delivered_practice_rules() -> PracticeRules:
    """Return the practice rules that come with the program."""
    return read_practice_rules(resource_folder() / "practice_rules.toml")


def read_practice_rules(path: Path) -> PracticeRules:
    """Read a file of practice rules; raises PlanError naming the entry and field of a fault."""
    file = read_file(path, "Filen med praksisreglerne")
    file.allow_only(
        "group",
        "rule",
        "reason_code",
        "condition",
        "hint",
        "question",
        "plan_check",
        "tension",
        "caution",
        "check_point",
        "start_step",
    )
    groups = by_id(file.entries("group"), _group)
    rules = by_id(file.entries("rule"), lambda entry: _rule(entry, groups))
    reading = _DecisionTable(rules)
    codes = by_id(file.entries("reason_code"), reading.reason_code)
    conditions = by_id(file.entries("condition"), lambda entry: reading.condition(entry, codes))
    return PracticeRules(
        groups=tuple(groups.values()),
        rules=rules,
        hints=tuple(by_id(file.entries("hint"), reading.hint).values()),
        questions=tuple(by_id(file.entries("question"), reading.question).values()),
        reason_codes=tuple(codes.values()),
        conditions=tuple(conditions.values()),
        plan_checks=tuple(by_id(file.entries("plan_check"), reading.plan_check).values()),
        tensions=tuple(map(reading.tension, file.entries("tension"))),
        cautions=tuple(map(reading.caution, file.entries("caution"))),
        check_points=tuple(map(reading.check_point, file.entries("check_point"))),
        start_steps=tuple(map(reading.start_step, file.entries("start_step"))),
    )


def _group(entry: FileEntry) -> RuleGroup:
    entry.allow_only("id", "title")
    return RuleGroup(entry.text("id"), entry.text("title"))


def _rule(entry: FileEntry, groups: Mapping[str, RuleGroup]) -> PracticeRule:
    entry.allow_only(
        "id",
        "group",
        "priority",
        "text",
        "why",
        "about",
        "kind",
        "forms",
        "against",
        "source",
        "on",
        "fixed",
        "numbers",
    )
    numbers = {name: _number(one) for name, one in entry.named_entries("numbers").items()}
    forms = _forms(entry)
    return PracticeRule(
        id=_rule_id(entry),
        group=_known(entry, "group", groups),
        priority=entry.word("priority", RulePriority),
        template=_template(entry, numbers),
        why=entry.text("why"),
        about=entry.text("about"),
        kinds=_filled(entry, "kind", entry.words("kind", RuleKind)),
        forms=forms,
        against=_against(entry, forms),
        sources=_filled(entry, "source", entry.texts("source")),
        numbers=numbers,
        on=entry.flag("on"),
        fixed=entry.optional_text("fixed"),
    )


def _rule_id(entry: FileEntry) -> str:
    given = entry.text("id")
    if not _RULE_ID.fullmatch(given):
        raise entry.fault("id", "der skal stå P og to cifre")
    return given


def _number(entry: FileEntry) -> RuleNumber:
    entry.allow_only("title", "value", "unit", "assumed")
    number = RuleNumber(
        title=entry.text("title"),
        value=entry.whole("value"),
        unit=entry.word("unit", NumberUnit),
        assumed=entry.flag("assumed"),
    )
    if number.value not in number.unit.bounds:
        raise entry.fault("value", f"{number.value} passer ikke til enheden {number.unit}")
    return number


def _template(entry: FileEntry, numbers: Mapping[str, RuleNumber]) -> str:
    text = entry.text("text")
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError as fault:
        raise entry.fault("text", "en krølleparentes er ikke lukket") from fault
    for _, name, form, conversion in parts:
        if name is not None and (name not in numbers or form or conversion):
            raise entry.fault("text", f"tallet »{name}« er ikke blandt reglens tal")
    return text


def _forms(entry: FileEntry) -> tuple[ContactForm, ...]:
    if entry.texts("forms") == ("all",):
        return tuple(ContactForm)
    return entry.words("forms", ContactForm)


def _against(entry: FileEntry, forms: tuple[ContactForm, ...]) -> tuple[ContactForm, ...]:
    against = entry.words("against", ContactForm)
    for form in against:
        if form not in forms:
            raise entry.fault("against", f"»{form}« står ikke blandt formerne i forms")
    return against


def _known(entry: FileEntry, field: str, known: Mapping[str, object]) -> str:
    given = entry.text(field)
    if given not in known:
        raise entry.fault(field, f"»{given}« kendes ikke")
    return given


def _filled(entry: FileEntry, field: str, given: tuple[One, ...]) -> tuple[One, ...]:
    if not given:
        raise entry.fault(field, "der skal stå mindst ét")
    return given


class _DecisionTable:
    """Reads what combines the rules, and holds every id it names against them."""

    def __init__(self, rules: Mapping[str, PracticeRule]) -> None:
        self._rules = rules

    def rule_ids(self, entry: FileEntry, field: str = "rules") -> tuple[str, ...]:
        ids = entry.texts(field)
        for one in ids:
            if one not in self._rules:
                raise entry.fault(field, f"reglen »{one}« kendes ikke")
        return ids

    def reason_code(self, entry: FileEntry) -> ReasonCode:
        entry.allow_only("id", "title", "rules")
        return ReasonCode(entry.text("id"), entry.text("title"), self.rule_ids(entry))

    def condition(self, entry: FileEntry, codes: Mapping[str, ReasonCode]) -> FormCondition:
        entry.allow_only(
            "id",
            "text",
            "lift",
            "when",
            "forms",
            "effect",
            "rules",
            "cleared_by",
            "suggests",
            "assumed",
        )
        cleared_by = entry.texts("cleared_by")
        for code in cleared_by:
            if code not in codes:
                raise entry.fault("cleared_by", f"grunden »{code}« kendes ikke")
        return FormCondition(
            id=entry.text("id"),
            text=self._numbered_text(entry, "text"),
            lift=self._numbered_text(entry, "lift"),
            when=_filled(entry, "when", self._field_tests(entry, _FIELD_KINDS)),
            forms=_filled(entry, "forms", entry.words("forms", ContactForm)),
            effect=entry.word("effect", Effect),
            rules=_filled(entry, "rules", self.rule_ids(entry)),
            cleared_by=cleared_by,
            suggests=entry.words("suggests", ContactForm),
            assumed=entry.flag("assumed", absent=False),
        )

    def hint(self, entry: FileEntry) -> Hint:
        entry.allow_only("id", "text", "when", "forms", "rules", "beside_warned")
        return Hint(
            id=entry.text("id"),
            text=self._numbered_text(entry, "text"),
            when=_filled(entry, "when", self._field_tests(entry, _FIELD_KINDS)),
            forms=_filled(entry, "forms", entry.words("forms", ContactForm)),
            rules=_filled(entry, "rules", self.rule_ids(entry)),
            beside_warned=entry.flag("beside_warned", absent=False),
        )

    def question(self, entry: FileEntry) -> Question:
        entry.allow_only("id", "text", "rules", "answered_by")
        rules = _filled(entry, "rules", self.rule_ids(entry))
        answered_by = _known(entry, "answered_by", _ANSWERED) if "answered_by" in entry.raw else ""
        return Question(entry.text("id"), entry.text("text"), rules, answered_by)

    def plan_check(self, entry: FileEntry) -> PlanCheck:
        entry.allow_only("id", "per", "days", "text", "when", "raised_when", "rules")
        raised_when = tuple(self._measure_test(one) for one in entry.entries("raised_when"))
        return PlanCheck(
            id=entry.text("id"),
            per=entry.word("per", CheckedFor),
            days=entry.whole("days"),
            text=self._numbered_text(entry, "text"),
            when=self._field_tests(entry, PROFILE_FIELDS),
            raised_when=_filled(entry, "raised_when", raised_when),
            rules=_filled(entry, "rules", self.rule_ids(entry)),
        )

    def tension(self, entry: FileEntry) -> Tension:
        entry.allow_only("between", "settled", "rules")
        return Tension(entry.text("between"), entry.text("settled"), self.rule_ids(entry))

    def caution(self, entry: FileEntry) -> Caution:
        entry.allow_only("text", "rules")
        return Caution(entry.text("text"), self.rule_ids(entry))

    def check_point(self, entry: FileEntry) -> ChecklistPoint:
        entry.allow_only("id", "text", "rules")
        rules = _filled(entry, "rules", self.rule_ids(entry))
        return ChecklistPoint(entry.word("id", CheckPoint), entry.text("text"), rules)

    def start_step(self, entry: FileEntry) -> PackageStep:
        entry.allow_only("id", "text", "how", "rules")
        return PackageStep(
            entry.word("id", StartStep),
            entry.text("text"),
            self._numbered_text(entry, "how"),
            _filled(entry, "rules", self.rule_ids(entry)),
        )

    def _field_tests(self, entry: FileEntry, kinds: Mapping[str, type]) -> tuple[FieldTest, ...]:
        return tuple(self._field_test(one, kinds) for one in entry.entries("when"))

    def _field_test(self, entry: FileEntry, kinds: Mapping[str, type]) -> FieldTest:
        field = _known(entry, "field", kinds)
        comparison = Comparison(_one_of(entry, "field", [one.value for one in Comparison]))
        if comparison.of_numbers:
            if kinds[field] is not int:
                raise entry.fault(comparison, f"»{field}« er ikke et tal")
            return FieldTest(field, comparison, self._limit(entry, comparison))
        return FieldTest(field, comparison, _value(entry, comparison, kinds[field]))

    def _measure_test(self, entry: FileEntry) -> MeasureTest:
        limit = Limit(_one_of(entry, "measure", [one.value for one in Limit]))
        return MeasureTest(entry.word("measure", Measure), limit, self._limit(entry, limit))

    def _limit(self, entry: FileEntry, field: str) -> int | NumberName:
        if not isinstance(entry.raw[field], str):
            return entry.whole(field)
        found = _NUMBER_NAME.fullmatch(entry.text(field))
        if found and self._has_number(found[1], found[2]):
            return NumberName(found[1], found[2])
        raise entry.fault(field, f"tallet »{entry.text(field)}« findes ikke i nogen regel")

    def _numbered_text(self, entry: FileEntry, field: str) -> str:
        """Return a text in which rules' numbers may stand, as ``{P37.home_days}``."""
        text = entry.text(field)
        for found in NUMBER_IN_TEXT.finditer(text):
            if not self._has_number(found[1], found[2]):
                raise entry.fault(field, f"tallet »{found[0]}« findes ikke i nogen regel")
        if set("{}") & set(NUMBER_IN_TEXT.sub("", text)):
            raise entry.fault(field, "et tal skrives som {P37.home_days}")
        return text

    def _has_number(self, rule: str, number: str) -> bool:
        return rule in self._rules and number in self._rules[rule].numbers


def _one_of(entry: FileEntry, beside: str, fields: list[str]) -> str:
    """Return the one comparison that stands beside what is compared."""
    entry.allow_only(beside, *fields)
    given = [field for field in fields if field in entry.raw]
    if len(given) != 1:
        raise entry.fault(beside, f"der skal stå netop én af {listed(fields)} ved siden af")
    return given[0]


def _value(entry: FileEntry, field: str, kind: type) -> FieldValue:
    """Return the value that a field is compared with, held against the field's kind."""
    if kind is bool:
        return entry.flag(field)
    if kind is int:
        return entry.whole(field)
    return entry.word(field, kind) if issubclass(kind, StrEnum) else entry.text(field)
