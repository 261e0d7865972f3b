"""Every action of the whole program: a Danish name, no bare letter, and no two keys at once."""

import re
from collections import defaultdict

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from bostoette.models.contact_kinds import ContactStatus
from bostoette.services import contacts
from bostoette.ui.main_window import MainWindow
from bostoette.ui.palette.palette_work import PaletteWork
from bostoette.ui.week.grid_keys import GRID_KEYS
from bostoette.ui.week.week_page import WeekPage

ENGLISH = {"Copy", "Paste", "Cut", "Delete", "Select All", "Close", "Open", "Save", "Next", "New"}
HELD = {"Ctrl", "Alt", "Shift", "Meta"}


@pytest.fixture
def whole(example_window: MainWindow) -> MainWindow:
    _work(example_window).commands()
    example_window.make_pages()
    return example_window


def _work(window: MainWindow) -> PaletteWork:
    work = window.findChild(PaletteWork)
    assert isinstance(work, PaletteWork)
    return work


def _named(widget: QWidget) -> list[QAction]:
    found = dict.fromkeys((*widget.actions(), *widget.findChildren(QAction)))
    return [each for each in found if each.text() and not each.isSeparator()]


def _keys(action: QAction) -> list[str]:
    return [one.toString(QKeySequence.SequenceFormat.PortableText) for one in action.shortcuts()]


def test_every_action_has_a_danish_name(whole: MainWindow) -> None:
    actions = _named(whole)
    assert len(actions) > 30
    for action in actions:
        words = action.text().replace("&", "")
        assert words.strip(". …")
        assert words[0].isupper(), words
        assert words not in ENGLISH
    nameless = [one for one in whole.findChildren(QAction) if one.shortcuts() and not one.text()]
    assert not nameless


def test_no_shortcut_is_a_bare_letter_or_digit(whole: MainWindow) -> None:
    for action in _named(whole):
        for keys in _keys(action):
            *held, last = re.split(r"\+(?=.)", keys)
            bare = last.isalnum() and len(last) == 1 and not set(held) & (HELD - {"Shift"})
            assert not bare, f"{action.text()}: {keys}"


def test_no_two_actions_that_are_active_together_share_a_key(whole: MainWindow) -> None:
    everywhere = whole.actions()
    for page in map(whole.page, ("week", "citizens", "notes", "conditions", "settings")):
        assert page is not None
        users: dict[str, set[str]] = defaultdict(set)
        for action in dict.fromkeys((*everywhere, *_named(page))):
            for keys in _keys(action):
                users[keys].add(action.text())
        clashes = {keys: words for keys, words in users.items() if len(words) > 1}
        assert not clashes


def test_no_action_takes_a_key_that_the_grid_looks_after(whole: MainWindow) -> None:
    page = whole.page("week")
    assert page is not None
    grids = {keys for line in GRID_KEYS for keys in line.sequences}
    taken = {
        keys: action.text()
        for action in (*whole.actions(), *_named(page))
        for keys in _keys(action)
        if keys in grids
    }
    assert not taken


def test_everything_the_keyboard_table_promises_can_be_found(whole: MainWindow) -> None:
    commands = _work(whole).commands()
    by_keys = {keys: one.words for one in commands for keys in one.keys}
    promised = (
        "Ctrl+K Ctrl+N Ctrl+Z Ctrl+Y Ctrl+Shift+Z Ctrl+T Alt+Venstre Alt+Højre Ctrl+1 Ctrl+2"
        " Ctrl+L F8 Ctrl+G Ctrl+Shift+N Ctrl+D F6 F1 Ctrl+Shift+H Ctrl+Shift+U Ctrl+Shift+A Ctrl+P"
        " Ctrl+Shift+D Ctrl+Shift+F"
    )
    assert not [keys for keys in promised.split() if keys not in by_keys]


@pytest.mark.parametrize(
    "words",
    [
        "Eksportér kontakter …",
        "Importér kalender …",
        "Importér borgere …",
        "Lås",
        "Diskretion",
        "Zoom ind",
        "Forlad eksemplet",
        "Mørkt udseende",
        "Indstillinger: Udseende",
    ],
)
def test_the_palette_knows_what_has_no_key(whole: MainWindow, words: str) -> None:
    assert words in [command.words for command in _work(whole).commands()]


def test_what_asks_first_is_written_one_way_with_a_space_before_the_dots(
    whole: MainWindow,
) -> None:
    words = [command.words for command in _work(whole).commands() if command.words.endswith("…")]
    assert len(words) > 10
    assert not [one for one in words if not one.endswith(" …")]


def test_settings_are_reached_and_changed_from_the_palette(whole: MainWindow) -> None:
    run = {command.words: command.run for command in _work(whole).commands()}
    run["Større tekst"]()
    assert whole.settings.text_percent == 125
    run["Mindre tekst"]()
    run["Mørkt udseende"]()
    assert whole.settings.appearance == "dark"
    run["Indstillinger: Udseende"]()
    assert whole.stack.currentWidget() is whole.page("settings")
    run["Zoom ind"]()
    assert whole.stack.currentWidget() is whole.page("week")
    assert whole.settings.zoom > 1


def test_grid_keys_are_keys_the_keyboard_has() -> None:
    for line in GRID_KEYS:
        for keys in line.sequences:
            portable = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
            assert portable == keys


def test_the_weeks_menu_names_what_undo_takes_back_and_does_it(whole: MainWindow) -> None:
    page = whole.page("week")
    assert isinstance(page, WeekPage)
    card = next(one for one in page.shown.contacts if one.status is ContactStatus.PLANNED)
    whole.desk.do(contacts.move, card.id, card.span.moved(minutes=15))
    menu = page.bar.more
    menu.aboutToShow.emit()
    undo, redo = menu.actions()[:2]
    assert undo.text().startswith("Fortryd: Flyt ")
    undo.trigger()
    assert whole.desk.read(contacts.details, card.id).fields.span == card.span
    menu.aboutToShow.emit()
    assert redo.text().startswith("Gør igen: Flyt ")
