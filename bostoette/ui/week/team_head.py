"""Draws the head of a team's day: a worker above each column."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from bostoette.ui.theme import Theme
from bostoette.ui.week.week_card import Person, WeekSheet
from bostoette.ui.week.week_layout import WeekLayout

_MIDDLE = Qt.AlignmentFlag.AlignCenter


def draw_people(
    painter: QPainter, theme: Theme, font: QFont, sheet: WeekSheet, layout: WeekLayout
) -> None:
    """Draw initials, and the name or that she is away below them."""
    tokens, metrics = theme.tokens, QFontMetrics(font)
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    line, top = metrics.height(), theme.pixels(6)
    for place, person in enumerate(sheet.people):
        left, right = layout.lefts[place], layout.lefts[place + 1]
        area = QRectF(left + 4, top, right - left - 8, line)
        painter.setFont(bold)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(area, _MIDDLE, person.initials)
        away = sheet.day in person.away
        said = "væk" if away else person.name
        painter.setFont(font)
        painter.setPen(QColor(tokens.warn if away else tokens.muted))
        short = metrics.elidedText(said, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area.translated(0, line), _MIDDLE, short)


def said(person: Person, sheet: WeekSheet) -> str:
    """Say whose column it is: ``M.J. Mona Jensen (væk)``."""
    away = " (væk)" if sheet.day in person.away else ""
    return f"{person.initials} {person.name}{away}"
