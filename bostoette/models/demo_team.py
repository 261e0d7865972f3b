"""The DemoTeam (eksempelteam) is invented: people, agreements and calendars to try things on.

It is read from ``resources/demo_team.toml``. Days are said in weeks from the week the example is
made in (0 is that week, -3 three weeks earlier), times in minutes after midnight.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.citizen_kinds import AgreementRhythm, CitizenStatus, GrantPeriod
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.contact_variant import ContactVariant, MeetingFlag
from bostoette.models.ffb import FunctionLevel, GoalType, SubTheme, SupportLevel, Theme
from bostoette.models.goal_kinds import GoalReason, GoalStatus
from bostoette.models.travel_mode import TravelMode
from bostoette.models.worker_kinds import AbsenceKind, BaseKind, WorkerRole
from bostoette.models.working_hours import WorkingHours


class DemoSize(StrEnum):
    """How much is made up."""

    TEAM = "team"
    LARGE_TEAM = "large-team"
    MUNICIPALITY = "municipality"

    @property
    def workers(self) -> int:
        """How many workers there are."""
        return _SIZES[self][0]

    @property
    def citizens(self) -> int:
        """How many citizens there are."""
        return _SIZES[self][1]

    @property
    def weeks(self) -> int:
        """How many weeks of past there are."""
        return _SIZES[self][2]


_SIZES = {
    DemoSize.TEAM: (7, 31, 12),
    DemoSize.LARGE_TEAM: (28, 120, 52),
    DemoSize.MUNICIPALITY: (300, 3_000, 261),
}


@dataclass(frozen=True, slots=True)
class DemoAbsence:
    """Some days away."""

    week: int
    weekday: int
    days: int
    kind: AbsenceKind


@dataclass(frozen=True, slots=True)
class DemoWorker:
    """A worker; in the large sizes every team has one like her."""

    initials: str
    name: str
    job_title: str
    role: WorkerRole
    caseload: bool
    hours: WorkingHours
    base_kind: BaseKind
    travel_mode: TravelMode
    postal_code: str
    km: tuple[float, float]
    stays_weeks: int | None
    absences: tuple[DemoAbsence, ...]


@dataclass(frozen=True, slots=True)
class DemoLine:
    """A line of an agreement; with weekdays and a time of day it is a series."""

    number: int
    minutes: int
    rhythm: AgreementRhythm
    every_weeks: int
    forms: tuple[ContactForm, ...]
    purposes: tuple[str, ...]
    weekdays: tuple[int, ...]
    at: int | None


@dataclass(frozen=True, slots=True)
class DemoAgreement:
    """What was agreed, from one week to before another."""

    since: int
    until: int | None
    on_demand: bool
    lines: tuple[DemoLine, ...]


@dataclass(frozen=True, slots=True)
class DemoGrant:
    """What was granted; minutes are None where it was left open."""

    paragraph: str
    minutes_from: int | None
    minutes_to: int | None
    period: GrantPeriod
    since: int
    until: int | None


@dataclass(frozen=True, slots=True)
class DemoCitizen:
    """A life; in the large sizes many citizens have one like it."""

    name: str
    worker: str
    secondary: str
    postal_code: str
    km: tuple[float, float] | None
    meeting_point: str
    place: ContactPlace
    has_number: bool
    emergency_contact: str
    language: str
    new: bool
    status: CitizenStatus
    status_since: int | None
    pattern: str
    profile: Mapping[str, Any]
    grants: tuple[DemoGrant, ...]
    agreements: tuple[DemoAgreement, ...]


@dataclass(frozen=True, slots=True)
class DemoParticipant:
    """Somebody else, from and until in minutes after the contact's start."""

    name: str
    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DemoOccasion:
    """A contact beside the agreements: a group, a duty, a meeting, something sudden."""

    form: ContactForm
    purpose: str
    minutes: int
    weekday: int
    at: int
    week: int
    every_weeks: int | None
    workers: tuple[str, ...]
    citizens: tuple[str, ...]
    place: ContactPlace
    place_text: str
    meeting_point: str
    unplanned: bool
    participants: tuple[DemoParticipant, ...]
    agenda: tuple[str, ...]
    variant: ContactVariant
    aim: str
    flags: tuple[MeetingFlag, ...]


@dataclass(frozen=True, slots=True)
class DemoAppointment:
    """Other time in calendars; no workers means everybody's but those outside."""

    kind: AppointmentKind
    title: str
    weekday: int
    at: int
    minutes: int
    week: int
    every_weeks: int | None
    workers: tuple[str, ...]
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoTask:
    """Something to do; due and done in days from the day the example is made."""

    kind: str
    """A TaskKind's value."""
    worker: str
    citizen: str
    text: str
    due: int
    done: int | None


@dataclass(frozen=True, slots=True)
class DemoGoal:
    """A goal; ``steps`` are its latest marks, the oldest first: h(elp), p(rompt), a(lone)."""

    words: str
    title: str
    goal_type: GoalType
    theme: Theme
    sub_theme: SubTheme | None
    functioning: FunctionLevel
    support: SupportLevel
    since: int
    review: int | None
    steps: str
    status: GoalStatus
    status_since: int
    reason: GoalReason | None
    lost: int | None
    """The week in which something was noted as lost since a break."""


@dataclass(frozen=True, slots=True)
class DemoAim:
    """An aim under a wish."""

    title: str
    goals: tuple[DemoGoal, ...]


@dataclass(frozen=True, slots=True)
class DemoWish:
    """What a citizen wishes for, in her own words; the week in which she said so."""

    citizen: str
    words: str
    since: int
    aims: tuple[DemoAim, ...]
    notes: tuple[str, ...]
    """What stands in her notes, one after the other."""
    wellbeing: str
    """The marks in them, a digit each (P39)."""


@dataclass(frozen=True, slots=True)
class DemoNames:
    """What the people and streets of the large sizes are called."""

    first_names: tuple[str, ...]
    surname_starts: tuple[str, ...]
    surname_ends: tuple[str, ...]
    streets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoTexts:
    """Sentences for reasons, plans B and agendas."""

    cancelled_by_citizen: tuple[str, ...]
    cancelled_by_us: tuple[str, ...]
    away: str
    no_show: tuple[str, ...]
    converted: tuple[str, ...]
    plan_b: tuple[str, ...]
    bad_weather_plan: tuple[str, ...]
    agenda: tuple[str, ...]
    override: tuple[str, ...]
    returned: str


@dataclass(frozen=True, slots=True)
class DemoNoteSentences:
    """Sentences for notes by form, for agreements, and for the team's templates."""

    physical: tuple[str, ...]
    phone: tuple[str, ...]
    video: tuple[str, ...]
    walk: tuple[str, ...]
    group: tuple[str, ...]
    next_time: tuple[str, ...]
    citizen_does: tuple[str, ...]
    worker_does: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoTeam:
    """Everything the file says."""

    opens: str
    towns: Mapping[str, str]
    names: DemoNames
    texts: DemoTexts
    notes: DemoNoteSentences
    workers: tuple[DemoWorker, ...]
    citizens: tuple[DemoCitizen, ...]
    occasions: tuple[DemoOccasion, ...]
    appointments: tuple[DemoAppointment, ...]
    tasks: tuple[DemoTask, ...]
    wishes: tuple[DemoWish, ...]
