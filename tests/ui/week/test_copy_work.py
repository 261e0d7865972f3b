"""Copying a week or a day, and a sick Monday, at the screen: seen first, one step, undone."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.planning.day_changes import DayAct, DayWish
from bostoette.services import contacts
from bostoette.services.desk import Desk
from bostoette.store.weeks import contacts_of_workers
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.week.copy_dialog import CopyDialog
from bostoette.ui.week.copy_work import CopyWork
from bostoette.ui.week.day_change_dialog import DayChangeDialog
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY, At
from tests.ui.hands import CONTROL, SHIFT, in_dialog, press, show_active

NOW = datetime(2026, 11, 23, 7, 30)
NEXT = MONDAY + timedelta(weeks=1)
LAST = MONDAY + timedelta(weeks=20)


@pytest.fixture
def fields(worker_id: Key, citizen_id: Key, at: At) -> ContactFields:
    return ContactFields(
        at(0, "9.00", 60),
        ContactForm.PHYSICAL,
        "support_conversation",
        (worker_id,),
        (citizen_id,),
    )


@pytest.fixture
def visit(desk: Desk, fields: ContactFields) -> Key:
    return desk.do(contacts.create, fields)


@pytest.fixture
def off(desk: Desk, fields: ContactFields, at: At) -> Key:
    key = desk.do(contacts.create, replace(fields, span=at(2, "13.00", 30)))
    desk.do(contacts.cancel, key, ContactStatus.CANCELLED_BY_CITIZEN, "")
    return key


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, visit: Key, off: Key) -> WeekPage:
    page = WeekPage(desk, theme, lambda: NOW)
    page.show_week(IsoWeek.of(MONDAY))
    qtbot.addWidget(page)
    CopyWork(page, desk, lambda: NOW, Naming)
    show_active(page)
    page.grid.setFocus()
    return page


def agree(dialog: QDialog) -> None:
    """Press Enter where the dialog begins."""
    begun: QWidget | None = dialog.focusWidget()
    QTest.keyClick(dialog if begun is None else begun, Qt.Key.Key_Return)


def told(dialog: CopyDialog) -> list[tuple[str, str]]:
    found = []
    for row in range(dialog.preview.lines.rowCount()):
        what, said = dialog.preview.lines.item(row, 0), dialog.preview.lines.item(row, 1)
        assert what is not None
        assert said is not None
        found.append((what.text().replace("\u00a0", " "), said.text()))
    return found


def test_a_week_is_copied_by_keyboard_alone_and_undone(
    page: WeekPage, desk: Desk, worker_id: Key
) -> None:
    in_dialog(agree)
    press(Qt.Key.Key_D, CONTROL | SHIFT)
    assert [one.day for one in desk.read(contacts_of_workers, [worker_id], NEXT, LAST)] == [NEXT]
    assert page.week == IsoWeek.of(NEXT)
    assert desk.undo() == "Kopiér uge 48 til uge 49"
    assert desk.read(contacts_of_workers, [worker_id], NEXT, LAST) == ()


def test_the_list_says_what_is_copied_and_what_is_not_before_anything_is(
    page: WeekPage, desk: Desk, worker_id: Key
) -> None:
    seen: list[object] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CopyDialog)
        seen.extend([told(dialog), dialog.preview.said.text()])
        dialog.reject()

    in_dialog(look)
    press(Qt.Key.Key_D, CONTROL | SHIFT)
    assert seen == [
        [
            (
                "ons. 2. dec. 13.00–13.30 · besøg · Asta Mortensen",
                "Springes over: var aflyst af borger",
            ),
            ("man. 30. nov. 09.00–10.00 · besøg · Asta Mortensen", "Kopieres"),
        ],
        "1 kopieres, 1 springes over.",
    ]
    assert desk.read(contacts_of_workers, [worker_id], NEXT, LAST) == ()


def test_several_weeks_are_ticked_and_a_line_can_be_left_out(
    page: WeekPage, desk: Desk, worker_id: Key
) -> None:
    after = MONDAY + timedelta(weeks=2)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, CopyDialog)
        dialog.targets.tick(after)
        assert dialog.preview.foot.do.text() == "Kopiér 2"
        row = [what for what, _ in told(dialog)].index(
            "man. 30. nov. 09.00–10.00 · besøg · Asta Mortensen"
        )
        item = dialog.preview.lines.item(row, 0)
        assert item is not None
        item.setCheckState(Qt.CheckState.Unchecked)
        assert dialog.preview.foot.do.text() == "Kopiér 1"
        dialog.accept()

    in_dialog(choose)
    press(Qt.Key.Key_D, CONTROL | SHIFT)
    assert [one.day for one in desk.read(contacts_of_workers, [worker_id], NEXT, LAST)] == [after]


def test_where_there_is_nothing_to_copy_it_says_so_and_offers_nothing(
    page: WeekPage, desk: Desk
) -> None:
    seen: list[object] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CopyDialog)
        dialog.one_day.setChecked(True)
        dialog.days.setCurrentIndex(4)
        dialog.days.activated.emit(4)
        seen.extend([dialog.preview.said.text(), dialog.preview.foot.do.isEnabled()])
        dialog.reject()

    in_dialog(look)
    press(Qt.Key.Key_D, CONTROL | SHIFT)
    assert seen == [
        "Der står ikke noget at kopiere. Vælg en anden uge, dag eller medarbejder.",
        False,
    ]


def test_a_target_that_is_missing_is_told_in_the_dialog(page: WeekPage) -> None:
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CopyDialog)
        dialog.targets.tick(NEXT, on=False)
        seen.append(dialog.preview.trouble.text())
        dialog.reject()

    in_dialog(look)
    press(Qt.Key.Key_D, CONTROL | SHIFT)
    assert seen == ["Vælg mindst én uge at kopiere til. Intet er ændret."]


def test_both_are_in_the_bars_menu_and_among_the_pages_actions(page: WeekPage) -> None:
    words = {"Kopiér uge eller dag …", "Flyt eller aflys en dag …"}
    assert words <= {action.text() for action in page.bar.more.actions()}
    assert words <= {action.text() for action in page.actions()}


def test_a_sick_monday_is_moved_by_keyboard_in_one_step(
    page: WeekPage, desk: Desk, visit: Key, at: At
) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, DayChangeDialog)
        assert dialog.said.text() == "1 flyttes."
        assert [line.told.text() for line in dialog.contact_lines] == ["09.00–10.00"]
        agree(dialog)

    in_dialog(look)
    press(Qt.Key.Key_F, CONTROL | SHIFT)
    assert desk.read(contacts.details, visit).fields.span == at(1, "9.00", 60)
    assert desk.undo() == "Flyt kontakterne man. 23. nov."
    assert desk.read(contacts.details, visit).fields.span == at(0, "9.00", 60)


def test_a_contact_of_the_day_becomes_a_call_or_is_called_off_on_wish(
    page: WeekPage, desk: Desk, visit: Key
) -> None:
    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, DayChangeDialog)
        (line,) = dialog.contact_lines
        line.choose(DayWish(DayAct.LEAVE))
        dialog.refresh()
        assert not dialog._do.isEnabled()
        line.choose(DayWish(DayAct.PHONE))
        dialog.refresh()
        assert dialog.said.text() == "1 omlægges til telefon."
        line.choose(DayWish(DayAct.CANCEL))
        dialog.refresh()
        dialog.reason.setText("Barns sygedag")
        dialog.accept()

    in_dialog(choose)
    press(Qt.Key.Key_F, CONTROL | SHIFT)
    found = desk.read(contacts.details, visit)
    assert (found.status, found.status_reason) == (ContactStatus.CANCELLED_BY_US, "Barns sygedag")


def test_a_day_without_contacts_says_so(page: WeekPage) -> None:
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, DayChangeDialog)
        dialog.days.setCurrentIndex(3)
        dialog.load()
        seen.append(dialog.said.text())
        dialog.reject()

    in_dialog(look)
    press(Qt.Key.Key_F, CONTROL | SHIFT)
    assert seen == [
        "Der er ingen planlagte kontakter den dag. Vælg en anden dag eller medarbejder."
    ]


def test_in_discretion_the_lists_name_nobody(
    qtbot: QtBot, theme: Theme, desk: Desk, page: WeekPage
) -> None:
    work = CopyWork(page, desk, lambda: NOW, lambda: Naming(discreet=True))
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, CopyDialog)
        seen.extend(what for what, _ in told(dialog))
        dialog.reject()

    in_dialog(look)
    work.copy()
    assert len(seen) == 2
    assert not any("Asta" in words for words in seen)


def test_at_twice_the_text_both_fit_a_small_screen(theme: Theme, page: WeekPage) -> None:
    theme.use(Appearance.LIGHT, 200)
    seen: list[tuple[int, int]] = []

    def look(dialog: QDialog) -> None:
        hint = dialog.minimumSizeHint()
        seen.append((hint.width(), hint.height()))
        dialog.reject()

    for words in ("Kopiér uge eller dag …", "Flyt eller aflys en dag …"):
        action = next(one for one in page.actions() if one.text() == words)
        in_dialog(look)
        action.trigger()
    assert len(seen) == 2
    assert all(width <= 1280 and height <= 760 for width, height in seen)
