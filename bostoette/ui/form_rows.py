"""Rows of a form: the label above its field, so that large text needs no more width."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bostoette.ui.theme import Theme


class FormRows(QVBoxLayout):
    """Puts fields with their labels below each other, or a few beside each other."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._owner = parent
        self.setSpacing(theme.pixels(12))

    def row(self, *fields: tuple[str, QWidget]) -> None:
        """Add fields beside each other, each under its label; an empty label takes no room."""
        line = QHBoxLayout()
        line.setSpacing(self._theme.pixels(12))
        for words, field in fields:
            column = QVBoxLayout()
            column.setSpacing(self._theme.pixels(4))
            if words:
                label = QLabel(words, self._owner)
                label.setBuddy(field)
                column.addWidget(label)
            column.addWidget(field)
            column.addStretch(1)
            line.addLayout(column, 1)
        self.addLayout(line)

    def heading(self, words: str) -> None:
        """Add the heading of a group of questions."""
        label = QLabel(words, self._owner)
        label.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self.addSpacing(self._theme.pixels(8))
        self.addWidget(label)
