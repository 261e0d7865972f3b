"""Sentences about a week: what clashes, does not fit or is worth a look. Nothing is forbidden.

Contacts that were called off raise none (trap 10).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bostoette.models.conditions import FormLength
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.week_contact import WeekAppointment, WeekContact
from bostoette.models.wording import clock, duration, short_day
from bostoette.models.worker_day import Away, WeekWorker
from bostoette.planning.day_travel import DayTravel

AIR_MINUTES = 10
"""Air after a phone or video contact (P80; assumed)."""


@dataclass(frozen=True, slots=True)
class WeekSentence:
    """One thing to look at: the contacts it is about, the rule behind it, and the words."""

    rule: str
    contacts: tuple[Key, ...]
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class CheckedWeek:
    """All that the checks look at."""

    contacts: tuple[WeekContact, ...]
    appointments: tuple[WeekAppointment, ...]
    workers: Mapping[Key, WeekWorker]
    absences: tuple[Away, ...]
    travel: Mapping[tuple[Key, date], DayTravel]
    lengths: Mapping[ContactForm, FormLength]
    holiday: Callable[[date], str | None]


def check_week(week: CheckedWeek) -> tuple[WeekSentence, ...]:
    """Return the week's sentences in order of day."""
    standing = [contact for contact in week.contacts if contact.status.takes_time]
    planned = [one for one in standing if one.status is ContactStatus.PLANNED]
    found = [
        *_double_workers(standing, week),
        *_double_citizens(standing),
        *_busy_elsewhere(planned, week),
        *_no_air(planned, week),
        *_late_arrivals(planned, week),
        *_outside_hours(planned, week),
        *_days_off(planned, week),
        *_too_long(planned, week),
    ]
    return tuple(sorted(found, key=lambda sentence: (sentence.day, sentence.text)))


def _at(contact: WeekContact) -> str:
    return f"{contact.initials or 'kontakten'} {short_day(contact.day)} kl. {clock(contact.start)}"


def _pairs(contacts: Iterable[WeekContact]) -> Iterator[tuple[WeekContact, WeekContact]]:
    """Give the pairs that take the same time, of contacts that one person is in."""
    ordered = sorted(contacts, key=lambda one: (one.day, one.start))
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.day != one.day or other.start >= one.start + one.minutes:
                break
            yield one, other


def _double_workers(contacts: Sequence[WeekContact], week: CheckedWeek) -> Iterator[WeekSentence]:
    for key, worker in week.workers.items():
        for one, other in _pairs(contact for contact in contacts if key in contact.workers):
            yield WeekSentence(
                "",
                (one.id, other.id),
                one.day,
                f"{worker.initials} har to kontakter på samme tid: {_at(one)} og {_at(other)}.",
            )


def _double_citizens(contacts: Sequence[WeekContact]) -> Iterator[WeekSentence]:
    by_citizen: dict[Key, list[WeekContact]] = {}
    for contact in contacts:
        for citizen in contact.citizens:
            by_citizen.setdefault(citizen.id, []).append(contact)
    for key, own in by_citizen.items():
        for one, other in _pairs(own):
            name = next(citizen.initials for citizen in one.citizens if citizen.id == key)
            yield WeekSentence(
                "",
                (one.id, other.id),
                one.day,
                f"{name} har to kontakter på samme tid {short_day(one.day)} "
                f"kl. {clock(one.start)} og {clock(other.start)}.",
            )


def _busy_elsewhere(contacts: Sequence[WeekContact], week: CheckedWeek) -> Iterator[WeekSentence]:
    for contact in contacts:
        for other in week.appointments:
            if (
                other.worker_id in contact.workers
                and not other.all_day
                and other.span.overlaps(contact.span)
            ):
                what = other.title or other.kind.danish
                yield WeekSentence(
                    "",
                    (contact.id,),
                    contact.day,
                    f"{_at(contact)} ligger oven i en anden aftale ({what}).",
                )


def _no_air(contacts: Sequence[WeekContact], week: CheckedWeek) -> Iterator[WeekSentence]:
    for key in week.workers:
        own = sorted(
            (contact for contact in contacts if key in contact.workers),
            key=lambda one: (one.day, one.start),
        )
        for one, after in pairwise(own):
            gap = after.start - one.start - one.minutes
            if one.day == after.day and not one.form.travels and 0 <= gap < AIR_MINUTES:
                yield WeekSentence(
                    "P80",
                    (one.id, after.id),
                    one.day,
                    f"Der er kun {duration(gap)} luft efter {_at(one)}; "
                    f"{AIR_MINUTES} min giver tid til at rejse sig fra skærmen.",
                )


def _late_arrivals(contacts: Sequence[WeekContact], week: CheckedWeek) -> Iterator[WeekSentence]:
    by_key = {contact.id: contact for contact in contacts}
    for (_worker, day), travel in week.travel.items():
        for leg in travel.legs:
            contact = by_key.get(leg.to_stop) if leg.to_stop else None
            if leg.short_by and contact:
                yield WeekSentence(
                    "P80",
                    (contact.id,),
                    day,
                    f"Turen til {_at(contact)} tager {leg.estimate.said()}; "
                    f"der mangler {duration(leg.short_by)}.",
                )


def _outside_hours(contacts: Sequence[WeekContact], week: CheckedWeek) -> Iterator[WeekSentence]:
    for contact in contacts:
        for key in contact.workers:
            worker = week.workers.get(key)
            if worker is None:
                continue
            hours = worker.hours.on(contact.day)
            if (
                hours is None
                or contact.start < hours[0]
                or contact.start + contact.minutes > hours[1]
            ):
                yield WeekSentence(
                    "P84",
                    (contact.id,),
                    contact.day,
                    f"{_at(contact)} ligger uden for {worker.initials}s arbejdstid.",
                )


def _days_off(contacts: Sequence[WeekContact], week: CheckedWeek) -> Iterator[WeekSentence]:
    for contact in contacts:
        name = week.holiday(contact.day)
        if name:
            yield WeekSentence("", (contact.id,), contact.day, f"{_at(contact)} er på {name}.")
        for away in week.absences:
            worker = week.workers.get(away.worker_id)
            if worker and away.worker_id in contact.workers and away.covers(contact.day):
                yield WeekSentence(
                    "",
                    (contact.id,),
                    contact.day,
                    f"{worker.initials} er væk ({away.kind.danish.lower()}) "
                    f"ved kontakten med {_at(contact)}.",
                )


def _too_long(contacts: Sequence[WeekContact], week: CheckedWeek) -> Iterator[WeekSentence]:
    for contact in contacts:
        length = week.lengths.get(contact.form)
        if length and contact.minutes > length.cap_minutes:
            yield WeekSentence(
                "P71",
                (contact.id,),
                contact.day,
                f"{_at(contact)} er på {duration(contact.minutes)}; for {contact.form.full_name} "
                f"virker højst {duration(length.cap_minutes)} bedst. Del den eventuelt i flere.",
            )
