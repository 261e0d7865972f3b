"""Splitting a contact into shorter ones on days of their own, inside the citizen's time (P72).

The hours looked at are the worker's, and beside them the citizen's good times: a contact that is
agreed for the evening is split in the evening (P84).
"""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series_change import Scope, SeriesChange
from bostoette.models.timespan import TimeSpan
from bostoette.models.voice_fields import VoiceFields
from bostoette.models.wording import clock
from bostoette.models.working_hours import WorkingHours
from bostoette.planning.danish_days import day_name
from bostoette.planning.free_span import first_free_span, is_free
from bostoette.services import contacts, handing_over, series_changes
from bostoette.store.journal import describe
from bostoette.store.life_rows import voices
from bostoette.store.week_people import absences, week_workers
from bostoette.store.weeks import (
    appointments_of_workers,
    contacts_of_citizen,
    contacts_of_workers,
)

_STEP = 5
_WEEK = 7


def proposal(session: Session, contact_id: Key, parts: int, today: date) -> tuple[TimeSpan, ...]:
    """Propose when the parts could be: the first where the contact is, the others the same week.

    At the same hour where that is free and good for the citizen. Raises PlanError where the
    week's other days have no room for so many.
    """
    contact = contacts.open_contact(session, contact_id)
    contacts.refuse_if_held(contact)
    minutes = max(_STEP, contact.minutes // parts // _STEP * _STEP)
    voice = _voice(session, contact)
    found = [TimeSpan(contact.day, contact.start, minutes)]
    for day in _days(session, contact, today, parts):
        if len(found) < parts:
            span = _free(session, contact, TimeSpan(day, contact.start, minutes), voice)
            found += [span] if span is not None else []
    if len(found) < parts:
        raise PlanError(
            "Ugens andre dage har ikke plads til så mange dele. Intet er ændret; "
            "vælg færre dele, eller flyt noget andet først."
        )
    return tuple(sorted(found))


def split(session: Session, contact_id: Key, spans: Sequence[TimeSpan]) -> None:
    """Hold a contact as several shorter ones at these times, in one step."""
    _check(spans)
    contact = contacts.open_contact(session, contact_id)
    contacts.refuse_if_held(contact)
    first, *others = sorted(spans, key=lambda one: (one.day != contact.day, one))
    for span in others:
        handing_over.copy_to(session, contact_id, span)
    contacts.move(session, contact_id, first)
    describe(session, f"Del {contacts.whom(session, contact)} i {len(spans)}")


def split_series(session: Session, contact_id: Key, spans: Sequence[TimeSpan], today: date) -> None:
    """Hold a contact and all that follow in its series on several weekdays instead, and shorter.

    A series has one time of day. Raises PlanError where the parts do not share it.
    """
    _check(spans)
    contact = contacts.open_contact(session, contact_id)
    who = contacts.whom(session, contact)
    first = min(spans, key=lambda one: (one.day != contact.day, one))
    if any((one.start, one.minutes) != (first.start, first.minutes) for one in spans):
        raise PlanError(
            f"En serie har ét klokkeslæt, så alle dele skal begynde kl. {clock(first.start)}. "
            "Intet er ændret; ret tiderne, eller del kun denne uge."
        )
    weekdays = tuple(sorted(one.day.weekday() for one in spans))
    asked = SeriesChange(to=first, weekdays=weekdays)
    series_changes.change(session, contact_id, Scope.FOLLOWING, asked, today=today)
    describe(session, f"Del serien med {who} i {len(spans)} om ugen")


def in_series(session: Session, contact_id: Key) -> bool:
    """Tell whether a contact belongs to a series."""
    return contacts.open_contact(session, contact_id).series_id is not None


def _check(spans: Sequence[TimeSpan]) -> None:
    if len({one.day for one in spans}) < len(spans):
        raise PlanError("To dele ligger på samme dag. Intet er ændret; giv hver del sin egen dag.")


def _voice(session: Session, contact: Contact) -> VoiceFields:
    known = voices(session, [part.citizen_id for part in contact.citizens])
    return next(iter(known.values()), VoiceFields())


def _days(session: Session, contact: Contact, today: date, parts: int) -> list[date]:
    """Return the week's other days that are worked, those farthest from the contact's own first."""
    workers = [part.worker_id for part in contact.workers]
    monday = contact.day - timedelta(days=contact.day.weekday())
    days = [monday + timedelta(days=place) for place in range(_WEEK)]
    away = absences(session, workers, days[0], days[-1])
    hours = week_workers(session, tuple(workers[:1]))[0].hours
    apart = _WEEK // parts
    there = [
        day
        for day in days
        if day != contact.day
        and day >= today
        and hours.on(day)
        and day_name(day) is None
        and not any(one.covers(day) for one in away)
    ]
    return sorted(there, key=lambda day: (abs((day - contact.day).days) < apart - 1, day))


def _free(
    session: Session, contact: Contact, like: TimeSpan, voice: VoiceFields
) -> TimeSpan | None:
    workers = [part.worker_id for part in contact.workers]
    taken = [
        *contacts_of_workers(session, workers, like.day, like.day),
        *(
            one
            for part in contact.citizens
            for one in contacts_of_citizen(session, part.citizen_id, like.day, like.day)
        ),
    ]
    busy = [one.span for one in taken if one.status.takes_time and one.id != contact.id]
    busy += [
        one.span
        for one in appointments_of_workers(session, workers, like.day, like.day)
        if not one.all_day
    ]
    if is_free(like, busy, 0) and voice.fits(like):
        return like
    hours = week_workers(session, tuple(workers[:1]))[0].hours
    good = [one for one in voice.times if one.good and one.counts_on(like)]
    evening = WorkingHours((((good[0].start, good[0].end) if good else None),) * _WEEK)
    found = first_free_span([like.day], evening, busy, like.minutes, 0, fits=voice.fits)
    found = found or first_free_span([like.day], hours, busy, like.minutes, 0, fits=voice.fits)
    return found if found is not None and voice.fits(found) else None
