"""One typed line plans a contact, a series or own time; what is unclear is told and stays."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.services import contacts
from bostoette.services.desk import Desk
from bostoette.ui.week.quick_add_work import QuickAddWork
from bostoette.ui.week.series_dialog import SeriesDialog
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY, At
from tests.services.remote_hands import plan
from tests.ui.hands import CONTROL, SHIFT, focused, press, type_text


def _begin(page: WeekPage) -> None:
    page.grid.setFocus()
    press(Qt.Key.Key_A, CONTROL | SHIFT)


def test_a_line_is_understood_as_it_is_typed_and_saved_with_enter(
    page: WeekPage, quick: QuickAddWork, desk: Desk, at: At
) -> None:
    _begin(page)
    type_text("A.M. tors 14-14.30 telefon opf")
    assert quick.card.answer == (
        "Forstået: tor. 26. nov. 14.00–14.30 · telefon · A.M. · kort opfølgning"
    )
    press(Qt.Key.Key_Return)
    (contact,) = page.shown.contacts
    assert contact.span == at(3, "14.00", 30)
    assert contact.form is ContactForm.PHONE
    assert page.grid.chosen_key() == contact.id
    assert not quick.card.isVisible()
    assert focused() is page.grid
    assert desk.undo_state().undo == "Ny kontakt med A.M."


@pytest.mark.usefixtures("quick")
def test_a_line_takes_along_the_video_link_used_before(
    page: WeekPage, desk: Desk, citizen_id: Key, at: At
) -> None:
    link = "https://eksempel.dk/asta"
    plan(desk, citizen_id, ContactForm.VIDEO, MONDAY, video_link=link)
    _begin(page)
    type_text("A.M. tors 14-14.30 besøg")
    press(Qt.Key.Key_Return)
    chosen = page.grid.chosen_key()
    assert chosen is not None
    stored = desk.read(contacts.details, chosen).fields
    assert (stored.span, stored.video_link) == (at(3, "14.00", 30), link)


def test_what_is_missing_is_told_and_the_line_stays(page: WeekPage, quick: QuickAddWork) -> None:
    _begin(page)
    type_text("A.M. tors")
    press(Qt.Key.Key_Return)
    assert quick.card.isVisible()
    assert quick.card.field.text() == "A.M. tors"
    assert "tidspunktet" in quick.card.answer
    told = QAccessible.queryAccessibleInterface(quick.card.field)
    assert "tidspunktet" in told.text(QAccessible.Text.Description)
    assert not page.shown.contacts


def test_a_cpr_number_is_refused_and_the_line_stays(page: WeekPage, quick: QuickAddWork) -> None:
    _begin(page)
    type_text("A.M. tors 14 telefon om 010190-1234")
    press(Qt.Key.Key_Return)
    assert quick.card.isVisible()
    assert "CPR" in quick.card.answer
    assert not page.shown.contacts


def test_a_line_of_another_week_goes_there(page: WeekPage, quick: QuickAddWork) -> None:
    _begin(page)
    type_text("A.M. tirsdag uge 50 kl. 9 besøg")
    press(Qt.Key.Key_Return)
    assert page.week == IsoWeek(2026, 50)
    assert len(page.shown.contacts) == 1


def test_own_time_is_planned(page: WeekPage, quick: QuickAddWork, at: At) -> None:
    _begin(page)
    type_text("teammoede tirs 9-10")
    press(Qt.Key.Key_Return)
    (own,) = page.shown.appointments
    assert own.span == at(1, "9.00", 60)


def test_a_repeated_line_shows_its_dates_before_it_is_saved_in_one_step(
    page: WeekPage, quick: QuickAddWork, desk: Desk
) -> None:
    dates: list[int] = []

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SeriesDialog)
        dates.append(dialog.rule().count or 0)
        dialog.accept()

    _begin(page)
    type_text("hver 2. uge tirsdag kl. 9 A.M. 45 min 3 gange")
    QTimer.singleShot(0, accept)
    press(Qt.Key.Key_Return)
    assert dates == [3]
    (contact,) = page.shown.contacts
    assert contact.series_id is not None
    desk.undo()
    assert not page.shown.contacts


def test_a_series_that_is_thought_better_of_leaves_the_line(
    page: WeekPage, quick: QuickAddWork
) -> None:
    def reject() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SeriesDialog)
        dialog.reject()

    _begin(page)
    type_text("A.M. hver tirsdag kl. 9")
    QTimer.singleShot(0, reject)
    press(Qt.Key.Key_Return)
    assert quick.card.isVisible()
    assert quick.card.field.text() == "A.M. hver tirsdag kl. 9"
    assert not page.shown.contacts


def test_esc_closes_and_what_was_typed_is_there_again(page: WeekPage, quick: QuickAddWork) -> None:
    _begin(page)
    type_text("A.M. tors")
    press(Qt.Key.Key_Escape)
    assert not quick.card.isVisible()
    assert focused() is page.grid
    _begin(page)
    assert quick.card.field.text() == "A.M. tors"
