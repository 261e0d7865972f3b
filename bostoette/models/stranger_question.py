"""A StrangerQuestion: a call or video comes to somebody whom the citizen does not know (P13)."""

from dataclasses import dataclass
from enum import StrEnum

from bostoette.models.contact_form import ContactForm
from bostoette.models.cover import Cover
from bostoette.models.form_question import FormQuestion
from bostoette.models.key import Key
from bostoette.models.week_contact import CitizenName


class StrangerWay(StrEnum):
    """What can be done about it."""

    KNOWN = "known"
    """A colleague whom the citizen knows takes it."""
    VISIT = "visit"
    """The two meet on a visit instead."""
    SHORT_CALL = "short_call"
    """A short call, only to move what was agreed."""
    ALL_THE_SAME = "all_the_same"
    """As it was planned, with a reason (P07)."""


@dataclass(frozen=True, slots=True)
class StrangerQuestion:
    """Who takes over what from whom, and what is offered instead."""

    citizen: CitizenName
    comes: str
    """The initials of who is to take it."""
    form: ContactForm
    known: tuple[Cover, ...]
    """Who knows the citizen and has the time, the best known first."""
    call_minutes: int
    """How long a call only to move what was agreed is."""
    question: FormQuestion
    """What speaks against the form with somebody unknown, and what is asked for."""


@dataclass(frozen=True, slots=True)
class StrangerAnswer:
    """What the person chose: the way, who takes it, and why."""

    way: StrangerWay
    comes: Key
    reason: str = ""
