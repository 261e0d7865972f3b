"""Saving one contact with its journal: against the raw driver, and from key press to confirmed.

``python benchmarks/save.py FOLDER``: FOLDER holds an example, which is copied first. The raw
transaction writes the same rows by the same SQL with the same pragmas, and both are
taken back outside the measured time. A key press moves one contact of the week by a
quarter (Ctrl and an arrow): it is drawn when the grid has painted the saved change, and done
when everything around the week has been read anew too and `desk.do` has returned.
"""

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from example import Example, Statement, example  # type: ignore[import-not-found] # run as a script
from measuring import (  # type: ignore[import-not-found] # same
    MILLISECONDS,
    PAIR_HEADS,
    measured_in_turn,
    seconds,
    table,
)
from sqlalchemy import event

from bostoette.models.contact_fields import ContactFields
from bostoette.models.key import new_key
from bostoette.models.timespan import TimeSpan
from bostoette.services import contacts
from bostoette.services.week import week_of

TIMES = 101
PRESSES = 60


@contextmanager
def noted(one: Example) -> Iterator[list[Statement]]:
    """Note what is written, as the driver gets it; many rows of one statement apart."""
    seen = list[Statement]()

    def note(*said: Any) -> None:
        _connection, _cursor, statement, parameters, _context, many = said
        if statement.startswith(("INSERT", "UPDATE", "DELETE")):
            seen.extend((statement, row) for row in (parameters if many else [parameters]))

    engine = one.opened.database.reader
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


def renamed(row: tuple[Any, ...], fresh: dict[Any, Any]) -> tuple[Any, ...]:
    """Give the new rows' keys, wherever they stand, other values, so that they are new again."""
    changed = []
    for value in row:
        if isinstance(value, str):
            changed.append(_with_keys(value, fresh))
        else:
            changed.append(fresh.get(value, value) if isinstance(value, bytes) else value)
    return tuple(changed)


def _with_keys(text: str, fresh: dict[Any, Any]) -> str:
    for old, new in fresh.items():
        text = text.replace(old.hex(), new.hex())
    return text


def early_contact(one: Example, day: date) -> ContactFields:
    """Give the fields of a contact like one of the week's, early on a day."""
    shown = one.opened.desk.read(week_of, one.worker, one.week).contacts
    pattern = next(contact for contact in shown if contact.citizens)
    fields: ContactFields = one.opened.desk.read(contacts.details, pattern.id).fields
    return replace(fields, span=TimeSpan(day, 6 * 60, 30))


def save_against_raw(one: Example, reason: str) -> tuple[str, ...]:
    """Plan a contact through the desk, and write the same rows raw, in turn.

    With a ``reason`` for a form that is advised against, the rules it sets aside are kept too.
    """
    desk = one.opened.desk
    fields = replace(early_contact(one, one.week.sunday), override_reason=reason)
    with noted(one) as written:
        made = desk.do(contacts.create, fields)
    rows = list(written)
    new_keys = {made} | {_id_of(sql, row) for sql, row in rows} - {None}
    desk.undo()

    def raw() -> float:
        fresh = {key: new_key() for key in new_keys}
        mine = [(sql, renamed(row, fresh)) for sql, row in rows]

        def write() -> None:
            one.raw.execute("BEGIN IMMEDIATE")
            for sql, row in mine:
                one.raw.execute(sql, row)
            one.raw.execute("COMMIT")

        taken: float = seconds(write)
        for table_name in ("contact_citizen", "contact_worker"):
            for key in new_keys:
                one.raw.execute(f"DELETE FROM {table_name} WHERE contact_id = ?", (fresh[key],))  # noqa: S608 - our own names
        for key in new_keys:
            one.raw.execute("DELETE FROM contact WHERE id = ?", (fresh[key],))
        return taken

    pair = measured_in_turn(lambda: _created(one, fields), raw, TIMES)
    what = "one contact with a reason" if reason else "one contact"
    return tuple(pair.row(f"{what} with its journal, {len(rows)} rows", "6"))


def _id_of(sql: str, row: tuple[Any, ...]) -> Any:
    """Give a new row's own key, where it has one."""
    names = [name.strip(' "') for name in sql.partition("(")[2].partition(")")[0].split(",")]
    return row[names.index("id")] if "id" in names else None


def _created(one: Example, fields: ContactFields) -> float:
    taken: float = seconds(lambda: one.opened.desk.do(contacts.create, fields))
    one.opened.desk.undo()
    return taken


@dataclass(frozen=True, slots=True)
class Press:
    """One key press: seconds until the saved change is drawn, and until all is done."""

    drawn: float
    done: float


def key_presses(one: Example) -> list[Press]:
    """Move a contact a quarter on by Ctrl and the arrow."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtTest import QTest

    from bostoette.app import make_application
    from bostoette.models.machine_settings import MachineSettings
    from bostoette.ui.assembly import assemble
    from bostoette.ui.theme import Theme
    from bostoette.ui.week.week_page import WeekPage

    painted = note_paintings()
    app = make_application()
    one.opened.desk.actor_id = one.worker[0]
    key = one.opened.desk.do(contacts.create, early_contact(one, one.week.monday))
    window = assemble(
        one.opened,
        Theme(app),
        MachineSettings(),
        lambda: datetime.combine(one.week.monday, datetime.min.time()) + timedelta(hours=7),
    )
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, 2000)
    while not window.is_workable:
        QTest.qWait(10)
    page = window.page("week")
    assert isinstance(page, WeekPage)
    page.grid.choose(key)
    page.grid.setFocus()
    app.processEvents()
    return [_press(page, key, turn, app.processEvents, painted) for turn in range(PRESSES)]


def note_paintings() -> list[float]:
    """Note when each painting of a week ends."""
    from bostoette.ui.week.week_view import WeekView

    painted: list[float] = []
    paint = WeekView.paintEvent

    def noted(self: Any, event: Any) -> None:
        paint(self, event)
        painted.append(time.perf_counter())

    WeekView.paintEvent = noted  # type: ignore[assignment,method-assign] # for this process
    return painted


def _press(
    page: Any, key: bytes, turn: int, settle: Callable[[], None], painted: list[float]
) -> Press:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    before = _span_of(page, key)
    arrow = Qt.Key.Key_Up if turn % 2 else Qt.Key.Key_Down
    painted.clear()
    begun = time.perf_counter()
    QTest.keyClick(page.grid, arrow, Qt.KeyboardModifier.ControlModifier)
    page.grid.viewport().repaint()
    done = time.perf_counter() - begun
    assert _span_of(page, key) != before, "the contact did not move"
    drawn = painted[0] - begun
    settle()
    return Press(drawn, done)


def _span_of(page: Any, key: bytes) -> TimeSpan:
    found: TimeSpan = next(each.span for each in page.shown.contacts if each.id == key)
    return found


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    folder: Path = asked.parse_args().folder
    with tempfile.TemporaryDirectory() as copy:
        shutil.copytree(folder / "eksempel", Path(copy) / "eksempel")
        with example(Path(copy), writing=True) as one:
            rows = [save_against_raw(one, ""), save_against_raw(one, "Borgeren bad om det")]
            presses = key_presses(one)[5:]
    table(PAIR_HEADS, rows)
    said("saved and drawn", [press.drawn for press in presses], ", goal 16 ms")
    said("all around it read anew", [press.done for press in presses])


def said(what: str, taken: list[float], goal: str = "") -> None:
    """Print the median and the slow ones of some presses."""
    middle = statistics.median(taken) * MILLISECONDS
    slow = sorted(taken)[int(len(taken) * 0.95)] * MILLISECONDS
    print(f"key press to {what}: median {middle:.1f} ms, 95 % {slow:.1f} ms{goal}")


if __name__ == "__main__":
    main()
