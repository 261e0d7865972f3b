"""What figures are about: whose, and from which day to which."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bostoette.models.key import Key


class ScopeKind(StrEnum):
    """Whose figures."""

    TEAM = "team"
    WORKER = "worker"
    CITIZEN = "citizen"


class Section(StrEnum):
    """What the figures of one sight have to do with."""

    MIX = "mix"
    ATTENDANCE = "attendance"
    TIME = "time"
    TRAVEL = "travel"
    PEOPLE = "people"
    EFFECT = "effect"
    CHOICE = "choice"
    GRANTS = "grants"
    DRIVES = "drives"
    REPORT = "report"

    @property
    def danish(self) -> str:
        """The word on its tab."""
        return {
            Section.MIX: "Fordeling",
            Section.ATTENDANCE: "Fremmøde",
            Section.TIME: "Tid",
            Section.TRAVEL: "Transport",
            Section.PEOPLE: "Personer og notater",
            Section.EFFECT: "Udbytte",
            Section.CHOICE: "Valg af form",
            Section.GRANTS: "Bevilling",
            Section.DRIVES: "Kørsel",
            Section.REPORT: "Virkningsrapport",
        }[self]


@dataclass(frozen=True, slots=True)
class Scope:
    """The team's, one worker's or one citizen's."""

    kind: ScopeKind = ScopeKind.TEAM
    key: Key = b""
    """Whose; empty for the team."""


class Step(StrEnum):
    """How long each stretch of time is that figures are shown by."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included, shown by weeks or months."""

    first: date
    last: date
    step: Step = Step.WEEK


@dataclass(frozen=True, slots=True)
class Ask:
    """What somebody wants to see: whose figures, when, and up to which moment."""

    scope: Scope
    period: Period
    now: datetime
    """Wall-clock; nothing later is counted."""

    @property
    def today(self) -> date:
        """The last day that is counted."""
        return self.now.date()


@dataclass(frozen=True, slots=True)
class ScopedPerson:
    """Somebody whose figures may be seen."""

    key: Key
    initials: str
    name: str


@dataclass(frozen=True, slots=True)
class Scopes:
    """Whose figures somebody may see."""

    team: bool
    workers: tuple[ScopedPerson, ...]
    citizens: tuple[ScopedPerson, ...]
    sentence: str = ""
    """Why it is no more than this."""
