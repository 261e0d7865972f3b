"""Going to what somebody asked to see: a contact in its week, a citizen, a worker's week."""

from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.ui.main_window import MainWindow
from bostoette.ui.week.week_page import WeekPage

if TYPE_CHECKING:
    from bostoette.ui.citizens.citizens_page import CitizensPage


def show_profile(window: MainWindow, citizen: Key) -> None:
    """Go to a citizen's profile."""
    from bostoette.ui.citizens.citizen_card import PROFILE

    show_citizen(window, citizen).card.open_tab(PROFILE)


def show_life(window: MainWindow, citizen: Key) -> None:
    """Go to what happens around a citizen's contacts."""
    from bostoette.ui.citizens.citizen_card import LIFE

    show_citizen(window, citizen).card.open_tab(LIFE)


def show_citizen(window: MainWindow, citizen: Key) -> "CitizensPage":
    """Go to a citizen, and return the page."""
    from bostoette.ui.citizens.citizens_page import CitizensPage

    window.show_page("citizens")
    page = window.page("citizens")
    assert isinstance(page, CitizensPage)  # noqa: S101 - so it was assembled
    page.choose(citizen)
    return page


def show_workers_week(window: MainWindow, worker: Key, week: IsoWeek) -> None:
    """Go to a worker's week."""
    page = week_page(window)
    page.whose.show_worker(worker)
    page.show_week(week)


def show_contact(window: MainWindow, key: Key) -> None:
    """Go to a contact in its week."""
    from bostoette.services import contacts

    found = window.desk.read(contacts.details, key).fields
    week_page(window).show_contact(key, found.span.day, found.workers)


def plan_with(window: MainWindow, citizen: Key) -> None:
    """Plan a contact with a citizen in the week; whoever leaves the form is back with her."""
    _plan_in_week(window, week_page(window).citizen_plan_asked, citizen)


def plan_visit_to(window: MainWindow, citizen: Key) -> None:
    """Plan a visit to a citizen in the week, as `plan_with` does."""
    _plan_in_week(window, week_page(window).visit_plan_asked, citizen)


def _plan_in_week(window: MainWindow, asked: SignalInstance, citizen: Key) -> None:
    page = week_page(window)
    chosen = page.grid.chosen_key()
    asked.emit(citizen)  # stands still until the form is left
    if page.grid.chosen_key() == chosen:
        window.show_page("citizens")


def week_page(window: MainWindow) -> WeekPage:
    """Show the week, and return its page."""
    window.show_page("week")
    page = window.page("week")
    assert isinstance(page, WeekPage)  # noqa: S101 - so it was assembled
    return page
