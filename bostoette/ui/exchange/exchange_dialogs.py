"""Makes the dialogs for what comes in and goes out, with the desk behind them."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from bostoette.models.calendar_event import CalendarReader, ReaderKind
from bostoette.models.key import Key
from bostoette.models.wording import clock, short_day
from bostoette.planning.danish_days import day_name
from bostoette.services import calendar_in, calendar_out, citizens, week_document
from bostoette.services.calendar_in import CalendarPreview
from bostoette.services.calendar_out import ExportPreview
from bostoette.services.desk import Desk
from bostoette.services.team_lists import export_levels_off
from bostoette.services.week import active_workers
from bostoette.services.week_document import WeekDocument
from bostoette.ui.exchange.export_choices import WhoChoice
from bostoette.ui.exchange.export_dialog import ExportDialog, ExportWork
from bostoette.ui.exchange.import_calendar_dialog import CalendarWork, ImportCalendarDialog
from bostoette.ui.exchange.week_paper_dialog import PaperWork, WeekPaperDialog
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_page import WeekPage

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
CALENDAR = "Kalenderfil"
"""What a calendar taken in from a file is called; the file's own name may name a person."""

NO_LONGER = "en deltager, der ikke længere er med"
"""Whoever was taken off after she got her part; her name is not known any more."""


class ExchangeDialogs:
    """Makes a dialog for what the week page shows."""

    def __init__(
        self,
        page: WeekPage,
        desk: Desk,
        theme: Theme,
        now: Callable[[], datetime],
        naming: Callable[[], Naming],
        *,
        example: bool = False,
    ) -> None:
        self._page = page
        self._desk = desk
        self._theme = theme
        self._now = now
        self._naming = naming
        self._example = example

    def export(
        self,
        reader: CalendarReader | None = None,
        parent: QWidget | None = None,
        days: tuple[date, date] | None = None,
    ) -> ExportDialog:
        """Take contacts out as a calendar file, beginning with the week shown or with ``days``.

        Also beginning with whose week it is, unless another reader is asked for.
        """
        dialog = ExportDialog(
            self._theme,
            ExportWork(
                self._offer,
                lambda ask: self._desk.read(calendar_out.preview_export, ask),
                self._export_to,
            ),
            self._page.week,
            self._now().date(),
            self._desk.read(export_levels_off),
            parent=parent or self._page,
        )
        if days is not None:
            dialog.choices.start_on(*days)
        dialog.start_with(reader or CalendarReader(ReaderKind.WORKER, self._whose()))
        return dialog

    def take_in(self) -> ImportCalendarDialog:
        """Take a calendar in for the worker shown."""
        worker = self._whose()
        initials = {one.id: one.initials for one in self._desk.read(active_workers)}
        whose = "din" if worker == self._desk.actor_id else f"{initials.get(worker, '')}s"
        return ImportCalendarDialog(
            self._theme,
            CalendarWork(lambda path: self._read_calendar(worker, path), self._store_calendar),
            whose,
            self._page,
        )

    def paper(self) -> WeekPaperDialog:
        """Save the week shown as a page to print; the whole team has a page each."""
        return WeekPaperDialog(
            self._theme,
            PaperWork(self._documents, self._save_week, self._note_printed),
            self._page,
            discreet=self._naming().discreet,
        )

    def _whose(self) -> Key:
        """Return the worker shown, or the person herself where the whole team is."""
        shown = self._page.workers
        return shown[0] if len(shown) == 1 else self._desk.actor_id

    def _moment(self) -> datetime:
        return self._now().replace(tzinfo=COPENHAGEN).astimezone(UTC)

    def _offer(self, kind: ReaderKind, first: date, last: date) -> tuple[WhoChoice, ...]:
        """Say whose calendar of a kind a file can be for."""
        naming = self._naming()
        match kind:
            case ReaderKind.WORKER:
                return tuple(
                    WhoChoice(
                        CalendarReader(kind, one.id),
                        naming.name_of(f"{one.initials} · {one.name}", one.initials),
                    )
                    for one in self._desk.read(active_workers)
                )
            case ReaderKind.CITIZEN:
                listed = self._desk.read(citizens.named)
                return tuple(
                    WhoChoice(CalendarReader(kind, one.id), naming.name_of(one.name, one.initials))
                    for one in listed
                )
            case ReaderKind.PARTICIPANT:
                return self._offer_participants(first, last, naming)

    def _offer_participants(self, first: date, last: date, naming: Naming) -> tuple[WhoChoice, ...]:
        found = self._desk.read(calendar_out.participants, first, last)
        return tuple(
            WhoChoice(
                one.reader,
                f"{short_day(one.day)} {clock(one.start)} · "
                + (naming.name_of(one.name, one.role or "deltager") if one.name else NO_LONGER),
                one.contact_id,
            )
            for one in found
        )

    def _export_to(self, seen: ExportPreview, path: Path, told: Callable[[int], None]) -> int:
        stamp = self._moment()
        content = calendar_out.file_content(seen, stamp, told)
        return self._desk.do(calendar_out.export_to_file, seen, path, stamp, content)

    def _read_calendar(self, worker: Key, path: Path) -> CalendarPreview:
        file = calendar_in.read_file(path, *calendar_in.default_period(self._now().date()))
        return self._desk.read(calendar_in.preview_calendar, worker, file)

    def _store_calendar(self, seen: CalendarPreview, remove_missing: bool) -> str:  # noqa: FBT001 - a Callable has no keywords
        return self._desk.do(
            calendar_in.store_calendar,
            seen,
            CALENDAR,
            self._moment(),
            remove_missing=remove_missing,
        )

    def _documents(self, names: bool) -> Sequence[WeekDocument]:  # noqa: FBT001 - same
        return tuple(
            self._desk.read(
                week_document.week_document,
                worker,
                self._page.week,
                self._now(),
                day_name,
                names=names,
                example=self._example,
            )
            for worker in self._page.workers
        )

    def _note_printed(self, pages: int, names: bool) -> None:  # noqa: FBT001 - same
        self._desk.do(week_document.note_printed, self._page.week, pages=pages, names=names)

    def _save_week(self, path: Path, content: bytes, pages: int, names: bool) -> None:  # noqa: FBT001 - same
        self._desk.do(
            week_document.save_week_file,
            path,
            content,
            self._page.week,
            pages=pages,
            names=names,
        )
