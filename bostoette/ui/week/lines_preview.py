"""What a copy or a template week would do: how much, line by line with a tick, what is in the way.

It stands below the questions of a dialog and is looked at anew with each answer; the button at its
foot says how many lines are taken.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.planning.copying import CopyKey, CopyLine
from bostoette.ui.naming import Naming
from bostoette.ui.week.copy_lines import CopyLines, LineWords
from bostoette.ui.week.line_list_foot import LineListFoot
from bostoette.ui.words import Words, quiet


class LinesPreview(QWidget):
    """Shows what its dialog asks for; ``note`` says what holds for all of it."""

    def __init__(
        self,
        dialog: QDialog,
        look: Callable[[], tuple[CopyLine, ...]],
        words: LineWords,
        note: str,
        naming: Naming,
    ) -> None:
        super().__init__(dialog)
        self._look, self._words = look, words
        self.said = Words(parent=self)
        self.said.setProperty("heading", True)  # noqa: FBT003 – Qt's signature
        self.trouble = Words(parent=self)
        self.trouble.setObjectName("trouble")
        self.lines = CopyLines(naming, self, words)
        self.foot = LineListFoot(words.verb, dialog)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(self.trouble)
        column.addWidget(self.lines, 1)
        column.addWidget(quiet(note, self))
        column.addWidget(self.foot)
        self.lines.changed.connect(self._count)

    def chosen(self) -> tuple[CopyKey, ...]:
        """Return which lines are taken."""
        return self.lines.chosen()

    def refresh(self) -> None:
        """Look anew: show what would happen, or what is in the way."""
        self.tell("")
        try:
            found = self._look()
        except PlanError as error:
            self.tell(error.sentence)
            found = ()
        self.lines.show_lines(found)
        self.said.setText("" if self.trouble.text() else self._words.summed(found))
        self._count()

    def tell(self, sentence: str) -> None:
        """Say what is in the way."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _count(self) -> None:
        self.foot.count(len(self.chosen()))
