"""The lists that a team leader keeps: purposes, approved platforms, paragraphs of grants."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton

from bostoette.models.citizen_fields import ListName
from bostoette.models.team_lists import ListedPlatform, ListedPurpose
from bostoette.services import team_lists
from bostoette.ui.form_parts import Choice, line
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.list_dialogs import TitleDialog
from bostoette.ui.settings.list_with_actions import Entry, ListWithActions

Attempt = Callable[[Callable[[], object]], bool]
"""Does something and says what a person can act on."""
Led = ListedPurpose | ListedPlatform | ListName


@dataclass(frozen=True, slots=True)
class ListWords:
    """What a list and its entries are called."""

    name: str
    one: str
    """An entry with its article: "formålet"."""
    new: str
    """A new one: "Nyt formål"."""


class LedList(ListWithActions):
    """A list whose entries are added, changed, and put in and out of use."""

    words = ListWords("", "", "")

    def __init__(self, ground: Ground, attempt: Attempt) -> None:
        super().__init__(ground.theme, self.words.name, "Ingen endnu.")
        self.ground = ground
        self.attempt = attempt
        self._entries: dict[str, Led] = {}
        self._may = True
        one = self.words.one
        self.change_button = self.add_action("Ret …", self.change, f"Ret {one}")
        self.new_button = self.add_action(f"{self.words.new} …", self.new, self.words.new)
        self.use_button = self.add_action("Tag ud af brug", self.use, "")
        self.chosen.connect(self.allow)
        self.open_by(self._open_if_allowed)

    def new(self) -> None:
        """Ask for a new entry."""
        raise NotImplementedError

    def change(self) -> None:
        """Ask how the chosen entry should be."""
        raise NotImplementedError

    def put_in_use(self, entry_id: str, *, active: bool) -> object:
        """Put an entry in or out of use."""
        raise NotImplementedError

    def use(self) -> None:
        """Put the chosen entry in or out of use."""
        entry = self.chosen_entry
        if entry is not None:
            self.attempt(lambda: self.put_in_use(entry.id, active=not entry.active))

    def show_led(self, entries: Sequence[Led], *, may: bool) -> None:
        """Show the entries, and whether the person may change them."""
        self._may = may
        self._entries = {entry.id: entry for entry in entries}
        self.show_entries([Entry(entry.id, _words(entry)) for entry in entries])
        self.allow()

    @property
    def chosen_entry(self) -> Led | None:
        """The entry that is chosen."""
        return self._entries.get(str(self.current)) if self.current else None

    def allow(self) -> None:
        """Let only those actions be chosen that can be done."""
        entry = self.chosen_entry
        self.new_button.setEnabled(self._may)
        self.change_button.setEnabled(self._may and entry is not None and self.can_change(entry))
        self.use_button.setEnabled(self._may and entry is not None)
        word = "Tag ud af brug" if entry is None or entry.active else "Tag i brug"
        self.use_button.setText(word)
        self.use_button.setAccessibleName(f"{word}: {self.words.one}")

    def can_change(self, _entry: Led) -> bool:
        """Tell whether an entry is the team's own to change."""
        return True

    def _open_if_allowed(self) -> None:
        if self.change_button.isEnabled():
            self.change()


class PurposeList(LedList):
    """Purposes in the team's order; own ones take a delivered one's order of forms (P08)."""

    words = ListWords("Formål", "formålet", "Nyt formål")

    def __init__(self, ground: Ground, attempt: Attempt) -> None:
        super().__init__(ground, attempt)
        self.up_button = self._mover("Op", -1)
        self.down_button = self._mover("Ned", 1)

    def new(self) -> None:
        """Ask for a purpose of the team's own."""
        self._ask("", None)

    def change(self) -> None:
        """Ask for another title, or another purpose that it is like."""
        entry = self.chosen_entry
        if isinstance(entry, ListedPurpose):
            self._ask(entry.title, entry)

    def put_in_use(self, entry_id: str, *, active: bool) -> None:
        """Offer a purpose, or offer it no longer."""
        ground = self.ground
        ground.desk.do(team_lists.use_purpose, ground.actor, entry_id, active=active)

    def can_change(self, entry: Led) -> bool:
        """Delivered purposes stand fast."""
        return isinstance(entry, ListedPurpose) and entry.own

    def allow(self) -> None:
        """Let a purpose be moved as far as there is room."""
        super().allow()
        if hasattr(self, "down_button"):
            row, last = self.list.currentRow(), self.list.count() - 1
            self.up_button.setEnabled(self._may and row > 0)
            self.down_button.setEnabled(self._may and 0 <= row < last)

    def _mover(self, word: str, places: int) -> QPushButton:
        return self.add_action(word, lambda: self._move(places), f"Flyt formålet {word.lower()}")

    def _move(self, places: int) -> None:
        entry, ground = self.chosen_entry, self.ground
        if entry is not None:
            self.attempt(
                lambda: ground.desk.do(team_lists.move_purpose, ground.actor, entry.id, places)
            )

    def _ask(self, title: str, known: ListedPurpose | None) -> None:
        ground = self.ground
        delivered = [
            (one.id, one.title)
            for one in self._entries.values()
            if isinstance(one, ListedPurpose) and not one.own
        ]
        like = Choice(delivered, known.like if known else None)

        def store(typed: str) -> None:
            desk, actor, order = ground.desk, ground.actor, str(like.value)
            if known is None:
                desk.do(team_lists.add_purpose, actor, typed, order)
            else:
                desk.do(team_lists.change_purpose, actor, known.id, typed, order)

        heading = "Ret formålet" if known else "Nyt formål"
        dialog = TitleDialog(ground.theme, heading, title, store, self)
        dialog.ask_for("Som", like, "Samme anbefalinger om form som dette.")
        dialog.show_fitting()


class PlatformList(LedList):
    """Platforms approved for support; no other can be chosen (P66)."""

    words = ListWords("Godkendte platforme", "platformen", "Ny platform")

    def new(self) -> None:
        """Ask for a platform to approve."""
        self._ask("Ny platform", "", "", None)

    def change(self) -> None:
        """Ask for another title or link."""
        entry = self.chosen_entry
        if isinstance(entry, ListedPlatform):
            self._ask("Ret platformen", entry.title, entry.link, entry.id)

    def put_in_use(self, entry_id: str, *, active: bool) -> None:
        """Approve a platform, or take the approval back."""
        ground = self.ground
        ground.desk.do(team_lists.use_platform, ground.actor, entry_id, active=active)

    def _ask(self, heading: str, title: str, link_text: str, platform_id: str | None) -> None:
        ground = self.ground
        link = line(link_text)

        def store(typed: str) -> None:
            desk, actor = ground.desk, ground.actor
            if platform_id is None:
                desk.do(team_lists.add_platform, actor, typed, link.text())
            else:
                desk.do(team_lists.change_platform, actor, platform_id, typed, link.text())

        dialog = TitleDialog(ground.theme, heading, title, store, self)
        dialog.ask_for("Link (kan udelades)", link, "Begynder med https://")
        dialog.show_fitting()


class ParagraphList(LedList):
    """Paragraphs that support is granted by."""

    words = ListWords("Paragraffer", "paragraffen", "Ny paragraf")

    def new(self) -> None:
        """Ask for a paragraph."""
        self._ask("Ny paragraf", "", None)

    def change(self) -> None:
        """Ask for another title."""
        entry = self.chosen_entry
        if entry is not None:
            self._ask("Ret paragraffen", entry.title, entry.id)

    def put_in_use(self, entry_id: str, *, active: bool) -> None:
        """Offer a paragraph, or offer it no longer."""
        ground = self.ground
        ground.desk.do(team_lists.use_paragraph, ground.actor, entry_id, active=active)

    def _ask(self, heading: str, title: str, paragraph_id: str | None) -> None:
        ground = self.ground

        def store(typed: str) -> None:
            if paragraph_id is None:
                ground.desk.do(team_lists.add_paragraph, ground.actor, typed)
            else:
                ground.desk.do(team_lists.change_paragraph, ground.actor, paragraph_id, typed)

        TitleDialog(ground.theme, heading, title, store, self).show_fitting()


def _words(entry: Led) -> str:
    parts = [entry.title]
    if isinstance(entry, ListedPurpose) and entry.own:
        parts.append(f"som {entry.like_title}")
    if isinstance(entry, ListedPlatform) and entry.link:
        parts.append(entry.link)
    if not entry.active:
        parts.append("ude af brug")
    return " · ".join(parts)
