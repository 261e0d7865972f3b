"""What the week shows and says: contacts, other time, travel, and the sentences about them."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.week_contact import WeekAppointment, WeekContact
from bostoette.models.whereabouts import Whereabouts
from bostoette.models.worker_day import Away, WeekWorker
from bostoette.planning.day_travel import DayStop, DayTravel, travel_of_day
from bostoette.planning.travel import TravelKnowledge, TravelPlace
from bostoette.planning.week_check import CheckedWeek, WeekSentence, check_week
from bostoette.store.conditions_file import delivered_conditions
from bostoette.store.postal_centres import postal_centres
from bostoette.store.week_people import (
    absences,
    citizens_whereabouts,
    typed_travel,
    week_workers,
)
from bostoette.store.weeks import appointments_of_workers, contacts_of_workers
from bostoette.store.weeks import purpose_titles as titles_of_purposes

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bostoette.store.plain_reader import PlainReader


@dataclass(frozen=True, slots=True)
class Week:
    """One week of one or several workers, ready to be shown."""

    week: IsoWeek
    workers: tuple[WeekWorker, ...]
    contacts: tuple[WeekContact, ...]
    appointments: tuple[WeekAppointment, ...]
    absences: tuple[Away, ...]
    travel: Mapping[tuple[Key, date], DayTravel]


def week_of(session: "Session | PlainReader", workers: tuple[Key, ...], week: IsoWeek) -> Week:
    """Return the workers' week with travel; the sentences are asked for apart (`sentences`)."""
    first, last = week.monday, week.sunday
    people = week_workers(session, workers)
    contacts = contacts_of_workers(session, workers, first, last)
    appointments = appointments_of_workers(session, workers, first, last)
    return Week(
        week,
        people,
        contacts,
        appointments,
        absences(session, workers, first, last),
        _travel(session, people, contacts, appointments),
    )


def active_workers(session: "Session | PlainReader") -> tuple[WeekWorker, ...]:
    """Return the workers whose weeks can be shown."""
    return week_workers(session)


def purpose_titles(session: "Session | PlainReader") -> dict[str, str]:
    """Return what contacts are for, as it reads, by the purpose's id."""
    return titles_of_purposes(session)


def sentences(week: Week, holiday: Callable[[date], str | None]) -> tuple[WeekSentence, ...]:
    """Say what clashes, does not fit or is worth a look (P71, P80, P84)."""
    return check_week(
        CheckedWeek(
            week.contacts,
            week.appointments,
            {worker.id: worker for worker in week.workers},
            week.absences,
            week.travel,
            delivered_conditions().lengths,
            holiday,
        )
    )


def _travel(
    session: "Session | PlainReader",
    workers: tuple[WeekWorker, ...],
    contacts: tuple[WeekContact, ...],
    appointments: tuple[WeekAppointment, ...],
) -> dict[tuple[Key, date], DayTravel]:
    found = citizens_whereabouts(
        session, {citizen.id for contact in contacts for citizen in contact.citizens}
    )
    places = {key: _place(key.hex(), whereabouts) for key, whereabouts in found.items()}
    typed, centres = typed_travel(session), postal_centres()
    theirs: dict[Key, list[WeekContact]] = defaultdict(list)
    for contact in contacts:
        if contact.status.takes_time:
            for key in contact.workers:
                theirs[key].append(contact)
    others: dict[Key, list[WeekAppointment]] = defaultdict(list)
    for other in appointments:
        if not other.all_day:
            others[other.worker_id].append(other)
    travel: dict[tuple[Key, date], DayTravel] = {}
    for worker in workers:
        base = _place(f"base:{worker.id.hex()}", worker.base, is_base=True)
        known = TravelKnowledge(worker.travel_mode, typed, postal_centres=centres)
        for day, stops in _stops(theirs[worker.id], others[worker.id], places, base).items():
            travel[worker.id, day] = travel_of_day(stops, base, known)
    return travel


def _stops(
    contacts: list[WeekContact],
    appointments: list[WeekAppointment],
    places: Mapping[Key, TravelPlace],
    base: TravelPlace,
) -> dict[date, list[DayStop]]:
    """Lay out a worker's days: her contacts, and on those days her other time."""
    days: dict[date, list[DayStop]] = {}
    for contact in contacts:
        days.setdefault(contact.day, []).append(_stop(contact, places, base))
    for other in appointments:
        if other.day in days:
            days[other.day].append(DayStop(other.id, other.span, None, travels=False))
    return days


def _stop(contact: WeekContact, places: Mapping[Key, TravelPlace], base: TravelPlace) -> DayStop:
    """Say where a contact is held: with the first citizen, or at the centre, which is the base."""
    place = places.get(contact.citizens[0].id) if contact.citizens else None
    if contact.form.travels and contact.place is ContactPlace.CENTRE:
        place = base
    return DayStop(contact.id, contact.span, place, travels=contact.form.travels)


def _place(key: str, whereabouts: Whereabouts, *, is_base: bool = False) -> TravelPlace:
    return TravelPlace(
        key,
        whereabouts.coordinates,
        whereabouts.postal_code,
        whereabouts.minutes_from_base,
        is_base,
    )
