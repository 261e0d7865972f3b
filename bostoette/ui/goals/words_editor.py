"""A form of one line: a wish in the citizen's words, an aim, or a reason of one's own."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.form_rows import FormRows
from bostoette.ui.theme import Theme

_SIZE = (520, 180)


class WordsEditor(FormDialog):
    """Asks for the line and gives it to ``save``."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        label: str,
        save: Callable[[str], object],
        *,
        known: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, _SIZE, parent)
        form = QWidget(self)
        self.words = QLineEdit(known, form)
        self.words.setAccessibleName(label)
        self.words.setPlaceholderText(hint)
        rows = FormRows(theme, form)
        rows.row((label, self.words))
        rows.addStretch(1)
        self.hold(form, lambda: save(self.words.text()))
        self.begin()
        self.words.setFocus()
