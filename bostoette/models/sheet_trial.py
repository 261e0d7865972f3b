"""A trial of a change before anything is saved: the advice before and after it (P09)."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.advice import Advice
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.situation import Situation


@dataclass(frozen=True, slots=True)
class InventedCase:
    """A citizen and a contact made up to try conditions on."""

    profile: ProfileFields
    situation: Situation


@dataclass(frozen=True, slots=True)
class Trial:
    """The same advice by the sheet in force and by the one that is thought of."""

    before: Advice
    after: Advice


@dataclass(frozen=True, slots=True)
class ChangedContact:
    """A planned contact of the week whose form is advised otherwise after the change."""

    contact_id: Key
    citizen: str
    """Initials."""
    form: ContactForm
    day: date
    before: str
    """How its form fits, in words."""
    after: str


@dataclass(frozen=True, slots=True)
class WeekTrial:
    """How many of the team's planned contacts of a week the change would be felt in."""

    contacts: int
    changed: tuple[ChangedContact, ...]
