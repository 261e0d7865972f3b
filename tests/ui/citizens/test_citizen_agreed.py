"""What is agreed with a citizen against what is planned and held, the clock of 82b, and loans."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from bostoette.models.citizen_fields import (
    AgreementFields,
    AgreementLineFields,
    GrantFields,
)
from bostoette.models.citizen_kinds import AgreementRhythm
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.loan_fields import LoanFields
from bostoette.services import (
    agreements,
    equipment,
    grants,
)
from bostoette.services.desk import Desk
from bostoette.ui.citizens.agreement_editor import AgreementEditor
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.citizens.loan_editor import LoanEditor
from tests.clock import MONDAY
from tests.ui.citizens.view_hands import TODAY, Plan, cells, open_dialog, texts


def test_four_visits_that_became_three_and_four_videos_show_both_periods(
    page: CitizensPage, desk: Desk, citizen_id: Key
) -> None:
    """Through the form that people use."""
    first = MONDAY - timedelta(weeks=8)
    desk.do(agreements.agree, citizen_id, AgreementFields(first, (AgreementLineFields(4, 60),)))
    page.card.side.agreement.action.click()
    dialog = open_dialog(page)
    assert isinstance(dialog, AgreementEditor)
    dialog.lines[0].number.setValue(3)
    dialog.more.click()
    video = dialog.lines[1]
    video.number.setValue(4)
    video.minutes.setValue(30)
    video.forms[ContactForm.PHONE].setChecked(False)
    video.forms[ContactForm.VIDEO].setChecked(True)
    dialog.valid_from.setText("23/11/2026")
    dialog.save_button.click()
    shown = texts(page.card.side.history)
    assert (
        "Gælder: fra 23. nov. 2026 indtil videre\n"
        "3 × 60 min pr. uge fysisk besøg; 4 × 30 min pr. uge videosamtale"
    ) in shown
    assert "Før: fra 28. sep. 2026 til 22. nov. 2026\n4 × 60 min pr. uge fysisk besøg" in shown
    assert cells(page) == [
        ["Besøg", "0/4", "0/4", "0/4", "0/4", "0/3"],
        ["Video", "–", "–", "–", "–", "0/4"],
    ]


def test_a_rhythm_of_three_weeks_is_counted_in_its_own_period(
    page: CitizensPage, desk: Desk, plan: Plan, citizen_id: Key
) -> None:
    """A visit every third week, two walks, and calls."""
    first = MONDAY - timedelta(weeks=3)
    lines = (
        AgreementLineFields(1, 60, AgreementRhythm.N_WEEKS, 3),
        AgreementLineFields(2, 45, forms=(ContactForm.WALK_TALK,)),
        AgreementLineFields(1, 10, forms=(ContactForm.PHONE,)),
    )
    desk.do(agreements.agree, citizen_id, AgreementFields(first, lines))
    plan(-20, held=True)
    plan(15)
    for week in range(-3, 1):
        for day in (0, 2):
            plan(7 * week + day, ContactForm.WALK_TALK, 45, held=True)
        plan(7 * week + 1, ContactForm.PHONE, 10, held=True)
    assert cells(page) == [
        ["Besøg hver 3. uge", "–", "1/1", "1/1"],
        ["Gåtur", "–", "2/2", "2/2", "2/2", "2/2"],
        ["Telefon", "–", "1/1", "1/1", "1/1", "1/1"],
    ]
    assert "Mangler" not in page.card.side.words.text()


def test_every_cell_is_heard_with_line_week_and_numbers(
    page: CitizensPage, desk: Desk, plan: Plan, citizen_id: Key
) -> None:
    desk.do(agreements.agree, citizen_id, AgreementFields(MONDAY, (AgreementLineFields(2, 60),)))
    plan(0, held=True)
    item = page.card.side.table.item(0, 5)
    assert item is not None
    heard = item.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Besøg, uge 48: aftalt 2, afholdt 1"
    assert page.card.side.words.text() == "Denne uge: besøg 1 t. Mangler: 1 besøg."
    assert page.card.side.bar.accessibleName() == page.card.side.words.text()


def test_the_clock_of_82b_is_told_and_warns_before_the_end(
    page: CitizensPage, desk: Desk, citizen_id: Key
) -> None:
    desk.do(grants.add, citizen_id, GrantFields("82b", date(2026, 6, 10), 60, 60))
    shown = texts(page.card.side.grant)
    assert "slutter senest 9. dec. 2026: 13 dage tilbage. Aftal nu" in shown
    assert "transport og dokumentation tæller ikke med" in shown


def test_the_last_meeting_face_to_face_is_told_in_days(page: CitizensPage, plan: Plan) -> None:
    assert "Sidst set fysisk\nIkke endnu" in texts(page.card.side.digital)
    plan(-11, held=True)
    plan(1, ContactForm.VIDEO, 30, held=True)
    assert "Sidst set fysisk\nfor 14 dage siden" in texts(page.card.side.digital)


def test_a_half_written_agreement_comes_back_with_all_its_lines(
    page: CitizensPage, citizen_id: Key
) -> None:
    page.work.agree(citizen_id)
    first = open_dialog(page)
    assert isinstance(first, AgreementEditor)
    first.more.click()
    first.lines[1].number.setValue(7)
    page.keep_drafts()
    first.hide()
    page.work.agree(citizen_id)
    second = open_dialog(page)
    assert isinstance(second, AgreementEditor)
    assert [one.number.value() for one in second.lines] == [1, 7]


def test_equipment_is_lent_and_given_back_on_the_page(
    page: CitizensPage, desk: Desk, citizen_id: Key
) -> None:
    assert "Intet er lånt ud." in texts(page.card.side.loans)
    page.card.side.loans.action.click()
    dialog = open_dialog(page)
    assert isinstance(dialog, LoanEditor)
    dialog.what.setText("Tablet nr. 4")
    dialog.due_back.setText("15/1/2027")
    dialog.save_button.click()
    assert "udlånt 26. nov. 2026 – tilbage 15. jan. 2027" in texts(page.card.side.loans)
    (loan,) = desk.read(equipment.loans_of, citizen_id)
    assert loan.fields == LoanFields("Tablet nr. 4", TODAY, date(2027, 1, 15))
    page.card.side.loans.button(loan.id).click()
    again = open_dialog(page)
    assert isinstance(again, LoanEditor)
    assert again.back is not None
    again.back.click()
    assert "afleveret 26. nov. 2026" in texts(page.card.side.loans)
