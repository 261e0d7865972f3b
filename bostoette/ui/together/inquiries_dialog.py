"""Whoever turned to us lately, so that a call without a citizen is found again (P75)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bostoette.models.inquiry_fields import ListedInquiry
from bostoette.ui.fitting_scroll import FittingScroll
from bostoette.ui.naming import Naming
from bostoette.ui.theme import Theme
from bostoette.ui.together.call_rows import CallRows
from bostoette.ui.words import quiet

_WIDTH, _HEIGHT = 620, 560
NOTHING = (
    "Ingen har henvendt sig endnu. Her kommer de opkald og henvendelser, du og dine kolleger "
    "noterer, også dem fra nogen, I ikke kender."
)


class InquiriesDialog(QDialog):
    """Lists them, the newest first; those about nobody of ours come with their next step."""

    note_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Henvendelser")
        self.count = quiet("", self)
        self.rows = CallRows(theme, self, dated=True)
        self.new = QPushButton("Notér henvendelse …", self)
        self.close_button = QPushButton("Luk", self)
        for button in (self.new, self.close_button):
            button.setAutoDefault(False)
        self.new.clicked.connect(self.note_asked)
        self.close_button.clicked.connect(self.accept)
        self._lay_out(theme)
        room = parent.window().size()
        width, height = theme.pixels(_WIDTH), theme.pixels(_HEIGHT)
        self.resize(min(width, room.width()), min(height, room.height()))

    def show_calls(self, calls: Sequence[ListedInquiry], naming: Naming) -> None:
        """Show them anew."""
        nobodys = sum(1 for one in calls if one.may_become_citizen)
        self.count.setText(_counted(nobodys) if calls else NOTHING)
        self.rows.show_calls(calls, naming)

    def _lay_out(self, theme: Theme) -> None:
        scroll = FittingScroll(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName("Henvendelser, de nyeste først")
        inside = QWidget(self)
        lines = QVBoxLayout(inside)
        lines.addWidget(self.rows)
        lines.addStretch(1)
        scroll.hold(inside)
        buttons = QHBoxLayout()
        buttons.addWidget(self.new)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.pixels(8))
        column.addWidget(self.count)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)


def _counted(nobodys: int) -> str:
    match nobodys:
        case 0:
            return "De nyeste først. Alle handler om en borger, I kender."
        case 1:
            return "De nyeste først. 1 handler ikke om en borger endnu."
        case _:
            return f"De nyeste først. {nobodys} handler ikke om en borger endnu."
