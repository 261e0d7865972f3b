"""Why a form is chosen that is advised against: a line to write in, ready words, and codes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bostoette.models.form_question import OfferedCode
from bostoette.ui.flow_layout import FlowLayout
from bostoette.ui.theme import Theme
from bostoette.ui.week.contact_panel_group import ArrowStops
from bostoette.ui.words import quiet

READY = (
    "Borgeren ønsker det selv",
    "Faglig vurdering i dag",
    "Praktiske forhold i dag",
)
"""Words that are often meant; each long enough for P07 as delivered."""
REASON = "Kort begrundelse for formen"


class ReasonFields(QWidget):
    """``reason`` and ``codes`` as written and ticked."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = QLineEdit(self)
        self.words.setAccessibleName(REASON)
        self.words.setPlaceholderText("Skriv kun det nødvendige; lederen kan se det")
        self.left = quiet("", self)
        self.codes_boxes: dict[str, QCheckBox] = {}
        self._letters = 0
        self.ready: list[QPushButton] = []
        ready = QWidget(self)
        flow = FlowLayout(ready, theme.pixels(6), theme.pixels(6))
        flow.setContentsMargins(0, 0, 0, 0)
        for words in READY:
            button = QPushButton(words, ready)
            button.setAutoDefault(False)
            button.setAccessibleName(f"Skriv: {words}")
            button.clicked.connect(lambda _checked=False, words=words: self._take(words))
            self.ready.append(button)
            flow.addWidget(button)
        self._stops = ArrowStops(ready)
        self._stops.set_stops(list(self.ready))
        self._codes = QVBoxLayout()
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.left)
        column.addWidget(ready)
        column.addLayout(self._codes)
        self.words.textChanged.connect(self._tell)
        self.words.textChanged.connect(self.changed)

    @property
    def reason(self) -> str:
        """What is written."""
        return self.words.text().strip()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that are ticked, by id (P14)."""
        return tuple(key for key, box in self.codes_boxes.items() if box.isChecked())

    def ask(self, letters: int, codes: Sequence[OfferedCode]) -> None:
        """Ask for so many letters at least, and offer codes; what is ticked stays offered."""
        self._letters = letters
        for code in codes:
            self._offer(code.id, code.title)
        offered = {code.id for code in codes}
        for key, box in self.codes_boxes.items():
            box.setVisible(key in offered or box.isChecked())
        self._tell()

    def know(self, codes: Sequence[OfferedCode]) -> None:
        """Know codes that may be offered later."""
        for code in codes:
            self._offer(code.id, code.title)
            self.codes_boxes[code.id].hide()

    def show_answer(self, reason: str, codes: Sequence[str]) -> None:
        """Show what was answered before."""
        self.words.setText(reason)
        for key, box in self.codes_boxes.items():
            box.setChecked(key in codes)

    def _offer(self, key: str, title: str) -> None:
        if key not in self.codes_boxes:
            box = QCheckBox(title, self)
            box.setAccessibleName(title)
            box.toggled.connect(self.changed)
            self.codes_boxes[key] = box
            self._codes.addWidget(box)

    def _take(self, words: str) -> None:
        typed = self.reason
        self.words.setText(words if not typed else f"{typed}. {words}")

    def _tell(self) -> None:
        missing = self._letters - len(self.reason)
        self.left.setText(
            f"Mindst {self._letters} tegn; der mangler {missing}." if missing > 0 else ""
        )
        self.left.setVisible(missing > 0)
