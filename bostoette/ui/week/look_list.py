"""The list behind "n ting at se på": each sentence, the contact it is about, and why it is said."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
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

from bostoette.models.mend import Mend
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.wording import short_day
from bostoette.planning.week_sentence import WeekSentence
from bostoette.ui.main_button import make_main
from bostoette.ui.roomy_items import RoomyItems
from bostoette.ui.rule_words import rule_html
from bostoette.ui.theme import Theme

SCREEN_SHARE = 0.9
MendFor = Callable[[WeekSentence], Mend | None]
"""Tells what would take a sentence away, if something simple does."""


class LookList(QDialog):
    """Lists the sentences; choosing one shows its contact behind, Enter goes there."""

    shown = Signal(object)
    """Show the contact that this WeekSentence is about; the list stays."""

    mend_asked = Signal(object)
    """Do this Mend; the list stays, and is shown anew by whoever did it."""
    undo_asked = Signal()
    """Take the latest mend back; the list stays."""

    def __init__(
        self,
        theme: Theme,
        said: tuple[WeekSentence, ...],
        rules: PracticeRules,
        parent: QWidget,
        mend_for: MendFor | None = None,
    ) -> None:
        super().__init__(parent)
        self._mend_for = mend_for
        self._mend: Mend | None = None
        self._mended = 0
        self._theme = theme
        self._behind = parent
        self._said = said
        self._rules = rules
        self.setWindowTitle("Se på")
        self.list = QListWidget(self)
        self.why = QToolButton(self)
        self._reason = QLabel(self)
        self._head = QLabel(self)
        self.mend = QPushButton(self)
        self._go = QPushButton("Gå til kontakten", self)
        self._lay_out()
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.why.toggled.connect(self._unfold)
        self.mend.clicked.connect(self._ask_mend)
        self.show_said(said)

    def show_said(self, said: tuple[WeekSentence, ...]) -> None:
        """Show what there is to look at now; the row stays where it was."""
        row = max(self.list.currentRow(), 0)
        self._said = said
        with QSignalBlocker(self.list):
            self.list.clear()
            for sentence in said:
                self.list.addItem(_item(sentence))
            self.list.setCurrentRow(-1)
        count = len(said)
        words = "1 ting at se på" if count == 1 else f"{count} ting at se på"
        self._head.setText(f"{words}. Intet er forbudt; du bestemmer.")
        self.list.setAccessibleName(words)
        self.list.setCurrentRow(min(row, count - 1))
        if not said:
            self._reason.clear()
            self.why.setEnabled(False)
            self.mend.hide()

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let what was just mended be undone while the list is open."""
        if event.matches(QKeySequence.StandardKey.Undo) and self._mended:
            self._mended -= 1
            self.undo_asked.emit()
            return
        super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        if row < 0:
            return
        sentence = self._said[row]
        rule = self._rules.rules.get(sentence.rule)
        self.why.setEnabled(rule is not None)
        self.why.setText(f"Hvorfor? ({rule.id})" if rule else "Hvorfor? Ingen regel, bare omtanke")
        self._reason.setText(rule_html(rule) if rule else "")
        self._unfold(self.why.isChecked())
        self._go.setEnabled(bool(sentence.contacts))
        self.shown.emit(sentence)
        self._offer(sentence)

    def _offer(self, sentence: WeekSentence) -> None:
        """Offer what would take the sentence away."""
        self._mend = self._mend_for(sentence) if self._mend_for is not None else None
        self.mend.setVisible(self._mend is not None)
        if self._mend is not None:
            self.mend.setText(self._mend.label)
            self.mend.setAccessibleName(f"Løs det: {self._mend.label}")

    def _ask_mend(self) -> None:
        if self._mend is not None:
            self._mended += 1
            self.mend_asked.emit(self._mend)

    def _unfold(self, unfolded: bool) -> None:  # noqa: FBT001 – meant for toggled(bool)
        arrow = Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow
        self.why.setArrowType(arrow)
        self._reason.setVisible(unfolded and bool(self._reason.text()))

    def _lay_out(self) -> None:
        self._head.setWordWrap(True)
        self.mend.setAutoDefault(False)
        self.mend.setToolTip("Ét skridt; Ctrl+Z fortryder det")
        self.list.setAccessibleDescription("Enter går til kontakten, Esc lukker")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setItemDelegate(RoomyItems(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.why.setCheckable(True)
        self.why.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._reason.setWordWrap(True)
        self._reason.setTextFormat(Qt.TextFormat.RichText)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        buttons = QDialogButtonBox(self)
        go = self._go
        make_main(go)
        buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Luk", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)
        column.addWidget(self.why)
        column.addWidget(self._reason)
        column.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
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
