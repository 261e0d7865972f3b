"""Makes the main window of an open file: its pages, and what happens around them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bostoette.models.machine_settings import MachineSettings
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.piecemeal import Piecemeal
from bostoette.ui.places_shown import (
    plan_with,
    show_citizen,
    show_contact,
    show_profile,
    show_workers_week,
)
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_page import WeekPage

if TYPE_CHECKING:
    from bostoette.services.desk import Desk
    from bostoette.services.first_look import FirstLook
    from bostoette.services.program_file import OpenFile
    from bostoette.ui.citizens.citizens_page import CitizensPage
    from bostoette.ui.conditions.conditions_page import ConditionsPage
    from bostoette.ui.figures.figures_page import FiguresPage
    from bostoette.ui.notes.note_work import NoteWork
    from bostoette.ui.notes.notes_page import NotesPage
    from bostoette.ui.review.review_page import ReviewPage
    from bostoette.ui.settings.settings_page import SettingsPage

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def assemble(
    opened: "OpenFile", theme: Theme, settings: MachineSettings, now: Callable[[], datetime]
) -> MainWindow:
    """Return the window, with the week shown."""
    window = MainWindow(opened.desk, theme, settings, now, example=opened.places.is_example)
    page = _show_week(window, opened.desk)
    _add_other_pages(window, opened)
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
    _add_other_pages(window, opened)
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
    yield from work_in(page, opened, window)
    yield
    window.is_workable = True


def load_work() -> None:
    """Load what `make_workable` needs, and what opens the file; meant for beside the window."""
    import bostoette.services.backups
    import bostoette.services.program_file
    import bostoette.services.rehearsal
    import bostoette.services.workers
    import bostoette.ui.exchange.exchange_work
    import bostoette.ui.goals.contact_goals
    import bostoette.ui.notes.missing_count
    import bostoette.ui.palette.palette_work
    import bostoette.ui.together.together_work
    import bostoette.ui.week.absence_work
    import bostoette.ui.week.advice_work
    import bostoette.ui.week.card_menu
    import bostoette.ui.week.contact_panel_work
    import bostoette.ui.week.copy_work
    import bostoette.ui.week.day_type_work
    import bostoette.ui.week.life_actions
    import bostoette.ui.week.month_work
    import bostoette.ui.week.note_in_week
    import bostoette.ui.week.own_time_work
    import bostoette.ui.week.quick_add_work
    import bostoette.ui.week.reminder
    import bostoette.ui.week.remote_work
    import bostoette.ui.week.review_work
    import bostoette.ui.week.strip_work
    import bostoette.ui.week.template_work
    import bostoette.ui.week.today_work
    import bostoette.ui.week.tray_work
    import bostoette.ui.week.unplanned_work
    import bostoette.ui.week.view_actions
    import bostoette.ui.week.week_actions
    import bostoette.ui.week.week_work  # noqa: F401 - loaded for the next who asks


def load_pages() -> None:
    """Load the pages that are not shown yet, so that going there takes no time."""
    import bostoette.ui.citizens.citizens_page
    import bostoette.ui.conditions.conditions_page
    import bostoette.ui.notes.note_work
    import bostoette.ui.notes.notes_page  # noqa: F401 - loaded for the next who asks


def _show_week(window: MainWindow, source: "Desk | FirstLook") -> WeekPage:
    page = WeekPage(source, window.theme, window.now)
    page.grid.zoom_changed.connect(lambda zoom: window.keep(replace(window.settings, zoom=zoom)))
    page.bar.weekend_asked.connect(lambda on: window.keep(replace(window.settings, weekend=on)))
    window.add_page("week", lambda: page)
    window.show_page("week")
    return page


def _add_other_pages(window: MainWindow, opened: "OpenFile") -> None:
    window.add_page("citizens", lambda: citizens_page(opened, window))
    window.add_page("notes", lambda: notes_page(opened, window))
    window.add_page("review", lambda: review_page(opened, window))
    window.add_page("figures", lambda: figures_page(opened, window))
    window.add_page("conditions", lambda: conditions_page(opened, window))
    window.add_page("settings", lambda: settings_page(opened, window))


def work_in(page: WeekPage, opened: "OpenFile", window: MainWindow) -> Iterator[None]:
    """Give the painted week its keys and dialogs, one after the other (`Piecemeal`).

    Their modules are not needed to show it; `load_work` loads them beside the window.
    """
    from bostoette.ui.exchange.exchange_work import ExchangeWork
    from bostoette.ui.exchange.paper_work import offer_papers
    from bostoette.ui.notes.missing_count import MissingCount
    from bostoette.ui.palette.palette_work import PaletteWork
    from bostoette.ui.week.day_type_work import DayTypeWork
    from bostoette.ui.week.life_actions import LifeActions
    from bostoette.ui.week.month_work import MonthWork
    from bostoette.ui.week.own_time_work import OwnTimeWork
    from bostoette.ui.week.quick_add_work import QuickAddWork
    from bostoette.ui.week.review_work import ReviewWork
    from bostoette.ui.week.strip_work import StripWork
    from bostoette.ui.week.unplanned_work import UnplannedWork
    from bostoette.ui.week.view_actions import ViewActions
    from bostoette.ui.week.week_actions import WeekActions
    from bostoette.ui.week.week_work import WeekWork

    def naming() -> Naming:
        return Naming(window.settings.discreet)

    def say(sentence: str) -> None:
        window.message.say(sentence, undoable=False)

    WeekActions(page, opened.desk, say)
    WeekWork(page, opened.desk, window.theme, window.now, naming)
    yield
    DayTypeWork(page, opened.desk)
    OwnTimeWork(page, opened.desk, window.now)
    ViewActions(page, opened.desk.actor_id)
    UnplannedWork(window, page, opened.desk, naming)
    yield
    _whole_weeks_in(page, opened.desk, window, naming)
    LifeActions(page, opened.desk, window.theme, window.now, naming=naming, say=say)
    page.strip.example_asked.connect(window.example_asked)
    yield
    page.look_over()
    yield
    window.finish_start()
    yield
    QuickAddWork(page, opened.desk, window.theme, window.now, naming)
    yield
    PaletteWork(window, example=opened.places.is_example).offer_in(page)
    yield
    MonthWork(page, opened.desk, window.theme, window.now)
    yield
    ExchangeWork(
        page,
        opened.desk,
        window.theme,
        window.now,
        naming=naming,
        say=say,
        example=opened.places.is_example,
    )
    offer_papers(page, opened, window)
    yield
    StripWork(page, opened.desk)
    ReviewWork(page, opened.desk, window.theme, window.now, naming, say)
    yield
    yield from _panes_in(page, opened.desk, window, naming, say)
    yield
    MissingCount(window, opened.desk)


def _whole_weeks_in(
    page: WeekPage, desk: "Desk", window: MainWindow, naming: Callable[[], Naming]
) -> None:
    """Give the week what is done with several contacts at once: copies, templates, absences."""
    from bostoette.ui.week.absence_work import AbsenceWork
    from bostoette.ui.week.copy_work import CopyWork
    from bostoette.ui.week.template_work import TemplateWork

    CopyWork(page, desk, window.now, naming)
    TemplateWork(page, desk, window.theme, window.now, naming)
    AbsenceWork(page, desk, window.theme, window.now, naming)


def _panes_in(
    page: WeekPage,
    desk: "Desk",
    window: MainWindow,
    naming: Callable[[], Naming],
    say: Callable[[str], None],
) -> Iterator[None]:
    """Fill what lies left and right of the week: tray, today, contact with its advice."""
    from bostoette.services import citizen_news, contacts
    from bostoette.ui.goals.contact_goals import ContactGoalsWork
    from bostoette.ui.together.together_work import attach_together
    from bostoette.ui.week.advice_work import AdviceWork
    from bostoette.ui.week.card_menu import CardMenu
    from bostoette.ui.week.contact_panel_work import ContactPanelWork
    from bostoette.ui.week.note_in_week import NoteInWeek
    from bostoette.ui.week.reminder import QuietNotice
    from bostoette.ui.week.remote_work import RemoteWork
    from bostoette.ui.week.today_work import TodayWork
    from bostoette.ui.week.tray_work import TrayWork

    theme, now = window.theme, window.now
    count = partial(window.rail.show_count, "week")
    tray = TrayWork(page, desk, theme, now, naming=naming, say=say, show_count=count)
    yield
    tray.show_anew()
    yield
    tray.tasks.show_anew()
    yield
    notice = QuietNotice(theme, window, say, page)
    today = TodayWork(page, desk, theme, now, lambda: window.settings, say, notice.show)
    yield
    today.refresh()
    yield
    contact = ContactPanelWork(page, desk, theme, now, naming)
    CardMenu(
        page.grid,
        theme,
        contact.carry_out,
        lambda key: page.grid.choose(desk.do(contacts.duplicate, key)),
        page.bar.own_time_asked.emit,
        noteless=lambda key: desk.read(citizen_news.has_nothing_to_note, key),
    )
    yield
    NoteInWeek(page, contact, desk, partial(note_work, window), say=say, now=now)
    yield
    contact.refresh()
    yield
    advice = AdviceWork(contact.panel, desk, theme)
    for asking in (advice, page):
        asking.profile_asked.connect(partial(show_profile, window))
    yield
    shown = contact.panel.contact
    found = advice.found(shown)
    yield
    if contact.panel.contact is shown:
        advice.tell(shown, found)
    yield
    remote = RemoteWork(page, contact.panel, desk, theme, now)
    yield
    remote.show(contact.panel.contact)
    yield
    yield from attach_together(page, contact.panel, desk, window)
    ContactGoalsWork(page, contact.panel, desk, theme)


def citizens_page(opened: "OpenFile", window: MainWindow) -> "CitizensPage":
    """Return the citizens: the list, and whoever is chosen."""
    from bostoette.ui.citizens.citizens_page import CitizensPage
    from bostoette.ui.exchange.paper_work import put_on_paper
    from bostoette.ui.together.ask_inquiry import ask_inquiry

    page = CitizensPage(opened.desk, window.theme, lambda: window.now().date(), window.now)
    page.contact_opened.connect(partial(show_contact, window))
    page.plan_asked.connect(partial(plan_with, window))
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
