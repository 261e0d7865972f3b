"""A RaisedPlan is what the practice rules say of a citizen's dated plan over 28 days."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.key import Key


@dataclass(frozen=True, slots=True)
class RaisedPlan:
    """One check that was raised: on whom, over which days, about which contacts."""

    check: str
    """The check's id: ``face_to_face_floor``."""
    rule: str
    """The practice rule's id."""
    citizen_id: Key
    initials: str
    first: date
    last: date
    day: date
    """The day it is told on."""
    contacts: tuple[Key, ...]
    """Empty where something is missing instead."""
    text: str
    lift: str = ""
