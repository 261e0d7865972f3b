"""What leaves this time: every contact once, by itself or within its whole series, never both.

Receipts remember which way each contact went. A contact that was sent by itself and now leaves
within its series is taken back; a series that was sent whole leaves whole again whenever
something in it changed; what was sent and is gone leaves as cancelled. What was called off leaves
as cancelled too; a citizen or another participant hears of it only where she was sent it before.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from bostoette.models.calendar_event import (
    CalendarContact,
    CalendarReader,
    CalendarSeries,
    ExportedState,
    ExportLevel,
    OutgoingEvent,
    ReaderKind,
    Release,
)
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.planning.calendar_privacy import (
    cancellation,
    contact_uid,
    fingerprint,
    outgoing,
    series_uid,
    state_after,
    takes_part,
)
from bostoette.planning.calendar_series import in_series, outgoing_series


@dataclass(frozen=True, slots=True)
class ExportWish:
    """Whose calendar, how much it tells, and the days from first to last, both included."""

    reader: CalendarReader
    level: ExportLevel
    first: date
    last: date
    alarm_minutes: int | None = None

    def holds(self, day: date) -> bool:
        """Tell whether a day is in the period."""
        return self.first <= day <= self.last


def sent_contacts(receipts: Iterable[ExportedState], wish: ExportWish) -> frozenset[Key]:
    """Return the contacts that stand in the period in the reader's calendar as last sent.

    They are loaded beside those that are in the period now: one that moved out of it leaves
    again at its new time.
    """
    return frozenset(
        receipt.contact_key
        for receipt in receipts
        if receipt.contact_key is not None
        and receipt.reader == wish.reader.stored
        and wish.holds(receipt.shadow.day)
    )


def sent_series(receipts: Iterable[ExportedState], reader: CalendarReader) -> frozenset[Key]:
    """Return the series that were sent whole and not taken back since."""
    return frozenset(
        receipt.series_key
        for receipt in receipts
        if receipt.series_key is not None
        and not receipt.cancelled
        and receipt.reader == reader.stored
    )


def release(
    contacts: Iterable[CalendarContact],
    receipts: Iterable[ExportedState],
    wish: ExportWish,
    *,
    whole: Iterable[CalendarSeries] = (),
) -> Release:
    """Return the events that leave, in the order of time, and the receipts to store.

    ``contacts`` are the reader's contacts in the period and those of `sent_contacts` that are
    still hers; one of the latter that is missing is taken for gone. ``receipts`` are all of the
    reader's. ``whole`` are the series to send whole: those asked for now, and those of
    `sent_series` that still exist. Raises PlanError where a participant asks for a whole series.
    """
    series = tuple(whole)
    if series and wish.reader.kind is ReaderKind.PARTICIPANT:
        raise PlanError(
            "En hel serie kan ikke lægges ud for én deltager. Intet er lagt ud; "
            "vælg en enkelt kontakt eller en periode."
        )
    mine = {item.uid: item for item in receipts if item.reader == wish.reader.stored}
    within = {contact.key for one in series for contact in in_series(one)}
    singles = [
        contact
        for contact in contacts
        if contact.key not in within
        and takes_part(contact, wish.reader)
        and _concerns(contact, mine, wish.reader)
    ]
    parcels = [*_single_parcels(singles, mine, wish), *_series_parcels(series, mine, wish)]
    present = {parcel.state.uid for parcel in parcels}
    parcels += _gone_parcels(mine.values(), present, within, wish)
    leaving = [parcel for parcel in parcels if not parcel.at_rest]
    leaving.sort(key=lambda parcel: (parcel.events[0].span, parcel.state.uid))
    return Release(
        tuple(event for parcel in leaving for event in parcel.events),
        tuple(parcel.state for parcel in leaving),
    )


def _concerns(
    contact: CalendarContact, receipts: dict[str, ExportedState], reader: CalendarReader
) -> bool:
    """Tell whether a reader has to do with a contact: nobody else is told of what never came."""
    called_off = contact.status.called_off
    return (
        not called_off
        or reader.kind is ReaderKind.WORKER
        or contact_uid(contact.key, reader) in receipts
    )


@dataclass(frozen=True, slots=True)
class _Parcel:
    """All events under one UID, with what the receipt remembers of them."""

    events: tuple[OutgoingEvent, ...]
    state: ExportedState
    at_rest: bool = False
    """The calendar has it as it is, and nothing of it lies in the period."""


def _single_parcels(
    contacts: Iterable[CalendarContact], receipts: dict[str, ExportedState], wish: ExportWish
) -> Iterator[_Parcel]:
    for contact in contacts:
        previous = receipts.get(contact_uid(contact.key, wish.reader))
        event = outgoing(
            contact, wish.level, wish.reader, previous, alarm_minutes=wish.alarm_minutes
        )
        yield _Parcel((event,), state_after((event,), wish.reader, contact_key=contact.key))


def _series_parcels(
    series: Iterable[CalendarSeries], receipts: dict[str, ExportedState], wish: ExportWish
) -> Iterator[_Parcel]:
    for one in series:
        previous = receipts.get(series_uid(one.key, wish.reader))
        events = _series_events(one, previous, wish)
        if events:
            state = state_after(events, wish.reader, series_key=one.key)
            in_period = any(wish.holds(contact.span.day) for contact in one.contacts)
            yield _Parcel(events, state, at_rest=state == previous and not in_period)


def _series_events(
    series: CalendarSeries, previous: ExportedState | None, wish: ExportWish
) -> tuple[OutgoingEvent, ...]:
    """Return a whole series' events; for others than the worker dates called off are left out.

    Where something has changed since it was sent, they leave as cancelled: she has them.
    """
    worker = wish.reader.kind is ReaderKind.WORKER
    standing = tuple(one for one in series.contacts if worker or not one.status.called_off)
    events = _whole(replace(series, contacts=standing), previous, wish)
    sent = previous is not None and fingerprint(events) != previous.fingerprint
    return _whole(series, previous, wish) if sent else events


def _whole(
    series: CalendarSeries, previous: ExportedState | None, wish: ExportWish
) -> tuple[OutgoingEvent, ...]:
    return outgoing_series(
        series, wish.level, wish.reader, previous, alarm_minutes=wish.alarm_minutes
    )


def _gone_parcels(
    receipts: Iterable[ExportedState], present: set[str], within: set[Key], wish: ExportWish
) -> Iterator[_Parcel]:
    for receipt in receipts:
        if receipt.uid in present:
            continue
        in_period = wish.holds(receipt.shadow.day)
        replaced = receipt.contact_key in within or receipt.series_key is not None
        if in_period or (replaced and not receipt.cancelled):
            events = (cancellation(receipt),)
            yield _Parcel(
                events,
                state_after(
                    events,
                    wish.reader,
                    contact_key=receipt.contact_key,
                    series_key=receipt.series_key,
                ),
            )
