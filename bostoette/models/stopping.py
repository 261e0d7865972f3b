"""A Stopping lists what stops when a citizen's support does, before anything is changed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key


class Fate(StrEnum):
    """What becomes of a planned contact."""

    DELETED = "deleted"
    """Nobody counts on it yet."""
    CANCELLED = "cancelled"
    """It was agreed with the citizen or has left as a calendar file."""
    LEFT = "left"
    """Others take part in it; only this citizen's part ends."""

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            Fate.DELETED: "slettes",
            Fate.CANCELLED: "aflyses",
            Fate.LEFT: "fortsætter for de andre",
        }[self]


@dataclass(frozen=True, slots=True)
class StoppedContact:
    """One planned contact that stops; start in minutes after midnight."""

    id: Key
    day: date
    start: int
    form: ContactForm
    fate: Fate


@dataclass(frozen=True, slots=True)
class StoppedTask:
    """One open task that falls away."""

    id: Key
    text: str
    due: date | None


@dataclass(frozen=True, slots=True)
class StoppedSeries:
    """One running series that ends, said as its rule is said."""

    id: Key
    said: str


@dataclass(frozen=True, slots=True)
class Stopping:
    """Everything that stops."""

    contacts: tuple[StoppedContact, ...] = ()
    tasks: tuple[StoppedTask, ...] = ()
    series: tuple[StoppedSeries, ...] = ()
    lent: tuple[str, ...] = ()
    """Equipment on loan that does not come back by itself (P62)."""

    @property
    def nothing(self) -> bool:
        """Tell whether nothing is planned that could stop."""
        return not (self.contacts or self.tasks or self.series)
