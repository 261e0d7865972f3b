"""Calendar files as they leave: the events of a `Release` as an .ics file that others read right.

What found its way in here from other calendars' troubles: times carry TZID Europe/Copenhagen with
a VTIMEZONE whose rules are RRULEs (Outlook refuses RDATEs or is an hour off); METHOD:PUBLISH, so
that Outlook and Google update an event they know instead of adding it again; EXDATE and
RECURRENCE-ID in the master's zone, UNTIL in UTC; CLASS:PRIVATE on every event.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bostoette.models.calendar_event import OutgoingEvent, WeeklyRecurrence
from bostoette.models.iso_week import IsoWeek

if TYPE_CHECKING:
    from icalendar import Alarm, Event, Timezone

PRODUCT = "-//bostoette//Bostøtte//DA"
ZONE_NAME = "Europe/Copenhagen"
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WINTER = timedelta(hours=1)
_SUMMER = timedelta(hours=2)


def calendar_file(events: Iterable[OutgoingEvent], stamp: datetime) -> bytes:
    """Return the events as an .ics file (UTF-8, CRLF, folded lines).

    ``stamp`` is the moment of the export; it must have a time zone.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_danish_zone())
    moment = stamp.astimezone(UTC).replace(microsecond=0)
    for event in events:
        calendar.add_component(_event(event, moment))
    content: bytes = calendar.to_ical()
    return content


def proposed_name(first: date, last: date) -> str:
    """Propose a file name that names nobody: ``uge-48.ics``, or the first and last day."""
    week = IsoWeek.of(first)
    if (first, last) == (week.monday, week.sunday):
        return f"uge-{week.number}.ics"
    if first == last:
        return f"{first.isoformat()}.ics"
    return f"{first.isoformat()}-til-{last.isoformat()}.ics"


def _danish_zone() -> "Timezone":
    """Return Danish time as rules: last Sunday of March 02→03, last Sunday of October 03→02."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", ZONE_NAME)
    zone.add("x-lic-location", ZONE_NAME)
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    summer.add("tzname", "CEST")
    summer.add("tzoffsetfrom", _WINTER)
    summer.add("tzoffsetto", _SUMMER)
    summer.add("dtstart", datetime(1970, 3, 29, 2))  # noqa: DTZ001 - local by definition
    summer.add("rrule", {"freq": "yearly", "bymonth": 3, "byday": "-1SU"})
    winter.add("tzname", "CET")
    winter.add("tzoffsetfrom", _SUMMER)
    winter.add("tzoffsetto", _WINTER)
    winter.add("dtstart", datetime(1970, 10, 25, 3))  # noqa: DTZ001 - local by definition
    winter.add("rrule", {"freq": "yearly", "bymonth": 10, "byday": "-1SU"})
    zone.add_component(summer)
    zone.add_component(winter)
    return zone


def _danish(moment: datetime) -> datetime:
    """Give a local moment its zone; inside the hour that summer time skips it is an hour later."""
    zone = ZoneInfo(ZONE_NAME)
    return moment.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)


def _event(outgoing: OutgoingEvent, moment: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", outgoing.uid)
    event.add("dtstamp", moment)
    event.add("sequence", outgoing.sequence)
    event.add("summary", outgoing.summary)
    event.add("dtstart", _danish(outgoing.starts))
    event.add("dtend", _danish(outgoing.ends))
    event.add("status", "CANCELLED" if outgoing.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if outgoing.cancelled else "OPAQUE")
    event.add("class", "PRIVATE")
    for name, text in (("location", outgoing.location), ("description", outgoing.description)):
        if text:
            event.add(name, text)
    if outgoing.category:
        event.add("categories", [outgoing.category])
    if outgoing.travel_minutes is not None:
        _add_travel(event, outgoing.travel_minutes)
    _add_recurrence(event, outgoing)
    if outgoing.alarm_minutes is not None:
        event.add_component(_alarm(outgoing.alarm_minutes))
    return event


def _add_travel(event: "Event", minutes: int) -> None:
    """Add the travel before the start, as Apple's calendar shows it."""
    from icalendar import vDuration

    length = vDuration(timedelta(minutes=minutes))
    length.params["VALUE"] = "DURATION"
    event["X-APPLE-TRAVEL-DURATION"] = length


def _add_recurrence(event: "Event", outgoing: OutgoingEvent) -> None:
    if outgoing.recurrence is not None:
        event.add("rrule", _rule(outgoing.recurrence, outgoing.starts.time()))
    if outgoing.excluded:
        event.add("exdate", [_danish(start) for start in outgoing.excluded])
    if outgoing.occurrence is not None:
        event.add("recurrence-id", _danish(outgoing.occurrence))


def _rule(recurrence: WeeklyRecurrence, start: time) -> dict[str, object]:
    """Return the rule; UNTIL is the last start itself, in UTC as DTSTART has a zone."""
    until = _danish(datetime.combine(recurrence.last_day, start)).astimezone(UTC)
    return {
        "freq": "weekly",
        "interval": recurrence.every_weeks,
        "byday": [_WEEKDAYS[weekday] for weekday in recurrence.weekdays],
        "wkst": "MO",
        "until": until,
    }


def _alarm(minutes: int) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", "Påmindelse")
    alarm.add("trigger", timedelta(minutes=-minutes))
    return alarm
