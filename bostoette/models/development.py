"""How things went for a citizen over time (udvikling): goals, wellbeing, forms, people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bostoette.models.contact_form import ContactForm
from bostoette.models.goal_kinds import GoalStatus, Independence
from bostoette.models.key import Key


@dataclass(frozen=True, slots=True)
class StepMark:
    """How far the citizen did it herself on a day (P44)."""

    day: date
    independence: Independence


@dataclass(frozen=True, slots=True)
class GoalCurve:
    """A goal's marks in order of time."""

    goal_id: Key
    words: str
    about: str
    """Its theme in words, where the citizen's own are hidden."""
    status: GoalStatus
    marks: tuple[StepMark, ...]
    steps_down: bool
    """Mostly done alone for as long as the rule says: a candidate for less support (P44)."""
    lost: bool
    """Something was lost since a break (P41)."""


@dataclass(frozen=True, slots=True)
class WellbeingMark:
    """How well the citizen was, 1 to 5, and how the contact was held (P39)."""

    day: date
    form: ContactForm
    score: int


@dataclass(frozen=True, slots=True)
class WellbeingFall:
    """Wellbeing fell as much as the rule warns of (P39)."""

    before: int
    now: int
    contacts: int


@dataclass(frozen=True, slots=True)
class FourWeeks:
    """Four weeks up to a day: held contacts by form, and the workers the citizen met (P17)."""

    first: date
    last: date
    forms: Mapping[ContactForm, int]
    workers: tuple[str, ...]
    """Initials."""


@dataclass(frozen=True, slots=True)
class ContactGap:
    """A break between held contacts (P41)."""

    last_before: date
    resumed: date | None
    """None where there has been no contact since."""


@dataclass(frozen=True, slots=True)
class Development:
    """One citizen's development up to a day."""

    today: date
    goals: tuple[GoalCurve, ...]
    wellbeing: tuple[WellbeingMark, ...]
    fall: WellbeingFall | None
    periods: tuple[FourWeeks, ...]
    """The oldest first."""
    most_workers: int
    gap: ContactGap | None
    weeks_alone: int
    """How many weeks of mostly "alone" make a candidate for less support (P44)."""
