"""Opens an example for measuring, as a reader beside whatever else has it open."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event

from bostoette.clocks import utc_now
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.services.example import DEMO_PASSPHRASE
from bostoette.services.program_file import OpenFile, open_file
from bostoette.services.week import week_of
from bostoette.store.cipher import connect
from bostoette.store.key_file import KeyFile
from bostoette.store.places import Places

TEAM_CONTACTS = 300
Statement = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Example:
    """An open example, a raw connection with the same key and pragmas, and a week to look at."""

    opened: OpenFile
    raw: Any
    contacts: int
    week: IsoWeek
    worker: tuple[Key, ...]
    team: tuple[Key, ...]
    """So many workers that their week holds about 300 contacts, or all there are."""
    sizes: tuple[int, int]
    """How many contacts the worker's and the team's week hold."""


@contextmanager
def example(
    folder: Path, *, like: tuple[int, int] | None = None, writing: bool = False
) -> Iterator[Example]:
    """Open the example in a folder; ``like`` looks for weeks of these sizes."""
    places = Places.at(folder).example
    unlocked = KeyFile.load(places.key_file).unlock_with_passphrase(DEMO_PASSPHRASE)
    opened = open_file(places, unlocked, utc_now, writing=writing)
    raw = connect(places.database, unlocked.data_key)  # the program's own pragmas
    try:
        yield _with_week(opened, raw, like)
    finally:
        raw.close()
        opened.close()


def _with_week(opened: OpenFile, raw: Any, like: tuple[int, int] | None) -> Example:
    contacts = raw.execute("SELECT count(*) FROM contact").fetchone()[0]
    day = date.fromisoformat(raw.execute("SELECT max(day) FROM contact").fetchone()[0])
    week = IsoWeek.of(day - timedelta(weeks=40))
    monday, sunday = week.monday.isoformat(), week.sunday.isoformat()
    counted = raw.execute(
        "SELECT worker_id, count(*) FROM contact_worker WHERE day BETWEEN ? AND ?"
        " GROUP BY worker_id ORDER BY worker_id",
        (monday, sunday),
    ).fetchall()
    by_size = sorted(counted, key=lambda one: one[1])
    median = by_size[len(by_size) // 2][1]
    alone, together = like or (median, TEAM_CONTACTS)
    typical, size = min(counted, key=lambda one: abs(one[1] - alone))
    team, found = [], 0
    for worker, number in counted:
        if found + number <= together + median // 2:
            team.append(worker)
            found += number
    return Example(opened, raw, contacts, week, (typical,), tuple(team), (size, found))


def statements_of(one: Example, workers: tuple[Key, ...]) -> list[Statement]:
    """Give the SQL that the workers' week is read with, as the driver gets it."""
    engine, seen = one.opened.database.reader, list[Statement]()

    def note(
        _connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: Any
    ) -> None:
        seen.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        one.opened.desk.read(week_of, workers, one.week)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return [each for each in seen if not each[0].startswith("BEGIN")]
