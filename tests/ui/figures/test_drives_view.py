"""The list of drives at the screen: month by month, corrected, skipped, saved."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bostoette.models.car_kind import CarKind
from bostoette.models.figure_scope import Scope, ScopeKind, Section
from bostoette.models.key import Key
from bostoette.services.desk import Desk
from bostoette.ui.figures.drives_view import CHOOSE
from bostoette.ui.figures.figures_page import FiguresPage
from bostoette.ui.figures.figures_work import FiguresWork
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from tests.clock import MONDAY
from tests.twenty_contacts import VISIT, add_contact
from tests.ui.hands import CONTROL, press, show_active

NOW = datetime(2026, 11, 29, 12, 0)


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def page(desk: Desk, theme: Theme, qtbot: QtBot, worker_id: Key, citizen_id: Key) -> FiguresPage:
    desk.upkeep(lambda session: add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT).id)
    page = FiguresPage(desk, theme, lambda: NOW)
    qtbot.addWidget(page)
    desk.listen(page.on_changes)
    page.resize(1180, 760)
    show_active(page)
    page.show_section(Section.DRIVES)
    page.bar.choose(Scope(ScopeKind.WORKER, worker_id))
    return page


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    return tmp_path / "koerselsliste.csv"


@pytest.fixture
def work(page: FiguresPage, desk: Desk, theme: Theme, said: list[str], saved: Path) -> FiguresWork:
    def where(_parent: QWidget, _title: str, proposed: str, _kinds: str) -> Path:
        said.append(proposed)
        return saved

    return FiguresWork(
        page, desk, theme, lambda: NOW, naming=Naming, say=said.append, where_to=where
    )


def rows(page: FiguresPage) -> list[list[object]]:
    model = page.drives.table.rows
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_visit_is_driven_to_and_from(page: FiguresPage) -> None:
    assert [row[1:4] for row in rows(page)] == [
        ["Kontor", "AM", "mangler"],
        ["AM", "Kontor", "mangler"],
    ]
    assert page.drives.sums.text() == "I alt 0,0 km: ingen; 2 ture mangler kilometer."


def test_the_team_has_no_list_and_is_told_to_choose(page: FiguresPage, work: FiguresWork) -> None:
    page.bar.choose(Scope())
    assert page.drives.sums.text() == CHOOSE
    assert page.drives.table.isHidden()
    assert work.paper() is None


def test_enter_asks_to_correct_the_chosen_drive(page: FiguresPage) -> None:
    asked: list[object] = []
    page.drives.correct_asked.connect(asked.append)
    page.drives.table.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.drives.shown is not None
    assert asked == [page.drives.shown.drives[1]]


def test_typed_kilometres_count_and_rubbish_is_told_and_kept(
    page: FiguresPage, work: FiguresWork
) -> None:
    assert page.drives.shown is not None
    dialog = work.drive_dialog(page.drives.shown.drives[0])
    dialog.show_fitting()
    dialog.km.setText("tolv")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "som et tal" in dialog.notice.words
    assert dialog.km.text() == "tolv"
    dialog.km.setText("12,5 km")
    dialog.remark.setText("Omvej")
    dialog.save_button.click()
    assert rows(page)[0][3:] == ["12,5 (før mangler)", "Egen bil", "Omvej"]
    assert page.drives.sums.text() == "I alt 12,5 km: egen bil 12,5 km; 1 tur mangler kilometer."


def test_a_drive_is_skipped_and_counted_again(page: FiguresPage, work: FiguresWork) -> None:
    page.drives.skip.click()
    assert rows(page)[0][3] == "tæller ikke"
    assert page.drives.skip.text() == "Tæl med igen"
    page.drives.skip.click()
    assert rows(page)[0][3] == "mangler"


def test_undoing_a_correction_leaves_one_row_chosen_though_ctrl_is_held(
    page: FiguresPage, work: FiguresWork, desk: Desk
) -> None:
    page.drives.table.choose(1)
    page.drives.skip.click()
    QTest.keyPress(page.drives.table, Qt.Key.Key_Control, CONTROL)
    desk.undo()
    QTest.keyRelease(page.drives.table, Qt.Key.Key_Control)
    chosen = page.drives.table.selectionModel().selectedRows()
    assert [one.row() for one in chosen] == [1]


def test_the_usual_car_is_chosen_at_the_top(page: FiguresPage, work: FiguresWork) -> None:
    page.drives.car_asked.emit(CarKind.SERVICE)
    assert {row[4] for row in rows(page)} == {"Tjenestebil"}


def test_another_month_has_no_drives_and_says_so(page: FiguresPage) -> None:
    page.drives.back.click()
    assert page.drives.title.text() == "Kørsel i oktober 2026"
    assert rows(page) == []
    page.drives.on.click()
    page.drives.on.click()
    assert page.drives.title.text() == "Kørsel i december 2026"


def test_a_remark_is_hidden_in_discretion(page: FiguresPage, work: FiguresWork) -> None:
    assert page.drives.shown is not None
    dialog = work.drive_dialog(page.drives.shown.drives[0])
    dialog.show_fitting()
    dialog.remark.setText("Omvej")
    dialog.save_button.click()
    page.set_naming(Naming(discreet=True))
    assert rows(page)[0][5] == "Skjult (F8 viser det)"


def test_the_list_is_saved_under_a_name_of_nobody(
    page: FiguresPage, work: FiguresWork, said: list[str], saved: Path
) -> None:
    page.bar.csv_asked.emit()
    assert said == ["koerselsliste-2026-11.csv", "Kørselslisten er gemt i koerselsliste.csv."]
    assert "Kørselsliste;M.J.;november 2026" in saved.read_text("utf-8-sig")


def test_the_figures_are_saved_as_they_are_seen(
    page: FiguresPage, work: FiguresWork, said: list[str], saved: Path
) -> None:
    page.show_section(Section.MIX)
    page.bar.csv_asked.emit()
    assert said[0] == "overblik-fordeling-2026-10.csv"
    assert "Overblik;Fordeling;M.J." in saved.read_text("utf-8-sig")
    names = next(one for one in page.bar.menu.actions() if one.text() == "Med navne i filen")
    names.trigger()
    page.bar.csv_asked.emit()
    assert "Overblik;Fordeling;Mona Jensen" in saved.read_text("utf-8-sig")


def test_what_is_seen_is_laid_on_paper(page: FiguresPage, work: FiguresWork, qtbot: QtBot) -> None:
    page.show_section(Section.MIX)
    dialog = work.paper()
    assert dialog is not None
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.drawn):
        dialog.draw()
    assert dialog.laid_out is not None
    assert "Fordeling over tid" in dialog.laid_out.words_on(0)
