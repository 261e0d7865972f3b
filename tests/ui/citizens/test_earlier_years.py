"""A citizen's contacts of earlier years come once her page is seen, and then they stay."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.note_fields import NoteFields
from bostoette.models.timespan import TimeSpan
from bostoette.services import citizens, contacts
from bostoette.services.desk import Desk
from bostoette.ui.citizens.citizen_card import NOTES
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.theme import Theme
from tests.clock import MONDAY
from tests.services.notes.writing import sign
from tests.ui.hands import show_active

TODAY = MONDAY + timedelta(days=3)
YEARS = (800, 400, 20)
"""Days back."""


def _meet(desk: Desk, worker_id: Key, citizen_id: Key, back: int) -> Key:
    span = TimeSpan(TODAY - timedelta(days=back), 540, 60)
    purpose = "support_conversation"
    fields = ContactFields(span, ContactForm.PHYSICAL, purpose, (worker_id,), (citizen_id,))
    key = desk.do(contacts.create, fields)
    desk.do(contacts.hold, key)
    return key


@pytest.fixture
def met(desk: Desk, worker_id: Key, citizen_id: Key) -> tuple[Key, ...]:
    """Contacts with the citizen, the oldest first."""
    return tuple(_meet(desk, worker_id, citizen_id, back) for back in YEARS)


@pytest.fixture
def page(
    qtbot: QtBot, desk: Desk, theme: Theme, met: tuple[Key, ...], citizen_id: Key
) -> CitizensPage:
    made = CitizensPage(desk, theme, lambda: TODAY)
    desk.listen(made.on_changes)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    show_active(made)
    made.choose(citizen_id)
    assert _days_back(made) == [20], "the last year stands there at once"
    assert made.card.timeline.count.text() == "mindst 1 kontakt"
    return made


def _days_back(page: CitizensPage) -> list[int]:
    return [(TODAY - one.day).days for one in page.card.timeline.model.contacts]


def _all_there(page: CitizensPage) -> bool:
    return _days_back(page) == sorted(YEARS)


def test_earlier_years_follow_and_the_count_is_then_whole(page: CitizensPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: _all_there(page))
    assert page.card.timeline.count.text() == "3 kontakter"


def test_whoever_reads_on_in_earlier_years_is_not_thrown_back_by_a_change(
    page: CitizensPage, qtbot: QtBot, desk: Desk, citizen_id: Key, met: tuple[Key, ...]
) -> None:
    qtbot.waitUntil(lambda: _all_there(page))
    page.card.timeline.choose(met[0])
    sign(desk, met[2], citizen_id, NoteFields("Gik en tur"), today=TODAY)
    assert _all_there(page)
    assert page.card.timeline.current == met[0]


def test_whoever_goes_on_at_once_sees_the_next_citizens_years_and_nobody_elses(
    page: CitizensPage, qtbot: QtBot, desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    other = desk.do(citizens.create, CitizenFields("Bo Krag"))
    for back in (700, 10):
        _meet(desk, worker_id, other, back)
    page.choose(citizen_id)
    page.choose(other)
    assert _days_back(page) == [10]
    qtbot.waitUntil(lambda: len(_days_back(page)) > 1)
    assert _days_back(page) == [10, 700]
    page.choose(citizen_id)
    assert _days_back(page) == [20]
    qtbot.waitUntil(lambda: _all_there(page))


def test_the_notes_of_earlier_years_are_there_as_soon_as_their_tab_is_seen(
    page: CitizensPage, desk: Desk, citizen_id: Key, met: tuple[Key, ...]
) -> None:
    sign(desk, met[0], citizen_id, NoteFields("Gik en tur"), today=TODAY)
    page.show_citizen(citizen_id)
    page.card.open_tab(NOTES)
    assert [one.id for one in page.card.notes.model.contacts] == [met[0]]
