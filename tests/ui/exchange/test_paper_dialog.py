"""Anything on paper at the screen: every page seen, then saved or printed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from bostoette.models.machine_settings import MachineSettings
from bostoette.models.plan_error import PlanError
from bostoette.models.printed_document import Paragraph, PrintedDocument
from bostoette.ui.exchange.paper_dialog import PaperDialog, PaperTask
from bostoette.ui.main_window import MainWindow
from bostoette.ui.theme import Theme
from tests.ui.hands import press, show_active


class Taken:
    """What the dialog asked for."""

    def __init__(self) -> None:
        self.saved: list[tuple[str, bytes, int]] = []
        self.printed: list[int] = []
        self.words = "Kære Åse. " * 1500

    def make(self) -> PrintedDocument:
        return PrintedDocument("Brev", (Paragraph(self.words),), datetime(2026, 11, 30, 9, 0))

    def save(self, path: Path, content: bytes, pages: int) -> None:
        self.saved.append((path.name, content[:5], pages))

    def task(self, make: Callable[[], PrintedDocument], *, slow: bool = False) -> PaperTask:
        return PaperTask(
            "Brev til A.M.",
            "brev-AM-uge-48.pdf",
            "Brevet",
            make,
            self.save,
            self.printed.append,
            slow=slow,
        )


@pytest.fixture
def taken() -> Taken:
    return Taken()


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot, taken: Taken, tmp_path: Path) -> PaperDialog:
    dialog = PaperDialog(
        theme,
        taken.task(taken.make),
        where_to=lambda _parent, _title, name, _kinds: tmp_path / name,
    )
    qtbot.addWidget(dialog)
    show_active(dialog)
    dialog.draw()
    qtbot.waitUntil(lambda: dialog.ready)
    return dialog


def test_every_page_can_be_seen_by_keyboard(dialog: PaperDialog) -> None:
    many = len(dialog.laid_out or ())
    assert many > 2
    assert dialog.pages.text() == f"Side 1 af {many}"
    assert dialog.picture.accessibleName().startswith("Brev. Kære Åse.")
    dialog.next_button.setFocus()
    for _turn in range(many - 1):
        press(Qt.Key.Key_Space)
    assert dialog.pages.text() == f"Side {many} af {many}"
    assert not dialog.next_button.isEnabled()
    dialog.before_button.click()
    assert dialog.pages.text() == f"Side {many - 1} af {many}"


def test_it_is_saved_under_the_name_that_names_nobody(
    dialog: PaperDialog, taken: Taken, qtbot: QtBot
) -> None:
    dialog.main_button.click()
    qtbot.waitUntil(lambda: bool(dialog.said))
    assert taken.saved == [("brev-AM-uge-48.pdf", b"%PDF-", len(dialog.laid_out or ()))]
    assert dialog.said == "Brevet er gemt i brev-AM-uge-48.pdf."


def test_it_is_printed(dialog: PaperDialog, taken: Taken, tmp_path: Path, qtbot: QtBot) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printet.pdf"))
    dialog._which_printer = lambda _parent: printer
    dialog.print_button.click()
    qtbot.waitUntil(lambda: bool(dialog.said))
    assert taken.printed == [len(dialog.laid_out or ())]
    assert (tmp_path / "printet.pdf").read_bytes().startswith(b"%PDF-")


def test_a_refusal_is_said_in_the_dialog(theme: Theme, qtbot: QtBot, taken: Taken) -> None:
    def refuse() -> PrintedDocument:
        raise PlanError("Der er intet at udskrive.")

    for slow in (False, True):
        dialog = PaperDialog(theme, taken.task(refuse, slow=slow))
        qtbot.addWidget(dialog)
        show_active(dialog)
        dialog.draw()
        qtbot.waitUntil(dialog.trouble.isVisible)
        assert dialog.trouble.text() == "Der er intet at udskrive."
        assert not dialog.ready


def test_a_large_document_is_laid_out_while_the_window_answers_and_can_be_stopped(
    theme: Theme, qtbot: QtBot, taken: Taken
) -> None:
    def large() -> PrintedDocument:
        return PrintedDocument(
            "Alt", tuple(Paragraph(f"{n} {taken.words}") for n in range(400)), datetime(2026, 1, 1)
        )

    dialog = PaperDialog(theme, taken.task(large, slow=True))
    qtbot.addWidget(dialog)
    show_active(dialog)
    dialog.draw()
    qtbot.waitUntil(lambda: dialog.bar.value() > 0)
    assert dialog.bar.isVisible()
    assert not dialog.ready
    dialog.reject()
    assert not dialog.isVisible()
    assert not dialog.bar.isVisible()


def test_the_window_behind_says_what_became_of_the_pages(
    theme: Theme, qtbot: QtBot, taken: Taken, tmp_path: Path
) -> None:
    nine = datetime(2026, 11, 30, 9, 0)
    window = MainWindow(None, theme, MachineSettings(), lambda: nine, example=False)
    qtbot.addWidget(window)
    show_active(window)
    dialog = PaperDialog(
        theme,
        taken.task(taken.make),
        window,
        where_to=lambda _parent, _title, name, _kinds: tmp_path / name,
    )
    dialog.show_pages()
    qtbot.waitUntil(lambda: dialog.ready)
    with qtbot.waitSignal(dialog.accepted):
        dialog.main_button.click()
    assert window.message.accessibleName() == "Brevet er gemt i brev-AM-uge-48.pdf."
