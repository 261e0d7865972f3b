"""The memory of what left as calendar events: read before an export, written with its act."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.calendar_event import CalendarReader, ExportedState, ReaderKind, read_shadow
from bostoette.models.export_receipt import ExportedEvent


def receipts_of(session: Session, reader: CalendarReader) -> tuple[ExportedState, ...]:
    """Return everything that ever left for one reader's calendar, as it stood the last time."""
    rows = session.scalars(
        select(ExportedEvent)
        .where(ExportedEvent.reader == reader.stored)
        .order_by(ExportedEvent.uid)
    )
    return tuple(map(_state, rows))


def sent_to_participants(session: Session, first: date, last: date) -> tuple[ExportedState, ...]:
    """Return what left for participants' calendars and stands there on these days."""
    rows = session.scalars(
        select(ExportedEvent)
        .where(
            ExportedEvent.reader.startswith(f"{ReaderKind.PARTICIPANT}:"),
            ExportedEvent.shadow >= first.isoformat(),
            ExportedEvent.shadow < (last + timedelta(days=1)).isoformat(),
            ExportedEvent.cancelled.is_(False),
        )
        .order_by(ExportedEvent.shadow, ExportedEvent.uid)
    )
    return tuple(map(_state, rows))


def _state(row: ExportedEvent) -> ExportedState:
    return ExportedState(
        row.uid,
        row.reader,
        row.sequence,
        row.fingerprint,
        cancelled=row.cancelled,
        shadow=read_shadow(row.shadow),
        contact_key=row.contact_id,
        series_key=row.series_id,
    )


def keep_receipts(session: Session, receipts: Iterable[ExportedState], at: datetime) -> None:
    """Remember what leaves now; ``at`` is the moment, with a time zone."""
    states = {(state.uid, state.reader): state for state in receipts}
    readers = {reader for _uid, reader in states}
    known = {
        (row.uid, row.reader): row
        for row in session.scalars(select(ExportedEvent).where(ExportedEvent.reader.in_(readers)))
    }
    for where, state in states.items():
        row = known.get(where)
        if row is None:
            row = ExportedEvent(uid=state.uid, reader=state.reader)
            session.add(row)
        row.contact_id, row.series_id = state.contact_key, state.series_key
        row.sequence, row.fingerprint = state.sequence, state.fingerprint
        row.cancelled, row.shadow, row.exported_at = state.cancelled, state.shadow_text, at
