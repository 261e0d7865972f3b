"""The citizens page: a letter typed in the list, and a citizen shown, in milliseconds and ratios.

``python benchmarks/citizens.py LARGE``: a folder that holds an example. The list takes all its
citizens; each letter of some names is typed, and the list filtered and painted, in turn with one
bare repaint of the same list. The citizen with the most contacts is read and painted, in turn
with the driver's own rows of her contacts.
"""

import argparse
import os
import statistics
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from example import Example, example  # type: ignore[import-not-found] # run as a script
from measuring import PAIR_HEADS, in_turn, seconds, table  # type: ignore[import-not-found] # same
from PySide6.QtWidgets import QApplication

from bostoette.app import make_application
from bostoette.planning.citizen_filter import CitizenFilter
from bostoette.services import citizen_page
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.theme import Theme

TYPED = ("s", "so", "sor", "sore", "an", "anna", "k", "ke", "opdigt")
TIMES = 31
WANTED = 500
"""Contacts of the citizen who is shown."""


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
    """Type letters: the list alone, and the list with the citizen it then shows."""
    count = len(page.list.model.citizens)
    letters = [
        seconds(partial(type_letters, app, page, letters)) for _ in range(3) for letters in TYPED
    ]
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
    with_page = statistics.median(letters) * 1000
    return [
        pair.row(f"a key in the search among {count:,} citizens, painted", "50 ms"),
        ("the same, with the citizen found shown beside", f"{with_page:.2f}", "", "", ""),
    ]


def type_letters(app: QApplication, page: CitizensPage, letters: str) -> None:
    page.list.search.setText(letters)
    app.processEvents()


def showing(app: QApplication, page: CitizensPage, one: Example) -> list[tuple[str, ...]]:
    key, count = one.raw.execute(
        "SELECT citizen_id, count(*) FROM contact_citizen GROUP BY citizen_id"
        " ORDER BY abs(count(*) - ?) LIMIT 1",
        (WANTED,),
    ).fetchone()
    other = next(each.id for each in page.list.model.citizens if each.id != key)
    raw = partial(read_raw, one, key)

    def show() -> None:
        page.show_citizen(key)
        app.processEvents()

    page.show_citizen(other)
    app.processEvents()
    read = in_turn(
        lambda: one.opened.desk.read(citizen_page.page_of, key, one.week.monday), raw, TIMES
    )
    shown = in_turn(show, raw, TIMES)
    return [
        read.row(f"a citizen's page read, {count} contacts"),
        shown.row(f"the same, read, laid out and painted, {count} contacts", "100 ms"),
    ]


def read_raw(one: Example, key: bytes) -> object:
    return one.raw.execute(
        "SELECT contact.* FROM contact_citizen JOIN contact ON contact.id = contact_id"
        " WHERE citizen_id = ?",
        (key,),
    ).fetchall()


if __name__ == "__main__":
    main()
