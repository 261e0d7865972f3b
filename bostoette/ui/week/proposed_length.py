"""How long a new contact is to be: what is usual, until the person has said."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSpinBox


class ProposedLength(QObject):
    """Fills in the minutes; once they were typed, drawn or stored they stand."""

    def __init__(self, minutes: QSpinBox, usual: Callable[[], int | None]) -> None:
        super().__init__(minutes)
        self._minutes, self._usual = minutes, usual
        self.stands = False
        """Whether the person has said how long it is to be."""
        minutes.valueChanged.connect(self._look_by_whom)

    def propose(self) -> None:
        """Propose how long such a contact usually is."""
        usual = self._usual()
        if usual is not None:
            self.fill(usual)

    def fill(self, minutes: int) -> None:
        """Propose so many minutes."""
        if not self.stands:
            self._minutes.setValue(minutes)
            self.stands = False  # it was the program that filled them in

    def _look_by_whom(self) -> None:
        self.stands = self._minutes.hasFocus() or self.stands
