"""Which rows belong to a citizen, found by walking the foreign keys from her own row.

A new table that refers to a citizen, or to something of hers, is found by itself and cannot be
forgotten: *Indsigt* tells what is found here, and *Sletning* (`erasing.py`) takes it away.

A contact is hers alone where nobody else has a part in it. What others share with her stays
theirs: such a contact or series is told to her, but not deleted with her.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, RowMapping, Table, Text, or_, select, type_coerce
from sqlalchemy.orm import Session

from bostoette.models.base import Base
from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.key import Key
from bostoette.models.series import Series

_AT_ONCE = 400
"""So many keys are asked for in one statement."""


def table_of(kind: type[Base]) -> Table:
    """Return a mapped class's table."""
    return Base.metadata.tables[kind.__tablename__]


_CITIZEN, _CONTACT, _SERIES = table_of(Citizen), table_of(Contact), table_of(Series)


@dataclass
class Belonging:
    """A citizen's rows by table; ``shared`` are contacts and series that others are in too."""

    citizen_id: Key
    rows: dict[str, list[RowMapping]] = field(default_factory=lambda: defaultdict(list))
    shared: dict[str, list[RowMapping]] = field(default_factory=lambda: defaultdict(list))

    def keys(self, table: str) -> set[Key]:
        """Return the keys of her rows in a table; empty where its rows have none of their own."""
        return {row["id"] for row in self.rows.get(table, ()) if "id" in row}

    def every_key(self) -> set[Key]:
        """Return all keys that are hers: her own, her contacts', her notes' and so on."""
        return {row["id"] for rows in self.rows.values() for row in rows if "id" in row}


def belonging_to(session: Session, citizen_id: Key) -> Belonging:
    """Find everything that belongs to a citizen, table by table."""
    found = Belonging(citizen_id)
    found.rows[_CITIZEN.name] = _asked(session, _CITIZEN, _CITIZEN.c.id, (citizen_id,))
    for table in Base.metadata.sorted_tables:
        if table is _CONTACT:
            _part_contacts(session, found)
        elif table is _SERIES:
            _part_series(session, found)
        elif table is not _CITIZEN:
            found.rows[table.name] = _rows_of(session, table, found)
    return found


def links_of(table: Table) -> tuple[tuple[Column[Any], Table], ...]:
    """Return a table's columns that refer to another's key, with the table they refer to."""
    return tuple(
        (key.parent, key.column.table) for key in table.foreign_keys if key.column.name == "id"
    )


def tables_of_citizens() -> tuple[Table, ...]:
    """Return every table whose rows may belong to a citizen, those referred to first."""
    hers: list[Table] = []
    for table in Base.metadata.sorted_tables:
        if table in (_CITIZEN, _CONTACT, _SERIES) or any(
            parent in hers for _column, parent in links_of(table)
        ):
            hers.append(table)
    return tuple(hers)


def _rows_of(session: Session, table: Table, found: Belonging) -> list[RowMapping]:
    """Return the rows that refer to something of hers, and to no other citizen."""
    whose = table.c.get("citizen_id")
    rows: dict[tuple[Any, ...], RowMapping] = {}
    for column, parent in links_of(table):
        keys = found.keys(parent.name)
        for row in _asked(session, table, column, keys) if keys else ():
            if whose is None or row["citizen_id"] in {None, found.citizen_id}:
                rows[tuple(row[one.name] for one in table.primary_key)] = row
    return list(rows.values())


def _part_contacts(session: Session, found: Belonging) -> None:
    """Tell her own contacts from those that others have a part in."""
    mine = set(
        session.scalars(
            select(ContactCitizen.contact_id).where(ContactCitizen.citizen_id == found.citizen_id)
        )
    )
    others = _with_others(session, mine, found.citizen_id)
    for row in _asked(session, _CONTACT, _CONTACT.c.id, mine):
        (found.shared if row["id"] in others else found.rows)[_CONTACT.name].append(row)


def _with_others(session: Session, contacts: set[Key], citizen_id: Key) -> set[Key]:
    """Return the contacts about which something of another citizen's is kept."""
    shared: set[Key] = set()
    for table in Base.metadata.sorted_tables:
        if {"contact_id", "citizen_id"} <= set(table.c.keys()):
            for keys in parcels(contacts):
                question = select(table.c.contact_id).where(
                    table.c.contact_id.in_(keys), table.c.citizen_id != citizen_id
                )
                shared.update(session.connection().scalars(question))
    return shared


def _part_series(session: Session, found: Belonging) -> None:
    """Tell her own series from those of a group she is in."""
    text = found.citizen_id.hex()
    for row in session.connection().execute(
        select(_SERIES).where(
            or_(
                _SERIES.c.citizen_id == found.citizen_id,
                type_coerce(_SERIES.c.template, Text).contains(text),
            )
        )
    ):
        members = set(row.template.get("citizens", ())) - {text}
        (found.shared if members else found.rows)[_SERIES.name].append(row._mapping)  # noqa: SLF001 - SQLAlchemy's own name for it


def _asked(
    session: Session, table: Table, column: Column[Any], keys: Iterable[Key]
) -> list[RowMapping]:
    rows: list[RowMapping] = []
    for some in parcels(keys):
        rows += session.connection().execute(select(table).where(column.in_(some))).mappings()
    return rows


def parcels(keys: Iterable[Key]) -> Iterator[Sequence[Key]]:
    """Give keys in as many as one statement may ask for."""
    listed = list(keys)
    for place in range(0, len(listed), _AT_ONCE):
        yield listed[place : place + _AT_ONCE]
