"""Teamet: a substitute in a minute, who stops, who is away, and what a leader alone may do."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker_kinds import AbsenceKind, WorkerRole
from bostoette.services import citizens, contacts, workers
from bostoette.services.program_file import OpenFile
from bostoette.ui.main_window import MainWindow
from bostoette.ui.settings.settings_page import SettingsPage
from bostoette.ui.settings.team_section import TeamSection
from bostoette.ui.settings.worker_dialogs import AbsenceDialog, StopDialog, WorkerDialog
from tests.ui.hands import press, type_text
from tests.ui.settings.dialogs import none_open, open_dialog


@pytest.fixture
def team(page: SettingsPage) -> TeamSection:
    section = page.choose(TeamSection)
    assert isinstance(section, TeamSection)
    return section


def lines(team: TeamSection) -> list[str]:
    return [team.people.list.item(row).text() for row in range(team.people.list.count())]


def plan(opened: OpenFile, worker_id: Key) -> None:
    fields = CitizenFields("Asta Mortensen", primary_worker_id=worker_id)
    citizen = opened.desk.do(citizens.create, fields)
    contact = ContactFields(
        span=TimeSpan(date(2026, 11, 26), 600, 30),
        form=ContactForm.PHONE,
        purpose_id="support_conversation",
        workers=(worker_id,),
        citizens=(citizen,),
    )
    opened.desk.do(contacts.create, contact)


def test_a_substitute_is_made_by_typing_a_name_and_initials(
    team: TeamSection, opened: OpenFile, qtbot: QtBot
) -> None:
    team.substitute_button.setFocus()
    press(Qt.Key.Key_Space)
    dialog = open_dialog(WorkerDialog)
    qtbot.waitUntil(dialog.form.name.hasFocus)
    type_text("Vera Vikar")
    press(Qt.Key.Key_Tab)
    type_text("V.V.")
    press(Qt.Key.Key_Return)
    assert none_open()
    (vera,) = (one for one in opened.desk.read(workers.listed) if one.initials == "V.V.")
    assert (vera.role, vera.valid_to) == (WorkerRole.SUBSTITUTE, date(2026, 12, 21))
    assert type(vera.role) is WorkerRole
    assert "V.V. · Vera Vikar · Vikar · til man. 21. dec." in lines(team)
    assert team.people.current == vera.id


def test_a_substitutes_last_day_is_asked_for_and_read_as_typed(
    team: TeamSection, opened: OpenFile
) -> None:
    team.new_substitute()
    dialog = open_dialog(WorkerDialog)
    dialog.form.name.setText("Vera Vikar")
    dialog.form.initials.setText("V.V.")
    for typed in ("", "snart"):
        dialog.form.last_day.setText(typed)
        dialog.accept()
        assert dialog.isVisible()
        assert dialog.form._rows["valid_to"][0].fault.words
    dialog.form.last_day.setText("fredag")
    dialog.accept()
    (vera,) = (one for one in opened.desk.read(workers.listed) if one.initials == "V.V.")
    assert vera.valid_to == date(2026, 11, 27)


def test_taken_initials_keep_the_dialog_open_with_everything_typed(
    team: TeamSection, opened: OpenFile
) -> None:
    team.new_worker()
    dialog = open_dialog(WorkerDialog)
    dialog.form.name.setText("Mads Juhl")
    dialog.form.initials.setText("M.J.")
    dialog.accept()
    assert "bruges allerede" in dialog.notice.words
    assert dialog.form.name.text() == "Mads Juhl"
    dialog.form.initials.setText("M.Ju.")
    dialog.accept()
    assert none_open()
    assert [one.initials for one in opened.desk.read(workers.listed)] == ["M.Ju.", "M.J."]


def test_before_a_worker_stops_it_is_shown_what_waits_and_cancel_keeps_her(
    team: TeamSection, opened: OpenFile, colleague: Key
) -> None:
    plan(opened, colleague)
    team.people.list.setCurrentRow(0)
    team.stop_button.click()
    dialog = open_dialog(StopDialog)
    said = " ".join(label.text() for label in dialog.findChildren(type(team.right_words)))
    assert "Intet forsvinder" in said
    assert "Primær for én borger: Asta Mortensen" in said
    assert "A.M. tor. 26. nov. 10.00–10.30" in said
    dialog.cancel_button.click()
    assert opened.desk.read(workers.listed)[0].active
    team.stop_button.click()
    open_dialog(StopDialog).save_button.click()
    assert lines(team)[-1] == "K.L. · Karl Lund · Medarbejder · stoppet"
    team.people.list.setCurrentRow(1)
    team.stop_button.click()
    assert all(one.active for one in opened.desk.read(workers.listed))


def test_one_cannot_stop_oneself(team: TeamSection) -> None:
    assert not team.stop_button.isEnabled()


def test_an_absence_shows_what_it_hits_and_is_stored_changed_and_removed(
    team: TeamSection, opened: OpenFile, window: MainWindow
) -> None:
    me = opened.desk.actor_id
    plan(opened, me)
    team.new_absence_button.click()
    dialog = open_dialog(AbsenceDialog)
    assert "ingen planlagte" in dialog.preview.text()
    dialog.kind.choose(AbsenceKind.COURSE)
    dialog.first_day.setText("onsdag")
    dialog.last_day.setText("26/11")
    assert "Én planlagt kontakt" in dialog.preview.text()
    assert "A.M. tor. 26. nov. 10.00–10.30" in dialog.preview.text()
    dialog.accept()
    (absence,) = opened.desk.read(workers.absences, me)
    assert (absence.fields.first_day, absence.fields.kind) == (
        date(2026, 11, 25),
        AbsenceKind.COURSE,
    )
    team.change_absence()
    dialog = open_dialog(AbsenceDialog)
    dialog.last_day.setText("24/11")
    dialog.accept()
    assert "ligger før den første" in dialog.notice.words
    dialog.last_day.setText("nej")
    dialog.accept()
    assert dialog.isVisible()
    dialog.last_day.setText("27/11")
    dialog.accept()
    assert opened.desk.read(workers.absences, me)[0].fields.last_day == date(2026, 11, 27)
    team.remove_absence()
    assert opened.desk.read(workers.absences, me) == ()
    window.undoing.undo()
    assert team.away.list.count() == 1


def test_beside_a_leader_one_changes_only_what_is_ones_own(
    team: TeamSection, leader: Key, opened: OpenFile
) -> None:
    assert "Kun en teamleder" in team.right_words.text()
    assert not team.new_button.isEnabled()
    assert not team.substitute_button.isEnabled()
    team.people.list.setCurrentRow(0)
    assert team.people.current == leader
    assert not team.change_button.isEnabled()
    assert not team.new_absence_button.isEnabled()
    team.people.list.setCurrentRow(1)
    assert team.people.current == opened.desk.actor_id
    assert team.change_button.isEnabled()
    assert team.new_absence_button.isEnabled()
    team.change_button.click()
    dialog = open_dialog(WorkerDialog)
    dialog.form.role.choose(WorkerRole.TEAM_LEADER)
    dialog.accept()
    assert "kun en teamleder" in dialog.notice.words
    dialog.reject()


def test_discretion_leaves_initials_only(team: TeamSection, window: MainWindow) -> None:
    assert lines(team) == ["M.J. · Mona Jensen · Medarbejder"]
    window.discretion.turn()
    assert lines(team) == ["M.J. · Medarbejder"]
