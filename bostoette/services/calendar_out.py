"""Taking contacts out as a calendar file: see exactly what leaves, then let it leave (P94, P67).

Nothing about a level is remembered: who may read names is chosen each time. What left is
remembered by receipts, so that a later file changes or takes back what stands in a calendar.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from sqlalchemy.orm import Session

from bostoette.models.calendar_event import (
    CalendarContact,
    CalendarReader,
    CalendarSeries,
    ExportedState,
    ExportLevel,
    OutgoingEvent,
    ReaderKind,
)
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import listed
from bostoette.planning.calendar_release import ExportWish, release, sent_contacts, sent_series
from bostoette.services.file_saving import save_file
from bostoette.services.team_lists import export_levels_off
from bostoette.services.week import week_of
from bostoette.store.calendar_contacts import (
    NamedParticipant,
    contacts_in_series,
    contacts_of_reader,
    participants_between,
    series_keys,
    stored_series,
)
from bostoette.store.calendar_export import calendar_file
from bostoette.store.calendar_export import proposed_name as name_for_days
from bostoette.store.export_receipts import keep_receipts, receipts_of, sent_to_participants
from bostoette.store.journal import act

MOST_DAYS = 2 * 366


class Since(StrEnum):
    """What an event is to the calendar that it leaves for."""

    NEW = "ny"
    CHANGED = "ændret"
    SAME = "som før"
    CANCELLED = "aflyst"


@dataclass(frozen=True, slots=True)
class ExportAsk:
    """What a person wants taken out: whose calendar, which days (both included), how much."""

    reader: CalendarReader
    first: date
    last: date
    level: ExportLevel = ExportLevel.CODE
    alarm_minutes: int | None = None
    whole_series: bool = False
    """One repeating event for each series that touches the days, from its first to last date."""
    contact_id: Key | None = None
    """The contact that a participant's part is of; None for all other readers."""

    @property
    def wish(self) -> ExportWish:
        """The ask as the rules want it."""
        return ExportWish(self.reader, self.level, self.first, self.last, self.alarm_minutes)


@dataclass(frozen=True, slots=True)
class Leaving:
    """One event that leaves, and what it is to the calendar."""

    event: OutgoingEvent
    since: Since


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """Exactly what leaves, and the receipts that will remember it."""

    ask: ExportAsk
    leaving: tuple[Leaving, ...]
    receipts: tuple[ExportedState, ...]
    kept_whole: bool = False
    """A series was sent whole before and so leaves whole again, although nobody asked now."""

    @property
    def events(self) -> tuple[OutgoingEvent, ...]:
        """The events, in the order of time."""
        return tuple(one.event for one in self.leaving)

    def count(self, since: Since) -> int:
        """Return how many events are new, changed, the same, or cancelled."""
        return sum(one.since is since for one in self.leaving)

    def said(self) -> str:
        """Say it: ``14 aftaler kommer i filen: 12 nye, 1 ændret og 1 aflyst.``."""
        if not self.leaving:
            return "Der er intet at eksportere i perioden."
        number = len(self.leaving)
        counted = [(self.count(since), since) for since in Since]
        parts = [f"{count} {_inflected(since, count)}" for count, since in counted if count]
        return f"{number} {_appointments(number)} kommer i filen: {listed(parts)}."


def participants(session: Session, first: date, last: date) -> tuple[NamedParticipant, ...]:
    """Return whose part of a contact can be taken out in a period (P31).

    Whoever got her part and no longer takes part then can still be told of it: of where it was
    moved to, or, without her name, that it is called off.
    """
    sent = {one.reader: one for one in sent_to_participants(session, first, last)}
    also = {one.contact_key for one in sent.values() if one.contact_key is not None}
    found = participants_between(session, first, last, also=also)
    there = [one for one in found if first <= one.day <= last or one.reader.stored in sent]
    known = {one.reader.stored for one in there}
    return (*there, *(_nameless(one) for one in sent.values() if one.reader not in known))


def _nameless(sent: ExportedState) -> NamedParticipant:
    assert sent.contact_key is not None  # noqa: S101 - a participant never gets a whole series
    day, start, end = sent.shadow.day, sent.shadow.start, sent.shadow.end
    reader = CalendarReader.read(sent.reader)
    return NamedParticipant(reader, sent.contact_key, day, start, "", "", start, end)


def preview_export(session: Session, ask: ExportAsk) -> ExportPreview:
    """Return exactly what would leave; nothing is changed.

    Called-off contacts leave as cancelled, and so do contacts that left before and are gone.
    Raises PlanError where the level is switched off or the days make no period.
    """
    _refuse(session, ask)
    known = receipts_of(session, ask.reader)
    contacts = contacts_of_reader(
        session,
        ask.reader,
        ask.first,
        ask.last,
        also=sent_contacts(known, ask.wish),
        contact_id=ask.contact_id,
    )
    series, kept_whole = _whole_series(session, ask, contacts, known)
    travel = _travel_before(session, ask.reader, contacts, series)
    released = release(
        [_with_travel(contact, travel) for contact in contacts],
        known,
        ask.wish,
        whole=[
            replace(one, contacts=tuple(_with_travel(each, travel) for each in one.contacts))
            for one in series
        ],
    )
    before = {state.uid: state for state in known}
    leaving = tuple(Leaving(event, _since(event, before)) for event in released.events)
    return ExportPreview(ask, leaving, released.receipts, kept_whole)


def file_content(
    seen: ExportPreview, stamp: datetime, told: Callable[[int], None] | None = None
) -> bytes:
    """Return the bytes of the file, a second or so for a year; nothing is remembered by it.

    ``stamp`` is the moment of the export, with a time zone; ``told`` hears how many events are
    written, and stops the work by raising.
    """
    return calendar_file(_counted(seen.events, told), stamp)


def export(
    session: Session, seen: ExportPreview, stamp: datetime, content: bytes | None = None
) -> bytes:
    """Let what was seen leave: return the file's bytes, and keep act and receipts in one step.

    ``content`` is what `file_content` made before, so that a long file keeps nobody from
    writing. The act says how many, for which days and whom, at which level, and no names. Raises
    PlanError where there is nothing, or where something has changed since.
    """
    if preview_export(session, seen.ask) != seen:
        raise PlanError(
            "Planen er ændret, siden listen blev vist. Intet er eksporteret; "
            "se listen igen, og gem så filen."
        )
    if not seen.leaving:
        raise PlanError("Der er intet at eksportere i perioden. Vælg andre dage.")
    written = content if content is not None else file_content(seen, stamp)
    keep_receipts(session, seen.receipts, stamp)
    ask, number = seen.ask, len(seen.leaving)
    act(
        session,
        f"Eksport af {number} {_appointments(number)} til kalenderfil",
        events=number,
        cancelled=seen.count(Since.CANCELLED),
        first=ask.first.isoformat(),
        last=ask.last.isoformat(),
        level=ask.level.value,
        reader=ask.reader.kind.value,
        whole_series=ask.whole_series or seen.kept_whole,
    )
    return written


def export_to_file(
    session: Session,
    seen: ExportPreview,
    path: Path,
    stamp: datetime,
    content: bytes | None = None,
) -> int:
    """Do as `export` and put the file in place; return how many events it holds.

    Where the file cannot be written, PlanError is raised and no receipt says that it left.
    """
    written = export(session, seen, stamp, content)
    session.flush()
    save_file(path, written)
    return len(seen.leaving)


def proposed_name(ask: ExportAsk) -> str:
    """Propose a file name that names nobody."""
    name = name_for_days(ask.first, ask.last)
    return {
        ReaderKind.WORKER: name,
        ReaderKind.CITIZEN: f"borgerens-aftaler-{name}",
        ReaderKind.PARTICIPANT: f"moede-{name}",
    }[ask.reader.kind]


def _refuse(session: Session, ask: ExportAsk) -> None:
    if ask.last < ask.first:
        raise PlanError("Perioden slutter, før den begynder. Intet er eksporteret; ret datoerne.")
    if ask.last - ask.first > timedelta(days=MOST_DAYS):
        raise PlanError(
            "Perioden er for lang; højst to år kan komme i én fil. "
            "Intet er eksporteret; vælg færre dage."
        )
    if ask.level in export_levels_off(session):
        raise PlanError(
            f"Niveauet »{ask.level.danish}« er slået fra for teamet. Intet er eksporteret; "
            "vælg kode eller initialer."
        )


def _whole_series(
    session: Session,
    ask: ExportAsk,
    contacts: Iterable[CalendarContact],
    known: Iterable[ExportedState],
) -> tuple[list[CalendarSeries], bool]:
    """Return the series that leave whole, and whether one of them only does so from before."""
    before = sent_series(known, ask.reader)
    asked: frozenset[Key] = frozenset()
    if ask.whole_series:
        asked = series_keys(session, [one.key for one in contacts if ask.wish.holds(one.span.day)])
    found = [
        CalendarSeries(row.id, row.rule, contacts_in_series(session, ask.reader, row.id))
        for row in stored_series(session, before | asked)
    ]
    return found, any(one.key in before - asked for one in found) and not ask.whole_series


def _travel_before(
    session: Session,
    reader: CalendarReader,
    contacts: Iterable[CalendarContact],
    series: Iterable[CalendarSeries],
) -> dict[Key, int]:
    """Return the minutes on the way to each contact; only the worker's own calendar has them."""
    if reader.kind is not ReaderKind.WORKER:
        return {}
    every = [*contacts, *(each for one in series for each in one.contacts)]
    weeks = {IsoWeek.of(one.span.day) for one in every if one.form.travels}
    return {
        leg.to_stop: leg.estimate.minutes
        for week in weeks
        for day in week_of(session, (reader.key,), week).travel.values()
        for leg in day.legs
        if leg.to_stop is not None
    }


def _with_travel(contact: CalendarContact, travel: Mapping[Key, int]) -> CalendarContact:
    return replace(contact, travel_minutes=travel.get(contact.key))


def _since(event: OutgoingEvent, before: Mapping[str, ExportedState]) -> Since:
    if event.cancelled:
        return Since.CANCELLED
    state = before.get(event.uid)
    if state is None:
        return Since.NEW
    return Since.SAME if state.sequence == event.sequence else Since.CHANGED


def _counted(
    events: Iterable[OutgoingEvent], told: Callable[[int], None] | None
) -> Iterator[OutgoingEvent]:
    for number, event in enumerate(events, start=1):
        yield event
        if told is not None:
            told(number)


def _appointments(number: int) -> str:
    return "aftale" if number == 1 else "aftaler"


def _inflected(since: Since, count: int) -> str:
    if count == 1 or since is Since.SAME:
        return since.value
    return {Since.NEW: "nye", Since.CHANGED: "ændrede", Since.CANCELLED: "aflyste"}[since]
