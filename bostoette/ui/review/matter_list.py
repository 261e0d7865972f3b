"""What is to be looked at in one worker's week, as a list: what, and what would take it away."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from bostoette.models.review import Matter, ReviewLine
from bostoette.models.wording import short_day
from bostoette.ui import icons
from bostoette.ui.review.review_words import KIND_ICONS, KIND_WORDS
from bostoette.ui.theme import Theme

_EDGES = 8
"""What the style takes beside an item's words."""


class MatterList(QListWidget):
    """One Tab stop; Enter shows the contact a matter is about in its week."""

    opened = Signal(object)
    """The Matter whose contact is to be shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._matters: tuple[Matter, ...] = ()
        self.setObjectName("matters")
        self.setAccessibleName("At se på")
        self.setAccessibleDescription("Enter viser kontakten i ugen")
        self.setWordWrap(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(lambda _item: self._open())
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def matter(self) -> Matter | None:
        """The matter that is chosen."""
        row = self.currentRow()
        return self._matters[row] if 0 <= row < len(self._matters) else None

    def show_line(self, line: ReviewLine) -> None:
        """Show what is to be looked at in a week."""
        matters = together(line.matters)
        if matters != self._matters:
            self._show(matters)

    def resizeEvent(self, event: object) -> None:
        """Take the height that the words need at this width."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt hands over its own event
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Fold to whatever width there is."""
        return QSize(self._theme.pixels(120), self._theme.pixels(40))

    def _show(self, matters: tuple[Matter, ...]) -> None:
        row = max(self.currentRow(), 0)
        self._matters = matters
        self.clear()
        before: Matter | None = None
        for matter in matters:
            self.addItem(self._item(matter, before))
            before = matter
        self.setCurrentRow(min(row, self.count() - 1))
        self._fit()

    def _item(self, matter: Matter, before: Matter | None) -> QListWidgetItem:
        """Say a matter; what the same rule said just above it is not said again."""
        kind = KIND_WORDS[matter.kind]
        head = " · ".join(
            part
            for part in (kind, short_day(matter.day) if matter.day else "", matter.rule)
            if part
        )
        lines = [head, matter.text, *([f"→ {matter.lift}"] if matter.lift else [])]
        alike = before is not None and (before.kind, before.rule) == (matter.kind, matter.rule)
        shown = [matter.text] if alike and before and before.lift == matter.lift else lines
        tokens = self._theme.tokens
        icon = icons.icon(KIND_ICONS[matter.kind], tokens.warn, self._theme.pixels(16))
        item = QListWidgetItem(icon, "\n".join(shown))
        spoken = ". ".join(part.rstrip(".") for part in lines)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item

    def _open(self) -> None:
        matter = self.matter
        if matter is not None and matter.contacts:
            self.opened.emit(matter)

    def _dress(self) -> None:
        self.setStyleSheet("QListWidget#matters { border: none; border-radius: 0; }")
        self._show(self._matters)

    def _fit(self) -> None:
        """Give every row the height of its words, and the list that of its rows."""
        icon, beside = self._theme.pixels(16), self._theme.pixels(16) + _EDGES
        self.setIconSize(QSize(icon, icon))
        room = QRect(0, 0, max(1, self.viewport().width() - icon - 2 * beside), 1 << 16)
        total = 0
        for row in range(self.count()):
            item = self.item(row)
            words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            high = words.height() + self._theme.pixels(12)
            item.setSizeHint(QSize(1, high))
            total += high
        self.setFixedHeight(total + self._theme.pixels(8))


def together(matters: tuple[Matter, ...]) -> tuple[Matter, ...]:
    """Put what one rule says together, the rules in the order they first come."""
    first: dict[tuple[str, str], int] = {}
    for place, one in enumerate(matters):
        first.setdefault((one.kind, one.rule), place)
    return tuple(sorted(matters, key=lambda one: first[one.kind, one.rule]))
