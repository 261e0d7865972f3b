"""The Board (tavle) says who is out, at home and at the office on a day (P82)."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.day_kind import DayKind
from bostoette.models.key import Key
from bostoette.models.life_kinds import Triage
from bostoette.models.week_contact import CitizenName
from bostoette.models.worker_fields import AbsenceFields


@dataclass(frozen=True, slots=True)
class BoardCitizen:
    """A citizen whom somebody at home has that day, and who may not manage by phone."""

    citizen: CitizenName
    triage: Triage | None
    """None where nobody has judged yet."""
    contact_id: Key
    """What somebody at home has with her that day."""


@dataclass(frozen=True, slots=True)
class BoardWorker:
    """One worker of the day."""

    id: Key
    name: str
    initials: str
    kind: DayKind | None
    absence: AbsenceFields | None
    """Where she is away."""
    contacts: int
    to_look_at: tuple[BoardCitizen, ...] = ()
    """On a day at home: whom somebody else had better see."""

    @property
    def away(self) -> bool:
        """Tell whether she is away that day."""
        return self.absence is not None


@dataclass(frozen=True, slots=True)
class Board:
    """A day of the team."""

    day: date
    workers: tuple[BoardWorker, ...]
    wanted_home_percent: int

    def of(self, kind: DayKind | None) -> tuple[BoardWorker, ...]:
        """Return who is there, those who are away left out."""
        return tuple(one for one in self.workers if one.kind is kind and not one.away)

    @property
    def away(self) -> tuple[BoardWorker, ...]:
        """Return who is away."""
        return tuple(one for one in self.workers if one.away)

    @property
    def home_percent(self) -> int:
        """The share of those who have chosen and are at home."""
        chosen = [one for one in self.workers if one.kind is not None and not one.away]
        return round(100 * len(self.of(DayKind.HOME)) / len(chosen)) if chosen else 0
