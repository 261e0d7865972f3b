"""What the dialogs of this folder share: their size, work beside the window, and its sentences."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from bostoette.models.plan_error import PlanError
from bostoette.ui.background import beside
from bostoette.ui.main_button import make_main
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words

T = TypeVar("T")

_SCREEN_SHARE = 0.94
_PROGRESS_MS = 100

WhereTo = Callable[[QWidget, str, str, str], Path | None]
"""Asks for a file: parent, title, proposed name, kinds; None where the person gave up."""


class ExchangeDialog(QDialog):
    """Has a main action, *Luk*, a line for what is wrong, and a bar while work goes on."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        main_words: str,
        size: tuple[int, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._wanted = size
        self.setWindowTitle(title)
        self.trouble = Words(parent=self)
        self.trouble.setObjectName("trouble")
        self.trouble.hide()
        self.bar = QProgressBar(self)
        self.bar.hide()
        self._far: Callable[[], str] | None = None
        self._following = QTimer(self)
        self._following.setInterval(_PROGRESS_MS)
        self._following.timeout.connect(self._say_far)
        self.main_button = QPushButton(main_words, self)
        make_main(self.main_button)
        self.close_button = QPushButton("Luk", self)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self.said = ""
        """What was done, once the dialog was accepted."""

    def foot(self) -> QHBoxLayout:
        """Return the row with the bar and the buttons."""
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.main_button)
        return row

    def work(self, words: str, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do something beside the window; say what is done meanwhile."""
        self.untell()
        self.busy(words)
        beside(self, job, lambda answer: self._finish(done, answer), self._refused)

    def follow(self, far: Callable[[], str]) -> None:
        """Say in the bar how far it has come, until the work is done; ``far`` is asked here."""
        self._far = far
        self._say_far()
        self._following.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.share(event.size().width())

    def share(self, width: int) -> None:
        """Give parts that have a width of their own their share of the dialog's."""

    def busy(self, words: str) -> None:
        """Show that work goes on."""
        self.bar.setRange(0, 0)
        self.bar.setFormat(words)
        self.bar.setAccessibleName(words)
        self.bar.show()

    def tell(self, error: PlanError) -> None:
        """Say what is wrong, beside what was chosen."""
        self.trouble.setText(error.sentence)
        self.trouble.setAccessibleName(error.sentence)
        self.trouble.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.trouble, QAccessible.Event.Alert))

    def untell(self) -> None:
        """Take the sentence away."""
        self.trouble.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room the text size asks for, in the middle of the window behind."""
        if not event.spontaneous():
            behind = self.parentWidget()
            room = behind.window().size() if behind is not None else self.screen().availableSize()
            self.resize(
                min(self.theme.pixels(self._wanted[0]), round(room.width() * _SCREEN_SHARE)),
                min(self.theme.pixels(self._wanted[1]), round(room.height() * _SCREEN_SHARE)),
            )
        super().showEvent(event)

    def _say_far(self) -> None:
        if self._far is not None:
            self.bar.setFormat(self._far())

    def _finish(self, done: Callable[[T], None], answer: T) -> None:
        self._following.stop()
        self.bar.hide()
        done(answer)

    def _refused(self, error: PlanError) -> None:
        self._following.stop()
        self.bar.hide()
        self.tell(error)


def log_seen_said(number: int) -> str:
    """Say how much of the log was looked through: `` · 12.000 trin i loggen set igennem``."""
    seen = f"{number:,}".replace(",", ".")
    return f" · {seen} trin i loggen set igennem" if number else ""


def snug(words: Words) -> Words:
    """Let words take the height they have at their width, and no more."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    policy.setHeightForWidth(True)
    words.setSizePolicy(policy)
    return words


def focus(widget: QWidget) -> None:
    """Give a widget the keyboard."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
