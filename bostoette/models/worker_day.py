"""What a week must know of its workers, besides their contacts: hours, base, absence."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.key import Key
from bostoette.models.travel_mode import TravelMode
from bostoette.models.whereabouts import Whereabouts
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.models.working_hours import WorkingHours


@dataclass(frozen=True, slots=True)
class WeekWorker:
    """One worker as the week needs her."""

    id: Key
    initials: str
    name: str
    hours: WorkingHours
    travel_mode: TravelMode
    base: Whereabouts


@dataclass(frozen=True, slots=True)
class Away:
    """A worker's absence, first and last day included."""

    worker_id: Key
    first_day: date
    last_day: date
    kind: AbsenceKind

    def covers(self, day: date) -> bool:
        """Tell whether she is away on the day."""
        return self.first_day <= day <= self.last_day
