"""What tests of the index of words do again and again."""

from typing import Any

from bostoette.services.desk import Desk
from bostoette.store.database import Database
from bostoette.store.search_index import rebuild

Indexed = dict[bytes, frozenset[tuple[str, int]]]


def driver_of(database: Database) -> Any:
    """Lend a connection that stays with whoever asked."""
    pooled = database.reader.raw_connection()
    driver = pooled.driver_connection
    pooled.detach()
    return driver


def indexed(database: Database) -> Indexed:
    """Tell for each row which words stand at which place, as the index itself has it."""
    driver = driver_of(database)
    driver.execute(
        "CREATE VIRTUAL TABLE temp.words_there USING fts5vocab(main, search_words, instance)"
    )
    rows = dict(driver.execute("SELECT number, row_id FROM search_entry"))
    found: dict[bytes, set[tuple[str, int]]] = {key: set() for key in rows.values()}
    for number, term, place in driver.execute('SELECT doc, term, "offset" FROM temp.words_there'):
        found[rows[number]].add((term, place))
    driver.close()
    return {key: frozenset(words) for key, words in found.items()}


def order(database: Database) -> list[bytes]:
    """Give the rows as a search meets them: the newest day first."""
    driver = driver_of(database)
    rows = [row[0] for row in driver.execute("SELECT row_id FROM search_entry ORDER BY number")]
    driver.close()
    return rows


def made_anew(desk: Desk) -> int:
    """Make the index anew."""
    return desk.do(lambda session: rebuild(session.connection().connection.driver_connection))
