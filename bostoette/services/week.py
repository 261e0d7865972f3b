"""What the week shows: contacts, other time, and travel."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.week_contact import WeekAppointment, WeekContact
from bostoette.models.worker_day import Away, WeekWorker
from bostoette.planning.day_travel import DayTravel
from bostoette.planning.week_travel import WeekWays
from bostoette.store.postal_centres import postal_centres
from bostoette.store.week_people import (
    absences,
    citizens_whereabouts,
    typed_travel,
    week_workers,
)
from bostoette.store.weeks import appointments_of_workers, contacts_of_workers, is_bare
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
    ways: WeekWays = field(default_factory=WeekWays)
    """What the travel was worked out from."""


def week_of(session: "Session | PlainReader", workers: tuple[Key, ...], week: IsoWeek) -> Week:
    """Return the workers' week with travel; what its checks need is read apart.

    See `week_knowledge`.
    """
    first, last = week.monday, week.sunday
    people = week_workers(session, workers)
    contacts = contacts_of_workers(session, workers, first, last)
    appointments = appointments_of_workers(session, workers, first, last)
    ways = _ways(session, contacts)
    return Week(
        week,
        people,
        contacts,
        appointments,
        absences(session, workers, first, last),
        ways.of_week(people, contacts, appointments),
        ways,
    )


def active_workers(session: "Session | PlainReader") -> tuple[WeekWorker, ...]:
    """Return the workers whose weeks can be shown."""
    return week_workers(session)


def nothing_yet(session: "Session | PlainReader") -> bool:
    """Tell whether nobody has planned anything yet and no citizen is there."""
    return is_bare(session)


def purpose_titles(session: "Session | PlainReader") -> dict[str, str]:
    """Return what contacts are for, as it reads, by the purpose's id."""
    return titles_of_purposes(session)


def _ways(session: "Session | PlainReader", contacts: tuple[WeekContact, ...]) -> WeekWays:
    found = citizens_whereabouts(
        session, {citizen.id for contact in contacts for citizen in contact.citizens}
    )
    return WeekWays(found, typed_travel(session), postal_centres())
