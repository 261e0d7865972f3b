"""Kopier: the automatic copies, a copy wherever the person wants it, and the way back to one."""

from pathlib import Path

from PySide6.QtCore import Signal

from bostoette.models.plan_error import PlanError
from bostoette.services import backups
from bostoette.ui.asking_for_file import ask_where_to_save, ask_which_file
from bostoette.ui.background import beside
from bostoette.ui.settings.ground import Ground
from bostoette.ui.settings.list_with_actions import Entry, ListWithActions
from bostoette.ui.settings.restore_dialog import RestoreDialog
from bostoette.ui.settings.section import Section

_SUFFIX = ".bostoette"
_KIND = f"Kopier (*{_SUFFIX})"
_REASONS = {
    "by_hand": "taget i hånden",
    "daily": "daglig",
    "before_migration": "før programmet blev opdateret",
    "before_restore": "før en gendannelse",
    "as_it_was": "beskadigede filer, gemt som de var",
}


class CopiesSection(Section):
    """Copies are one file with data and keys; each opens with the passphrase of its time."""

    title = "Kopier"
    lead = (
        "Programmet tager selv en kopi om dagen, når noget er ændret. Kopierne ligger krypteret "
        "på denne computer, så tag også en, der ligger et andet sted."
    )

    restored = Signal()
    """The program has to start anew."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._copies: dict[str, tuple[Path, str]] = {}
        self.copies = ListWithActions(self.theme, "Kopier", "Der er ingen kopier endnu.")
        add = self.copies.add_action
        self.make_button = add("Tag en kopi nu …", self._ask_where, "Tag en kopi nu")
        self.restore_button = add("Gendan …", self.restore_chosen, "Gendan den valgte kopi")
        self.file_button = add("Gendan fra fil …", self._ask_which, "Gendan fra en fil")
        self.add(self.copies)
        self.add(self.notice)
        self.copies.open_by(self.restore_chosen)
        self.copies.chosen.connect(self._allow)
        self.finish_column()
        self.refresh()

    def refresh(self) -> None:
        """Look into the folder of copies."""
        self.attempt(self._read)

    def make_copy(self, target: Path) -> None:
        """Make a verified copy beside the window."""
        opened, moment = self.ground.opened, self.ground.moment
        self.notice.clear()
        self._show_working("Tager en kopi …")

        def work() -> str:
            made = backups.make_backup(opened, target, moment).info.made
            return f"Kopien fra {made} er taget og efterset"

        def done(words: str) -> None:
            self._show_working("")
            self.said.emit(words)

        def refused(error: PlanError) -> None:
            self._show_working("")
            self.say_error(error)

        beside(self, work, done, refused)

    def restore_chosen(self) -> None:
        """Go back to the chosen copy, after a preview and a question."""
        chosen = self._copies.get(str(self.copies.current))
        if chosen is not None:
            self._restore(*chosen)

    def restore_file(self, path: Path) -> None:
        """Go back to a copy in a file, after a preview and a question."""
        self.attempt(lambda: self._restore(path, backups.read_info(path).made))

    def _restore(self, path: Path, made: str) -> None:
        dialog = RestoreDialog(self.ground, path, made, self)
        dialog.restored.connect(self.restored)
        dialog.show_fitting()

    def _read(self) -> None:
        found = backups.copies(self.ground.opened.places)
        self._copies = {path.name: (path, info.made) for path, info in found}
        self.copies.show_entries(
            [
                Entry(path.name, f"{info.made} · {_REASONS.get(info.reason, info.reason)}")
                for path, info in found
            ]
        )

    def _allow(self) -> None:
        self.restore_button.setEnabled(self.copies.current is not None)

    def _show_working(self, words: str) -> None:
        self.make_button.setText(words or "Tag en kopi nu …")
        self.make_button.setEnabled(not words)

    def _ask_where(self) -> None:
        proposed = f"bostoette-{self.ground.today.isoformat()}{_SUFFIX}"
        path = ask_where_to_save(self, "Tag en kopi", proposed, _KIND)
        if path is not None:
            self.make_copy(path)

    def _ask_which(self) -> None:
        path = ask_which_file(self, "Gendan fra en fil", "", _KIND)
        if path is not None:
            self.restore_file(path)
