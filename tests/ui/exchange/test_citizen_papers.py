"""What is put on paper about a citizen, from her page, the week's menu and the palette."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.journal import JournalStep
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.services import citizen_week, citizens
from bostoette.services.program_file import OpenFile
from bostoette.ui.assembly import assemble
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.exchange.citizen_papers import CitizenPapers
from bostoette.ui.exchange.citizen_week_dialog import CitizenWeekDialog
from bostoette.ui.exchange.exchange_dialog import ExchangeDialog
from bostoette.ui.exchange.export_dialog import ExportDialog
from bostoette.ui.exchange.paper_dialog import PaperDialog
from bostoette.ui.exchange.stand_in_dialog import StandInDialog
from bostoette.ui.main_window import MainWindow
from bostoette.ui.palette.palette_work import PaletteWork
from bostoette.ui.theme import Theme
from tests.ui.hands import show_active

NOW = datetime(2026, 11, 23, 9, 0)


@pytest.fixture
def citizen(opened: OpenFile) -> Key:
    return opened.desk.do(
        citizens.create, CitizenFields("Asta Mortensen", primary_worker_id=opened.desk.actor_id)
    )


@pytest.fixture
def window(opened: OpenFile, citizen: Key, theme: Theme, qtbot: QtBot) -> MainWindow:
    window = assemble(opened, theme, MachineSettings(appearance="light"), lambda: NOW)
    qtbot.addWidget(window)
    show_active(window)
    window.show_page("citizens")
    qtbot.waitUntil(lambda: "Vikarark for en dag …" in actions(window))
    return window


@pytest.fixture
def papers(window: MainWindow) -> CitizenPapers:
    return CitizenPapers(window, example=False)


def in_dialog() -> list[ExchangeDialog]:
    """Close the dialog that opens next, and return it once it has opened."""
    found: list[ExchangeDialog] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExchangeDialog)
        found.append(dialog)
        dialog.reject()

    QTimer.singleShot(0, close)
    return found


def actions(window: MainWindow) -> dict[str, QAction]:
    return {one.text(): one for one in window.findChildren(QAction)}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Udskriv ugeplan til borgeren …", CitizenWeekDialog),
        ("Udskriv vikarark …", PaperDialog),
        ("Vikarark for en dag …", StandInDialog),
        ("Indsigt: alt om borgeren …", PaperDialog),
    ],
)
def test_each_paper_opens_from_its_menu_and_so_from_the_palette(
    window: MainWindow, words: str, kind: type[PaperDialog]
) -> None:
    assert words in [one.words for one in window.findChildren(PaletteWork)[0].commands()]
    found = in_dialog()
    actions(window)[words].trigger()
    assert [type(one) for one in found] == [kind]


def test_the_number_of_entries_is_kept_for_the_citizen(
    papers: CitizenPapers, window: MainWindow, citizen: Key, qtbot: QtBot
) -> None:
    dialog = papers.week_plan(citizen)
    qtbot.addWidget(dialog)
    dialog.draw()
    assert dialog.entries.value == 0
    dialog.entries.box.setCurrentIndex(1)
    assert window.desk.read(citizen_week.entries_chosen, citizen) == 5
    again = papers.week_plan(citizen)
    qtbot.addWidget(again)
    assert again.entries.value == 5


def test_other_weeks_are_drawn_when_they_are_chosen(
    papers: CitizenPapers, citizen: Key, qtbot: QtBot
) -> None:
    dialog = papers.week_plan(citizen)
    qtbot.addWidget(dialog)
    dialog.draw()
    assert "Uge 49" in dialog.picture.accessibleName()  # nothing is left of this week
    dialog.period.box.setCurrentIndex(0)
    assert "Uge 48" in dialog.picture.accessibleName()


def test_the_same_leaves_as_a_calendar_file_from_the_same_dialog(
    papers: CitizenPapers, citizen: Key, qtbot: QtBot
) -> None:
    dialog = papers.week_plan(citizen)
    qtbot.addWidget(dialog)
    show_active(dialog)
    found = in_dialog()
    dialog.calendar.click()
    (export,) = found
    assert isinstance(export, ExportDialog)
    assert export.choices.kind.currentText() == "En borgers egen kalender"
    assert export.choices.who.currentText() == "Asta Mortensen"
    week = dialog.period.value[0]
    assert export.choices.first.needed_day() == week.monday  # the days of the page
    assert export.choices.last.needed_day() == week.sunday


def test_the_calendar_file_begins_today_where_the_page_does(
    papers: CitizenPapers, window: MainWindow, citizen: Key, qtbot: QtBot
) -> None:
    wednesday = window.now() + timedelta(days=2)
    window.now = lambda: wednesday
    dialog = papers.week_plan(citizen)
    qtbot.addWidget(dialog)
    show_active(dialog)
    dialog.period.box.setCurrentIndex(0)
    found = in_dialog()
    dialog.calendar.click()
    (export,) = found
    assert isinstance(export, ExportDialog)
    assert export.choices.first.needed_day() == wednesday.date()
    assert export.choices.last.needed_day() == dialog.period.value[0].sunday


def test_a_saved_page_is_named_after_code_and_week_and_leaves_its_act(
    papers: CitizenPapers, window: MainWindow, citizen: Key, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = papers.week_plan(citizen)
    qtbot.addWidget(dialog)
    dialog._where_to = lambda _parent, _title, name, _kinds: tmp_path / name
    dialog.draw()
    dialog.main_button.click()
    qtbot.waitUntil(lambda: bool(dialog.said))
    assert [one.name for one in tmp_path.glob("*.pdf")] == ["ugeplan-AM-uge-48.pdf"]
    assert dialog.said == "Ugeplanen er gemt i ugeplan-AM-uge-48.pdf."

    def newest(session: Session) -> str | None:
        return session.scalar(select(JournalStep.label).order_by(JournalStep.id.desc()).limit(1))

    assert window.desk.read(newest) == "Ugeplan til A.M. gemt som PDF"


def test_with_discretion_the_paper_has_initials_only(
    papers: CitizenPapers, window: MainWindow, citizen: Key, qtbot: QtBot
) -> None:
    window.keep(replace(window.settings, discreet=True))
    for make in (papers.week_plan, papers.stand_in):
        dialog = make(citizen)
        qtbot.addWidget(dialog)
        dialog.draw()
        seen = dialog.picture.accessibleName()
        assert "A.M." in seen
        assert "Asta" not in seen
        assert "Asta" not in dialog.windowTitle()


def test_a_day_that_cannot_be_read_is_said_beside_it(
    papers: CitizenPapers, window: MainWindow, qtbot: QtBot
) -> None:
    from bostoette.ui.week.week_page import WeekPage

    page = window.page("week")
    assert isinstance(page, WeekPage)
    dialog = papers.stand_in_day(page)
    qtbot.addWidget(dialog)
    show_active(dialog)
    dialog.draw()
    assert "mandag 23. november" in dialog.picture.accessibleName()
    dialog.day.setText("vrøvl")
    dialog.day.editingFinished.emit()
    assert dialog.trouble.isVisible()
    dialog.day.setText("i morgen")
    dialog.day.editingFinished.emit()
    assert not dialog.trouble.isVisible()
    assert "tirsdag 24. november" in dialog.picture.accessibleName()


def test_the_head_of_a_citizens_page_has_the_menu(window: MainWindow) -> None:
    page = window.page("citizens")
    assert isinstance(page, CitizensPage)
    menu = page.card.head.papers
    assert menu.isVisible()
    assert len(menu.papers.actions()) == 3


def test_everything_about_a_citizen_is_gathered_beside_the_window_and_leaves_its_act(
    papers: CitizenPapers, window: MainWindow, citizen: Key, qtbot: QtBot
) -> None:
    dialog = papers.insight(citizen)
    qtbot.addWidget(dialog)
    show_active(dialog)
    dialog.draw()
    assert not dialog.ready
    assert dialog.bar.format().startswith("Samler oplysningerne …")
    qtbot.waitUntil(lambda: dialog.ready)
    assert dialog.picture.accessibleName().startswith("Indsigt: Asta Mortensen")

    def labels(session: Session) -> set[str]:
        return set(session.scalars(select(JournalStep.label)))

    assert "Indsigt om A.M. vist" in window.desk.read(labels)


def test_under_discretion_everything_is_refused(
    papers: CitizenPapers, window: MainWindow, citizen: Key, qtbot: QtBot
) -> None:
    window.keep(replace(window.settings, discreet=True))
    dialog = papers.insight(citizen)
    qtbot.addWidget(dialog)
    show_active(dialog)
    dialog.draw()
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "slå diskretion fra" in dialog.trouble.text()
    assert not dialog.ready
