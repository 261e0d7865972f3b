"""Template weeks at the screen: saved, seen before they are laid, laid, thinned out and undone."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.services import contacts, week_templates
from bostoette.services.desk import Desk
from bostoette.services.week_templates import SavingWish
from bostoette.store.weeks import contacts_of_workers
from bostoette.ui.naming import Naming
from bostoette.ui.settings.list_dialogs import TitleDialog
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.week.lay_template_dialog import LayTemplateDialog
from bostoette.ui.week.save_template_dialog import SaveTemplateDialog
from bostoette.ui.week.template_work import TemplateWork
from bostoette.ui.week.templates_dialog import TemplatesDialog
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY, At
from tests.ui.hands import CONTROL, SHIFT, in_dialog, press, show_active

NOW = datetime(2026, 11, 23, 7, 30)
NEXT = MONDAY + timedelta(weeks=1)
LAST = MONDAY + timedelta(weeks=20)


@pytest.fixture
def visit(desk: Desk, worker_id: Key, citizen_id: Key, at: At) -> Key:
    fields = ContactFields(
        at(0, "9.00", 60),
        ContactForm.PHYSICAL,
        "support_conversation",
        (worker_id,),
        (citizen_id,),
    )
    return desk.do(contacts.create, fields)


@pytest.fixture
def template(desk: Desk, visit: Key, worker_id: Key) -> Key:
    wish = SavingWish(worker_id, MONDAY, 1)
    lines = desk.read(week_templates.preview_saving, wish)
    return desk.do(week_templates.save, wish, [one.key for one in lines], "Almindelig")


def page_of(qtbot: QtBot, theme: Theme, desk: Desk, naming: Naming) -> WeekPage:
    page = WeekPage(desk, theme, lambda: NOW)
    page.show_week(IsoWeek.of(MONDAY))
    qtbot.addWidget(page)
    TemplateWork(page, desk, theme, lambda: NOW, lambda: naming)
    show_active(page)
    page.grid.setFocus()
    return page


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, visit: Key) -> WeekPage:
    return page_of(qtbot, theme, desk, Naming())


def typed(dialog: QDialog, words: str) -> None:
    begun = dialog.focusWidget()
    assert begun is not None
    QTest.keyClicks(begun, words)
    QTest.keyClick(begun, Qt.Key.Key_Return)


def test_a_week_is_saved_and_laid_by_keyboard_alone_and_undone(
    page: WeekPage, desk: Desk, worker_id: Key
) -> None:
    def at_the_list(dialog: QDialog) -> None:
        assert isinstance(dialog, TemplatesDialog)
        assert dialog.empty.isVisible()
        in_dialog(lambda saving: typed(saving, "Lige uger"))
        begun = dialog.focusWidget()
        assert begun is dialog.save_button
        QTest.keyClick(begun, Qt.Key.Key_Space)
        assert dialog.current is not None
        assert dialog.current.name == "Lige uger"
        dialog.list.setFocus()
        in_dialog(lambda laying: QTest.keyClick(laying, Qt.Key.Key_Return))
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    in_dialog(at_the_list)
    press(Qt.Key.Key_K, CONTROL | SHIFT)
    assert [one.day for one in desk.read(contacts_of_workers, [worker_id], NEXT, LAST)] == [NEXT]
    assert page.week == IsoWeek.of(NEXT)
    assert desk.undo() == "Læg skabelonuge ind: M.J. uge 49"
    assert desk.read(contacts_of_workers, [worker_id], NEXT, LAST) == ()
    assert len(desk.read(week_templates.listed)) == 1


def test_the_list_before_says_what_is_laid_and_what_stands_already(
    page: WeekPage, template: Key
) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, LayTemplateDialog)
        dialog.weeks.setValue(3)
        assert dialog.preview.said.text() == "3 lægges ind."
        assert dialog.preview.foot.do.text() == "Læg 3 ind"
        box = dialog.preview.lines.item(1, 0)
        assert box is not None
        box.setCheckState(Qt.CheckState.Unchecked)
        assert dialog.preview.foot.do.text() == "Læg 2 ind"

    def at_the_list(dialog: QDialog) -> None:
        assert isinstance(dialog, TemplatesDialog)
        in_dialog(look)
        dialog.lay_button.click()

    in_dialog(at_the_list)
    press(Qt.Key.Key_K, CONTROL | SHIFT)


def test_without_a_name_nothing_is_saved_and_it_says_so(page: WeekPage, desk: Desk) -> None:
    def at_the_list(dialog: QDialog) -> None:
        assert isinstance(dialog, TemplatesDialog)

        def saving(asking: QDialog) -> None:
            assert isinstance(asking, SaveTemplateDialog)
            QTest.keyClick(asking.name, Qt.Key.Key_Return)
            assert asking.isVisible()
            assert asking.preview.trouble.text().startswith("Giv skabelonen et navn")

        in_dialog(saving)
        dialog.save_button.click()

    in_dialog(at_the_list)
    press(Qt.Key.Key_K, CONTROL | SHIFT)
    assert desk.read(week_templates.listed) == ()


def test_it_is_renamed_and_deleted_from_the_list(page: WeekPage, desk: Desk, template: Key) -> None:
    def at_the_list(dialog: QDialog) -> None:
        assert isinstance(dialog, TemplatesDialog)
        dialog.rename_button.click()
        asking = dialog.findChild(TitleDialog)
        assert isinstance(asking, TitleDialog)
        asking.title_field.setText("Vinter")
        asking.accept()
        assert [one.name for one in desk.read(week_templates.listed)] == ["Vinter"]
        dialog.delete_button.click()
        assert dialog.empty.isVisible()
        assert not dialog.lay_button.isEnabled()

    in_dialog(at_the_list)
    press(Qt.Key.Key_K, CONTROL | SHIFT)
    assert desk.undo() == "Slet skabelonuge"


def test_a_new_name_is_typed_and_one_that_is_empty_is_told_and_changes_nothing(
    page: WeekPage, desk: Desk, template: Key, qtbot: QtBot
) -> None:
    def names() -> list[str]:
        return [one.name for one in desk.read(week_templates.listed)]

    def at_the_list(dialog: QDialog) -> None:
        assert isinstance(dialog, TemplatesDialog)
        dialog.rename_button.setFocus()
        QTest.keyClick(dialog.rename_button, Qt.Key.Key_Space)
        asking = dialog.findChild(TitleDialog)
        assert isinstance(asking, TitleDialog)
        qtbot.waitUntil(asking.title_field.hasFocus, timeout=2000)
        QTest.keyClick(asking.title_field, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(asking.title_field, Qt.Key.Key_Delete)
        QTest.keyClick(asking.title_field, Qt.Key.Key_Return)
        assert asking.isVisible()
        assert asking.notice.words.startswith("Giv skabelonen et navn")
        assert names() == ["Almindelig"]
        QTest.keyClicks(asking.title_field, "Vinterferie")
        QTest.keyClick(asking.title_field, Qt.Key.Key_Return)
        assert not asking.isVisible()
        assert dialog.list.item(0).text().startswith("Vinterferie")

    in_dialog(at_the_list)
    press(Qt.Key.Key_K, CONTROL | SHIFT)
    assert names() == ["Vinterferie"]
    assert desk.undo() == "Omdøb skabelonuge"
    assert names() == ["Almindelig"]


def test_a_typed_name_is_hidden_in_discretion(
    qtbot: QtBot, theme: Theme, desk: Desk, template: Key
) -> None:
    page_of(qtbot, theme, desk, Naming(discreet=True))

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, TemplatesDialog)
        assert "Almindelig" not in dialog.list.item(0).text()
        assert dialog.parts.item(0).text().endswith("besøg · A.M.")

    in_dialog(look)
    press(Qt.Key.Key_K, CONTROL | SHIFT)


def test_the_dialogs_fit_at_the_largest_text(
    qtbot: QtBot, theme: Theme, desk: Desk, template: Key
) -> None:
    theme.use(Appearance.LIGHT, 200)
    page_of(qtbot, theme, desk, Naming())

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, TemplatesDialog)
        least = dialog.minimumSizeHint()
        assert least.width() <= 1280
        assert least.height() <= 800

    in_dialog(look)
    press(Qt.Key.Key_K, CONTROL | SHIFT)
