"""Changing a series of six Tuesdays by hand."""

from datetime import date

from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.series_change import Scope, SeriesChange
from bostoette.models.timespan import TimeSpan
from bostoette.services import contacts, series_changes
from bostoette.services.desk import Desk
from tests.clock import MONDAY
from tests.services.series_hands import (
    NINE,
    TUE,
    contact_on,
    day,
    well_formed,
)

FOLLOWING, ALL, THIS = Scope.FOLLOWING, Scope.ALL, Scope.THIS


def at(when: date, clock: int = NINE, minutes: int = 60) -> TimeSpan:
    return TimeSpan(when, clock, minutes)


def move(desk: Desk, scope: Scope, from_day: date, to: TimeSpan, today: date = MONDAY) -> None:
    key = contact_on(desk, from_day)
    desk.do(series_changes.change, key, scope, SeriesChange(to=to), today=today)
    well_formed(desk)


def ask(desk: Desk, scope: Scope, from_day: date, asked: SeriesChange) -> None:
    desk.do(series_changes.change, contact_on(desk, from_day), scope, asked, today=MONDAY)
    well_formed(desk)


def tuesdays(*weeks: int) -> list[date]:
    return [day(week, TUE) for week in weeks]


def hold_and_call_off(desk: Desk) -> dict[Key, TimeSpan]:
    """Hold the second, and call the fourth off."""
    held, off = contact_on(desk, day(1, TUE)), contact_on(desk, day(3, TUE))
    desk.do(contacts.hold, held)
    desk.do(contacts.cancel, off, ContactStatus.CANCELLED_BY_CITIZEN, "syg")
    return {held: at(day(1, TUE)), off: at(day(3, TUE))}
