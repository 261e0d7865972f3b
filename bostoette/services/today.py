"""What a worker has today and in the coming days, to say what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.travel_mode import TravelMode
from bostoette.models.week_contact import WeekContact
from bostoette.planning.day_travel import DayTravel
from bostoette.services.week import week_of


@dataclass(frozen=True, slots=True)
class ComingDays:
    """The rest of this week and the next one, with travel."""

    worker: Key
    contacts: tuple[WeekContact, ...]
    travel: Mapping[tuple[Key, date], DayTravel]
    mode: TravelMode
    """How the worker gets about."""


def coming_days(session: Session, worker: Key, today: date) -> ComingDays:
    """Return a worker's contacts from today to the end of next week."""
    week = IsoWeek.of(today)
    weeks = [week_of(session, (worker,), one) for one in (week, week.plus(1))]
    modes = [one.travel_mode for one in weeks[0].workers]
    return ComingDays(
        worker,
        tuple(one for shown in weeks for one in shown.contacts if one.day >= today),
        {key: travel for shown in weeks for key, travel in shown.travel.items()},
        modes[0] if modes else TravelMode.CAR,
    )
