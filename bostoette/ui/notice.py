"""A notice says what is wrong, in the colour, with a sign and in words, and says it aloud."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton, QWidget

from bostoette.models.plan_error import PlanError
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words

_ICON = 18


class Notice(QFrame):
    """Hidden until something is said; a boxed one is the page's, a plain one a field's."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, boxed: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theme = theme
        self._boxed = boxed
        self._sign = QLabel(self)
        self._words = _wrapping(self)
        self._details = _wrapping(self)
        self._more = QToolButton(self)
        self._more.setText("Detaljer")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._details.setVisible)
        self._lay_out()
        theme.changed.connect(self._dress)
        self.clear()

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.text()

    def say(self, sentence: str, details: str = "") -> None:
        """Show a sentence, with details to unfold, and say it to screen readers."""
        self._words.setText(sentence)
        self._details.setText(details)
        self._more.setChecked(False)
        self._details.hide()
        self._more.setVisible(bool(details))
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

    def _lay_out(self) -> None:
        rows = QGridLayout(self)
        rows.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        rows.addWidget(self._sign, 0, 0, top)
        rows.addWidget(self._words, 0, 1)
        rows.addWidget(self._more, 1, 1, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._details, 2, 1)
        self._rows = rows

    def _dress(self) -> None:
        """Wear the theme; a notice that says nothing is not seen and draws nothing."""
        if not self.words:
            return
        from bostoette.ui import icons  # the unlock page has nothing to draw until it must warn

        tokens = self._theme.tokens
        gap = self._theme.pixels(8)
        self._rows.setHorizontalSpacing(gap)
        edge = gap if self._boxed else 0
        self._rows.setContentsMargins(edge, edge, edge, edge)
        size = self._theme.pixels(_ICON)
        self._sign.setPixmap(icons.pixmap("warning", tokens.stop, size, self.devicePixelRatioF()))
        ground = tokens.stop_tint if self._boxed else "transparent"
        words = tokens.ink if self._boxed else tokens.stop
        self.setStyleSheet(
            f"QFrame#notice {{ background: {ground}; border: none; border-radius: {gap}px; }}"
            f"QFrame#notice QLabel {{ color: {words}; }}"
        )


def _wrapping(parent: QWidget) -> Words:
    label = Words(parent=parent)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
