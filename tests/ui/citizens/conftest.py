"""The citizens page at work, and contacts for the citizen that is shown."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.services import (
    contacts,
)
from bostoette.services.desk import Desk
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.theme import Theme
from tests.clock import MONDAY
from tests.ui.citizens.view_hands import TODAY, Plan
from tests.ui.hands import show_active


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
