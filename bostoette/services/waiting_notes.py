"""What waits of notes for one worker: to write, to read, to give, to carry over (P70, P90)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.waiting_note import WaitingKind, WaitingNote
from bostoette.models.week_contact import CitizenName
from bostoette.services.conditions import conditions_in_force
from bostoette.services.notes import DRAFT_KIND
from bostoette.store import waiting_note_rows as asked

NOTE_WITHIN = NumberName("P90", "within_hours")
LISTED_DAYS = NumberName("P90", "listed_days")
SUMMARY_WITHIN = NumberName("P70", "within_hours")
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def waiting(session: Session, worker_id: Key, now: datetime) -> tuple[WaitingNote, ...]:
    """Return what waits for a worker, group by group in order of day; ``now`` in UTC.

    In at most seven statements. Contacts older than the rule's days are not listed.
    """
    rules = conditions_in_force(session).rules
    today = now.astimezone(COPENHAGEN).date()
    first = today - timedelta(days=rules.number(LISTED_DAYS).value)
    drafts = _drafts(session, worker_id)
    missing = _missing(session, worker_id, (first, today), now, rules)
    begun = {(one.contact_id, one.citizen.id): one.drafted_at for one in drafts}
    marked = [
        one._replace(drafted_at=begun.pop((one.contact_id, one.citizen.id), None))
        for one in missing
    ]
    return (
        *marked,
        *(one for one in drafts if (one.contact_id, one.citizen.id) in begun),
        *_news(session, worker_id, first),
        *_summaries(session, worker_id, now, rules),
        *_transfers(session, worker_id),
    )


def missing_count(session: Session, worker_id: Key, now: datetime) -> int:
    """Count the held contacts that a worker has not noted yet."""
    rules = conditions_in_force(session).rules
    today = now.astimezone(COPENHAGEN).date()
    first = today - timedelta(days=rules.number(LISTED_DAYS).value)
    return sum(1 for _ in _missing(session, worker_id, (first, today), now, rules))


def _missing(
    session: Session,
    worker_id: Key,
    days: tuple[date, date],
    now: datetime,
    rules: PracticeRules,
) -> Iterable[WaitingNote]:
    first, today = days
    found = asked.rows(session, asked.MISSING, worker=worker_id, first=first, today=today)
    late_before = now - timedelta(hours=rules.number(NOTE_WITHIN).value)
    for row in found:
        ended = _moment(row[2], row[4])
        if ended <= now:
            yield _unnoted(row, late=ended < late_before)


def overdue(session: Session, now: datetime) -> dict[Key, tuple[WaitingNote, ...]]:
    """Return, by the worker who led it, the held contacts whose note is overdue (P90).

    ``now`` in UTC. In one statement; contacts older than the rule's days are not listed.
    """
    rules = conditions_in_force(session).rules
    today = now.astimezone(COPENHAGEN).date()
    first = today - timedelta(days=rules.number(LISTED_DAYS).value)
    late_before = now - timedelta(hours=rules.number(NOTE_WITHIN).value)
    found: dict[Key, list[WaitingNote]] = defaultdict(list)
    for worker, *row in asked.rows(session, asked.MISSING_OF_ALL, first=first, today=today):
        if _moment(row[2], row[4]) < late_before:
            found[worker].append(_unnoted(row, late=True))
    return {worker: tuple(notes) for worker, notes in found.items()}


def _unnoted(row: Sequence[Any], *, late: bool) -> WaitingNote:
    contact, form, day, start, _end, *name = row
    return WaitingNote(
        WaitingKind.MISSING, CitizenName(*name), contact, form, day, start, late=late
    )


def _drafts(session: Session, worker_id: Key) -> list[WaitingNote]:
    found = asked.rows(session, asked.DRAFTS, worker=worker_id, kind=DRAFT_KIND)
    citizens = [bytes.fromhex(row[0].removeprefix(DRAFT_KIND)) for row in found]
    names = {
        row[0]: CitizenName(*row) for row in asked.rows(session, asked.NAMES, citizens=citizens)
    }
    return [
        WaitingNote(
            WaitingKind.DRAFT, names[citizen], contact, form, day, start, drafted_at=saved_at
        )
        for citizen, (_kind, saved_at, contact, form, day, start) in zip(
            citizens, found, strict=True
        )
        if citizen in names
    ]


def _summaries(
    session: Session, worker_id: Key, now: datetime, rules: PracticeRules
) -> Iterable[WaitingNote]:
    forms = [form for form in ContactForm if form in rules.rules["P70"].forms]
    late_before = now - timedelta(hours=rules.number(SUMMARY_WITHIN).value)
    for contact, form, day, start, note, signed_at, *name in asked.rows(
        session, asked.SUMMARIES, worker=worker_id, forms=forms
    ):
        yield WaitingNote(
            WaitingKind.SUMMARY,
            CitizenName(*name),
            contact,
            form,
            day,
            start,
            late=signed_at < late_before,
            note_id=note,
        )


def _transfers(session: Session, worker_id: Key) -> Iterable[WaitingNote]:
    for contact, form, day, start, note, _signed_at, *name in asked.rows(
        session, asked.TRANSFERS, worker=worker_id
    ):
        yield WaitingNote(
            WaitingKind.TRANSFER, CitizenName(*name), contact, form, day, start, note_id=note
        )


def _news(session: Session, worker_id: Key, first: date) -> Iterable[WaitingNote]:
    for number, day, contact, form, start, *name in asked.rows(
        session, asked.NEWS, worker=worker_id, first=first
    ):
        yield WaitingNote(
            WaitingKind.NEWS, CitizenName(*name), contact, form, day, start, number=number
        )


def _moment(day: date, minute: int) -> datetime:
    """Return the moment (UTC) of a local day and minute."""
    local = datetime(day.year, day.month, day.day, tzinfo=COPENHAGEN) + timedelta(minutes=minute)
    return local.astimezone(UTC)
