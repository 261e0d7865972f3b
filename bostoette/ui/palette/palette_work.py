"""The keys Ctrl+K, Ctrl+G and F1, and what they open over the window."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.services import citizens
from bostoette.ui.main_window import PAGES, MainWindow
from bostoette.ui.naming import Naming
from bostoette.ui.palette.answers import AllAnswers, WeekAnswers
from bostoette.ui.palette.command import EVERYWHERE, Command, gathered
from bostoette.ui.palette.palette import Palette
from bostoette.ui.palette.search_button import SearchButton
from bostoette.ui.palette.turns_in_menu import offer_turns
from bostoette.ui.week.week_page import WeekPage

if TYPE_CHECKING:
    from bostoette.models.citizen_fields import ListedCitizen
    from bostoette.models.found_text import SearchAnswer, SearchLimits
    from bostoette.ui.palette.text_answers import TextAnswers
    from bostoette.ui.palette.window_commands import WindowCommands

FIND_NAME = "Søg borger, notat, uge eller kommando"
FIND_EXAMPLE = "Skriv fx et navn, ord fra et notat, »uge 50«, »eksportér« eller »kaffe form:besøg«"
WEEK_NAME = "Gå til uge"
WEEK_EXAMPLE = "Skriv fx 50, 50/27, næste uge eller 24/12"


class PaletteWork(QObject):
    """Finds anything in the window it belongs to."""

    def __init__(self, window: MainWindow, *, example: bool) -> None:
        super().__init__(window)
        self._window = window
        self._example = example
        self._add("Find borger, notat, uge eller kommando", "Ctrl+K", self.find)
        self._add(WEEK_NAME, "Ctrl+G", self.go_to_week)
        self._add("Genveje", "F1", self.show_shortcuts)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch_field)

    def find(self) -> None:
        """Open the palette for everything."""
        self._window.undoing.name()
        everybody = self._window.desk.read(citizens.named)
        naming = Naming(self._window.settings.discreet)
        answers = AllAnswers(
            self._weeks,
            everybody,
            self.commands(),
            self.show_citizen,
            naming=naming,
            texts=self._texts(everybody, naming),
        )
        self.palette.begin(FIND_NAME, FIND_EXAMPLE, answers)

    def go_to_week(self) -> None:
        """Open the palette for weeks alone."""
        self.palette.begin(WEEK_NAME, WEEK_EXAMPLE, self._weeks)

    def show_shortcuts(self) -> None:
        """Show every shortcut, also of pages that were not shown yet."""
        from bostoette.ui.palette.shortcut_list import ShortcutList, sections
        from bostoette.ui.week.grid_keys import GRID_KEYS

        self._window.make_pages()
        lines = [(one.words, one.said) for one in GRID_KEYS]
        shown = sections(tuple(self._all()), lines)
        dialog = ShortcutList(self._window.theme, shown, self._window)
        dialog.exec()
        dialog.deleteLater()

    def commands(self) -> tuple[Command, ...]:
        """Return every command once: those of the page shown, of the window, of other pages."""
        once: dict[str, Command] = {}
        for command in self._all():
            known = once.get(command.words)
            if known is None or (command.keys and not known.keys):
                once[command.words] = command
        return tuple(once.values())

    def show_citizen(self, key: Key) -> None:
        """Go to a citizen."""
        from bostoette.ui.notes.found_places import show_citizen

        show_citizen(self._window, key)

    def show_week(self, week: IsoWeek) -> None:
        """Go to a week."""
        self._window.show_page("week")
        page = self._window.page("week")
        assert isinstance(page, WeekPage)  # noqa: S101 - so it was assembled
        page.show_week(week)

    def offer_in(self, page: WeekPage) -> None:
        """Put the way in to the palette into the week's head."""
        button = SearchButton(self._window.theme, page.bar)
        button.clicked.connect(self.find)
        page.bar.offer_search(button)
        offer_turns(page.bar.more, self._window)

    @cached_property
    def _more(self) -> "WindowCommands":
        """Commands without keys; made when they are first looked for."""
        from bostoette.ui.palette.window_commands import WindowCommands

        return WindowCommands(self._window, example=self._example)

    @cached_property
    def palette(self) -> Palette:
        """The card over the window."""
        host = self._window.centralWidget()
        assert host is not None  # noqa: S101 - the window is laid out
        return Palette(self._window.theme, host)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Ctrl+K for the palette where text fields would delete to the line's end."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if held and event.key() == Qt.Key.Key_K:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _all(self) -> Iterator[Command]:
        _ = self._more  # made by being looked for
        shown = self._window.stack.currentWidget()
        pages = [(one, self._window.page(one.key)) for one in PAGES]
        for entry, page in pages:
            if page is not None and page is shown:
                yield from gathered(page, entry.word, deep=True)
        yield from gathered(self._window, EVERYWHERE, deep=False)
        for entry, page in pages:
            if page is not None and page is not shown:
                for command in gathered(page, entry.word, deep=True):
                    yield self._after_going_to(entry.key, command)

    def _after_going_to(self, key: str, command: Command) -> Command:
        def run() -> None:
            self._window.show_page(key)
            command.run()

        return replace(command, run=run)

    def _texts(self, everybody: "tuple[ListedCitizen, ...]", naming: Naming) -> "TextAnswers":
        from bostoette.services import search
        from bostoette.ui.notes.found_places import search_on, show_found
        from bostoette.ui.palette.text_answers import MOST_TEXTS, TextAnswers, TextWays

        desk, window = self._window.desk, self._window

        def find(words: str, limits: "SearchLimits") -> "SearchAnswer":
            return desk.look(search.find, words, desk.actor_id, limits, first=MOST_TEXTS)

        ways = TextWays(find, partial(show_found, window), partial(search_on, window))
        writing = desk.read(citizens.choices).workers
        return TextAnswers(window.now().date(), everybody, writing, naming, ways)

    @property
    def _weeks(self) -> WeekAnswers:
        return WeekAnswers(self._window.now().date(), self.show_week)

    def _add(self, words: str, keys: str, do: Callable[[], object]) -> None:
        action = QAction(words, self._window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(partial(_without_state, do))
        self._window.addAction(action)

    def _watch_field(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, QLineEdit):
            new.installEventFilter(self)


def _without_state(do: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what Qt sends
    do()
