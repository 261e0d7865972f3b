"""A PracticeRule is one of the numbered rules: what it asks, why, on what ground, with numbers.

The rules are data (resources/practice_rules.toml); a team may change their numbers (P93).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bostoette.models.contact_form import ContactForm
from bostoette.models.wording import WEEKDAYS


class RulePriority(StrEnum):
    """How much a rule weighs."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            RulePriority.MUST: "skal",
            RulePriority.SHOULD: "bør",
            RulePriority.COULD: "kan",
        }[self]


class RuleKind(StrEnum):
    """What a rule does; a rule is of one or several kinds."""

    HARD = "hard"
    DESIGN = "design"
    WARNING = "warning"
    SOFT = "soft"
    FEATURE = "feature"
    TEMPLATE = "template"
    FIELD = "field"
    REPORT = "report"
    CHECKLIST = "checklist"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            RuleKind.HARD: "krav",
            RuleKind.DESIGN: "bygget ind i programmet",
            RuleKind.WARNING: "advarsel",
            RuleKind.SOFT: "forslag",
            RuleKind.FEATURE: "funktion",
            RuleKind.TEMPLATE: "skabelon",
            RuleKind.FIELD: "felt",
            RuleKind.REPORT: "opgørelse",
            RuleKind.CHECKLIST: "tjekliste",
        }[self]


class NumberUnit(StrEnum):
    """What a rule's number counts."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WORKDAYS = "workdays"
    WEEKS = "weeks"
    MONTHS = "months"
    WEEKDAY = "weekday"
    """A day of the week, Monday is 1."""
    CLOCK = "clock"
    """A full hour of the day, local time."""
    TIMES = "times"
    CONTACTS = "contacts"
    WORKERS = "workers"
    CITIZENS = "citizens"
    PARTICIPANTS = "participants"
    PLACES = "places"
    GOALS = "goals"
    POINTS = "points"
    """Steps of the wellbeing mark (P39)."""
    ITEMS = "items"
    INPUTS = "inputs"
    LETTERS = "letters"
    WORDS = "words"
    PERCENT = "percent"
    ANSWERS = "answers"

    @property
    def bounds(self) -> range:
        """The values that can be meant in this unit."""
        return _BOUNDS[self]

    def said(self, value: int) -> str:
        """Say a number in this unit: ``1 dag``, ``28 dage``, ``kl. 8.00``, ``torsdag``."""
        match self:
            case NumberUnit.WEEKDAY:
                return WEEKDAYS[value - 1]
            case NumberUnit.CLOCK:
                return f"kl. {value}.00"
        one, several = _UNIT_WORDS[self]
        return f"{value} {one if value == 1 else several}"


_UNIT_WORDS = {
    NumberUnit.MINUTES: ("minut", "minutter"),
    NumberUnit.HOURS: ("time", "timer"),
    NumberUnit.DAYS: ("dag", "dage"),
    NumberUnit.WORKDAYS: ("arbejdsdag", "arbejdsdage"),
    NumberUnit.WEEKS: ("uge", "uger"),
    NumberUnit.MONTHS: ("måned", "måneder"),
    NumberUnit.TIMES: ("gang", "gange"),
    NumberUnit.CONTACTS: ("kontakt", "kontakter"),
    NumberUnit.WORKERS: ("medarbejder", "medarbejdere"),
    NumberUnit.CITIZENS: ("borger", "borgere"),
    NumberUnit.PARTICIPANTS: ("deltager", "deltagere"),
    NumberUnit.PLACES: ("sted", "steder"),
    NumberUnit.GOALS: ("mål", "mål"),
    NumberUnit.POINTS: ("trin", "trin"),
    NumberUnit.ITEMS: ("punkt", "punkter"),
    NumberUnit.INPUTS: ("felt", "felter"),
    NumberUnit.LETTERS: ("tegn", "tegn"),
    NumberUnit.WORDS: ("ord", "ord"),
    NumberUnit.PERCENT: ("%", "%"),
    NumberUnit.ANSWERS: ("svar", "svar"),
}


_BOUNDS = {
    NumberUnit.MINUTES: range(1, 601),
    NumberUnit.HOURS: range(1, 169),
    NumberUnit.DAYS: range(1, 366),
    NumberUnit.WORKDAYS: range(1, 61),
    NumberUnit.WEEKS: range(1, 105),
    NumberUnit.MONTHS: range(1, 61),
    NumberUnit.WEEKDAY: range(1, 8),
    NumberUnit.CLOCK: range(25),
    NumberUnit.TIMES: range(1, 32),
    NumberUnit.CONTACTS: range(1, 101),
    NumberUnit.WORKERS: range(1, 51),
    NumberUnit.CITIZENS: range(1, 51),
    NumberUnit.PARTICIPANTS: range(1, 51),
    NumberUnit.PLACES: range(1, 21),
    NumberUnit.GOALS: range(1, 21),
    NumberUnit.POINTS: range(1, 11),
    NumberUnit.ITEMS: range(1, 51),
    NumberUnit.INPUTS: range(1, 21),
    NumberUnit.LETTERS: range(1, 10_001),
    NumberUnit.WORDS: range(1, 1_001),
    NumberUnit.PERCENT: range(101),
    NumberUnit.ANSWERS: range(1, 101),
}


@dataclass(frozen=True, slots=True)
class RuleNumber:
    """One number of a rule; assumed unless it stands in the source (P93)."""

    title: str
    value: int
    unit: NumberUnit
    assumed: bool

    @property
    def said(self) -> str:
        """The number with its unit in Danish."""
        return self.unit.said(self.value)


@dataclass(frozen=True, slots=True)
class NumberName:
    """Names one number of one rule, written with a dot between."""

    rule: str
    number: str

    def __str__(self) -> str:
        return f"{self.rule}.{self.number}"


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """One of the groups A–K."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class PracticeRule:
    """One rule, with Danish texts for the screen."""

    id: str
    group: str
    priority: RulePriority
    template: str
    """The text with {names} where its numbers go."""
    why: str
    about: str
    """Whom the experience is about; it never decides anything (P03)."""
    kinds: tuple[RuleKind, ...]
    forms: tuple[ContactForm, ...]
    """The forms that it is about."""
    against: tuple[ContactForm, ...]
    """Those of them that it speaks against, always or in the case that it names."""
    sources: tuple[str, ...]
    numbers: Mapping[str, RuleNumber]
    on: bool

    fixed: str = ""
    """Why a team cannot switch it off; empty where it can."""

    @property
    def text(self) -> str:
        """What the rule asks, with its numbers filled in."""
        return self.template.format_map({name: one.said for name, one in self.numbers.items()})
