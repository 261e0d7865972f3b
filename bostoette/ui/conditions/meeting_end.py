"""The end of a meeting about the sheet: what was changed, who was there, when again (P09)."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from bostoette.models.key import Key
from bostoette.models.sheet_version import Difference
from bostoette.services.sheet_page import SheetPage
from bostoette.ui.date_field import DateField
from bostoette.ui.form_parts import labelled
from bostoette.ui.naming import Naming
from bostoette.ui.notice import Notice
from bostoette.ui.settings.section import main_button
from bostoette.ui.theme import Theme
from bostoette.ui.tick_list import TickList
from bostoette.ui.words import Words

_ROWS = 6
_UNCHANGED = "I har ikke ændret noget siden den seneste version. Det kan også være et svar."


class MeetingEnd(QFrame):
    """Asks for a version to be saved; a fault is told beside the fields."""

    save_asked = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked_for: date | None = None
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName("Afslut mødet")
        self.changed = Words(parent=self)
        self.changed.setTextFormat(Qt.TextFormat.PlainText)
        self.people: TickList[Key] = TickList("Hvem var med?", self)
        self.people.setMinimumHeight(_ROWS * theme.pixels(32))
        self.review = DateField("Næste gennemgang", today, parent=self)
        self.notice = Notice(theme, self, boxed=True)
        self.save = main_button("Gem version")
        self.save.clicked.connect(self.save_asked)
        edge = theme.pixels(20)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.pixels(12))
        column.addWidget(self.changed)
        column.addWidget(labelled(theme, "Hvem var med?", self.people))
        column.addWidget(labelled(theme, "Næste gennemgang", self.review))
        column.addWidget(self.notice)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_sheet(
        self, page: SheetPage, found: tuple[Difference, ...], naming: Naming, me: Key
    ) -> None:
        """Show what differs from the newest version; ticks and day stay while the meeting lasts."""
        lines = [f"• {one.what}: {one.said}" for one in found]
        said = "\n".join(["Det har I ændret siden den seneste version:", *lines])
        self.changed.setText(said if lines else _UNCHANGED)
        ticked = self.people.ticked() or (me,)
        people = [
            (one.id, naming.name_of(f"{one.name} ({one.initials})", one.initials))
            for one in page.people
        ]
        self.people.offer(people, ticked)
        if self._asked_for != page.review_on:
            self._asked_for = page.review_on
            self.review.show_day(page.review_on)
        self.save.setText(f"Gem som version {page.versions[0].number + 1}")
        self.save.setEnabled(page.right.may)
