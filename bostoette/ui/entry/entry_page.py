"""An entry page: one card in the middle of the window, with a heading, a lead and its actions.

The card scrolls where text is large, and what the whole page has to say stands in one place
above the actions.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QFont, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.plan_error import PlanError
from bostoette.ui.entry.program_mark import ProgramMark
from bostoette.ui.focus_in_sight import pressed_now
from bostoette.ui.notice import Notice
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words

NARROW = 420
"""Width of a card at 100 % text."""
_BESIDE = 24


class EntryPage(QWidget):
    """What all pages before the week share."""

    def __init__(self, theme: Theme, heading: str, lead: str, *, width: int = NARROW) -> None:
        super().__init__()
        self.theme = theme
        self._card_width = width
        self._heading = Words(heading)
        self._heading.setProperty("heading", "true")
        self._lead = Words(lead)
        if not lead:
            self._lead.hide()  # only ever hide here: shown without a parent it is a window
        self.notice = Notice(theme, boxed=True)
        self._card = QFrame()
        self._card.setProperty("card", "true")
        self._column = QVBoxLayout(self._card)
        self._column.addWidget(ProgramMark(theme))
        self._column.addWidget(self._heading)
        self._column.addWidget(self._lead)
        self._links = QHBoxLayout()
        self._middle = QWidget()
        self._scroll = self._make_scroll()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look_where_it_matters)
        _application().focusChanged.connect(self._follow_focus)
        self.setAccessibleName(heading)
        theme.changed.connect(self._dress)
        self._dress()

    def first_field(self) -> QWidget:
        """Give what has the focus when the page is shown."""
        raise NotImplementedError

    def tell(self, heading: str, lead: str) -> None:
        """Give the page another heading and lead: its next step."""
        self._heading.setText(heading)
        self._lead.setText(lead)
        self.setAccessibleName(heading)

    def add(self, part: QWidget) -> None:
        """Put a part below the others."""
        self._column.addWidget(part)

    def add_actions(self, main: QPushButton, others: Sequence[QWidget] = ()) -> None:
        """Put the page's notice, its main action and the quiet ways on at the foot."""
        main.setProperty("main", "true")
        main.setAutoDefault(True)
        self.add(self.notice)
        self.add(main)
        self._column.addLayout(self._links)
        for other in others:
            self._links.addWidget(other)
        self._links.addStretch(1)

    def add_below(self, way: QWidget) -> None:
        """Put one more quiet way on below the others, where they fill the line."""
        self._column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)

    def say_error(self, error: PlanError) -> None:
        """Show what a person can act on, in the page's one place for it."""
        self.notice.say_error(error)
        self._later.start()

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll so far that the whole of a part is seen; its top, if it is too high."""
        top = part.mapTo(self._middle, QPoint(0, 0)).y()
        for edge in (top + part.height(), top):
            self._scroll.ensureVisible(0, edge, 0, self.theme.pixels(12))

    def focus_on(self, field: QWidget) -> None:
        """Give a field the focus and bring it into view."""
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        super().showEvent(event)
        if not event.spontaneous():
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.verticalScrollBar().setValue(0)
            self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card inside the window."""
        super().resizeEvent(event)
        self._fit()

    def _look_where_it_matters(self) -> None:
        """Once everything has its size, show what is said and, before that, the focus."""
        if self.notice.isVisible():
            self.bring_into_view(self.notice)
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.bring_into_view(focused)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now) and not pressed_now():
            self._later.start()

    def _make_scroll(self) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._middle)  # while empty: it asks how large all in it wants to be
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        row = QHBoxLayout(self._middle)
        row.addStretch(1)
        row.addWidget(self._card, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._across = row
        return scroll

    def _dress(self) -> None:
        step = self.theme.pixels(4)
        self._column.setContentsMargins(6 * step, 6 * step, 6 * step, 6 * step)
        self._column.setSpacing(4 * step)
        self._links.setSpacing(4 * step)
        self._across.setContentsMargins(_BESIDE, _BESIDE, _BESIDE, _BESIDE)
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setWeight(QFont.Weight.DemiBold)
        self._heading.setFont(font)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * _BESIDE - self._scroll.verticalScrollBar().sizeHint().width()
        self._card.setFixedWidth(max(1, min(self.theme.pixels(self._card_width), room)))


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - no widget can be made before it
    return application
