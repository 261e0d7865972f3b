"""Taking contacts out at the screen: what is shown is what leaves."""

from collections.abc import Callable
from pathlib import Path

import pytest
import vobject
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bostoette.models.calendar_event import ExportLevel, ReaderKind
from bostoette.models.plan_error import PlanError
from bostoette.services import team_lists
from bostoette.services.desk import Desk
from bostoette.ui.exchange.exchange_dialogs import ExchangeDialogs
from bostoette.ui.exchange.export_choices import KINDS
from bostoette.ui.exchange.export_dialog import HEADINGS, ExportDialog
from bostoette.ui.theme import Appearance, Theme
from tests.ui.hands import focused, press, show_active

Dialog = Callable[[], ExportDialog]


@pytest.fixture
def opened(dialogs: ExchangeDialogs, qtbot: QtBot) -> Dialog:
    def made() -> ExportDialog:
        dialog = dialogs.export()
        qtbot.addWidget(dialog)
        show_active(dialog)
        _looked(qtbot, dialog)
        return dialog

    return made


def _looked(qtbot: QtBot, dialog: ExportDialog) -> None:
    qtbot.waitUntil(lambda: dialog._seen is not None and not dialog.bar.isVisible())


def cells(dialog: ExportDialog, column: str) -> list[str]:
    rows, place = dialog.table.rows, HEADINGS.index(column)
    return [str(rows.data(rows.index(row, place))) for row in range(rows.rowCount())]


def choose_level(qtbot: QtBot, dialog: ExportDialog, level: ExportLevel) -> None:
    dialog.choices.level.buttons[level].click()
    dialog.look()
    _looked(qtbot, dialog)


def choose_kind(qtbot: QtBot, dialog: ExportDialog, kind: ReaderKind) -> None:
    place = [one for one, _ in KINDS].index(kind)
    dialog.choices.kind.setCurrentIndex(place)
    dialog.choices.kind.activated.emit(place)
    dialog.look()
    _looked(qtbot, dialog)


def save_to(dialog: ExportDialog, path: Path | None) -> list[str]:
    """Answer the question for a file; return the names that were proposed."""
    proposed: list[str] = []

    def where(_parent: QWidget, _title: str, name: str, _kinds: str) -> Path | None:
        proposed.append(name)
        return path

    dialog._where_to = where
    return proposed


def test_it_begins_with_the_week_shown_at_the_least_telling_level(opened: Dialog) -> None:
    dialog = opened()
    assert dialog.summary.text() == "2 aftaler kommer i filen: 2 nye."
    assert cells(dialog, "Tid") == [
        "tir. 24. nov. 2026 10.00–11.00",
        "ons. 25. nov. 2026 09.00–09.15",
    ]
    assert cells(dialog, "Titel") == ["Besøg · AM", "Telefon · AM"]
    assert cells(dialog, "Sted") == ["Hjem", "Telefon"]
    assert "Transport før: 15 min" in cells(dialog, "Andet i filen")[0]


def test_what_is_shown_is_what_stands_in_the_file(
    opened: Dialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened()
    choose_level(qtbot, dialog, ExportLevel.FULL)
    titles = cells(dialog, "Titel")
    path = tmp_path / "uge.ics"
    proposed = save_to(dialog, path)
    dialog.main_button.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert proposed == ["uge-48.ics"]
    events = vobject.readOne(path.read_text(encoding="utf-8")).vevent_list
    assert [event.summary.value for event in events] == titles
    assert titles[0] == "Besøg · Asta Mortensen"
    assert dialog.said == "2 aftaler er gemt i uge.ics."
    assert "HEMMELIG" not in path.read_text(encoding="utf-8")


def test_a_level_is_never_remembered(opened: Dialog, tmp_path: Path, qtbot: QtBot) -> None:
    first = opened()
    choose_level(qtbot, first, ExportLevel.FULL)
    save_to(first, tmp_path / "uge.ics")
    first.main_button.click()
    qtbot.waitUntil(lambda: not first.isVisible())
    again = opened()
    assert again.choices.level.level is ExportLevel.CODE
    assert again.choices.level.buttons[ExportLevel.CODE].isChecked()
    assert cells(again, "Siden sidst") == ["Ændret", "Ændret"]


def test_levels_that_are_off_cannot_be_chosen_and_say_so(
    desk: Desk, dialogs: ExchangeDialogs, opened: Dialog
) -> None:
    desk.do(team_lists.switch_export_levels_off, desk.actor_id, [ExportLevel.FULL])
    dialog = opened()
    full = dialog.choices.level.buttons[ExportLevel.FULL]
    assert not full.isEnabled()
    assert full.accessibleDescription() == "Slået fra for teamet."
    assert dialog.choices.level.buttons[ExportLevel.FIRST_NAME].isEnabled()


def test_a_citizens_own_file_has_no_levels_and_never_her_name(opened: Dialog, qtbot: QtBot) -> None:
    dialog = opened()
    choose_kind(qtbot, dialog, ReaderKind.CITIZEN)
    assert cells(dialog, "Titel") == ["Besøg af Mona", "Telefon med Mona"]
    assert not any(button.isVisible() for button in dialog.choices.level.buttons.values())


def test_a_participant_gets_only_her_own_part(opened: Dialog, qtbot: QtBot) -> None:
    dialog = opened()
    choose_kind(qtbot, dialog, ReaderKind.PARTICIPANT)
    assert dialog.choices.who.currentText() == "tir. 24. nov. 10.00 · Lone Sørensen"
    assert cells(dialog, "Tid") == ["tir. 24. nov. 2026 10.00–10.20"]
    assert not dialog.choices.whole_series.isVisible()


def test_days_can_be_typed(opened: Dialog, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.choices.first.setFocus()
    dialog.choices.first.setText("25/11/2026")
    press(Qt.Key.Key_Tab)
    dialog.look()
    _looked(qtbot, dialog)
    assert cells(dialog, "Titel") == ["Telefon · AM"]
    assert dialog.choices.days.currentText() == "Fra og til"


def test_days_that_cannot_be_read_are_told_and_nothing_can_be_saved(opened: Dialog) -> None:
    dialog = opened()
    dialog.choices.last.setText("i morgenfrisk")
    dialog.look()
    assert dialog.trouble.isVisible()
    assert not dialog.main_button.isEnabled()


def test_an_empty_period_says_so_and_cannot_be_saved(opened: Dialog, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.choices.first.show_day(dialog.choices.first.needed_day().replace(month=1))
    dialog.choices.last.show_day(dialog.choices.first.needed_day())
    dialog.look()
    _looked(qtbot, dialog)
    assert dialog.summary.text() == "Der er intet at eksportere i perioden."
    assert not dialog.main_button.isEnabled()


def test_giving_up_the_file_name_changes_nothing(opened: Dialog) -> None:
    dialog = opened()
    save_to(dialog, None)
    dialog.main_button.click()
    assert dialog.isVisible()
    assert dialog.main_button.isEnabled()


def test_a_folder_that_cannot_be_written_is_told_and_the_list_stays(
    opened: Dialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened()
    save_to(dialog, tmp_path / "ingen" / "uge.ics")
    dialog.main_button.click()
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "vælg en anden mappe" in dialog.trouble.text()
    assert dialog.main_button.isEnabled()
    assert len(cells(dialog, "Tid")) == 2


def test_a_stopped_export_leaves_no_file(opened: Dialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = opened()
    path = tmp_path / "uge.ics"
    save_to(dialog, path)
    dialog.main_button.click()
    dialog.reject()
    qtbot.waitUntil(lambda: dialog.trouble.isVisible() or not dialog.isVisible())
    if dialog.isVisible():
        assert dialog.trouble.text().startswith("Eksporten er stoppet.")
        assert not path.exists()


def test_the_count_stops_the_writing_once_stop_is_pressed(opened: Dialog) -> None:
    dialog = opened()
    dialog._count(1)
    dialog._stop()
    with pytest.raises(PlanError, match="Ingen fil er gemt"):
        dialog._count(2)


def test_everything_has_a_name_and_can_be_reached_by_tab(opened: Dialog) -> None:
    dialog = opened()
    reached = []
    for _ in range(20):
        widget = focused()
        if widget in reached:
            break
        reached.append(widget)
        press(Qt.Key.Key_Tab)
    for widget in (dialog.choices.kind, dialog.choices.days, dialog.table, dialog.main_button):
        assert widget in reached
    unnamed = [one for one in reached if not (one.accessibleName() or getattr(one, "text", str)())]
    assert not unnamed


def test_rows_are_heard_with_the_name_of_their_column(opened: Dialog) -> None:
    rows = opened().table.rows
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    heard = rows.data(rows.index(0, 2), Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Titel: Besøg · AM"


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_nothing_is_wider_than_its_place_at_twice_the_text_size(
    theme: Theme, opened: Dialog, appearance: Appearance
) -> None:
    theme.use(appearance, 200)
    dialog = opened()
    area = dialog._area
    assert dialog.choices.width() <= area.viewport().width()
    assert dialog.table.width() > area.width()
