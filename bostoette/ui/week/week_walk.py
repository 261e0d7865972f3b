"""Going from card to card with the arrows. No Qt; cards come in the order they are read."""

from datetime import date
from enum import Enum, auto

from bostoette.models.key import Key
from bostoette.ui.week.week_card import WeekCard


class Walk(Enum):
    """Where to go."""

    BACK = auto()
    ON = auto()
    DAY_BACK = auto()
    DAY_ON = auto()
    DAY_FIRST = auto()
    DAY_LAST = auto()
    FIRST = auto()
    LAST = auto()


def neighbour(cards: tuple[WeekCard, ...], row: int | None, walk: Walk) -> int | None:
    """Return the row to go to; the row itself where there is nothing further that way."""
    if not cards:
        return None
    if row is None or walk is Walk.FIRST:
        return 0
    if walk is Walk.LAST:
        return len(cards) - 1
    if walk in {Walk.BACK, Walk.ON}:
        return min(max(row + (1 if walk is Walk.ON else -1), 0), len(cards) - 1)
    if walk in {Walk.DAY_BACK, Walk.DAY_ON}:
        return _beside(cards, row, later=walk is Walk.DAY_ON)
    here = _column_of(cards[row])
    same = [place for place, card in enumerate(cards) if _column_of(card) == here]
    return same[0] if walk is Walk.DAY_FIRST else same[-1]


def _column_of(card: WeekCard) -> tuple[date, Key]:
    return card.span.day, card.worker_id


def _beside(cards: tuple[WeekCard, ...], row: int, *, later: bool) -> int:
    """Find the card nearest in time in the next column that has any.

    That is the same worker's next day; where only one day of several workers is shown, the next
    worker.
    """
    here = cards[row]
    places = range(row + 1, len(cards)) if later else range(row - 1, -1, -1)
    one_day = all(card.span.day == here.span.day for card in cards)
    beyond = [
        place
        for place in places
        if _column_of(cards[place]) != _column_of(here)
        and (one_day or cards[place].worker_id == here.worker_id)
    ]
    if not beyond:
        return row
    target = _column_of(cards[beyond[0]])
    there = [place for place in beyond if _column_of(cards[place]) == target]
    return min(sorted(there), key=lambda place: abs(cards[place].span.start - here.span.start))
