"""Which form fits the citizen who is shown, for a purpose that can be chosen."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from bostoette.models.key import Key
from bostoette.services.desk import Desk
from bostoette.services.shown_citizen import OfferedAdvice, offered_advice
from bostoette.ui.citizens.form_advice import FormAdviceRow

ORDINARY = "support_conversation"
"""The purpose that is advised on at first."""


class PurposeAdvice(QObject):
    """Asks for the advice anew when another purpose is chosen; it stays for the next citizen."""

    def __init__(
        self,
        row: FormAdviceRow,
        desk: Desk,
        today: Callable[[], date],
        current: Callable[[], Key | None],
    ) -> None:
        super().__init__(row)
        self._row, self._desk, self._today, self._current = row, desk, today, current
        self.purpose = ORDINARY
        row.purpose_chosen.connect(self._choose)

    def show(self, found: OfferedAdvice) -> None:
        """Show what was advised."""
        self.purpose = found.purpose
        self._row.offer(found.purposes)
        self._row.show_advice(found.advice, found.purpose, found.good_for)

    def _choose(self, purpose: str) -> None:
        self.purpose = purpose
        citizen = self._current()
        if citizen is not None:
            actor, today = self._desk.actor_id, self._today()
            self.show(self._desk.read(offered_advice, citizen, actor, purpose, today))
