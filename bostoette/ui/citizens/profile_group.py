"""The groups of the profile: their questions, and what tells whether somebody has asked (P04)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bostoette.models.citizen_fields import ProfileFields
from bostoette.ui.citizens.citizen_facts import (
    NOT_ASKED,
    Fact,
    Shown,
    brief_day,
    equipment_facts,
    everyday_facts,
    talking_facts,
    wish_facts,
)
from bostoette.ui.citizens.profile_questions import EQUIPMENT, EVERYDAY, TALKING, WISHES, Question


@dataclass(frozen=True, slots=True)
class ProfileGroup:
    """Questions that are asked, and saved, together."""

    key: str
    title: str
    about: str
    questions: tuple[Question, ...]
    facts: Callable[[Shown], list[Fact]]
    state: Callable[[Shown], str]
    asked_on: Callable[[ProfileFields], date | None]


def _wishes_state(shown: Shown) -> str:
    profile = shown.details.profile
    if profile.wishes_asked_on is None:
        return NOT_ASKED
    by = shown.worker(profile.wishes_asked_by)
    said = f"Spurgt {brief_day(profile.wishes_asked_on)}{f' af {by.initials}' if by else ''}"
    return _again(said, "Spørg igen", shown.page.ask_again, shown.today)


def _equipment_state(shown: Shown) -> str:
    asked = shown.details.profile.equipment_checked_on
    if asked is None:
        return NOT_ASKED
    said = f"Set efter {brief_day(asked)}"
    return _again(said, "Se efter igen", shown.page.check_again, shown.today)


def _everyday_state(shown: Shown) -> str:
    asked = shown.details.profile.filled_on
    return NOT_ASKED if asked is None else f"Gennemgået {brief_day(asked)}"


def _again(said: str, ask: str, day: date | None, today: date) -> str:
    if day is None:
        return said
    if day <= today:
        return f"{said} · {ask} nu"
    return f"{said} · {ask.lower()} fra {brief_day(day)}"


WISHES_GROUP = ProfileGroup(
    "wishes",
    "Hvad synes borgeren om formerne?",
    "Et nej fjerner formen, når I planlægger. Spørg, før I begynder med kontakt på afstand.",
    WISHES,
    wish_facts,
    _wishes_state,
    lambda profile: profile.wishes_asked_on,
)
EQUIPMENT_GROUP = ProfileGroup(
    "equipment",
    EQUIPMENT.title,
    "Det afgør, om telefon og video kan tilbydes.",
    EQUIPMENT.questions,
    equipment_facts,
    _equipment_state,
    lambda profile: profile.equipment_checked_on,
)
EVERYDAY_GROUP = ProfileGroup(
    "everyday",
    "Hverdag, støtte og samtale",
    "Svarene hjælper med at vælge den form, der passer. Diagnose, målgruppe og alder hører ikke "
    "til her.",
    EVERYDAY.questions + TALKING.questions,
    lambda shown: everyday_facts(shown) + talking_facts(shown),
    _everyday_state,
    lambda profile: profile.filled_on,
)
PROFILE_GROUPS = (WISHES_GROUP, EQUIPMENT_GROUP, EVERYDAY_GROUP)
