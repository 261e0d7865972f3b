"""Questions about the people around a week: its workers, their absences, where all are found.

The statements are made once; making one anew costs more than reading a worker's week.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.coordinates import Coordinates
from bostoette.models.danish_order import COLLATION
from bostoette.models.key import Key
from bostoette.models.team import TravelPair
from bostoette.models.whereabouts import Whereabouts
from bostoette.models.worker import Absence, Worker
from bostoette.models.worker_day import Away, WeekWorker

_WORKERS = select(
    Worker.id,
    Worker.initials,
    Worker.name,
    Worker.hours,
    Worker.travel_mode,
    Worker.base_latitude,
    Worker.base_longitude,
    Worker.base_postal_code,
).order_by(Worker.name.collate(COLLATION))
_ACTIVE_WORKERS = _WORKERS.where(Worker.active.is_(True))
_THESE_WORKERS = _WORKERS.where(Worker.id.in_(bindparam("workers", expanding=True)))

_TYPED_TRAVEL = select(TravelPair.place_a, TravelPair.place_b, TravelPair.minutes)

_ABSENCES = select(Absence.worker_id, Absence.first_day, Absence.last_day, Absence.kind).where(
    Absence.worker_id.in_(bindparam("workers", expanding=True)),
    Absence.first_day <= bindparam("last"),
    Absence.last_day >= bindparam("first"),
)

_CITIZENS = (
    select(
        Citizen.id,
        Citizen.latitude,
        Citizen.longitude,
        Citizen.postal_code,
        CitizenProfile.travel_minutes_one_way,
        CitizenProfile.filled_on,
    )
    .outerjoin(CitizenProfile, CitizenProfile.citizen_id == Citizen.id)
    .where(Citizen.id.in_(bindparam("citizens", expanding=True)))
)


def week_workers(session: Session, workers: Sequence[Key] | None = None) -> tuple[WeekWorker, ...]:
    """Return these workers by name, or all active ones."""
    connection = session.connection()
    rows = (
        connection.execute(_ACTIVE_WORKERS)
        if workers is None
        else connection.execute(_THESE_WORKERS, {"workers": list(workers)})
    )
    return tuple(
        WeekWorker(row[0], row[1], row[2], row[3], row[4], _whereabouts(*row[5:8])) for row in rows
    )


def absences(session: Session, workers: Sequence[Key], first: date, last: date) -> tuple[Away, ...]:
    """Return the workers' absences that touch the days."""
    rows = session.connection().execute(
        _ABSENCES, {"workers": list(workers), "first": first, "last": last}
    )
    return tuple(Away(*row) for row in rows)


def citizens_whereabouts(session: Session, citizens: Iterable[Key]) -> dict[Key, Whereabouts]:
    """Return where the citizens are found; minutes only where the profile was filled in."""
    rows = session.connection().execute(_CITIZENS, {"citizens": list(citizens)})
    return {
        key: _whereabouts(latitude, longitude, postal_code, minutes if filled else None)
        for key, latitude, longitude, postal_code, minutes, filled in rows
    }


def typed_travel(session: Session) -> dict[tuple[str, str], int]:
    """Return the travel minutes that people typed, by pair of places."""
    rows = session.connection().execute(_TYPED_TRAVEL)
    return {(place_a, place_b): minutes for place_a, place_b, minutes in rows}


def _whereabouts(
    latitude: float | None, longitude: float | None, postal_code: str, minutes: int | None = None
) -> Whereabouts:
    point = (
        Coordinates(latitude, longitude) if latitude is not None and longitude is not None else None
    )
    return Whereabouts(point, postal_code or None, minutes)
