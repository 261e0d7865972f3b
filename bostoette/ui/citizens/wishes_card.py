"""What a citizen wishes per form, who asked when, and the way to ask again (P04)."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.remote_contact import FormWishes
from bostoette.ui.citizens.citizen_facts import NOT_ASKED, brief_day
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

TITLE = "Ønsker"


class WishesCard(QFrame):
    """Each form with its answer; a button offers the four answers."""

    asked = Signal(object, object)
    """A ContactForm, and the FormWish that was answered."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("card", True)  # noqa: FBT003 - Qt's signature
        self.setAccessibleName(TITLE)
        title = QLabel(TITLE, self)
        title.setProperty("heading", True)  # noqa: FBT003 - Qt's signature
        self.rows = {form: _Row(form, self) for form in CORE_FORMS}
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(theme.pixels(8))
        for place, row in enumerate(self.rows.values()):
            grid.addWidget(row.wish, 3 * place, 0)
            grid.addWidget(row.when, 3 * place + 1, 0)
            grid.addWidget(row.ask, 3 * place, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
            grid.setRowMinimumHeight(3 * place + 2, theme.pixels(8))
            for wish, action in row.answers.items():
                action.triggered.connect(partial(self._answer, row.form, wish))
        edge = theme.pixels(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, theme.pixels(12), edge, theme.pixels(8))
        column.setSpacing(theme.pixels(8))
        column.addWidget(title)
        column.addLayout(grid)

    def show_wishes(self, wishes: tuple[FormWishes, ...], today: date) -> None:
        """Show the answers; those that are to be asked about again stand out in words."""
        for one in wishes:
            due = one.is_due(today)
            row = self.rows[one.form]
            row.show_wish(one, due=due)
            again = due and bool(one.answers)
            row.when.setStyleSheet(f"color: {self._theme.tokens.warn};" if again else "")

    def buttons(self) -> list[QAbstractButton]:
        """Return the buttons from top to bottom."""
        return [row.ask for row in self.rows.values()]

    def _answer(self, form: ContactForm, wish: FormWish, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's value
        self.asked.emit(form, wish)


class _Row:
    """One form: the wish, when it was asked, and the button with the answers."""

    def __init__(self, form: ContactForm, parent: QWidget) -> None:
        self.form = form
        self.wish = Words(parent=parent)
        self.when = quiet("", parent)
        self.ask = QPushButton("Spørg", parent)
        self.ask.setAutoDefault(True)  # Enter presses it, as Space does
        menu = QMenu(self.ask)
        menu.setAccessibleName(f"Hvad siger borgeren om {form.full_name}?")
        self.answers = {wish: menu.addAction(wish.danish) for wish in FormWish}
        self.before = menu.addAction("")
        """What was answered before: seen with the answers, by mouse as by keyboard."""
        self.before.setEnabled(False)
        self.ask.setMenu(menu)

    def show_wish(self, shown: FormWishes, *, due: bool) -> None:
        """Show an answer, and what was answered before."""
        name = self.form.short_name.capitalize()
        self.wish.setText(f"{name}: {shown.wish.danish.lower()}" if shown.answers else name)
        self.when.setText(_when(shown, due=due))
        words = "Spørg igen" if shown.answers else "Spørg"
        self.ask.setText(words)
        self.ask.setAccessibleName(f"{words} om {self.form.full_name}")
        before = [
            f"{brief_day(one.asked_on)}: {one.wish.danish.lower()}"
            f"{f' ({one.asked_by})' if one.asked_by else ''}"
            for one in shown.answers[1:]
        ]
        self.when.setToolTip("\n".join(["Før:", *before]) if before else "")
        said = f"Før: {'; '.join(before)}" if before else ""
        self.before.setText(said)
        self.before.setVisible(bool(before))
        self.ask.setAccessibleDescription(said)


def _when(shown: FormWishes, *, due: bool) -> str:
    if not shown.answers:
        return NOT_ASKED
    latest = shown.answers[0]
    said = f"Spurgt {brief_day(latest.asked_on)}"
    if latest.asked_by:
        said += f" af {latest.asked_by}"
    return f"{said} · tid til at spørge igen" if due else said
