"""Makes the main window of an open file, with the week to look at and the pages behind it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from bostoette.models.machine_settings import MachineSettings
from bostoette.ui.main_window import MainWindow
from bostoette.ui.module_steps import module_steps
from bostoette.ui.pages import add_pages
from bostoette.ui.piecemeal import Piecemeal
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_page import WeekPage
from bostoette.ui.week_in_steps import work_in

if TYPE_CHECKING:
    from bostoette.services.desk import Desk
    from bostoette.services.first_look import FirstLook
    from bostoette.services.program_file import OpenFile

_PARTS = (
    "bostoette.ui.exchange.exchange_work",
    "bostoette.ui.goals.contact_goals",
    "bostoette.ui.notes.missing_count",
    "bostoette.ui.palette.palette",
    "bostoette.ui.palette.palette_work",
    "bostoette.ui.settings.worker_dialogs",
    "bostoette.ui.week.contacts_change_dialog",
    "bostoette.ui.week.absence_asking",
    "bostoette.ui.week.contact_panel",
    "bostoette.ui.together.board_work",
    "bostoette.ui.together.group_work",
    "bostoette.ui.together.ask_inquiry",
    "bostoette.ui.together.inquiry_work",
    "bostoette.ui.together.materials_work",
    "bostoette.ui.together.together_work",
    "bostoette.ui.week.absence_work",
    "bostoette.ui.week.advice_work",
    "bostoette.ui.week.card_menu",
    "bostoette.ui.week.contact_panel_work",
    "bostoette.ui.week.copy_work",
    "bostoette.ui.week.day_type_work",
    "bostoette.ui.week.life_actions",
    "bostoette.ui.week.month_work",
    "bostoette.ui.week.note_in_week",
    "bostoette.ui.week.own_time_work",
    "bostoette.ui.week.quick_add_work",
    "bostoette.ui.week.reminder",
    "bostoette.ui.week.remote_work",
    "bostoette.ui.week.review_work",
    "bostoette.ui.week.strip_work",
    "bostoette.ui.week.template_work",
    "bostoette.ui.week.today_work",
    "bostoette.ui.week.tray_work",
    "bostoette.ui.week.unplanned_work",
    "bostoette.ui.week.view_actions",
    "bostoette.ui.week.week_actions",
    "bostoette.ui.week.week_work",
)
"""What the week's steps need; loaded one module at a time, in the window's thread."""


def assemble(
    opened: "OpenFile", theme: Theme, settings: MachineSettings, now: Callable[[], datetime]
) -> MainWindow:
    """Return the window, with the week shown."""
    window = MainWindow(opened.desk, theme, settings, now, example=opened.places.is_example)
    page = _show_week(window, opened.desk)
    add_pages(window, opened)
    window.painted.connect(lambda: Piecemeal(window, _last_steps(page, opened, window)))
    return window


def assemble_to_look(
    look: "FirstLook",
    theme: Theme,
    settings: MachineSettings,
    now: Callable[[], datetime],
    *,
    example: bool,
) -> MainWindow:
    """Return the window with a first look; nothing can be done in it before `make_workable`."""
    window = MainWindow(None, theme, settings, now, example=example)
    _show_week(window, look)
    return window


def make_workable(window: MainWindow, opened: "OpenFile") -> Piecemeal:
    """Give a window with a first look the open file to work in, step by step."""
    page = window.page("week")
    assert isinstance(page, WeekPage)  # noqa: S101 - so it was assembled
    window.take_desk(opened.desk)
    page.take_desk(opened.desk)
    add_pages(window, opened)
    return Piecemeal(window, _last_steps(page, opened, window))


def begin_where_asked(window: MainWindow, opened: "OpenFile") -> None:
    """Go to the review first where whoever reviews wishes so (P88)."""
    if not window.settings.begin_with_review:
        return
    from bostoette.services.review_rights import review_right

    if opened.desk.read(review_right, opened.desk.actor_id, window.now().date()).may:
        window.show_page("review")


def _last_steps(page: WeekPage, opened: "OpenFile", window: MainWindow) -> Iterator[None]:
    """Do what belongs to the first page before it is all there, in the order it is missed."""
    for part in _PARTS:
        yield from module_steps(part)
    yield from work_in(page, opened, window)
    yield
    window.is_workable = True


def _show_week(window: MainWindow, source: "Desk | FirstLook") -> WeekPage:
    page = WeekPage(source, window.theme, window.now)
    page.grid.zoom_changed.connect(lambda zoom: window.keep(replace(window.settings, zoom=zoom)))
    page.bar.weekend_asked.connect(lambda on: window.keep(replace(window.settings, weekend=on)))
    window.add_page("week", lambda: page)
    window.show_page("week")
    return page
