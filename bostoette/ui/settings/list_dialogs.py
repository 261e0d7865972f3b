"""The dialogs about the team's lists: an entry with a title, and minutes between two places."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from bostoette.models.team_lists import NamedPlace
from bostoette.ui.field_dialog import FieldDialog
from bostoette.ui.form_parts import Choice, labelled, line, number
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme

_MOST_MINUTES = 600


class TitleDialog(FieldDialog):
    """Asks for an entry's title, and for one more thing where it has one."""

    def __init__(
        self,
        theme: Theme,
        window_title: str,
        title: str,
        store: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, window_title, "", "Gem", parent)
        self._store = store
        self.title_field = line(title)
        self.column.addWidget(labelled(theme, "Navn", self.title_field))

    def ask_for(self, label: str, field: QLineEdit | QComboBox, hint: str = "") -> None:
        """Ask for one more thing."""
        self.column.addWidget(labelled(self.theme, label, field, hint=hint))

    def submit(self) -> None:
        """Store the entry."""
        self._store(self.title_field.text())
        self.finish()


class TravelDialog(FieldDialog):
    """Asks for two places and the minutes between them."""

    def __init__(
        self,
        theme: Theme,
        places: Sequence[NamedPlace],
        naming: Naming,
        store: Callable[[str, str, int], object],
        parent: QWidget,
    ) -> None:
        lead = "Tiden gælder begge veje og går foran det, programmet beregner."
        super().__init__(theme, "Rejsetid", lead, "Gem", parent)
        self._store = store
        entries = [(place.key, place_words(place, naming)) for place in places]
        self.one, self.other = Choice(entries), Choice(entries)
        self.other.setCurrentIndex(min(1, len(entries) - 1))
        self.minutes = number(0, _MOST_MINUTES, " min")
        self.minutes.setValue(15)
        self.column.addWidget(labelled(theme, "Fra", self.one))
        self.column.addWidget(labelled(theme, "Til", self.other))
        self.column.addWidget(labelled(theme, "Rejsetid", self.minutes))

    def show_travel(self, one: str, other: str, minutes: int) -> None:
        """Show minutes that were typed before, to be corrected."""
        for field, key in ((self.one, one), (self.other, other)):
            field.choose(key)
            field.setEnabled(False)
        self.minutes.setValue(minutes)
        self.minutes.setFocus()

    def submit(self) -> None:
        """Store the minutes."""
        self._store(self.one.value, self.other.value, self.minutes.value())
        self.finish()


def place_words(place: NamedPlace, naming: Naming) -> str:
    """Name a place: whose base, or whose home."""
    name = naming.name_of(place.name, place.initials)
    return f"{name} (base)" if place.base else name
