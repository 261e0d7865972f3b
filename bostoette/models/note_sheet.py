"""A NoteSheet is a note to be written: whom it is about, and what the form asks of her."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.goal_fields import GoalInPlay
from bostoette.models.key import Key
from bostoette.models.note_kinds import AgreementDoer, AgreementOutcome
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import CitizenName


class NoteInput(StrEnum):
    """One thing that the form asks; the order is that of the form."""

    TEXT = "text"
    HOME = "home"
    CERTAINTY = "certainty"
    BEEN_OUT = "been_out"
    AGREEMENTS = "agreements"
    GOALS = "goals"
    RELATION = "relation"
    SATISFACTION = "satisfaction"
    WELLBEING = "wellbeing"
    NEEDS_VISIT = "needs_visit"


@dataclass(frozen=True, slots=True)
class OpenAgreement:
    """An agreement that is still to be done."""

    id: Key
    text: str
    doer: AgreementDoer
    due: date | None
    made_on: date
    outcome: AgreementOutcome
    told_in_row: int = 0
    """How often in a row somebody was only told of it."""
    ask_seen: bool = False
    """It was told so often that it should be seen (P33)."""
    ever_seen: bool = False


@dataclass(frozen=True, slots=True)
class NoteSheet:
    """What is known before a note is written."""

    contact_id: Key
    citizen: CitizenName
    form: ContactForm
    purpose: str
    status: ContactStatus
    span: TimeSpan
    """When it was held, as far as that is noted; else when it was planned."""
    asks: tuple[NoteInput, ...]
    """What the form asks at once, never more than the rule's number (P92)."""
    asks_more: tuple[NoteInput, ...]
    """What can be said besides."""
    agreements: tuple[OpenAgreement, ...]
    goals: tuple[GoalInPlay, ...]
    others: tuple[CitizenName, ...] = ()
    """Who else takes part and has no note yet."""
    sent: tuple[str, ...] = ()
    """Materials sent to the citizen since the latest note (P76)."""
    longest: int = 1000
    """Letters from which the form asks for less (P92)."""
