"""An AdviceRequest holds made-up citizens on whom conditions are tried, as a file gives them."""

from dataclasses import dataclass

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.raised_check import UndatedPlan
from bostoette.models.situation import Situation


@dataclass(frozen=True, slots=True)
class AdviceCase:
    """One contact to advise on, with the profile that counts in it."""

    id: str
    profile: ProfileFields
    situation: Situation


@dataclass(frozen=True, slots=True)
class PlanCase:
    """One plan of 28 days to check."""

    id: str
    plan: UndatedPlan


@dataclass(frozen=True, slots=True)
class Persona:
    """A made-up citizen."""

    id: str
    profile: ProfileFields
    cases: tuple[AdviceCase, ...]
    plans: tuple[PlanCase, ...]


@dataclass(frozen=True, slots=True)
class AdviceRequest:
    """All that a file asks."""

    personas: tuple[Persona, ...]


@dataclass(frozen=True, slots=True)
class RequestWords:
    """The words that a request may use, each with its Danish title."""

    purposes: dict[str, str]
    """By id, the team's own among them."""
    reason_codes: dict[str, str]
