"""The form of a contact has room for its words, at any size of window and text."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.services.desk import Desk
from bostoette.services.lists import contact_choices
from bostoette.ui.fitting_scroll import FittingScroll
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.week.contact_advisor import ContactAdvisor
from bostoette.ui.week.contact_dialog import ContactDialog
from tests.clock import MONDAY, At
from tests.ui.hands import focused, show_active


def test_agenda_and_participants_show_three_lines_in_a_small_window_too(
    dialog: ContactDialog, worker_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id)
    show_active(dialog)
    dialog.resize(dialog.width(), 420)
    QApplication.processEvents()
    for field in (dialog.agenda, dialog.participants):
        assert field.viewport().height() >= 3 * field.fontMetrics().lineSpacing()


def test_large_text_gets_a_larger_form_within_the_window_behind(
    qtbot: QtBot, theme: Theme, desk: Desk, citizen_id: Key, worker_id: Key, at: At
) -> None:
    theme.use(Appearance.LIGHT, 200)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    shown = ContactDialog(theme, desk.read(contact_choices), MONDAY, Naming(), window)
    shown.begin(at(0, "9.00", 60), worker_id)
    shown.show()
    assert 1000 < shown.width() <= 1280
    assert shown.height() <= 800


def test_the_wheel_scrolls_past_the_fields_of_a_form_and_changes_none(
    dialog: ContactDialog, worker_id: Key, citizen_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 60), worker_id, citizen=citizen_id)
    dialog.show()
    boxes, numbers = dialog.findChildren(QComboBox), dialog.findChildren(QSpinBox)
    before = [box.currentText() for box in boxes], [number.value() for number in numbers]
    for field in (*boxes, *numbers):
        _turn_wheel(field)
    after = [box.currentText() for box in boxes], [number.value() for number in numbers]
    assert len(boxes) > 4
    assert before == after


def _turn_wheel(field: QWidget) -> None:
    place = QPointF(field.rect().center())
    turned = QWheelEvent(
        place,
        field.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's signature
    )
    QApplication.sendEvent(field, turned)


def test_a_reason_that_is_missing_comes_into_sight_with_the_keyboard(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 20), worker_id, citizen=citizen_id)
    dialog.advise(ContactAdvisor(desk))
    phone = next(
        one
        for one in dialog.form.findChildren(QToolButton)
        if one.accessibleName() == ContactForm.PHONE.full_name
    )
    phone.click()
    show_active(dialog)
    dialog.resize(760, 420)
    dialog.accept()
    QTest.qWait(20)
    words = dialog.advice.reason.words
    assert dialog.isVisible()
    assert focused() is words
    assert words.visibleRegion().boundingRect().height() == words.height()


def test_the_advice_takes_the_height_its_words_have_and_the_form_keeps_its_width(
    dialog: ContactDialog, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    dialog.begin(at(0, "9.00", 20), worker_id, citizen=citizen_id)
    dialog.advise(ContactAdvisor(desk))
    dialog.show()
    view = dialog.advice.view
    around = view.parentWidget()
    assert around is not None
    for row in view.rows.values():
        row.head.setChecked(True)
        QTest.qWait(20)
        assert view.height() == view.heightForWidth(view.width())
        assert around.size() == view.size()
    area = dialog.findChild(FittingScroll)
    assert area is not None
    inside = area.widget()
    assert inside is not None
    assert inside.width() == area.viewport().width()
