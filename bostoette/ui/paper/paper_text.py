"""Text on paper: broken into lines so that nothing is ever cut, measured as it is drawn."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QTextLayout, QTextOption

from bostoette.models.plan_error import PlanError

_LINE_BREAK = "\u2028"
"""What a text layout breaks a line at."""


def refuse_without_fonts() -> None:
    """Raise PlanError where the machine has no fonts: the page would show empty boxes."""
    if not QFontDatabase.families():
        raise PlanError(
            "Maskinen har ingen skrifttyper, så siden kan ikke tegnes. Intet er gemt; "
            "bed it-afdelingen om at installere en skrifttype, fx DejaVu."
        )


def paper_font(pixels: float, *, bold: bool = False, struck: bool = False) -> QFont:
    """Return the program's font at a size on paper, in pixels of 1/96 inch."""
    font = QFont()
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setStrikeOut(struck)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class PaperText:
    """One paragraph in a width: breaks between words, and within a word that is too long."""

    def __init__(self, text: str, font: QFont, width: float) -> None:
        self.words = text
        self._layout = QTextLayout(text.replace("\n", _LINE_BREAK), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        self._layout.setTextOption(option)
        self.height = 0.0
        self.width = 0.0
        self.line_heights: list[float] = []
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, self.height))
            self.height += line.height()
            self.line_heights.append(line.height())
            self.width = max(self.width, line.naturalTextWidth())
        self._layout.endLayout()

    def draw(self, painter: QPainter, left: float, top: float, colour: str) -> None:
        """Draw it with its top left corner there."""
        painter.setPen(QColor(colour))
        self._layout.draw(painter, QPointF(left, top))

    def draw_line(
        self, painter: QPainter, number: int, left: float, top: float, colour: str
    ) -> None:
        """Draw one of its lines alone, with the line's top left corner there."""
        painter.setPen(QColor(colour))
        line = self._layout.lineAt(number)
        line.draw(painter, QPointF(left - line.x(), top - line.y()))
