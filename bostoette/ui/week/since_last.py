"""What the panel says of the last time: the note, what was agreed, and what is to be taken up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bostoette.models.note_sheet import OpenAgreement
from bostoette.models.since_last import NoteLine, SinceLast
from bostoette.models.wording import WEEKDAYS, short_day
from bostoette.ui.naming import Naming
from bostoette.ui.words import Words, quiet

_LONGEST = 220
"""Letters of the note's text; the rest is a click away."""


class SinceLastLines(QWidget):
    """Lines of text, and a button where others have written something new."""

    news_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = Words(parent=self)
        self.agreed = Words(parent=self)
        self.next_time = Words(parent=self)
        self.who = quiet("", self)
        self.news = QPushButton(self)
        self.news.clicked.connect(self.news_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for words in (self.note, self.agreed, self.next_time, self.who):
            words.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(words)
        column.addWidget(self.news, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def says_something(self) -> bool:
        """Tell whether there is anything to show."""
        parts = (self.note, self.agreed, self.next_time, self.news)
        return any(not one.isHidden() for one in parts)

    def show_last(self, found: SinceLast, naming: Naming) -> None:
        """Show what was said last; typed words may name people, so discretion hides them."""
        last = found.last
        _say(self.note, naming.hidden(_note_words(last)) if last else "")
        _say(self.agreed, naming.hidden(_agreed_words(found.agreements)))
        next_time = last.next_time if last else ""
        _say(self.next_time, naming.hidden(f"Til næste gang: {next_time}" if next_time else ""))
        _say(self.who, f"Notat af {last.author}, {short_day(last.day)}" if last else "")
        number = found.new_notes
        self.news.setVisible(bool(number))
        self.news.setText(f"Nyt siden sidst: {number}")
        self.news.setAccessibleName(
            "Nyt siden sidst: 1 notat" if number == 1 else f"Nyt siden sidst: {number} notater"
        )


def _say(words: Words, text: str) -> None:
    words.setText(text)
    words.setVisible(bool(text))


def _note_words(last: NoteLine) -> str:
    if not last.text:
        return ""
    short = last.text if len(last.text) <= _LONGEST else f"{last.text[:_LONGEST].rstrip()} …"
    return f"{WEEKDAYS[last.day.weekday()].capitalize()}: {short}"


def _agreed_words(agreements: tuple[OpenAgreement, ...]) -> str:
    return "\n".join(f"Aftalt: {one.text} ({one.doer.danish.lower()})" for one in agreements)
