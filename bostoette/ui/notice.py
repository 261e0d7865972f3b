"""A notice says what is wrong, in the colour, with a sign and in words, and says it aloud."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.ui.theme import Theme

if TYPE_CHECKING:
    from bostoette.ui.notice_parts import NoticeParts

_ICON = 18


class Notice(QFrame):
    """Hidden until something is said; a boxed one is the page's, a plain one a field's.

    Its parts are made when it first has something to say: most mornings that is never, and the
    unlock page does not wait for them.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, boxed: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme = theme
        self._boxed = boxed
        self._parts: NoticeParts | None = None
        self.hide()

    @property
    def words(self) -> str:
        """What is said now."""
        return "" if self._parts is None else self._parts.words.text()

    def say(self, sentence: str, details: str = "") -> None:
        """Show a sentence, with details to unfold, and say it to screen readers."""
        if self._parts is None:
            if not sentence:
                return
            from bostoette.ui.notice_parts import NoticeParts

            self._parts = NoticeParts(self)
            self._theme.changed.connect(self._dress)
        self._parts.say(sentence, details)
        self._dress()
        self.setVisible(bool(sentence))
        if sentence:
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def say_error(self, error: PlanError) -> None:
        """Show what a person can act on."""
        self.say(error.sentence, error.details)

    def clear(self) -> None:
        """Say nothing any more."""
        self.say("")

    def _dress(self) -> None:
        """Wear the theme; a notice that says nothing is not seen and draws nothing."""
        if self._parts is None or not self.words:
            return
        from bostoette.ui import icons  # nothing is drawn until it must warn

        tokens = self._theme.tokens
        gap = self._theme.pixels(8)
        self._parts.rows.setHorizontalSpacing(gap)
        edge = gap if self._boxed else 0
        self._parts.rows.setContentsMargins(edge, edge, edge, edge)
        size = self._theme.pixels(_ICON)
        self._parts.sign.setPixmap(
            icons.pixmap("warning", tokens.stop, size, self.devicePixelRatioF())
        )
        ground = tokens.stop_tint if self._boxed else "transparent"
        words = tokens.ink if self._boxed else tokens.stop
        self.setStyleSheet(
            f"QFrame#notice {{ background: {ground}; border: none; border-radius: {gap}px; }}"
            f"QFrame#notice QLabel {{ color: {words}; }}"
        )
