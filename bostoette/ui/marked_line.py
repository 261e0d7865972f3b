"""A piece of what was written, laid out with its hits marked: by weight and by a ground."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetrics, QTextCharFormat, QTextLayout

from bostoette.models.found_text import Snippet
from bostoette.ui.theme import Theme

_LEAD = 12
"""Letters kept before the first hit where a line is short."""
_LEFT_OUT = "… "


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
    """Return as much of the piece as one line of a width holds, the first hit with it."""
    laid = _one_line(snippet, font, theme, width)
    first_end = snippet.marks[0][1] if snippet.marks else 0
    if laid.lineCount() and laid.lineAt(0).textLength() < first_end:
        return _one_line(begun_at_hit(snippet), font, theme, width)
    return laid


def begun_at_hit(snippet: Snippet) -> Snippet:
    """Leave out what stands more than a word or two before the first hit."""
    before = snippet.text[: max(0, snippet.marks[0][0] - _LEAD)]
    cut = before.rfind(" ") + 1
    moved = len(_LEFT_OUT) - cut
    marks = tuple((begin + moved, end + moved) for begin, end in snippet.marks)
    return Snippet(f"{_LEFT_OUT}{snippet.text[cut:]}", marks)


def _one_line(snippet: Snippet, font: QFont, theme: Theme, width: int) -> QTextLayout:
    laid = marked_text(snippet, font, theme)
    laid.beginLayout()
    line = laid.createLine()
    if line.isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
    laid.endLayout()
    return laid
