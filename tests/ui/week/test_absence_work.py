"""An absence entered from the week: whom it leaves without a worker is shown at once."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.planning.day_changes import DayAct, DayWish
from bostoette.services import contacts, workers
from bostoette.services.desk import Desk
from bostoette.ui.naming import Naming
from bostoette.ui.settings.worker_dialogs import AbsenceDialog
from bostoette.ui.theme import Appearance, Theme
from bostoette.ui.week.absence_contacts_dialog import AbsenceContactsDialog
from bostoette.ui.week.absence_work import AbsenceWork
from bostoette.ui.week.week_page import WeekPage
from tests.clock import MONDAY, At
from tests.ui.hands import CONTROL, SHIFT, press, show_active
from tests.ui.settings.dialogs import is_open, open_dialog

NOW = datetime(2026, 11, 23, 7, 30)


@pytest.fixture
def visit(desk: Desk, worker_id: Key, citizen_id: Key, at: At) -> Key:
    fields = ContactFields(
        at(2, "9.00", 60),
        ContactForm.PHYSICAL,
        "support_conversation",
        (worker_id,),
        (citizen_id,),
        agreed_with_citizen=True,
    )
    return desk.do(contacts.create, fields)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, desk: Desk, visit: Key, colleague_id: Key) -> WeekPage:
    page = WeekPage(desk, theme, lambda: NOW)
    page.show_week(IsoWeek.of(MONDAY))
    qtbot.addWidget(page)
    AbsenceWork(page, desk, theme, lambda: NOW, Naming)
    show_active(page)
    page.grid.setFocus()
    return page


def enter(last: str = "27/11") -> AbsenceDialog:
    press(Qt.Key.Key_V, CONTROL | SHIFT)
    dialog = open_dialog(AbsenceDialog)
    dialog.kind.choose(AbsenceKind.ILLNESS)
    dialog.last_day.setText(last)
    return dialog


def test_an_illness_shows_who_is_left_and_all_is_done_in_one_step(
    page: WeekPage, desk: Desk, visit: Key, worker_id: Key
) -> None:
    entered = enter()
    assert "de mest sårbare først" in entered.preview.text()
    entered.accept()
    dialog = open_dialog(AbsenceContactsDialog)
    assert dialog.whose.text() == "M.J. · man. 23. nov. – fre. 27. nov. · 1 borger, 1 kontakt"
    (line,) = dialog.contact_lines
    assert line.title.text() == "ons. 25. nov. 09.00–10.00 · besøg · Asta Mortensen"
    assert line.about.text() == "Ingen kontakt endnu"
    line.choose(DayWish(DayAct.CANCEL))
    dialog.refresh()
    assert line.told.text() == "Bliver stående som aflyst; borgeren skal have det at vide (opgave)"
    dialog.accept()
    found = desk.read(contacts.details, visit)
    assert (found.status, found.status_reason) == (ContactStatus.CANCELLED_BY_US, "Sygdom")
    assert desk.undo() == "Aflys kontakterne man. 23. nov. – fre. 27. nov."
    assert desk.read(contacts.details, visit).status is ContactStatus.PLANNED
    assert len(desk.read(workers.absences, worker_id)) == 1


def test_they_can_be_left_and_taken_one_by_one(page: WeekPage) -> None:
    enter().accept()
    dialog = open_dialog(AbsenceContactsDialog)
    dialog.leave_all()
    assert dialog.said.text() == "1 bliver stående."
    assert not dialog._do.isEnabled()
    dialog.propose()
    assert dialog._do.isEnabled()
    dialog.reject()


def test_an_absence_that_hits_nobody_asks_nothing_more(page: WeekPage) -> None:
    enter("23/11").accept()
    assert not is_open(AbsenceContactsDialog)


def test_somebody_elses_absence_is_entered_by_who_may(
    page: WeekPage, desk: Desk, colleague_id: Key
) -> None:
    entered = enter()
    assert set(entered.people.values) == {desk.actor_id, colleague_id}
    assert entered.people.value == desk.actor_id
    entered.people.choose(colleague_id)
    entered.accept()
    (absence,) = desk.read(workers.absences, colleague_id)
    assert absence.fields.last_day == date(2026, 11, 27)


def test_it_fits_at_the_largest_text(page: WeekPage, theme: Theme) -> None:
    theme.use(Appearance.LIGHT, 200)
    enter().accept()
    least = open_dialog(AbsenceContactsDialog).minimumSizeHint()
    assert least.width() <= 1280
    assert least.height() <= 800
    open_dialog(AbsenceContactsDialog).reject()
