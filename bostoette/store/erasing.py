"""Takes a citizen away for good: the one place where rows leave without the journal keeping them.

Everything that belongs to her (`belonging.py`) is deleted; what others share with her stays
theirs. The journal's steps about her stay as steps (who, when) without words, values or facts,
and can never be undone. Deleted pages are overwritten by SQLite (secure_delete); whoever calls
this lets the log be emptied afterwards (`Database.empty_log`).
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import RowMapping, Table, and_, delete, or_, update
from sqlalchemy.orm import Session

from bostoette.models.base import Base
from bostoette.models.draft import Draft
from bostoette.models.export_receipt import ExportedEvent
from bostoette.models.key import Key
from bostoette.models.series import Series
from bostoette.models.team import TravelPair
from bostoette.store.belonging import Belonging, belonging_to, links_of, parcels, table_of
from bostoette.store.erasing_journal import erase_from_journal
from bostoette.store.journal import RowChange, touched
from bostoette.store.plain_row import PlainRow, kind_of_table, plain
from bostoette.store.search_documents import SOURCE_OF
from bostoette.store.search_index import rebuild
from bostoette.store.search_upkeep import keep_index

_SERIES = table_of(Series)
Told = Callable[[int], None]
"""Hears how many changes of the journal were looked through."""


def erase(session: Session, citizen_id: Key, told: Told = lambda _number: None) -> int:
    """Delete all that belongs to a citizen; return how many rows were hers.

    Runs in the caller's transaction: all of it, or nothing.
    """
    found = belonging_to(session, citizen_id)
    keys = found.every_key()
    _leave_shared(session, found)
    _erase_without_key(session, found, keys)
    _erase_from_index(session, found)
    number = _erase_rows(session, found)
    _look_over_index(session, keys)
    erase_from_journal(session, found, told)
    return number


def _leave_shared(session: Session, found: Belonging) -> None:
    """Let go of what others keep: their series goes on without her."""
    gone = found.citizen_id.hex()
    for row in found.shared.get(_SERIES.name, ()):
        members = [one for one in row["template"].get("citizens", ()) if one != gone]
        values: dict[str, Any] = {"template": {**row["template"], "citizens": members}}
        if row["citizen_id"] == found.citizen_id:
            values["citizen_id"] = bytes.fromhex(members[0])
        session.connection().execute(
            update(_SERIES).where(_SERIES.c.id == row["id"]).values(**values)
        )
    if found.shared.get(_SERIES.name):
        touched(session, Series)


def _erase_without_key(session: Session, found: Belonging, keys: set[Key]) -> None:
    """Delete what names her things without a foreign key: drafts, receipts, places of travel."""
    draft, event, pair = map(table_of, (Draft, ExportedEvent, TravelPair))
    _delete_where(session, draft, draft.c.subject_id, keys)
    _delete_where(session, event, event.c.contact_id, keys)
    _delete_where(session, event, event.c.series_id, keys)
    home = found.citizen_id.hex()
    session.connection().execute(delete(draft).where(draft.c.kind.contains(home)))
    session.connection().execute(delete(event).where(event.c.reader.contains(home)))
    session.connection().execute(
        delete(pair).where(or_(pair.c.place_a == home, pair.c.place_b == home))
    )


def _erase_from_index(session: Session, found: Belonging) -> None:
    """Take her words out of the index while the rows are still there to say which they are."""
    changes = [
        (table, row["id"].hex(), RowChange(kind_of_table(table), _plain(table, row), None))
        for table in SOURCE_OF
        for row in found.rows[table]
    ]
    keep_index(session, changes)


def _look_over_index(session: Session, keys: set[Key]) -> None:
    """Make the index anew where it still knows something of hers."""
    for some in parcels(keys):
        places = ", ".join("?" * len(some))
        left = session.connection().exec_driver_sql(
            f"SELECT 1 FROM search_entry WHERE row_id IN ({places}) LIMIT 1",  # noqa: S608 - question marks alone
            tuple(some),
        )
        if left.first() is not None:
            rebuild(session.connection().connection.driver_connection)
            return


def _plain(table: str, row: RowMapping) -> PlainRow:
    columns = table_of(kind_of_table(table)).columns
    return {column.name: plain(column, row[column.name]) for column in columns}


def _erase_rows(session: Session, found: Belonging) -> int:
    """Delete her rows, and let others' rows forget what they referred to.

    Whether every reference holds is looked at when the transaction ends.
    """
    session.connection().exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    tables = [table for table in Base.metadata.sorted_tables if found.rows[table.name]]
    for table in tables:
        for row in found.rows[table.name]:
            mine = and_(*(column == row[column.name] for column in table.primary_key))
            session.connection().execute(delete(table).where(mine))
        touched(session, kind_of_table(table.name))
    for table in Base.metadata.sorted_tables:
        for column, parent in links_of(table):
            if column.nullable:
                _let_go(session, table, column, found.keys(parent.name))
    return sum(len(found.rows[table.name]) for table in tables)


def _let_go(session: Session, table: Table, column: Any, keys: set[Key]) -> None:
    """Let rows that are not hers forget what they referred to."""
    for some in parcels(keys):
        session.connection().execute(
            update(table).where(column.in_(some)).values({column.name: None})
        )


def _delete_where(session: Session, table: Table, column: Any, keys: set[Key]) -> None:
    for some in parcels(keys):
        session.connection().execute(delete(table).where(column.in_(some)))
