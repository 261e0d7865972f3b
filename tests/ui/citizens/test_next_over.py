"""What the list calls the next contact is read anew when that contact is over."""

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.services.desk import Desk
from bostoette.ui.citizens.citizen_list_model import CitizenRole
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.citizens.next_over import NextOver
from bostoette.ui.theme import Theme
from tests.clock import MONDAY
from tests.services.remote_hands import plan
from tests.ui.hands import show_active

HOUR = timedelta(hours=1)


class Hands:
    """A clock that is turned by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 23, 9, 30)

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, theme: Theme, citizen_id: Key, clock: Hands) -> CitizensPage:
    plan(desk, citizen_id, ContactForm.PHYSICAL, MONDAY, 540)
    plan(desk, citizen_id, ContactForm.PHONE, MONDAY, 780)
    page = CitizensPage(desk, theme, lambda: clock.now().date(), clock.now)
    qtbot.addWidget(page)
    show_active(page)
    return page


def over(page: CitizensPage) -> NextOver:
    found = page.findChild(NextOver)
    assert found is not None
    return found


def line(page: CitizensPage) -> str:
    return str(page.list.model.index(0).data(CitizenRole.LINE))


def test_the_contact_going_on_gives_way_to_the_next_when_it_ends(
    page: CitizensPage, clock: Hands
) -> None:
    assert line(page) == "Ny borger · i dag 09.00"
    assert over(page).isActive()
    assert over(page).interval() == 15 * 60_000
    clock.at += HOUR
    over(page).timeout.emit()
    assert line(page) == "Ny borger · i dag 13.00"


def test_a_hidden_page_reads_anew_when_it_is_shown_after_a_contact_ended(
    page: CitizensPage, clock: Hands
) -> None:
    page.hide()
    clock.at += HOUR
    over(page).timeout.emit()
    assert line(page) == "Ny borger · i dag 09.00"
    page.show()
    assert line(page) == "Ny borger · i dag 13.00"
