"""A worker's and a team's week as ready values, against the same SQL through the raw driver.

``python benchmarks/week.py SMALL LARGE``: two folders that each hold an example. Both weeks are
read in turn with the driver's own rows, and the large file's in turn with the small one's.
"""

import argparse
from functools import partial
from pathlib import Path

from example import (  # type: ignore[import-not-found] # run as a script, it lies beside
    Example,
    example,
    statements_of,
)
from measuring import PAIR_HEADS, in_turn, table  # type: ignore[import-not-found] # same

from bostoette.models.key import Key
from bostoette.services.week import week_of
from bostoette.store.weeks import contacts_of_workers

TIMES = 201


def read_raw(one: Example, workers: tuple[Key, ...]) -> list[list[tuple[object, ...]]]:
    """Read the week's rows past everything but the driver."""
    return [one.raw.execute(sql, asked).fetchall() for sql, asked in _sql(one, workers)]


def read_contacts_raw(one: Example, workers: tuple[Key, ...]) -> list[tuple[object, ...]]:
    """Read the contacts' rows alone."""
    sql, asked = next(each for each in _sql(one, workers) if "contact_citizen" in each[0])
    rows: list[tuple[object, ...]] = one.raw.execute(sql, asked).fetchall()
    return rows


_known: dict[tuple[int, tuple[Key, ...]], list[tuple[str, tuple[object, ...]]]] = {}


def _sql(one: Example, workers: tuple[Key, ...]) -> list[tuple[str, tuple[object, ...]]]:
    where = (id(one), workers)
    if where not in _known:
        _known[where] = statements_of(one, workers)
    return _known[where]


def read(one: Example, workers: tuple[Key, ...]) -> object:
    return one.opened.desk.look(week_of, workers, one.week)


def read_contacts(one: Example, workers: tuple[Key, ...]) -> object:
    days = (one.week.monday, one.week.sunday)
    return one.opened.desk.look(contacts_of_workers, workers, *days)


def against_raw(one: Example) -> list[tuple[str, ...]]:
    rows = []
    for name, workers in (("worker", one.worker), ("team", one.team)):
        found = len(one.opened.desk.look(week_of, workers, one.week).contacts)
        said = f"{name}'s {{}}, {found} contacts, file of {one.contacts:,}"
        contacts = in_turn(
            partial(read_contacts, one, workers), partial(read_contacts_raw, one, workers), TIMES
        )
        whole = in_turn(partial(read, one, workers), partial(read_raw, one, workers), TIMES)
        count = len(_sql(one, workers))
        rows.append(contacts.row(said.format("contacts with names"), "3"))
        rows.append(whole.row(said.format(f"whole week with travel, {count} statements"), "3"))
    return rows


def large_against_small(large: Example, small: Example) -> list[tuple[str, ...]]:
    """Compare weeks that hold about as many contacts, as a whole and for each contact."""
    rows = []
    for name, mine, other in (
        ("worker", large.worker, small.worker),
        ("team", large.team, small.team),
    ):
        counts = [
            len(one.opened.desk.look(week_of, workers, one.week).contacts)
            for one, workers in ((large, mine), (small, other))
        ]
        pair = in_turn(
            partial(read_contacts, large, mine), partial(read_contacts, small, other), TIMES
        )
        said = f"{name}'s contacts, large file ({counts[0]}) against small ({counts[1]})"
        each = pair.ratio * counts[1] / counts[0]
        rows.append(pair.row(f"{said}; {each:.2f} for each contact", "1.2"))
    return rows


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("small", type=Path)
    asked.add_argument("large", type=Path)
    where = asked.parse_args()
    with example(where.small) as small, example(where.large) as large:
        rows = [*against_raw(small), *against_raw(large)]
        with example(where.large, like=small.sizes) as alike:
            rows += large_against_small(alike, small)
    table(PAIR_HEADS, rows)


if __name__ == "__main__":
    main()
