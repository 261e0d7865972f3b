"""Deleting for good at the screen: seen, ticked, confirmed; nothing by itself."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.key import Key
from bostoette.models.worker_fields import WorkerFields
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import citizens, deletion, ending, workers
from bostoette.services.paper_settings import PaperSettings, change_paper_settings
from bostoette.services.program_file import OpenFile
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.exchange.deletion_dialog import DeletionDialog, DeletionWork
from bostoette.ui.naming import Naming
from bostoette.ui.settings.paper_section import PaperSection
from bostoette.ui.settings.settings_page import SettingsPage
from bostoette.ui.theme import Theme
from tests.ui.hands import show_active

LONG_AGO = date(2020, 3, 2)
TODAY = date(2026, 11, 23)


def ended(opened: OpenFile, name: str) -> Key:
    desk = opened.desk
    key = desk.do(citizens.create, CitizenFields(name))
    version = desk.read(citizens.details, key).version
    desk.do(ending.change_status, key, version, CitizenStatus.MOVED_AWAY, LONG_AGO)
    return key


@pytest.fixture
def two(opened: OpenFile) -> tuple[Key, Key]:
    return ended(opened, "Åse Holm"), ended(opened, "Bo Kær")


def make(opened: OpenFile, theme: Theme, qtbot: QtBot, naming: Naming) -> DeletionDialog:
    desk = opened.desk
    work = DeletionWork(
        desk.read(deletion.deletions, TODAY),
        lambda key, told: desk.do(deletion.delete_citizen, desk.actor_id, key, TODAY, told),
        desk.empty_log,
    )
    dialog = DeletionDialog(theme, work, naming)
    qtbot.addWidget(dialog)
    show_active(dialog)
    return dialog


def test_only_who_is_ticked_is_deleted_and_only_when_it_is_confirmed(
    opened: OpenFile, two: tuple[Key, Key], theme: Theme, qtbot: QtBot
) -> None:
    dialog = make(opened, theme, qtbot, Naming())
    assert [dialog.list.item(row).text() for row in range(2)] == [
        "Bo Kær · flyttet 2. marts 2020",
        "Åse Holm · flyttet 2. marts 2020",
    ]
    assert not dialog.main_button.isEnabled()
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.sure.setChecked(True)
    assert dialog.main_button.text() == "Slet 1 borger for altid"
    dialog.main_button.click()
    assert (dialog.bar.maximum(), dialog.bar.format()) == (1, "Sletter 1 af 1")
    qtbot.waitUntil(lambda: bool(dialog.said))
    assert dialog.said == "1 borger er slettet efter fristen."
    left = opened.desk.read(citizens.listed, TODAY)
    assert [one.id for one in left] == [two[1]]


@pytest.mark.parametrize(("months", "said"), [(1, "1 måned er"), (2, "2 måneder er")])
def test_the_period_is_said_in_the_singular_for_one_month(
    opened: OpenFile,
    two: tuple[Key, Key],
    theme: Theme,
    qtbot: QtBot,
    months: int,
    said: str,
) -> None:
    assert two
    desk = opened.desk
    wanted = PaperSettings("", "", months)
    desk.do(change_paper_settings, desk.actor_id, wanted)
    assert f"Fristen på {said} gået" in make(opened, theme, qtbot, Naming()).lead.text()


def test_under_discretion_the_list_has_initials(
    opened: OpenFile, two: tuple[Key, Key], theme: Theme, qtbot: QtBot
) -> None:
    dialog = make(opened, theme, qtbot, Naming(discreet=True))
    assert dialog.list.item(1).text() == "Å.H. · flyttet 2. marts 2020"


def test_enter_never_deletes(
    opened: OpenFile, two: tuple[Key, Key], theme: Theme, qtbot: QtBot
) -> None:
    dialog = make(opened, theme, qtbot, Naming())
    dialog.sure.setChecked(True)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert len(opened.desk.read(citizens.listed, TODAY)) == 2


def test_with_nobody_due_the_period_is_said(opened: OpenFile, theme: Theme, qtbot: QtBot) -> None:
    dialog = make(opened, theme, qtbot, Naming())
    assert "60 måneder" in dialog.lead.text()
    assert not dialog.main_button.isVisible()


def test_the_settings_count_who_is_due_and_open_the_list(
    page: SettingsPage, opened: OpenFile, two: tuple[Key, Key]
) -> None:
    section = page.choose(PaperSection)
    assert isinstance(section, PaperSection)
    assert section.due_button.text() == "Borgere, der skal slettes (2) …"
    found: list[int] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DeletionDialog)
        found.append(dialog.list.count())
        dialog.reject()

    QTimer.singleShot(0, close)
    section.due_button.click()
    assert found == [2]


def test_the_citizens_page_reminds_whoever_may_delete_and_leads_to_the_list(
    opened: OpenFile, two: tuple[Key, Key], theme: Theme, qtbot: QtBot
) -> None:
    page = CitizensPage(opened.desk, theme, lambda: TODAY)
    qtbot.addWidget(page)
    show_active(page)
    assert page.due.isVisible()
    assert page.due.accessibleName() == "2 borgere skal slettes, fristen er gået"

    def confirm() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DeletionDialog)
        dialog.sure.setChecked(True)
        dialog.main_button.click()

    said: list[str] = []
    page.due.said.connect(said.append)
    QTimer.singleShot(0, confirm)
    page.due.click()
    assert said == ["2 borgere er slettet efter fristen."]
    page.due.count()
    assert not page.due.isVisible()


def test_a_worker_who_may_not_delete_is_not_reminded(
    opened: OpenFile, two: tuple[Key, Key]
) -> None:
    desk = opened.desk
    assert desk.read(deletion.due_count, desk.actor_id, TODAY) == len(two)
    leader = WorkerFields("Lis Toft", "L.T.", role=WorkerRole.TEAM_LEADER)
    other = desk.do(workers.create, desk.actor_id, leader)
    assert desk.read(deletion.due_count, desk.actor_id, TODAY) == 0
    assert desk.read(deletion.due_count, other, TODAY) == len(two)
