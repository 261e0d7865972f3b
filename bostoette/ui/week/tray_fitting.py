"""Where a contact from the tray is proposed: the first free time, on a day of its own if there is.

No Qt.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekContact
from bostoette.models.working_hours import WorkingHours
from bostoette.planning.danish_days import day_name
from bostoette.planning.free_span import any_time, first_free_span
from bostoette.services.tray import TrayItem
from bostoette.services.week import Week

Fits = Callable[[TimeSpan], bool]
MORNING = 9 * 60
AIR_MINUTES = 15
TRAVEL_AIR_MINUTES = 30
"""Room for the way, as proposed; the week then says what the way takes."""


def first_fitting(
    item: TrayItem, shown: Week, whose: Key, now: datetime, fits: Fits = any_time
) -> TimeSpan:
    """Return the first free time of a worker's week from now on, else its first morning.

    Days on which the citizen is met already come last, so that her contacts are spread out.
    """
    met = {one.day for one in shown.contacts if one.status.takes_time and _hers(item, one)}
    days = sorted(_working_days(shown, whose, now.date()), key=lambda day: (day in met, day))
    morning = TimeSpan(shown.week.monday, MORNING, item.minutes)
    return first_on(item, shown, whose, days, now, fits=fits) or morning


def first_on(
    item: TrayItem,
    shown: Week,
    whose: Key,
    days: Sequence[date],
    now: datetime,
    *,
    fits: Fits = any_time,
) -> TimeSpan | None:
    """Return the first free time of a worker on some days, none of it gone; None without one.

    What ``fits`` the citizen comes first (P84).
    """
    air = TRAVEL_AIR_MINUTES if item.forms[0].travels else AIR_MINUTES
    hours = next((one.hours for one in shown.workers if one.id == whose), WorkingHours.standard())
    gone = TimeSpan(now.date(), 0, max(1, now.hour * 60 + now.minute - air))
    busy = [*_busy(item, shown, whose), gone]
    return first_free_span(days, hours, busy, item.minutes, air, fits=fits)


def _working_days(shown: Week, whose: Key, today: date) -> list[date]:
    away = [one for one in shown.absences if one.worker_id == whose]
    return [
        day
        for day in shown.week.days
        if day >= today and day_name(day) is None and not any(one.covers(day) for one in away)
    ]


def _busy(item: TrayItem, shown: Week, whose: Key) -> list[TimeSpan]:
    """Return when the worker or the citizen is taken, the worker's ways between them too."""
    contacts = [
        one.span
        for one in shown.contacts
        if one.status.takes_time and (whose in one.workers or _hers(item, one))
    ]
    others = [one.span for one in shown.appointments if one.worker_id == whose and not one.all_day]
    ways = [
        TimeSpan(day, leg.departs, leg.arrives - leg.departs)
        for (worker, day), travel in shown.travel.items()
        for leg in travel.legs
        if worker == whose and leg.arrives > leg.departs
    ]
    return contacts + others + ways


def _hers(item: TrayItem, contact: WeekContact) -> bool:
    return any(citizen.id == item.citizen.id for citizen in contact.citizens)
