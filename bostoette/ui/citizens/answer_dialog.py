"""A short question with one choice and perhaps a few words: a risk colour, a decision, a reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from bostoette.ui.choice_box import ChoiceBox
from bostoette.ui.form_dialog import FormDialog
from bostoette.ui.form_rows import FormRows
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words

V = TypeVar("V")
_SIZE = (460, 300)


@dataclass(frozen=True, slots=True)
class Asked(Generic[V]):
    """What is asked: a title, a sentence, the choices with their words, and what is typed."""

    title: str
    said: str
    choice: str = ""
    """The label of the choice; no choice where there are no entries."""
    entries: Sequence[tuple[V, str]] = ()
    text: str = ""
    """The label of the words; none are asked for where it is empty."""
    save_words: str = "Gem"


class AnswerDialog(FormDialog, Generic[V]):
    """Asks, and gives choice and words to ``save``, which raises PlanError to keep it open."""

    def __init__(
        self,
        theme: Theme,
        asked: Asked[V],
        save: Callable[[V, str], object],
        chosen: V | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, asked.title, _SIZE, parent, save_words=asked.save_words)
        form = QWidget(self)
        self.choice = ChoiceBox[V](asked.choice, asked.entries, form)
        self.text = QLineEdit(form)
        self.text.setAccessibleName(asked.text)
        rows = FormRows(theme, form)
        rows.addWidget(Words(asked.said, form))
        if asked.entries:
            rows.row((asked.choice, self.choice.box))
        if asked.text:
            rows.row((asked.text, self.text))
        rows.addStretch(1)
        self.choice.box.setVisible(bool(asked.entries))
        self.text.setVisible(bool(asked.text))
        if chosen is not None:
            self.choice.choose(chosen)
        self.hold(form, lambda: save(self.choice.value, self.text.text()))
        self.begin()
