"""A field for a passphrase: hidden until the person asks to see it, and watchful of Caps Lock."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from bostoette.ui.entry.word_button import word_button
from bostoette.ui.theme import Theme
from bostoette.ui.unread import leave_unread

_LONGEST = 1000
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class PassphraseField(QWidget):
    """The field, a button that shows what is typed, and a word about Caps Lock."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.edit = QLineEdit(self)
        self.edit.setMaxLength(_LONGEST)
        leave_unread(self.edit)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.edit.installEventFilter(self)
        self.show_button = word_button("Vis", self)
        self.show_button.setCheckable(True)
        self.show_button.setAutoDefault(True)
        self.show_button.setAccessibleName("Vis adgangssætningen")
        self.show_button.toggled.connect(self.show_text)
        self.caps_lock = QLabel("Caps Lock er slået til.", self)
        self.caps_lock.setProperty("heading", "true")
        self.caps_lock.hide()
        self.setFocusProxy(self.edit)
        self._lay_out()

    @property
    def text(self) -> str:
        """The passphrase as typed."""
        return self.edit.text()

    def show_text(self, shown: bool) -> None:  # noqa: FBT001 - a slot of the button's signal
        """Show or hide what is typed."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self.show_button.setText("Skjul" if shown else "Vis")
        name = "Skjul adgangssætningen" if shown else "Vis adgangssætningen"
        self.show_button.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Caps Lock by a letter's case, since no system tells it to all programs alike."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_CapsLock:
                self.caps_lock.hide()
            elif len(event.text()) == 1 and event.text().isalpha():
                shifted = bool(event.modifiers() & _SHIFT)
                self.caps_lock.setVisible(event.text().isupper() is not shifted)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._theme.pixels(8))
        row.addWidget(self.edit, 1)
        row.addWidget(self.show_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.pixels(4))
        column.addLayout(row)
        column.addWidget(self.caps_lock)
