"""Searching in everything written: the first 20, ready to be shown, on a file of queries.

``python benchmarks/search.py SMALL LARGE``: two folders that each hold an example with notes. Every
query is asked as the notes page asks it, words, limits, rows, names and marked pieces included, in
turn in both files. It also gives the index's size, and the machine's load. ``--processor`` counts
the thread's own seconds instead of the clock's, for a machine that others use too.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from example import Example, example  # type: ignore[import-not-found] # run as a script
from measuring import MILLISECONDS, table  # type: ignore[import-not-found] # same

from bostoette.models.contact_form import ContactForm
from bostoette.models.found_text import SearchLimits
from bostoette.services import search

QUERIES = Path(__file__).with_name("search_queries.txt")
TURNS = 9
LIMITED = "each limit"
NONE = SearchLimits()


@dataclass(frozen=True, slots=True)
class Query:
    """One search, of a kind that is told together."""

    kind: str
    typed: str
    limits: SearchLimits = NONE


def queries(one: Example) -> Iterator[Query]:
    """Read the queries; each limit is tried alone, and all together."""
    for line in QUERIES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _tab, typed = line.partition("\t")
            if kind == LIMITED:
                yield from (Query(name, typed, limits) for name, limits in limits_of(one))
            else:
                yield Query(kind, typed)


def limits_of(one: Example) -> list[tuple[str, SearchLimits]]:
    """Return each limit with somebody who has much written about her, or writes much."""
    citizen = _often(one.raw, "citizen_id")
    author = _often(one.raw, "author_id")
    newest = date.fromisoformat(one.raw.execute("SELECT max(day) FROM note").fetchone()[0])
    month = (newest - timedelta(days=150), newest - timedelta(days=120))
    form = ContactForm.PHONE
    return [
        ("one citizen", SearchLimits(citizen_id=citizen)),
        ("one author", SearchLimits(author_id=author)),
        ("one form", SearchLimits(form=form)),
        ("one month", SearchLimits(first=month[0], last=month[1])),
        ("all limits", SearchLimits(citizen, author, form, *month)),
    ]


def _often(raw: Any, column: str) -> bytes:
    row = raw.execute(
        f"SELECT {column} FROM note GROUP BY {column} ORDER BY count(*) DESC LIMIT 1"  # noqa: S608 - our own names
    ).fetchone()
    return bytes(row[0])


def taken(one: Example, query: Query, clock: Callable[[], float]) -> float:
    """Ask once; give seconds."""
    desk = one.opened.desk
    begun = clock()
    desk.look(search.find, query.typed, desk.actor_id, query.limits)
    return clock() - begun


def measured(
    small: Example, large: Example, clock: Callable[[], float]
) -> list[tuple[str, float, float, int]]:
    """Ask every query in turn in both files; give kind, medians, and how many were found."""
    rows = []
    pairs = list(zip(queries(small), queries(large), strict=True))
    for in_small, in_large in pairs:
        times = [
            (taken(small, in_small, clock), taken(large, in_large, clock)) for _ in range(TURNS)
        ]
        desk = large.opened.desk
        found = desk.look(search.find, in_large.typed, desk.actor_id, in_large.limits).found
        little = statistics.median(one for one, _ in times) * MILLISECONDS
        much = statistics.median(other for _, other in times) * MILLISECONDS
        rows.append((in_large.kind, little, much, len(found)))
    return rows


def told(rows: list[tuple[str, float, float, int]]) -> None:
    """Print the kinds, and everything together."""
    kinds = list(dict.fromkeys(row[0] for row in rows))
    shown = [_line(kind, [row for row in rows if row[0] == kind]) for kind in kinds]
    heads = ("queries", "number", "small, ms", "large, ms", "large 95 %", "slowest", "growth")
    table(heads, [*shown, _line("all", rows)])


def _line(name: str, rows: list[tuple[str, float, float, int]]) -> tuple[str, ...]:
    small, large = [row[1] for row in rows], sorted(row[2] for row in rows)
    growth = statistics.median(row[2] / row[1] for row in rows)
    slow = large[min(int(len(large) * 0.95), len(large) - 1)]
    return (
        name,
        str(len(rows)),
        f"{statistics.median(small):.2f}",
        f"{statistics.median(large):.2f}",
        f"{slow:.2f}",
        f"{large[-1]:.2f}",
        f"{growth:.2f}",
    )


def sizes(name: str, one: Example) -> None:
    """Print how much there is, and how large the index is."""

    def asked(sql: str) -> int:
        return int(one.raw.execute(sql).fetchone()[0] or 0)

    page = asked("PRAGMA page_size")
    blocks = asked("SELECT sum(length(block)) FROM search_words_data")
    whole = asked("PRAGMA page_count") * page
    entries, notes = asked("SELECT count(*) FROM search_entry"), asked("SELECT count(*) FROM note")
    print(
        f"{name}: {notes:,} notes, {entries:,} indexed; index of words {blocks / 1e6:.0f} MB "
        f"of {whole / 1e6:.0f} MB"
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("small", type=Path)
    asked.add_argument("large", type=Path)
    asked.add_argument("--processor", action="store_true")
    folders = asked.parse_args()
    clock = time.thread_time if folders.processor else time.perf_counter
    with ExitStack() as stack:
        small = stack.enter_context(example(folders.small))
        large = stack.enter_context(example(folders.large))
        sizes("small", small)
        sizes("large", large)
        told(measured(small, large, clock))
    print(f"load: {' '.join(f'{one:.1f}' for one in os.getloadavg())}")


if __name__ == "__main__":
    main()
