"""Looks whether the index of words holds what is written: every row, its words, at its day."""

from typing import Any

from bostoette.models.search_kinds import SearchKind
from bostoette.store.search_documents import kind_mark
from bostoette.store.search_index import documents_by_day, numbers_between


def index_is_right(driver: Any) -> bool:
    """Compare every row with what was indexed of it."""
    entries = {
        row[0]: (row[1], row[2])
        for row in driver.execute("SELECT row_id, number, checksum FROM search_entry")
    }
    for day, documents in documents_by_day(driver):
        lowest, highest = numbers_between(day, day)
        for document in documents:
            number, checksum = entries.pop(document.row_id, (-1, 0))
            if not lowest <= number <= highest or checksum != document.checksum:
                return False
    return not entries and all(_counted(driver, kind) for kind in SearchKind)


def _counted(driver: Any, kind: SearchKind) -> bool:
    """Tell whether as many of a kind are found by its mark as there are numbers."""
    found = driver.execute(
        "SELECT count(*) FROM search_words WHERE search_words MATCH ?", (f'"{kind_mark(kind)}"',)
    ).fetchone()
    there = driver.execute(
        "SELECT count(*) FROM search_entry WHERE kind = ?", (kind.value,)
    ).fetchone()
    return bool(found == there)
