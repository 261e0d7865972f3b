"""One step of a drag in a worker's week of 60 contacts: sentences, trips and painting.

``python benchmarks/drag.py``: makes a file of its own in a temporary folder. Steps that look
ahead and steps that do not are taken in turn over the same week; and the whole check of the week
is timed, with what it asks the file.
"""

import os
import tempfile
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from measuring import (  # type: ignore[import-not-found] # run as a script, it lies beside
    PAIR_HEADS,
    in_turn,
    table,
)
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import CORE_FORMS
from bostoette.models.iso_week import IsoWeek
from bostoette.models.timespan import TimeSpan
from bostoette.planning.week_check import check_week
from bostoette.services import citizens, contacts
from bostoette.services.desk import Desk
from bostoette.services.program_file import NewPerson, OpenFile, create
from bostoette.services.week_knowledge import knowledge_of
from bostoette.store.places import Places
from bostoette.ui.theme import Theme
from bostoette.ui.week.foresight import nothing_known
from bostoette.ui.week.look_ahead import LookAhead
from bostoette.ui.week.week_page import WeekPage

NOW = datetime(2026, 11, 23, 7, 0)  # noqa: DTZ001 - the program's local time
TIMES = 301
DAYS, A_DAY, CITIZENS = 5, 12, 20
LEFT = Qt.MouseButton.LeftButton
FREE = Qt.KeyboardModifier.NoModifier


def filled(folder: Path) -> OpenFile:
    """Make a file with a worker's week of 60 contacts of all forms, each a little too close."""
    person = NewPerson("Mona Jensen", "M.J.")
    places = Places.at(folder)
    opened, _key = create(places, "syv blå cykler i regn", person, lambda: NOW.replace(tzinfo=UTC))
    desk, forms = opened.desk, cycle(CORE_FORMS)
    keys = [
        desk.do(citizens.create, CitizenFields(f"Borger {each}", primary_worker_id=desk.actor_id))
        for each in range(CITIZENS)
    ]
    people = cycle(keys)
    for day in IsoWeek.of(NOW.date()).days[:DAYS]:
        for place in range(A_DAY):
            span = TimeSpan(day, 8 * 60 + place * 40, 45)
            workers, whom = (desk.actor_id,), (next(people),)
            wanted = ContactFields(span, next(forms), "short_follow_up", workers, whom)
            desk.do(contacts.create, wanted)
    return opened


class Drag:
    """Holds a card and moves it from place to place, painting after each step."""

    def __init__(self, page: WeekPage) -> None:
        self._page = page
        self._view = page.grid.viewport()
        card = page.grid.visualRect(page.grid.index_of(page.shown.contacts[0].id))
        self._send(QEvent.Type.MouseButtonPress, card.center())
        width, height = self._view.width(), self._view.height()
        self._places = cycle(
            QPoint(60 + (step * 137) % (width - 120), 40 + (step * 61) % (height - 80))
            for step in range(97)
        )

    def step(self, foresee: object) -> None:
        """Move on and paint."""
        self._page.grid.foresee = foresee  # type: ignore[assignment] # a Foresee
        self._send(QEvent.Type.MouseMove, next(self._places))
        self._view.repaint()

    def _send(self, kind: QEvent.Type, at: QPoint) -> None:
        place = QPointF(at)
        button = LEFT if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, place, self._view.mapToGlobal(place), button, LEFT, FREE)
        QApplication.sendEvent(self._view, event)


def measured(opened: OpenFile, theme: Theme) -> list[tuple[str, ...]]:
    page = WeekPage(opened.desk, theme, lambda: NOW)
    page.resize(1280, 800)
    page.show()
    page.finish_start()
    QApplication.processEvents()
    drag, ahead = Drag(page), LookAhead(page)
    steps = in_turn(lambda: drag.step(ahead), lambda: drag.step(nothing_known), TIMES)
    assert page.grid.ghost is not None
    desk: Desk = opened.desk
    shown, checked = page.shown, page.checked
    assert checked is not None
    whole = in_turn(lambda: check_week(checked), lambda: desk.look(knowledge_of, shown), TIMES)
    count = len(shown.contacts)
    rows = [
        steps.row(f"drag step, {count} contacts, with and without looking ahead", "16 ms"),
        whole.row(f"all {len(page.said)} sentences, and what is asked of the file for them"),
    ]
    page.close()
    return rows


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        opened = filled(Path(folder))
        table(PAIR_HEADS, measured(opened, Theme(application)))
        opened.close()


if __name__ == "__main__":
    main()
