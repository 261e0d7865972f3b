"""WorkingHours say when a worker works: from and to for each weekday, or a day off."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import DAY_MINUTES

DayHours = tuple[int, int] | None
"""From and to in minutes after midnight, or None for a day off."""

WEEKDAY_COUNT = 7


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """Seven days, Monday first."""

    days: tuple[DayHours, ...]

    def __post_init__(self) -> None:
        if len(self.days) != WEEKDAY_COUNT or any(
            day is not None and not 0 <= day[0] < day[1] <= DAY_MINUTES for day in self.days
        ):
            raise PlanError(
                "Arbejdstiden skal begynde før den slutter hver dag. "
                "Intet er ændret; ret tiderne og prøv igen."
            )

    @classmethod
    def standard(cls) -> "WorkingHours":
        """Return the preset: 37 hours a week, 8–16 and a short Friday."""
        return cls((*((480, 960),) * 4, (480, 780), None, None))

    @property
    def weekly_minutes(self) -> int:
        """Add up the week."""
        return sum(day[1] - day[0] for day in self.days if day)

    def on(self, day: date) -> DayHours:
        """Return the hours of a day."""
        return self.days[day.weekday()]

    def packed(self) -> list[list[int] | None]:
        """Turn into plain lists for storing."""
        return [list(day) if day else None for day in self.days]

    @classmethod
    def unpacked(cls, stored: list[list[int] | None]) -> "WorkingHours":
        """Turn back from plain lists."""
        return cls(tuple((day[0], day[1]) if day else None for day in stored))
