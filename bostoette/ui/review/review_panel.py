"""Beside the list: what to look at in the chosen worker's week, and what is answered to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.review import ReviewLine
from bostoette.models.review_wording import status_said, to_look_at
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.ui import icons
from bostoette.ui.naming import Naming
from bostoette.ui.one_press import OnePress
from bostoette.ui.one_stop import OneStop
from bostoette.ui.review.folding_area import FoldingArea
from bostoette.ui.review.matter_list import MatterList
from bostoette.ui.review.question_list import QuestionList
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_WORDS_HIGH = 52
_READ_FIRST = 100
"""What is read takes the room there is; the empty below has only what it does not need."""
_LEAST_READ = 120
"""Of what is to be looked at, so much is in sight at least."""
_DECIDABLE = frozenset({WeekPlanStatus.SENT, WeekPlanStatus.APPROVED})


class ReviewPanel(QFrame):
    """Asks for what the reviewer decides; whoever may not decide only reads."""

    approve_asked = Signal()
    return_asked = Signal()
    withdraw_asked = Signal()
    ask_asked = Signal()
    open_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._may = True
        self._line: ReviewLine | None = None
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName("Ugen, der er valgt")
        self.title = QLabel(self)
        self.title.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self.title.setWordWrap(True)
        self._status = quiet("", self)
        self.matters = MatterList(theme, self)
        self.questions = QuestionList(theme, self)
        self._body = self._make_body()
        self.words = QPlainTextEdit(self)
        self.words.setTabChangesFocus(True)
        self._reason_label = quiet("Begrundelse for at godkende (P01)", self)
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName("Begrundelse for at godkende, selv om en borger ikke mødes")
        self.trouble = Words(parent=self)
        self.trouble.setObjectName("trouble")
        self.trouble.hide()
        self.approve = self._button("Godkend uge", self.approve_asked, main=True)
        self.approve.setToolTip("Godkend, og gå til den næste uge, der venter (Ctrl+Enter)")
        self.reason.returnPressed.connect(self.approve.click)
        self.send_back = self._button("Send tilbage", self.return_asked)
        self.ask = self._button("Spørg", self.ask_asked)
        self.withdraw = self._button("Træk godkendelsen tilbage", self.withdraw_asked)
        self.open = self._button("Åbn ugen", self.open_asked)
        self._right = quiet("", self)
        self._lay_out()
        self.words.textChanged.connect(self.trouble.hide)
        self.reason.textChanged.connect(self.trouble.hide)
        self.matters.currentRowChanged.connect(lambda _row: self._follow())
        theme.changed.connect(self._dress)
        self._dress()

    def show_line(self, line: ReviewLine | None, naming: Naming) -> None:
        """Show a worker's week; what is typed stays while the same worker is shown."""
        shown = None if self._line is None else self._line.worker_id
        if line is None or line.worker_id != shown:
            self.words.clear()
            self.reason.setText("" if line is None or naming.discreet else line.reason)
            self.trouble.hide()
        self._line = line
        self.setVisible(line is not None)
        if line is None:
            return
        name, count = naming.name_of(line.name, line.initials), to_look_at(line)
        looks = "intet at se på" if not count else f"{count} at se på"
        self.title.setText(f"{name} · {looks}")
        self._status.setText(_status_words(line, naming))
        self.matters.show_line(line)
        self.matters.setVisible(bool(line.matters))
        self.questions.show_questions(line.questions, naming)
        self._body.setVisible(bool(line.matters or line.questions))
        self._body.measure()
        self._follow()
        self.words.setPlaceholderText(f"Besked til {line.initials}")
        self.words.setAccessibleName(f"Besked til {line.initials}")
        self._offer(line)

    def refuse(self, sentence: str, field: QWidget) -> None:
        """Say beside the fields why nothing was decided, with the keyboard where it is mended."""
        self.trouble.setText(sentence)
        self.trouble.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def scroll_inside(self, scrolls: bool) -> None:  # noqa: FBT001 - as it stands
        """Keep the answers in sight beside the list; below it the whole page scrolls."""
        self._body.fold(folds=scrolls)

    def let_decide(self, may: bool, sentence: str) -> None:  # noqa: FBT001 - a right, as it stands
        """Say whether the person may decide, and why."""
        self._may = may
        self._right.setText(sentence)
        if self._line is not None:
            self._offer(self._line)

    def _follow(self) -> None:
        """Bring the matter that is chosen into sight, and say what a question would be about."""
        self._body.show_area(self.matters, self.matters.current_area())
        about = self.matters.about
        self.ask.setText("Spørg om kontakten" if about is not None else "Spørg om ugen")

    def _offer(self, line: ReviewLine) -> None:
        """Offer what can be done with a week as it stands."""
        decidable = self._may and line.status in _DECIDABLE
        waits = decidable and (line.status is WeekPlanStatus.SENT or line.changed)
        needs = waits and line.needs_reason
        shown: tuple[tuple[QWidget, bool], ...] = (
            (self._reason_label, needs),
            (self.reason, needs),
            (self.words, self._may),
            (self.ask, self._may),
        )
        for widget, wanted in shown:
            widget.setVisible(wanted)
        self.approve.setVisible(waits)
        self.approve.setText(
            "Godkend uge" if line.status is WeekPlanStatus.SENT else "Godkend igen"
        )
        self.send_back.setVisible(decidable)
        self.withdraw.setVisible(
            self._may and line.status is WeekPlanStatus.APPROVED and not line.changed
        )

    def _button(self, words: str, asked: object, *, main: bool = False) -> QPushButton:
        button = OnePress(words, self)
        button.setAutoDefault(True)  # Enter presses it, as Space does
        button.setProperty("main", main)
        button.clicked.connect(asked)
        return button

    def _lay_out(self) -> None:
        edge = self._theme.pixels(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(self._theme.pixels(8))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._status)
        column.addWidget(self._body, _READ_FIRST)
        for widget in (self._reason_label, self.reason, self.words, self.trouble):
            column.addWidget(widget)
        column.addWidget(self._buttons())
        column.addWidget(self._right)
        column.addStretch(1)

    def _make_body(self) -> FoldingArea:
        """Hold what is read: it scrolls, and what answers it stays in sight below."""
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.pixels(8))
        column.addWidget(self.questions)
        column.addWidget(self.matters)
        return FoldingArea(inside, self._theme.pixels(_LEAST_READ), self)

    def _buttons(self) -> QWidget:
        box = QWidget(self)
        OneStop(box, first=(self.approve, self.ask))
        both = QVBoxLayout(box)
        both.setContentsMargins(0, 0, 0, 0)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.approve, 2)
        first.addWidget(self.send_back, 1)
        second.addWidget(self.withdraw, 2)
        second.addWidget(self.ask, 1)
        both.addLayout(first)
        both.addLayout(second)
        return box

    def _dress(self) -> None:
        self._body.keep_least(self._theme.pixels(_LEAST_READ))
        self.approve.setIcon(icons.icon("check", self._theme.tokens.on_accent))
        self.words.setFixedHeight(self._theme.pixels(_WORDS_HIGH))


def _status_words(line: ReviewLine, naming: Naming) -> str:
    """Say where the week stands, with what was written to it; hidden in discretion."""
    said = status_said(line)
    words = f"{said}: »{naming.hidden(line.comment)}«" if line.comment else said
    return f"{words}. Begrundelse: »{naming.hidden(line.reason)}«" if line.reason else words
