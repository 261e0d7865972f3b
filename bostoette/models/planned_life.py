"""A PlannedLife is one citizen's contacts over some weeks, as the checks of a plan look at them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.key import Key


class LifeContact(NamedTuple):
    """One contact that is planned or was held."""

    id: Key
    day: date
    start: int
    minutes: int
    form: ContactForm
    place: ContactPlace
    status: ContactStatus
    workers: tuple[tuple[Key, str], ...]
    """Key and initials."""
    citizens: int
    """How many citizens take part."""

    @property
    def planned(self) -> bool:
        """Tell whether it is still to come."""
        return self.status is ContactStatus.PLANNED


LOOKED_BACK = timedelta(days=365)
"""How far before the contacts given the latest meeting is looked for."""


@dataclass(frozen=True, slots=True)
class PlannedLife:
    """A citizen who is planned for, with what was and will be held."""

    citizen_id: Key
    initials: str
    profile: ProfileFields
    contacts: tuple[LifeContact, ...]
    """In order of time."""
    first_day: date | None
    """The day of the first contact ever; None where there is none."""
    met: date | None
    """The latest meeting face to face in the year before the contacts given here."""
    home_seen: date | None
    """When the home was seen last in the year before them."""
    has_home: bool = True
    """Whether she has a home of her own that could be seen (P37)."""
