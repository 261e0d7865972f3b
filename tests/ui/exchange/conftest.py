"""A real file with a week in it, the page that shows it, and the dialogs around it."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.team import Purpose
from bostoette.services import contacts
from bostoette.services.desk import Desk
from bostoette.store.journal import describe
from bostoette.ui.exchange.exchange_dialogs import ExchangeDialogs
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_page import WeekPage
from tests.clock import At

NOW = datetime(2026, 11, 23, 9, 12)


def _add_purpose(session: Session) -> None:
    session.add(Purpose(id="support_conversation", title="Støttende samtale", position=0))
    describe(session, "Nyt formål")


@pytest.fixture
def visit(desk: Desk, worker_id: Key, citizen_id: Key, at: At) -> Key:
    """A visit on Tuesday, with a sister for the first twenty minutes."""
    desk.upkeep(_add_purpose)
    fields = ContactFields(
        span=at(1, "10.00", 60),
        form=ContactForm.PHYSICAL,
        purpose_id="support_conversation",
        workers=(worker_id,),
        citizens=(citizen_id,),
        participants=(Participant("Lone Sørensen", "pårørende", 600, 620),),
        agenda=("HEMMELIG",),
    )
    key = desk.do(contacts.create, fields)
    call = replace(fields, form=ContactForm.PHONE, span=at(2, "9.00", 15), participants=())
    desk.do(contacts.create, call)
    return key


@pytest.fixture
def page(desk: Desk, theme: Theme, visit: Key, qtbot: QtBot) -> WeekPage:
    page = WeekPage(desk, theme, lambda: NOW)
    page.show_week(IsoWeek.of(date(2026, 11, 23)))
    qtbot.addWidget(page)
    return page


@pytest.fixture
def dialogs(page: WeekPage, desk: Desk, theme: Theme) -> ExchangeDialogs:
    return ExchangeDialogs(page, desk, theme, lambda: NOW, Naming)
