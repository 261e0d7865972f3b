"""Questions about the people around a week: its workers, their absences, where all are found.

They stand as SQL, as those in `weeks` do, and for the same reason.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from bostoette.models.coordinates import Coordinates
from bostoette.models.danish_order import COLLATION
from bostoette.models.key import Key
from bostoette.models.travel_mode import TravelMode
from bostoette.models.whereabouts import Whereabouts
from bostoette.models.worker_day import Away, WeekWorker
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.models.working_hours import WorkingHours
from bostoette.store.weeks import for_each

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bostoette.store.plain_reader import PlainReader

_WORKERS = """
    SELECT id, initials, name, hours, travel_mode,
           base_latitude, base_longitude, base_postal_code
      FROM worker
"""
_ACTIVE_WORKERS = f"{_WORKERS} WHERE active ORDER BY name COLLATE {COLLATION}"
_THESE_WORKERS = f"{_WORKERS} WHERE id IN (:workers) ORDER BY name COLLATE {COLLATION}"

_TYPED_TRAVEL = "SELECT place_a, place_b, minutes FROM travel_pair"

_ABSENCES = """
    SELECT worker_id, first_day, last_day, kind
      FROM absence
     WHERE worker_id IN (:workers) AND first_day <= ? AND last_day >= ?
"""

_CITIZENS = """
    SELECT citizen.id, citizen.latitude, citizen.longitude, citizen.postal_code,
           citizen_profile.travel_minutes_one_way, citizen_profile.filled_on
      FROM citizen
      LEFT JOIN citizen_profile ON citizen_profile.citizen_id = citizen.id
     WHERE citizen.id IN (:citizens)
"""


def week_workers(
    session: "Session | PlainReader", workers: Sequence[Key] | None = None
) -> tuple[WeekWorker, ...]:
    """Return these workers by name, or all active ones."""
    connection = session.connection()
    rows = (
        connection.exec_driver_sql(_ACTIVE_WORKERS)
        if workers is None
        else connection.exec_driver_sql(for_each(_THESE_WORKERS, workers), tuple(workers))
    )
    return tuple(
        WeekWorker(
            key,
            initials,
            name,
            WorkingHours.unpacked(json.loads(hours)),
            TravelMode(mode),
            _whereabouts(*base),
        )
        for key, initials, name, hours, mode, *base in rows.fetchall()
    )


def absences(
    session: "Session | PlainReader", workers: Sequence[Key], first: date, last: date
) -> tuple[Away, ...]:
    """Return the workers' absences that touch the days."""
    rows = session.connection().exec_driver_sql(
        for_each(_ABSENCES, workers), (*workers, last.isoformat(), first.isoformat())
    )
    return tuple(
        Away(worker, date.fromisoformat(begun), date.fromisoformat(ended), AbsenceKind(kind))
        for worker, begun, ended, kind in rows.fetchall()
    )


def citizens_whereabouts(
    session: "Session | PlainReader", citizens: Iterable[Key]
) -> dict[Key, Whereabouts]:
    """Return where the citizens are found; minutes only where the profile was filled in."""
    keys = tuple(citizens)
    rows = session.connection().exec_driver_sql(for_each(_CITIZENS, keys), keys)
    return {
        key: _whereabouts(latitude, longitude, postal_code, minutes if filled else None)
        for key, latitude, longitude, postal_code, minutes, filled in rows.fetchall()
    }


def typed_travel(session: "Session | PlainReader") -> dict[tuple[str, str], int]:
    """Return the travel minutes that people typed, by pair of places."""
    rows = session.connection().exec_driver_sql(_TYPED_TRAVEL)
    return {(place_a, place_b): minutes for place_a, place_b, minutes in rows.fetchall()}


def _whereabouts(
    latitude: float | None, longitude: float | None, postal_code: str, minutes: int | None = None
) -> Whereabouts:
    point = (
        Coordinates(latitude, longitude) if latitude is not None and longitude is not None else None
    )
    return Whereabouts(point, postal_code or None, minutes)
