"""Puts the window together: entry screens, then the main window; locking ends the process.

What the first window does not need is loaded where it is first used: a person who starts the
program waits for nothing but the window (benchmarks/start.py).
"""

import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING

import bostoette.ui  # noqa: F401 - makes imports plain before anything else is loaded

# isort: split
from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from bostoette.clocks import local_now, utc_now
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.plan_error import PlanError
from bostoette.store.places import Places
from bostoette.store.settings_file import load_settings
from bostoette.store.shared_place import shared_places
from bostoette.ui import collector
from bostoette.ui.background import beside, under_way
from bostoette.ui.key_words import KeyWords
from bostoette.ui.theme import STYLE_ARGUMENTS, Appearance, Theme

if TYPE_CHECKING:
    from bostoette.models.iso_week import IsoWeek
    from bostoette.services.program_file import OpenFile
    from bostoette.store.key_file import Unlocked
    from bostoette.ui.entry.entry_window import EntryWindow
    from bostoette.ui.later_work import LaterWork
    from bostoette.ui.main_window import MainWindow
    from bostoette.ui.opening_beside import OpeningBeside
    from bostoette.ui.piecemeal import Piecemeal


def run(places: Places, *, demo: bool = False, ask: bool = False, named: bool = False) -> int:
    """Open the program's window and stay until it is closed; return the exit status.

    ``ask`` asks for the passphrase although this computer remembers: after *Lås*. ``named`` says
    that the folder was named on the command line, so that no other is offered.
    """
    program = Program(make_application(), places, named=named)
    sys.excepthook = program.tell_fault
    try:
        program.start(demo=demo, ask=ask)
    except PlanError as error:  # whoever started by a picture sees no terminal
        program.tell_fault(type(error), error, None)
        raise
    collector.Collector(program.app, program.is_starting, under_way)
    return program.app.exec()


def make_application() -> QApplication:
    """Make the application with Danish words and dates; nothing is collected by itself after."""
    collector.rest()
    QLocale.setDefault(QLocale("da_DK"))
    known = QApplication.instance()
    app = (
        known
        if isinstance(known, QApplication)
        else QApplication([*sys.argv[:1], *STYLE_ARGUMENTS])
    )
    app.setApplicationName("bostoette")
    translator = QTranslator(app)
    if translator.load("qtbase_da", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    app.installTranslator(KeyWords(app))
    return app


def _ready_to_work(opening: Callable[[], "OpenFile"], week: "IsoWeek", today: date) -> "OpenFile":
    """Load the services, open a file and ask its first questions; meant for beside."""
    from bostoette.services.preloading import load_services

    load_services()
    file = opening()
    from bostoette.services.rehearsal import rehearse

    rehearse(file.desk, week, today)
    return file


class Program:
    """One run of the program: what is open, and how it is left."""

    def __init__(
        self,
        app: QApplication,
        places: Places,
        now: Callable[[], datetime] = local_now,
        *,
        named: bool = True,
    ) -> None:
        self.app = app
        self.places = places
        self._named = named
        self.now = now
        self.settings = load_settings(places.settings)
        self.theme = Theme(app)
        self.theme.use(Appearance(self.settings.appearance), self.settings.text_percent)
        self.entry: EntryWindow | None = None
        self.open_file: OpenFile | None = None
        self.window: MainWindow | None = None
        self._opening: OpeningBeside | None = None
        self._later: LaterWork | None = None
        self._preparing = False
        app.aboutToQuit.connect(self.close_file)

    def start(self, *, demo: bool = False, ask: bool = False) -> None:
        """Show the first window: the entry screens, or the example."""
        if demo:
            self._start_example()
            return
        from bostoette.ui.entry.entry_window import EntryWindow

        self._show_entry(
            EntryWindow(
                self.places,
                utc_now,
                self.theme,
                self.settings,
                ask=ask,
                shared=None if self._named else shared_places(),
            )
        )

    def _show_entry(self, entry: "EntryWindow") -> None:
        self.entry = entry
        self.entry.opened.connect(self.take_over)
        self.entry.recognised.connect(partial(self._recognise, entry))
        self.entry.demo_asked.connect(self.open_example)
        self.entry.show()

    def _use_settings_of(self, places: Places, worker: str) -> None:
        """Wear what a person chose for herself, where several share the account."""
        from bostoette.services.own_settings import settings_of

        self.settings = settings_of(places, worker, self.settings)
        self.theme.use(Appearance(self.settings.appearance), self.settings.text_percent)

    def _recognise(self, entry: "EntryWindow", unlocked: "Unlocked") -> None:
        self.places = entry.places
        self._use_settings_of(entry.places, unlocked.slot.worker or "")
        self.show_first_look(entry.places, unlocked)

    def _wait_until_free(self, window: "MainWindow", unlocked: "Unlocked") -> None:
        """Go back to the door: somebody else has the data open that were just looked at."""
        from bostoette.ui.entry.entry_window import EntryWindow

        self.window = None
        entry = EntryWindow(self.places, utc_now, self.theme, self.settings, ask=True)
        self._show_entry(entry)
        entry.open(unlocked)
        window.close()
        window.deleteLater()

    def _start_example(self) -> None:
        """Show the example's week at once if there is one, and open its file after."""
        from bostoette.services.example import unlock_demo

        unlocked = unlock_demo(self.places)
        if unlocked is None or not self.show_first_look(self.places.example, unlocked):
            self.open_example()

    def show_first_look(self, places: Places, unlocked: "Unlocked") -> bool:
        """Show the week before the libraries are loaded that work in it; they follow beside it.

        False where there is nothing to show yet: the file is to be opened first.
        """
        from bostoette.services.first_look import first_look
        from bostoette.ui.week.week_page import week_to_plan

        try:
            look = first_look(places, unlocked, week_to_plan(self.now().date()))
        except PlanError:
            return False  # opening tells it, or does what is needed
        if look is None:
            return False
        from bostoette.ui.assembly import assemble_to_look

        window = assemble_to_look(
            look, self.theme, self.settings, self.now, example=places.is_example
        )
        self._show(window)
        self._open_beside(window, places, unlocked)
        return True

    def _open_beside(self, window: "MainWindow", places: Places, unlocked: "Unlocked") -> None:
        """Open the file for work once the window is painted, or at its first key or press."""
        from bostoette.ui.opening_beside import OpeningBeside
        from bostoette.ui.week.week_page import week_to_plan

        today = self.now().date()
        week = week_to_plan(today)

        def work() -> "OpenFile":
            from bostoette.services.unlocking import open_unlocked

            opening = partial(open_unlocked, places, unlocked, utc_now)
            return _ready_to_work(opening, week, today)

        refused = partial(self._not_opened, window, places, unlocked)
        self._opening = OpeningBeside(window, work, partial(self._opened, window), refused)

    def _opened(self, window: "MainWindow", file: "OpenFile", begun: bool) -> "Piecemeal":  # noqa: FBT001 - a callback
        """Give the window its file; where the person has begun, she stays where she is."""
        from bostoette.ui.assembly import begin_where_asked, make_workable
        from bostoette.ui.entry.who_came import say_who

        self._opening = None
        self.open_file = file
        steps = make_workable(window, file)
        if not begun:
            begin_where_asked(window, file)
        say_who(window, file)
        self._begin_later_work(window, file)
        return steps

    def _not_opened(
        self, window: "MainWindow", places: Places, unlocked: "Unlocked", error: PlanError
    ) -> None:
        from bostoette.services.unlocking import AlreadyOpen
        from bostoette.ui.telling import show_plan_error

        self._opening = None
        if isinstance(error, AlreadyOpen) and not places.is_example:
            self._wait_until_free(window, unlocked)
            return
        show_plan_error(window, error)
        window.close()

    def open_example(self) -> None:
        """Open the example team, beside and apart from the person's own data."""
        from bostoette.services.example import open_demo

        self._open_then_show(lambda: open_demo(self.places, utc_now, self.now().date()))

    def take_over(self, opened: "OpenFile") -> None:
        """Show the week of whoever came in, once all is ready to work in it."""
        from bostoette.ui.entry.who_came import noted

        self.open_file = opened
        self.places = opened.places
        before = self.settings
        self._use_settings_of(opened.places, opened.desk.actor_id.hex())
        self.settings = noted(self.settings, opened, named=self._named)
        if self.settings != before:
            self._keep_settings(self.settings)
        self._open_then_show(lambda: opened)

    def _open_then_show(self, opening: Callable[[], "OpenFile"]) -> None:
        """Open a file beside the window that is there, and show its week in one of its own."""
        from bostoette.ui.telling import show_plan_error
        from bostoette.ui.week.week_page import week_to_plan

        there, today = self.window or self.entry, self.now().date()
        if there is None:
            self.show_main_window(opening())
            return

        def refused(error: PlanError) -> None:
            self._preparing = False
            there.unsetCursor()
            show_plan_error(there, error)

        if not self._preparing:
            self._preparing = True
            there.setCursor(Qt.CursorShape.BusyCursor)
            week = week_to_plan(today)
            work = partial(_ready_to_work, opening, week, today)
            beside(there, work, self.show_main_window, refused)

    def see_example_as(self, *, leads: bool) -> None:
        """See the open example as its team leader does, or as its worker."""
        from bostoette.services.example import as_seen_by

        assert self.open_file is not None  # noqa: S101 - its window asked
        self.open_file = as_seen_by(self.open_file, utc_now, leads=leads)
        self.show_main_window(self.open_file)

    def show_main_window(self, opened: "OpenFile") -> None:
        """Show the week of an open file."""
        from bostoette.ui.assembly import assemble, begin_where_asked
        from bostoette.ui.entry.who_came import say_who

        if opened is not self.open_file:
            self.close_file()
        self._preparing = False
        self.open_file = opened
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
        self._show(window := assemble(opened, self.theme, self.settings, self.now))
        begin_where_asked(window, opened)
        say_who(window, opened)
        self._begin_later_work(window, opened)

    def _show(self, window: "MainWindow") -> None:
        self.window = window
        window.settings_changed.connect(self._keep_settings)
        window.lock_asked.connect(self.lock)
        window.example_asked.connect(self.open_example)
        window.example_as_asked.connect(lambda leads: self.see_example_as(leads=leads))
        window.leave_example_asked.connect(self.leave_example)
        window.fit(window.screen().availableSize())
        window.show()
        if self.entry is not None:
            self.entry.close()
            self.entry.deleteLater()
            self.entry = None

    def is_starting(self) -> bool:
        """Tell whether a window is there that cannot be worked in yet, or has work for later."""
        later = self._later is not None and self._later.waits
        return self.window is not None and (later or not self.window.is_workable)

    def _begin_later_work(self, window: "MainWindow", opened: "OpenFile") -> None:
        from bostoette.ui.later_work import LaterWork

        today = self.now().date()

        def look_after() -> None:
            from bostoette.services.backups import daily_copy
            from bostoette.services.chores import look_after

            look_after(opened.desk, today, lambda: self.open_file is opened)
            if not opened.places.is_example:
                daily_copy(opened, utc_now)

        self._later = LaterWork(window, look_after)

    def leave_example(self) -> None:
        """Go from the example to the person's own data, or to the first start."""
        self._restart([])

    def lock(self) -> None:
        """Lock: end the process, so that key and notes leave the memory, and start anew."""
        example = self.open_file is not None and self.open_file.places.is_example
        self._restart(["--demo"] if example else ["--ask"])

    def close_file(self) -> None:
        """Let go of the open file, also of one that is just being opened."""
        if self._opening is not None:
            self._opening.finish()
        if self.open_file is not None:
            self.open_file.close()
            self.open_file = None

    def tell_fault(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell what a person can act on; write down everything else, without its words."""
        from bostoette.store.fault_log import write_fault
        from bostoette.ui.telling import show_fault, show_plan_error

        window = self.window or self.entry
        if isinstance(fault, PlanError):
            show_plan_error(window, fault)
            return
        written = write_fault(self.places.log, fault.with_traceback(trace), utc_now())
        if issubclass(kind, KeyboardInterrupt):
            self.app.quit()
            return
        show_fault(window, written)

    def _keep_settings(self, settings: MachineSettings) -> None:
        from bostoette.services.own_settings import keep_settings

        self.settings = settings
        mine = self.open_file is not None and self.open_file.places == self.places
        who = self.open_file.desk.actor_id.hex() if self.open_file and mine else ""
        keep_settings(self.places, who, settings)

    def _restart(self, arguments: list[str]) -> None:
        from PySide6.QtCore import QProcess

        if self.window is not None:
            self.window.close()
        self.close_file()
        program = [] if getattr(sys, "frozen", False) else ["-m", "bostoette"]
        data = ["--data", str(self.places.folder)] if self._named else []
        QProcess.startDetached(sys.executable, [*program, *data, *arguments])
        self.app.quit()
