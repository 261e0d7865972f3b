"""Taking in somebody's own calendar: choose a file, see what it changes, and store it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import from_to, short_day
from bostoette.services.calendar_in import CalendarPreview
from bostoette.ui.asking_for_file import ask_which_file
from bostoette.ui.exchange.exchange_dialog import ExchangeDialog, WhereTo, focus
from bostoette.ui.plain_table import PlainTable, Rows
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

HEADINGS = ("Hvad sker der", "Hvornår", "Aftale")
_WHAT = (
    "Vælg en kalenderfil (.ics) fra Outlook, Google eller et andet program, eller træk den herind. "
    "Aftalerne bliver til optaget tid i {whose} kalender, så der ikke planlægges oven i dem. "
    "Du ser dem, før noget gemmes."
)
_HOW = (
    "I Outlook: Filer → Gem kalender. I Google: Indstillinger → Importér og eksportér. "
    "Læser du kalenderen ind igen senere, rettes aftalerne i stedet for at stå dobbelt."
)


@dataclass(frozen=True, slots=True)
class CalendarWork:
    """What the dialog asks others to do; each raises PlanError where it cannot."""

    read: Callable[[Path], CalendarPreview]
    """Slow: up to eight seconds."""
    store: Callable[[CalendarPreview, bool], str]
    """Stores, also without what the file no longer mentions, and says what was done."""


class ImportCalendarDialog(ExchangeDialog):
    """Goes from the file to the list to the stored calendar; ``said`` tells what was done."""

    def __init__(
        self,
        theme: Theme,
        work: CalendarWork,
        whose: str,
        parent: QWidget | None = None,
        *,
        which_file: WhereTo = ask_which_file,
    ) -> None:
        super().__init__(theme, "Importér kalender", "Importér", (760, 560), parent)
        self._calendar_work = work
        self._which_file = which_file
        self._seen: CalendarPreview | None = None
        self._reading = False
        self.setAcceptDrops(True)
        self.choose_file = QPushButton("Vælg fil …", self)
        self.choose_file.setProperty("main", True)  # noqa: FBT003 - Qt's signature
        self.choose_file.clicked.connect(self._ask_for_file)
        self.summary = Words(parent=self)
        self.summary.setProperty("heading", "true")
        self.table = PlainTable("Det, der ændres i kalenderen", HEADINGS, self)
        self.remove_missing = QCheckBox(self)
        self.remove_missing.toggled.connect(self._offer_storing)
        self.stack = QStackedWidget(self)
        self._lay_out(whose)
        self.main_button.clicked.connect(self._store)
        self.main_button.hide()
        focus(self.choose_file)

    def take_file(self, path: Path) -> None:
        """Read a file beside the window, then show what it changes."""
        if self._reading:
            return
        self._reading = True
        self.choose_file.setEnabled(False)
        self.work("Læser kalenderen …", lambda: self._calendar_work.read(path), self.show_preview)

    def show_preview(self, seen: CalendarPreview) -> None:
        """Show what storing would change."""
        self._reading = False
        self._seen = seen
        self.summary.setText(seen.said())
        self.table.show_rows(rows_of(seen))
        self.table.setVisible(not seen.changes_nothing)
        missing = len(seen.missing)
        words = "1 aftale" if missing == 1 else f"{missing} aftaler"
        self.remove_missing.setText(f"Fjern også {words}, der ikke længere står i filen")
        self.remove_missing.setVisible(missing > 0)
        self.stack.setCurrentIndex(1)
        self.main_button.show()
        self.main_button.setDefault(True)
        self._offer_storing()
        focus(self.main_button if self.main_button.isEnabled() else self.close_button)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged in."""
        if self.stack.currentIndex() == 0 and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first file that was dropped."""
        path = event.mimeData().urls()[0].toLocalFile()
        if path:
            self.take_file(Path(path))

    def _ask_for_file(self) -> None:
        path = self._which_file(
            self, "Vælg en kalenderfil", "", "Kalenderfiler (*.ics *.ical);;Alle filer (*)"
        )
        if path is not None:
            self.take_file(path)

    def _offer_storing(self) -> None:
        seen = self._seen
        if seen is None:
            return
        removing = self.remove_missing.isChecked() and bool(seen.missing)
        self.main_button.setEnabled(not seen.changes_nothing or removing)

    def _store(self) -> None:
        if self._seen is None:
            return
        try:
            self.said = self._calendar_work.store(self._seen, self.remove_missing.isChecked())
        except PlanError as error:
            self.tell(error)
            return
        self.accept()

    def _refused(self, error: PlanError) -> None:
        self._reading = False
        self.choose_file.setEnabled(True)
        super()._refused(error)
        focus(self.choose_file)

    def _lay_out(self, whose: str) -> None:
        self.stack.addWidget(self._file_page(whose))
        self.stack.addWidget(self._list_page())
        column = QVBoxLayout(self)
        column.addWidget(self.stack, 1)
        column.addWidget(self.trouble)
        column.addLayout(self.foot())

    def _file_page(self, whose: str) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(Words(_WHAT.format(whose=whose), page))
        column.addWidget(quiet(_HOW, page))
        column.addSpacing(self.theme.pixels(12))
        column.addWidget(self.choose_file, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        return page

    def _list_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.remove_missing)
        column.addWidget(quiet("Hele importen kan fortrydes i ét trin med Ctrl+Z.", page))
        return page


def rows_of(seen: CalendarPreview) -> Rows:
    """Return what is new, changed and gone as rows, each kind in the order of time."""
    new = [("Ny", _when(one.span, all_day=one.all_day), one.title) for one in seen.new]
    changed = [
        ("Ændret", _when(one.span, all_day=one.all_day), one.title) for _key, one in seen.changed
    ]
    gone = [("Fjernes", _when(one.span, all_day=one.all_day), one.title) for one in seen.gone]
    return (*gone, *changed, *new)


def _when(span: TimeSpan, *, all_day: bool) -> str:
    day = f"{short_day(span.day)} {span.day.year}"
    return f"{day}, hele dagen" if all_day else f"{day} {from_to(span)}"
