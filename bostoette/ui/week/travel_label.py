"""Where the minutes of a way are written: on its own stripes, where no card lies over them.

A short card is drawn taller than it lasts, and so it may reach into the way after it.
"""

from collections.abc import Sequence

from bostoette.ui.week.week_layout import Box


def label_place(way: Box, width: int, line: int, cards: Sequence[Box]) -> Box | None:
    """Return the highest free place at the right of a way's stripes; None where there is none."""
    over = [card for card in cards if card.meets(way)]
    left = way.right - width
    tops = sorted({way.top, *(card.bottom for card in over)})
    for top in tops:
        place = Box(left, top, width, line)
        fits = left >= way.left and top >= way.top and place.bottom <= way.bottom
        if fits and not any(card.meets(place) for card in over):
            return place
    return None
