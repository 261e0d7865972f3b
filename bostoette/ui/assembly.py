"""Makes the main window of an open file: its pages, and what happens around them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer

from bostoette.models.machine_settings import MachineSettings
from bostoette.services.program_file import OpenFile
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_page import WeekPage

if TYPE_CHECKING:
    from bostoette.ui.citizens.citizens_page import CitizensPage
    from bostoette.ui.settings.settings_page import SettingsPage

AFTER_PAINTING_MS = 20
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def assemble(
    opened: OpenFile, theme: Theme, settings: MachineSettings, now: Callable[[], datetime]
) -> MainWindow:
    """Return the window, with the week shown."""
    window = MainWindow(opened.desk, theme, settings, now, example=opened.places.is_example)

    def week_page() -> WeekPage:
        page = WeekPage(opened.desk, theme, now)
        page.grid.zoom_changed.connect(
            lambda zoom: window.keep(replace(window.settings, zoom=zoom))
        )
        QTimer.singleShot(AFTER_PAINTING_MS, page, partial(attach_work, page, opened, window))
        return page

    window.add_page("week", week_page)
    window.add_page("citizens", lambda: citizens_page(opened, window))
    window.add_page("settings", lambda: settings_page(opened, window))
    window.show_page("week")
    return window


def attach_work(page: WeekPage, opened: OpenFile, window: MainWindow) -> None:
    """Give the painted week its keys and dialogs, whose modules are not needed to show it."""
    from bostoette.ui.exchange.exchange_work import ExchangeWork
    from bostoette.ui.week.own_time_work import OwnTimeWork
    from bostoette.ui.week.week_actions import WeekActions
    from bostoette.ui.week.week_work import WeekWork

    def naming() -> Naming:
        return Naming(window.settings.discreet)

    def say(sentence: str) -> None:
        window.message.say(sentence, undoable=False)

    WeekActions(page, opened.desk, window.now)
    WeekWork(page, opened.desk, window.theme, window.now, naming)
    OwnTimeWork(page, opened.desk, window.now)
    ExchangeWork(page, opened.desk, window.theme, window.now, naming=naming, say=say)


def citizens_page(opened: OpenFile, window: MainWindow) -> "CitizensPage":
    """Return the citizens: the list, and whoever is chosen."""
    from bostoette.ui.citizens.citizens_page import CitizensPage

    return CitizensPage(opened.desk, window.theme, lambda: window.now().date())


def settings_page(opened: OpenFile, window: MainWindow) -> "SettingsPage":
    """Return the settings, which the window keeps, and whose wishes it passes on."""
    from bostoette.ui.settings.ground import Ground
    from bostoette.ui.settings.settings_page import SettingsPage

    def moment() -> datetime:
        return window.now().replace(tzinfo=COPENHAGEN).astimezone(UTC)

    page = SettingsPage(Ground(opened, window.theme, window.now, moment, lambda: window.settings))
    page.settings_changed.connect(window.keep)
    page.said.connect(lambda sentence: window.message.say(sentence, undoable=False))
    page.example_asked.connect(window.example_asked)
    page.leave_example_asked.connect(window.leave_example_asked)
    page.restart_asked.connect(window.lock_asked)
    return page
