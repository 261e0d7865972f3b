"""The parts of the panel about contacts of several people, below each other; empty ones hide."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bostoette.ui.place import Place
from bostoette.ui.theme import Theme


class TogetherParts(QWidget):
    """Each part is shown where the contact has a use for it; none takes no room."""

    def __init__(self, theme: Theme, place: Place) -> None:
        super().__init__(place)
        self._place = place
        self._shown: dict[QWidget, bool] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.pixels(14))
        place.hold(self)

    def hold(self, part: QWidget) -> None:
        """Take a part in, hidden until it is shown."""
        self._shown[part] = False
        self._column.addWidget(part)
        part.hide()

    def show_part(self, part: QWidget, *, on: bool) -> None:
        """Show a part, or hide it."""
        self._shown[part] = on
        part.setVisible(on)
        self._place.setVisible(any(self._shown.values()))
