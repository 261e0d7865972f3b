"""Questions for calendar files: one reader's contacts and series, as `CalendarContact`s.

Only what may leave is read: purposes, agenda texts and notes are not even fetched (P94).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from sqlalchemy import ColumnElement, Row, func, or_, select
from sqlalchemy.orm import Session, selectinload

from bostoette.models.calendar_event import (
    CalendarCitizen,
    CalendarContact,
    CalendarParticipant,
    CalendarReader,
    ReaderKind,
)
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import (
    AgendaItem,
    Contact,
    ContactCitizen,
    ContactParticipant,
    ContactWorker,
)
from bostoette.models.key import Key
from bostoette.models.series import Series
from bostoette.models.team import ApprovedPlatform
from bostoette.models.worker import Worker


@dataclass(frozen=True, slots=True)
class NamedParticipant:
    """Somebody who takes part in a contact, to be chosen on screen; minutes after midnight.

    Of whoever no longer does, the name is not known any more: it is empty then, and so is the role.
    """

    reader: CalendarReader
    contact_id: Key
    day: date
    start: int
    name: str
    role: str
    from_minute: int
    until_minute: int


def contacts_of_reader(
    session: Session,
    reader: CalendarReader,
    first: date,
    last: date,
    *,
    also: Collection[Key] = (),
    contact_id: Key | None = None,
) -> tuple[CalendarContact, ...]:
    """Return the reader's contacts from the first to the last day, and of ``also`` hers.

    A participant's contact is named by ``contact_id``. Contacts of citizens whose support has
    ended are left out from that day on, unless they are called off.
    """
    wanted = _hers(reader, contact_id)
    in_time = Contact.day.between(first, last)
    return _loaded(
        session, reader, [wanted, or_(in_time, Contact.id.in_(also)) if also else in_time]
    )


def series_keys(session: Session, contacts: Iterable[Key]) -> frozenset[Key]:
    """Return the series that some contacts belong to."""
    found = session.scalars(
        select(Contact.series_id)
        .where(Contact.id.in_(list(contacts)), Contact.series_id.is_not(None))
        .distinct()
    )
    return frozenset(key for key in found if key is not None)


def stored_series(session: Session, keys: Collection[Key]) -> Sequence[Series]:
    """Return those of the series that there are, in the order of their keys."""
    return session.scalars(select(Series).where(Series.id.in_(keys)).order_by(Series.id)).all()


def contacts_in_series(
    session: Session, reader: CalendarReader, series: Key
) -> tuple[CalendarContact, ...]:
    """Return all of the reader's contacts in a series, from the first to the last."""
    return _loaded(session, reader, [_hers(reader, None), Contact.series_id == series])


def participants_between(
    session: Session, first: date, last: date, *, also: Collection[Key] = ()
) -> tuple[NamedParticipant, ...]:
    """Return everybody else who takes part in contacts of the days and ``also``, by time."""
    in_time = Contact.day.between(first, last)
    rows = session.execute(
        select(
            ContactParticipant.contact_id,
            Contact.day,
            Contact.start,
            ContactParticipant.name,
            ContactParticipant.role,
            ContactParticipant.from_minute,
            ContactParticipant.until_minute,
        )
        .join(Contact, Contact.id == ContactParticipant.contact_id)
        .where(or_(in_time, Contact.id.in_(also)) if also else in_time)
        .order_by(Contact.day, Contact.start, Contact.id, ContactParticipant.position)
    )
    met: Counter[tuple[Key, str]] = Counter()
    found = []
    for contact_id, day, start, name, role, from_minute, until_minute in rows:
        key = participant_key(contact_id, name, met[contact_id, name])
        met[contact_id, name] += 1
        reader = CalendarReader(ReaderKind.PARTICIPANT, key)
        found.append(
            NamedParticipant(reader, contact_id, day, start, name, role, from_minute, until_minute)
        )
    return tuple(found)


def participant_key(contact_id: Key, name: str, place: int = 0) -> Key:
    """Return the key a participant is known by in calendars.

    It stays the same although a contact's rows of participants are made anew whenever the
    contact is saved; ``place`` tells people of the same name apart.
    """
    told = f"{name.strip().casefold()}\x00{place}".encode()
    return blake2b(told, key=contact_id, digest_size=16).digest()


def first_name(name: str) -> str:
    """Return the first name of ``Asta Mørk`` or ``Mørk, Asta``; empty where there is none."""
    family, comma, given = name.partition(",")
    words = (given if comma else family).split()
    return words[0] if words else ""


def _hers(reader: CalendarReader, contact_id: Key | None) -> ColumnElement[bool]:
    """Return the condition that picks a reader's contacts."""
    match reader.kind:
        case ReaderKind.WORKER:
            part = select(ContactWorker.contact_id).where(ContactWorker.worker_id == reader.key)
        case ReaderKind.CITIZEN:
            part = select(ContactCitizen.contact_id).where(ContactCitizen.citizen_id == reader.key)
        case ReaderKind.PARTICIPANT:
            return Contact.id == contact_id
    return Contact.id.in_(part)


def _loaded(
    session: Session, reader: CalendarReader, conditions: Sequence[ColumnElement[bool]]
) -> tuple[CalendarContact, ...]:
    contacts = session.scalars(
        select(Contact)
        .where(*conditions)
        .options(
            selectinload(Contact.workers),
            selectinload(Contact.citizens),
            selectinload(Contact.participants),
        )
        .order_by(Contact.day, Contact.start, Contact.id)
    ).all()
    around = _around(session, contacts)
    made = (around.calendar_contact(contact, reader) for contact in contacts)
    return tuple(contact for contact in made if contact is not None)


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around contacts, by key: citizens, workers' names, platforms, agendas."""

    citizens: dict[Key, Row[*tuple[object, ...]]]
    workers: dict[Key, str]
    platforms: dict[str, str]
    agendas: dict[Key, int]

    def calendar_contact(self, contact: Contact, reader: CalendarReader) -> CalendarContact | None:
        """Return a contact as the export sees it; None where it may not leave."""
        met = [self.citizens[part.citizen_id] for part in contact.citizens]
        called_off = contact.status.called_off
        supported = [row for row in met if called_off or not _stopped(row, contact.day)]
        hers = reader.kind is not ReaderKind.CITIZEN or any(
            row.id == reader.key for row in supported
        )
        if (met and not supported) or not hers:
            return None
        home = supported[0] if supported else None
        return CalendarContact(
            key=contact.id,
            form=contact.form,
            span=contact.span,
            status=contact.status,
            citizens=tuple(
                CalendarCitizen(row.code, row.initials, first_name(row.name), row.name)
                for row in supported
            ),
            worker_first_names=tuple(
                first_name(self.workers[part.worker_id]) for part in contact.workers
            ),
            place=contact.place,
            address=_address(home) if home is not None else "",
            place_text=contact.place_text,
            meeting_point=contact.meeting_point or (home.meeting_point if home else ""),
            phone=contact.phone_number or (home.phone if home else ""),
            video_link=contact.video_link,
            video_platform=self.platforms.get(contact.video_platform_id or "", ""),
            agenda_count=self.agendas.get(contact.id, 0),
            series_key=contact.series_id,
            series_day=contact.series_day,
            participants=_participants(contact),
        )


def _around(session: Session, contacts: Sequence[Contact]) -> _Around:
    citizens = {part.citizen_id for contact in contacts for part in contact.citizens}
    workers = {part.worker_id for contact in contacts for part in contact.workers}
    agendas = session.execute(
        select(AgendaItem.contact_id, func.count())
        .where(AgendaItem.contact_id.in_([contact.id for contact in contacts]))
        .group_by(AgendaItem.contact_id)
    )
    names = session.execute(select(Worker.id, Worker.name).where(Worker.id.in_(workers)))
    platforms = session.execute(select(ApprovedPlatform.id, ApprovedPlatform.title))
    return _Around(
        {row.id: row for row in session.execute(_CITIZENS.where(Citizen.id.in_(citizens)))},
        {key: name for key, name in names},  # noqa: C416 - a dict of rows has no keys for mypy
        {key: title for key, title in platforms},  # noqa: C416 - same
        {key: number for key, number in agendas},  # noqa: C416 - same
    )


_CITIZENS = select(
    Citizen.id,
    Citizen.code,
    Citizen.initials,
    Citizen.name,
    Citizen.address,
    Citizen.postal_code,
    Citizen.town,
    Citizen.meeting_point,
    Citizen.phone,
    Citizen.status,
    Citizen.status_since,
)


def _stopped(row: Row[*tuple[object, ...]], day: date) -> bool:
    """Tell whether a citizen's support has ended by a day."""
    status: CitizenStatus = row.status
    since: date | None = row.status_since
    return status.stops_everything and (since is None or day >= since)


def _address(row: Row[*tuple[object, ...]]) -> str:
    town = f"{row.postal_code} {row.town}".strip()
    return ", ".join(part for part in (row.address, town) if part)


def _participants(contact: Contact) -> tuple[CalendarParticipant, ...]:
    met: Counter[str] = Counter()
    found = []
    for one in contact.participants:
        key = participant_key(contact.id, one.name, met[one.name])
        met[one.name] += 1
        found.append(CalendarParticipant(key, one.from_minute, one.until_minute))
    return tuple(found)
