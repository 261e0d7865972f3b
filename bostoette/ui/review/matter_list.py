"""What is to be looked at in one worker's week, as a list: what, and what would take it away."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from bostoette.models.key import Key
from bostoette.models.review import Matter, MatterKind, ReviewLine
from bostoette.models.review_wording import KIND_WORDS
from bostoette.models.wording import short_day
from bostoette.ui.review.matter_row import SAID, MatterRow, MatterSaid
from bostoette.ui.review.review_words import KIND_ICONS
from bostoette.ui.theme import Theme

_DEMANDS_REASON = "P01"
"""What is approved only with the leader's own reason, read right after what is new."""
_ORDER = (
    MatterKind.CHANGED,
    MatterKind.RED,
    MatterKind.REASON,
    MatterKind.RULE,
    MatterKind.NOTE,
)
"""What is new, then what weighs most: people before plans, and plans before paper."""


class MatterList(QListWidget):
    """One Tab stop; Enter shows what a matter is about: its contact in the week, or the citizen."""

    opened = Signal(object)
    """The Matter whose contact, or else whose citizen, is to be shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._matters: tuple[Matter, ...] = ()
        self._whose: Key | None = None
        self.setObjectName("matters")
        self.setAccessibleName("At se på")
        self.setAccessibleDescription("Enter viser kontakten i ugen, eller borgeren")
        self._row = MatterRow(theme, self)
        self.setItemDelegate(self._row)
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

    @property
    def about(self) -> Key | None:
        """The one contact that the chosen matter is about; None where it is of more or none."""
        matter = self.matter
        return matter.contacts[0] if matter is not None and len(matter.contacts) == 1 else None

    def show_line(self, line: ReviewLine) -> None:
        """Show what is to be looked at in a week."""
        matters = together(line.matters)
        if line.worker_id != self._whose:
            self._whose = line.worker_id
            self._show(matters, 0)
        elif matters != self._matters:
            self._show(matters, max(self.currentRow(), 0))

    def current_area(self) -> QRect:
        """Return where the chosen row lies in the list."""
        return self.visualRect(self.currentIndex())

    def resizeEvent(self, event: object) -> None:
        """Take the height that the words need at this width."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt hands over its own event
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Fold to whatever width there is."""
        return QSize(self._theme.pixels(120), self._theme.pixels(40))

    def _show(self, matters: tuple[Matter, ...], row: int) -> None:
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
        lift = f"→ {matter.lift}" if matter.lift else ""
        item = QListWidgetItem()
        icon = KIND_ICONS[matter.kind]
        item.setData(SAID, MatterSaid(icon, head, matter.text, lift))
        if before is not None and (before.kind, before.rule) == (matter.kind, matter.rule):
            text = matter.text[_said_above(matter.text, before.text) :]
            again = "" if before.lift == matter.lift else lift
            item.setData(SAID, MatterSaid(icon, "", text, again))
        spoken = ". ".join(part.rstrip(".") for part in (head, matter.text, lift) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item

    def _open(self) -> None:
        matter = self.matter
        if matter is not None and (matter.contacts or matter.citizen):
            self.opened.emit(matter)

    def _dress(self) -> None:
        self.setStyleSheet("QListWidget#matters { border: none; border-radius: 0; }")
        self._show(self._matters, max(self.currentRow(), 0))

    def _fit(self) -> None:
        """Give every row the height of its words, and the list that of its rows."""
        total = 0
        for row in range(self.count()):
            item = self.item(row)
            said: MatterSaid = item.data(SAID)
            high = self._row.height_at(self.viewport().width(), said, self.fontMetrics())
            item.setSizeHint(QSize(1, high))
            total += high
        self.setFixedHeight(total + self._theme.pixels(8))


def together(matters: tuple[Matter, ...]) -> tuple[Matter, ...]:
    """Put what one rule says together; first what is new and must be answered, papers last."""
    first: dict[tuple[str, str], int] = {}
    for place, one in enumerate(matters):
        first.setdefault((one.kind, one.rule), place)
    return tuple(sorted(matters, key=lambda one: (_weight(one), first[one.kind, one.rule])))


def _weight(matter: Matter) -> int:
    if matter.kind is MatterKind.RULE and matter.rule == _DEMANDS_REASON:
        return 1
    place = _ORDER.index(matter.kind)
    return place if not place else place + 1


def _said_above(text: str, above: str) -> int:
    """Return how much of a text is the very sentence that the one above begins with too."""
    end = text.find(". ") + len(". ")
    return end if end > 1 and above.startswith(text[:end]) else 0
