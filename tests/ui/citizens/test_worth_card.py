"""What is worth considering in a citizen's plan, on her page."""

from dataclasses import replace
from datetime import timedelta

from pytestqt.qtbot import QtBot

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.services import contacts
from bostoette.services.desk import Desk
from bostoette.services.plan_checks import plans_of_citizen
from bostoette.ui.citizens.worth_card import WorthCard
from bostoette.ui.theme import Theme
from tests.clock import MONDAY, At


def test_a_missing_meeting_is_told_with_a_way_to_plan_it_until_it_is_planned(
    qtbot: QtBot, theme: Theme, desk: Desk, citizen_id: Key, worker_id: Key, at: At
) -> None:
    call = ContactFields(at(0, "9.00", 15), ContactForm.PHONE, "acute", (worker_id,), (citizen_id,))
    long_ago = replace(call.span, day=MONDAY - timedelta(days=60))
    desk.upkeep(contacts.create, replace(call, span=long_ago))
    worth = WorthCard(theme)
    qtbot.addWidget(worth)
    worth.show_raised(desk.read(plans_of_citizen, citizen_id, MONDAY))
    assert not worth.isHidden()
    assert "Der er for længe mellem møder ansigt til ansigt." in worth.said
    assert "(P01)" in worth.said
    assert worth.buttons() == [worth.plan]
    with qtbot.waitSignal(worth.visit_asked):
        worth.plan.click()
    desk.upkeep(contacts.create, replace(call, form=ContactForm.PHYSICAL))
    worth.show_raised(desk.read(plans_of_citizen, citizen_id, MONDAY))
    assert worth.isHidden()
    assert worth.buttons() == []
