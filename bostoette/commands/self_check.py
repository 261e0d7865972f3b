"""``bostoette self-check MAPPE`` (hidden) tells whether all that the program needs is with it.

For a freshly frozen program on a machine of its own: makes an encrypted database in the folder
and leaves it there, and loads every file the program brings. Nothing of a person's own is touched.
"""

import secrets
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bostoette.clocks import utc_now
from bostoette.commands.voice import Voice
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.plan_error import PlanError
from bostoette.planning.danish_days import holiday_name
from bostoette.services import citizens, program_file, unlocking
from bostoette.services.program_file import NewPerson
from bostoette.services.unlocking import Places
from bostoette.store.calendar_reader_process import read_calendar_apart
from bostoette.store.cipher import PLAIN_HEADER
from bostoette.store.conditions_file import delivered_conditions
from bostoette.store.demo_team_file import demo_team
from bostoette.store.postal_centres import postal_centres
from bostoette.store.resources import resource
from bostoette.store.schema import migrate, stored_schema
from bostoette.store.schema_number import SCHEMA

CALENDAR = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//bostoette//self-check//DA\r
BEGIN:VEVENT\r
UID:self-check@example.invalid\r
DTSTAMP:20260601T000000Z\r
DTSTART:20260605T080000Z\r
DTEND:20260605T090000Z\r
SUMMARY:Hej\r
RRULE:FREQ=WEEKLY;COUNT=3\r
END:VEVENT\r
END:VCALENDAR\r
"""
_CONSTITUTION_DAY = date(2026, 6, 5)
_EASTER_DAY = date(2026, 4, 5)


class SelfCheckFailed(PlanError):
    """Something the program needs is not with it, or does not work here."""

    def __init__(self, what: str) -> None:
        super().__init__(
            "Programmet virker ikke, som det skal, på denne computer. Dine data er urørte. "
            "Installér det igen, eller spørg den, der installerede det.",
            details=what,
        )


def run(asked: Namespace, voice: Voice) -> int:
    """Try everything, and say what was tried."""
    said = [
        _database_is_made_and_reopened(Places.at(asked.folder)),
        *(_checked(what, check) for what, check in _BROUGHT.items()),
    ]
    voice.result(said, {"checked": said})
    return 0


def _database_is_made_and_reopened(places: Places) -> str:
    passphrase = secrets.token_urlsafe(24)
    person = NewPerson("Prøve Person", "P.P.")
    opened, _recovery_key = program_file.create(places, passphrase, person, utc_now)
    with closing(opened):
        made = opened.desk.do(citizens.create, CitizenFields("Åse Ørsted-Prøve"))
    with closing(
        unlocking.open_unlocked(places, unlocking.unlock(places, passphrase), utc_now)
    ) as again:
        migrate(again.database.writer)
        _demand(stored_schema(again.database.reader) == SCHEMA, "schema")
        read = again.desk.read(citizens.details, made)
        _demand(read.fields.name == "Åse Ørsted-Prøve", "row")
    with places.database.open("rb") as file:
        _demand(file.read(len(PLAIN_HEADER)) != PLAIN_HEADER, "encryption")
    return (
        f"En krypteret database er lavet, lukket, åbnet og bragt op til udgave {SCHEMA} igen; "
        "en borger er skrevet og læst."
    )


def _checked(what: str, check: Callable[[], bool]) -> str:
    _demand(check(), what)
    return f"{what} virker."


def _demand(holds: bool, what: str) -> None:  # noqa: FBT001 - an assertion by another name
    if not holds:
        raise SelfCheckFailed(what)


def _time_zones() -> bool:
    """Tell whether Danish summer and winter time are known, wherever they come from."""
    zone = ZoneInfo("Europe/Copenhagen")
    offsets = [datetime(2026, month, 1, tzinfo=zone).utcoffset() for month in (1, 7)]
    return offsets == [timedelta(hours=1), timedelta(hours=2)]


def _calendar_reader() -> bool:
    """Tell whether a process of its own reads a calendar file, in Danish time."""
    found = read_calendar_apart(CALENDAR, _CONSTITUTION_DAY, _CONSTITUTION_DAY + timedelta(weeks=4))
    ten = 10 * 60  # eight o'clock UTC, in summer
    return [one.start for one in found.appointments] == [ten, ten, ten]


def _icons() -> bool:
    drawings = [path.read_text(encoding="utf-8") for path in _svg_files(resource("icons"))]
    return bool(drawings) and all("<svg" in drawing for drawing in drawings)


def _svg_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.svg"))


_BROUGHT: dict[str, Callable[[], bool]] = {
    "Teamets rammer": lambda: bool(delivered_conditions().lengths),
    "Postnumrenes centre": lambda: "8000" in postal_centres(),
    "Ikonerne": _icons,
    "Eksempelteamet": lambda: bool(demo_team().citizens),
    "De danske helligdage": lambda: holiday_name(_EASTER_DAY) == "Påskedag",
    "De danske tidszoner": _time_zones,
    "Kalenderlæseren": _calendar_reader,
}
