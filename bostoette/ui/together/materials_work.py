"""Shows in the panel what was sent with a contact, and notes more (P76)."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bostoette.models.key import Key
from bostoette.models.material import Material, MaterialSent
from bostoette.models.material_fields import ListedMaterial
from bostoette.models.panel_contact import PanelContact
from bostoette.services import materials
from bostoette.services.desk import Changes, Desk
from bostoette.ui.field_dialog import FieldDialog
from bostoette.ui.form_parts import labelled
from bostoette.ui.main_window import MainWindow
from bostoette.ui.theme import Theme
from bostoette.ui.tick_list import TickList
from bostoette.ui.together.materials_view import MaterialsView
from bostoette.ui.together.together_parts import TogetherParts
from bostoette.ui.week.contact_panel import ContactPanel
from bostoette.ui.week.week_page import WeekPage


class SendDialog(FieldDialog):
    """Asks what was sent."""

    def __init__(
        self,
        theme: Theme,
        found: tuple[ListedMaterial, ...],
        store: Callable[[tuple[Key, ...]], object],
        parent: QWidget,
    ) -> None:
        lead = "Sæt kryds ved det, der er sendt. Biblioteket står i Indstillinger under Lister."
        super().__init__(theme, "Sendt materiale", lead, "Gem", parent)
        self._store = store
        self.list: TickList[Key] = TickList("Materiale")
        self.list.offer([(one.id, one.words) for one in found], ())
        self.column.addWidget(labelled(theme, "Materiale", self.list))

    def submit(self) -> None:
        """Note what is ticked."""
        self._store(self.list.ticked())
        self.finish()


class MaterialsWork(QObject):
    """Reads anew whenever the panel shows a contact, or the library changes."""

    def __init__(
        self,
        page: WeekPage,
        panel: ContactPanel,
        parts: TogetherParts,
        desk: Desk,
        window: MainWindow,
    ) -> None:
        super().__init__(panel)
        self._panel, self._parts = panel, parts
        self._desk, self._window = desk, window
        self.view = MaterialsView(window.theme, panel)
        parts.hold(self.view)
        self.view.send_asked.connect(self._ask)
        self.view.take_back_asked.connect(lambda key: desk.do(materials.take_back, key))
        panel.shown_changed.connect(self._show)
        page.data_changed.connect(self._on_changes)
        self._show(panel.contact)

    def _show(self, shown: PanelContact | None) -> None:
        on = False
        if shown is not None and shown.citizens:
            sent = self._desk.read(materials.sent_with_contact, shown.id)
            found = bool(self._desk.read(materials.to_send))
            self.view.show_sent(sent, may_send=found)
            on = bool(sent) or found
        self._parts.show_part(self.view, on=on)

    def _ask(self) -> None:
        shown = self._panel.contact
        if shown is None:
            return
        contact = shown.id

        def store(chosen: tuple[Key, ...]) -> None:
            day = self._window.now().date()
            by = self._desk.actor_id
            self._desk.do(materials.send_with_contact, contact, chosen, by=by, day=day)

        found = self._desk.read(materials.to_send)
        SendDialog(self._window.theme, found, store, self._window).show_fitting()

    def _on_changes(self, changes: Changes) -> None:
        if changes.touch(Material, MaterialSent):
            self._show(self._panel.contact)
