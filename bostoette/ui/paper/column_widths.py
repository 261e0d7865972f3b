"""How a table's columns share the page: by their shares, but no head's word is broken for it."""

from collections.abc import Sequence


def column_widths(shares: Sequence[int], least: Sequence[float], room: float) -> list[float]:
    """Share out the room; a column that has less than its least takes it from the others.

    Where all of the leasts together have no room, the shares alone decide.
    """
    if sum(least) > room:
        return [room * share / sum(shares) for share in shares]
    widened = set[int]()
    while True:
        left = room - sum(least[place] for place in widened)
        parts = sum(share for place, share in enumerate(shares) if place not in widened)
        wides = [
            least[place] if place in widened else left * share / parts
            for place, share in enumerate(shares)
        ]
        short = {place for place, wide in enumerate(wides) if wide < least[place]}
        if not short:
            return wides
        widened |= short
