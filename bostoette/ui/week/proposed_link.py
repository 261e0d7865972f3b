"""Proposes a new contact's video link: the one the citizen was met by last on the same platform."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from bostoette.models.key import Key
from bostoette.ui.week.contact_dialog import ContactDialog

Links = Callable[[Key], dict[str | None, str]]
"""Returns the link that a citizen was met by last, for each platform."""


class ProposedLink(QObject):
    """Follows one form; a link that was typed or kept in a draft stands."""

    def __init__(self, dialog: ContactDialog, links: Links, *, at_once: bool) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._read = links
        self._links: dict[str | None, str] = {}
        self._proposed = ""
        dialog.citizens.changed.connect(self._take)
        dialog.form_fields.platform.currentIndexChanged.connect(self._propose)
        if at_once:
            self._take()

    def _take(self) -> None:
        """Take the links of the one citizen who is chosen; a group has none from before."""
        chosen = self._dialog.citizens.keys()
        only = chosen[0] if len(chosen) == 1 else None
        self._links = self._read(only) if isinstance(only, bytes) else {}
        self._propose()

    def _propose(self) -> None:
        fields = self._dialog.form_fields
        if fields.link.text() in {"", self._proposed}:
            self._proposed = self._links.get(fields.platform.currentData(), "")
            fields.link.setText(self._proposed)
