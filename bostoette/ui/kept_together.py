"""Widgets that stay in one line where a flowing bar goes on below: back, now and on."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget


class KeptTogether(QWidget):
    """Counts as one where lines are filled, so that none of them is left behind."""

    def __init__(self, widgets: tuple[QWidget, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
