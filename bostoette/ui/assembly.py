"""Makes the main window of an open file: its pages, and what happens around them."""

from collections.abc import Callable
from datetime import datetime

from bostoette.models.machine_settings import MachineSettings
from bostoette.services.program_file import OpenFile
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week.week_work import WeekWork


def assemble(
    opened: OpenFile, theme: Theme, settings: MachineSettings, now: Callable[[], datetime]
) -> MainWindow:
    """Return the window, with the week shown."""
    window = MainWindow(opened.desk, theme, settings, now, example=opened.places.is_example)

    def week_page() -> WeekPage:
        page = WeekPage(opened.desk, theme, now)
        WeekWork(page, opened.desk, theme, now, lambda: Naming(window.settings.discreet))
        return page

    window.add_page("week", week_page)
    window.show_page("week")
    return window
