"""Shows in the panel what helps on the way, and hands to the desk what is wanted."""

from PySide6.QtCore import QObject

from bostoette.models.key import Key
from bostoette.models.panel_contact import PanelContact
from bostoette.services import guided_steps, walk_weather
from bostoette.services.desk import Desk
from bostoette.ui.main_window import MainWindow
from bostoette.ui.together.steps_view import StepsView
from bostoette.ui.together.together_parts import TogetherParts
from bostoette.ui.week.contact_panel import ContactPanel


class StepsWork(QObject):
    """Reads anew whenever the panel shows a contact."""

    def __init__(
        self, panel: ContactPanel, parts: TogetherParts, desk: Desk, window: MainWindow
    ) -> None:
        super().__init__(panel)
        self._panel, self._parts, self._desk, self._window = panel, parts, desk, window
        self._shown: Key | None = None
        self.view = StepsView(window.theme, panel)
        parts.hold(self.view)
        self.view.steps_asked.connect(self._put_in)
        self.view.trip_asked.connect(self._note_trip)
        self.view.rain_asked.connect(self._rain)
        panel.shown_changed.connect(self._show)
        self._show(panel.contact)

    def _show(self, shown: PanelContact | None) -> None:
        if shown is None:
            self._shown = None
            self._parts.show_part(self.view, on=False)
            return
        desk, key = self._desk, shown.id
        offered = desk.read(guided_steps.offered, key)
        guide = desk.read(guided_steps.relatives_guide, key)
        rain = self._panel.naming.hidden(desk.read(walk_weather.rain_plan, key))
        valued = bool(offered) and desk.read(guided_steps.values_trip, key)
        self._shown = key
        self.view.show_steps(offered, guide, rain, valued=valued)
        self._parts.show_part(self.view, on=bool(offered or guide or rain))

    def _put_in(self, steps: str) -> None:
        if self._shown is not None:
            self._desk.do(guided_steps.put_in, self._shown, steps)

    def _note_trip(self) -> None:
        if self._shown is not None:
            self._desk.do(guided_steps.note_trip_valued, self._shown)

    def _rain(self) -> None:
        if self._shown is not None:
            today = self._window.now().date()
            by = self._desk.actor_id
            self._desk.do(walk_weather.hold_otherwise, self._shown, by=by, today=today)
