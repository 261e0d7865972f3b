"""What is offered where a visit cannot be held: a short remote contact, and a new visit (P24)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact import Contact
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.remote_contact import REMOTE_TALKS
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker_day import WeekWorker
from bostoette.planning.conversion import new_visit, next_free_quarter
from bostoette.planning.usable_forms import usable
from bostoette.services.contacts import open_contact
from bostoette.services.equipment import equipped
from bostoette.services.practice_in_force import practice_in_force
from bostoette.services.week import week_of
from bostoette.store.life_rows import voices
from bostoette.store.week_people import absences, week_workers
from bostoette.store.weeks import appointments_of_workers, contacts_of_citizen, contacts_of_workers

AIR_MINUTES = 15
NEW_VISIT_DAYS = NumberName("P24", "new_visit_days")


@dataclass(frozen=True, slots=True)
class ConversionOffer:
    """When the contact can be held instead, in each remote form, and when to come again."""

    phone: TimeSpan | None
    """Today at the next free quarter; None where the day has no room left, or the contact is far
    away."""
    video: TimeSpan | None
    new_visit: TimeSpan | None
    """Only where the contact was face to face, and a time is free within the rule's days."""
    form: ContactForm
    """How the contact was to be held, and so the new one too."""
    ruled_out: tuple[ContactForm, ...] = ()
    """What is never offered: the citizen refuses it (P04), or lacks what it takes (P62)."""
    disliked: tuple[ContactForm, ...] = ()
    """What the citizen would rather not have, but has not refused (P04)."""
    what_matters: str = ""
    """What matters to the citizen when we meet and part; at a distance it is easily lost (P30)."""

    def of(self, form: ContactForm) -> TimeSpan | None:
        """Return when it can be held today in a form."""
        return {ContactForm.PHONE: self.phone, ContactForm.VIDEO: self.video}.get(form)


def conversion_offer(
    session: Session, contact_id: Key, now: datetime, day_off: Callable[[date], bool]
) -> ConversionOffer:
    """Return what is offered instead of a contact; ``now`` is local, ``day_off`` knows holidays.

    What else the workers and the citizen of the contact have counts as busy. The new visit is on
    another day than the contact: it is the contact's own time that did not do. A contact further
    away than the rule's days is not saved by a talk today; its new visit comes after it.
    """
    contact = open_contact(session, contact_id)
    practice = practice_in_force(session)
    within = practice.rules.number(NEW_VISIT_DAYS).value
    last = now.date() + timedelta(days=within)
    far = contact.day > last
    busy = _busy(session, _people(contact), (now.date(), last), contact_id)
    lengths = practice.conditions.lengths
    after = datetime.combine(contact.day, now.time()) if far else now
    citizens = _people(contact)[1]
    known = tuple(equipped(session, citizens).values())
    ruled_out = tuple(
        form for form in REMOTE_TALKS if any(form not in usable(profile) for profile in known)
    )
    begin = _in_working_hours(session, contact, now)
    times = {
        form: next_free_quarter(begin, busy, lengths[form].default_minutes)
        for form in REMOTE_TALKS
        if form not in ruled_out and not far
    }
    said = voices(session, citizens).values()
    return ConversionOffer(
        times.get(ContactForm.PHONE),
        times.get(ContactForm.VIDEO),
        _new_visit(session, contact, within, after, day_off),
        contact.form,
        ruled_out,
        tuple(form for form in REMOTE_TALKS if any(_dislikes(one, form) for one in known)),
        "\n".join(one.what_matters for one in said if one.what_matters),
    )


def _in_working_hours(session: Session, contact: Contact, now: datetime) -> datetime:
    """Return the moment from which somebody is called: nobody is woken before the day begins."""
    workers, _citizens = _people(contact)
    hours = week_workers(session, workers[:1])[0].hours.on(now.date())
    midnight = datetime.combine(now.date(), time())
    return now if hours is None else max(now, midnight + timedelta(minutes=hours[0]))


def _dislikes(profile: ProfileFields, form: ContactForm) -> bool:
    wish = profile.wish_phone if form is ContactForm.PHONE else profile.wish_video
    return wish is FormWish.DISLIKES


def _new_visit(
    session: Session,
    contact: Contact,
    within: int,
    after: datetime,
    day_off: Callable[[date], bool],
) -> TimeSpan | None:
    """Return when the people of a meeting face to face could meet instead, on another day.

    Its time of day comes first. The contact itself is not in the way.
    """
    if not contact.form.face_to_face:
        return None
    workers, citizens = _people(contact)
    holder = week_workers(session, workers[:1])[0]
    air = AIR_MINUTES + _travel_minutes(session, holder, contact.id, contact.day)
    meeting = FreeMeeting(workers, citizens, contact.span, within, air, contact.id)
    return free_time(
        session, meeting, now=after, day_off=lambda day: day == contact.day or day_off(day)
    )


@dataclass(frozen=True, slots=True)
class FreeMeeting:
    """A meeting that a time is looked for: who, how long and when at best, and how soon."""

    workers: tuple[Key, ...]
    citizens: tuple[Key, ...]
    like: TimeSpan
    """Its length, and the time of day that comes first."""
    within: int
    """In so many days from tomorrow on."""
    air: int = AIR_MINUTES
    without: Key = b""
    """A contact that is not in the way."""


def free_time(
    session: Session, meeting: FreeMeeting, *, now: datetime, day_off: Callable[[date], bool]
) -> TimeSpan | None:
    """Return when people could meet in the coming days; None where no day has room."""
    people = (meeting.workers, meeting.citizens)
    last = now.date() + timedelta(days=meeting.within)
    busy = _busy(session, people, (now.date(), last), meeting.without)
    holder = week_workers(session, meeting.workers[:1])[0]
    days = _days(session, meeting.workers, now.date(), meeting.within, day_off)
    said = voices(session, meeting.citizens).values()

    def fits(span: TimeSpan) -> bool:
        return all(one.fits(span) for one in said)

    return new_visit(meeting.like, days, holder.hours, busy, air=meeting.air, fits=fits)


def _people(contact: Contact) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    return (
        tuple(part.worker_id for part in contact.workers),
        tuple(part.citizen_id for part in contact.citizens),
    )


def _busy(
    session: Session,
    people: tuple[tuple[Key, ...], tuple[Key, ...]],
    days: tuple[date, date],
    without: Key,
) -> tuple[TimeSpan, ...]:
    workers, citizens = people
    first, last = days
    contacts = list(contacts_of_workers(session, workers, first, last))
    for citizen in citizens:
        contacts += contacts_of_citizen(session, citizen, first, last)
    others = appointments_of_workers(session, workers, first, last)
    return (
        *(one.span for one in contacts if one.status.takes_time and one.id != without),
        *(one.span for one in others if not one.all_day),
    )


def _days(
    session: Session,
    workers: tuple[Key, ...],
    today: date,
    within: int,
    day_off: Callable[[date], bool],
) -> list[date]:
    """Return the coming days on which nobody is away."""
    days = [today + timedelta(days=count) for count in range(1, within + 1)]
    away = absences(session, workers, days[0], days[-1])
    return [day for day in days if not day_off(day) and not any(one.covers(day) for one in away)]


def _travel_minutes(session: Session, worker: WeekWorker, contact_id: Key, day: date) -> int:
    """Return the minutes on the way to the contact as it is planned; 0 where there are none."""
    travel = week_of(session, (worker.id,), IsoWeek.of(day)).travel.get((worker.id, day))
    legs = travel.legs if travel is not None else ()
    return next((leg.estimate.minutes for leg in legs if leg.to_stop == contact_id), 0)
