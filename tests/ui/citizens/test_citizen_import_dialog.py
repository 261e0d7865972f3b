"""Importing at the screen: file, columns, every line seen, and only then stored."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from bostoette.models.citizen_import import ImportField
from bostoette.services import citizens
from bostoette.services.desk import Desk
from bostoette.ui.citizens.citizen_list_model import CitizenListModel
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.citizens.import_dialog import ImportDialog, ImportStep
from bostoette.ui.desk_news import DeskNews
from bostoette.ui.theme import Theme
from tests.clock import MONDAY
from tests.ui.hands import show_active

TODAY = MONDAY + timedelta(days=3)
LINES = """CPR-nr.;Borger;Adresse;Postnr.;By;Tlf.;Kontaktperson;Paragraf;Timer pr. uge;Sagsnr
010180-1234;Åse Ølgård;Ågade 3;8000;Aarhus C;20 12 34 56;MJ;§85;2,5;7
020281-2345;Bo Krag;Østergade 7;8700;Horsens;20123457;Bente Krogh;§85;1,5;8
030382-3456;Asta Mortensen;;;;;MJ;§85;2;9
040483-4567;;Nygade 2;8000;Aarhus C;12;MJ;§85;2;10
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "borgere.csv"
    path.write_bytes(LINES.encode("cp1252"))
    return path


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, theme: Theme, citizen_id: bytes) -> ImportDialog:
    page = CitizensPage(desk, theme, lambda: TODAY)
    DeskNews(desk, page).changed.connect(page.on_changes)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    show_active(page)
    page.bar.take_in.click()
    (opened,) = page.findChildren(ImportDialog)
    return opened


def _step(dialog: ImportDialog) -> ImportStep:
    return dialog.step


def _names(desk: Desk) -> list[str]:
    return [one.name for one in desk.read(citizens.listed, TODAY)]


def _said(dialog: ImportDialog) -> list[tuple[str, str]]:
    rows = dialog.preview.rows
    return [
        (rows.index(row, 0).data(), rows.index(row, 2).data()) for row in range(rows.rowCount())
    ]


def test_a_list_is_looked_at_line_by_line_and_stored_on_the_last_step(
    dialog: ImportDialog, desk: Desk, file: Path
) -> None:
    dialog.take_file(file)
    assert _step(dialog) is ImportStep.COLUMNS
    dialog.forward.click()
    assert _step(dialog) is ImportStep.PREVIEW
    said = _said(dialog)
    assert [line for line, _ in said] == ["5", "4", "2", "3"], "what is wrong stands first"
    assert [words.split(".")[0] for _, words in said] == [
        "Fejl",
        "Findes",
        "Ny borger",
        "Ny borger",
    ]
    assert "4 CPR-numre er sorteret fra" in dialog.preview.notices.text()
    assert _names(desk) == ["Asta Mortensen"]
    assert dialog.forward.text() == "Importér 2 borgere"
    dialog.forward.click()
    assert _step(dialog) is ImportStep.DONE
    assert dialog.outcome.text() == (
        "2 borgere og 1 ny medarbejder er importeret. 1 linje med fejl blev sprunget over."
    )
    assert _names(desk) == ["Asta Mortensen", "Bo Krag", "Åse Ølgård"]
    assert desk.undo_state().undo == "Importér 2 borgere"


def _invented(number: int) -> list[str]:
    """Make up names of letters only."""
    return [f"{chr(65 + one % 26)}ø{chr(97 + one // 26)}mand" for one in range(number)]


def test_a_long_list_is_stored_beside_the_window(
    dialog: ImportDialog, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mange.csv"
    names = [f"{first} {last}" for first in _invented(15) for last in _invented(100)]
    lines = [f"{name};Prøvevej {number};8000;Aarhus C" for number, name in enumerate(names)]
    path.write_text("\n".join(["Navn;Adresse;Postnr.;By", *lines]), encoding="utf-8")
    for step in (ImportStep.COLUMNS, ImportStep.PREVIEW, ImportStep.DONE):
        if step is ImportStep.COLUMNS:
            dialog.take_file(path)
        else:
            dialog.forward.click()
        assert dialog.working.isVisible()
        assert not dialog.forward.isEnabled()
        dialog.reject()
        assert dialog.isVisible(), "it stays until the step is done"
        qtbot.waitUntil(lambda: not dialog.working.isVisible(), timeout=20_000)
        assert _step(dialog) is step
    assert dialog.outcome.text() == "1500 borgere er importeret."
    assert len(_names(desk)) == 1501


def test_a_worker_who_is_not_ticked_is_not_created(
    dialog: ImportDialog, desk: Desk, file: Path
) -> None:
    dialog.take_file(file)
    dialog.forward.click()
    (tick,) = dialog.preview.ticks.values()
    assert tick.text() == "B.K. · Bente Krogh (linje 3)"
    tick.setChecked(False)
    dialog.forward.click()
    workers = desk.read(citizens.choices).workers
    assert [one.initials for one in workers] == ["M.J."]


def test_a_column_can_be_taken_as_something_else_and_back_keeps_it(
    dialog: ImportDialog, file: Path
) -> None:
    dialog.take_file(file)
    headings = [match.heading for match in dialog.columns.matches()]
    address = dialog.columns.boxes[headings.index("Adresse")]
    assert address.value is ImportField.ADDRESS
    address.choose(None)
    dialog.forward.click()
    assert "»Adresse«" in dialog.preview.notices.text()
    dialog.back.click()
    assert dialog.step is ImportStep.COLUMNS
    assert dialog.columns.boxes[headings.index("Adresse")].value is None


def test_two_columns_for_the_same_are_refused_in_a_sentence(
    dialog: ImportDialog, file: Path
) -> None:
    dialog.take_file(file)
    dialog.columns.boxes[-1].choose(ImportField.NAME)
    dialog.forward.click()
    assert dialog.step is ImportStep.COLUMNS
    assert "To kolonner er valgt til det samme" in dialog.trouble.text()


def test_a_file_that_is_no_table_is_refused_in_a_sentence(
    dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "borgere.pdf"
    path.write_bytes(b"%PDF-1.7")
    dialog.take_file(path)
    assert dialog.step is ImportStep.FILE
    assert "Filen er en PDF" in dialog.trouble.text()


def test_leaving_half_way_stores_nothing(dialog: ImportDialog, desk: Desk, file: Path) -> None:
    dialog.take_file(file)
    dialog.forward.click()
    dialog.close_button.click()
    assert not dialog.isVisible()
    assert _names(desk) == ["Asta Mortensen"]


def test_the_tables_keep_qts_rules(
    dialog: ImportDialog, desk: Desk, file: Path, qtmodeltester: ModelTester
) -> None:
    dialog.take_file(file)
    dialog.forward.click()
    qtmodeltester.check(dialog.preview.rows)
    listed = CitizenListModel()
    qtmodeltester.check(listed)
    listed.replace(desk.read(citizens.listed, TODAY))
    qtmodeltester.check(listed)
    assert listed.index(0).data(Qt.ItemDataRole.ToolTipRole) == "Asta Mortensen"


def test_every_broken_line_says_all_that_is_wrong_without_being_chosen(
    dialog: ImportDialog, tmp_path: Path
) -> None:
    path = tmp_path / "fejl.csv"
    wrong = ";hundrede og tyve minutter om ugen;31-02-2026"
    lines = ["Navn;Paragraf;Minutter pr. uge;Bevilget fra", "Åse Holm;§85;120;01-03-2026"]
    lines += [f"{name};§85{wrong}" for name in ("Bo Krag", "Ida Ærø", "Ole Lund")]
    path.write_text("\n".join(lines), encoding="utf-8")
    dialog.take_file(path)
    dialog.forward.click()
    table = dialog.preview.table
    for width in (1000, 700):
        dialog.resize(width, 600)
        QApplication.processEvents()
        for row in range(3):
            said = dialog.preview.rows.index(row, 2)
            assert str(said.data()).endswith("fx 01-03-2026.")
            room = table.visualRect(said)
            assert room.right() <= table.viewport().width()
            inside = room.adjusted(20, 0, -28, 0)
            flags = Qt.TextFlag.TextWordWrap
            needed = table.fontMetrics().boundingRect(inside, flags, str(said.data()))
            assert needed.height() <= room.height() - 4
    assert table.columnSpan(3, 2) == 1
