"""Makes the pages beside the week, each when it is first gone to."""

import pkgutil
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bostoette.ui.main_window import MainWindow
from bostoette.ui.module_steps import module_steps
from bostoette.ui.naming import Naming
from bostoette.ui.places_shown import (
    plan_visit_to,
    plan_with,
    show_citizen,
    show_contact,
    show_workers_week,
)

if TYPE_CHECKING:
    from bostoette.services.program_file import OpenFile
    from bostoette.ui.citizens.citizens_page import CitizensPage
    from bostoette.ui.conditions.conditions_page import ConditionsPage
    from bostoette.ui.figures.figures_page import FiguresPage
    from bostoette.ui.notes.note_work import NoteWork
    from bostoette.ui.notes.notes_page import NotesPage
    from bostoette.ui.review.review_page import ReviewPage
    from bostoette.ui.settings.settings_page import SettingsPage

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_BEHIND = ("goals", "citizens", "notes", "figures", "review", "conditions")
_ROOMS = tuple(f"bostoette.ui.{room}" for room in _BEHIND)


def add_pages(window: MainWindow, opened: "OpenFile") -> None:
    """Tell the window how to make what its rail goes to."""
    window.add_page("citizens", lambda: citizens_page(opened, window))
    window.add_page("notes", lambda: notes_page(opened, window))
    window.add_page("review", lambda: review_page(opened, window))
    window.add_page("figures", lambda: figures_page(opened, window))
    window.add_page("conditions", lambda: conditions_page(opened, window))
    window.add_page("settings", lambda: settings_page(opened, window))


def load_pages() -> Iterator[None]:
    """Load the pages not shown yet, module by module, so that going there takes no time."""
    for room in _ROOMS:
        package = import_module(room)
        for module in pkgutil.iter_modules(package.__path__):
            yield from module_steps(f"{room}.{module.name}")


def citizens_page(opened: "OpenFile", window: MainWindow) -> "CitizensPage":
    """Return the citizens: the list, and whoever is chosen."""
    from bostoette.ui.citizens.citizens_page import CitizensPage
    from bostoette.ui.exchange.paper_work import put_on_paper
    from bostoette.ui.together.ask_inquiry import ask_inquiry

    page = CitizensPage(opened.desk, window.theme, lambda: window.now().date(), window.now)
    page.contact_opened.connect(partial(show_contact, window))
    page.plan_asked.connect(partial(plan_with, window))
    page.visit_asked.connect(partial(plan_visit_to, window))
    page.notes.note_asked.connect(lambda *keys: note_work(window).of_citizen(*keys))
    page.notes.news_asked.connect(lambda key: note_work(window).show_news(key))
    page.notes.was_read.connect(lambda key: note_work(window).note_reading(key))
    page.paper_asked.connect(partial(put_on_paper, opened, window))
    page.due.said.connect(lambda sentence: window.message.say(sentence, undoable=False))
    page.inquiry_asked.connect(partial(ask_inquiry, window))
    return page


def notes_page(opened: "OpenFile", window: MainWindow) -> "NotesPage":
    """Return the notes: what waits of them, and the search."""
    from bostoette.ui.notes.found_places import show_found
    from bostoette.ui.notes.notes_page import NotesPage
    from bostoette.ui.notes.search_work import SearchWork

    page = NotesPage(opened.desk, window.theme, window.now)
    work = note_work(window)
    page.note_asked.connect(work.open_waiting)
    work.drafts_changed.connect(page.drafts_changed)
    show, naming = partial(show_found, window), Naming(window.settings.discreet)
    SearchWork(page, opened.desk, window.theme, window.now, show=show, naming=naming)
    return page


def review_page(opened: "OpenFile", window: MainWindow) -> "ReviewPage":
    """Return the review of the team's week."""
    from bostoette.ui.review.leaders_work import LeadersWork
    from bostoette.ui.review.review_page import ReviewPage
    from bostoette.ui.review.review_work import ReviewWork

    page = ReviewPage(opened.desk, window.theme, window.now)
    ReviewWork(
        page,
        opened.desk,
        window.theme,
        window.now,
        lambda sentence: window.message.say(sentence, undoable=False),
    )
    page.contact_asked.connect(partial(show_contact, window))
    page.week_asked.connect(partial(show_workers_week, window))
    LeadersWork(page, opened, window)
    return page


def figures_page(opened: "OpenFile", window: MainWindow) -> "FiguresPage":
    """Return the figures, each of which can be opened."""
    from bostoette.ui.figures.figures_page import FiguresPage
    from bostoette.ui.figures.figures_work import FiguresWork

    page = FiguresPage(opened.desk, window.theme, window.now)
    work = FiguresWork(
        page,
        opened.desk,
        window.theme,
        window.now,
        naming=lambda: Naming(window.settings.discreet),
        say=lambda sentence: window.message.say(sentence, undoable=False),
        example=opened.places.is_example,
    )
    work.contact_asked.connect(partial(show_contact, window))
    work.citizen_asked.connect(partial(show_citizen, window))
    work.week_asked.connect(partial(show_workers_week, window))
    return page


def note_work(window: MainWindow) -> "NoteWork":
    """Return what opens notes; there is one for the window."""
    from bostoette.ui.notes.note_work import NoteWork

    return window.findChild(NoteWork) or NoteWork(window)


def conditions_page(opened: "OpenFile", window: MainWindow) -> "ConditionsPage":
    """Return the team's conditions: forms, rules, trial, versions."""
    from bostoette.ui.conditions.conditions_page import ConditionsPage

    return ConditionsPage(opened.desk, window.theme, lambda: window.now().date())


def settings_page(opened: "OpenFile", window: MainWindow) -> "SettingsPage":
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
