"""One citizen's page: contacts, agreed mix, grant, profile and loans through real widgets."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from bostoette.models.attendance import Attendance
from bostoette.models.citizen_fields import (
    AgreementFields,
    AgreementLineFields,
    CitizenFields,
    GrantFields,
    ProfileFields,
)
from bostoette.models.citizen_kinds import AgreementRhythm, FormWish
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.ffb import Theme as GoalTheme
from bostoette.models.goal_fields import GoalFields
from bostoette.models.key import Key
from bostoette.models.loan_fields import LoanFields
from bostoette.models.note_fields import NoteFields
from bostoette.models.timespan import TimeSpan
from bostoette.planning.citizen_filter import CitizenFilter
from bostoette.services import (
    agreements,
    attendance,
    citizens,
    contact_panel,
    contacts,
    equipment,
    goals,
    grants,
)
from bostoette.services.desk import Desk
from bostoette.services.timeline_facts import timeline_facts
from bostoette.ui.citizens.agreement_editor import AgreementEditor
from bostoette.ui.citizens.citizen_card import NOTES, PROFILE
from bostoette.ui.citizens.citizen_dialog import CitizenDialog
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.citizens.loan_editor import LoanEditor
from bostoette.ui.citizens.profile_card import ProfileCard
from bostoette.ui.citizens.timeline_filter import TimelineFilter
from bostoette.ui.citizens.timeline_model import FEW, PAGE, TimelineRole
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Appearance, Theme
from tests.clock import MONDAY
from tests.services.notes.writing import sign
from tests.ui.hands import focused, press, show_active

TODAY = MONDAY + timedelta(days=3)
Plan = Callable[..., Key]
_SAID = (TimelineRole.THIRD, Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, theme: Theme, citizen_id: Key) -> Iterator[CitizensPage]:
    made = CitizensPage(desk, theme, lambda: TODAY)
    desk.listen(made.on_changes)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    show_active(made)
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.done(0)


@pytest.fixture
def plan(desk: Desk, worker_id: Key, citizen_id: Key) -> Plan:
    """Plan a contact so many days from Monday, and perhaps hold it."""

    def make(
        days: int,
        form: ContactForm = ContactForm.PHYSICAL,
        minutes: int = 60,
        *,
        held: bool = False,
        whom: Key = citizen_id,
    ) -> Key:
        span = TimeSpan(MONDAY + timedelta(days=days), 540, minutes)
        fields = ContactFields(span, form, "support_conversation", (worker_id,), (whom,))
        key = desk.do(contacts.create, fields)
        if held:
            desk.do(contacts.hold, key)
        return key

    return make


def _texts(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def _dialog(page: CitizensPage) -> QDialog:
    (found,) = (one for one in page.findChildren(QDialog) if one.isVisible())
    return found


def _days(page: CitizensPage) -> list[int]:
    return [(one.day - MONDAY).days for one in page.card.timeline.model.contacts]


def _cells(page: CitizensPage) -> list[list[str]]:
    table = page.card.side.table
    found = []
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        found.append([item.text() for item in items if item is not None])
    return found


def test_those_to_come_stand_first_and_the_past_newest_first(
    page: CitizensPage, plan: Plan
) -> None:
    for days in (-7, 1, 4, 8):
        plan(days, held=days < 3)
    assert _days(page) == [4, 8, 1, -7]
    model = page.card.timeline.model
    heard = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Fysisk besøg, fredag 27. november 2026 klokken 09.00, planlagt")


def test_a_long_series_to_come_does_not_hide_the_past(page: CitizensPage, plan: Plan) -> None:
    for week in range(FEW + 3):
        plan(4 + 7 * week)
    plan(-3, held=True)
    timeline = page.card.timeline
    assert len(_days(page)) == FEW + 1
    assert timeline.more.isVisible()
    timeline.more.click()
    assert len(_days(page)) == FEW + 4


def test_a_contact_called_off_says_why_and_one_exchanged_says_with_what(
    page: CitizensPage, desk: Desk, plan: Plan
) -> None:
    key = plan(0)
    desk.do(contacts.cancel, key, ContactStatus.CANCELLED_BY_CITIZEN, "Ville hellere vente")
    index = page.card.timeline.model.index(0)
    heard = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "aflyst af borger" in heard
    assert "Ville hellere vente" in heard


def test_the_timeline_keeps_qts_rules_and_comes_a_page_at_a_time(
    page: CitizensPage, plan: Plan, qtmodeltester: ModelTester
) -> None:
    for days in range(PAGE + 5):
        plan(-1 - days, held=True)
    model = page.card.timeline.model
    model.replace(model.contacts[::-1], TODAY)
    qtmodeltester.check(model)
    assert len(model.contacts) == PAGE + 5


def test_the_timeline_is_filtered_by_form_and_status(page: CitizensPage, plan: Plan) -> None:
    plan(-1, held=True)
    plan(-2, ContactForm.PHONE, 15, held=True)
    plan(-3, ContactForm.PHONE, 15)
    timeline = page.card.timeline
    timeline.show_only([ContactForm.PHONE])
    assert _days(page) == [-2, -3]
    timeline.show_only([ContactForm.PHONE], [ContactStatus.HELD])
    assert _days(page) == [-2]
    assert timeline.count.text() == "1 af 3 kontakter"
    timeline.show_only([ContactForm.VIDEO])
    assert "Ingen af kontakterne passer" in _texts(timeline)
    timeline.plan.click()
    assert len(_days(page)) == 3


def test_enter_opens_a_contact_and_the_buttons_ask_for_a_new_one(
    page: CitizensPage, plan: Plan, citizen_id: Key
) -> None:
    opened: list[Key] = []
    asked: list[Key] = []
    page.contact_opened.connect(opened.append)
    page.plan_asked.connect(asked.append)
    assert "Her kommer borgerens kontakter til at stå" in _texts(page.card.timeline)
    page.card.timeline.plan.click()
    key = plan(4)
    page.card.timeline.view.setFocus()
    press(Qt.Key.Key_Return)
    page.card.head.plan.click()
    assert (opened, asked) == ([key], [citizen_id, citizen_id])


def test_four_visits_that_became_three_and_four_videos_show_both_periods(
    page: CitizensPage, desk: Desk, citizen_id: Key
) -> None:
    """Through the form that people use."""
    first = MONDAY - timedelta(weeks=8)
    desk.do(agreements.agree, citizen_id, AgreementFields(first, (AgreementLineFields(4, 60),)))
    page.card.side.agreement.action.click()
    dialog = _dialog(page)
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
    shown = _texts(page.card.side.history)
    assert (
        "Gælder: fra 23. nov. 2026 indtil videre\n"
        "3 × 60 min pr. uge fysisk besøg; 4 × 30 min pr. uge videosamtale"
    ) in shown
    assert "Før: fra 28. sep. 2026 til 22. nov. 2026\n4 × 60 min pr. uge fysisk besøg" in shown
    assert _cells(page) == [
        ["Besøg", "0/4", "0/4", "0/4", "0/4", "0/3"],
        ["Video", "–", "–", "–", "–", "0/4"],
    ]


def test_a_citizen_without_an_address_is_taken_in_and_planned_without_an_error(
    page: CitizensPage, desk: Desk, plan: Plan
) -> None:
    """Two calls and a walk, with a meeting point instead of an address."""
    page.work.new_citizen()
    dialog = _dialog(page)
    assert isinstance(dialog, CitizenDialog)
    QTest.keyClicks(dialog.name, "Kaj Holm")
    dialog.meeting_point.setText("Ved varmestuen")
    dialog.save_button.click()
    kaj = page.current
    assert kaj is not None
    lines = (
        AgreementLineFields(2, 15, forms=(ContactForm.PHONE,)),
        AgreementLineFields(1, 45, forms=(ContactForm.WALK_TALK,)),
    )
    desk.do(agreements.agree, kaj, AgreementFields(MONDAY, lines))
    plan(0, ContactForm.PHONE, 15, whom=kaj, held=True)
    plan(4, ContactForm.PHONE, 15, whom=kaj)
    plan(2, ContactForm.WALK_TALK, 45, whom=kaj, held=True)
    assert [row[-1] for row in _cells(page)] == ["2/2", "1/1"]
    page.card.head.tabs.setCurrentIndex(PROFILE)
    shown = _texts(page.card.profile)
    assert "Ved varmestuen" in shown
    assert "Adresse" not in shown


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
    assert _cells(page) == [
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
    shown = _texts(page.card.side.grant)
    assert "slutter senest 9. dec. 2026: 13 dage tilbage. Aftal nu" in shown
    assert "transport og dokumentation tæller ikke med" in shown


def test_the_last_meeting_face_to_face_is_told_in_days(page: CitizensPage, plan: Plan) -> None:
    assert "Sidst set fysisk\nIkke endnu" in _texts(page.card.side.digital)
    plan(-11, held=True)
    plan(1, ContactForm.VIDEO, 30, held=True)
    assert "Sidst set fysisk\nfor 14 dage siden" in _texts(page.card.side.digital)


def test_a_group_of_the_profile_is_asked_and_saved_in_one_step(
    page: CitizensPage, desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    page.card.head.tabs.setCurrentIndex(PROFILE)
    wishes = page.card.profile.groups["wishes"]
    assert wishes.action.text() == "Spørg nu"
    wishes.action.click()
    assert wishes.form is not None
    wishes.form.chosen["wish_phone"].choose(FormWish.REFUSES)
    wishes.keep.click()
    stored = desk.read(citizens.details, citizen_id).profile
    assert (stored.wish_phone, stored.wishes_asked_on) == (FormWish.REFUSES, TODAY)
    assert (stored.wishes_asked_by, stored.filled_on) == (worker_id, None)
    assert "Spurgt 26. nov. 2026 af M.J. · spørg igen fra 26. maj 2027" in _texts(wishes)
    assert _texts(page.card.profile).count("Ikke spurgt endnu") == 2
    desk.undo()
    assert desk.read(citizens.details, citizen_id).profile == ProfileFields()


def test_wishes_older_than_six_months_are_to_be_asked_again(
    page: CitizensPage, desk: Desk, citizen_id: Key
) -> None:
    found = desk.read(citizens.details, citizen_id)
    asked = replace(found.profile, wishes_asked_on=date(2026, 5, 26))
    desk.do(citizens.change_profile, citizen_id, found.profile_version, asked)
    page.card.head.tabs.setCurrentIndex(PROFILE)
    assert "Spørg igen nu" in _texts(page.card.profile.groups["wishes"])


def test_every_question_comes_back_as_it_was_answered(
    page: CitizensPage, desk: Desk, citizen_id: Key
) -> None:
    page.card.head.tabs.setCurrentIndex(PROFILE)
    for card in page.card.profile.groups.values():
        card.ask()
        assert card.form is not None
        for tick in card.form.ticks.values():
            tick.toggle()
        for box in card.form.chosen.values():
            box.box.setCurrentIndex(0)
        card.form.travel.setValue(42)
        card.store()
        assert card.form is None
    stored, usual = desk.read(citizens.details, citizen_id).profile, ProfileFields()
    flags = [name for name in ProfileFields.__slots__ if isinstance(getattr(usual, name), bool)]
    assert all(getattr(stored, name) is not getattr(usual, name) for name in flags)
    assert (stored.travel_minutes_one_way, stored.wish_phone) == (42, FormWish.REFUSES)


def test_nobody_counts_as_having_practised_video_before_it_is_answered(
    page: CitizensPage, desk: Desk, citizen_id: Key
) -> None:
    page.card.head.tabs.setCurrentIndex(PROFILE)
    card = page.card.profile.groups["equipment"]
    card.ask()
    assert card.form is not None
    practised = card.form.answered["video_startup_done"]
    assert practised.box.currentText() == "Ikke svaret endnu"
    card.store()
    assert not desk.read(citizens.details, citizen_id).profile.video_startup_done
    card.ask()
    assert card.form is not None
    practised = card.form.answered["video_startup_done"]
    assert practised.value is False
    practised.choose(True)  # noqa: FBT003 - the answer
    card.store()
    assert desk.read(citizens.details, citizen_id).profile.video_startup_done


def _leave(card: ProfileCard, words: str) -> None:
    """Press Annullér and answer what becomes of what was chosen."""
    card.leave.click()
    (box,) = (one for one in card.findChildren(QMessageBox) if one.isVisible())
    next(one for one in box.buttons() if one.text().replace("&", "") == words).click()


def test_half_written_answers_come_back_to_their_citizen_and_nobody_else(
    page: CitizensPage, desk: Desk, citizen_id: Key
) -> None:
    page.card.head.tabs.setCurrentIndex(PROFILE)
    card = page.card.profile.groups["wishes"]
    card.ask()
    begun = card.form
    assert begun is not None
    begun.chosen["wish_video"].choose(FormWish.PREFERS)
    other = desk.do(citizens.create, CitizenFields("Søren Ærø", primary_worker_id=desk.actor_id))
    page.choose(other)
    assert "kladde" not in _texts(card)
    page.choose(citizen_id)
    taken_up = card.form
    assert taken_up is not None
    assert taken_up.chosen["wish_video"].value is FormWish.PREFERS
    assert "kladde" in _texts(card)
    for words in ("Bliv her", "Husk til næste gang"):
        _leave(card, words)
        assert (card.form is not None) is (words == "Bliv her")
    card.action.click()
    assert "kladde" in _texts(card)
    _leave(card, "Kassér")
    page.choose(other)
    page.choose(citizen_id)
    assert card.action.isVisible()
    assert "kladde" not in _texts(card)


def test_a_half_written_citizen_survives_and_a_saved_one_leaves_no_draft(
    page: CitizensPage, desk: Desk
) -> None:
    page.work.new_citizen()
    first = _dialog(page)
    assert isinstance(first, CitizenDialog)
    QTest.keyClicks(first.name, "Kaj Ho")
    page.keep_drafts()
    first.hide()  # what a crash leaves: nobody said that it should be thrown away
    page.work.new_citizen()
    second = _dialog(page)
    assert isinstance(second, CitizenDialog)
    assert second.name.text() == "Kaj Ho"
    assert second.kept.isVisible()
    second.save_button.click()
    page.work.new_citizen()
    third = _dialog(page)
    assert isinstance(third, CitizenDialog)
    assert not third.name.text()


def test_a_half_written_agreement_comes_back_with_all_its_lines(
    page: CitizensPage, citizen_id: Key
) -> None:
    page.work.agree(citizen_id)
    first = _dialog(page)
    assert isinstance(first, AgreementEditor)
    first.more.click()
    first.lines[1].number.setValue(7)
    page.keep_drafts()
    first.hide()
    page.work.agree(citizen_id)
    second = _dialog(page)
    assert isinstance(second, AgreementEditor)
    assert [one.number.value() for one in second.lines] == [1, 7]


def test_equipment_is_lent_and_given_back_on_the_page(
    page: CitizensPage, desk: Desk, citizen_id: Key
) -> None:
    assert "Intet er lånt ud." in _texts(page.card.side.loans)
    page.card.side.loans.action.click()
    dialog = _dialog(page)
    assert isinstance(dialog, LoanEditor)
    dialog.what.setText("Tablet nr. 4")
    dialog.due_back.setText("15/1/2027")
    dialog.save_button.click()
    assert "udlånt 26. nov. 2026 – tilbage 15. jan. 2027" in _texts(page.card.side.loans)
    (loan,) = desk.read(equipment.loans_of, citizen_id)
    assert loan.fields == LoanFields("Tablet nr. 4", TODAY, date(2027, 1, 15))
    page.card.side.loans.button(loan.id).click()
    again = _dialog(page)
    assert isinstance(again, LoanEditor)
    assert again.back is not None
    again.back.click()
    assert "afleveret 26. nov. 2026" in _texts(page.card.side.loans)


def test_the_forms_are_advised_on_for_the_purpose_chosen(
    page: CitizensPage, desk: Desk, citizen_id: Key
) -> None:
    found = desk.read(citizens.details, citizen_id)
    asked = replace(
        found.profile, filled_on=TODAY, wish_phone=FormWish.REFUSES, wishes_asked_on=TODAY
    )
    desk.do(citizens.change_profile, citizen_id, found.profile_version, asked)
    cards = page.card.advice.cards
    assert cards[ContactForm.PHONE].chip.text() == "Tilbydes ikke"
    assert cards[ContactForm.PHONE].reason.text()
    assert cards[ContactForm.PHYSICAL].chip.text() == "Anbefales"


def test_f6_finds_every_part_and_tab_comes_round_in_ten_stops(
    page: CitizensPage, plan: Plan
) -> None:
    plan(4)
    assert page.panes() == (
        page.bar,
        page.list.view,
        page.card.head,
        page.card.middle,
        page.card.side,
    )
    page.list.search.setFocus()
    begun, stops = focused(), [focused()]
    for _ in range(30):
        press(Qt.Key.Key_Tab)
        if focused() is begun:
            break
        stops.append(focused())
    assert focused() is begun
    assert len(stops) <= 9, stops  # and the rail is one


def test_arrows_go_between_the_buttons_of_a_group(page: CitizensPage) -> None:
    head = page.card.head
    head.plan.setFocus()
    press(Qt.Key.Key_Right)
    assert focused() is head.papers
    press(Qt.Key.Key_Right)
    assert focused() is head.change
    press(Qt.Key.Key_End)
    assert focused() is head.fell


@pytest.mark.parametrize("size", [(1200, 800, 100), (1080, 720, 200)])
def test_the_page_needs_no_more_than_a_small_screen(
    page: CitizensPage, plan: Plan, theme: Theme, size: tuple[int, int, int]
) -> None:
    width, height, percent = size
    plan(4)
    theme.use(Appearance.LIGHT, percent)
    QApplication.processEvents()
    page.resize(width, height)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= width
    assert page.width() == width
    theme.use(Appearance.LIGHT)


def test_the_list_begins_with_ones_own_and_the_search_tells_of_others(
    page: CitizensPage, desk: Desk, colleague_id: Key
) -> None:
    fields = CitizenFields("Søren Ærø", primary_worker_id=colleague_id)
    soren = desk.do(citizens.create, fields)
    assert [one.name for one in page.list.model.citizens] == ["Asta Mortensen"]
    page.list.search.setText("soren")
    assert not page.list.model.citizens
    assert page.list.widen.text() == "Vis 1 uden for filteret"
    page.list.widen.click()
    assert page.current == soren


def test_the_filter_finds_those_without_a_planned_contact(
    page: CitizensPage, desk: Desk, plan: Plan
) -> None:
    bo = desk.do(citizens.create, CitizenFields("Bo Krag", primary_worker_id=desk.actor_id))
    plan(4)
    page.list.filter.choose(CitizenFilter(nothing_planned=True))
    assert [one.id for one in page.list.model.citizens] == [bo]
    assert page.list.filter.text() == "Alle borgere · intet planlagt"


def test_a_row_tells_relation_and_next_contact(page: CitizensPage, plan: Plan) -> None:
    row = page.list.model.index(0)
    line = page.list.model.line
    assert line(page.list.model.citizens[0]) == "Ny borger · intet planlagt"
    plan(-7, held=True)
    plan(4)
    assert line(page.list.model.citizens[0]) == "Kendt relation · fre. 09.00"
    assert "kendt relation" in str(row.data(Qt.ItemDataRole.AccessibleTextRole))


def test_discretion_hides_names_and_addresses_on_the_whole_page(
    page: CitizensPage, desk: Desk, citizen_id: Key
) -> None:
    found = desk.read(citizens.details, citizen_id)
    fields = replace(found.fields, address="Ågade 3")
    desk.do(citizens.change, citizen_id, found.version, fields)
    page.set_naming(Naming(discreet=True))
    for tab in (0, PROFILE):
        page.card.head.tabs.setCurrentIndex(tab)
        shown = _texts(page)
        assert "Asta" not in shown
        assert "Mona" not in shown
        assert "Ågade" not in shown


def test_the_contacts_are_list_items_to_a_screen_reader(page: CitizensPage, plan: Plan) -> None:
    plan(4)
    heard = QAccessible.queryAccessibleInterface(page.card.timeline.view)
    assert heard.childCount() == 1
    assert "fredag 27. november" in heard.child(0).text(QAccessible.Text.Name)


def test_large_text_asks_the_window_for_no_more_room_than_a_small_screen_has(
    page: CitizensPage, theme: Theme
) -> None:
    theme.use(Appearance.LIGHT, 200)
    assert page.minimumSizeHint().width() <= 1280 - theme.pixels(102)
    assert page.minimumSizeHint().height() <= 720
    theme.use(Appearance.LIGHT)


def test_discretion_hides_why_a_contact_was_called_off_and_its_agenda(
    page: CitizensPage, plan: Plan, desk: Desk
) -> None:
    key = plan(4)
    desk.do(contact_panel.add_agenda, key, "Brev fra Grethe")
    desk.do(contacts.cancel, key, ContactStatus.CANCELLED_BY_CITIZEN, "Grethe er syg")
    told = [page.card.timeline.model.index(0).data(role) for role in _SAID]
    assert "Grethe er syg" in " ".join(map(str, told))
    page.set_naming(Naming(discreet=True))
    told = [page.card.timeline.model.index(0).data(role) for role in _SAID]
    assert "Grethe" not in " ".join(map(str, told))
    assert "Skjult" in str(told[0])


def test_the_timeline_is_filtered_by_who_held_a_contact_and_by_its_goal(
    page: CitizensPage, plan: Plan, desk: Desk
) -> None:
    citizen = page.current
    assert citizen is not None
    plan(-1, held=True)
    served = plan(-2, held=True)
    wish = desk.do(goals.write_wish, citizen, "Gæster", TODAY)
    aim = desk.do(goals.add_aim, wish, "Hjem")
    goal = desk.do(
        goals.add_goal,
        aim,
        GoalFields("Jeg vasker op", theme=GoalTheme.PRACTICAL),
        TODAY,
        desk.actor_id,
    )
    desk.do(goals.serve, served, {goal})
    timeline = page.card.timeline
    _choose(timeline.filter, "Jeg vasker op")
    assert _days(page) == [-2]
    assert timeline.filter.text() == "1 delmål"
    _choose(timeline.filter, "Vis alle")
    assert _days(page) == [-1, -2]
    who = desk.look(timeline_facts, citizen).workers[0].words
    _choose(timeline.filter, who)
    assert _days(page) == [-1, -2]
    assert timeline.filter.text() == who
    page.set_naming(Naming(discreet=True))
    words = _choose(timeline.filter, "Vis alle")
    assert "Jeg vasker op" not in words
    assert GoalTheme.PRACTICAL.danish in words


def _choose(filtered: TimelineFilter, words: str) -> list[str]:
    menu = filtered.menu()
    menu.aboutToShow.emit()
    offered = {one.text(): one for one in menu.actions() if not one.isSeparator()}
    said = list(offered)
    offered[words].trigger()
    return said


def test_a_note_about_a_group_that_she_stayed_away_from_stands_among_her_notes(
    qtbot: QtBot, page: CitizensPage, desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    other = desk.do(citizens.create, CitizenFields("Bo Krag", primary_worker_id=worker_id))
    both = (citizen_id, other)
    span = TimeSpan(MONDAY, 540, 45)
    fields = ContactFields(span, ContactForm.GROUP_WALK, "social_need", (worker_id,), both)
    walk = desk.do(contacts.create, fields)
    sign(desk, walk, citizen_id, NoteFields("Ringede afbud"))
    desk.do(attendance.note, walk, citizen_id, Attendance.DID_NOT_COME)
    page.choose(citizen_id)
    tabs = page.card.head.tabs
    qtbot.waitUntil(lambda: tabs.tabText(NOTES) == "Notater 1", timeout=2000)
    tabs.setCurrentIndex(NOTES)
    model = page.card.notes.model

    def spoken() -> str:
        rows = range(model.rowCount())
        return " ".join(
            str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows
        )

    qtbot.waitUntil(lambda: "kom ikke" in spoken(), timeout=2000)
    assert "Ringede afbud" in spoken()
    tabs.setCurrentIndex(0)
    assert page.card.timeline.model.rowCount() == 0
