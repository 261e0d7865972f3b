"""The index of words in the encrypted file: put in, take out, and make anew from the rows.

It keeps no text of its own (FTS5 without content): a row is taken out by the words that were
put in. Numbers fall with the day and within a day with the order of writing, so that reading them
upwards gives the newest first, late notes included, and a period is a range of numbers.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from bostoette.models.key import Key
from bostoette.models.search_kinds import SearchKind
from bostoette.store.search_documents import SOURCE_OF_KIND, SOURCES, SearchDocument

_A_DAY = 1 << 20
_LAST_DAY = date(2199, 12, 31).toordinal()
_ROWS_AT_ONCE = 500
_BULK = (("automerge", 0), ("crisismerge", 1000), ("hashsize", 64 * 1024 * 1024))
_USUAL = (("automerge", 4), ("crisismerge", 16), ("hashsize", 1024 * 1024))


class StaleIndex(Exception):
    """The index does not hold what it should; it has to be made anew."""


def numbers_between(first: date | None, last: date | None) -> tuple[int, int]:
    """Return the lowest and highest number of a period, both days included."""
    newest = 0 if last is None else (_LAST_DAY - last.toordinal()) * _A_DAY
    oldest = date.min if first is None else first
    return newest, (_LAST_DAY - oldest.toordinal() + 1) * _A_DAY - 1


def day_of(number: int) -> date:
    """Return the day that a number lies in."""
    return date.fromordinal(_LAST_DAY - number // _A_DAY)


def put_in(driver: Any, document: SearchDocument) -> None:
    """Index one document as the newest of its day."""
    day = date.fromisoformat(document.day)
    lowest, highest = numbers_between(day, day)
    (known,) = driver.execute(
        "SELECT min(number) FROM search_entry WHERE number BETWEEN ? AND ?", (lowest, highest)
    ).fetchone()
    _write(driver, [(highest if known is None else known - 1, document)])


def take_out(driver: Any, document: SearchDocument) -> None:
    """Take a document out again, with all its words. Raises StaleIndex where it is not there."""
    entry = driver.execute(
        "SELECT number, checksum FROM search_entry WHERE row_id = ?", (document.row_id,)
    ).fetchone()
    if entry is None or entry[1] != document.checksum:
        raise StaleIndex
    driver.execute(
        "INSERT INTO search_words (search_words, rowid, words) VALUES ('delete', ?, ?)",
        (entry[0], document.words),
    )
    driver.execute("DELETE FROM search_entry WHERE number = ?", (entry[0],))


def rebuild(driver: Any) -> int:
    """Make the index anew from all rows; return how many it holds."""
    driver.execute("INSERT INTO search_words (search_words) VALUES ('delete-all')")
    driver.execute("DELETE FROM search_entry")
    _set(driver, _BULK)
    written = 0
    for day, documents in documents_by_day(driver):
        _lowest, highest = numbers_between(day, day)
        first = highest - len(documents) + 1
        _write(driver, [(first + at, one) for at, one in enumerate(documents)])
        written += len(documents)
    driver.execute("INSERT INTO search_words (search_words) VALUES ('optimize')")
    _set(driver, _USUAL)
    return written


def documents_by_day(driver: Any) -> Iterator[tuple[date, list[SearchDocument]]]:
    """Give all documents, day by day and within a day: the newest first."""
    everything = " UNION ALL ".join(
        f"SELECT '{one.kind.value}', {one.day_column}, s.id, s.rowid FROM {one.tables}"  # noqa: S608 - our own names
        for one in SOURCES
    )
    places = driver.execute(f"{everything} ORDER BY 2 DESC, 3 DESC")
    for day, rows in groupby(places, key=lambda row: row[1]):
        yield date.fromisoformat(day), _documents(driver, list(rows))


def _documents(driver: Any, places: list[tuple[str, str, Key, int]]) -> list[SearchDocument]:
    """Fetch the documents at some places, in the same order."""
    found: dict[Key, SearchDocument] = {}
    for kind, rows in groupby(sorted(places, key=lambda row: row[0]), key=lambda row: row[0]):
        source = SOURCE_OF_KIND[SearchKind(kind)]
        numbers = [row[3] for row in rows]
        for begin in range(0, len(numbers), _ROWS_AT_ONCE):
            some = ", ".join(str(number) for number in numbers[begin : begin + _ROWS_AT_ONCE])
            asked = f"SELECT {source.columns} FROM {source.tables} WHERE s.rowid IN ({some})"  # noqa: S608 - our own names and whole numbers
            found.update((row[0], source.document(row)) for row in driver.execute(asked))
    return [found[place[2]] for place in places]


def _write(driver: Any, numbered: Iterable[tuple[int, SearchDocument]]) -> None:
    documents = list(numbered)
    driver.executemany(
        "INSERT INTO search_words (rowid, words) VALUES (?, ?)",
        [(number, one.words) for number, one in documents],
    )
    driver.executemany(
        "INSERT INTO search_entry (number, kind, row_id, checksum) VALUES (?, ?, ?, ?)",
        [(number, one.kind.value, one.row_id, one.checksum) for number, one in documents],
    )


def _set(driver: Any, settings: Iterable[tuple[str, int]]) -> None:
    driver.executemany("INSERT INTO search_words (search_words, rank) VALUES (?, ?)", settings)
