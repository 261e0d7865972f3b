"""A field with its label above it, a hint, and what is wrong beside it."""

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from bostoette.ui.notice import Notice
from bostoette.ui.theme import Theme
from bostoette.ui.words import quiet


class Labelled(QWidget):
    """Label, field, hint and fault of one question, told together to screen readers."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        field: QWidget,
        *,
        edit: QLineEdit | None = None,
        hint: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._edit = edit or (field if isinstance(field, QLineEdit) else None)
        self._hint_words = hint
        self._label = QLabel(label, self)
        self._label.setProperty("heading", "true")
        self._label.setBuddy(self._edit or field)
        self._hint = quiet(hint, self)
        self._hint.setVisible(bool(hint))
        self.fault = Notice(theme, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._label, field, self._hint, self.fault):
            self._column.addWidget(part)
        if self._edit is not None:
            self._edit.setAccessibleName(label)
            self._edit.setAccessibleDescription(hint)
            self._edit.textEdited.connect(self.clear_fault)
        theme.changed.connect(self._dress)
        self._dress()

    def say_fault(self, sentence: str) -> bool:
        """Say what is wrong with the answer, or nothing; tell whether something is."""
        self.fault.say(sentence)
        if self._edit is not None:
            self._edit.setAccessibleDescription(sentence or self._hint_words)
            self._edit.setProperty("wrong", bool(sentence))
            self._edit.style().unpolish(self._edit)
            self._edit.style().polish(self._edit)
        return bool(sentence)

    def clear_fault(self) -> None:
        """Say nothing any more, as soon as the person corrects it."""
        if self.fault.words:
            self.say_fault("")

    def _dress(self) -> None:
        self._column.setSpacing(self._theme.pixels(4))
