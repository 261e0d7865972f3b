"""The steps that make the painted week one to work in, in the order they are missed.

Each `yield` lets the window answer (`Piecemeal`). The modules used here are not needed to show the
week; `assembly` loads them one at a time before the first step.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.pages import note_work
from bostoette.ui.places_shown import show_citizen, show_life, show_profile
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_page import WeekPage

if TYPE_CHECKING:
    from bostoette.services.desk import Desk
    from bostoette.services.program_file import OpenFile
    from bostoette.ui.week.contact_panel_work import ContactPanelWork


@dataclass(frozen=True, slots=True)
class _Week:
    """The painted week, its window and its open file."""

    page: WeekPage
    opened: "OpenFile"
    window: MainWindow

    @property
    def desk(self) -> "Desk":
        return self.opened.desk

    @property
    def theme(self) -> Theme:
        return self.window.theme

    @property
    def now(self) -> Callable[[], datetime]:
        return self.window.now

    def naming(self) -> Naming:
        return Naming(self.window.settings.discreet)

    def say(self, sentence: str) -> None:
        self.window.message.say(sentence, undoable=False)


def work_in(page: WeekPage, opened: "OpenFile", window: MainWindow) -> Iterator[None]:
    """Give the painted week its keys, its dialogs, and what lies left and right of it."""
    from bostoette.ui.notes.missing_count import MissingCount

    week = _Week(page, opened, window)
    yield from _keys_in(week)
    yield from page.look_over_in_steps()
    yield
    window.finish_start()
    yield
    yield from _dialogs_in(week)
    yield from _left_in(week)
    yield from _right_in(week)
    MissingCount(window, opened.desk)


def _keys_in(week: _Week) -> Iterator[None]:
    """Give the week what is done to its contacts, one or several, and to the life around them."""
    from bostoette.ui.week.absence_work import AbsenceWork
    from bostoette.ui.week.copy_work import CopyWork
    from bostoette.ui.week.day_type_work import DayTypeWork
    from bostoette.ui.week.life_actions import LifeActions
    from bostoette.ui.week.own_time_work import OwnTimeWork
    from bostoette.ui.week.template_work import TemplateWork
    from bostoette.ui.week.unplanned_work import UnplannedWork
    from bostoette.ui.week.view_actions import ViewActions
    from bostoette.ui.week.week_actions import WeekActions
    from bostoette.ui.week.week_work import WeekWork

    page, desk, theme, now, naming = week.page, week.desk, week.theme, week.now, week.naming
    WeekActions(page, desk, week.say)
    WeekWork(page, desk, theme, now, naming)
    yield
    DayTypeWork(page, desk)
    OwnTimeWork(page, desk, now)
    ViewActions(page, desk.actor_id)
    UnplannedWork(week.window, page, desk, naming)
    yield
    CopyWork(page, desk, now, naming)
    TemplateWork(page, desk, theme, now, naming)
    AbsenceWork(page, desk, theme, now, naming)
    LifeActions(page, desk, theme, now, naming=naming, say=week.say)
    page.strip.example_asked.connect(week.window.example_asked)
    page.undo_asked.connect(week.window.undoing.undo)
    yield


def _dialogs_in(week: _Week) -> Iterator[None]:
    """Give the week what opens over it: one line, everything by name, the month, in and out."""
    from bostoette.ui.exchange.exchange_work import ExchangeWork
    from bostoette.ui.exchange.paper_work import offer_papers
    from bostoette.ui.palette.palette_work import PaletteWork
    from bostoette.ui.week.month_work import MonthWork
    from bostoette.ui.week.quick_add_work import QuickAddWork
    from bostoette.ui.week.review_work import ReviewWork
    from bostoette.ui.week.strip_work import StripWork

    page, desk, theme, now, naming = week.page, week.desk, week.theme, week.now, week.naming
    example = week.opened.places.is_example
    QuickAddWork(page, desk, theme, now, naming)
    yield
    PaletteWork(week.window, example=example).offer_in(page)
    yield
    MonthWork(page, desk, theme, now)
    yield
    ExchangeWork(page, desk, theme, now, naming=naming, say=week.say, example=example)
    offer_papers(page, week.opened, week.window)
    yield
    StripWork(page, desk)
    ReviewWork(page, desk, theme, now, naming, week.say)
    yield


def _left_in(week: _Week) -> Iterator[None]:
    """Fill what lies left of the week, and say what comes next."""
    from bostoette.ui.week.reminder import QuietNotice
    from bostoette.ui.week.today_work import TodayWork
    from bostoette.ui.week.tray_work import TrayWork

    page, desk, theme, now, window = week.page, week.desk, week.theme, week.now, week.window
    count = partial(window.rail.show_count, "week")
    tray = TrayWork(page, desk, theme, now, naming=week.naming, say=week.say, show_count=count)
    tray.tasks.citizen_asked.connect(partial(show_citizen, window))
    tray.tasks.life_asked.connect(partial(show_life, window))
    yield
    yield from tray.begin()
    yield
    tray.tasks.show_anew()
    yield
    notice = QuietNotice(theme, window, week.say, page)
    today = TodayWork(page, desk, theme, now, lambda: window.settings, week.say, notice.show)
    yield
    yield from today.begin()
    yield


def _right_in(week: _Week) -> Iterator[None]:
    """Fill the panel of the chosen contact: facts, note, advice, what a talk from afar needs."""
    from bostoette.services import citizen_news, contacts
    from bostoette.ui.week.card_menu import CardMenu
    from bostoette.ui.week.contact_panel_work import ContactPanelWork
    from bostoette.ui.week.note_in_week import NoteInWeek

    page, desk, window = week.page, week.desk, week.window
    contact = ContactPanelWork(page, desk, week.theme, week.now, week.naming)
    yield
    CardMenu(
        page.grid,
        week.theme,
        contact.carry_out,
        lambda key: desk.do(contacts.duplicate, key),
        page.bar.own_time_asked.emit,
        noteless=lambda key: desk.read(citizen_news.has_nothing_to_note, key),
    )
    yield
    NoteInWeek(page, contact, desk, partial(note_work, window), say=week.say, now=week.now)
    yield
    yield from contact.begin()
    yield
    yield from _advice_in(week, contact)


def _advice_in(week: _Week, contact: "ContactPanelWork") -> Iterator[None]:
    """Let the panel say which form fits, and what goes with it."""
    from bostoette.ui.goals.contact_goals import ContactGoalsWork
    from bostoette.ui.together.together_work import attach_together
    from bostoette.ui.week.advice_work import AdviceWork
    from bostoette.ui.week.remote_work import RemoteWork

    page, desk, panel = week.page, week.desk, contact.panel
    advice = AdviceWork(panel, desk, week.theme)
    for asking in (advice, page):
        asking.profile_asked.connect(partial(show_profile, week.window))
    yield
    yield from advice.begin()
    yield
    remote = RemoteWork(page, panel, desk, week.theme, week.now)
    yield
    yield from remote.begin()
    yield
    yield from attach_together(page, panel, desk, week.window)
    ContactGoalsWork(page, panel, desk, week.theme)
    yield
