"""The example (eksempel) as it is opened: made at the first wish, told by its mark.

It lies in a folder beside the person's own data and is never mixed with them. Its passphrase is
known to everybody, so that one action opens it; nothing in it is worth guarding.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.store.key_file import KeyFile, Unlocked
from bostoette.store.places import Places

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bostoette.services.program_file import OpenFile

DEMO_PASSPHRASE = "eksempel uden rigtige mennesker"  # noqa: S105 - known to everybody
SETTING = "example"
"""The team setting that marks the file; its value says the size and the day it was made."""


def open_demo(places: Places, now: Callable[[], datetime], today: date) -> "OpenFile":
    """Open the example in the name of one of its workers; make the small team if there is none.

    An example of an earlier week is opened as it was left (`shows_earlier_week` tells);
    `renew_demo` makes it anew.
    Raises PlanError as `make_demo`, and where another window has it open.
    """
    from bostoette.services.program_file import open_file

    unlocked = unlock_demo(places)
    if unlocked is None:
        _make_small(places, now, today)
        unlocked = _unlock(places)
    return open_file(places.example, unlocked, now)


def unlock_demo(places: Places) -> Unlocked | None:
    """Come in to the example by the passphrase everybody knows; None where there is none yet."""
    target = places.example
    there = target.database.exists() and target.key_file.exists()
    return _unlock(places) if there else None


def renew_demo(places: Places, now: Callable[[], datetime], today: date) -> "OpenFile":
    """Make the small team anew around this week and open it; what was tried in it is gone."""
    _make_small(places, now, today)
    return open_demo(places, now, today)


def as_seen_by(opened: "OpenFile", now: Callable[[], datetime], *, leads: bool) -> "OpenFile":
    """Give the open example with a desk in its team leader's name, or in its worker's."""
    from dataclasses import replace

    from bostoette.services.desk import Desk

    worker = opened.desk.read(_leader) if leads else bytes.fromhex(_worker(opened.places))
    return replace(opened, desk=Desk(opened.database, worker, now))


def made_on(session: "Session") -> date | None:
    """Return the day the open file was made as an example; None for a person's own data."""
    from bostoette.models.team import TeamSetting

    mark = session.get(TeamSetting, SETTING)
    return None if mark is None else date.fromisoformat(mark.value["made_on"])


def shows_earlier_week(session: "Session", today: date) -> bool:
    """Tell whether the open example was made in another week than today's (see `renew_demo`)."""
    made = made_on(session)
    return made is not None and IsoWeek.of(made) != IsoWeek.of(today)


def _leader(session: "Session") -> Key:
    from sqlalchemy import select

    from bostoette.models.worker import Worker
    from bostoette.models.worker_kinds import WorkerRole

    leaders = select(Worker.id).where(Worker.role == WorkerRole.TEAM_LEADER).order_by(Worker.id)
    return session.scalars(leaders.limit(1)).one()


def _worker(places: Places) -> str:
    """Return the key of the worker in whose name the example is made, in hexadecimal."""
    return _unlock_here(places).slot.worker or ""


def _unlock(places: Places) -> Unlocked:
    return _unlock_here(places.example)


def _unlock_here(places: Places) -> Unlocked:
    return KeyFile.load(places.key_file).unlock_with_passphrase(DEMO_PASSPHRASE)


def _make_small(places: Places, now: Callable[[], datetime], today: date) -> None:
    from bostoette.models.demo_team import DemoSize
    from bostoette.services.demo import make_demo  # the makers are not needed to open

    make_demo(places, DemoSize.TEAM, today, now)
