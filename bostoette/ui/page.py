"""A Page is one room of the window; the frame hands every page the same few things."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bostoette.models.machine_settings import MachineSettings
from bostoette.ui.naming import Naming

if TYPE_CHECKING:
    from bostoette.services.desk import Changes


class Page(QWidget):
    """What the frame may ask of a page; a page does what concerns it."""

    def on_changes(self, changes: "Changes") -> None:
        """Read anew what somebody changed."""

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes between, in order."""
        return (self,)

    def set_naming(self, naming: Naming) -> None:
        """Use full names or initials."""

    def use_settings(self, settings: MachineSettings) -> None:
        """Follow this computer's settings."""

    def finish_start(self) -> None:
        """Do what could wait until the page was painted."""

    def keep_drafts(self) -> None:
        """Keep what is half-written: the window is about to close or lock."""
