"""The four forms side by side, and the lengths of the others below them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.services.sheet_page import SheetPage
from bostoette.ui.conditions.following_scroll import FollowingScroll
from bostoette.ui.conditions.form_name import FormName
from bostoette.ui.conditions.form_sheet_card import FormSheetCard, lengths_words
from bostoette.ui.in_columns import put_in_columns
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

OTHERS = tuple(form for form in ContactForm if form not in CORE_FORMS)
_NARROW = 300
"""Width of a card at 100 % text, below which fewer stand in a row."""
_STEPS = (4, 2, 1)


class FormsView(FollowingScroll):
    """What the page opens with."""

    correction_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        inside = QWidget()
        super().__init__(inside, parent)
        self._theme = theme
        self._columns = 0
        self.setAccessibleName("Formerne")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.pixels(4), theme.pixels(16))
        column.setSpacing(theme.pixels(12))
        self.cards = {form: FormSheetCard(theme, form, inside) for form in CORE_FORMS}
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.pixels(12))
        column.addLayout(self._grid)
        self.lengths = {form: quiet("", inside) for form in OTHERS}
        self.buttons = {form: self._button(form, inside) for form in OTHERS}
        column.addWidget(self._others(inside))
        column.addStretch(1)
        for card in self.cards.values():
            card.correction_asked.connect(self.correction_asked)
        self._place(2)

    def show_sheet(self, page: SheetPage) -> None:
        """Show the sheet in force."""
        for card in self.cards.values():
            card.show_sheet(page)
        for form, words in self.lengths.items():
            lengths = page.practice.conditions.lengths[form]
            words.setText(lengths_words(lengths, page.delivered.conditions.lengths[form]))
            self.buttons[form].setVisible(page.right.may)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many cards in a row as have room."""
        super().resizeEvent(event)
        room = self.viewport().width() // self._theme.pixels(_NARROW)
        self._place(next(step for step in _STEPS if step <= max(room, 1)))

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        put_in_columns(self._grid, self.cards.values(), columns)

    def _button(self, form: ContactForm, parent: QWidget) -> QPushButton:
        button = QPushButton("Ret", parent)
        button.setAutoDefault(False)
        button.setAccessibleName(f"Ret længden for {form.short_name}")
        button.clicked.connect(lambda: self.correction_asked.emit(form))
        return button

    def _others(self, parent: QWidget) -> QFrame:
        frame = QFrame(parent)
        frame.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        frame.setAccessibleName("Længden af andre kontakter")
        grid = QGridLayout(frame)
        edge = self._theme.pixels(14)
        grid.setContentsMargins(edge, edge, edge, edge)
        grid.setHorizontalSpacing(self._theme.pixels(12))
        grid.setColumnStretch(1, 1)
        heading = Words("Længden af andre kontakter", frame)
        heading.setProperty("heading", "true")
        grid.addWidget(heading, 0, 0, 1, 3)
        for row, form in enumerate(OTHERS, start=1):
            grid.addWidget(FormName(self._theme, form, frame), row, 0)
            grid.addWidget(self.lengths[form], row, 1)
            grid.addWidget(self.buttons[form], row, 2)
        return frame
