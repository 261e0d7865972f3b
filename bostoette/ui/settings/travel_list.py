"""The travel times that people typed, which whoever drives them may change."""

from collections.abc import Callable, Sequence

from bostoette.models.team_lists import ListedTravel
from bostoette.models.wording import duration
from bostoette.services import team_lists
from bostoette.ui.naming import Naming
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.list_dialogs import TravelDialog, place_words
from bostoette.ui.settings.list_with_actions import Entry, ListWithActions


class TravelList(ListWithActions):
    """Minutes between two places, the same both ways."""

    def __init__(self, ground: Ground, attempt: Callable[[Callable[[], object]], bool]) -> None:
        super().__init__(
            ground.theme, "Rejsetider", "Ingen endnu. Programmet beregner rejsetiden selv."
        )
        self.ground = ground
        self._attempt = attempt
        self._naming = Naming()
        self._known: dict[str, ListedTravel] = {}
        self.change_button = self.add_action("Ret …", self.change, "Ret rejsetiden")
        self.new_button = self.add_action("Ny rejsetid …", self.new, "Ny rejsetid")
        self.remove_button = self.add_action("Slet", self.remove, "Slet rejsetiden")
        self.open_by(self.change)
        self.chosen.connect(self._allow)

    def show_travel(self, known: Sequence[ListedTravel], naming: Naming) -> None:
        """Show what was typed."""
        self._naming = naming
        self._known = {f"{one.one.key} {one.other.key}": one for one in known}
        self.show_entries([Entry(key, self._words(one)) for key, one in self._known.items()])

    def new(self) -> None:
        """Ask for two places and their minutes."""
        self._dialog().show_fitting()

    def change(self) -> None:
        """Ask for other minutes between the chosen places."""
        travel = self._chosen()
        if travel is not None:
            dialog = self._dialog()
            dialog.show_travel(travel.one.key, travel.other.key, travel.minutes)
            dialog.show_fitting()

    def remove(self) -> None:
        """Let the program estimate the chosen time again."""
        travel, desk = self._chosen(), self.ground.desk
        if travel is not None:
            one, other = travel.one.key, travel.other.key
            self._attempt(lambda: desk.do(team_lists.remove_travel, one, other))

    def _dialog(self) -> TravelDialog:
        desk = self.ground.desk

        def store(one: str, other: str, minutes: int) -> None:
            desk.do(team_lists.set_travel, one, other, minutes)

        places = desk.read(team_lists.places)
        return TravelDialog(self.ground.theme, places, self._naming, store, self)

    def _chosen(self) -> ListedTravel | None:
        return self._known.get(str(self.current))

    def _allow(self) -> None:
        for button in (self.change_button, self.remove_button):
            button.setEnabled(self._chosen() is not None)

    def _words(self, travel: ListedTravel) -> str:
        one, other = (place_words(end, self._naming) for end in (travel.one, travel.other))
        return f"{one} ↔ {other} · {duration(travel.minutes)}"
