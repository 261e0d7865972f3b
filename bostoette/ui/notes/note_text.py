"""A field for a few sentences: grows with them, and takes a template where the cursor stands."""

from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bostoette.ui.spelling import watch_spelling
from bostoette.ui.theme import Theme

_FEWEST, _MOST = 2, 8
"""Lines shown."""


class NoteText(QPlainTextEdit):
    """Plain text; Tab goes on to the next field."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        hint: str,
        parent: QWidget | None = None,
        lines: int = _FEWEST,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.used_last = False
        self.spelling = watch_spelling(self, theme)
        self.textChanged.connect(self._grow)
        theme.changed.connect(self._grow)
        self._grow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the field that was used last among those beside it."""
        super().focusInEvent(event)
        for other in self.window().findChildren(NoteText):
            other.used_last = other is self

    def insert_sentence(self, sentence: str) -> None:
        """Put a sentence in where the cursor stands, with a space before it where one is due."""
        cursor = self.textCursor()
        before = self.toPlainText()[: cursor.position()]
        space = " " if before and not before[-1].isspace() else ""
        cursor.insertText(f"{space}{sentence}")
        self.setTextCursor(cursor)

    def go_to_end(self) -> None:
        """Stand behind what is written."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _grow(self) -> None:
        lines = min(max(int(self.document().size().height()), self._lines), _MOST)
        height = self.fontMetrics().lineSpacing() * lines + self._theme.pixels(18)
        self.setFixedHeight(height)
