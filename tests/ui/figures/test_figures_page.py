"""Overblik at the screen: choose whose and when, open every number, go on to its contact."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from bostoette.models.figure import Cell
from bostoette.models.figure_scope import (
    Scope,
    ScopedPerson,
    ScopeKind,
    Scopes,
    Section,
    Step,
)
from bostoette.models.key import Key, new_key
from bostoette.services.desk import Desk
from bostoette.ui.background import under_way
from bostoette.ui.figures.behind_dialog import BehindDialog
from bostoette.ui.figures.figure_table import FigureTable
from bostoette.ui.figures.figures_page import FiguresPage
from bostoette.ui.figures.figures_work import FiguresWork
from bostoette.ui.figures.period_choice import Span
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from tests.twenty_contacts import add_twenty
from tests.ui.hands import ALT, press, show_active

NOW = datetime(2026, 11, 29, 12, 0)


@pytest.fixture
def page(desk: Desk, theme: Theme, qtbot: QtBot, worker_id: Key, citizen_id: Key) -> FiguresPage:
    add_twenty(desk, worker_id, citizen_id)
    page = FiguresPage(desk, theme, lambda: NOW)
    qtbot.addWidget(page)
    desk.listen(page.on_changes)
    page.resize(1180, 760)
    show_active(page)
    return page


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def work(page: FiguresPage, desk: Desk, theme: Theme, said: list[str]) -> FiguresWork:
    return FiguresWork(page, desk, theme, lambda: NOW, naming=Naming, say=said.append)


def table_of(page: FiguresPage, place: int = 0) -> FigureTable:
    found = page.cards[place].table
    assert found is not None
    return found


def shown(page: FiguresPage) -> str:
    """Return the first number of the first figure."""
    table = table_of(page)
    return str(table.numbers.index(0, 1).data())


def test_the_teams_mix_is_shown_first(page: FiguresPage) -> None:
    assert page.bar.scope == Scope()
    assert page.section is Section.MIX
    assert shown(page) == "12"


def test_another_period_counts_other_contacts(page: FiguresPage) -> None:
    page.bar.period.take(Span.WEEK)
    assert shown(page) == "6"
    page.bar.by(Step.MONTH)
    assert page.figures[0].lines[1].label == "nov."


def test_alt_and_arrows_go_to_the_period_before_and_on(page: FiguresPage) -> None:
    choice = page.bar.period
    choice.take(Span.MONTH)
    page.tabs.setFocus()
    press(Qt.Key.Key_Left, ALT)
    assert choice.spans.box.currentText() == "Sidste måned"
    press(Qt.Key.Key_Left, ALT)
    assert choice.spans.box.currentText() == "Egne datoer"
    assert choice.first.day() == date(2026, 9, 1)
    assert page.cards[0].table is None
    choice.on.click()
    choice.on.click()
    assert choice.spans.box.currentText() == "Denne måned"
    assert not choice.first.isVisible()
    assert shown(page) == "12"


def test_a_calendar_year_is_one_choice(page: FiguresPage) -> None:
    page.bar.period.take(Span.YEAR_BEFORE)
    assert page.bar.days.text() == "1. jan. 2025 – 31. dec. 2025"
    page.bar.period.on.click()
    assert page.bar.period.spans.value is Span.CALENDAR_YEAR
    assert page.bar.days.text() == "1. jan. 2026 – i dag"


def test_days_to_come_are_not_said_to_end_today(page: FiguresPage) -> None:
    page.bar.period.take(Span.MONTH)
    page.step(1)
    assert page.bar.days.text() == "1. dec. 2026 – 31. dec. 2026"


def test_among_the_drives_alt_and_arrows_go_from_month_to_month(page: FiguresPage) -> None:
    page.show_section(Section.DRIVES)
    page.tabs.setFocus()
    press(Qt.Key.Key_Left, ALT)
    assert page.drives.month == date(2026, 10, 1)
    assert not page.bar.period.on.isVisible(), "the drives have a month of their own"
    page.show_section(Section.MIX)
    assert page.bar.period.on.isVisible()
    assert page.bar.steps.isVisible()
    assert not page.bar.period.first.isVisible()


def test_a_very_large_team_is_counted_beside_the_window_and_what_is_wanted_last_is_shown(
    page: FiguresPage, desk: Desk, qtbot: QtBot
) -> None:
    many = tuple(ScopedPerson(new_key(), f"A.{number}", "A") for number in range(300))
    page.bar.offer(Scopes(team=True, workers=many, citizens=()), desk.actor_id, Naming())
    page.bar.period.take(Span.MONTH)
    assert page.counting.isVisible()
    assert "300 medarbejdere" in page.counting.text()
    page.bar.period.take(Span.MONTH_BEFORE)
    page.bar.period.take(Span.QUARTER)
    qtbot.waitUntil(lambda: not page.counting.isVisible())
    assert page.figures[0].lines[-1].label == "uge 48"
    assert shown(page) == "12"


def test_a_count_under_way_is_stopped_and_begun_again(
    page: FiguresPage, desk: Desk, qtbot: QtBot
) -> None:
    many = tuple(ScopedPerson(new_key(), f"A.{number}", "A") for number in range(300))
    page.bar.offer(Scopes(team=True, workers=many, citizens=()), desk.actor_id, Naming())
    page.bar.period.take(Span.MONTH)
    assert page.counting.button.text() == "Stop"
    page.counting.button.click()
    assert "stoppet" in page.counting.text()
    qtbot.waitUntil(lambda: not under_way())
    assert page.figures == ()
    assert "stoppet" in page.counting.text()
    page.counting.button.click()
    qtbot.waitUntil(lambda: not page.counting.isVisible())
    assert shown(page) == "12"


def test_stopping_and_choosing_anew_counts_what_was_chosen_last(
    page: FiguresPage, desk: Desk, qtbot: QtBot
) -> None:
    many = tuple(ScopedPerson(new_key(), f"A.{number}", "A") for number in range(300))
    page.bar.offer(Scopes(team=True, workers=many, citizens=()), desk.actor_id, Naming())
    page.bar.period.take(Span.MONTH_BEFORE)
    page.counting.button.click()
    page.bar.period.take(Span.QUARTER)
    qtbot.waitUntil(lambda: not page.counting.isVisible())
    assert shown(page) == "12"


def test_dates_of_ones_own_are_typed(page: FiguresPage) -> None:
    choice = page.bar.period
    choice.take(Span.OWN)
    assert choice.first.isVisible()
    choice.first.setText("16/11")
    choice.last.setText("22/11")
    choice.last.editingFinished.emit()
    assert shown(page) == "6"


def test_dates_the_wrong_way_are_told_and_change_nothing(page: FiguresPage) -> None:
    choice = page.bar.period
    choice.take(Span.OWN)
    choice.first.setText("22/11")
    choice.last.setText("16/11")
    choice.last.editingFinished.emit()
    assert page.told.isVisible()
    assert "før den første" in page.told.text()
    assert shown(page) == "12"


def test_rubbish_in_a_date_is_told(page: FiguresPage) -> None:
    choice = page.bar.period
    choice.take(Span.OWN)
    choice.first.setText("vrøvl")
    choice.first.editingFinished.emit()
    assert page.told.isVisible()


def test_worker_and_citizen_are_chosen_at_the_top(
    page: FiguresPage, worker_id: Key, citizen_id: Key
) -> None:
    page.bar.kinds.chosen.emit(ScopeKind.WORKER)
    assert page.ask.scope.kind is ScopeKind.WORKER
    page.bar.choose(Scope(ScopeKind.CITIZEN, citizen_id))
    assert page.bar.people.box.isVisible()
    assert shown(page) == "12"


def test_enter_on_a_number_asks_for_its_rows(page: FiguresPage) -> None:
    asked: list[Cell] = []
    page.cell_opened.connect(asked.append)
    table_of(page).setFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert [len(cell.rows) for cell in asked] == [12, 5]


def test_the_dialog_has_as_many_rows_as_the_number_says(
    page: FiguresPage, work: FiguresWork, qtbot: QtBot
) -> None:
    cell = page.figures[0].lines[0].cells[1]
    dialog = work.dialog(cell)
    qtbot.addWidget(dialog)
    dialog.show()
    assert cell.text == "5 · 42 %"
    assert dialog.table.rows.rowCount() == 5
    assert dialog.total.text() == "5 kontakter"
    (chosen,) = dialog.table.selectionModel().selectedRows()
    assert chosen.row() == 0, "it is seen what Enter opens"


def test_very_many_rows_are_fetched_beside_the_window(
    page: FiguresPage, desk: Desk, theme: Theme, said: list[str], qtbot: QtBot
) -> None:
    work = FiguresWork(page, desk, theme, lambda: NOW, naming=Naming, say=said.append, at_once=11)
    seen: list[int] = []

    def look() -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, BehindDialog):
            seen.append(shown.table.rows.rowCount())
            shown.reject()

    looking = QTimer(work, interval=20)
    looking.timeout.connect(look)
    looking.start()
    page.cell_opened.emit(page.figures[0].lines[0].cells[0])
    assert said == ["Henter 12 rækker …"]
    qtbot.waitUntil(lambda: seen == [12])


def test_a_row_goes_to_its_contact(page: FiguresPage, work: FiguresWork, qtbot: QtBot) -> None:
    dialog = work.dialog(page.figures[0].lines[0].cells[0])
    qtbot.addWidget(dialog)
    dialog.show()
    wanted = dialog.row
    assert wanted is not None
    with qtbot.waitSignal(work.contact_asked, check_params_cb=lambda key: key == wanted.contact_id):
        dialog.week.click()


def test_a_number_is_heard_with_line_head_and_what_opens(page: FiguresPage) -> None:
    table = table_of(page)
    heard = table.numbers.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "I alt, Besøg: 5 · 42 %. Enter viser 5 kontakter"
    chart = page.cards[0].chart
    assert chart is not None
    said = QAccessible.queryAccessibleInterface(chart).text(QAccessible.Text.Description)
    assert said == "12 kontakter afholdt: besøg 42 %, telefon 33 %, video 17 % og gåtur 8 %."


def test_every_picture_is_told_in_words_and_has_its_numbers_below(page: FiguresPage) -> None:
    pictures = 0
    for section in Section:
        page.show_section(section)
        for card in page.cards:
            if card.chart is None:
                continue
            pictures += 1
            heard = QAccessible.queryAccessibleInterface(card.chart)
            assert heard.text(QAccessible.Text.Name), (section, card)
            assert any(sign.isdigit() for sign in heard.text(QAccessible.Text.Description)), section
            assert card.table is not None
            assert card.table.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert pictures > 3


def test_the_numbers_are_a_proper_table(page: FiguresPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table_of(page).numbers, force_py=True)


def test_a_change_is_counted_at_once(
    page: FiguresPage, desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    add_twenty(desk, worker_id, citizen_id)
    assert shown(page) == "24"


def test_discretion_names_nobody(page: FiguresPage) -> None:
    page.set_naming(Naming(discreet=True))
    labels = [str(table_of(page, 1).numbers.index(row, 0).data()) for row in range(1)]
    assert labels == ["M.J."]


def test_a_period_without_contacts_says_what_belongs_there(page: FiguresPage) -> None:
    page.bar.period.take(Span.MONTH_BEFORE)
    assert page.cards[0].table is None


@pytest.fixture
def every_section(page: FiguresPage) -> Callable[[], list[int]]:
    def counts() -> list[int]:
        found = []
        for section in Section:
            page.show_section(section)
            found.append(len(page.cards) + page.drives.isVisible())
        return found

    return counts


def test_every_section_shows_figures(every_section: Callable[[], list[int]]) -> None:
    assert all(every_section())
