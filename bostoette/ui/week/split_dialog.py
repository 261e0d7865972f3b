"""Splitting a contact: how many parts, and when each is, looked over before anything changes."""

from collections.abc import Callable

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import when
from bostoette.ui.main_button import make_main
from bostoette.ui.room_for_words import make_room
from bostoette.ui.segmented import Segmented
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

PARTS = {2: "to", 3: "tre"}
_WIDTH = 480

Propose = Callable[[int], tuple[TimeSpan, ...]]
"""Proposes times for so many parts; raises PlanError where there is no room."""
Split = Callable[[tuple[TimeSpan, ...], bool], object]
"""Splits, the whole series from here on where the second is true."""


class SplitDialog(QDialog):
    """Closes once ``split`` has done it; a refusal is told above the buttons."""

    def __init__(
        self,
        theme: Theme,
        whom: str,
        propose: Propose,
        split: Split,
        *,
        in_series: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle("Del kontakten")
        self._propose, self._split = propose, split
        self._spans: tuple[TimeSpan, ...] = ()
        self.parts = Segmented("Antal dele", self)
        self.parts.offer([(one, f"I {words}", f"Del i {words}") for one, words in PARTS.items()])
        self.parts.chosen.connect(self._look)
        self.said = Words(parent=self)
        self.whole_series = QCheckBox("Hele serien herfra, hver uge", self)
        self.whole_series.setVisible(in_series)
        self.whole_series.setChecked(in_series)
        self.trouble = Words(parent=self)
        self.trouble.setObjectName("trouble")
        self.done_button = QPushButton("Del kontakten", self)
        self._lay_out(whom)
        self._look(min(PARTS))

    @property
    def spans(self) -> tuple[TimeSpan, ...]:
        """When the parts are."""
        return self._spans

    def accept(self) -> None:
        """Split, or say why not."""
        try:
            self._split(self._spans, self.whole_series.isChecked())
        except PlanError as error:
            self._tell(error.sentence)
            return
        super().accept()

    def _look(self, parts: object) -> None:
        assert isinstance(parts, int)  # noqa: S101 - so it is offered
        self.parts.show_chosen(parts)
        try:
            self._spans = self._propose(parts)
        except PlanError as error:
            self._spans = ()
            self._tell(error.sentence)
        else:
            self._tell("")
        self.said.setText("\n".join(when(span) for span in self._spans))
        self.done_button.setEnabled(bool(self._spans))

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))
        if sentence:
            make_room(self)

    def _lay_out(self, whom: str) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(self._theme.pixels(12))
        column.addWidget(Words(f"Samme tid med {whom}, delt på flere dage:", self))
        for widget in (self.parts, self.said, self.whole_series):
            column.addWidget(widget)
        column.addWidget(
            quiet("Tiderne ligger, hvor borgeren har kræfter. De kan flyttes bagefter.", self)
        )
        column.addWidget(self.trouble)
        buttons = QDialogButtonBox(self)
        make_main(self.done_button)
        buttons.addButton(self.done_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Annullér", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        make_room(self, self._theme.pixels(_WIDTH))
