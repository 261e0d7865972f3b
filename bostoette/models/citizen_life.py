"""What surrounds a citizen's contacts, as her page shows it: judged, tried, phased out, known."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.citizen_fields import AgreementLineFields
from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.contact_form import ContactForm
from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.key import Key
from bostoette.models.life_kinds import PhaseOutState, RelationStrength, Triage, TrialOutcome
from bostoette.models.plan_error import PlanError

_STILL_THERE = "Intet er gemt endnu, og det skrevne står der stadig."


@dataclass(frozen=True, slots=True)
class RiskMark:
    """A risk colour from a day on, and who judged it (P42)."""

    level: RiskLevel
    judged_on: date
    judged_by: str
    """Initials; empty where that is not known."""
    reason: str


@dataclass(frozen=True, slots=True)
class TriageMark:
    """Who must be visited when there are too few hands: judged when, and by whom (P89)."""

    triage: Triage
    judged_on: date
    judged_by: str
    """Initials."""


@dataclass(frozen=True, slots=True)
class PairRelation:
    """How well one worker and one citizen know each other (P15)."""

    worker_id: Key
    initials: str
    strength: RelationStrength
    meetings: int
    """How often they have met face to face."""
    last_met: date | None
    by_hand: bool
    """Said by somebody, instead of told by their meetings."""
    counted_all: bool = True
    """False where they have met more often than was counted."""

    def said(self) -> str:
        """Say it: ``har mødt borgeren (2 møder)``."""
        if not self.meetings:
            return self.strength.danish
        meetings = "1 møde" if self.meetings == 1 else f"{self.meetings} møder"
        if not self.counted_all:
            meetings = f"mere end {meetings}"
        return f"{self.strength.danish} ({meetings})"


@dataclass(frozen=True, slots=True)
class TrialFields:
    """A trial of a form as it is filled in (P10)."""

    form: ContactForm
    first_day: date
    last_day: date
    question: str

    def check(self) -> None:
        """Raise PlanError where the question is missing or the days stand the wrong way."""
        if not self.question.strip():
            raise PlanError(f"Skriv det spørgsmål, I vil have svar på. {_STILL_THERE}")
        if self.last_day < self.first_day:
            raise PlanError(f"Prøveforløbet slutter, før det begynder. {_STILL_THERE}")
        refuse_cpr(self.question)


@dataclass(frozen=True, slots=True)
class StoredTrial:
    """A trial as stored; it runs until somebody has decided."""

    id: Key
    fields: TrialFields
    begun_by: str
    outcome: TrialOutcome | None
    answer: str
    decided_on: date | None
    decided_by: str

    @property
    def running(self) -> bool:
        """Tell whether nobody has decided yet."""
        return self.outcome is None

    def is_due(self, today: date) -> bool:
        """Tell whether it is time to decide."""
        return self.running and self.fields.last_day <= today


@dataclass(frozen=True, slots=True)
class OnDemandFields:
    """What is agreed while a citizen makes contact herself (P77)."""

    first_day: date
    how_to_reach: str
    answer_workdays: int
    check_in_days: int

    def check(self) -> None:
        """Raise PlanError where it is not said how to reach us."""
        if not self.how_to_reach.strip():
            raise PlanError(f"Skriv, hvordan borgeren får fat i jer. {_STILL_THERE}")
        refuse_cpr(self.how_to_reach)


@dataclass(frozen=True, slots=True)
class StoredOnDemand:
    """One time on demand as stored."""

    fields: OnDemandFields
    last_day: date | None
    heard_from: date | None
    """The day of the latest held contact."""

    def holds_on(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.fields.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class PhaseStep:
    """What is agreed from a day on; no lines mean that the citizen makes contact herself."""

    first_day: date
    lines: tuple[AgreementLineFields, ...]
    taken_on: date | None = None

    def said(self) -> str:
        """Say the step: ``besøg 1 × 60 min pr. måned, telefon 1 × 15 min pr. uge``."""
        if not self.lines:
            return "efter behov: borgeren henvender sig selv"
        return ", ".join(
            f"{'/'.join(form.short_name for form in line.forms)} {line.said()}"
            for line in self.lines
        )


@dataclass(frozen=True, slots=True)
class StoredPhaseOut:
    """A way from visits to less as stored."""

    id: Key
    steps: tuple[PhaseStep, ...]
    state: PhaseOutState
    begun_on: date
    ended_on: date | None
    ended_why: str
    lost: str
    """Why no step may be taken now, since contact is lost; empty where it is not."""

    @property
    def next_step(self) -> int | None:
        """Which step is the next to be taken."""
        if self.state is not PhaseOutState.RUNNING:
            return None
        return next((place for place, one in enumerate(self.steps) if one.taken_on is None), None)


@dataclass(frozen=True, slots=True)
class CitizenLife:
    """Everything of it for one citizen."""

    risk: tuple[RiskMark, ...]
    """The newest first."""
    triage: tuple[TriageMark, ...]
    """The newest first."""
    judge_again: date | None
    """When the triage is to be judged again; None where nobody has yet."""
    trials: tuple[StoredTrial, ...]
    """The newest first."""
    on_demand: tuple[StoredOnDemand, ...]
    """The newest first."""
    phase_outs: tuple[StoredPhaseOut, ...]
    """The newest first."""

    @property
    def phase_out(self) -> StoredPhaseOut | None:
        """The phase-out that runs."""
        return next((one for one in self.phase_outs if one.state is PhaseOutState.RUNNING), None)

    def running_trials(self) -> tuple[StoredTrial, ...]:
        """Return the trials that nobody has decided on."""
        return tuple(one for one in self.trials if one.running)
