"""What a person fills in about wishes, aims and goals (P45), and the same as stored."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.ffb import FunctionLevel, GoalType, SubTheme, SupportLevel, Theme
from bostoette.models.goal_kinds import GoalReason, GoalStatus, Independence
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError

STILL_THERE = "Intet er gemt endnu, og det skrevne står der stadig."


@dataclass(frozen=True, slots=True)
class GoalFields:
    """A goal as it is filled in: the citizen's own words first, the rest in the field's words."""

    words: str
    title: str = ""
    goal_type: GoalType = GoalType.DEVELOP
    theme: Theme = Theme.PRACTICAL
    sub_theme: SubTheme | None = None
    functioning: FunctionLevel = FunctionLevel.NOT_ASSESSED
    support: SupportLevel = SupportLevel.NOT_ASSESSED
    review_on: date | None = None

    def check(self) -> None:
        """Raise PlanError where her words are missing, the theme is split, or a CPR number."""
        if not self.words.strip():
            raise PlanError(f"Skriv målet med borgerens egne ord. {STILL_THERE}")
        if self.sub_theme is not None and self.sub_theme.theme is not self.theme:
            raise PlanError(f"Undertemaet hører til et andet tema. {STILL_THERE} Vælg det igen.")
        refuse_cpr(self.words, self.title)


@dataclass(frozen=True, slots=True)
class NewTurn:
    """Where a goal is to stand from today, and why."""

    status: GoalStatus
    reason: GoalReason | None = None
    reason_text: str = ""

    def check(self) -> None:
        """Raise PlanError where a reason is missing, or a CPR number stands in it."""
        refuse_cpr(self.reason_text)
        fits = self.reason in self.status.reasons
        told = self.reason is not GoalReason.OTHER or bool(self.reason_text.strip())
        if self.status.reasons and not (fits and told):
            raise PlanError(f"Vælg eller skriv en grund. {STILL_THERE}")


@dataclass(frozen=True, slots=True)
class Turn:
    """A goal came to stand elsewhere."""

    day: date
    status: GoalStatus
    reason: GoalReason | None
    reason_text: str
    by: str
    """Initials; empty where nobody is known."""

    @property
    def said(self) -> str:
        """The reason in words; empty where none was asked for."""
        if self.reason is None or (self.reason is GoalReason.OTHER and self.reason_text):
            return self.reason_text
        return self.reason.danish


@dataclass(frozen=True, slots=True)
class StoredGoal:
    """A goal as stored."""

    id: Key
    version: int
    aim_id: Key
    fields: GoalFields
    status: GoalStatus
    since: date
    lost_on: date | None = None
    turns: tuple[Turn, ...] = ()
    """From the first to the latest."""

    @property
    def said(self) -> str:
        """What lists call it: the citizen's own words."""
        return self.fields.words


@dataclass(frozen=True, slots=True)
class StoredAim:
    """An aim with its goals, those in play first."""

    id: Key
    version: int
    title: str
    goals: tuple[StoredGoal, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredWish:
    """A wish with the aims that serve it."""

    id: Key
    version: int
    words: str
    said_on: date
    aims: tuple[StoredAim, ...] = ()


@dataclass(frozen=True, slots=True)
class GoalInPlay:
    """An active goal, as the note and the contact offer it."""

    id: Key
    words: str
    title: str
    theme: Theme
    sub_theme: SubTheme | None
    lost: bool = False
    """Something was lost since a break (P41)."""


@dataclass(frozen=True, slots=True)
class MarkedGoal:
    """A goal as a note told of it; ``independence`` is None where it was only worked with."""

    goal_id: Key
    words: str
    independence: Independence | None
