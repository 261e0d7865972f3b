"""Questions about a week, each with its answer, and what is left to do with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bostoette.models.review import AskedQuestion
from bostoette.ui.emptied import emptied
from bostoette.ui.naming import Naming
from bostoette.ui.one_stop import OneStop
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet


class QuestionList(QWidget):
    """Shows the questions that are open, and how many are closed."""

    close_asked = Signal(object)
    """Close this AskedQuestion."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[AskedQuestion, ...] = ()
        self._naming = Naming()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.pixels(8))
        self.buttons: dict[bytes, QPushButton] = {}
        OneStop(self)

    def show_questions(self, questions: tuple[AskedQuestion, ...], naming: Naming) -> None:
        """Show other questions; what was typed is hidden in discretion."""
        if (questions, naming) == (self._shown, self._naming):
            return
        self._shown, self._naming = questions, naming
        self.buttons.clear()
        emptied(self._column)
        for question in questions:
            if not question.closed:
                self._column.addWidget(self._one(question))
        closed = sum(one.closed for one in questions)
        if closed:
            said = "1 spørgsmål er lukket" if closed == 1 else f"{closed} spørgsmål er lukket"
            self._column.addWidget(quiet(said, self))
        self.setVisible(bool(questions))

    def _one(self, question: AskedQuestion) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        about = f" om {question.about}" if question.about else ""
        column.addWidget(quiet(f"{question.asked_by} spørger{about}:", box))
        column.addWidget(Words(self._naming.hidden(question.text), box))
        answer = self._naming.hidden(question.answer)
        said = f"Svar: {answer}" if answer else "Venter på svar"
        column.addWidget(Words(said, box) if question.answer else quiet(said, box))
        row = QHBoxLayout()
        done = QPushButton("Luk spørgsmålet", box)
        done.setAutoDefault(True)
        done.setAccessibleName(f"Luk spørgsmålet{about}")
        done.clicked.connect(lambda: self.close_asked.emit(question))
        row.addWidget(done)
        row.addStretch(1)
        column.addLayout(row)
        self.buttons[question.id] = done
        return box
