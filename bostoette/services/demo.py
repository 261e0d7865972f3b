"""Makes the example (eksempel): an invented team in a file of its own, to try everything on."""

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from bostoette.models.demo_team import DemoSize
from bostoette.models.journal import JournalStep, StepKind
from bostoette.models.team import TeamSetting
from bostoette.planning.demo_contacts import DemoPlan, contacts, weeks_of
from bostoette.planning.demo_items import DemoWeekBuilder
from bostoette.planning.demo_people import Cast, cast
from bostoette.services import paper_settings
from bostoette.services.demo_board_rows import BoardRows
from bostoette.services.demo_goal_rows import GoalRows
from bostoette.services.demo_keys import PeopleKeys
from bostoette.services.demo_life_rows import LifeRows
from bostoette.services.demo_people_rows import PeopleRows
from bostoette.services.demo_rows import ContactRows
from bostoette.services.demo_shared_rows import SharedRows
from bostoette.services.demo_template_rows import TemplateRows
from bostoette.services.example import DEMO_PASSPHRASE, SETTING
from bostoette.store.bulk_writer import BulkWriter, filling
from bostoette.store.database import make_empty_database, open_database
from bostoette.store.demo_life_file import demo_lives
from bostoette.store.demo_team_file import demo_team
from bostoette.store.file_lock import FileLock
from bostoette.store.key_file import KeyFile
from bostoette.store.key_wrapping import Cost
from bostoette.store.places import Places, make_folder, unusable
from bostoette.store.postal_centres import postal_centres
from bostoette.store.schema import migrate
from bostoette.store.schema_number import SCHEMA

DEMO_SEED = 48

_COST = Cost(memory_kib=64, passes=1, lanes=1)
_WEEKS_A_TRANSACTION = 8
Progress = Callable[[int, int], None]
"""Told now and then how many weeks of how many are written."""


@dataclass(frozen=True, slots=True)
class MadeDemo:
    """What was made."""

    places: Places
    workers: int
    citizens: int
    contacts: int
    rows: int


def make_demo(
    places: Places,
    size: DemoSize,
    today: date,
    now: Callable[[], datetime],
    progress: Progress | None = None,
    *,
    seed: int = DEMO_SEED,
) -> MadeDemo:
    """Make the example anew in ``places.example``, in place of an earlier one.

    The earlier one stands until the new one is whole. The same seed, size and day give the same
    people and contacts. The municipality takes minutes; call it off the window's thread.
    Raises PlanError where the disk is full, the folder cannot be written, or the example is open.
    """
    target = places.example
    make_folder(target.folder, parents=True)
    with FileLock.take(target.database, wait_seconds=3.0):
        fresh = Places(target.folder / "ny", is_example=True)
        _clear(fresh)
        make_folder(fresh.folder)
        try:
            people = cast(demo_team(), size, today, seed, postal_centres())
            made = _make(fresh, people, now(), progress or _silent, seed)
            _put_in_place(fresh, target)
        finally:
            _clear(fresh)
    return MadeDemo(target, made.workers, made.citizens, made.contacts, made.rows)


def _make(places: Places, people: Cast, at: datetime, progress: Progress, seed: int) -> MadeDemo:
    """Make the whole file in an empty folder."""
    keys = PeopleKeys.of(people, seed)
    made = KeyFile.create(DEMO_PASSPHRASE, worker=keys.workers[people.opens].hex(), cost=_COST)
    make_empty_database(places.database, made.data_key)
    with closing(open_database(places.database, made.data_key)) as database:
        migrate(database.writer)
    with (
        closing(open_database(places.database, made.data_key)) as database,
        filling(database) as writer,
    ):
        rows = PeopleRows(people, keys, writer, seed)
        rows.write()
        written = _write_contacts(people, keys, writer, progress, seed)
        rows.write_tasks()
        GoalRows(people, keys, writer, seed).write()
        if people.size is DemoSize.LARGE_TEAM:
            BoardRows(people, keys, writer, seed).write()
        if people.size is DemoSize.TEAM:
            lives = demo_lives()
            LifeRows(people, keys, writer, seed, lives).write()
            SharedRows(people, keys, writer, seed, lives).write()
            TemplateRows(people, keys, writer, seed).write()
        _mark(people, keys, writer, made.key_file.database_id, at)
    made.key_file.save(places.key_file)
    return MadeDemo(places, len(people.workers), len(people.citizens), written, writer.rows)


def _write_contacts(
    people: Cast, keys: PeopleKeys, writer: BulkWriter, progress: Progress, seed: int
) -> int:
    """Lay the weeks and write them, a few in each transaction."""
    chance = Random(f"{seed} {people.size} weeks")  # noqa: S311 - invents weeks
    builder = DemoWeekBuilder(people, postal_centres(), chance)
    items = builder.build()
    rows = ContactRows(people, keys, writer, seed)
    rows.write_series(items)
    weeks = len(weeks_of(people))
    plan = DemoPlan(people, items, builder.could_take_over)
    for done, week in enumerate(contacts(plan, chance), start=1):
        rows.write_week(week)
        if done % _WEEKS_A_TRANSACTION == 0:
            writer.commit()
            progress(done, weeks)
    rows.team_notes.write()
    progress(weeks, weeks)
    return rows.contacts


_ON_PAPER = {"team_name": "Eksempelteamet", "team_phone": "12 33 00 00"}


def _mark(
    people: Cast, keys: PeopleKeys, writer: BulkWriter, database_id: str, at: datetime
) -> None:
    """Mark the file as an example, and write the one act that tells how it came to be."""
    facts = {"size": people.size.value, "made_on": people.today.isoformat()}
    writer.put(
        TeamSetting,
        [
            {"id": "database_id", "value": database_id},
            {"id": SETTING, "value": facts},
            {"id": paper_settings.SETTING, "value": _ON_PAPER},
        ],
    )
    step = {
        "id": keys.act,
        "at": at,
        "actor_id": keys.workers[people.opens],
        "kind": StepKind.ACT,
        "label": "Eksempeldata lavet",
        "target_id": None,
        "schema": SCHEMA,
        "facts": facts,
    }
    writer.put(JournalStep, [step])


def _put_in_place(fresh: Places, target: Places) -> None:
    """Take the names; cut off half-way, the next opening finds no example and makes one."""
    try:
        target.database.unlink(missing_ok=True)
        fresh.key_file.replace(target.key_file)
        fresh.database.replace(target.database)
    except OSError as error:
        raise unusable(error) from error


def _clear(places: Places) -> None:
    """Take away what an earlier attempt left."""
    try:
        if places.folder.exists():
            shutil.rmtree(places.folder)
    except OSError as error:
        raise unusable(error) from error


def _silent(_done: int, _weeks: int) -> None:
    """Tell nobody."""
