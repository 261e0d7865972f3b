"""Taking in citizens from a municipality's file: read, match, look, and only then store."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import CitizenFields, GrantFields
from bostoette.models.citizen_import import (
    CitizenDraft,
    ColumnMatch,
    GrantDraft,
    ImportPreview,
    ReadTable,
)
from bostoette.models.folded_text import folded_words
from bostoette.models.grant import GrantParagraph
from bostoette.models.key import Key
from bostoette.models.worker import Worker
from bostoette.planning import citizen_import as rules
from bostoette.planning.citizen_code import unique_codes
from bostoette.planning.citizen_columns import match_columns
from bostoette.services.citizens import new_citizen
from bostoette.services.grants import new_grant
from bostoette.store.citizen_csv import read_citizen_file
from bostoette.store.citizens import citizen_codes, known_before_import
from bostoette.store.journal import describe


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import stored."""

    citizens: tuple[Key, ...]
    workers: int
    grants: int

    def said(self) -> str:
        """Say it in one sentence."""
        citizens = _counted(len(self.citizens), "borger", "borgere")
        workers = _counted(self.workers, "ny medarbejder", "nye medarbejdere")
        also = f" og {workers}" if self.workers else ""
        return f"{citizens}{also} er importeret."


def read_file(path: Path) -> ReadTable:
    """Read a file without its CPR numbers; raises PlanError where it is no table."""
    return read_citizen_file(path)


def matched(table: ReadTable) -> tuple[ColumnMatch, ...]:
    """Match a table's columns by their headings, as a person may then change."""
    return match_columns(table.headings)


def preview(
    session: Session, table: ReadTable, matches: Sequence[ColumnMatch], today: date
) -> ImportPreview:
    """Say what would be stored; nothing is. Raises PlanError where columns do not fit."""
    return rules.preview(table, matches, known_before_import(session), today)


def import_citizens(
    session: Session, found: ImportPreview, new_workers: Collection[str] | None = None
) -> Imported:
    """Store the drafts of a preview in one step of the journal.

    ``new_workers`` are the initials of unknown workers to create (None: all of them); a citizen
    whose worker is not created has none. CPR numbers are gone already; what still looks like one
    refuses the whole import with a PlanError.
    """
    unknown = {one.initials for one in found.unknown_workers}
    wanted = unknown if new_workers is None else unknown.intersection(new_workers)
    workers = _workers(session, found, wanted)
    paragraphs = _paragraphs(session, found)
    stored = [_citizen(draft, workers) for draft in found.drafts]
    codes = unique_codes((one.initials for one in stored), citizen_codes(session))
    for citizen, code in zip(stored, codes, strict=True):
        citizen.code = code
    session.add_all(stored)
    session.flush()  # grants refer to citizens, who must be there first
    session.add_all(
        new_grant(citizen.id, _grant(grant, paragraphs))
        for citizen, draft in zip(stored, found.drafts, strict=True)
        for grant in draft.grants
    )
    describe(session, f"Importér {_counted(len(stored), 'borger', 'borgere')}")
    return Imported(
        tuple(citizen.id for citizen in stored),
        len(wanted),
        sum(len(draft.grants) for draft in found.drafts),
    )


def _workers(session: Session, found: ImportPreview, wanted: set[str]) -> dict[str, Key]:
    """Return workers' keys by initials; those wanted are created unless somebody just did."""
    known = _worker_keys(session)
    session.add_all(
        Worker(initials=one.initials, name=one.name or one.initials)
        for one in found.unknown_workers
        if one.initials in wanted and one.initials not in known
    )
    session.flush()
    return _worker_keys(session)


def _worker_keys(session: Session) -> dict[str, Key]:
    return dict(session.execute(select(Worker.initials, Worker.id)).all())


def _paragraphs(session: Session, found: ImportPreview) -> dict[str, str]:
    """Return ids by plain title; what the list does not know yet is put on it."""
    known = _paragraph_ids(session)
    session.add_all(
        GrantParagraph(id=_plain(title), title=title)
        for title in found.unknown_paragraphs
        if _plain(title) not in known
    )
    session.flush()
    return _paragraph_ids(session)


def _paragraph_ids(session: Session) -> dict[str, str]:
    rows = session.execute(select(GrantParagraph.title, GrantParagraph.id))
    return {_plain(title): key for title, key in rows}


def _plain(title: str) -> str:
    return re.sub(r"[^a-z0-9]", "", folded_words(title))


def _citizen(draft: CitizenDraft, workers: dict[str, Key]) -> Citizen:
    primary = workers.get(draft.primary_worker)
    secondary = workers.get(draft.secondary_worker)
    citizen = new_citizen(
        CitizenFields(
            name=draft.name,
            initials=draft.initials,
            address=draft.address,
            postal_code=draft.postal_code,
            town=draft.town,
            meeting_point=draft.meeting_point,
            phone=draft.phone,
            language=draft.language,
            primary_worker_id=primary,
            secondary_worker_id=None if secondary == primary else secondary,
        )
    )
    citizen.status = draft.status
    if draft.travel_minutes is not None:
        citizen.profile.travel_minutes_one_way = draft.travel_minutes
    return citizen


def _grant(draft: GrantDraft, paragraphs: dict[str, str]) -> GrantFields:
    return GrantFields(
        paragraph_id=paragraphs.get(_plain(draft.paragraph), ""),
        valid_from=draft.valid_from,
        minutes_from=draft.minutes_from,
        minutes_to=draft.minutes_to,
        period=draft.period,
        valid_to=draft.valid_to,
    )


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
