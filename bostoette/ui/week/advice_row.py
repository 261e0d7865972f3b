"""One form in the advice: its word as a chip, and behind a fold all that is said of it."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bostoette.models.advice import FormAdvice, Outcome
from bostoette.models.contact_form import ContactForm
from bostoette.models.practice_rules import PracticeRules
from bostoette.ui import icons
from bostoette.ui.emptied import emptied
from bostoette.ui.form_look import look_of
from bostoette.ui.rule_words import rules_html
from bostoette.ui.theme import Theme
from bostoette.ui.words import Words, quiet

_CHIPS = {
    Outcome.BEST: ("accent", "accent_tint"),
    Outcome.ACCEPTED: ("ink", "other_tint"),
    Outcome.WARNED: ("warn", "warn_tint"),
    Outcome.EXCLUDED: ("stop", "stop_tint"),
}
_FITTING = {
    Outcome.BEST: "Passer bedst til formålet.",
    Outcome.ACCEPTED: "Intet taler imod.",
}


class AdviceHead(QPushButton):
    """The line that folds: icon, form, and how it fits."""

    def __init__(
        self, theme: Theme, form: ContactForm, parent: QWidget | None = None, title: str = ""
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._form = form
        self._title = title or form.short_name.capitalize()
        self._advice: FormAdvice | None = None
        self.setObjectName("adviceHead")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self._arrow = QLabel(self)
        self._icon = QLabel(self)
        self._name = QLabel(self._title, self)
        self.chip = QLabel(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._left = left = QHBoxLayout()
        for widget in (self._arrow, self._icon, self._name):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            left.addWidget(widget)
        left.addStretch(1)
        self.chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row.addLayout(left, 1)
        self._row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignRight)
        self.toggled.connect(self._dress)
        theme.changed.connect(self._dress)

    def show_advice(self, advice: FormAdvice) -> None:
        """Show how the form fits."""
        self._advice = advice
        self.chip.setText(advice.word)
        said = [self._title, advice.word.lower()]
        if advice.reasons:
            count = len(advice.reasons)
            said.append("1 grund" if count == 1 else f"{count} grunde")
        self.setAccessibleName(", ".join(said))
        self._dress()

    def sizeHint(self) -> QSize:
        """Be as large as what stands in the line."""
        inside = self._row.sizeHint()
        edge = 2 * self._theme.pixels(4)
        return QSize(inside.width() + edge, max(inside.height() + edge, self._theme.pixels(28)))

    def minimumSizeHint(self) -> QSize:
        """Be no narrower than the longer of the two parts below each other."""
        parts = self._name.sizeHint().width() + self._theme.pixels(48), self.chip.sizeHint().width()
        return QSize(max(parts), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chip below the form where the line is too narrow for both."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        edges = 4 * self._theme.pixels(4)
        needed = self._left.sizeHint().width() + self.chip.sizeHint().width() + edges
        beside = self.width() >= needed
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)
            self.updateGeometry()

    def _dress(self) -> None:
        if self._advice is None:
            return
        theme, tokens, look = self._theme, self._theme.tokens, look_of(self._form)
        size, ratio = theme.pixels(16), self.devicePixelRatioF()
        arrow = "chevron-down" if self.isChecked() else "chevron-right"
        for label, name, ink in (
            (self._arrow, arrow, tokens.muted),
            (self._icon, look.icon, look.ink_of(tokens)),
        ):
            label.setPixmap(icons.pixmap(name, ink, size, ratio))
            label.setFixedSize(QSize(size, size))
        ink, tint = (str(getattr(tokens, one)) for one in _CHIPS[self._advice.outcome])
        if self._advice.needs_reason:
            ink, tint = tokens.warn, tokens.warn_tint
        corner, edge = theme.pixels(8), theme.pixels(4)
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(edge)
        self.setStyleSheet(
            "QPushButton#adviceHead { background: transparent; border: 2px solid transparent;"
            f" border-radius: {corner}px; padding: 0; min-height: 0; }}"
            f"QPushButton#adviceHead:hover {{ background: {tokens.ground}; }}"
            f"QPushButton#adviceHead:focus {{ border-color: {tokens.focus}; }}"
            "QLabel { background: transparent; }"
        )
        self._name.setStyleSheet(f"color: {look.ink_of(tokens)}; font-weight: 600;")
        self.chip.setStyleSheet(
            f"background: {tint}; color: {ink}; border-radius: {corner}px;"
            f"padding: 2px {corner}px; font-weight: 600;"
        )
        self._turn()
        self.updateGeometry()


class AdviceRow(QWidget):
    """A form's line, and behind the fold its reasons, what would lift them, and hints.

    ``title`` stands in the form's place where the line is about one member of a group.
    """

    folded = Signal()
    """What can be reached by keys has changed."""

    def __init__(
        self, theme: Theme, form: ContactForm, parent: QWidget | None = None, title: str = ""
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.head = AdviceHead(theme, form, self, title)
        self._body = QWidget(self)
        self._lines = QVBoxLayout(self._body)
        self._why: list[QPushButton] = []
        self._advice: FormAdvice | None = None
        self._rules: PracticeRules | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._body)
        self._body.hide()
        self.head.toggled.connect(self._unfold)
        theme.changed.connect(self._fill)

    def show_advice(
        self,
        advice: FormAdvice,
        rules: PracticeRules,
        best: tuple[str, ...],
        good_for: str = "",
    ) -> None:
        """Show a form's advice; ``best`` are the rules that made it best, if it is.

        ``good_for`` is what the team says of the form, where it is told here.
        """
        said = (advice, rules, best, good_for)
        if said == (self._advice, self._rules, self._best_rules, self._good_for):
            return
        self._good_for = good_for
        self._advice, self._rules, self._best_rules = advice, rules, best
        self.head.show_advice(advice)
        self.head.setAccessibleDescription(" ".join(self.said))
        self._fill()

    _best_rules: tuple[str, ...] = ()
    _good_for = ""

    @property
    def said(self) -> list[str]:
        """All that stands behind the fold, a line each."""
        return [text for _icon, text, _rules in self._parts()]

    def stops(self) -> list[QWidget]:
        """Return what the keys reach, from top to bottom."""
        return [self.head, *(self._why if self.head.isChecked() else ())]

    def _unfold(self, unfolded: bool) -> None:  # noqa: FBT001 – meant for toggled(bool)
        self._body.setVisible(unfolded)
        self.folded.emit()

    def _parts(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Give icon, text and rules of each line."""
        advice = self._advice
        if advice is None:
            return
        if not advice.reasons and advice.outcome in _FITTING:
            yield "check", _FITTING[advice.outcome], self._best_rules
        for reason in advice.reasons:
            lift = f"\nHvad skal der til: {reason.lift}" if reason.lift else ""
            yield "warning", f"{reason.text}{lift}", reason.rules
        for reason in advice.cleared:
            yield "check", f"Taler ikke imod efter jeres grund: {reason.text}", reason.rules
        for hint in advice.hints:
            yield "check", hint.text, hint.rules
        if self._good_for:
            yield "check", self._good_for, ()

    def _fill(self) -> None:
        emptied(self._lines)
        self._why = []
        edge = self._theme.pixels(4)
        self._lines.setContentsMargins(self._theme.pixels(24), 0, edge, edge)
        self._lines.setSpacing(edge)
        for icon, text, rules in self._parts():
            self._add(icon, text, rules)
        self.folded.emit()

    def _add(self, icon: str, text: str, ids: tuple[str, ...]) -> None:
        tokens, size = self._theme.tokens, self._theme.pixels(16)
        line = QWidget(self._body)
        mark = QLabel(line)
        ink = tokens.warn if icon == "warning" else tokens.accent
        mark.setPixmap(icons.pixmap(icon, ink, size, self.devicePixelRatioF()))
        words = Words(text, line)
        words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.pixels(8))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self._lines.addWidget(line)
        if ids and self._rules is not None:
            self._add_why(ids, self._rules)

    def _add_why(self, ids: tuple[str, ...], rules: PracticeRules) -> None:
        """Put the rules' ids below a line; pressed, they say why and on what ground."""
        tokens, edge = self._theme.tokens, self._theme.pixels(4)
        named = ", ".join(ids)
        button = QPushButton(f"{named} · hvorfor?", self._body)
        button.setObjectName("why")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(f"Hvorfor, kilde og hvad der er antaget: {named}")
        button.setStyleSheet(
            "QPushButton#why { background: transparent; border: 2px solid transparent;"
            f" color: {tokens.muted}; text-align: left; padding: 0 {edge}px;"
            f" border-radius: {edge}px; min-height: {self._theme.pixels(20)}px; }}"
            f"QPushButton#why:hover {{ text-decoration: underline; }}"
            f"QPushButton#why:focus {{ border-color: {tokens.focus}; }}"
        )
        reason = quiet("", self._body)
        reason.setTextFormat(Qt.TextFormat.RichText)
        reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        reason.hide()

        def tell(unfolded: bool) -> None:  # noqa: FBT001 – meant for toggled(bool)
            reason.setText(rules_html(ids, rules) if unfolded else "")
            reason.setVisible(unfolded)

        button.toggled.connect(tell)
        self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.addWidget(reason)
        self._why.append(button)
