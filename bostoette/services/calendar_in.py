"""Taking in somebody's own calendar file as busy time: read, look, and only then store.

Reading again updates by the file's UIDs: what was read before and has moved is moved, what is
cancelled or no longer in its event goes. What the program itself once exported is skipped by the
reader: those contacts stand in the plan already.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from bostoette.models.appointment import Appointment, CalendarSource
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.cpr import without_cpr
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.read_appointment import ReadAppointment, ReadAppointments
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import listed
from bostoette.store.calendar_reader_process import read_calendar_file
from bostoette.store.journal import describe
from bostoette.store.read_calendars import days_of, read_before, source_named

BACK = timedelta(weeks=4)
AHEAD = timedelta(weeks=52)
LONGEST_TITLE = 200

Place = tuple[str, str]
"""UID and occurrence."""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What a file gave for the days from first to last, both included."""

    first: date
    last: date
    found: ReadAppointments


@dataclass(frozen=True, slots=True)
class StandingAppointment:
    """Time that was read before; ``key`` is the row's."""

    key: Key
    title: str
    span: TimeSpan
    all_day: bool


@dataclass(frozen=True, slots=True)
class CalendarPreview:
    """What would be stored: new, changed and gone, and how much stays as it is."""

    file: CalendarFile
    worker_id: Key
    new: tuple[ReadAppointment, ...]
    changed: tuple[tuple[Key, ReadAppointment], ...]
    gone: tuple[StandingAppointment, ...]
    """Cancelled, or no longer part of an event that the file tells about."""
    missing: tuple[StandingAppointment, ...]
    """Read before, and the file no longer tells about them; they go only if a person says so."""
    same: int

    @property
    def changes_nothing(self) -> bool:
        """Tell whether everything stands as the file says."""
        return not (self.new or self.changed or self.gone)

    def said(self) -> str:
        """Say it: ``12 aftaler læst. … I din kalender: 9 nye, 2 ændrede og 1 fjernet.``."""
        read = self.file.found.said()
        parts = _parts(len(self.new), len(self.changed), len(self.gone))
        if not parts:
            return f"{read} Alt står i kalenderen i forvejen."
        return f"{read} I din kalender: {listed(parts)}."


def default_period(today: date) -> tuple[date, date]:
    """Return the days that are read: four weeks back, a year ahead."""
    return today - BACK, today + AHEAD


def read_file(path: Path, first: date, last: date) -> CalendarFile:
    """Read a file's busy time in a process of its own; takes at most eight seconds.

    Raises PlanError with a sentence where it is no calendar, too large or too slow.
    """
    return CalendarFile(first, last, read_calendar_file(path, first, last))


def preview_calendar(session: Session, worker_id: Key, file: CalendarFile) -> CalendarPreview:
    """Say what storing the file in a worker's calendar would change; nothing is changed."""
    standing = read_before(session, worker_id)
    by_place = {(one.uid, one.occurrence): one for one in standing}
    wanted = {(one.uid, one.occurrence): _cleaned(one) for one in file.found.appointments}
    new = tuple(one for place, one in wanted.items() if place not in by_place)
    changed = tuple(
        (by_place[place].id, one)
        for place, one in wanted.items()
        if place in by_place and _differs(by_place[place], one)
    )
    gone = _gone(file, by_place, wanted)
    told = {uid for uid, _ in wanted} | set(file.found.seen_uids) | set(file.found.cancelled_uids)
    missing = tuple(
        _standing(one)
        for one in days_of(standing, file.first, file.last)
        if one.uid not in told and (one.uid, one.occurrence) not in gone
    )
    return CalendarPreview(
        file,
        worker_id,
        new,
        changed,
        tuple(_standing(one) for one in gone.values()),
        missing,
        len(wanted) - len(new) - len(changed),
    )


def store_calendar(
    session: Session,
    seen: CalendarPreview,
    name: str,
    at: datetime,
    *,
    remove_missing: bool = False,
) -> str:
    """Store what was seen in one step of the journal; return a sentence that says what was done.

    ``name`` is what the person calls the calendar, ``at`` the moment with a time zone.
    Raises PlanError where the calendar has changed since it was looked at.
    """
    fresh = preview_calendar(session, seen.worker_id, seen.file)
    if fresh != seen:
        raise PlanError(
            "Kalenderen er ændret, siden listen blev vist. Intet er gemt; indlæs filen igen."
        )
    leaving = (*seen.gone, *(seen.missing if remove_missing else ()))
    if seen.changes_nothing and not leaving:
        return "Alt står i kalenderen i forvejen; intet er ændret."
    rows = {one.id: one for one in read_before(session, seen.worker_id)}
    source = _source(session, seen.worker_id, name)
    source.read_at = at
    session.flush()
    for one in seen.new:
        session.add(_filled(Appointment(worker_id=seen.worker_id, source_id=source.id), one))
    for key, one in seen.changed:
        _filled(rows[key], one)
    for standing in leaving:
        session.delete(rows[standing.key])
    said = listed(_parts(len(seen.new), len(seen.changed), len(leaving)))
    describe(session, f"Importér kalender: {said}")
    return f"Kalenderen er indlæst: {said}."


def _gone(
    file: CalendarFile, by_place: Mapping[Place, Appointment], wanted: Iterable[Place]
) -> dict[Place, Appointment]:
    """Return what was read before and no longer takes place, within the days that were read."""
    kept, found = set(wanted), file.found
    retold = set(found.seen_uids) | {uid for uid, _ in kept}
    called_off = set(found.cancelled_uids)
    single = set(found.cancelled_occurrences)
    return {
        place: one
        for place, one in by_place.items()
        if place not in kept
        and (
            one.uid in called_off
            or (one.uid, one.occurrence.partition("#")[0]) in single
            or (one.uid in retold and file.first <= one.day <= file.last)
        )
    }


def _cleaned(one: ReadAppointment) -> ReadAppointment:
    """Take CPR numbers out of a title, and keep it short."""
    title = without_cpr(one.title)[0][:LONGEST_TITLE]
    return ReadAppointment(
        one.uid, one.occurrence, title, one.day, one.start, one.minutes, one.all_day
    )


def _differs(row: Appointment, one: ReadAppointment) -> bool:
    before = (row.title, row.day, row.start, row.minutes, row.all_day)
    return before != (one.title, one.day, one.start, one.minutes, one.all_day)


def _filled(row: Appointment, one: ReadAppointment) -> Appointment:
    row.kind = AppointmentKind.IMPORTED
    row.uid, row.occurrence, row.title = one.uid, one.occurrence, one.title
    row.day, row.start, row.minutes, row.all_day = one.day, one.start, one.minutes, one.all_day
    return row


def _source(session: Session, worker_id: Key, name: str) -> CalendarSource:
    source = source_named(session, worker_id, name)
    if source is None:
        source = CalendarSource(worker_id=worker_id, name=name)
        session.add(source)
    return source


def _standing(one: Appointment) -> StandingAppointment:
    return StandingAppointment(one.id, one.title, one.span, one.all_day)


def _parts(new: int, changed: int, gone: int) -> list[str]:
    counted = (
        (new, "ny", "nye"),
        (changed, "ændret", "ændrede"),
        (gone, "fjernet", "fjernede"),
    )
    return [f"{n} {one if n == 1 else many}" for n, one, many in counted if n]
