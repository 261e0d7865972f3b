"""*Udskriv* on a citizen's page: what can be put on paper about her, in one menu."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget


class CitizenPaper(StrEnum):
    """What is printed; the value is what the menu says."""

    WEEK = "Udskriv ugeplan til borgeren …"
    STAND_IN = "Udskriv vikarark …"
    INSIGHT = "Indsigt: alt om borgeren …"


class PaperButton(QPushButton):
    """Opens the menu; ``asked`` tells what was chosen."""

    asked = Signal(CitizenPaper)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Udskriv", parent)
        self.setAccessibleName("Udskriv: ugeplan, vikarark eller indsigt")
        self.papers = QMenu(self)
        self.papers.setAccessibleName("Udskriv")
        for paper in CitizenPaper:
            action = self.papers.addAction(paper.value)
            action.triggered.connect(partial(self._ask, paper))
        self.setMenu(self.papers)

    def _ask(self, paper: CitizenPaper, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - triggered(bool)
        self.asked.emit(paper)
