"""A small field of several lines, such as an agenda; Tab leaves it."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

_LINES = 3
_AROUND = 16


def lines_field(name: str, hint: str, parent: QWidget) -> QPlainTextEdit:
    """Make one that shows three lines."""
    text = QPlainTextEdit(parent)
    text.setAccessibleName(name)
    text.setPlaceholderText(hint)
    text.setTabChangesFocus(True)
    lines = text.fontMetrics().lineSpacing() * _LINES
    text.setFixedHeight(lines + _AROUND)
    # the theme gives one line, and would let a small form squeeze it to that
    text.setStyleSheet(f"QPlainTextEdit {{ min-height: {lines}px; }}")
    return text
