"""What *Indsigt* needs beside a citizen's own rows: the names of things, drafts and the journal."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.contact import ContactCitizen
from bostoette.models.draft import Draft
from bostoette.models.export_receipt import ExportedEvent
from bostoette.models.grant import GrantParagraph
from bostoette.models.journal import JournalStep
from bostoette.models.key import Key
from bostoette.models.team import ApprovedPlatform, Purpose
from bostoette.models.worker import Worker
from bostoette.store.belonging import Belonging, parcels
from bostoette.store.erasing_journal import Told, about


@dataclass(frozen=True, slots=True)
class ToldStep:
    """One step of the journal about a citizen: when (UTC), who, what it was called."""

    at: datetime
    who: str
    label: str
    is_act: bool
    changes: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = ()
    """The table, and a row's values before and after."""


@dataclass(frozen=True, slots=True)
class KeptDraftOf:
    """Something half-written about her."""

    who: str
    saved_at: datetime
    fields: dict[str, Any]


def worker_words(session: Session) -> dict[Key, str]:
    """Return what each worker is called."""
    rows = session.execute(select(Worker.id, Worker.name, Worker.initials))
    return {key: f"{name} ({initials})" for key, name, initials in rows}


def listed_words(session: Session) -> dict[str, str]:
    """Return what purposes, platforms and paragraphs are called, by id."""
    found: dict[str, str] = {}
    for kind in (Purpose, ApprovedPlatform, GrantParagraph):
        found |= {row.id: row.title for row in session.execute(select(kind.id, kind.title))}
    return found


def drafts_about(session: Session, found: Belonging) -> tuple[KeptDraftOf, ...]:
    """Return what is half-written about a citizen or something of hers."""
    workers, home = worker_words(session), found.citizen_id.hex()
    keys = found.every_key()
    return tuple(
        KeptDraftOf(workers.get(one.worker_id, ""), one.saved_at, json.loads(one.fields))
        for one in session.scalars(select(Draft).order_by(Draft.saved_at))
        if one.subject_id in keys or home in one.kind
    )


def exports_of(session: Session, found: Belonging) -> tuple[datetime, ...]:
    """Return when something of hers last left as a calendar event."""
    keys = found.keys("contact") | found.keys("series")
    rows = session.scalars(select(ExportedEvent).order_by(ExportedEvent.exported_at))
    home = found.citizen_id.hex()
    return tuple(
        one.exported_at
        for one in rows
        if home in one.reader or {one.contact_id, one.series_id} & keys
    )


def others_sharing(session: Session, found: Belonging) -> frozenset[str]:
    """Return the initials of the other citizens in contacts that she shared."""
    contacts = {row["id"] for row in found.shared.get("contact", ())}
    initials: set[str] = set()
    for some in parcels(contacts):
        initials.update(
            session.scalars(
                select(Citizen.initials)
                .join(ContactCitizen, ContactCitizen.citizen_id == Citizen.id)
                .where(ContactCitizen.contact_id.in_(some), Citizen.id != found.citizen_id)
            )
        )
    return frozenset(initials)


def steps_about(session: Session, found: Belonging, told: Told) -> tuple[ToldStep, ...]:
    """Return every step of the journal about her, the oldest first, acts of reading included."""
    seen = about(session, found, told)
    changes: dict[Key, list[tuple[str, dict[str, Any], dict[str, Any]]]] = {}
    for step, _position, table, _key, before, after in seen.changes:
        both = json.loads(before or "{}"), json.loads(after or "{}")
        changes.setdefault(step, []).append((table, *both))
    workers = worker_words(session)
    steps: list[ToldStep] = []
    for some in parcels(sorted({*changes, *seen.acts})):
        rows = session.scalars(
            select(JournalStep).where(JournalStep.id.in_(some)).order_by(JournalStep.id)
        )
        steps += [
            ToldStep(
                one.at.astimezone(UTC),
                workers.get(one.actor_id or b"", "Programmet"),
                one.label,
                one.kind.value == "act",
                tuple(changes.get(one.id, ())),
            )
            for one in rows
        ]
    return tuple(steps)
