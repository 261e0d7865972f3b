"""What a worker fills in when she writes a note, and what is asked of her there."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.goal_kinds import Independence
from bostoette.models.key import Key
from bostoette.models.note_kinds import (
    AgreementDoer,
    AgreementOutcome,
    Certainty,
    HomeImpression,
    RelationMark,
    SeenOrTold,
)
from bostoette.models.plan_error import PlanError
from bostoette.models.satisfaction import Satisfaction

STILL_THERE = "Intet er gemt endnu, og det skrevne står der stadig."


@dataclass(frozen=True, slots=True)
class NewAgreement:
    """One agreement as it is typed: what, who does it, by which day if any."""

    text: str
    doer: AgreementDoer = AgreementDoer.CITIZEN
    due: date | None = None

    def check(self) -> None:
        """Raise PlanError where nothing is agreed, or something looks like a CPR number."""
        if not self.text.strip():
            raise PlanError(f"Skriv, hvad I har aftalt. {STILL_THERE}")
        refuse_cpr(self.text)


@dataclass(frozen=True, slots=True)
class AnsweredAgreement:
    """What became of an earlier agreement, seen or told (P33)."""

    agreement_id: Key
    outcome: AgreementOutcome
    how: SeenOrTold


@dataclass(frozen=True, slots=True)
class NoteFields:
    """A note as it is filled in; None was not answered, empty was not written."""

    text: str = ""
    since_last_text: str = ""
    did_text: str = ""
    next_time_text: str = ""
    observed_text: str = ""
    told_text: str = ""
    certainty: Certainty | None = None
    home_impression: HomeImpression | None = None
    been_out: bool | None = None
    wellbeing_score: int | None = None
    relation: RelationMark | None = None
    needs_visit: bool = False
    nothing_to_note: bool = False
    agreed: tuple[NewAgreement, ...] = ()
    answered: tuple[AnsweredAgreement, ...] = ()
    goals: tuple[tuple[Key, Independence | None], ...] = ()
    """The goals it tells of, and how far the citizen did it herself (P44)."""
    satisfaction: Satisfaction | None = None
    """What the citizen answered about the contact (P91)."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that was written, in the order it is read."""
        return (
            self.since_last_text,
            self.did_text,
            self.text,
            self.observed_text,
            self.told_text,
            self.next_time_text,
        )

    @property
    def says_something(self) -> bool:
        """Tell whether anything was written, agreed or answered."""
        written = any(text.strip() for text in self.texts)
        return bool(written or self.agreed or self.answered or self.goals)

    def check(self) -> None:
        """Raise PlanError where nothing is said, or something looks like a CPR number (P90)."""
        refuse_cpr(*self.texts)
        for agreement in self.agreed:
            agreement.check()
        if not self.says_something and not self.nothing_to_note:
            raise PlanError(
                "Skriv et par ord, eller vælg »Intet at notere«. Intet er underskrevet endnu."
            )
        if self.says_something and self.nothing_to_note:
            raise PlanError(
                "Der er skrevet noget, og der er valgt »Intet at notere«. Vælg det ene. "
                f"{STILL_THERE}"
            )
