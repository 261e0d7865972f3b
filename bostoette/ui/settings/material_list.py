"""The library of materials in the settings; anybody may keep it (P76)."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from bostoette.models.key import Key
from bostoette.models.material_fields import ListedMaterial, MaterialFields
from bostoette.services import materials
from bostoette.ui.field_dialog import FieldDialog
from bostoette.ui.form_parts import labelled, line, side_by_side
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.list_with_actions import Entry, ListWithActions
from bostoette.ui.theme import Theme

Attempt = Callable[[Callable[[], object]], bool]


class MaterialList(ListWithActions):
    """Entries are added, corrected, and put in and out of use."""

    def __init__(self, ground: Ground, attempt: Attempt) -> None:
        super().__init__(ground.theme, "Materialer", "Ingen endnu.")
        self._ground, self._attempt = ground, attempt
        self._entries: dict[Key, ListedMaterial] = {}
        self.change_button = self.add_action("Ret …", self.change, "Ret materialet")
        self.new_button = self.add_action("Nyt materiale …", self.new, "Nyt materiale")
        self.use_button = self.add_action("Tag ud af brug", self.use, "")
        self.chosen.connect(self._allow)
        self.open_by(self.change)

    def show_library(self, found: Sequence[ListedMaterial]) -> None:
        """Show the library."""
        self._entries = {one.id: one for one in found}
        self.show_entries(
            [
                Entry(one.id, one.words if one.active else f"{one.words} · ude af brug")
                for one in found
            ]
        )
        self._allow()

    def new(self) -> None:
        """Ask for a new one."""
        self._ask(None)

    def change(self) -> None:
        """Correct the chosen one."""
        if self._chosen is not None:
            self._ask(self._chosen)

    def use(self) -> None:
        """Put the chosen one in or out of use."""
        one = self._chosen
        if one is not None:
            desk = self._ground.desk
            self._attempt(lambda: desk.do(materials.use, one.id, active=not one.active))

    @property
    def _chosen(self) -> ListedMaterial | None:
        return self._entries.get(self.current) if isinstance(self.current, bytes) else None

    def _allow(self) -> None:
        one = self._chosen
        self.change_button.setEnabled(one is not None)
        self.use_button.setEnabled(one is not None)
        word = "Tag ud af brug" if one is None or one.active else "Tag i brug"
        self.use_button.setText(word)
        self.use_button.setAccessibleName(f"{word}: materialet")

    def _ask(self, known: ListedMaterial | None) -> None:
        desk = self._ground.desk

        def store(fields: MaterialFields) -> None:
            if known is None:
                desk.do(materials.add, fields)
            else:
                desk.do(materials.change, known.id, known.version, fields)

        MaterialDialog(
            self._ground.theme, known.fields if known else MaterialFields(""), store, self
        ).show_fitting()


class MaterialDialog(FieldDialog):
    """Asks for one entry of the library."""

    def __init__(
        self,
        theme: Theme,
        known: MaterialFields,
        store: Callable[[MaterialFields], object],
        parent: QWidget,
    ) -> None:
        heading = "Ret materialet" if known.title else "Nyt materiale"
        super().__init__(theme, heading, "", "Gem", parent)
        self._store = store
        self.title_field = line(known.title)
        self.link = line(known.link)
        self.file_name = line(known.file_name)
        self.target = line(known.target)
        self.language = line(known.language)
        self.for_staff = QCheckBox("Optagelse eller rådgivning kun til personale")
        self.for_staff.setAccessibleName(self.for_staff.text())
        self.for_staff.setChecked(known.for_staff)
        self.column.addWidget(labelled(theme, "Navn", self.title_field))
        link_hint = "Begynder med https://"
        self.column.addWidget(labelled(theme, "Link (kan udelades)", self.link, hint=link_hint))
        self.column.addWidget(labelled(theme, "Filnavn (kan udelades)", self.file_name))
        target = labelled(theme, "Målgruppe", self.target, hint="Fx pårørende")
        language = labelled(theme, "Sprog", self.language, hint="Fx dansk")
        self.column.addWidget(side_by_side(theme, target, language))
        self.column.addWidget(self.for_staff)

    def submit(self) -> None:
        """Store the entry."""
        self._store(
            MaterialFields(
                self.title_field.text(),
                self.link.text(),
                self.file_name.text(),
                self.target.text(),
                self.language.text(),
                self.for_staff.isChecked(),
            )
        )
        self.finish()
