"""Nyt siden sidst: what others have written and changed since the worker last looked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from bostoette.models.since_last import CitizenNews, NoteLine
from bostoette.models.wording import short_day
from bostoette.ui.fitting_scroll import FittingScroll
from bostoette.ui.naming import Naming
from bostoette.ui.notes.agreement_rows import said_agreement
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

SIZE = (560, 560)
NOTHING = "Der er ikke noget nyt siden sidst."


class NewsDialog(QDialog):
    """Shows the notes, the open agreements and the changes; opening it has marked them as read."""

    def __init__(
        self,
        theme: Theme,
        who: str,
        news: CitizenNews,
        naming: Naming,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._naming = naming
        self.setWindowTitle(f"Nyt siden sidst · {who}")
        inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(theme.pixels(8))
        self._fill(inside, news)
        self._column.addStretch(1)
        scroll = FittingScroll(self)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName("Nyt siden sidst")
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.hold(inside)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton("Luk", QDialogButtonBox.ButtonRole.AcceptRole)
        close.setProperty("main", True)  # noqa: FBT003 - Qt's signature
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(scroll, 1)
        column.addWidget(buttons)
        room = parent.window().size() if parent else scroll.size()
        width, height = (theme.pixels(one) for one in SIZE)
        self.resize(min(width, room.width()), min(height, room.height()))
        scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, inside: QWidget, news: CitizenNews) -> None:
        """Put the few lines that change the next visit first; the notes may be many."""
        if news.changes:
            self._heading(inside, f"Ændringer · {len(news.changes)}")
        for change in news.changes:
            by = f" af {change.by}" if change.by else ""
            self._words(inside, f"{change.words}{by}, {short_day(change.at.astimezone().date())}")
            if change.reason:
                self._words(inside, self._naming.hidden(change.reason))
        if news.agreements:
            self._heading(inside, f"Åbne aftaler · {len(news.agreements)}")
        for agreement in news.agreements:
            self._words(inside, self._naming.hidden(said_agreement(agreement)))
        if news.notes:
            self._heading(inside, f"Notater · {len(news.notes)}")
        for note in news.notes:
            self._note(inside, note)
        if not (news.notes or news.agreements or news.changes):
            self._words(inside, NOTHING)

    def _note(self, inside: QWidget, note: NoteLine) -> None:
        name = note.form.full_name
        line = f"{name[0].upper()}{name[1:]} {short_day(note.day)} · {note.author}"
        if self._column.count() > 1:
            self._column.addSpacing(self._theme.pixels(8))
        self._column.addWidget(quiet(line, inside))
        self._words(inside, self._naming.hidden(note.text) or "Intet at notere")
        if note.next_time:
            self._words(inside, self._naming.hidden(f"Til næste gang: {note.next_time}"))

    def _heading(self, inside: QWidget, words: str) -> None:
        label = QLabel(words, inside)
        label.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self._column.addSpacing(self._theme.pixels(12))
        self._column.addWidget(label)

    def _words(self, inside: QWidget, text: str) -> None:
        words = Words(text, inside)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(words)
