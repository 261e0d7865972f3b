"""The tray beside the week: planned to emptiness by keyboard alone and by mouse alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import (
    AgreementFields,
    AgreementLineFields,
    CitizenFields,
    ProfileFields,
)
from bostoette.models.citizen_kinds import AgreementRhythm, FormWish
from bostoette.models.citizen_life import TrialFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.task_fields import TaskFields
from bostoette.models.team import Purpose
from bostoette.models.timespan import TimeSpan
from bostoette.planning.day_travel import DayTravel, Saved, TravelLeg
from bostoette.planning.travel import TravelEstimate, TravelSource
from bostoette.services import agreements, citizens, contacts, form_trials, tasks
from bostoette.services.desk import Desk
from bostoette.services.given_reasons import reasons_of_week
from bostoette.services.tray import Tray
from bostoette.store.journal import describe
from bostoette.ui.main_window import MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.reason_dialog import ReasonDialog
from bostoette.ui.week.tray_fitting import first_fitting
from bostoette.ui.week.tray_model import TrayRole
from bostoette.ui.week.tray_pane import HINT, KEYS
from bostoette.ui.week.tray_task_dialog import TaskDialog
from bostoette.ui.week.tray_work import TrayWork
from bostoette.ui.week.week_changes import WeekChanges
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY, At
from tests.met_before import meet
from tests.ui.hands import ALT, LEFT, focused, let_go, move, press, show_active, take

NOW = datetime(2026, 11, 23, 8, 0)
PHONE, VIDEO, VISIT = ContactForm.PHONE, ContactForm.VIDEO, ContactForm.PHYSICAL
WEEK = IsoWeek.of(MONDAY)
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def line(number: int, minutes: int, *forms: ContactForm, every: int = 1) -> AgreementLineFields:
    return AgreementLineFields(number, minutes, AgreementRhythm.N_WEEKS, every, forms)


def _purposes(session: Session) -> None:
    session.add(Purpose(id="support_conversation", title="Støttesamtale", position=0))
    describe(session, "Formål")


@pytest.fixture
def agreed(desk: Desk, worker_id: Key, citizen_id: Key) -> None:
    """A.M. has two visits and a call or video a week, B.K. a call every week."""
    desk.upkeep(_purposes)
    lines = (line(2, 60, VISIT), line(1, 30, PHONE, VIDEO))
    desk.upkeep(agreements.agree, citizen_id, AgreementFields(MONDAY, lines))
    bo = desk.upkeep(citizens.create, CitizenFields("Bo Kjær", primary_worker_id=worker_id))
    desk.upkeep(agreements.agree, bo, AgreementFields(MONDAY, (line(1, 15, PHONE),)))
    for citizen in (citizen_id, bo):
        meet(desk, citizen, worker_id)


@pytest.fixture
def work(agreed: None, qtbot: QtBot, theme: Theme, desk: Desk) -> TrayWork:
    del agreed
    window = MainWindow(desk, theme, MachineSettings(), lambda: NOW, example=False)
    page = WeekPage(desk, theme, lambda: NOW)
    WeekChanges(page, desk)
    made = TrayWork(
        page,
        desk,
        theme,
        lambda: NOW,
        naming=Naming,
        say=lambda sentence: window.message.say(sentence, undoable=False),
        show_count=lambda count, words: window.rail.show_count("week", count, words),
    )
    window.add_page("week", lambda: page)
    window.show_page("week")
    qtbot.addWidget(window)
    window.resize(1400, 900)
    show_active(window)
    window.finish_start()
    made.tasks.show_anew()
    return made


def page_of(work: TrayWork) -> WeekPage:
    page = work.parent()
    assert isinstance(page, WeekPage)
    return page


def ghost(work: TrayWork) -> TimeSpan | None:
    """Return where the week shows what is held."""
    return page_of(work).grid.ghost


def rows(work: TrayWork, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
    model = work.pane.missing.items
    return [str(model.index(row).data(role)) for row in range(model.rowCount())]


def row_middle(work: TrayWork, row: int) -> QPoint:
    shown = work.pane.missing
    return shown.visualRect(shown.items.index(row)).center()


def place_in_week(work: TrayWork, day: date, start: int) -> QPoint:
    """Return where a time lies, seen from the tray's list."""
    grid = page_of(work).grid
    layout = grid.week_layout()
    assert layout is not None
    x, _width = _column(work, day)
    y = round(layout.y_of(start)) + 3 - grid.verticalOffset()
    there = grid.viewport().mapToGlobal(QPoint(x, y))
    return work.pane.missing.viewport().mapFromGlobal(there)


def _column(work: TrayWork, day: date) -> tuple[int, int]:
    grid = page_of(work).grid
    layout = grid.week_layout()
    assert layout is not None
    view = grid.viewport().width()
    found = [x for x in range(view) if layout.column_at(x, 0).day == day]
    return found[len(found) // 2], len(found)


def drag_in(work: TrayWork, row: int, day: date, start: int) -> None:
    shown = work.pane.missing.viewport()
    begin, end = row_middle(work, row), place_in_week(work, day, start)
    take(shown, begin)
    move(shown, begin + QPoint(20, 20))
    move(shown, end)
    let_go(shown, end)


def test_every_line_without_a_time_is_a_named_item(work: TrayWork) -> None:
    assert rows(work) == [
        "2 × besøg 60 min",
        "1 × telefon eller video 30 min",
        "1 × telefon 15 min",
    ]
    assert rows(work, SPOKEN) == [
        "Asta Mortensen, besøg, 60 minutter, 2 mangler en tid",
        "Asta Mortensen, telefon eller video, 30 minutter, mangler en tid",
        "Bo Kjær, telefon, 15 minutter, mangler en tid",
    ]
    assert work.pane.tabs.tabText(0) == "Mangler en tid 4"
    QAbstractItemModelTester(work.pane.missing.items)
    QAbstractItemModelTester(work.pane.tasks.items)


def test_a_citizens_first_row_has_air_below_its_words(work: TrayWork, theme: Theme) -> None:
    shown = work.pane.missing
    height = shown.visualRect(shown.items.index(0)).height()
    words = 2 * shown.fontMetrics().lineSpacing()
    assert not shown.items.index(0).data(TrayRole.LAST)
    assert height >= theme.pixels(16) + words + theme.pixels(4)


def test_the_week_is_planned_to_an_empty_tray_by_keyboard_alone(work: TrayWork, desk: Desk) -> None:
    work.pane.missing.setFocus()
    for _ in range(4):
        press(Qt.Key.Key_Return)
        assert focused() is page_of(work).grid
        press(Qt.Key.Key_Return)
    shown = page_of(work).shown.contacts
    assert sorted(one.form.short_name for one in shown) == ["besøg", "besøg", "telefon", "telefon"]
    spans = [one.span for one in shown]
    assert not any(one.overlaps(other) for one in spans for other in spans if one is not other)
    assert work.tray.missing_count == 0
    assert not work.pane.missing.isVisible()
    assert focused() is page_of(work).grid
    for _ in range(4):
        desk.undo()
    assert desk.undo_state().undo is None


def test_the_arrows_move_what_is_to_be_planned_and_esc_puts_it_back(work: TrayWork) -> None:
    work.pane.missing.setFocus()
    press(Qt.Key.Key_Return)
    first = ghost(work)
    assert first is not None
    assert work.pane.hint.text() == KEYS
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    assert ghost(work) == first.moved(days=1, minutes=15)
    press(Qt.Key.Key_Escape)
    assert ghost(work) is None
    assert work.pane.hint.text() == HINT
    assert page_of(work).shown.contacts == ()
    assert focused() is work.pane.missing


def test_a_flexible_contact_gets_another_of_its_forms_with_alt_while_it_is_placed(
    work: TrayWork,
) -> None:
    work.pane.missing.setFocus()
    work.pane.missing.choose(1)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_1, ALT)  # besøg is not among them
    press(Qt.Key.Key_3, ALT)
    press(Qt.Key.Key_Return)
    assert [one.form for one in page_of(work).shown.contacts] == [VIDEO]


def test_no_time_that_is_gone_is_proposed(work: TrayWork) -> None:
    page = page_of(work)
    visit = work.tray.items[0]
    later = datetime(2026, 11, 23, 10, 7)
    assert first_fitting(visit, page.shown, page.planner, NOW).start == 8 * 60
    proposed = first_fitting(visit, page.shown, page.planner, later)
    assert (proposed.day, proposed.start) == (MONDAY, 10 * 60 + 15)


def test_no_time_on_the_way_to_somebody_is_proposed(work: TrayWork) -> None:
    page = page_of(work)
    estimate = TravelEstimate(120, None, certain=True, source=TravelSource.TYPED)
    way = TravelLeg(None, "", "", estimate, departs=8 * 60, arrives=10 * 60)
    travel = {(page.planner, MONDAY): DayTravel((way,), Saved())}
    proposed = first_fitting(
        work.tray.items[0], replace(page.shown, travel=travel), page.planner, NOW
    )
    assert (proposed.day, proposed.start) == (MONDAY, 10 * 60 + 30)


def test_a_call_is_proposed_when_the_citizen_can_prepare_for_it(work: TrayWork) -> None:
    calls = [one for one in work.tray.items if not one.forms[0].travels]
    proposed = []
    for call in calls:
        work.invite(call)
        held = ghost(work)
        assert held is not None
        proposed.append((held.day.weekday(), held.start))
        press(Qt.Key.Key_Escape)
    assert proposed == [(1, 8 * 60), (1, 8 * 60)], "24 hours ahead (P67)"


def test_the_week_is_planned_to_an_empty_tray_by_mouse_alone(work: TrayWork) -> None:
    for number in range(4):
        drag_in(work, 0, MONDAY + timedelta(days=number), 10 * 60)
    shown = page_of(work).shown.contacts
    assert [(one.day.weekday(), one.start, one.form.short_name) for one in shown] == [
        (0, 600, "besøg"),
        (1, 600, "besøg"),
        (2, 600, "telefon"),
        (3, 600, "telefon"),
    ]
    assert work.tray.missing_count == 0
    assert focused() is page_of(work).grid


def test_what_is_left_has_the_keyboard_when_one_was_dragged_in(work: TrayWork) -> None:
    drag_in(work, 0, MONDAY, 10 * 60)
    assert focused() is work.pane.missing


def test_a_week_that_misses_nothing_keeps_the_keyboard_in_the_tray(work: TrayWork) -> None:
    work.pane.missing.setFocus()
    work.pane.show_tray(Tray(page_of(work).week), Naming())
    assert focused() is work.pane.tabs


def test_while_it_is_dragged_the_week_shows_where_it_would_be(work: TrayWork) -> None:
    shown = work.pane.missing.viewport()
    take(shown, row_middle(work, 0))
    move(shown, place_in_week(work, MONDAY, 13 * 60))
    held = ghost(work)
    assert held is not None
    assert (held.start, held.minutes) == (13 * 60, 60)
    move(shown, row_middle(work, 0))
    assert ghost(work) is None
    move(shown, place_in_week(work, MONDAY, 14 * 60))
    press(Qt.Key.Key_Escape)
    assert ghost(work) is None
    let_go(shown, place_in_week(work, MONDAY, 14 * 60))
    assert page_of(work).shown.contacts == ()


def test_letting_go_outside_the_week_or_without_moving_plans_nothing(work: TrayWork) -> None:
    shown = work.pane.missing.viewport()
    take(shown, row_middle(work, 0))
    let_go(shown, row_middle(work, 0))
    take(shown, row_middle(work, 0))
    move(shown, row_middle(work, 0) + QPoint(0, 60))
    let_go(shown, row_middle(work, 0) + QPoint(0, 60))
    assert page_of(work).shown.contacts == ()


def test_dragging_by_a_tile_takes_that_form(work: TrayWork) -> None:
    shown = work.pane.missing
    index = shown.items.index(1)
    area = shown.visualRect(index)
    tiles = [
        QPoint(x, area.center().y())
        for x in range(area.left(), area.right())
        if _form_at(work, 1, QPoint(x, area.center().y())) is VIDEO
    ]
    take(shown.viewport(), tiles[len(tiles) // 2])
    move(shown.viewport(), place_in_week(work, MONDAY, 600))
    let_go(shown.viewport(), place_in_week(work, MONDAY, 600))
    assert [one.form for one in page_of(work).shown.contacts] == [VIDEO]


def _form_at(work: TrayWork, row: int, at: QPoint) -> ContactForm | None:
    shown = work.pane.missing
    index = shown.items.index(row)
    return shown.form_at(index, at)


def test_a_form_advised_against_says_so_while_it_is_dragged_and_asks_why(
    work: TrayWork, desk: Desk
) -> None:
    bo = next(one.id for one in desk.read(citizens.named) if one.initials == "B.K.")
    version = desk.read(citizens.details, bo).profile_version
    profile = ProfileFields(filled_on=MONDAY, wish_phone=FormWish.DISLIKES)
    desk.upkeep(citizens.change_profile, bo, version, profile)
    shown, row = work.pane.missing.viewport(), len(rows(work)) - 1
    there = place_in_week(work, MONDAY + timedelta(days=2), 600)

    def drop(answer: Callable[[ReasonDialog], QWidget]) -> None:
        def now() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, ReasonDialog)
            QTest.mouseClick(answer(dialog), LEFT)

        take(shown, row_middle(work, row))
        move(shown, there)
        held = page_of(work).grid.shown_ghost()
        assert held is not None
        assert held.foresight.sentences[0].startswith("Telefon: frarådes. ")
        QTimer.singleShot(0, now)
        let_go(shown, there)

    def leave(dialog: ReasonDialog) -> QWidget:
        return next(one for one in dialog.findChildren(QPushButton) if one.text() == "Læg tilbage")

    def say(dialog: ReasonDialog) -> QWidget:
        dialog.fields.words.setText("Han bad selv om det")
        return dialog.choose

    before = len(rows(work))
    drop(leave)
    assert len(rows(work)) == before
    drop(say)
    assert len(rows(work)) == before - 1
    assert [one.reason for one in desk.read(reasons_of_week, WEEK)] == ["Han bad selv om det"]


def test_in_the_teams_week_each_finds_a_free_time_on_the_day(
    work: TrayWork, colleague_id: Key
) -> None:
    page = page_of(work)
    page.finish_start()
    page.whose.show_team()
    work.pane.missing.setFocus()
    for _ in range(2):
        press(Qt.Key.Key_Return)
        held = ghost(work)
        assert held is not None
        while held is not None and held.day > MONDAY:
            press(Qt.Key.Key_Left)
            held = ghost(work)
        press(Qt.Key.Key_Return)
    first, second = [one.span for one in page.shown.contacts]
    assert first.day == second.day == MONDAY
    assert not first.overlaps(second)
    assert colleague_id in page.workers


def test_what_can_wait_is_shown_on_request(work: TrayWork, desk: Desk, worker_id: Key) -> None:
    eva = desk.do(citizens.create, CitizenFields("Eva Dam", primary_worker_id=worker_id))
    fields = AgreementFields(MONDAY, (line(1, 60, VISIT, every=3),))
    desk.do(agreements.agree, eva, fields)
    assert work.pane.early.text() == "Vis 1, der kan vente"
    assert len(rows(work)) == 3
    work.pane.early.click()
    assert rows(work, SPOKEN)[-1] == (
        "Eva Dam, besøg, 60 minutter, mangler en tid, kan vente til søn. 13. dec."
    )
    assert work.pane.tabs.tabText(0) == "Mangler en tid 4"


# Tasks


def test_a_task_is_done_with_one_key_and_taken_up_again_with_the_same(
    work: TrayWork, desk: Desk
) -> None:
    desk.do(tasks.create, desk.actor_id, TaskFields("Ring til lægen", MONDAY))
    assert work.pane.tabs.tabText(1) == "Opgaver 1"
    assert _rail_name(work) == "Uge, 1 opgave i dag"
    work.pane.show_tab(1)
    work.pane.tasks.setFocus()
    press(Qt.Key.Key_Space)
    assert work.pane.tabs.tabText(1) == "Opgaver 0"
    assert _rail_name(work) == "Uge"
    press(Qt.Key.Key_Return)
    assert work.pane.tabs.tabText(1) == "Opgaver 1"


def test_a_task_is_done_by_a_click_on_its_box(work: TrayWork, desk: Desk) -> None:
    desk.do(tasks.create, desk.actor_id, TaskFields("Ring til lægen", MONDAY))
    work.pane.show_tab(1)
    shown = work.pane.tasks
    area = shown.visualRect(shown.items.index(0))
    take(shown.viewport(), area.center())
    let_go(shown.viewport(), area.center())
    assert desk.read(tasks.tasks_of, desk.actor_id) != ()
    box = area.topLeft() + QPoint(16, 16)
    take(shown.viewport(), box)
    let_go(shown.viewport(), box)
    assert desk.read(tasks.tasks_of, desk.actor_id) == ()


def test_in_discretion_a_task_of_ones_own_says_nothing_of_what_was_typed(
    work: TrayWork, desk: Desk
) -> None:
    desk.do(tasks.create, desk.actor_id, TaskFields("Ring til Asta Mortensens datter", MONDAY))
    items = work.pane.tasks.items
    items.replace(items.tasks, Naming(discreet=True), MONDAY)
    roles = (Qt.ItemDataRole.DisplayRole, SPOKEN, Qt.ItemDataRole.ToolTipRole)
    said = [str(items.index(0).data(role)) for role in roles]
    assert not [words for words in said if "Asta" in words]
    assert "Skjult" in said[0]


def test_an_overdue_task_says_so_in_words(work: TrayWork, desk: Desk) -> None:
    desk.do(tasks.create, desk.actor_id, TaskFields("Ring", MONDAY - timedelta(days=3)))
    spoken = work.pane.tasks.items.index(0).data(SPOKEN)
    assert spoken == "skulle være gjort fre. 20. nov., opgave, Ring"


def test_a_moved_visit_leaves_words_to_copy_for_the_citizen(
    work: TrayWork, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    fields = ContactFields(
        at(2, "10.00", 60), VISIT, "a", (worker_id,), (citizen_id,), agreed_with_citizen=True
    )
    key = desk.do(contacts.create, fields)
    page_of(work).grid.span_asked.emit(key, at(3, "13.00", 60))
    work.pane.show_tab(1)
    work.pane.tasks.setFocus()
    assert work.pane.copy.isEnabled()
    work.pane.copy.click()
    assert QApplication.clipboard().text() == (
        "Hej Asta. Vores besøg onsdag d. 25. november kl. 10.00 er flyttet til "
        "torsdag d. 26. november kl. 13.00. Hilsen Mona"
    )
    grid = page_of(work).grid
    assert "borger ikke orienteret" in str(grid.index_of(key).data(SPOKEN))
    press(Qt.Key.Key_Space)
    assert "borger ikke orienteret" in str(grid.index_of(key).data(SPOKEN))
    assert [one.text() for one in work.tasks.told.actions()[1:]] == [
        "&Talt med",
        "&Sms",
        "&Besked",
        "&Brev",
    ]
    QTest.keyClick(work.tasks.told, Qt.Key.Key_Return)
    assert "borger ikke orienteret" not in str(grid.index_of(key).data(SPOKEN))


def test_a_task_leads_to_its_citizen_and_a_trial_to_where_it_is_decided(
    work: TrayWork, desk: Desk, citizen_id: Key
) -> None:
    own = TaskFields("Køb en kalender", MONDAY), TaskFields("Ring", MONDAY, citizen_id)
    for fields in own:
        desk.do(tasks.create, desk.actor_id, fields)
    trial = TrialFields(VIDEO, MONDAY - timedelta(days=7), MONDAY - timedelta(days=1), "Går det?")
    desk.do(form_trials.begin, citizen_id, trial, by=desk.actor_id)
    asked: list[tuple[str, Key]] = []
    work.tasks.citizen_asked.connect(lambda key: asked.append(("citizen", key)))
    work.tasks.life_asked.connect(lambda key: asked.append(("life", key)))
    work.pane.show_tab(1)
    spoken = [str(index.data(SPOKEN)) for index in map(work.pane.tasks.items.index, range(3))]
    for what, usable in (("Prøveforløbet", True), ("Ring", True), ("kalender", False)):
        work.pane.tasks.choose(next(n for n, words in enumerate(spoken) if what in words))
        assert work.pane.citizen.isEnabled() is usable
        QTest.mouseClick(work.pane.citizen, Qt.MouseButton.LeftButton)
    assert asked == [("life", citizen_id), ("citizen", citizen_id)]


def test_a_new_task_is_noted_in_a_small_form(work: TrayWork, desk: Desk, qtbot: QtBot) -> None:
    work.pane.new_task.click()
    dialog = _form(work)
    dialog.accept()
    assert dialog.isVisible()
    dialog.text.setPlainText("Ring til lægen")
    dialog.due.setText("27/11/2026")
    dialog.accept()
    qtbot.waitUntil(lambda: not work.pane.window().findChildren(TaskDialog))
    (task,) = desk.read(tasks.tasks_of, desk.actor_id)
    assert (task.text, task.due) == ("Ring til lægen", date(2026, 11, 27))


def _form(work: TrayWork) -> TaskDialog:
    dialog = work.pane.window().findChild(TaskDialog)
    assert isinstance(dialog, TaskDialog)
    return dialog


def _rail_name(work: TrayWork) -> str:
    window = work.pane.window()
    assert isinstance(window, MainWindow)
    return window.rail.button("week").accessibleName()


def test_the_tray_says_where_nothing_is_agreed_and_where_nothing_is_missing(
    work: TrayWork,
) -> None:
    pane, week = work.pane, work.tray.week
    pane.show_tray(Tray(week), Naming())
    assert "ingen aftalt kontakt" in pane.filled.text()
    pane.show_tray(Tray(week, agreed=True), Naming())
    assert pane.filled.text() == "Alt det aftalte har en tid."


def test_a_task_that_the_program_made_is_seen_at_once(work: TrayWork, desk: Desk) -> None:
    desk.upkeep(tasks.create, desk.actor_id, TaskFields("Statusmøde", MONDAY))
    assert work.pane.tabs.tabText(1) == "Opgaver 1"
