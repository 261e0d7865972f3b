"""What a contact would clash with if it were at another time or in another form.

Asked at every step of a drag and at every pause of typing, so it looks at one day only.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import CitizenName, WeekContact
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.week_check import check_week
from bostoette.planning.week_citizens import is_late, is_short_notice, needs_predictability
from bostoette.planning.week_sentence import WeekSentence, at, first_at
from bostoette.planning.week_tightness import late_arrivals

NEW = b""
"""The key of a contact that is not stored yet."""


def new_contact(
    span: TimeSpan,
    form: ContactForm,
    purpose_id: str,
    workers: tuple[Key, ...],
    citizens: tuple[CitizenName, ...],
) -> WeekContact:
    """Make a contact that is not stored yet, to ask about."""
    return WeekContact(
        NEW,
        0,
        span.day,
        span.start,
        span.minutes,
        form,
        ContactStatus.PLANNED,
        purpose_id,
        ContactPlace.HOME,
        agreed_with_citizen=False,
        series_id=None,
        workers=workers,
        citizens=citizens,
    )


def filled_in(
    fields: ContactFields, citizens: tuple[CitizenName, ...], key: Key = NEW
) -> WeekContact:
    """Make what is filled in about a contact one of the week's, to ask about."""
    return new_contact(
        fields.span, fields.form, fields.purpose_id, fields.workers, citizens
    )._replace(id=key, place=fields.place, agreed_with_citizen=fields.agreed_with_citizen)


def what_if(
    week: CheckedWeek, contact: WeekContact, span: TimeSpan, form: ContactForm
) -> tuple[WeekSentence, ...]:
    """Return what there would be to look at about a contact at a time and in a form.

    That is its own sentences, those of trips that it would leave no room for, of a time that has
    gone, and of a change that comes late (P49, P67). The contact is one of the week's, or a
    `new_contact`.
    """
    moved = _placed(contact, span, form)
    others = tuple(_others(week, moved))
    without, there = _day_of(week, moved, others), _day_of(week, moved, (*others, moved))
    before = {(one.contacts, one.text) for one in late_arrivals(without)}
    trips = {(one.contacts, one.text) for one in late_arrivals(there)} - before
    found = (
        one
        for one in check_week(there)
        if contact.id in one.contacts or (one.contacts, one.text) in trips
    )
    late = (one for one in _lateness(week, contact, moved) if week.rules.rules[one.rule].on)
    return (*_in_the_past(week, contact, moved), *late, *found)


def _placed(contact: WeekContact, span: TimeSpan, form: ContactForm) -> WeekContact:
    """Return a contact at a time; one that was agreed is not agreed at any other time."""
    agreed = contact.agreed_with_citizen and span == contact.span
    return contact._replace(
        day=span.day,
        start=span.start,
        minutes=span.minutes,
        form=form,
        agreed_with_citizen=agreed,
    )


def _others(week: CheckedWeek, moved: WeekContact) -> Iterator[WeekContact]:
    """Give the day's other contacts of the same people."""
    people = {*moved.workers, *(citizen.id for citizen in moved.citizens)}
    for one in week.contacts:
        if (
            one.day == moved.day
            and one.id != moved.id
            and not people.isdisjoint((*one.workers, *(citizen.id for citizen in one.citizens)))
        ):
            yield one


def _day_of(
    week: CheckedWeek, moved: WeekContact, contacts: tuple[WeekContact, ...]
) -> CheckedWeek:
    """Return the day as a week of its own, with the ways worked out anew."""
    appointments = tuple(one for one in week.appointments if one.day == moved.day)
    standing = [one for one in contacts if one.status.takes_time]
    travel = {}
    for key in moved.workers:
        worker = week.workers.get(key)
        if worker is not None:
            own = [one for one in standing if key in one.workers]
            busy = [one for one in appointments if one.worker_id == key]
            travel[key, moved.day] = week.ways.of_day(worker, own, busy)
    return replace(week, contacts=contacts, appointments=appointments, travel=travel)


def _in_the_past(
    week: CheckedWeek, contact: WeekContact, moved: WeekContact
) -> Iterator[WeekSentence]:
    """Tell where a contact would get a time that has gone; one that lies there may stay."""
    moment = datetime.combine(moved.day, time()) + timedelta(minutes=moved.start)
    placed = contact.id == NEW or moved.span != contact.span
    if week.now is not None and placed and moment < week.now:
        yield WeekSentence(
            "",
            (moved.id,),
            moved.day,
            f"{first_at(moved)} er et tidspunkt, der er gået.",
            "Vælg en senere tid. Er kontakten allerede holdt, så noter den som afholdt.",
        )


def _lateness(
    week: CheckedWeek, contact: WeekContact, moved: WeekContact
) -> Iterator[WeekSentence]:
    changed = (moved.span, moved.form) != (contact.span, contact.form)
    counted_on = contact.agreed_with_citizen or contact.id in week.known.exported
    near = is_late(week, contact.day, contact.start) or is_late(week, moved.day, moved.start)
    if contact.id != NEW and changed and counted_on and near:
        hours = week.said("P49", "late_hours")
        need = (
            f" {contact.initials} har brug for forudsigelighed."
            if needs_predictability(week, contact)
            else ""
        )
        yield WeekSentence(
            "P49",
            (contact.id,),
            moved.day,
            f"Ændringen af {at(contact)} kommer under {hours} før.{need}",
            "Fortæl borgeren det selv; opgaven lægges til dig.",
        )
    elif contact.id == NEW or changed:
        yield from _short_notice(week, moved)


def _short_notice(week: CheckedWeek, moved: WeekContact) -> Iterator[WeekSentence]:
    """Tell where a remote contact comes with short notice; help here and now is exempt (P67)."""
    near = is_short_notice(week, moved.form, moved.day, moved.start)
    exempt = moved.purpose_id == "acute" or moved.form is ContactForm.HOTLINE
    who = "borgeren" if moved.citizens else "deltagerne"
    if near and not exempt:
        yield WeekSentence(
            "P67",
            (moved.id,),
            moved.day,
            f"Der er under {week.said('P67', 'notice_hours')} til {at(moved)}, og en kontakt på "
            f"afstand skal {who} kunne indstille sig på.",
            f"Vælg en senere tid, eller aftal den med {who}.",
        )
