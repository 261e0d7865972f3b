"""Searching on the notes page and from the palette, by keyboard and with limits."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from bostoette.clocks import utc_now
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.machine_settings import MachineSettings
from bostoette.models.note_fields import NewAgreement, NoteFields
from bostoette.services import citizens, drafts, goals, notes, unlocking
from bostoette.services.desk import Desk
from bostoette.services.program_file import OpenFile
from bostoette.ui.assembly import assemble
from bostoette.ui.citizens.citizens_page import CitizensPage
from bostoette.ui.main_window import MainWindow
from bostoette.ui.notes.note_dialog import NoteDialog
from bostoette.ui.notes.search_model import FoundRole, SearchModel
from bostoette.ui.notes.search_panel import EMPTY, SearchPanel
from bostoette.ui.notes.signed_note_dialog import SignedNoteDialog
from bostoette.ui.palette.answer_list import AnswerRole
from bostoette.ui.palette.palette import Palette
from bostoette.ui.palette.palette_work import PaletteWork
from bostoette.ui.theme import Theme
from tests.begun import PASSPHRASE, Begun
from tests.clock import MONDAY
from tests.services.notes.writing import NOON, noted
from tests.services.remote_hands import plan
from tests.services.test_goals import DISHES
from tests.ui.hands import CONTROL, focused, press, show_active, type_text

Dialog = TypeVar("Dialog", bound=QDialog)
NOW = datetime(2026, 11, 24, 12, 0)
TEXTS = ("Spiste æbler med Søren", "Ringede til egen læge", "Gik tur ved søen")
FORMS = (ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.WALK_TALK)


@pytest.fixture
def opened(begun: Begun) -> OpenFile:
    return unlocking.open_unlocked(
        begun.places, unlocking.unlock(begun.places, PASSPHRASE), utc_now
    )


@pytest.fixture
def desk(opened: OpenFile) -> Desk:
    return opened.desk


@pytest.fixture
def citizen_id(desk: Desk) -> Key:
    return desk.do(citizens.create, CitizenFields("Asta Mortensen", "A.M."))


@pytest.fixture
def window(opened: OpenFile, theme: Theme, qtbot: QtBot, citizen_id: Key) -> MainWindow:
    assert citizen_id
    made = assemble(opened, theme, MachineSettings(appearance="light"), lambda: NOW)
    qtbot.addWidget(made, before_close_func=lambda _window: opened.close())
    made.resize(1280, 800)
    show_active(made)
    qtbot.waitUntil(lambda: made.is_workable, timeout=20_000)
    return made


@pytest.fixture
def written(desk: Desk, citizen_id: Key) -> list[Key]:
    return [
        noted(desk, citizen_id, NoteFields(text), form=form, day=MONDAY - timedelta(days=7 - at))
        for at, (text, form) in enumerate(zip(TEXTS, FORMS, strict=True))
    ]


@pytest.fixture
def panel(window: MainWindow, written: list[Key]) -> SearchPanel:
    window.show_page("notes")
    found = _panel(window)
    found.field.setFocus()
    return found


@pytest.fixture(autouse=True)
def no_dialog_left(qapp: QApplication) -> Iterator[None]:
    yield
    for dialog in (*_open(NoteDialog), *_open(SignedNoteDialog)):
        dialog.done(0)


def _panel(window: MainWindow) -> SearchPanel:
    page = window.page("notes")
    found = page.findChild(SearchPanel) if page is not None else None
    assert isinstance(found, SearchPanel)
    return found


def _palette(window: MainWindow) -> Palette:
    work = window.findChild(PaletteWork)
    assert isinstance(work, PaletteWork)
    return work.palette


def _open(kind: type[Dialog]) -> list[Dialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]


def _search(panel: SearchPanel, typed: str) -> list[str]:
    panel.field.setText(typed)
    panel.search()
    rows = range(panel.model.rowCount())
    return [panel.model.index(row).data(FoundRole.SNIPPET).text for row in rows]


def test_what_is_typed_is_found_and_opened_with_its_words_marked(
    panel: SearchPanel, qtbot: QtBot
) -> None:
    type_text("aebl soren")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    assert panel.field.accessibleDescription() == "1 er fundet"
    press(Qt.Key.Key_Return)
    (dialog,) = _open(SignedNoteDialog)
    (label,) = [one for one in dialog.findChildren(QLabel) if "<span" in one.text()]
    assert label.accessibleName() == TEXTS[0]
    assert ">æbl</span>er med <span" in label.text()


def test_arrows_walk_what_was_found_and_enter_opens_it(panel: SearchPanel) -> None:
    assert len(_search(panel, "t")) == 2
    press(Qt.Key.Key_Down)
    assert focused() is panel.view
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    (dialog,) = _open(SignedNoteDialog)
    assert dialog.note.sections[-1][1] == TEXTS[1]


def test_limits_narrow_and_say_so_where_nothing_is_left(panel: SearchPanel) -> None:
    filters = panel.filters
    filters.form.setCurrentText("Telefonsamtale")
    assert _search(panel, "") == [TEXTS[1]]
    assert _search(panel, "tur") == []
    assert "bredere" in panel.hint.text()
    filters.form.setCurrentIndex(0)
    assert _search(panel, "tur") == [TEXTS[2]]
    filters.period.setCurrentText("Vælg dage")
    assert filters.first.isVisibleTo(panel)
    filters.first.setText("26/11")
    assert _search(panel, "") == []
    filters.first.setText("vrøvl")
    assert _search(panel, "søen") == [TEXTS[2]]


def test_a_citizen_is_chosen_by_typing_the_beginning_of_her_name(panel: SearchPanel) -> None:
    box = panel.filters.citizen
    line = box.lineEdit()
    assert line is not None
    box.setFocus()
    line.selectAll()
    type_text("mort")
    line.editingFinished.emit()
    assert box.currentText() == "Asta Mortensen"
    assert len(_search(panel, "")) == 3
    line.setText("Ingen der hedder")
    line.editingFinished.emit()
    assert box.currentText() == "Alle borgere"


def test_the_page_says_what_belongs_there_before_anything_is_typed(panel: SearchPanel) -> None:
    assert panel.hint.text() == EMPTY
    assert not panel.view.isVisible()
    assert _search(panel, '***"') == []
    assert panel.hint.text().startswith("Intet fundet")


def test_in_discretion_neither_name_nor_text_is_shown(
    window: MainWindow, panel: SearchPanel
) -> None:
    press(Qt.Key.Key_F8)
    assert _search(panel, "aebler") == ["Skjult (F8 viser det)"]
    assert panel.model.index(0).data() == "A.M."
    spoken = str(panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Asta" not in spoken
    assert "æbler" not in spoken


def test_the_persons_own_draft_opens_to_be_written_on(
    desk: Desk, panel: SearchPanel, citizen_id: Key
) -> None:
    contact = plan(desk, citizen_id, ContactForm.PHYSICAL, MONDAY)
    mine = notes.draft_of(contact, citizen_id, desk.actor_id)
    desk.do(drafts.keep, mine, {"text": "Halvt om gæld"}, NOON)
    assert _search(panel, "gaeld") == ["Halvt om gæld"]
    press(Qt.Key.Key_Return)
    assert len(_open(NoteDialog)) == 1


@pytest.mark.parametrize(
    ("typed", "marked", "button"),
    [
        ("vise frem", ">vise</span>", "Ret delmål: "),
        ("have gæs", ">gæs</span>", "Ret ønske: "),
        ("hjemmet", ">hjemmet</span>", "Ret indsatsmål: "),
    ],
)
def test_a_wish_an_aim_and_a_goal_are_gone_to_with_their_words_marked(
    window: MainWindow,
    desk: Desk,
    panel: SearchPanel,
    citizen_id: Key,
    typed: str,
    marked: str,
    button: str,
) -> None:
    wish = desk.do(goals.write_wish, citizen_id, "Have gæster", MONDAY)
    aim = desk.do(goals.add_aim, wish, "Holde hjemmet")
    desk.do(goals.add_goal, aim, DISHES, MONDAY, desk.actor_id)
    assert len(_search(panel, typed)) == 1
    press(Qt.Key.Key_Return)
    page = window.stack.currentWidget()
    assert isinstance(page, CitizensPage)
    assert page.current == citizen_id
    assert page.card.middle is page.card.goals
    (label,) = [one for one in page.card.goals.findChildren(QLabel) if "<span" in one.text()]
    assert marked in label.text()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith(button)


def test_a_new_note_appears_in_a_search_that_stands(
    desk: Desk, panel: SearchPanel, citizen_id: Key
) -> None:
    assert len(_search(panel, "sø")) == 2
    noted(desk, citizen_id, NoteFields("Sød kage"), day=MONDAY)
    assert panel.model.rowCount() == 3


def test_more_is_fetched_as_the_end_comes_in_sight(
    desk: Desk, panel: SearchPanel, citizen_id: Key, qtbot: QtBot
) -> None:
    fields = NoteFields("Te", agreed=tuple(NewAgreement(f"kaffe {at}") for at in range(25)))
    noted(desk, citizen_id, fields, day=MONDAY)
    _search(panel, "kaffe")
    assert isinstance(panel.model, SearchModel)
    ModelTester(panel.model)
    while panel.model.canFetchMore(panel.model.index(-1)):
        panel.model.fetchMore(panel.model.index(-1))
    assert panel.model.rowCount() == 25


def test_every_control_is_named(panel: SearchPanel) -> None:
    filters = panel.filters
    for control in (panel.field, panel.view, filters.citizen, filters.form, filters.author):
        assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)


def test_the_palette_finds_notes_and_goes_on_to_all_of_them(
    window: MainWindow, written: list[Key]
) -> None:
    palette = _palette(window)
    press(Qt.Key.Key_K, CONTROL)
    type_text("aebler")
    model = palette.model
    words = [str(model.index(row).data()) for row in range(model.rowCount())]
    assert words[0].startswith("Asta Mortensen · notat")
    answer = model.index(0).data(AnswerRole.ANSWER)
    (mark,) = answer.marks
    assert answer.detail[slice(*mark)] == "æbler"
    assert words[1] == "Søg efter »aebler« i alt, der er skrevet"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    panel = _panel(window)
    assert panel.field.hasFocus()
    assert panel.field.text() == "aebler"
    assert panel.model.rowCount() == 1


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("form:telefon", 1),
        ("t form:gåtur", 1),
        ("borger:asta spiste", 1),
        ("borger:ingen spiste", 0),
        ("fra:17/11 til:17/11", 1),
        ("uge:47", 3),
        ("uge:46", 0),
        ("form:vrøvl", 0),
        ("spiste fra:vrøvl", 0),
    ],
)
def test_limits_are_typed_in_the_palette(
    window: MainWindow, written: list[Key], typed: str, hits: int
) -> None:
    palette = _palette(window)
    press(Qt.Key.Key_K, CONTROL)
    palette.field.setText(typed)
    model = palette.model
    words = [str(model.index(row).data()) for row in range(model.rowCount())]
    assert sum(" · notat " in one for one in words) == hits
