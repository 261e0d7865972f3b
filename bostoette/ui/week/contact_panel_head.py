"""The panel's head: whom the contact is with, its form as a chip, when it is, where it stands."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bostoette.models.contact_form import ContactForm
from bostoette.ui import icons
from bostoette.ui.form_look import FormLook, look_of
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet


class FormChip(QFrame):
    """A form told three ways: icon, word and colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look: FormLook = look_of(None)
        self._picture = QLabel(self)
        self._word = QLabel(self)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(4)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._word)
        self.setObjectName("formChip")
        theme.changed.connect(self._dress)
        self._dress()

    def show_form(self, form: ContactForm | None, word: str = "") -> None:
        """Show a form, or other time with its own word."""
        self._look = look_of(form)
        self._word.setText(word or (form.short_name.capitalize() if form else ""))
        self.setAccessibleName(form.full_name if form else word)
        self._dress()

    def _dress(self) -> None:
        tokens, look = self._theme.tokens, self._look
        side, edge = self._theme.pixels(14), self._theme.pixels(8)
        self._picture.setPixmap(
            icons.pixmap(look.icon, look.ink_of(tokens), side, self.devicePixelRatioF())
        )
        self._row.setContentsMargins(edge, 2, edge, 2)
        self.setStyleSheet(
            f"QFrame#formChip {{ background: {look.tint_of(tokens)}; border: none;"
            f" border-radius: {self._theme.pixels(8)}px; }}"
            f"QFrame#formChip QLabel {{ color: {look.ink_of(tokens)}; font-weight: 600; }}"
        )


class PanelHead(QWidget):
    """Name, chip, line and status."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = Words(parent=self)
        self.name.setObjectName("pageTitle")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.chip = FormChip(theme, self)
        self.line = quiet("", self)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.status = Words(parent=self)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.to_tell = Words(parent=self)
        self.to_tell.setTextFormat(Qt.TextFormat.PlainText)
        self.halted = Words(parent=self)
        self.halted.setTextFormat(Qt.TextFormat.PlainText)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addWidget(self.name, 1)
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._top.addWidget(self.chip, 0, corner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.pixels(4))
        column.addLayout(self._top)
        for label in (self.line, self.status, self.to_tell, self.halted):
            column.addWidget(label)
        theme.changed.connect(self._dress)
        self._dress()

    def show_words(
        self, name: str, line: str, status: str = "", to_tell: str = "", halted: str = ""
    ) -> None:
        """Show the words; empty ones take no room."""
        self.name.setText(name)
        self.line.setText(line)
        said = (self.status, status), (self.to_tell, to_tell), (self.halted, halted)
        for label, words in said:
            label.setText(words)
            label.setVisible(bool(words))

    def event(self, event: QEvent) -> bool:
        """Let the chip stand below a name that needs the whole line."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        width = self.name.fontMetrics().horizontalAdvance
        widest = max((width(word) for word in self.name.text().split()), default=0)
        needed = widest + self._top.spacing() + self.chip.sizeHint().width()
        below = needed > self.width() and not self.chip.isHidden()
        way = QBoxLayout.Direction
        self._top.setDirection(way.TopToBottom if below else way.LeftToRight)

    def _dress(self) -> None:
        tokens, corner = self._theme.tokens, self._theme.pixels(8)
        around = f"border-radius: {corner}px; padding: {self._theme.pixels(4)}px {corner}px;"
        self.status.setStyleSheet(
            f"background: {tokens.other_tint}; color: {tokens.ink}; font-weight: 600; {around}"
        )
        for label in (self.to_tell, self.halted):
            label.setStyleSheet(
                f"background: {tokens.warn_tint}; color: {tokens.warn}; font-weight: 600; {around}"
            )
