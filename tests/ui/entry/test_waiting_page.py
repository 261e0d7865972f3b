"""Waiting for somebody else to close: it asks again by itself, and not for ever."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from bostoette.models.plan_error import PlanError
from bostoette.store.file_lock import AlreadyOpen, Holder
from bostoette.ui.entry import waiting_page
from bostoette.ui.entry.waiting_page import WaitingPage
from bostoette.ui.theme import Theme

HELD = AlreadyOpen(Holder(7, "M.J.", datetime(2026, 11, 30, 8, 12, tzinfo=UTC)))


def page_of(qtbot: QtBot, theme: Theme, minutes: int = 10) -> WaitingPage:
    page = WaitingPage(theme, HELD, minutes=minutes)
    qtbot.addWidget(page)
    page.show()
    return page


def test_it_says_who_since_when_and_how_long_it_waits(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(qtbot, theme, minutes=5)
    assert page.who.text().endswith("M.J. har haft dem åbne siden man. 30. nov. kl. 9.12.")
    assert "højst 5 minutter" in page.promise.text()


def test_where_the_program_never_locks_it_does_not_wait_for_ever_either(
    qtbot: QtBot, theme: Theme
) -> None:
    assert "højst 10 minutter" in page_of(qtbot, theme, minutes=0).promise.text()


def test_it_asks_again_by_itself_but_one_at_a_time(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting_page, "AGAIN_MS", 1)
    page = page_of(qtbot, theme)
    with qtbot.waitSignal(page.try_asked):
        pass
    with qtbot.assertNotEmitted(page.try_asked, wait=50):
        page.try_button.click()
    with qtbot.waitSignal(page.try_asked):
        page.tell_holder(HELD)


def test_after_its_time_it_goes_back_to_the_door(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting_page, "MINUTE_MS", 1)
    page = page_of(qtbot, theme)
    with qtbot.waitSignal(page.left):
        pass


def test_once_something_else_stands_in_the_way_it_asks_no_more(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting_page, "AGAIN_MS", 1)
    page = page_of(qtbot, theme)
    page.say_refused(PlanError("Din adgang er stoppet."))
    with qtbot.assertNotEmitted(page.try_asked, wait=50):
        assert page.notice.words == "Din adgang er stoppet."
