"""Saving the week on paper at the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.journal import JournalStep
from bostoette.models.key import Key
from bostoette.services.desk import Desk
from bostoette.store.database import Database
from bostoette.ui.exchange.exchange_dialogs import ExchangeDialogs
from bostoette.ui.exchange.exchange_work import ExchangeWork
from bostoette.ui.exchange.week_paper_dialog import WeekPaperDialog
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.week.week_page import WeekPage
from tests.ui.exchange.conftest import NOW
from tests.ui.hands import show_active


@pytest.fixture
def dialog(dialogs: ExchangeDialogs, qtbot: QtBot) -> WeekPaperDialog:
    dialog = dialogs.paper()
    qtbot.addWidget(dialog)
    show_active(dialog)
    return dialog


def save(dialog: WeekPaperDialog, folder: Path) -> Path:
    found: list[Path] = []

    def where(_parent: QWidget, _title: str, name: str, _kinds: str) -> Path:
        found.append(folder / name)
        return found[0]

    dialog._where_to = where
    dialog.main_button.click()
    return found[0]


def test_the_page_is_seen_before_it_is_saved(dialog: WeekPaperDialog) -> None:
    assert not dialog.picture.pixmap().isNull()
    assert dialog.picture.accessibleName().startswith(
        "Side 1: Uge 48 · 23.–29. november 2026 · M.J.. 2 kontakter"
    )
    assert dialog.pages.text() == "1 side, A4 på tværs"


def test_initials_by_default_and_names_on_wish(dialog: WeekPaperDialog) -> None:
    assert _who(dialog) == ["A.M.", "A.M."]
    dialog.names.setChecked(True)
    assert _who(dialog) == ["Asta Mortensen", "Asta Mortensen"]


def _who(dialog: WeekPaperDialog) -> list[str]:
    return [entry.who for day in dialog._documents[0].days for entry in day.entries]


def test_a_pdf_and_a_picture_are_saved_under_names_that_name_nobody(
    dialogs: ExchangeDialogs, dialog: WeekPaperDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    pdf = save(dialog, tmp_path)
    assert pdf.name == "uge-48.pdf"
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert dialog.said == "Ugen er gemt i uge-48.pdf."
    second = dialogs.paper()
    qtbot.addWidget(second)
    second.png.setChecked(True)
    assert not QImage(str(save(second, tmp_path))).isNull()


def test_with_discretion_no_names_can_be_printed(
    page: WeekPage, desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    discreet = ExchangeDialogs(page, desk, theme, lambda: NOW, lambda: Naming(discreet=True))
    dialog = discreet.paper()
    qtbot.addWidget(dialog)
    assert not dialog.names.isEnabled()


def test_the_whole_team_has_a_page_each(
    page: WeekPage, dialogs: ExchangeDialogs, colleague_id: Key, qtbot: QtBot
) -> None:
    page.finish_start()
    page.whose.show_team()
    dialog = dialogs.paper()
    qtbot.addWidget(dialog)
    assert dialog.pages.text() == "2 sider, A4 på tværs"
    assert not dialog.png.isEnabled()


def test_the_week_pages_wishes_open_the_dialogs(
    page: WeekPage, desk: Desk, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    work = ExchangeWork(page, desk, theme, lambda: NOW, naming=Naming, say=opened.append)

    def note(_work: ExchangeWork, dialog: QWidget, *, say: bool) -> None:
        opened.append(f"{type(dialog).__name__} {say}")

    monkeypatch.setattr(ExchangeWork, "_open", note)
    page.export_asked.emit()
    page.import_asked.emit()
    page.print_asked.emit()
    assert opened == ["ExportDialog True", "ImportCalendarDialog False", "WeekPaperDialog True"]
    assert work.parent() is page


def test_what_was_saved_is_said_at_the_windows_foot(
    page: WeekPage, desk: Desk, theme: Theme, tmp_path: Path
) -> None:
    said: list[str] = []
    ExchangeWork(page, desk, theme, lambda: NOW, naming=Naming, say=said.append)

    def save_in_the_open_dialog() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WeekPaperDialog)
        save(dialog, tmp_path)

    QTimer.singleShot(0, save_in_the_open_dialog)
    page.print_asked.emit()
    assert said == ["Ugen er gemt i uge-48.pdf."]


def test_a_week_that_is_printed_leaves_its_act(
    dialog: WeekPaperDialog, database: Database, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printet.pdf"))
    dialog._which_printer = lambda _parent: printer
    dialog.print_button.click()
    assert dialog.said == "Ugen er sendt til printeren."
    assert (tmp_path / "printet.pdf").read_bytes().startswith(b"%PDF-")
    with Session(database.reader) as session:
        steps = session.scalars(select(JournalStep).order_by(JournalStep.id)).all()
    assert steps[-1].label == "Uge 48 udskrevet"


def test_giving_up_at_the_printer_leaves_everything_as_it_was(dialog: WeekPaperDialog) -> None:
    dialog._which_printer = lambda _parent: None
    dialog.print_button.click()
    assert dialog.isVisible()
    assert not dialog.said


def test_the_examples_page_says_that_it_is_one(
    page: WeekPage, desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    dialog = ExchangeDialogs(page, desk, theme, lambda: NOW, Naming, example=True).paper()
    qtbot.addWidget(dialog)
    assert dialog._documents[0].example
