"""Going from card to card with the arrows. No Qt; cards come in the order they are read."""

from enum import Enum, auto

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
    day = cards[row].span.day
    if walk in {Walk.DAY_BACK, Walk.DAY_ON}:
        return _beside(cards, row, later=walk is Walk.DAY_ON)
    same = [place for place, card in enumerate(cards) if card.span.day == day]
    return same[0] if walk is Walk.DAY_FIRST else same[-1]


def _beside(cards: tuple[WeekCard, ...], row: int, *, later: bool) -> int:
    """Find the card nearest in time on the next day that has any."""
    here = cards[row].span
    days = {card.span.day for card in cards}
    beyond = {day for day in days if (day > here.day if later else day < here.day)}
    if not beyond:
        return row
    target = min(beyond) if later else max(beyond)
    there = [place for place, card in enumerate(cards) if card.span.day == target]
    return min(there, key=lambda place: abs(cards[place].span.start - here.start))
