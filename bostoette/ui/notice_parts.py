"""What a notice is made of, once it has something to say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from bostoette.ui.words import Words


class NoticeParts:
    """What a notice shows: the sign, the sentence, and details to unfold."""

    def __init__(self, notice: QWidget) -> None:
        self.sign = QLabel(notice)
        self.words = _wrapping(notice)
        self.details = _wrapping(notice)
        self.more = QToolButton(notice)
        self.more.setText("Detaljer")
        self.more.setCheckable(True)
        self.more.toggled.connect(self.details.setVisible)
        self.rows = QGridLayout(notice)
        self.rows.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        self.rows.addWidget(self.sign, 0, 0, top)
        self.rows.addWidget(self.words, 0, 1)
        self.rows.addWidget(self.more, 1, 1, Qt.AlignmentFlag.AlignLeft)
        self.rows.addWidget(self.details, 2, 1)

    def say(self, sentence: str, details: str) -> None:
        """Take the words; the details are folded again."""
        self.words.setText(sentence)
        self.details.setText(details)
        self.more.setChecked(False)
        self.details.hide()
        self.more.setVisible(bool(details))


def _wrapping(parent: QWidget) -> Words:
    label = Words(parent=parent)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
