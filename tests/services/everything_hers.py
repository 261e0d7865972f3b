"""Gives a citizen a row in every table that may hold something of hers, found by itself.

A new table is filled too; where a column wants more than its kind tells, `_SPECIAL` has it.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Date, Enum, Integer, String, Table, select
from sqlalchemy.orm import Session

from bostoette.models.base import Base, KeyColumn, Moment
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.store.belonging import belonging_to, table_of, tables_of_citizens
from bostoette.store.journal import describe
from tests.clock import MONDAY

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_CLASSES = {table_of(one.class_): one.class_ for one in Base.registry.mappers}
_SPECIAL: dict[tuple[str, str], Any] = {
    ("series", "weekdays"): (0,),
    ("series", "template"): {},
    ("agreement_line", "forms"): frozenset({ContactForm.PHONE}),
    ("phase_out_step", "lines"): (),
    ("week_template_line", "template"): {},
    ("contact_participant", "until_minute"): 2,
}


def secret(column: Column[Any]) -> str:
    """Return what is written in a column, told from all others."""
    return f"Gemt i {column.table.name} som {column.name}"


def fill_every_table(session: Session, citizen_id: Key, worker_id: Key) -> list[str]:
    """Put a row into each of the tables that holds none of hers yet; return what was written."""
    found = belonging_to(session, citizen_id)
    keys = {name: rows[0]["id"] for name, rows in found.rows.items() if rows and "id" in rows[0]}
    written: list[str] = []
    for table in tables_of_citizens():
        if not found.rows.get(table.name):
            keys[table.name] = _fill(session, table, {**keys, "worker": worker_id}, written)
    describe(session, "Alt om en borger")
    return written


def _fill(session: Session, table: Table, keys: dict[str, Key], written: list[str]) -> Key:
    values: dict[str, Any] = {}
    for column in table.columns:
        value = _value(session, column, keys, written)
        if value is not None:
            values[column.name] = value
    row = _CLASSES[table](**values)
    session.add(row)
    session.flush()
    return getattr(row, "id", b"")


def _value(session: Session, column: Column[Any], keys: dict[str, Key], written: list[str]) -> Any:
    if column.name in {"id", "version"}:
        return None
    special = _SPECIAL.get((column.table.name, column.name))
    if special is not None:
        return special
    for foreign in column.foreign_keys:
        return _key_of(session, foreign.column.table, keys, required=not column.nullable)
    if isinstance(column.type, Enum):
        return None if column.nullable else next(iter(column.type.enum_class or ()))
    if isinstance(column.type, String):
        written.append(secret(column))
        return written[-1]
    return None if column.nullable or column.default is not None else _plain(column)


def _key_of(session: Session, parent: Table, keys: dict[str, Key], *, required: bool) -> Key | None:
    if parent.name in keys:
        return keys[parent.name]
    if not required:
        return None
    there = session.execute(select(parent.c.id).limit(1)).scalar()
    return there if there is not None else _fill(session, parent, keys, [])


def _plain(column: Column[Any]) -> Any:
    if isinstance(column.type, Moment):
        return AT
    if isinstance(column.type, Date):
        return MONDAY
    if isinstance(column.type, Integer):
        return 1
    if isinstance(column.type, KeyColumn):
        return b"\0" * 16
    return False
