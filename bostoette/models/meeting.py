"""A Meeting (møde) is who sits where, whose turn it is, and what to see to (P31, P74)."""

from dataclasses import dataclass
from enum import StrEnum

from bostoette.models.attendance import Attendance, MeetingDuty
from bostoette.models.key import Key


class SeatOf(StrEnum):
    """Who sits there."""

    WORKER = "worker"
    CITIZEN = "citizen"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Seat:
    """One person at the meeting; an other participant's key is that of the part."""

    of: SeatOf
    key: Key
    name: str
    initials: str
    """Also for others: their role, which stands for the name in discretion."""
    attendance: Attendance
    duty: MeetingDuty
    turn: int
    hours: str = ""
    """When somebody is there for a part only: ``10.00–10.20``."""


@dataclass(frozen=True, slots=True)
class TickedPoint:
    """One point of the checklist."""

    id: str
    text: str
    done: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as the panel shows it."""

    id: Key
    aim: str
    seats: tuple[Seat, ...]
    """In the talking order, those without a turn last."""
    points: tuple[TickedPoint, ...]
    said: tuple[str, ...]
    """What to look at: who is missing, too many, better in the same room."""
