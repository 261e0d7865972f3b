"""Mig: what a person says of herself, kept with its faults beside the fields."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from bostoette.models.travel_mode import TravelMode
from bostoette.models.worker_fields import WorkerFields
from bostoette.models.worker_kinds import BaseKind
from bostoette.services import workers
from bostoette.services.program_file import OpenFile
from bostoette.ui.main_window import MainWindow
from bostoette.ui.settings.me_section import MeSection
from bostoette.ui.settings.settings_page import SettingsPage
from tests.ui.hands import focused, press


@pytest.fixture
def me(page: SettingsPage) -> MeSection:
    section = page.choose(MeSection)
    assert isinstance(section, MeSection)
    return section


def stored(opened: OpenFile) -> WorkerFields:
    return opened.desk.read(workers.details, opened.desk.actor_id).fields


def test_what_is_typed_is_stored_and_undone(
    me: MeSection, opened: OpenFile, window: MainWindow
) -> None:
    before = stored(opened)
    me.form.name.setText("Mona Juul")
    me.form.job_title.setText("Bostøttemedarbejder")
    me.form.base_kind.choose(BaseKind.HOME)
    me.form.travel_mode.choose(TravelMode.BIKE)
    me.form.base_postal_code.setText("8900")
    me.form.point.setText("56.46, 10.03")
    me.form.hours.change_button.click()
    me.form.hours.rows[4].end.setText("14")
    me.save_button.click()
    after = stored(opened)
    assert after == replace(
        before,
        name="Mona Juul",
        job_title="Bostøttemedarbejder",
        base_kind=BaseKind.HOME,
        travel_mode=TravelMode.BIKE,
        base_postal_code="8900",
        base_latitude=56.46,
        base_longitude=10.03,
        hours=after.hours,
    )
    assert type(after.travel_mode) is TravelMode
    assert after.hours.weekly_minutes == 38 * 60
    window.undoing.undo()
    assert stored(opened) == before
    assert me.form.name.text() == "Mona Jensen"


def test_faults_stand_beside_their_fields_and_nothing_typed_is_lost(
    me: MeSection, opened: OpenFile
) -> None:
    before = stored(opened)
    me.form.job_title.setText("Vejleder")
    me.form.initials.setText(" ")
    me.form.point.setText("ved åen")
    me.save_button.click()
    told = {name: row.fault.words for name, (row, _field) in me.form._rows.items()}
    assert told["initials"].startswith("Skriv initialerne")
    assert told["base_latitude"].startswith("Skriv to tal")
    assert not told["name"]
    assert focused() is me.form.initials
    assert me.form.job_title.text() == "Vejleder"
    assert stored(opened) == before


def test_a_time_that_is_none_is_told_beside_its_day(me: MeSection, opened: OpenFile) -> None:
    before = stored(opened)
    me.form.hours.rows[0].start.setText("sent")
    me.save_button.click()
    assert focused() is me.form.hours.rows[0].start
    assert stored(opened) == before


def test_a_change_elsewhere_is_shown_at_once_unless_the_person_is_typing(
    me: MeSection, opened: OpenFile
) -> None:
    desk = opened.desk
    for phone, shown in (("20 12 34 56", "20 12 34 56"), ("30 12 34 56", "20 12 34 56")):
        found = desk.read(workers.details, desk.actor_id)
        other = replace(found.fields, phone=phone)
        desk.do(workers.change, desk.actor_id, desk.actor_id, found.version, other)
        assert me.form.phone.text() == shown
        me.form.name.setText("Mona J")
    me.save_button.click()
    assert "Intet er overskrevet" in me.notice.words
    assert me.form.name.text() == "Mona J"
    me.fetch_button.click()
    assert me.form.phone.text() == "30 12 34 56"
    assert me.form.name.text() == "Mona Jensen"


def test_initials_of_a_colleague_are_refused_in_a_sentence(
    me: MeSection, opened: OpenFile, colleague: bytes
) -> None:
    me.form.initials.setText("kl")
    me.save_button.setFocus()
    press(Qt.Key.Key_Space)
    assert "bruges allerede" in me.notice.words
    assert stored(opened).initials == "M.J."
