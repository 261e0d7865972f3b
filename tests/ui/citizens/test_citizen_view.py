"""A citizen's page as a whole: by keyboard, on a small screen, in discretion."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bostoette.models.citizen_fields import (
    AgreementFields,
    AgreementLineFields,
    CitizenFields,
)
from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.planning.citizen_filter import CitizenFilter
from bostoette.services import (
    agreements,
    citizens,
)
from bostoette.services.desk import Desk
from bostoette.ui.citizens.citizen_card import PROFILE
from bostoette.ui.citizens.citizen_dialog import CitizenDialog
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Appearance, Theme
from tests.clock import MONDAY
from tests.ui.citizens.view_hands import TODAY, Plan, cells, open_dialog, texts
from tests.ui.hands import focused, press


def test_a_citizen_without_an_address_is_taken_in_and_planned_without_an_error(
    page: CitizensPage, desk: Desk, plan: Plan
) -> None:
    """Two calls and a walk, with a meeting point instead of an address."""
    page.work.new_citizen()
    dialog = open_dialog(page)
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
    assert [row[-1] for row in cells(page)] == ["2/2", "1/1"]
    page.card.head.tabs.setCurrentIndex(PROFILE)
    shown = texts(page.card.profile)
    assert "Ved varmestuen" in shown
    assert "Adresse" not in shown


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
        shown = texts(page)
        assert "Asta" not in shown
        assert "Mona" not in shown
        assert "Ågade" not in shown


def test_large_text_asks_the_window_for_no_more_room_than_a_small_screen_has(
    page: CitizensPage, theme: Theme
) -> None:
    theme.use(Appearance.LIGHT, 200)
    assert page.minimumSizeHint().width() <= 1280 - theme.pixels(102)
    assert page.minimumSizeHint().height() <= 720
    theme.use(Appearance.LIGHT)
