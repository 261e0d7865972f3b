"""What is new on a citizen since a worker last looked, and that notes were read (P90).

Reading a citizen's notes is an act, written once a day for each reader and citizen; opening what is
new marks it as read.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from bostoette.models.citizen_contact import CitizenContact
from bostoette.models.citizen_judged import RiskJudged
from bostoette.models.citizen_kinds import RiskLevel
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact import Contact
from bostoette.models.contact_agreement import ContactAgreement
from bostoette.models.journal import JournalStep, StepKind
from bostoette.models.key import Key
from bostoette.models.note import CitizenRead
from bostoette.models.practice_rule import NumberName
from bostoette.models.since_last import CitizenNews, NewChange, NoteLine, SinceLast
from bostoette.services import agreed, note_sheet, signed_note
from bostoette.services.conditions import conditions_in_force
from bostoette.services.contacts import open_contact
from bostoette.services.open_citizen import open_citizen
from bostoette.store import note_rows as asked
from bostoette.store.citizen_contacts import noted_without_her
from bostoette.store.journal import act

LISTED_DAYS = NumberName("P90", "listed_days")
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_JUDGED = select(RiskJudged.id).where(RiskJudged.citizen_id == bindparam("citizen"))
_AGREED = select(ContactAgreement.id).where(ContactAgreement.citizen_id == bindparam("citizen"))


def news_of(session: Session, citizen_id: Key, worker_id: Key, now: datetime) -> CitizenNews:
    """Return what the worker has not read, as far back as the rule's days; ``now`` in UTC."""
    since = _since(session, citizen_id, worker_id, now)
    return CitizenNews(
        _unread(session, citizen_id, worker_id, since, now),
        agreed.listed_open(session, citizen_id),
        tuple(_changes(session, citizen_id, worker_id, since)),
    )


def number_of_news(session: Session, citizen_id: Key, worker_id: Key, now: datetime) -> int:
    """Count what the worker has not read; ``now`` in UTC."""
    since = _since(session, citizen_id, worker_id, now)
    unread = _unread(session, citizen_id, worker_id, since, now)
    return len(unread) + len(tuple(_changes(session, citizen_id, worker_id, since)))


def has_nothing_to_note(session: Session, contact_id: Key) -> bool:
    """Tell whether a contact has citizens, but nobody came or was seen, so that no note is due."""
    contact = session.get(Contact, contact_id)
    if contact is None or not contact.citizens or note_sheet.without_note(session, contact_id):
        return False
    return signed_note.note_of(session, contact_id) is None


def since_last(session: Session, contact_id: Key, worker_id: Key, now: datetime) -> SinceLast:
    """Return what the panel says about the last time with a contact's only citizen."""
    contact = open_contact(session, contact_id)
    settled = bool(contact.citizens) and not note_sheet.without_note(session, contact_id)
    noted = settled and signed_note.note_of(session, contact_id) is not None
    noteless = settled and not noted
    if len(contact.citizens) != 1:
        return SinceLast(noted, noteless, None, (), 0)
    citizen = contact.citizens[0].citizen_id
    found = asked.rows(
        session,
        asked.LAST_BEFORE,
        citizen=citizen,
        contact=contact_id,
        day=contact.day,
        start=contact.start,
    )
    since = _since(session, citizen, worker_id, now)
    return SinceLast(
        noted,
        noteless,
        _line(found[0]) if found else None,
        agreed.listed_open(session, citizen, contact),
        len(_unread(session, citizen, worker_id, since, now)),
    )


def number_of_noted(session: Session, citizen_id: Key) -> int:
    """Count the contacts of which a citizen has a note; a noted one cannot be left any more."""
    return asked.value(session, asked.NUMBER, citizen=citizen_id) or 0


def noted_contacts(
    session: Session, citizen_id: Key, contacts: Iterable[CitizenContact]
) -> tuple[CitizenContact, ...]:
    """Return those of a citizen's contacts of which she has a note, in order of time.

    Groups that she stayed away from are added, as far as somebody wrote about her in them.
    """
    noted = {key for (key,) in asked.rows(session, asked.NOTED, citizen=citizen_id)}
    found = [one for one in contacts if one.id in noted]
    found.extend(noted_without_her(session, citizen_id))
    return tuple(sorted(found, key=lambda one: (one.day, one.start)))


def mark_read(session: Session, citizen_id: Key, *, by: Key, at: datetime) -> None:
    """Note that a worker has read what is new on a citizen up to now (UTC)."""
    read = session.scalar(
        select(CitizenRead).where(CitizenRead.worker_id == by, CitizenRead.citizen_id == citizen_id)
    )
    if read is None:
        session.add(CitizenRead(worker_id=by, citizen_id=citizen_id, read_at=at))
    else:
        read.read_at = at
    _act(session, citizen_id)


def note_reading(session: Session, citizen_id: Key, *, by: Key, at: datetime) -> None:
    """Write that a worker reads a citizen's notes, once a day (Danish time); ``at`` in UTC."""
    local = at.astimezone(COPENHAGEN)
    begun = local.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
    today = session.scalars(
        select(JournalStep.facts)
        .where(
            JournalStep.actor_id == by,
            JournalStep.kind == StepKind.ACT,
            JournalStep.at >= begun,
            JournalStep.label.startswith(_READ),
        )
        .order_by(JournalStep.id.desc())
    )
    if not any(facts and facts.get("citizen") == citizen_id.hex() for facts in today):
        _act(session, citizen_id)


_READ = "Læs notater: "


def _act(session: Session, citizen_id: Key) -> None:
    who = open_citizen(session, citizen_id).initials
    act(session, f"{_READ}{who}", citizen=citizen_id.hex())


def _since(session: Session, citizen_id: Key, worker_id: Key, now: datetime) -> datetime:
    """Return up to when the worker has read; where she never has, the rule's days back."""
    read = asked.value(session, asked.READ_AT, worker=worker_id, citizen=citizen_id)
    days = conditions_in_force(session).rules.number(LISTED_DAYS).value
    earliest: datetime = now - timedelta(days=days)
    return earliest if read is None else max(read, earliest)


def _unread(
    session: Session, citizen_id: Key, worker_id: Key, since: datetime, now: datetime
) -> tuple[NoteLine, ...]:
    days = conditions_in_force(session).rules.number(LISTED_DAYS).value
    first = now.astimezone(COPENHAGEN).date() - timedelta(days=days)
    read = asked.value(session, asked.READ_AT, worker=worker_id, citizen=citizen_id)
    found = asked.rows(
        session,
        asked.UNREAD,
        citizen=citizen_id,
        worker=worker_id,
        since=since if read is not None else datetime(1970, 1, 1, tzinfo=UTC),
        first=first,
    )
    return tuple(map(_line, found))


def _changes(
    session: Session, citizen_id: Key, worker_id: Key, since: datetime
) -> Iterable[NewChange]:
    """Give what others changed of risk, profile and contact agreement, the newest first of each."""
    profile = _profile_key(open_citizen(session, citizen_id).profile)

    def changed(table: str, keys: list[str]) -> list[Any]:
        return asked.rows(
            session, asked.CHANGED, table=table, keys=keys, since=since, worker=worker_id
        )

    judged = changed(RiskJudged.__tablename__, _keys_of(session, _JUDGED, citizen_id))
    for at, by, _table, after in judged:
        level = RiskLevel((after or {})["level"]).danish.lower()
        yield NewChange(
            at, by or "", f"Risikoen er vurderet: {level}", (after or {}).get("reason", "")
        )
    told = {row[0] for row in judged}
    for at, by, _table, after in changed(CitizenProfile.__tablename__, [profile]):
        if at not in told or not set(after or {}) <= _OF_RISK:
            words = "Borgeren er oprettet" if _is_new(after) else "Profilen er rettet"
            yield NewChange(at, by or "", words)
    agreements = _keys_of(session, _AGREED, citizen_id)
    for at, by, _table, after in changed(ContactAgreement.__tablename__, agreements):
        words = "Ny kontaktaftale" if _is_new(after) else "Kontaktaftalen er ændret"
        yield NewChange(at, by or "", words)


_OF_RISK = frozenset({"risk_level", "version"})
"""What a judgement of risk changes in the profile."""


def _is_new(after: dict[str, Any] | None) -> bool:
    """Tell whether a row was made: of a change the journal has only the columns that changed."""
    return "citizen_id" in (after or {})


def _keys_of(session: Session, question: Select[Key], citizen_id: Key) -> list[str]:
    return asked.keys_text(*session.connection().scalars(question, {"citizen": citizen_id}))


def _profile_key(profile: CitizenProfile) -> str:
    from bostoette.store.plain_row import row_key

    return row_key(profile)


def _line(row: Any) -> NoteLine:
    key, contact, day, form, author, signed_at, next_time, *texts = row
    text = " ".join(" ".join(one.split()) for one in texts if one.strip())
    return NoteLine(key, contact, day, form, author, text, " ".join(next_time.split()), signed_at)
