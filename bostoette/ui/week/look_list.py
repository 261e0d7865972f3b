"""The list behind "n ting at se på": each sentence, the contact it is about, and why it is said."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bostoette.models.practice_rules import PracticeRules
from bostoette.models.wording import short_day
from bostoette.planning.week_sentence import WeekSentence
from bostoette.ui.rule_words import rule_html
from bostoette.ui.theme import Theme

SCREEN_SHARE = 0.9


class LookList(QDialog):
    """Lists the sentences; choosing one shows its contact behind, Enter goes there."""

    shown = Signal(object)
    """Show the contact that this WeekSentence is about; the list stays."""

    def __init__(
        self, theme: Theme, said: tuple[WeekSentence, ...], rules: PracticeRules, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._behind = parent
        self._said = said
        self._rules = rules
        self.setWindowTitle("Se på")
        self.list = QListWidget(self)
        self.why = QToolButton(self)
        self._reason = QLabel(self)
        self._lay_out()
        for sentence in said:
            self.list.addItem(_item(sentence))
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.why.toggled.connect(self._unfold)
        self.list.setCurrentRow(0)

    @property
    def reason(self) -> str:
        """What is said of the rule behind the chosen sentence; empty while it is folded."""
        return self._reason.text() if self.why.isChecked() else ""

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room the text asks for, below the button that opened it."""
        if not event.spontaneous():
            room = self._behind.window().size() * SCREEN_SHARE
            wanted = QSize(self._theme.pixels(520), self._theme.pixels(520))
            self.resize(wanted.boundedTo(room))
            window = self._behind.window()
            corner = window.mapToGlobal(QPoint(window.width(), 0))
            self.move(corner - QPoint(self.width() + 24, -self._theme.pixels(96)))
            self.list.setFocus(Qt.FocusReason.PopupFocusReason)
        super().showEvent(event)

    def _choose(self, row: int) -> None:
        if row < 0:
            return
        sentence = self._said[row]
        rule = self._rules.rules.get(sentence.rule)
        self.why.setEnabled(rule is not None)
        self.why.setText(f"Hvorfor? ({rule.id})" if rule else "Hvorfor? Ingen regel, bare omtanke")
        self._reason.setText(rule_html(rule) if rule else "")
        self._unfold(self.why.isChecked())
        self.shown.emit(sentence)

    def _unfold(self, unfolded: bool) -> None:  # noqa: FBT001 – meant for toggled(bool)
        arrow = Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow
        self.why.setArrowType(arrow)
        self._reason.setVisible(unfolded and bool(self._reason.text()))

    def _lay_out(self) -> None:
        count = len(self._said)
        said = "1 ting at se på" if count == 1 else f"{count} ting at se på"
        head = QLabel(f"{said}. Intet er forbudt; du bestemmer.", self)
        head.setWordWrap(True)
        self.list.setAccessibleName(said)
        self.list.setAccessibleDescription("Enter går til kontakten, Esc lukker")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.why.setCheckable(True)
        self.why.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._reason.setWordWrap(True)
        self._reason.setTextFormat(Qt.TextFormat.RichText)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        buttons = QDialogButtonBox(self)
        go = QPushButton("Gå til kontakten", self)
        go.setProperty("main", True)  # noqa: FBT003 – Qt's signature
        go.setDefault(True)
        buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Luk", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.why)
        column.addWidget(self._reason)
        column.addWidget(buttons)


def _item(sentence: WeekSentence) -> QListWidgetItem:
    rule = f" · {sentence.rule}" if sentence.rule else ""
    lines = [f"{short_day(sentence.day)}{rule}", sentence.text]
    if sentence.lift:
        lines.append(f"→ {sentence.lift}")
    item = QListWidgetItem("\n".join(lines))
    spoken = " ".join(filter(None, (short_day(sentence.day), sentence.text, sentence.lift)))
    rule = f" Regel {sentence.rule}." if sentence.rule else ""
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{spoken}{rule}")
    return item
