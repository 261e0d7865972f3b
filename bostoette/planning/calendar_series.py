"""How a whole series leaves: one master event that repeats, and an event for each exception.

The master always runs from the series' first contact to its last. Dates that the rule gives but
that the reader has no contact on are excluded; a contact that was moved, changed or cancelled
gets an event of its own under the series' UID, standing for the start that the rule gave.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from bostoette.models.calendar_event import (
    CalendarContact,
    CalendarReader,
    CalendarSeries,
    ExportedState,
    ExportLevel,
    OutgoingEvent,
    WeeklyRecurrence,
)
from bostoette.planning.calendar_privacy import Look, look, next_sequence, series_uid, shown
from bostoette.planning.recurrence import occurrences


@dataclass(frozen=True, slots=True)
class _Shape:
    """The series' dates from its first contact to its last, and the contacts on them."""

    days: tuple[date, ...]
    contacts: dict[date, CalendarContact]


def in_series(series: CalendarSeries) -> tuple[CalendarContact, ...]:
    """Return the contacts that the whole series stands for: those on the rule's own dates.

    A contact that belongs to the series but stands for none of its dates leaves by itself.
    """
    return tuple(_shape(series).contacts.values())


def _shape(series: CalendarSeries) -> _Shape:
    by_day = {item.series_day: item for item in series.contacts if item.series_day is not None}
    given = occurrences(series.rule, max(by_day, default=date.min))
    held = [day for day in given if day in by_day]
    if not held:
        return _Shape((), {})
    days = tuple(day for day in given if held[0] <= day)
    return _Shape(days, {day: by_day[day] for day in held})


def outgoing_series(
    series: CalendarSeries,
    level: ExportLevel,
    reader: CalendarReader,
    previous: ExportedState | None,
    *,
    alarm_minutes: int | None = None,
) -> tuple[OutgoingEvent, ...]:
    """Return the master and its exceptions, all with the same UID and sequence.

    Empty where none of the reader's contacts stands on one of the rule's dates. Travel differs
    from day to day and is shown as it most often is: it makes no exception.
    """
    shape = _shape(series)
    if not shape.contacts:
        return ()
    looks = {day: look(contact, level, reader) for day, contact in shape.contacts.items()}
    usual = _usual(looks, series)
    uid = series_uid(series.key, reader)
    master = replace(
        shown(replace(usual, span=series.rule.on(shape.days[0])), uid, alarm_minutes),
        recurrence=_recurrence(series, shape),
        excluded=tuple(
            series.rule.on(day).starts_at for day in shape.days if day not in shape.contacts
        ),
    )
    exceptions = tuple(
        replace(
            shown(replace(seen, travel_minutes=usual.travel_minutes), uid, alarm_minutes),
            occurrence=series.rule.on(day).starts_at,
        )
        for day, seen in looks.items()
        if _comparable(seen) != _comparable(replace(usual, span=series.rule.on(day)))
    )
    events = (master, *exceptions)
    sequence = next_sequence(events, previous)
    return tuple(replace(event, sequence=sequence) for event in events)


def _recurrence(series: CalendarSeries, shape: _Shape) -> WeeklyRecurrence:
    return WeeklyRecurrence(series.rule.every_weeks, series.rule.weekdays, shape.days[-1])


def _usual(looks: dict[date, Look], series: CalendarSeries) -> Look:
    """Return how most contacts of the series look; cancelled ones count only among themselves."""
    taking_place = [seen for seen in looks.values() if not seen.cancelled]
    everywhere = replace(
        (taking_place or list(looks.values()))[0], span=series.rule.on(series.rule.first_day)
    )
    counted = Counter(
        replace(seen, span=everywhere.span, travel_minutes=None)
        for seen in taking_place or looks.values()
    )
    travels = Counter(seen.travel_minutes for seen in taking_place)
    travel = travels.most_common(1)[0][0] if travels else None
    return replace(counted.most_common(1)[0][0], travel_minutes=travel)


def _comparable(seen: Look) -> Look:
    return replace(seen, travel_minutes=None)
