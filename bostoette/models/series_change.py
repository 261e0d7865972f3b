"""A SeriesChange is what a person wants changed in a series, and for how many of its contacts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bostoette.models.contact_fields import ContactFields
from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import MOST_DATES
from bostoette.models.timespan import TimeSpan

DateChoices = Mapping[date, date | None]
"""What was chosen for single dates of a series: another day to hold it on, or None to skip it.

A date that is not named is held as the rule gives it.
"""

NO_CHOICES: DateChoices = {}


class Scope(StrEnum):
    """How much of a series is meant."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            Scope.THIS: "Kun denne",
            Scope.FOLLOWING: "Denne og følgende",
            Scope.ALL: "Alle",
        }[self]


@dataclass(frozen=True, slots=True)
class SeriesEnd:
    """Where a series ends: on a last possible day, after a number of dates, or "indtil videre".

    For "alle" the number counts the whole series, for "denne og følgende" from this one on.
    """

    until: date | None = None
    count: int | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.count is not None:
            raise PlanError(
                "Serien kan slutte på en dato eller efter et antal gange; vælg én af delene. "
                "Intet er ændret."
            )
        if self.count is not None and not 1 <= self.count <= MOST_DATES:
            raise PlanError(
                f"En serie kan have 1 til {MOST_DATES} gange; vælg et tal deri eller "
                "»indtil videre«. Intet er ændret."
            )


@dataclass(frozen=True, slots=True)
class SeriesChange:
    """What is to become different; None leaves it as it is.

    ``to`` is when the contact in hand is to be held: the others follow in weekday, time and
    length. Where weekdays or interval are given too, these decide the days and ``to`` only the
    time. ``fields`` are the contact in hand as filled in; only what differs from what is stored
    reaches the others, and its span counts as ``to``.
    """

    to: TimeSpan | None = None
    fields: ContactFields | None = None
    every_weeks: int | None = None
    weekdays: tuple[int, ...] | None = None
    end: SeriesEnd | None = None

    @property
    def span(self) -> TimeSpan | None:
        """When the contact in hand is to be held, if that is part of the change."""
        return self.to or (self.fields.span if self.fields else None)

    @property
    def repetition(self) -> bool:
        """Tell whether the repetition itself changes, which one contact alone has none of."""
        return any(part is not None for part in (self.every_weeks, self.weekdays, self.end))


class DateFate(StrEnum):
    """What becomes of one contact when its series changes."""

    MOVED = "moved"
    CHANGED = "changed"
    NEW = "new"
    KEPT = "kept"
    """It has its own time or contents already, or nothing about it changes."""
    FIXED = "fixed"
    """It is held or came to nothing: it belongs to what has happened."""
    DELETED = "deleted"
    CANCELLED = "cancelled"
    """It would be deleted, but is agreed with the citizen or built upon."""

    @property
    def danish(self) -> str:
        """The Danish words."""
        return {
            DateFate.MOVED: "flyttes",
            DateFate.CHANGED: "ændres",
            DateFate.NEW: "ny",
            DateFate.KEPT: "bliver, som den er",
            DateFate.FIXED: "står fast",
            DateFate.DELETED: "slettes",
            DateFate.CANCELLED: "aflyses",
        }[self]
