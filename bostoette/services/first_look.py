"""The first week to be looked at, read before the libraries are loaded that work in it.

SQLAlchemy with its mapped classes takes longer to load than all the rest of the start. The week
is shown without it; the file is opened for work (`program_file.open_file`) right after.
"""

from dataclasses import dataclass
from typing import Any

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.worker_day import WeekWorker
from bostoette.services.week import Week, active_workers, purpose_titles, week_of
from bostoette.store.cipher import check_is_encrypted, connect
from bostoette.store.driver_faults import driver_told_plainly
from bostoette.store.key_file import Unlocked
from bostoette.store.places import Places
from bostoette.store.plain_reader import PlainReader
from bostoette.store.schema_number import SCHEMA


@dataclass(frozen=True, slots=True)
class FirstLook:
    """A week of the person who came in, and what is needed to show it."""

    worker: Key
    week: Week
    purposes: dict[str, str]
    """Titles by id."""
    everybody: tuple[WeekWorker, ...]
    """Whose weeks can be chosen."""


def first_look(places: Places, unlocked: Unlocked, week: IsoWeek) -> FirstLook | None:
    """Read the week of the person who came in; nothing is changed, and no lock is needed.

    None where only opening the file can tell: its schema is not the program's, or the way in
    names nobody who surely still works here.
    Raises PlanError where the file cannot be read, as `open_database` does.
    """
    worker = bytes.fromhex(unlocked.slot.worker or "")
    if not worker:
        return None
    check_is_encrypted(places.database)
    with driver_told_plainly():
        connection = connect(places.database, unlocked.data_key)
        try:
            return _look(connection, worker, week)
        finally:
            connection.close()


_SURELY_HERE = "SELECT 1 FROM worker WHERE id = ? AND active AND valid_to IS NULL"
"""Whether a last day has come is for the opening to say (`signing_in`)."""


def _look(connection: Any, worker: Key, week: IsoWeek) -> FirstLook | None:
    connection.execute("BEGIN")
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    if number != SCHEMA:
        return None
    if connection.execute(_SURELY_HERE, (worker,)).fetchone() is None:
        return None
    reader = PlainReader(connection)
    shown = week_of(reader, (worker,), week)
    return FirstLook(worker, shown, purpose_titles(reader), active_workers(reader))
