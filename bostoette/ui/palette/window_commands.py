"""Commands of the whole program that have no button where the person may be: for the palette."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from bostoette.models.machine_settings import LARGEST_TEXT, SMALLEST_TEXT
from bostoette.models.plan_error import PlanError
from bostoette.ui.main_window import MainWindow
from bostoette.ui.palette.command import KEYS_PROPERTY
from bostoette.ui.telling import show_plan_error
from bostoette.ui.week.week_page import WeekPage

if TYPE_CHECKING:
    from bostoette.ui.citizens.citizens_page import CitizensPage
    from bostoette.ui.settings.settings_page import SettingsPage

ZOOM_STEP = 1.25
TEXT_STEP = 25
_LOOKS = (
    ("Lyst udseende", "light"),
    ("Mørkt udseende", "dark"),
    ("Udseende som computerens", "system"),
)


class WindowCommands(QObject):
    """Adds actions without keys of their own to the window; each goes where it belongs first."""

    def __init__(self, window: MainWindow, *, example: bool) -> None:
        super().__init__(window)
        self._window = window
        self._add_week()
        self._add_citizens()
        self._add_settings(example=example)
        self._add_looks()

    def _add_week(self) -> None:
        def ask(wish: Callable[[WeekPage], object]) -> Callable[[], object]:
            return lambda: wish(self._week())

        self._add("Eksportér kontakter …", ask(lambda week: week.export_asked.emit()))
        self._add("Importér kalender …", ask(lambda week: week.import_asked.emit()))
        self._add("Læs, hvad der er at se på", ask(lambda week: week.strip.look_asked.emit()))
        self._add("Zoom ind", lambda: self._zoom(ZOOM_STEP), "Ctrl++")
        self._add("Zoom ud", lambda: self._zoom(1 / ZOOM_STEP), "Ctrl+-")
        self._add("Byg søgningen op igen", self._make_search_anew)
        self._add("Normal zoom", lambda: self._zoom(0), "Ctrl+0")

    def _add_citizens(self) -> None:
        def ask(wish: Callable[["CitizensPage"], object]) -> Callable[[], object]:
            return lambda: wish(self._citizens())

        self._add("Ny borger", ask(lambda page: page.work.new_citizen()))
        self._add("Importér borgere …", ask(lambda page: page.bar.take_in.click()))
        self._add("Ikke hørt fra: mine borgere", ask(lambda page: page.show_silent(mine=True)))
        self._add("Ikke hørt fra: hele teamet", ask(lambda page: page.show_silent(mine=False)))

    def _add_settings(self, *, example: bool) -> None:
        from bostoette.ui.settings.access_section import AccessSection
        from bostoette.ui.settings.copies_section import CopiesSection
        from bostoette.ui.settings.settings_page import OWN_DATA_ONLY, SECTIONS

        def show(kind: type) -> Callable[[], object]:
            return lambda: self._settings().choose(kind)

        for kind in SECTIONS:
            if not (example and kind in OWN_DATA_ONLY):
                self._add(f"Indstillinger: {kind.title}", show(kind))
        self._add("Borgere, der skal slettes …", self._show_due)
        if example:
            self._add("Forlad eksemplet", self._window.leave_example_asked.emit)
        else:
            self._add("Tag en kopi nu …", lambda: self._copies(CopiesSection))
            self._add("Gendan en kopi …", show(CopiesSection))
            self._add("Skift adgangssætning …", show(AccessSection))
            self._add("Ny gendannelsesnøgle …", show(AccessSection))
            self._add("Åbn eksemplet", self._window.example_asked.emit)

    def _add_looks(self) -> None:
        def wear(appearance: str) -> Callable[[], object]:
            return lambda: self._keep(appearance=appearance)

        for words, appearance in _LOOKS:
            self._add(words, wear(appearance))
        self._add("Større tekst", lambda: self._scale_text(TEXT_STEP))
        self._add("Mindre tekst", lambda: self._scale_text(-TEXT_STEP))

    def _add(self, words: str, do: Callable[[], object], keys: str = "") -> None:
        action = QAction(words, self._window)
        if keys:
            action.setProperty(KEYS_PROPERTY, keys)
        action.triggered.connect(lambda _checked=False: do())
        self._window.addAction(action)

    def _make_search_anew(self) -> None:
        from bostoette.services import search
        from bostoette.ui.background import beside

        window = self._window
        window.message.say("Søgningen bygges op igen …", undoable=False)
        beside(window, lambda: window.desk.do(search.make_anew), self._say_made, self._refused)

    def _refused(self, error: PlanError) -> None:
        show_plan_error(self._window, error)

    def _say_made(self, number: int) -> None:
        said = f"{number:,}".replace(",", ".")
        self._window.message.say(f"Søgningen er bygget op igen: {said} tekster", undoable=False)

    def _week(self) -> WeekPage:
        self._window.show_page("week")
        page = self._window.page("week")
        assert isinstance(page, WeekPage)  # noqa: S101 - so it was assembled
        return page

    def _citizens(self) -> "CitizensPage":
        from bostoette.ui.citizens.citizens_page import CitizensPage

        self._window.show_page("citizens")
        page = self._window.page("citizens")
        assert isinstance(page, CitizensPage)  # noqa: S101 - so it was assembled
        return page

    def _settings(self) -> "SettingsPage":
        from bostoette.ui.settings.settings_page import SettingsPage

        self._window.show_page("settings")
        page = self._window.page("settings")
        assert isinstance(page, SettingsPage)  # noqa: S101 - so it was assembled
        return page

    def _show_due(self) -> None:
        from bostoette.ui.settings.paper_section import PaperSection

        section = self._settings().choose(PaperSection)
        assert isinstance(section, PaperSection)  # noqa: S101 - what was chosen
        section.due_button.click()

    def _copies(self, kind: type) -> None:
        from bostoette.ui.settings.copies_section import CopiesSection

        section = self._settings().choose(kind)
        assert isinstance(section, CopiesSection)  # noqa: S101 - what was chosen
        section.make_button.click()

    def _zoom(self, factor: float) -> None:
        grid = self._week().grid
        grid.zoom_to(grid.zoom * factor if factor else 1.0)

    def _scale_text(self, step: int) -> None:
        percent = self._window.settings.text_percent + step
        self._keep(text_percent=min(max(percent, SMALLEST_TEXT), LARGEST_TEXT))

    def _keep(self, **changes: object) -> None:
        self._window.keep(replace(self._window.settings, **changes))  # type: ignore[arg-type]  # named as in the settings
