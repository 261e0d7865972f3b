"""A piece of what was written, laid out with its hits marked: by weight and by a ground."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetrics, QTextCharFormat, QTextLayout

from bostoette.models.found_text import Snippet
from bostoette.ui.theme import Theme


def marked_text(snippet: Snippet, font: QFont, theme: Theme) -> QTextLayout:
    """Return the piece with its marks, not broken into lines yet."""
    laid = QTextLayout(snippet.text, font)
    marked = QTextCharFormat()
    marked.setFontWeight(QFont.Weight.DemiBold)
    marked.setBackground(theme.colour("hit_tint"))
    marked.setForeground(theme.colour("ink"))
    ranges = []
    for begin, end in snippet.marks:
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = begin, end - begin, marked
        ranges.append(one)
    laid.setFormats(ranges)
    return laid


def marked_lines(snippet: Snippet, font: QFont, theme: Theme, width: int) -> QTextLayout:
    """Return the piece broken into lines of a width."""
    laid = marked_text(snippet, font, theme)
    laid.beginLayout()
    height = 0.0
    while (line := laid.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += QFontMetrics(font).lineSpacing()
    laid.endLayout()
    return laid


def marked_line(snippet: Snippet, font: QFont, theme: Theme, width: int) -> QTextLayout:
    """Return as much of the piece as one line of a width holds."""
    laid = marked_text(snippet, font, theme)
    laid.beginLayout()
    line = laid.createLine()
    if line.isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
    laid.endLayout()
    return laid
