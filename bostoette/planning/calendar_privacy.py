"""What of a contact may leave in a calendar file, for whom and at which level (P94, P67, P31).

- A worker's calendar, code or initials: form, time, place code, code or initials,
  "Punkter er aftalt", travel.
- A worker's calendar, first or full name: the name too, the address for visits and walks, the
  number for phone, the link for video.
- A citizen's, as on her own sheet: the worker's first name, form in everyday words, time, where a
  walk begins, the link for video; never her own name or address.
- A participant's: her own part of the time, form, the worker's first name, place code; with names
  allowed also address or link; never the citizen.

Purpose, diagnosis, notes, agenda texts and CPR leave at no level; they have no field to leave by.
"""

import hashlib
import json
import re
from dataclasses import astuple, dataclass, replace

from bostoette.models.calendar_event import (
    UID_DOMAIN,
    CalendarContact,
    CalendarReader,
    ExportedState,
    ExportLevel,
    OutgoingEvent,
    ReaderKind,
)
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import listed

AGENDA_AGREED = "Punkter er aftalt"
CANCELLED_PREFIX = "Aflyst: "
"""Some calendars show the title and not the status."""
GONE_SUMMARY = "Aflyst"
"""The title of an event whose contact is no longer there."""

_ON_VIDEO = frozenset({ContactForm.VIDEO, ContactForm.GROUP_ONLINE})
_CPR = re.compile(
    r"(?<![\d+])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d\d[- ]?\d{4}(?!\d)"
)
"""Ten digits that begin with a day (61–91 in replacement numbers) and a month."""
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")


def clean(text: str) -> str:
    """Return a text on one line, without control characters and without what looks like CPR."""
    return _CPR.sub("", _one_line(text)).strip()


def _one_line(text: str) -> str:
    return _UNPRINTABLE.sub(" ", text).strip()


@dataclass(frozen=True, slots=True)
class Look:
    """The words and times of one contact as a reader may see them."""

    summary: str
    location: str
    description: str
    category: str
    span: TimeSpan
    cancelled: bool
    travel_minutes: int | None


def look(contact: CalendarContact, level: ExportLevel, reader: CalendarReader) -> Look:
    """Return what the reader may see of a contact at a level.

    Raises PlanError where the reader is a participant who takes no part in the contact.
    """
    cancelled = contact.status.called_off
    summary = _summary(contact, level, reader)
    return Look(
        summary=CANCELLED_PREFIX + summary if cancelled else summary,
        location=_location(contact, level, reader),
        description=_description(contact, level, reader),
        category=_category(contact, reader),
        span=_own_part(contact, reader),
        cancelled=cancelled,
        travel_minutes=_travel(contact, reader),
    )


def _summary(contact: CalendarContact, level: ExportLevel, reader: CalendarReader) -> str:
    form = _capital(contact.form.short_name)
    if reader.kind is ReaderKind.WORKER:
        names = ", ".join(clean(citizen.named(level)) for citizen in contact.citizens)
        return f"{form} · {names}" if names else form
    workers = listed([clean(name) for name in contact.worker_first_names])
    joined = "af" if contact.form is ContactForm.PHYSICAL else "med"
    if reader.kind is ReaderKind.PARTICIPANT:
        form, joined = f"Møde ({contact.form.short_name})", "med"
    return f"{form} {joined} {workers}" if workers else form


def _category(contact: CalendarContact, reader: CalendarReader) -> str:
    everyday = reader.kind is ReaderKind.CITIZEN
    return _capital(contact.form.short_name if everyday else contact.form.full_name)


def _location(contact: CalendarContact, level: ExportLevel, reader: CalendarReader) -> str:
    if reader.kind is ReaderKind.CITIZEN:
        return _citizens_place(contact)
    if not contact.form.face_to_face:
        return _capital(contact.form.short_name)
    exact = clean(_whereabouts(contact)) if level.names_people else ""
    walks = contact.form is not ContactForm.PHYSICAL
    return exact or (ContactPlace.OUTDOORS if walks else contact.place).code


def _citizens_place(contact: CalendarContact) -> str:
    """Say where as her own sheet does; at home without the address."""
    if not contact.form.face_to_face:
        return ""
    if contact.form is not ContactForm.PHYSICAL:
        return clean(contact.meeting_point)
    at_home = contact.place is ContactPlace.HOME
    return "Hjemme hos dig" if at_home else clean(_whereabouts(contact))


def _whereabouts(contact: CalendarContact) -> str:
    """Return where people meet: at home, at the meeting point, or at the place typed."""
    if contact.form is not ContactForm.PHYSICAL and contact.meeting_point:
        return contact.meeting_point
    return {
        ContactPlace.HOME: contact.address,
        ContactPlace.OUTDOORS: contact.meeting_point or contact.place_text,
        ContactPlace.CENTRE: contact.place_text,
        ContactPlace.OTHER: contact.place_text,
    }[contact.place]


def _description(contact: CalendarContact, level: ExportLevel, reader: CalendarReader) -> str:
    lines = [_video_line(contact, level, reader)]
    if reader.kind is ReaderKind.WORKER:
        lines.append(_phone_line(contact, level))
        lines.append(AGENDA_AGREED if contact.agenda_count else "")
    return "\n".join(line for line in lines if line)


def _video_line(contact: CalendarContact, level: ExportLevel, reader: CalendarReader) -> str:
    allowed = level.names_people or reader.kind is ReaderKind.CITIZEN
    link = _one_line(contact.video_link)
    if not link or not allowed or contact.form not in _ON_VIDEO:
        return ""
    platform = clean(contact.video_platform)
    return f"Videolink ({platform}): {link}" if platform else f"Videolink: {link}"


def _phone_line(contact: CalendarContact, level: ExportLevel) -> str:
    number = clean(contact.phone)
    if not number or not level.names_people or contact.form is not ContactForm.PHONE:
        return ""
    return f"Telefon: {number}"


def takes_part(contact: CalendarContact, reader: CalendarReader) -> bool:
    """Tell whether a participant has a part in the contact; workers and citizens always have."""
    return reader.kind is not ReaderKind.PARTICIPANT or any(
        part.key == reader.key for part in contact.participants
    )


def _own_part(contact: CalendarContact, reader: CalendarReader) -> TimeSpan:
    if reader.kind is not ReaderKind.PARTICIPANT:
        return contact.span
    for part in contact.participants:
        if part.key == reader.key:
            length = part.until_minute - part.from_minute
            return TimeSpan(contact.span.day, part.from_minute, length)
    raise PlanError(
        "Deltageren er ikke længere med i kontakten. Intet er lagt ud, og intet er ændret; "
        "åbn kontakten igen, og se, hvem der deltager."
    )


def _travel(contact: CalendarContact, reader: CalendarReader) -> int | None:
    if reader.kind is not ReaderKind.WORKER or not contact.form.travels:
        return None
    return contact.travel_minutes or None


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def contact_uid(contact_key: Key, reader: CalendarReader) -> str:
    """Return the UID of a contact's own event, the same for ever.

    A citizen's and a participant's events have UIDs of their own: read into the worker's
    calendar by mistake, they must not overwrite hers.
    """
    return _uid(contact_key, reader)


def series_uid(series_key: Key, reader: CalendarReader) -> str:
    """Return the UID that all events of a whole series share."""
    return _uid(series_key, reader)


def _uid(key: Key, reader: CalendarReader) -> str:
    suffix = {
        ReaderKind.WORKER: "",
        ReaderKind.CITIZEN: "-b",
        ReaderKind.PARTICIPANT: f"-{reader.key.hex()}",
    }[reader.kind]
    return f"{key.hex()}{suffix}@{UID_DOMAIN}"


def outgoing(
    contact: CalendarContact,
    level: ExportLevel,
    reader: CalendarReader,
    previous: ExportedState | None,
    *,
    alarm_minutes: int | None = None,
) -> OutgoingEvent:
    """Return a contact's own event as it leaves.

    ``previous`` is what the receipt of the same UID and reader remembers; the sequence is one
    more than there if anything exported has changed, else the same. Raises PlanError where the
    reader takes no part in the contact.
    """
    event = shown(look(contact, level, reader), contact_uid(contact.key, reader), alarm_minutes)
    return replace(event, sequence=next_sequence((event,), previous))


def shown(seen: Look, uid: str, alarm_minutes: int | None) -> OutgoingEvent:
    """Return a look as an event that has not got its sequence yet."""
    return OutgoingEvent(
        uid=uid,
        sequence=0,
        summary=seen.summary,
        location=seen.location,
        description=seen.description,
        span=seen.span,
        cancelled=seen.cancelled,
        category=seen.category,
        travel_minutes=None if seen.cancelled else seen.travel_minutes,
        alarm_minutes=None if seen.cancelled else alarm_minutes,
    )


def cancellation(previous: ExportedState) -> OutgoingEvent:
    """Return the event that takes back one whose contact or series is gone.

    Only the receipt's shadow is left of it: when it stood.
    """
    event = OutgoingEvent(
        uid=previous.uid,
        sequence=0,
        summary=GONE_SUMMARY,
        location="",
        description="",
        span=previous.shadow,
        cancelled=True,
    )
    return replace(event, sequence=next_sequence((event,), previous))


def fingerprint(events: tuple[OutgoingEvent, ...]) -> str:
    """Return a digest of everything exported under one UID, except the sequence."""
    exported = [astuple(replace(event, sequence=0)) for event in events]
    return hashlib.sha256(json.dumps(exported, default=str).encode()).hexdigest()


def next_sequence(events: tuple[OutgoingEvent, ...], previous: ExportedState | None) -> int:
    """Return the sequence: one more than before if anything exported changed, 0 at first."""
    if previous is None:
        return 0
    return previous.sequence + (fingerprint(events) != previous.fingerprint)


def state_after(
    events: tuple[OutgoingEvent, ...],
    reader: CalendarReader,
    *,
    contact_key: Key | None = None,
    series_key: Key | None = None,
) -> ExportedState:
    """Return what the receipt has to remember of the events that left under one UID."""
    first = events[0]
    return ExportedState(
        uid=first.uid,
        reader=reader.stored,
        sequence=first.sequence,
        fingerprint=fingerprint(events),
        cancelled=first.cancelled,
        shadow=first.span,
        contact_key=contact_key,
        series_key=series_key,
    )
