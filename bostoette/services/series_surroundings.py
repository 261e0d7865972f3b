"""What the dates of a series may hit: holidays, leave, and other time of those who take part."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from bostoette.models.contact_fields import ContactFields
from bostoette.models.key import Key
from bostoette.models.series_rule import SeriesRule
from bostoette.models.week_contact import WeekAppointment, WeekContact
from bostoette.models.wording import from_to, listed
from bostoette.models.worker_day import Away, WeekWorker
from bostoette.planning.danish_days import day_name
from bostoette.planning.series_preview import (
    NEAREST_DAYS,
    WORKING_WEEKDAYS,
    Busy,
    SeriesDate,
    plan_dates,
)
from bostoette.store.series_rows import citizens_initials
from bostoette.store.week_people import absences, week_workers
from bostoette.store.weeks import (
    appointments_of_workers,
    contacts_of_citizen,
    contacts_of_workers,
)


@dataclass(frozen=True, slots=True)
class _People:
    """Who takes part, by initials."""

    workers: dict[Key, str]
    citizens: dict[Key, str]


def looked_at(
    session: Session,
    fields: ContactFields,
    rule: SeriesRule,
    through: date,
    today: date,
    *,
    skipped: Collection[date] = (),
    left_out: Collection[Key] = (),
) -> tuple[SeriesDate, ...]:
    """Return the rule's dates to a day with what each hits for these people, and the way out.

    ``left_out`` are contacts that do not count as busy: those that this is about.
    """
    workers = week_workers(session, fields.workers)
    people = _People(
        {worker.id: worker.initials for worker in workers},
        citizens_initials(session, fields.citizens),
    )
    first = rule.first_day - timedelta(days=NEAREST_DAYS)
    last = through + timedelta(days=NEAREST_DAYS)
    away = absences(session, fields.workers, first, last)
    return plan_dates(
        rule,
        through,
        day_name,
        lambda day: _absence(day, away, people),
        list(_busy(session, people, first, last, left_out)),
        skipped=skipped,
        earliest=today,
        working_weekdays=_working_weekdays(workers),
    )


def _absence(day: date, away: Sequence[Away], people: _People) -> str | None:
    said = [f"{people.workers[one.worker_id]} {one.kind.said}" for one in away if one.covers(day)]
    return listed(sorted(said)) or None


def _working_weekdays(workers: Sequence[WeekWorker]) -> Collection[int]:
    """Return the weekdays on which all of them work."""
    common = {
        weekday
        for weekday in range(7)
        if workers and all(worker.hours.days[weekday] is not None for worker in workers)
    }
    return common or WORKING_WEEKDAYS


def _busy(
    session: Session, people: _People, first: date, last: date, left_out: Collection[Key]
) -> Iterator[Busy]:
    keys = tuple(people.workers)
    for contact in contacts_of_workers(session, keys, first, last):
        if contact.status.takes_time and contact.id not in left_out:
            who = listed([people.workers[key] for key in contact.workers if key in people.workers])
            yield Busy(contact.span, _contact_said(who, contact, contact.initials))
    for other in appointments_of_workers(session, keys, first, last):
        yield Busy(other.span, _appointment_said(people.workers[other.worker_id], other))
    for citizen, initials in people.citizens.items():
        for contact in contacts_of_citizen(session, citizen, first, last):
            if contact.status.takes_time and contact.id not in left_out:
                yield Busy(contact.span, _contact_said(initials, contact, ""))


def _contact_said(who: str, contact: WeekContact, with_whom: str) -> str:
    whom = f" med {with_whom}" if with_whom else ""
    return f"{who} har {contact.form.full_name}{whom} {from_to(contact.span)}"


def _appointment_said(who: str, other: WeekAppointment) -> str:
    when = "hele dagen" if other.all_day else from_to(other.span)
    return f"{who} har »{other.title or other.kind.danish}« {when}"
