"""The citizens page's bar: how many there are, and new ones, typed or read from a file."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from bostoette.ui import icons
from bostoette.ui.theme import Theme

_ICON = 16


class CitizensBar(QFrame):
    """Says how many citizens there are, and offers to write another one down."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("weekBar")
        title = QLabel("Borgere", self)
        title.setObjectName("pageTitle")
        self._count = QLabel(self)
        self._count.setProperty("quiet", True)  # noqa: FBT003 - Qt's signature
        self.take_in = QPushButton("Importér", self)
        self.take_in.setAccessibleName("Importér borgere fra en fil")
        self.new = QPushButton("+ Ny borger", self)
        self.new.setAccessibleName("Ny borger")
        self.new.setToolTip("Ny borger (Ctrl+N)")
        self.new.setProperty("main", True)  # noqa: FBT003 - Qt's signature
        row = QHBoxLayout(self)
        edge = theme.pixels(16)
        row.setContentsMargins(edge, theme.pixels(10), edge, theme.pixels(10))
        row.addWidget(title)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.take_in)
        row.addWidget(self.new)
        theme.changed.connect(self._dress)
        self._dress()

    def show_count(self, words: str) -> None:
        """Say how many there are; where there is nobody the page itself offers to begin."""
        self._count.setText(words)
        self.take_in.setVisible(bool(words))
        self.new.setVisible(bool(words))

    def _dress(self) -> None:
        size = self._theme.pixels(_ICON)
        self.take_in.setIcon(icons.icon("upload", self._theme.tokens.ink, size))
        self.take_in.setIconSize(QSize(size, size))
