"""The palette: a field and a list over the window, for finding anything by typing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from bostoette.ui.overlay import Overlay
from bostoette.ui.palette.answer_list import AnswerLine, AnswerModel, AnswerRole
from bostoette.ui.palette.answers import Answer
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet

_WIDTH = 560
_LINES = 9
_PAGE = 8
_STEPS: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
}
Answers = Callable[[str], tuple[Answer, ...]]


class Palette(Overlay):
    """Keeps the keyboard in its field; arrows walk the list, Enter runs what is chosen."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, "Find", _WIDTH, host)
        self._answers: Answers = lambda _typed: ()
        self._nothing = ""
        self.field = QLineEdit(self)
        self.field.installEventFilter(self)
        self.model = AnswerModel(self)
        self.list = QListView(self)
        self.list.setAccessibleName("Fundet")
        self.list.setModel(self.model)
        self.list.setItemDelegate(AnswerLine(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.hint = quiet("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for widget in (self.field, self.list, self.hint):
            column.addWidget(widget)
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self.run_chosen)
        self.list.clicked.connect(self._run)

    def begin(self, name: str, example: str, answers: Answers) -> None:
        """Open it for finding something: what it is called, and an example of what to type."""
        self._answers = answers
        self._nothing = f"Intet fundet. {example}"
        self.setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(example)
        self.field.clear()
        self._find("")
        self.show_with(self.field)

    def run_chosen(self) -> None:
        """Run what is chosen."""
        self._run(self.list.currentIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list with the arrows, from the field."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            step = _STEPS.get(event.key())
            if step is not None:
                self._walk(step)
                return True
        return super().eventFilter(watched, event)

    def _find(self, typed: str) -> None:
        answers = self._answers(typed)
        self.model.replace(answers)
        self.list.setVisible(bool(answers))
        line = self.list.sizeHintForRow(0) if answers else 0
        self.list.setFixedHeight(line * min(len(answers), _LINES) + self._theme.pixels(8))
        missing = bool(typed.strip()) and not answers
        self.hint.setText(self._nothing if missing else "Pil op og ned vælger, Enter udfører.")
        if answers:
            self._choose(0)
        else:
            self.field.setAccessibleDescription(self.hint.text())
        self.place()

    def _walk(self, step: int) -> None:
        count = self.model.rowCount()
        if count:
            row = min(max(self.list.currentIndex().row() + step, 0), count - 1)
            self._choose(row)
            self.announce(self.field.accessibleDescription())

    def _choose(self, row: int) -> None:
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        self.field.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _run(self, index: QModelIndex) -> None:
        answer = index.data(AnswerRole.ANSWER)
        if isinstance(answer, Answer) and answer.enabled:
            self.leave()
            answer.run()
