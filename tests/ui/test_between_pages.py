"""From a citizen to her week and back: the pages of one window lead to each other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bostoette.clocks import utc_now
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.services import citizens, contacts, unlocking
from bostoette.services.program_file import OpenFile
from bostoette.ui import undo_actions
from bostoette.ui.assembly import assemble
from bostoette.ui.citizens.citizen_card import PROFILE
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.main_window import MainWindow
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.week.contact_dialog import ContactDialog
from bostoette.ui.week.week_page import WeekPage
from tests.begun import PASSPHRASE, Begun
from tests.clock import MONDAY, At
from tests.services.remote_hands import answer
from tests.ui.hands import show_active

NOW = datetime(2026, 11, 23, 9, 0)


@pytest.fixture
def opened(begun: Begun) -> OpenFile:
    return unlocking.open_unlocked(
        begun.places, unlocking.unlock(begun.places, PASSPHRASE), utc_now
    )


@pytest.fixture
def citizen(opened: OpenFile) -> Key:
    return opened.desk.do(citizens.create, CitizenFields("Asta Mortensen", "A.M."))


@pytest.fixture
def window(opened: OpenFile, theme: Theme, qtbot: QtBot) -> MainWindow:
    made = assemble(opened, theme, MachineSettings(appearance="light"), lambda: NOW)
    qtbot.addWidget(made, before_close_func=lambda _window: opened.close())
    show_active(made)
    qtbot.waitUntil(lambda: made.is_workable, timeout=20_000)
    return made


def citizens_page(window: MainWindow) -> CitizensPage:
    window.show_page("citizens")
    page = window.page("citizens")
    assert isinstance(page, CitizensPage)
    return page


def asked_with(
    ask: Callable[[], None], leave: Callable[[ContactDialog], object] = ContactDialog.reject
) -> tuple[Key, ...]:
    """Ask for a new contact, see with whom it would be, and leave the form."""
    seen: list[tuple[Key, ...]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ContactDialog):
            QTimer.singleShot(10, look)  # it is still being made
            return
        seen.append(tuple(dialog.citizens.keys()))
        leave(dialog)

    QTimer.singleShot(0, look)
    ask()
    (found,) = seen
    return found


def test_a_contact_opened_on_the_citizens_page_is_shown_in_its_own_week(
    window: MainWindow, opened: OpenFile, citizen: Key, at: At
) -> None:
    span = at(3, "9.00", 30)
    later = type(span)(span.day + timedelta(weeks=5), span.start, span.minutes)
    fields = ContactFields(
        span=later,
        form=ContactForm.PHYSICAL,
        purpose_id="support_conversation",
        workers=(opened.desk.actor_id,),
        citizens=(citizen,),
    )
    key = opened.desk.do(contacts.create, fields)
    citizens_page(window).contact_opened.emit(key)
    week = window.page("week")
    assert isinstance(week, WeekPage)
    assert window.stack.currentWidget() is week
    assert week.week == IsoWeek.of(MONDAY + timedelta(weeks=5))
    assert week.grid.chosen_key() == key


def test_a_contact_planned_from_the_citizens_page_is_with_her(
    window: MainWindow, opened: OpenFile, citizen: Key
) -> None:
    page = citizens_page(window)
    assert asked_with(lambda: page.plan_asked.emit(citizen)) == (citizen,)
    assert window.stack.currentWidget() is page, "nothing was planned: back to where it was asked"


def test_a_visit_asked_for_opens_as_a_visit_whatever_she_prefers(
    window: MainWindow, opened: OpenFile, citizen: Key
) -> None:
    answer(opened.desk, citizen, wish_walk_talk=FormWish.PREFERS)
    page, forms = citizens_page(window), list[ContactForm]()

    def leave(dialog: ContactDialog) -> None:
        forms.append(dialog.form.form)
        dialog.reject()

    for asked in (page.plan_asked, page.visit_asked):
        asked_with(partial(asked.emit, citizen), leave=leave)
    assert forms == [ContactForm.WALK_TALK, ContactForm.PHYSICAL]


def test_a_contact_planned_from_the_citizens_page_is_looked_at_in_its_week(
    window: MainWindow, citizen: Key
) -> None:
    page, week = citizens_page(window), window.page("week")
    asked_with(lambda: page.plan_asked.emit(citizen), leave=ContactDialog.accept)
    assert window.stack.currentWidget() is week
    assert isinstance(week, WeekPage)
    assert week.grid.chosen_key() is not None


def test_the_form_of_a_contact_leads_to_the_profile_that_nobody_has_filled_in(
    window: MainWindow, citizen: Key
) -> None:
    week = window.page("week")
    assert isinstance(week, WeekPage)
    asked_with(
        lambda: week.citizen_plan_asked.emit(citizen),
        leave=lambda dialog: dialog.advice.view.profile.click(),
    )
    page = window.page("citizens")
    assert isinstance(page, CitizensPage)
    assert window.stack.currentWidget() is page
    assert page.card.head.tabs.currentIndex() == PROFILE


def test_at_twice_the_text_a_citizens_head_is_not_pressed_together(
    opened: OpenFile, citizen: Key, theme: Theme, qtbot: QtBot
) -> None:
    theme.use(Appearance.LIGHT, 200)
    settings = MachineSettings(appearance="light", text_percent=200)
    window = assemble(opened, theme, settings, lambda: NOW)
    qtbot.addWidget(window, before_close_func=lambda _window: opened.close())
    window.resize(1280, 800)
    show_active(window)
    page = citizens_page(window)
    page.choose(citizen)
    head = page.card.head
    layout = head.layout()
    assert layout is not None
    qtbot.waitUntil(lambda: head.height() >= layout.totalHeightForWidth(head.width()))
    timeline = page.card.timeline

    def apart() -> bool:
        below = head.mapTo(page, head.rect().bottomLeft()).y()
        return timeline.mapTo(page, timeline.rect().topLeft()).y() > below

    qtbot.waitUntil(apart)


def test_a_file_with_nothing_in_it_offers_two_ways_to_begin(
    window: MainWindow, opened: OpenFile, qtbot: QtBot
) -> None:
    week = window.page("week")
    assert isinstance(week, WeekPage)
    strip = week.strip
    assert (strip.begin.isVisible(), strip.example.isVisible()) == (True, True)
    assert asked_with(strip.begin.click) == ()
    with qtbot.waitSignal(window.example_asked):
        strip.example.click()
    opened.desk.do(citizens.create, CitizenFields("Asta Mortensen", "A.M."))
    week.step(1)
    assert (strip.begin.isVisible(), strip.example.isVisible()) == (False, False)


def test_a_step_of_very_many_rows_is_undone_beside_the_window_and_told(
    window: MainWindow,
    opened: OpenFile,
    citizen: Key,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(undo_actions, "ROWS_AT_ONCE", 1)
    assert [one.id for one in opened.desk.read(citizens.named)] == [citizen]
    window.undoing.undo()
    window.undoing.undo()  # pressed once more while it is under way
    qtbot.waitUntil(lambda: not opened.desk.read(citizens.named))
    qtbot.waitUntil(lambda: "Fortrudt" in window.message.accessibleName())
    window.undoing.redo()
    qtbot.waitUntil(lambda: len(opened.desk.read(citizens.named)) == 1)


def test_going_to_a_page_of_a_file_that_was_not_opened_goes_nowhere(
    theme: Theme, qtbot: QtBot
) -> None:
    now = datetime(2026, 11, 26, 12, 25)
    unopened = MainWindow(None, theme, MachineSettings(), lambda: now, example=True)
    qtbot.addWidget(unopened)
    unopened.show_page("citizens")
    assert unopened.stack.count() == 0


def test_what_is_taken_back_from_the_list_of_what_to_look_at_is_offered_no_more(
    window: MainWindow, opened: OpenFile, citizen: Key
) -> None:
    page = window.page("week")
    assert isinstance(page, WeekPage)
    for name in ("Asta M. Mortensen", "Asta N. Mortensen"):
        opened.desk.do(citizens.create, CitizenFields(name))
    page.undo_asked.emit()
    assert "Fortrudt" in window.message.accessibleName()
    left = [button.text() for button in window.message.findChildren(QPushButton)]
    assert left == ["Fortryd"]
    assert not any(one.isVisible() for one in window.message.findChildren(QPushButton))


def test_a_list_of_names_that_hangs_open_goes_when_its_form_is_covered(
    window: MainWindow, citizen: Key
) -> None:
    hanging: list[bool] = []

    def cover(dialog: ContactDialog) -> None:
        field = next(one for one in dialog.findChildren(QLineEdit) if one.completer() is not None)
        field.completer().setCompletionPrefix("As")
        field.completer().complete()
        hanging.append(QApplication.activePopupWidget() is not None)
        window.keep(replace(window.settings, discreet=True))
        hanging.append(QApplication.activePopupWidget() is not None)
        dialog.reject()

    page = window.page("week")
    assert isinstance(page, WeekPage)
    asked_with(lambda: page.new_asked.emit(None, ""), cover)
    assert hanging == [True, False]
