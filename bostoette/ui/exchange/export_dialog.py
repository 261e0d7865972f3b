"""Taking contacts out as a calendar file: choose, see exactly what leaves, and save it (P94)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.calendar_event import CalendarReader, ExportLevel
from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import from_to, short_day
from bostoette.services.calendar_out import (
    ExportAsk,
    ExportPreview,
    Leaving,
    Since,
    proposed_name,
)
from bostoette.ui.asking_for_file import ask_where_to_save
from bostoette.ui.exchange.exchange_dialog import (
    ExchangeDialog,
    WhereTo,
    focus,
    snug,
)
from bostoette.ui.exchange.export_choices import ExportChoices, Offer
from bostoette.ui.plain_table import PlainTable
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

HEADINGS = ("Siden sidst", "Tid", "Titel", "Sted", "Tekst", "Andet i filen")
_OWN_COLUMNS = ("Tid", "Titel", "Sted", "Tekst")
_CHOICES_WIDTH = 330
_CHOICES_SHARE = 0.42
_LOOK_MS = 120
_PROGRESS_MS = 80
_ALSO = (
    "Desuden et teknisk nummer for hver aftale og tidspunktet. "
    "Programmet husker hvor mange, hvornår og hvor meget – uden navne."
)
_WHOLE = "En serie er før sendt som én gentaget aftale; den bliver ved med at være det."


@dataclass(frozen=True, slots=True)
class ExportWork:
    """What the dialog asks others to do; each raises PlanError where it cannot."""

    offer: Offer
    preview: Callable[[ExportAsk], ExportPreview]
    export: Callable[[ExportPreview, Path, Callable[[int], None]], int]
    """Writes the file, telling how many events it has come to; returns how many there are."""


class ExportDialog(ExchangeDialog):
    """Shows what would leave at every choice; ``said`` tells what left once it was accepted."""

    def __init__(
        self,
        theme: Theme,
        work: ExportWork,
        week: IsoWeek,
        today: date,
        off: frozenset[ExportLevel],
        *,
        parent: QWidget | None = None,
        where_to: WhereTo = ask_where_to_save,
    ) -> None:
        super().__init__(theme, "Eksportér til kalender", "Gem som …", (1060, 700), parent)
        self._ask_work = work
        self._where_to = where_to
        self._seen: ExportPreview | None = None
        self._asked = 0
        self._written = 0
        self._exporting = False
        self._stopped = False
        self.choices = ExportChoices(work.offer, week, today, off, self)
        self._area = QScrollArea(self)
        self.summary = snug(Words(parent=self))
        self.summary.setProperty("heading", "true")
        self.note = snug(quiet("", self))
        self.table = PlainTable("Det, der forlader maskinen", HEADINGS, self)
        self.stop_button = QPushButton("Stop", self)
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self._stop)
        self.stop_button.hide()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_LOOK_MS)
        self._wait.timeout.connect(self.look)
        self._progress = QTimer(self)
        self._progress.setInterval(_PROGRESS_MS)
        self._progress.timeout.connect(self._show_progress)
        self._lay_out()
        self.choices.changed.connect(self._wait.start)
        self.main_button.clicked.connect(self._save)

    def start_with(self, reader: CalendarReader) -> None:
        """Begin with somebody's calendar."""
        self.choices.start_with(reader)
        focus(self.choices.kind)
        self.look()

    def share(self, width: int) -> None:
        """Leave most of the width to what leaves."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        needed = self.choices.minimumSizeHint().width() + bar
        wished = min(self.theme.pixels(_CHOICES_WIDTH), round(width * _CHOICES_SHARE))
        self._area.setFixedWidth(max(needed, wished))

    def look(self) -> None:
        """Show what would leave with the choices as they are."""
        self._wait.stop()
        self._forget()
        try:
            ask = self.choices.ask()
        except PlanError as error:
            self.tell(error)
            return
        if ask is None:
            self.untell()
            return
        turn = self._asked
        self.work(
            "Ser efter …",
            lambda: self._ask_work.preview(ask),
            lambda seen: self._show(turn, seen),
        )

    def reject(self) -> None:
        """Close; a file that is being written is stopped first."""
        if self._exporting:
            self._stop()
        else:
            super().reject()

    def _forget(self) -> None:
        self._asked += 1
        self._seen = None
        self.main_button.setEnabled(False)
        self.summary.setText("")
        self.note.setText("")
        self.table.show_rows(())

    def _show(self, turn: int, seen: ExportPreview) -> None:
        if turn != self._asked:
            return  # the choices have changed since
        self._seen = seen
        self.summary.setText(seen.said())
        self.note.setText(f"{_WHOLE} {_ALSO}" if seen.kept_whole else _ALSO)
        self.note.setVisible(bool(seen.leaving))
        self.table.show_rows(tuple(row_of(one) for one in seen.leaving))
        self.main_button.setEnabled(bool(seen.leaving))

    def _save(self) -> None:
        seen = self._seen
        if seen is None:
            return
        path = self._where_to(
            self, "Gem kalenderfil", proposed_name(seen.ask), "Kalenderfiler (*.ics)"
        )
        if path is None:
            return
        self._written, self._stopped = 0, False
        self._work_on(exporting=True)
        self.work(
            "Skriver …",
            lambda: self._ask_work.export(seen, path, self._count),
            lambda number: self._saved(number, path),
        )
        self.bar.setRange(0, len(seen.leaving))

    def _saved(self, number: int, path: Path) -> None:
        self._work_on(exporting=False)
        left = "1 aftale" if number == 1 else f"{number} aftaler"
        self.said = f"{left} er gemt i {path.name}."
        self.accept()

    def _refused(self, error: PlanError) -> None:
        was_exporting = self._exporting
        self._work_on(exporting=False)
        super()._refused(error)
        if was_exporting:
            self.main_button.setEnabled(self._seen is not None)
            focus(self.main_button)

    def _work_on(self, *, exporting: bool) -> None:
        self._exporting = exporting
        self.choices.setEnabled(not exporting)
        self.main_button.setEnabled(not exporting)
        self.stop_button.setVisible(exporting)
        if exporting:
            focus(self.stop_button)
            self._progress.start()
        else:
            self._progress.stop()

    def _count(self, number: int) -> None:
        """Hear how far the file has come; called in the other thread."""
        self._written = number
        if self._stopped:
            raise PlanError("Eksporten er stoppet. Ingen fil er gemt, og intet er ændret.")

    def _stop(self) -> None:
        self._stopped = True

    def _show_progress(self) -> None:
        self.bar.setValue(self._written)
        self.bar.setFormat(f"Skriver {self._written} af {self.bar.maximum()} …")

    def _lay_out(self) -> None:
        area = self._area
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.choices)
        shown = QVBoxLayout()
        title = QLabel("Det her forlader maskinen", self)
        title.setObjectName("pageTitle")
        for widget in (title, self.summary):
            shown.addWidget(widget)
        shown.addWidget(self.table, 1)
        shown.addWidget(self.note)
        middle = QHBoxLayout()
        middle.setSpacing(self.theme.pixels(16))
        middle.addWidget(area)
        middle.addLayout(shown, 1)
        foot = self.foot()
        foot.insertWidget(1, self.stop_button)
        column = QVBoxLayout(self)
        column.addLayout(middle, 1)
        column.addWidget(self.trouble)
        column.addLayout(foot)


def row_of(leaving: Leaving) -> tuple[str, ...]:
    """Return an event as the table shows it: everything that a reader of the file can see."""
    told = dict(leaving.event.leaving)
    rest = [f"{label}: {text}" for label, text in told.items() if label not in _OWN_COLUMNS]
    since = {Since.SAME: "Som før"}.get(leaving.since, leaving.since.value.capitalize())
    span = leaving.event.span
    told["Tid"] = f"{short_day(span.day)} {span.day.year} {from_to(span)}"
    return (since, *(told.get(label, "") for label in _OWN_COLUMNS), " · ".join(rest))
