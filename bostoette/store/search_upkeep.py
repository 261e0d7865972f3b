"""Keeps the index of words right: in the same transaction, from what the journal writes down.

So undo and redo, an import and the deletion of a citizen keep it right too.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from bostoette.models.key import Key
from bostoette.store.journal import RowChange
from bostoette.store.plain_row import PlainRow
from bostoette.store.search_documents import SOURCE_OF, SearchDocument, Source
from bostoette.store.search_index import StaleIndex, put_in, rebuild, take_out

Change = tuple[str, str, RowChange]
"""A table, a row's key as text, and what happened to the row."""


def keep_index(session: Session, changes: Iterable[Change]) -> None:
    """Bring the index to where the changed rows are; make it anew where it was not right."""
    driver = session.connection().connection.driver_connection
    noted = [one for one in changes if one[0] in SOURCE_OF]
    upkeep = _Upkeep(driver, noted)
    try:
        for table, key, change in noted:
            upkeep.follow(SOURCE_OF[table], bytes.fromhex(key), change)
    except StaleIndex:
        rebuild(driver)


class _Upkeep:
    def __init__(self, driver: Any, changes: Iterable[Change]) -> None:
        self._driver = driver
        self._gone = {
            (table, bytes.fromhex(key)): _as_stored(change.before)
            for table, key, change in changes
            if change.after is None and change.before is not None
        }

    def follow(self, source: Source, key: Key, change: RowChange) -> None:
        """Take the row's former words out, and put its present ones in."""
        before, after = change.before, change.after
        if before is not None and after is not None:
            if source.indexed.isdisjoint(after):
                return
            now = self._row(source.table, key)
            before, after = {**now, **_as_stored(before)}, now
        if before is not None:
            take_out(self._driver, self._document(source, _as_stored(before)))
        if after is not None:
            put_in(self._driver, self._document(source, _as_stored(after)))

    def _document(self, source: Source, values: Mapping[str, Any]) -> SearchDocument:
        around = self._at(source.parent, values[source.link]) if source.parent else values
        return source.document_of(values, around)

    def _at(self, table: str, key: Key) -> Mapping[str, Any]:
        return self._gone.get((table, key)) or self._row(table, key)

    def _row(self, table: str, key: Key) -> PlainRow:
        asked = self._driver.execute(f'SELECT * FROM "{table}" WHERE id = ?', (key,))  # noqa: S608 - names of our tables
        names = [column[0] for column in asked.description]
        return dict(zip(names, asked.fetchone(), strict=True))


def _as_stored(values: PlainRow) -> PlainRow:
    """Return the journal's values as the file holds them, as far as the index asks for them."""
    return {
        name: bytes.fromhex(value) if isinstance(value, str) and name in _KEYS else value
        for name, value in values.items()
    }


_KEYS = frozenset({"id", "citizen_id", "note_id", "wish_id", "author_id", "made_by"})
