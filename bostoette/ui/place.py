"""A Place is room in a page for what somebody else shows there."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Place(QWidget):
    """Room for what somebody else shows; none while nothing is in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def filled(self) -> bool:
        """Tell whether something is to be shown here."""
        return self._column.count() > 0

    def hold(self, widget: QWidget) -> None:
        """Show a widget here."""
        self._column.addWidget(widget)
        self.show()
