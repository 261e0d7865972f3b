"""The DemoLife is what happens around the invented team's contacts: tried, judged, answered, sent.

It is read from ``resources/demo_life.toml``. Weeks are said as in the DemoTeam, weekdays from 0 for
Monday, times in minutes after midnight.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bostoette.models.citizen_fields import AgreementLineFields
from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.contact_form import ContactForm
from bostoette.models.day_kind import DayKind
from bostoette.models.inquiry import Caller, Strain
from bostoette.models.life_kinds import PhaseOutState, RelationStrength, Triage, TrialOutcome
from bostoette.models.satisfaction import Satisfaction
from bostoette.models.sheet_change import SheetValue
from bostoette.models.voice_fields import VoiceFields


@dataclass(frozen=True, slots=True)
class DemoTrial:
    """A form that is tried for some weeks (P10)."""

    form: ContactForm
    since: int
    weeks: int
    question: str
    outcome: TrialOutcome | None
    answer: str


@dataclass(frozen=True, slots=True)
class DemoOnDemand:
    """From when a citizen makes contact herself, and how (P77)."""

    since: int
    how: str
    answer_workdays: int
    check_in_days: int


@dataclass(frozen=True, slots=True)
class DemoPhaseStep:
    """What is agreed from a week on; without lines she makes contact herself."""

    week: int
    lines: tuple[AgreementLineFields, ...]


@dataclass(frozen=True, slots=True)
class DemoPhaseOut:
    """A way to less; steps of weeks gone by are taken."""

    since: int
    state: PhaseOutState
    ended: int | None
    why: str
    steps: tuple[DemoPhaseStep, ...]


@dataclass(frozen=True, slots=True)
class DemoRisk:
    """A colour from a week on, and why (P42)."""

    week: int
    level: RiskLevel
    reason: str


@dataclass(frozen=True, slots=True)
class DemoLife:
    """The life around one citizen's contacts; None and nothing where nobody has asked."""

    citizen: str
    triage: Triage | None
    triaged: int
    """The week in which that was judged."""
    risk: tuple[DemoRisk, ...]
    voice: VoiceFields | None
    trials: tuple[DemoTrial, ...]
    on_demand: DemoOnDemand | None
    phase_out: DemoPhaseOut | None
    answers: Mapping[ContactForm, tuple[Satisfaction, ...]]
    """By form; the last one is about the latest contact."""
    relations: Mapping[str, RelationStrength]
    """By the worker's initials."""


@dataclass(frozen=True, slots=True)
class DemoMaterial:
    """An entry of the library (P76)."""

    title: str
    link: str
    file_name: str
    target: str
    language: str
    for_staff: bool


@dataclass(frozen=True, slots=True)
class DemoInquiry:
    """Somebody who turned to us (P75, P79)."""

    worker: str
    week: int
    weekday: int
    start: int
    minutes: int
    on_hotline: bool
    caller: Caller
    citizen: str
    who: str
    topic: str
    advice: str
    guided_to: str
    strain: Strain | None
    worried: bool
    material: str
    """The title of what was sent with it."""


@dataclass(frozen=True, slots=True)
class DemoSheet:
    """The version of its sheet that the team settled on, and what it changed since (P09)."""

    saved: int
    review: int
    author: str
    participants: tuple[str, ...]
    settled: Mapping[str, SheetValue]
    since: Mapping[str, SheetValue]


@dataclass(frozen=True, slots=True)
class DemoLives:
    """Everything the file says."""

    lives: tuple[DemoLife, ...]
    materials: tuple[DemoMaterial, ...]
    inquiries: tuple[DemoInquiry, ...]
    days: Mapping[str, tuple[DayKind | None, ...]]
    """Where each worker likes to be on a day without visits, by initials and weekday (P82)."""
    sheet: DemoSheet
