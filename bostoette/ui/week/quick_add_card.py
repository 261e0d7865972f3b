"""The card for quick add: one field, and below it how the line is understood as it is typed."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from bostoette.models.quick_add import QuickAdd, Unclear
from bostoette.ui.overlay import Overlay
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_WIDTH = 620
_AIR = 6
_SPOKEN_MS = 700
"""So long after the last letter the understanding is read aloud."""

Understand = Callable[[str], QuickAdd | Unclear]


class QuickAddCard(Overlay):
    """Takes a line; what is typed stays until it is saved."""

    wanted = Signal(object)
    """The line is understood (QuickAdd), and Enter was pressed."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, "Hurtig tilføjelse", _WIDTH, host)
        self._understand: Understand = lambda _text: Unclear("")
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Skriv hvem, hvornår og hvad")
        self.field.setPlaceholderText("A.M. tors 14-14.30 telefon opfølgning")
        self._live = Words(parent=self)
        self._trouble = Words(parent=self)
        self._trouble.setObjectName("trouble")
        self._trouble.setMargin(_AIR)
        self._spoken = QTimer(self)
        self._spoken.setSingleShot(True)
        self._spoken.timeout.connect(lambda: self.announce(self.answer))
        self._lay_out()
        self.field.textChanged.connect(self._show_answer)
        self.field.returnPressed.connect(self._ask)

    @property
    def answer(self) -> str:
        """How the line is understood, or why it is not."""
        return self._live.text() or self._trouble.text()

    def begin(self, understand: Understand) -> None:
        """Open it; what was typed before and not saved is there, chosen."""
        self._understand = understand
        self._show_answer()
        self.show_with(self.field)
        self.field.selectAll()

    def saved(self) -> None:
        """Close it, as what was typed is stored."""
        self.field.clear()
        self.leave()

    def tell(self, sentence: str) -> None:
        """Say why it was not stored; what was typed stays."""
        self._say(sentence, trouble=True)
        self.announce(sentence)

    def _ask(self) -> None:
        answer = self._understand(self.field.text())
        if isinstance(answer, QuickAdd):
            self.wanted.emit(answer)
        else:
            self.tell(answer.sentence)

    def _show_answer(self) -> None:
        answer = self._understand(self.field.text())
        if isinstance(answer, QuickAdd):
            self._say(f"Forstået: {answer.understood}", trouble=False)
        else:
            self._say(answer.sentence, trouble=False)
        self._spoken.start(_SPOKEN_MS)

    def _say(self, sentence: str, *, trouble: bool) -> None:
        self._trouble.setText(sentence if trouble else "")
        self._trouble.setVisible(trouble)
        self._live.setText("" if trouble else sentence)
        self._live.setVisible(not trouble)
        self.field.setAccessibleDescription(sentence)
        self.place()

    def _lay_out(self) -> None:
        title = QLabel("Hurtig tilføjelse", self)
        title.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        title.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self.field)
        column.addWidget(self._live)
        column.addWidget(self._trouble)
        column.addWidget(quiet("Enter gemmer. Esc lukker. Ctrl+N åbner hele formularen.", self))
