"""A Series (serie) makes contacts by a rule; each contact then stands on its own feet."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from bostoette.models.base import Base, Edited, Packed, may_refer
from bostoette.models.key import Key
from bostoette.models.series_rule import SeriesRule


def _as_is(value: Any) -> Any:
    return value


def _pack_weekdays(weekdays: tuple[int, ...]) -> list[int]:
    return list(weekdays)


def _unpack_weekdays(stored: list[int]) -> tuple[int, ...]:
    return tuple(stored)


class Series(Base, Edited):
    """The rule, and what a contact made by it looks like."""

    __tablename__ = "series"
    __table_args__ = (Index(None, "citizen_id"),)

    citizen_id: Mapped[Key | None] = may_refer("citizen.id")
    every_weeks: Mapped[int]
    weekdays: Mapped[tuple[int, ...]] = mapped_column(Packed(_pack_weekdays, _unpack_weekdays))
    """0 is Monday."""
    first_day: Mapped[date]
    until: Mapped[date | None]
    count: Mapped[int | None]
    start: Mapped[int]
    minutes: Mapped[int]
    template: Mapped[dict[str, Any]] = mapped_column(Packed(_as_is, _as_is))
    """What every contact starts with: form, purpose, workers and citizens as hex, place …"""
    skipped: Mapped[list[str]] = mapped_column(Packed(_as_is, _as_is), default=list)
    """Days (ISO text) that the rule gives but nobody wants: holidays skipped, deleted ones."""
    made_until: Mapped[date]
    """Contacts exist to this day; an open-ended series is topped up from here."""
    split_from: Mapped[Key | None] = may_refer("series.id")
    """The series this one carries on after "this and following"."""

    @property
    def rule(self) -> SeriesRule:
        """The rule that its contacts fall by."""
        return SeriesRule(
            self.every_weeks,
            self.weekdays,
            self.first_day,
            self.start,
            self.minutes,
            self.until,
            self.count,
        )

    def go_by(self, rule: SeriesRule) -> None:
        """Take over a rule."""
        self.every_weeks, self.weekdays = rule.every_weeks, rule.weekdays
        self.first_day, self.until, self.count = rule.first_day, rule.until, rule.count
        self.start, self.minutes = rule.start, rule.minutes

    @property
    def skipped_days(self) -> frozenset[date]:
        """The days that nobody wants."""
        return frozenset(date.fromisoformat(day) for day in self.skipped)

    def skip(self, days: Iterable[date]) -> None:
        """Want exactly these days not."""
        self.skipped = [day.isoformat() for day in sorted(days)]
