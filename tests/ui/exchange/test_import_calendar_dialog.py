"""Taking a calendar in at the screen: a file, a look, one step."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bostoette.services.desk import Desk
from bostoette.store.weeks import appointments_of_workers
from bostoette.ui.exchange.exchange_dialogs import ExchangeDialogs
from bostoette.ui.exchange.import_calendar_dialog import ImportCalendarDialog
from tests.ui.hands import show_active

DENTIST = (
    "UID:a@x\r\nDTSTART;TZID=Europe/Copenhagen:20261124T100000\r\nDURATION:PT30M\r\n"
    "SUMMARY:Tandlæge\r\n"
)
COURSE = "UID:b@x\r\nDTSTART;VALUE=DATE:20261126\r\nSUMMARY:Kursus\r\nTRANSP:OPAQUE\r\n"


@pytest.fixture
def dialog(dialogs: ExchangeDialogs, qtbot: QtBot) -> ImportCalendarDialog:
    dialog = dialogs.take_in()
    qtbot.addWidget(dialog)
    show_active(dialog)
    return dialog


def calendar(path: Path, *events: str) -> Path:
    inside = "".join(
        f"BEGIN:VEVENT\r\nDTSTAMP:20261101T080000Z\r\n{event}END:VEVENT\r\n" for event in events
    )
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
    path.write_text(f"{head}{inside}END:VCALENDAR\r\n", encoding="utf-8", newline="")
    return path


def take(dialog: ImportCalendarDialog, qtbot: QtBot, path: Path) -> None:
    def which(_parent: QWidget, _title: str, _name: str, _kinds: str) -> Path:
        return path

    dialog._which_file = which
    dialog.choose_file.click()
    qtbot.waitUntil(lambda: not dialog._reading, timeout=15_000)


def standing(desk: Desk) -> list[str]:
    days = date(2026, 11, 1), date(2026, 12, 31)
    return [one.title for one in desk.read(appointments_of_workers, [desk.actor_id], *days)]


def rows(dialog: ImportCalendarDialog) -> list[tuple[str, ...]]:
    model = dialog.table.rows
    return [
        tuple(str(model.data(model.index(row, column))) for column in range(3))
        for row in range(model.rowCount())
    ]


def test_a_file_is_shown_first_and_stored_on_confirmation(
    dialog: ImportCalendarDialog, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    take(dialog, qtbot, calendar(tmp_path / "k.ics", DENTIST, COURSE))
    assert dialog.summary.text() == "2 aftaler læst. I din kalender: 2 nye."
    assert rows(dialog) == [
        ("Ny", "tir. 24. nov. 2026 10.00–10.30", "Tandlæge"),
        ("Ny", "tor. 26. nov. 2026, hele dagen", "Kursus"),
    ]
    assert standing(desk) == []
    dialog.main_button.click()
    assert dialog.said == "Kalenderen er indlæst: 2 nye."
    assert standing(desk) == ["Tandlæge", "Kursus"]
    assert desk.undo() == "Importér kalender: 2 nye"


def test_closing_after_the_look_stores_nothing(
    dialog: ImportCalendarDialog, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    take(dialog, qtbot, calendar(tmp_path / "k.ics", DENTIST))
    dialog.close_button.click()
    assert standing(desk) == []


def test_what_the_file_no_longer_mentions_goes_only_on_wish(
    dialogs: ExchangeDialogs,
    dialog: ImportCalendarDialog,
    desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    path = tmp_path / "k.ics"
    take(dialog, qtbot, calendar(path, DENTIST, COURSE))
    dialog.main_button.click()
    again = dialogs.take_in()
    qtbot.addWidget(again)
    show_active(again)
    take(again, qtbot, calendar(path, COURSE))
    assert again.summary.text().endswith("Alt står i kalenderen i forvejen.")
    assert not again.main_button.isEnabled()
    again.remove_missing.setChecked(True)
    assert again.remove_missing.text() == "Fjern også 1 aftale, der ikke længere står i filen"
    again.main_button.click()
    assert standing(desk) == ["Kursus"]


def test_a_file_that_is_no_calendar_is_told_and_another_can_be_chosen(
    dialog: ImportCalendarDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "k.ics"
    path.write_bytes(b"%PDF-1.7")
    take(dialog, qtbot, path)
    assert "Intet er ændret" in dialog.trouble.text()
    assert dialog.choose_file.isEnabled()
    take(dialog, qtbot, calendar(path, DENTIST))
    assert not dialog.trouble.isVisible()
    assert len(rows(dialog)) == 1
