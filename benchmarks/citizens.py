"""The citizens page: a letter typed in the list, and a citizen shown, in milliseconds and ratios.

``python benchmarks/citizens.py LARGE``: a folder that holds an example. The list takes all its
citizens; each letter of some names is typed, and the list filtered and painted, in turn with one
bare repaint of the same list. Citizens with about 500 contacts are read and painted, in turn
with the driver's own rows of one's contacts.
"""

import argparse
import os
import statistics
import time
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from example import Example, example  # type: ignore[import-not-found] # run as a script
from measuring import PAIR_HEADS, in_turn, seconds, table  # type: ignore[import-not-found] # same
from PySide6.QtWidgets import QApplication

from bostoette.app import make_application
from bostoette.planning.citizen_filter import CitizenFilter
from bostoette.services.shown_citizen import shown_citizen
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.citizens.purpose_advice import ORDINARY
from bostoette.ui.theme import Theme

TYPED = ("s", "so", "sor", "sore", "an", "anna", "k", "ke", "opdigt")
TIMES = 31
WANTED = 500
"""Contacts of the citizens who are shown."""
AROUND = 6
"""So many of them are gone round among."""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    app = make_application()
    with example(asked.parse_args().folder) as one:
        theme = Theme(app)
        page = CitizensPage(one.opened.desk, theme, lambda: one.week.monday)
        page.resize(1200, 760)
        page.show()
        app.processEvents()
        page.list.filter.choose(CitizenFilter(ended_too=True))
        rows = [*typing(app, page), *showing(app, page, one)]
        page.close()
    table(PAIR_HEADS, rows)


def typing(app: QApplication, page: CitizensPage) -> list[tuple[str, ...]]:
    """Type letters: the list alone, and what the citizen found then holds the window for."""
    count = len(page.list.model.citizens)
    page.activateWindow()
    page.list.search.setFocus()
    app.processEvents()
    held = [until_shown(app, page, letters) for _ in range(3) for letters in TYPED]
    page.list.search.clear()
    page.list.chosen.disconnect()
    every = iter(TYPED * TIMES)
    pair = in_turn(
        lambda: type_letters(app, page, next(every)),
        lambda: page.list.view.viewport().repaint(),
        len(TYPED) * 3,
    )
    page.list.search.clear()
    page.list.chosen.connect(page._show_chosen)  # noqa: SLF001 - as it was
    beside = f"{statistics.median(held) * 1000:.2f}"
    return [
        pair.row(f"a key in the search among {count:,} citizens, painted", "50 ms"),
        ("the longest the citizen found holds the window, after a pause", beside, "", "", ""),
    ]


def type_letters(app: QApplication, page: CitizensPage, letters: str) -> None:
    page.list.search.setText(letters)
    app.processEvents()


def until_shown(app: QApplication, page: CitizensPage, letters: str) -> float:
    """Type, and return the longest turn of the event loop until the citizen found is shown."""
    type_letters(app, page, letters)
    longest = 0.0
    while page.current != page.list.current:
        longest = max(longest, seconds(app.processEvents))
        time.sleep(0.001)
    return longest


def showing(app: QApplication, page: CitizensPage, one: Example) -> list[tuple[str, ...]]:
    """Show one citizen after the other, each with about as many contacts."""
    found = one.raw.execute(
        "SELECT citizen_id, count(*) FROM contact_citizen GROUP BY citizen_id"
        " ORDER BY abs(count(*) - ?) LIMIT ?",
        (WANTED, AROUND),
    ).fetchall()
    count = found[0][1]
    in_order = cycle(key for key, _count in found)
    desk = one.opened.desk

    def read() -> object:
        return desk.read(shown_citizen, next(in_order), desk.actor_id, ORDINARY, one.week.monday)

    def show() -> None:
        page.show_citizen(next(in_order))
        app.processEvents()

    def raw() -> object:
        return read_raw(one, found[0][0])

    for _ in found:
        show()
    read_pair, shown_pair = in_turn(read, raw, TIMES), in_turn(show, raw, TIMES)
    return [
        read_pair.row(f"all of a citizen's page read, advice included, {count} contacts"),
        shown_pair.row(f"the same, read, laid out and painted, {count} contacts", "100 ms"),
    ]


def read_raw(one: Example, key: bytes) -> object:
    return one.raw.execute(
        "SELECT contact.* FROM contact_citizen JOIN contact ON contact.id = contact_id"
        " WHERE citizen_id = ?",
        (key,),
    ).fetchall()


if __name__ == "__main__":
    main()
