"""One figure: its heading, what it says, a chart that reads in grey, the numbers, and how."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from bostoette.models.figure import Figure
from bostoette.ui.figures.figure_table import FigureTable
from bostoette.ui.figures.part_looks import PartLegend, bars_of
from bostoette.ui.goals.bar_chart import BarChart
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

NOTHING_YET = "Der er ikke noget at tælle i perioden. Vælg en anden periode foroven."


class FigureCard(QFrame):
    """The table under the chart says the same in numbers; each can be opened."""

    opened = Signal(object)
    """The Cell whose rows are asked for."""

    def __init__(
        self, theme: Theme, figure: Figure, naming: Naming, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.figure = figure
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName(figure.title)
        title = Words(figure.title, self)
        title.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        edge, gap = theme.pixels(16), theme.pixels(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, gap, edge, gap)
        column.setSpacing(theme.pixels(8))
        column.addWidget(title)
        said = NOTHING_YET if figure.empty else figure.said
        if said:
            words = Words(said.replace(" %", "\N{NO-BREAK SPACE}%"), self)
            words.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(words)
        self.chart: BarChart | None = None
        self.table: FigureTable | None = None
        if not figure.empty:
            self._add_numbers(theme, naming, column)
        rules = f" ({', '.join(figure.rules)})" if figure.rules else ""
        column.addWidget(quiet(f"Sådan er det regnet: {figure.how}{rules}", self))

    def _add_numbers(self, theme: Theme, naming: Naming, column: QVBoxLayout) -> None:
        chart = self.figure.chart
        if chart is not None and chart.bars:
            self.chart = BarChart(theme, f"Billede: {self.figure.title}", self)
            self.chart.show_bars(bars_of(chart), self.figure.said or chart.spoken)
            column.addWidget(self.chart)
            column.addWidget(PartLegend(theme, chart.parts, self))
        self.table = FigureTable(theme, self.figure, naming, self)
        self.table.opened.connect(self.opened)
        column.addWidget(self.table)
