"""The reminder on the citizens page that somebody is due for deletion, and the way to the list."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bostoette.services import deletion
from bostoette.services.desk import Desk
from bostoette.ui import icons
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme


class DueButton(QPushButton):
    """Seen only by whoever may delete, and only while somebody is due."""

    said = Signal(str)
    """What was done."""

    def __init__(
        self, desk: Desk, theme: Theme, today: Callable[[], date], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._theme, self._today = desk, theme, today
        self.naming = Naming()
        self.setToolTip("Fristen for at gemme er gået. Se listen, og bekræft")
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.clicked.connect(self._show_list)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def count(self) -> None:
        """Count who is due now."""
        number = self._desk.read(deletion.due_count, self._desk.actor_id, self._today())
        many = "1 borger" if number == 1 else f"{number} borgere"
        self.setText(f"{many} skal slettes …")
        self.setAccessibleName(f"{many} skal slettes, fristen er gået")
        self.setVisible(bool(number))

    def _show_list(self) -> None:
        from bostoette.ui.exchange.deletion_dialog import delete_due

        said = delete_due(self._desk, self._theme, self.naming, self._today(), self)
        if said:
            self.said.emit(said)

    def _dress(self) -> None:
        size = self._theme.pixels(16)
        self.setIcon(icons.icon("warning", self._theme.tokens.warn, size))
        self.setIconSize(QSize(size, size))
