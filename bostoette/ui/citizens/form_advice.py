"""The four forms for the purpose chosen: how each fits, in words, with one reason."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.advice import Advice, FormAdvice, Outcome
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.wording import capital
from bostoette.services.lists import Choice
from bostoette.ui import icons
from bostoette.ui.form_look import look_of
from bostoette.ui.in_columns import put_in_columns
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_IN_A_ROW = 520
_INKS = {
    Outcome.BEST: "accent",
    Outcome.ACCEPTED: "ink",
    Outcome.WARNED: "warn",
    Outcome.EXCLUDED: "stop",
}


class FormAdviceCard(QFrame):
    """One form: icon, name, how it fits, and why."""

    def __init__(self, theme: Theme, form: ContactForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._form = form
        self._outcome = Outcome.ACCEPTED
        self.setObjectName("formAdvice")
        self._icon = QLabel(self)
        self._name = Words(capital(form.short_name), self)
        self.chip = QLabel(self)
        self.reason = Words(parent=self)
        top = QHBoxLayout()
        top.setSpacing(theme.pixels(6))
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._name, 1, Qt.AlignmentFlag.AlignTop)
        edge = theme.pixels(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.pixels(4))
        column.addLayout(top)
        column.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.reason)
        column.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()

    def show_advice(self, advice: FormAdvice, good_for: Sequence[str] = ()) -> None:
        """Show how the form fits, and what the team says it is good for (P09)."""
        if advice.outcome is not self._outcome:
            self._outcome = advice.outcome
            self._dress_chip()
        self.chip.setText(advice.word)
        said = reason_of(advice, good_for)
        self.reason.setText(said)
        every = [f"{one.text} {one.lift}".strip() for one in (*advice.reasons, *advice.cleared)]
        every += [one.text for one in advice.hints]
        if advice.outcome is not Outcome.EXCLUDED:
            every += [f"God til: {one}" for one in good_for]
        self.setToolTip("\n".join(every))
        self.setAccessibleName(f"{capital(self._form.short_name)}: {advice.word}")
        self.setAccessibleDescription(" ".join(every) or said)

    def _dress(self) -> None:
        tokens, look = self._theme.tokens, look_of(self._form)
        size = self._theme.pixels(18)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(look.icon, look.ink_of(tokens), size, ratio))
        self._icon.setFixedSize(QSize(size, size))
        self._name.setStyleSheet(f"color: {look.ink_of(tokens)}; font-weight: 600;")
        self._dress_chip()
        self.setStyleSheet(
            f"QFrame#formAdvice {{ background: {look.tint_of(tokens)};"
            f"border-radius: {self._theme.pixels(12)}px; }}"
        )

    def _dress_chip(self) -> None:
        tokens, corner = self._theme.tokens, self._theme.pixels(8)
        ink = getattr(tokens, _INKS[self._outcome])
        self.chip.setStyleSheet(
            f"background: {tokens.surface}; color: {ink};"
            f"border-radius: {corner}px; padding: 2px {corner}px; font-weight: 600;"
        )


class FormAdviceRow(QWidget):
    """The cards, and the purpose they are about; the worker decides."""

    purpose_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._purposes: tuple[Choice, ...] = ()
        self._columns = 0
        self.setAccessibleName("Hvilken form passer?")
        self.purpose = QPushButton(self)
        self._menu = QMenu(self)
        self.purpose.setMenu(self._menu)
        self.note = quiet("", self)
        self.cards = {form: FormAdviceCard(theme, form, self) for form in CORE_FORMS}
        top = QHBoxLayout()
        top.addWidget(quiet("Hvilken form passer til", self), 1)
        top.addWidget(self.purpose)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.pixels(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.pixels(6))
        column.addLayout(top)
        column.addWidget(self.note)
        column.addLayout(self._grid)
        self._place(len(CORE_FORMS))

    def offer(self, purposes: tuple[Choice, ...]) -> None:
        """Offer these purposes."""
        self._purposes = purposes
        self._menu.clear()
        for one in purposes:
            action = self._menu.addAction(one.title)
            action.triggered.connect(
                lambda _checked=False, key=str(one.id): self.purpose_chosen.emit(key)
            )

    def show_advice(
        self,
        advice: Advice,
        purpose_id: str,
        good_for: Mapping[ContactForm, Sequence[str]] | None = None,
    ) -> None:
        """Show the advice about a purpose, and what the team says each form is good for."""
        title = next((one.title for one in self._purposes if one.id == purpose_id), "")
        self.purpose.setText(title or "Vælg formål")
        self.purpose.setAccessibleName(f"Formål: {title}")
        self.note.setText(note_of(advice))
        self.note.setVisible(bool(self.note.text()))
        for form, card in self.cards.items():
            found = advice.of(form)
            card.setVisible(found is not None)
            if found is not None:
                card.show_advice(found, (good_for or {}).get(form, ()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put four cards in a row, or two where there is less room."""
        super().resizeEvent(event)
        self._place(4 if self.width() >= self._theme.pixels(_IN_A_ROW) else 2)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        put_in_columns(self._grid, self.cards.values(), columns)


def reason_of(advice: FormAdvice, good_for: Sequence[str] = ()) -> str:
    """Return the one reason a card has room for: what speaks against it, or what it is good for."""
    if advice.reasons:
        return advice.reasons[0].text
    if advice.hints:
        return advice.hints[0].text
    said = {
        Outcome.BEST: "Passer bedst til formålet.",
        Outcome.ACCEPTED: "Intet taler imod.",
    }.get(advice.outcome, "")
    return f"{said} God til: {good_for[0].rstrip('.')}." if said and good_for else said


def note_of(advice: Advice) -> str:
    """Say what to ask first, or that nothing is left; empty where the cards say it all."""
    if not advice.known:
        asked = advice.questions[0].text if advice.questions else ""
        return f"{advice.headline}. {asked}".strip()
    return "" if advice.best else advice.headline
