"""A ContactHistory is what was and will be held with one citizen, as advice has to know it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.key import Key


class KnownContact(NamedTuple):
    """One contact with the citizen, planned, held or fallen through."""

    id: Key
    day: date
    start: int
    form: ContactForm
    place: ContactPlace
    status: ContactStatus
    workers: tuple[Key, ...]

    @property
    def counts(self) -> bool:
        """Tell whether people are together in it: held, or still planned."""
        return self.status in {ContactStatus.PLANNED, ContactStatus.HELD}

    @property
    def meets(self) -> bool:
        """Tell whether people meet face to face in it (P01)."""
        return self.counts and self.form.face_to_face

    @property
    def sees_home(self) -> bool:
        """Tell whether the home is seen in it (P37); a walk does not (P59)."""
        return self.counts and self.form is ContactForm.PHYSICAL and self.place is ContactPlace.HOME


@dataclass(frozen=True, slots=True)
class Meetings:
    """How often a worker and the citizen met face to face, in all and lately (P11, P15)."""

    ever: int = 0
    lately: int = 0


@dataclass(frozen=True, slots=True)
class ContactHistory:
    """What lies before a first day, counted up, and each contact from that day on."""

    home_seen: date | None = None
    met: date | None = None
    met_and_held: date | None = None
    """The latest meeting face to face that is noted as held; a planned one may yet fall through."""
    meetings: Mapping[Key, Meetings] = field(default_factory=dict)
    """By worker."""
    contacts: tuple[KnownContact, ...] = ()
    """From the first day on, in order of time."""
    has_home: bool = True
    """Whether there is a home of her own that could be seen (P37)."""
