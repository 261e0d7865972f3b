"""The form of a contact, with a citizen and a worker to choose."""

import pytest
from pytestqt.qtbot import QtBot

from bostoette.models.key import Key
from bostoette.services.desk import Desk
from bostoette.services.lists import contact_choices
from bostoette.services.program_file import seed_lists
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_dialog import ContactDialog
from tests.clock import MONDAY


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, desk: Desk, citizen_id: Key) -> ContactDialog:
    desk.upkeep(seed_lists, "test")
    shown = ContactDialog(theme, desk.read(contact_choices), MONDAY, Naming())
    qtbot.addWidget(shown)
    return shown
