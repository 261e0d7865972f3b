"""Opens the rows behind a number, corrects drives, and lets what is seen leave as CSV or paper."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from bostoette.models.car_kind import CarKind
from bostoette.models.drive_list import Drive, DriveFields
from bostoette.models.figure import Cell
from bostoette.models.figure_rows import Behind
from bostoette.models.figure_scope import Section
from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import PrintedDocument
from bostoette.models.wording import grouped
from bostoette.planning.figure_steps import counted
from bostoette.services import drives, figure_files, printed
from bostoette.services.behind_figures import behind
from bostoette.services.desk import Desk
from bostoette.services.figure_files import FiguresHead
from bostoette.ui.asking_for_file import ask_where_to_save
from bostoette.ui.background import beside
from bostoette.ui.exchange.exchange_dialog import WhereTo
from bostoette.ui.exchange.paper_dialog import PaperDialog, PaperTask
from bostoette.ui.figures.behind_dialog import BehindDialog
from bostoette.ui.figures.drive_dialog import DriveDialog
from bostoette.ui.figures.figures_page import FiguresPage
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme

MANY_ROWS = 5000
"""So many rows behind a number are read at once (0.2 s)."""
_CHOOSE = "Vælg først en medarbejder, hvis kørsel skal gemmes."
_FILE_WORDS = {
    Section.MIX: "fordeling",
    Section.ATTENDANCE: "fremmoede",
    Section.TIME: "tid",
    Section.TRAVEL: "transport",
    Section.PEOPLE: "personer-notater",
    Section.EFFECT: "udbytte",
    Section.CHOICE: "valg-af-form",
    Section.GRANTS: "bevilling",
    Section.REPORT: "virkningsrapport",
}


class FiguresWork(QObject):
    """Connects the page with the dialogs behind it."""

    contact_asked = Signal(object)
    citizen_asked = Signal(object)
    week_asked = Signal(object, object)
    """A worker's key and an IsoWeek."""

    def __init__(
        self,
        page: FiguresPage,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        *,
        naming: Callable[[], Naming],
        say: Callable[[str], None],
        example: bool = False,
        where_to: WhereTo = ask_where_to_save,
        at_once: int = MANY_ROWS,
    ) -> None:
        super().__init__(page)
        self._page, self._desk, self._theme, self._now = page, desk, theme, now
        self._naming, self._say, self._example = naming, say, example
        self._where_to = where_to
        self._at_once, self._fetching = at_once, False
        page.cell_opened.connect(self._open)
        page.bar.csv_asked.connect(self._save_csv)
        page.bar.paper_asked.connect(self._put_on_paper)
        page.drives.correct_asked.connect(self._correct)
        page.drives.skip_asked.connect(self._skip)
        page.drives.car_asked.connect(self._choose_car)

    def dialog(self, cell: Cell) -> BehindDialog:
        """Make the dialog with what stands behind a number."""
        return self._dialog(self._reader(cell)())

    def _reader(self, cell: Cell) -> Callable[[], Behind]:
        """Say how what stands behind a number is read, as things stand now."""
        return partial(
            self._desk.read,
            behind,
            self._desk.actor_id,
            cell,
            self._now().date(),
            names=not self._naming().discreet,
        )

    def _dialog(self, found: Behind) -> BehindDialog:
        dialog = BehindDialog(self._theme, "Bag tallet", found, self._page)
        dialog.contact_asked.connect(self.contact_asked)
        dialog.citizen_asked.connect(self.citizen_asked)
        dialog.week_asked.connect(lambda worker, day: self.week_asked.emit(worker, IsoWeek.of(day)))
        return dialog

    def drive_dialog(self, drive: Drive) -> DriveDialog:
        """Make the dialog that corrects a drive."""
        return DriveDialog(self._theme, drive, lambda fields: self._keep(drive, fields), self._page)

    def paper(self) -> PaperDialog | None:
        """Make the dialog that shows what is seen as it will be on paper; None without anything."""
        if self._page.section is Section.DRIVES and self._page.drives.shown is None:
            self._say(_CHOOSE)
            return None
        said, desk, names = self._said, self._desk, self._names

        def save(path: Path, content: bytes, pages: int) -> None:
            desk.do(printed.save_printed, path, content, said, pages=pages, names=names)

        def note(pages: int) -> None:
            desk.do(printed.note_printed, said, pages=pages, names=names)

        lead = "Med navne, som du har valgt." if names else "Kun initialer; ingen navne."
        task = PaperTask(said, self._file_name("pdf"), said, self._document, save, note, lead=lead)
        return PaperDialog(self._theme, task, self._page)

    def _open(self, cell: Cell) -> None:
        """Show what stands behind a number; very many rows are fetched beside the window."""
        if len(cell.rows) <= self._at_once:
            self._show(self.dialog(cell))
        elif not self._fetching:
            self._fetching = True
            self._say(f"Henter {grouped(len(cell.rows))} rækker …")
            beside(self, self._reader(cell), self._show_fetched, self._not_fetched)

    def _show_fetched(self, found: Behind) -> None:
        self._fetching = False
        if self._page.isVisible():  # whoever went elsewhere meanwhile wants it no more
            self._show(self._dialog(found))

    def _not_fetched(self, error: PlanError) -> None:
        self._fetching = False
        raise error

    def _show(self, dialog: BehindDialog) -> None:
        dialog.exec()
        dialog.deleteLater()

    def _save_csv(self) -> None:
        found = self._page.drives.shown
        if self._page.section is not Section.DRIVES:
            content = figure_files.figures_csv(self._head(), self._page.figures, names=self._names)
        elif found is not None:
            content = figure_files.drives_csv(found, names=self._names)
        else:
            self._say(_CHOOSE)
            return
        name = self._file_name("csv")
        path = self._where_to(self._page, "Gem som CSV", name, "CSV (*.csv)")
        if path is not None:
            self._desk.do(printed.save_csv, path, content, self._said, names=self._names)
            self._say(f"{self._said} er gemt i {path.name}.")

    def _put_on_paper(self) -> None:
        dialog = self.paper()
        if dialog is None:
            return
        dialog.draw()
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.said:
            self._say(dialog.said)
        dialog.deleteLater()

    def _document(self) -> PrintedDocument:
        looks = {"names": self._names, "discreet": self._discreet, "example": self._example}
        found = self._page.drives.shown
        if self._page.section is Section.DRIVES and found is not None:
            return self._desk.read(figure_files.drives_document, found, self._now(), **looks)
        head, figures = self._head(), self._page.figures
        return self._desk.read(figure_files.figures_document, head, figures, self._now(), **looks)

    def _head(self) -> FiguresHead:
        ask, person = self._page.ask, self._page.bar.person
        whose = "hele teamet" if person is None else person.initials
        if person is not None and self._names:
            whose = person.name
        period = ask.period
        if self._page.section is not Section.GRANTS:
            period = counted(period, ask.today)
        return FiguresHead(self._page.section.danish, whose, period.first, period.last)

    def _file_name(self, ending: str) -> str:
        """Propose a name that names nobody."""
        if self._page.section is Section.DRIVES:
            month = self._page.drives.month
            return f"koerselsliste-{month.year}-{month.month:02d}.{ending}"
        first = self._page.ask.period.first
        word = _FILE_WORDS[self._page.section]
        return f"overblik-{word}-{first.year}-{first.month:02d}.{ending}"

    @property
    def _said(self) -> str:
        if self._page.section is Section.DRIVES:
            return "Kørselslisten"
        return f"Overblik: {self._page.section.danish}"

    @property
    def _discreet(self) -> bool:
        return self._naming().discreet

    @property
    def _names(self) -> bool:
        return self._page.bar.with_names and not self._discreet

    def _correct(self, drive: Drive) -> None:
        self.drive_dialog(drive).show_fitting()

    def _skip(self, drive: Drive) -> None:
        kept = drive.correction or DriveFields()
        self._keep(drive, replace(kept, skipped=not drive.skipped))

    def _keep(self, drive: Drive, fields: DriveFields) -> None:
        shown = self._page.drives.shown
        if shown is not None:
            self._desk.do(
                drives.correct,
                self._desk.actor_id,
                shown.worker_id,
                (drive.day, drive.contact_id),
                fields,
                today=self._now().date(),
            )

    def _choose_car(self, car: CarKind) -> None:
        shown = self._page.drives.shown
        if shown is not None:
            today = self._now().date()
            actor = self._desk.actor_id
            self._desk.do(drives.choose_car, actor, shown.worker_id, car, today=today)
