"""The week as a list: one row a card, in the order it is read aloud."""

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bostoette.models.key import Key
from bostoette.models.wording import clock, from_to, listed, long_day
from bostoette.ui.week.week_card import Appearance, Person, WeekCard, clashes, ordered

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class WeekRole(IntEnum):
    """What a row knows beside its texts."""

    CARD = Qt.ItemDataRole.UserRole + 1
    KEY = Qt.ItemDataRole.UserRole + 2


class WeekModel(QAbstractListModel):
    """Adapts one tuple of cards."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[WeekCard, ...] = ()
        self._clashes: dict[Appearance, tuple[WeekCard, ...]] = {}
        self._rows: dict[Key, list[int]] = {}

    @property
    def cards(self) -> tuple[WeekCard, ...]:
        """The cards, row by row."""
        return self._cards

    def replace(self, cards: tuple[WeekCard, ...], people: tuple[Person, ...] = ()) -> None:
        """Show other cards; where the same rows stay, only their contents change."""
        cards = ordered(cards, people)
        same_rows = [card.appearance for card in cards] == [card.appearance for card in self._cards]
        if not same_rows:
            self.beginResetModel()
        self._cards = cards
        self._clashes = clashes(cards)
        self._rows = {}
        for row, card in enumerate(cards):
            self._rows.setdefault(card.key, []).append(row)
        if not same_rows:
            self.endResetModel()
        elif cards:
            self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))

    def index_of(self, key: Key | None, worker: Key = b"") -> QModelIndex:
        """Return the index of the card with the key, in the worker's day where it lies there.

        An invalid one where there is none.
        """
        rows = self.rows_of(key)
        theirs = (row for row in rows if self._cards[row].worker_id == worker)
        row = next(theirs, rows[0] if rows else None)
        return QModelIndex() if row is None else self.index(row)

    def rows_of(self, key: Key | None) -> list[int]:
        """Return the rows of a contact: one for each worker in whose day it is shown."""
        return [] if key is None else self._rows.get(key, [])

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the cards."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer with the card's texts, its key or itself."""
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{card.title} {from_to(card.span)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(card)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.told(card)
        if role == WeekRole.CARD:
            return card
        return card.key if role == WeekRole.KEY else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let every card be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def spoken(self, card: WeekCard) -> str:
        """Say a card aloud: form, who, weekday, date, from, to, with whom, clash, not told yet."""
        span = card.span
        what = "anden aftale" if card.form is None else card.form.full_name
        times = f"fra {clock(span.start)} til {clock(span.end)}"
        parts = [what[0].upper() + what[1:], card.spoken or card.title, long_day(span.day), times]
        parts += [card.worker, together(card), card.detail, card.status_word]
        parts += ["i serie" if card.series else "", self.clash(card)]
        parts += [uninformed(card), card.warning or ""]
        return ", ".join(part for part in parts if part)

    def told(self, card: WeekCard) -> str:
        """Tell a card in a few lines, for the pointer resting on it."""
        what = card.form.full_name if card.form else card.detail
        lines = [f"{card.title} · {from_to(card.span)}", what]
        if card.form:
            lines.append(card.detail)
        lines += [card.worker, together(card), card.status_word, self.clash(card)]
        lines += [uninformed(card), card.warning or ""]
        return "\n".join(line for line in lines if line)

    def clash(self, card: WeekCard) -> str:
        """Say what a card clashes with; empty where it does not."""
        others = self._clashes.get(card.appearance, ())
        if not others:
            return ""
        return "samtidig med " + listed(
            [f"{other.title} {from_to(other.span)}" for other in others]
        )


def together(card: WeekCard) -> str:
    """Say which colleagues take part: ``sammen med K.L.``; empty where none does."""
    return f"sammen med {card.together}" if card.together else ""


def uninformed(card: WeekCard) -> str:
    """Say that the citizen has not been told of a change yet (P49)."""
    return "borger ikke orienteret" if card.uninformed else ""
