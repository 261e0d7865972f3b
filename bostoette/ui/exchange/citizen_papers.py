"""Opens what can be put on paper about a citizen or a day, with the desk behind it."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog

from bostoette.models.calendar_event import CalendarReader, ReaderKind
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import PrintedDocument, proposed_file_name
from bostoette.services import citizen_week, citizens, insight, printed, stand_in_sheet
from bostoette.services.citizen_week import CitizenWeekAsk
from bostoette.services.week import active_workers
from bostoette.ui.citizens.paper_button import CitizenPaper
from bostoette.ui.exchange.citizen_week_dialog import CitizenWeekDialog
from bostoette.ui.exchange.exchange_dialogs import ExchangeDialogs
from bostoette.ui.exchange.paper_dialog import PaperDialog, PaperTask
from bostoette.ui.exchange.stand_in_dialog import StandInDialog
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.week.week_page import WeekPage

_WEEK_LEAD = "Et enkelt ark til borgeren selv: ingen fagord, ingen notater og ingen mål."
_INSIGHT_LEAD = (
    "Til borgeren, der beder om det. At det er vist, gemt eller udskrevet, skrives i loggen."
)
_SHEET_LEAD = "Kun det, en vikar har brug for. Udskriften skrives i loggen, uden navne."


class CitizenPapers:
    """Makes the dialogs with what is stored now, and the window's discretion."""

    def __init__(self, window: MainWindow, *, example: bool) -> None:
        self._window = window
        self._desk = window.desk
        self._example = example

    def show(self, citizen: Key, paper: CitizenPaper) -> None:
        """Open one of the papers about a citizen."""
        make: dict[CitizenPaper, Callable[[Key], PaperDialog]] = {
            CitizenPaper.WEEK: self.week_plan,
            CitizenPaper.STAND_IN: self.stand_in,
            CitizenPaper.INSIGHT: self.insight,
        }
        self.open(make[paper](citizen))

    def open(self, dialog: PaperDialog) -> None:
        """Let a dialog be used, and say at the window's foot what was done."""
        dialog.draw()
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.said:
            self._window.message.say(dialog.said, undoable=False)
        dialog.deleteLater()

    def week_plan(self, citizen: Key) -> CitizenWeekDialog:
        """Make the dialog for the citizen's own week."""
        this_week = IsoWeek.of(self._today)

        def ask() -> CitizenWeekAsk:
            week, weeks = dialog.period.value
            return CitizenWeekAsk(citizen, week, self._today, weeks)

        def make() -> PrintedDocument:
            return self._desk.read(
                citizen_week.citizen_week,
                ask(),
                self._window.now(),
                discreet=self._discreet,
                example=self._example,
            )

        def keep(number: int) -> None:
            self._desk.do(citizen_week.choose_entries, citizen, number)

        task = self._task(citizen, "Ugeplan", "ugeplan", make, lead=_WEEK_LEAD)
        entries = self._desk.read(citizen_week.entries_chosen, citizen)
        dialog = CitizenWeekDialog(
            self._window.theme, task, this_week, entries, keep=keep, parent=self._window
        )
        later = self._desk.read(citizen_week.weeks_until_something, citizen, self._today)
        dialog.period.box.setCurrentIndex(later)
        dialog.calendar_asked.connect(lambda: self._export(ask(), dialog))
        return dialog

    def stand_in(self, citizen: Key) -> PaperDialog:
        """Make the dialog for a stand-in's sheet about one citizen."""

        def make() -> PrintedDocument:
            return self._desk.read(
                stand_in_sheet.sheet_for_citizen,
                citizen,
                self._today,
                self._window.now(),
                discreet=self._discreet,
                example=self._example,
            )

        task = self._task(citizen, "Vikarark", "vikarark", make, lead=_SHEET_LEAD)
        return PaperDialog(self._window.theme, task, self._window)

    def insight(self, citizen: Key) -> PaperDialog:
        """Make the dialog for everything about a citizen, gathered beside the window."""

        def make() -> PrintedDocument:
            if self._discreet:
                raise PlanError(
                    "Diskretion er slået til, og indsigt viser alt om borgeren. Intet er vist; "
                    "luk, slå diskretion fra med F8, og åbn indsigten igen."
                )
            found = self._desk.read(
                insight.insight,
                citizen,
                self._window.now(),
                seen.append,
                example=self._example,
            )
            self._desk.do(printed.note_shown, said, citizen)
            return found

        seen = deque([0], maxlen=1)
        task = self._task(citizen, "Indsigt", "indsigt", make, lead=_INSIGHT_LEAD, slow=True)
        task = replace(task, log_seen=lambda: seen[-1])
        said = task.title
        return PaperDialog(self._window.theme, task, self._window)

    def stand_in_day(self, page: WeekPage) -> StandInDialog:
        """Make the dialog for a stand-in's sheet of a worker's day, as the week shows it."""
        workers = self._desk.read(active_workers)
        naming = Naming(self._discreet)
        shown = page.workers
        whose = shown[0] if len(shown) == 1 else self._desk.actor_id
        day = self._today if page.week == IsoWeek.of(self._today) else page.week.monday

        def make() -> PrintedDocument:
            return self._desk.read(
                stand_in_sheet.sheet_for_day,
                dialog.worker.value,
                dialog.day.needed_day(),
                self._window.now(),
                discreet=self._discreet,
                example=self._example,
            )

        name = proposed_file_name("vikarark", "", page.week)
        task = self._keeping("Vikarark", "for en dag", name, make, None, lead=_SHEET_LEAD)
        offered = [
            (one.id, naming.name_of(f"{one.initials} · {one.name}", one.initials))
            for one in workers
        ]
        dialog = StandInDialog(self._window.theme, task, offered, whose, day, parent=self._window)
        return dialog

    @property
    def _today(self) -> date:
        return self._window.now().date()

    @property
    def _discreet(self) -> bool:
        return self._window.settings.discreet

    def _task(
        self,
        citizen: Key,
        what: str,
        kind: str,
        make: Callable[[], PrintedDocument],
        *,
        lead: str,
        slow: bool = False,
    ) -> PaperTask:
        """Say how a paper about a citizen is saved and printed; its acts know her initials."""
        found = self._desk.read(citizens.details, citizen)
        name = proposed_file_name(kind, found.code, IsoWeek.of(self._today))
        whom = (
            f"til {found.fields.initials}" if kind == "ugeplan" else f"om {found.fields.initials}"
        )
        return self._keeping(what, whom, name, make, citizen, lead=lead, slow=slow)

    def _keeping(
        self,
        what: str,
        whom: str,
        name: str,
        make: Callable[[], PrintedDocument],
        citizen: Key | None,
        *,
        lead: str,
        slow: bool = False,
    ) -> PaperTask:
        desk, said, names = self._desk, f"{what} {whom}", not self._discreet

        def save(path: Path, content: bytes, pages: int) -> None:
            desk.do(
                printed.save_printed,
                path,
                content,
                said,
                pages=pages,
                names=names,
                citizen_id=citizen,
            )

        def note(pages: int) -> None:
            desk.do(printed.note_printed, said, pages=pages, names=names, citizen_id=citizen)

        return PaperTask(
            said,
            name,
            f"{what}et" if what == "Vikarark" else f"{what}en",
            make,
            save,
            note,
            lead=lead,
            slow=slow,
        )

    def _export(self, ask: CitizenWeekAsk, parent: QDialog) -> None:
        """Take out the contacts of the page's days as a calendar file, as *Eksportér* does."""
        page = self._window.page("week")
        assert isinstance(page, WeekPage)  # noqa: S101 - so it was assembled
        dialogs = ExchangeDialogs(
            page,
            self._desk,
            self._window.theme,
            self._window.now,
            lambda: Naming(self._discreet),
            example=self._example,
        )
        reader = CalendarReader(ReaderKind.CITIZEN, ask.citizen_id)
        dialog = dialogs.export(reader, parent, (ask.first, ask.last))
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.said:
            self._window.message.say(dialog.said, undoable=False)
        dialog.deleteLater()
