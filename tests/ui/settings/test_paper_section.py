"""Papir og frist: what stands on paper, and the period before deletion, as the leader says."""

import pytest

from bostoette.models.key import Key
from bostoette.services.paper_settings import PaperSettings, paper_settings
from bostoette.services.program_file import OpenFile
from bostoette.ui.settings.paper_section import PaperSection
from bostoette.ui.settings.settings_page import SettingsPage


@pytest.fixture
def shown(page: SettingsPage) -> PaperSection:
    section = page.choose(PaperSection)
    assert isinstance(section, PaperSection)
    return section


def test_the_teams_name_and_period_are_stored(shown: PaperSection, opened: OpenFile) -> None:
    shown.name.setText("Bostøtten i Midtbyen")
    shown.phone.setText("12 34 56 78")
    shown.months.setValue(24)
    shown.save_button.click()
    stored = PaperSettings("Bostøtten i Midtbyen", "12 34 56 78", 24)
    assert opened.desk.read(paper_settings) == stored


def test_a_cpr_number_is_refused_beside_what_was_typed(shown: PaperSection) -> None:
    shown.name.setText("010180-1234")
    shown.save_button.click()
    assert "CPR" in shown.notice.words
    assert shown.name.text() == "010180-1234"


def test_others_than_the_leader_can_only_read(
    shown: PaperSection, opened: OpenFile, leader: Key
) -> None:
    shown.refresh()
    assert not shown.name.isEnabled()
    assert not shown.save_button.isEnabled()


def test_what_is_being_typed_stays_when_others_change_something(
    shown: PaperSection, opened: OpenFile
) -> None:
    shown.name.setText("Halvt skrev")
    shown.refresh()
    assert shown.name.text() == "Halvt skrev"
