"""Ctrl+K finds citizens, weeks and commands; Ctrl+G goes to a week; F1 lists the shortcuts."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.services import contacts
from bostoette.services.desk import Desk
from bostoette.store.journal import describe
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.main_window import MainWindow
from bostoette.ui.palette.answer_list import AnswerModel
from bostoette.ui.palette.command import EVERYWHERE, Command, keys_of
from bostoette.ui.palette.palette_work import PaletteWork
from bostoette.ui.palette.shortcut_list import ShortcutList, sections
from bostoette.ui.week.week_page import WeekPage
from tests.clock import At
from tests.ui.hands import CONTROL, focused, press, type_text


def _words(work: PaletteWork) -> list[str]:
    model = work.palette.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def _find(typed: str) -> None:
    press(Qt.Key.Key_K, CONTROL)
    type_text(typed)


def test_a_citizen_is_found_by_the_beginning_of_her_name_and_shown(
    window: MainWindow, work: PaletteWork, citizen_id: Key
) -> None:
    _find("mort")
    assert _words(work) == ["Asta Mortensen"]
    press(Qt.Key.Key_Return)
    citizens = window.page("citizens")
    assert isinstance(citizens, CitizensPage)
    assert window.stack.currentWidget() is citizens
    assert citizens.current == citizen_id


def test_in_discretion_a_citizen_is_found_but_not_named(
    window: MainWindow, work: PaletteWork
) -> None:
    press(Qt.Key.Key_F8)
    _find("mort")
    assert _words(work) == ["A.M."]


def test_what_was_found_by_name_goes_at_once_in_discretion(
    window: MainWindow, work: PaletteWork
) -> None:
    _find("mort")
    assert _words(work) == ["Asta Mortensen"]
    press(Qt.Key.Key_F8)
    assert not work.palette.isVisible()
    assert window.settings.discreet


def test_a_week_is_found_by_number_and_shown(page: WeekPage, work: PaletteWork) -> None:
    _find("uge 50")
    assert _words(work)[0] == "Uge 50"
    press(Qt.Key.Key_Return)
    assert page.week == IsoWeek(2026, 50)


def test_a_command_is_found_and_run_with_the_focus_back_where_it_was(
    window: MainWindow, page: WeekPage, work: PaletteWork
) -> None:
    page.grid.setFocus()
    _find("ugen efter")
    assert _words(work) == ["Ugen efter"]
    press(Qt.Key.Key_Return)
    assert page.week == IsoWeek(2026, 49)
    assert focused() is page.grid


def test_undo_is_named_after_what_it_takes_back(
    window: MainWindow, work: PaletteWork, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    visit = desk.do(
        contacts.create,
        ContactFields(
            at(0, "9.00", 60),
            ContactForm.PHYSICAL,
            "support_conversation",
            (worker_id,),
            (citizen_id,),
        ),
    )
    desk.do(contacts.move, visit, at(3, "9.00", 60))
    _find("fortryd")
    assert _words(work)[0] == "Fortryd: Flyt A.M. til torsdag"
    press(Qt.Key.Key_Return)
    assert desk.read(contacts.details, visit).fields.span == at(0, "9.00", 60)


def test_what_begins_as_typed_comes_before_undoing_it(
    desk: Desk, citizen_id: Key, work: PaletteWork
) -> None:
    desk.do(_describe, "Importér 25 borgere", citizen_id)
    _find("import")
    assert _words(work)[0].startswith("Importér")
    assert _words(work)[-1] == "Fortryd: Importér 25 borgere"


def _describe(session: Session, label: str, citizen_id: Key) -> None:
    session.get_one(Citizen, citizen_id).phone = "12 34 56 78"
    describe(session, label)


def test_arrows_choose_and_what_is_chosen_is_told_to_screen_readers(
    window: MainWindow, work: PaletteWork
) -> None:
    _find("ugen")
    words = _words(work)
    assert len(words) >= 2
    press(Qt.Key.Key_Down)
    assert work.palette.list.currentIndex().row() == 1
    told = QAccessible.queryAccessibleInterface(work.palette.field)
    assert words[1] in told.text(QAccessible.Text.Description)


def test_esc_closes_and_gives_the_focus_back(page: WeekPage, work: PaletteWork) -> None:
    page.grid.setFocus()
    press(Qt.Key.Key_K, CONTROL)
    press(Qt.Key.Key_Escape)
    assert not work.palette.isVisible()
    assert focused() is page.grid


def test_what_is_nowhere_is_told(window: MainWindow, work: PaletteWork) -> None:
    _find("qqqq")
    assert _words(work) == []
    assert work.palette.hint.text().startswith("Intet fundet")


def test_ctrl_k_opens_also_from_a_text_field(window: MainWindow, work: PaletteWork) -> None:
    window.show_page("citizens")
    citizens = window.page("citizens")
    assert isinstance(citizens, CitizensPage)
    citizens.list.search.setFocus()
    type_text("asta")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_K, CONTROL)
    assert citizens.list.search.text() == "asta"
    assert work.palette.isVisible()


def test_enter_in_the_palette_presses_no_button_below_it(page: WeekPage, work: PaletteWork) -> None:
    pressed: list[bool] = []
    button = QPushButton("Afholdt", page)
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    button.setFocus()
    week = page.week
    _find("ugen efter")
    press(Qt.Key.Key_Return)
    assert page.week == week.plus(1)
    assert focused() is button
    assert not pressed
    press(Qt.Key.Key_Return)
    assert pressed, "and that one was meant for the button"


def test_a_command_of_another_page_goes_there_first(window: MainWindow, work: PaletteWork) -> None:
    window.show_page("citizens")
    _find("ugen efter")
    press(Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.page("week")


def test_ctrl_g_goes_to_the_week_that_is_typed(page: WeekPage, work: PaletteWork) -> None:
    press(Qt.Key.Key_G, CONTROL)
    type_text("2/27")
    assert _words(work) == ["Uge 2"]
    press(Qt.Key.Key_Return)
    assert page.week == IsoWeek(2027, 2)


def test_f1_lists_every_shortcut_by_place(window: MainWindow, work: PaletteWork) -> None:
    seen: dict[str, dict[str, str]] = {}

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ShortcutList)
        model = dialog.tree.model()
        for n in range(model.rowCount()):
            place = model.index(n, 0)
            rows = range(model.rowCount(place))
            seen[place.data()] = {
                model.index(row, 0, place).data(): model.index(row, 1, place).data() for row in rows
            }
        dialog.reject()

    QTimer.singleShot(0, read)
    work.show_shortcuts()
    assert seen["Overalt"]["Gør igen"] == "Ctrl+Y eller Ctrl+Shift+Z"
    assert seen["Uge"]["Ugen før"] == "Alt+Venstre"
    assert seen["Borgere"]["Ny borger"] == "Ctrl+N"
    assert "Shift+piletaster" in seen["I ugens felt"].values()


def _command(words: str, place: str) -> Command:
    return Command(words, place, ("Ctrl+T",), enabled=True, run=lambda: None)


def test_f1_says_what_a_key_does_and_not_only_where_it_holds() -> None:
    listed = dict(
        sections(
            (
                _command("Gennemgang: godkend ugen", "Gennemgang"),
                _command("Fortryd: Flyt A.M. til torsdag", EVERYWHERE),
            ),
            (),
        )
    )
    assert [words for words, _keys in listed["Gennemgang"]] == ["Godkend ugen"]
    assert [words for words, _keys in listed[EVERYWHERE]] == ["Fortryd"]


def test_f1_tells_the_keys_of_the_grid_just_after_those_of_its_page() -> None:
    places = ("Uge", EVERYWHERE, "Borgere")
    listed = sections(
        [_command("Gør det", place) for place in places], [("Kortere eller længere", "Ctrl+Op")]
    )
    assert [place for place, _lines in listed] == ["Uge", "I ugens felt", EVERYWHERE, "Borgere"]


def test_two_keys_with_one_name_are_said_once(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    action = QAction("Skriv notat", place)
    action.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
    assert keys_of(action) == ("Ctrl+Enter",)


def test_the_model_of_answers_is_sound(
    qtbot: QtBot, qtmodeltester: ModelTester, window: MainWindow, work: PaletteWork
) -> None:
    work.find()
    model = work.palette.model
    assert isinstance(model, AnswerModel)
    assert model.rowCount() > 10
    qtmodeltester.check(model)
