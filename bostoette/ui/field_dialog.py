"""A FieldDialog asks for a few things, and closes only once they are stored; nothing is lost."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.plan_error import PlanError
from bostoette.ui.background import beside
from bostoette.ui.careful_dialog import CarefulDialog
from bostoette.ui.main_button import make_main
from bostoette.ui.notice import Notice
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words

T = TypeVar("T")
_BESIDE = 40


class FieldDialog(CarefulDialog):
    """What small dialogs share; ``submit`` stores and calls ``finish``."""

    cares_for: ClassVar[tuple[type[QWidget], ...]] = (
        *CarefulDialog.cares_for,
        QCheckBox,
        QComboBox,
    )

    def __init__(
        self, theme: Theme, title: str, lead: str, save_word: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.theme = theme
        self._save_word = save_word
        self._working = False
        self._held = False
        self.notice = Notice(theme, boxed=True)
        self.save_button = QPushButton(save_word)
        make_main(self.save_button)
        self.cancel_button = QPushButton("Annullér")
        self.cancel_button.setAutoDefault(False)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setSpacing(theme.pixels(12))
        self._scroll = QScrollArea()
        self._lay_out()
        if lead:
            self.column.addWidget(Words(lead))

    def submit(self) -> None:
        """Store what was filled in, then ``finish``; raises PlanError where it cannot be."""
        raise NotImplementedError

    def finish(self) -> None:
        """Close, as everything is stored."""
        super().accept()

    def accept(self) -> None:
        """Store and close, or say what is wrong and keep everything that was typed."""
        if self._working:
            return
        self.notice.clear()
        try:
            self.submit()
        except PlanError as error:
            self.refuse(error)

    def reject(self) -> None:
        """Leave everything as it was, unless it is already under way; ask if that loses words."""
        if not self._held:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while something is under way."""
        if self._held:
            event.ignore()
            return
        super().closeEvent(event)

    def refuse(self, error: PlanError) -> None:
        """Say what went wrong, and let the person try again."""
        self.show_working("")
        self.notice.say_error(error)
        self.grow()

    def focus_on(self, field: QWidget) -> None:
        """Give a field the focus and bring it into view."""
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.column.activate()
        self._scroll.ensureWidgetVisible(field)

    def show_working(self, words: str, *, stoppable: bool = False) -> None:
        """Say in the button what is under way, or that nothing is any more.

        What changes nothing can be stopped: the person may leave meanwhile.
        """
        self._working = bool(words)
        self._held = self._working and not stoppable
        self.save_button.setText(words or self._save_word)
        self.save_button.setEnabled(not words)
        self.cancel_button.setEnabled(not self._held)

    def rename_save(self, word: str) -> None:
        """Give the main action another word: the next step."""
        self._save_word = word
        self.save_button.setText(word)

    def work_beside(
        self,
        words: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        stoppable: bool = False,
    ) -> None:
        """Do slow work beside the window, and then go on."""
        self.show_working(words, stoppable=stoppable)

        def finished(answer: T) -> None:
            self.show_working("")
            done(answer)

        beside(self, work, finished, self.refuse)

    def show_fitting(self) -> None:
        """Open as large as the content asks for and the window allows, in the first field."""
        self._close_column()
        self.grow()
        self.open()
        first = self._first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def grow(self) -> None:
        """Make room for what is shown now, as far as the window allows."""
        self.column.activate()
        width = self.theme.pixels(480)
        inside = max(self._inside.heightForWidth(width), self._inside.sizeHint().height())
        notice = self.notice.sizeHint().height() if self.notice.words else 0
        wanted = QSize(width, inside + notice + self.theme.pixels(110))
        parent = self.parentWidget()
        room = parent.window().size() if parent else QApplication.primaryScreen().size()
        grown = wanted.expandedTo(self.size()) if self.isVisible() else wanted
        self.resize(grown.boundedTo(room - QSize(_BESIDE, _BESIDE)))

    def _first_field(self) -> QWidget | None:
        tab = Qt.FocusPolicy.TabFocus
        return next(
            (
                child
                for child in self._inside.findChildren(QWidget)
                if child.focusPolicy() & tab == tab and child.isVisibleTo(self)
            ),
            None,
        )

    def _lay_out(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(self.theme.pixels(8))
        self._whole.addWidget(self._scroll, 1)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)

    def _close_column(self) -> None:
        """Put the buttons below, last of all, so that Tab comes to them last."""
        self.column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.save_button)
        row.addWidget(self.cancel_button)
        self._whole.addWidget(self.notice)
        self._whole.addLayout(row)
