"""Draws what lies behind a team's week: its rows, the workers' names, and who is away."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from bostoette.ui.theme import Theme
from bostoette.ui.week.team_layout import PAD, TeamLayout
from bostoette.ui.week.week_card import Person

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TeamPainter:
    """Draws in the week's own coordinates; whoever calls has moved the painter there."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self._theme = theme
        self._font = font
        self._bold = QFont(font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetrics(font)

    def draw_ground(
        self, painter: QPainter, layout: TeamLayout, people: tuple[Person, ...]
    ) -> None:
        """Draw the lines between workers and between days, and hatch the days away."""
        for person in people:
            for day in layout.days:
                if day in person.away:
                    self._draw_away(
                        painter, layout, person, _sides_of(layout, layout.days.index(day))
                    )
        painter.setPen(QPen(QColor(self._theme.tokens.line), 1))
        for top in layout.tops[1:]:
            painter.drawLine(QPointF(0, top - 0.5), QPointF(layout.width, top - 0.5))
        for left in layout.lefts[:-1]:
            painter.drawLine(QPointF(left + 0.5, 0), QPointF(left + 0.5, layout.height))

    def draw_names(
        self, painter: QPainter, layout: TeamLayout, people: tuple[Person, ...], left: int
    ) -> None:
        """Draw the column of names; ``left`` keeps it in sight when scrolled sideways."""
        tokens = self._theme.tokens
        gutter = layout.measures.gutter
        painter.fillRect(QRectF(left, 0, gutter, layout.height), QColor(tokens.surface))
        line = self._metrics.height()
        for person in people:
            row = layout.row_of(person.key)
            if row is None:
                continue
            area = QRectF(left + 12, row.top + PAD + 2, gutter - 20, line)
            painter.setFont(self._bold)
            painter.setPen(QColor(tokens.ink))
            painter.drawText(area, _LEFT, person.initials)
            painter.setFont(self._font)
            painter.setPen(QColor(tokens.muted))
            name = self._metrics.elidedText(
                person.name, Qt.TextElideMode.ElideRight, int(area.width())
            )
            painter.drawText(area.translated(0, line), _LEFT, name)
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.drawLine(
                QPointF(left, row.bottom - 0.5), QPointF(left + gutter, row.bottom - 0.5)
            )

    def _draw_away(
        self, painter: QPainter, layout: TeamLayout, person: Person, sides: tuple[int, int]
    ) -> None:
        row = layout.row_of(person.key)
        if row is None:
            return
        tokens = self._theme.tokens
        area = QRectF(sides[0], row.top, sides[1] - sides[0], row.height)
        painter.fillRect(area, QColor(tokens.ground))
        hatch = QColor(tokens.edge)
        hatch.setAlphaF(0.35)
        painter.fillRect(area, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
        word = QRectF(0, 0, self._metrics.horizontalAdvance("væk") + 12, self._metrics.height())
        word.moveCenter(area.center())
        painter.fillRect(word, QColor(tokens.ground))
        painter.setFont(self._font)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, "væk")


def _sides_of(layout: TeamLayout, place: int) -> tuple[int, int]:
    """Return where a day's column begins and ends."""
    return layout.lefts[place], layout.lefts[place + 1]
