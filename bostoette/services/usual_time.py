"""When a citizen is usually met: the weekday and time of day that most of her contacts had."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.practice_rule import NumberName
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekContact
from bostoette.planning.danish_days import day_name
from bostoette.planning.free_span import is_free
from bostoette.services.practice_in_force import practice_in_force
from bostoette.store.week_people import absences
from bostoette.store.weeks import (
    appointments_of_workers,
    contacts_of_citizen,
    contacts_of_workers,
)

NOTICE = NumberName("P67", "notice_hours")
WEEKS_BACK = 12
WEEKS_AHEAD = 2
"""Further ahead nothing is proposed."""
OFTEN = 2
"""So many contacts at the same time make it the usual one."""


def usual_time(session: Session, fields: ContactFields, now: datetime) -> TimeSpan | None:
    """Return the coming free time at which the one citizen is usually met in a form.

    ``now`` is local; the length is that of the fields. A remote contact comes with notice (P67).
    None where nothing is usual, or none of the coming weeks has that time free for all of them.
    """
    if len(fields.citizens) != 1:
        return None
    (citizen,) = fields.citizens
    first, last = now.date(), now.date() + timedelta(weeks=WEEKS_AHEAD)
    hers = contacts_of_citizen(session, citizen, first - timedelta(weeks=WEEKS_BACK), last)
    usual = _most_often(hers, fields.form)
    if usual is None:
        return None
    notice = 0 if fields.form.travels else practice_in_force(session).rules.number(NOTICE).value
    away = absences(session, fields.workers, first, last)
    theirs = contacts_of_workers(session, fields.workers, first, last)
    own = appointments_of_workers(session, fields.workers, first, last)
    busy = [one.span for one in (*hers, *theirs) if one.status.takes_time]
    busy += [one.span for one in own if not one.all_day]
    for span in _spans(usual, fields.span.minutes, first, last):
        moment = datetime.combine(span.day, time()) + timedelta(minutes=span.start)
        off = day_name(span.day) is not None or any(one.covers(span.day) for one in away)
        soon = moment <= now + timedelta(hours=notice)
        if is_free(span, busy, 0) and not (soon or off):
            return span
    return None


def _most_often(contacts: Iterable[WeekContact], form: ContactForm) -> tuple[int, int] | None:
    """Return the weekday and start that most contacts in a form had; None where none is usual."""
    often = Counter(
        (one.day.weekday(), one.start)
        for one in contacts
        if one.form is form and not one.status.called_off
    )
    return next((slot for slot, times in often.most_common(1) if times >= OFTEN), None)


def _spans(usual: tuple[int, int], minutes: int, first: date, last: date) -> Iterator[TimeSpan]:
    weekday, start = usual
    for count in range((last - first).days + 1):
        day = first + timedelta(days=count)
        if day.weekday() == weekday:
            yield TimeSpan(day, start, minutes)
