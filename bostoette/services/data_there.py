"""Whether there is something to unlock: the one question before the first window.

It stands apart from `unlocking`, so that the first window waits for no cipher and no database.
"""

from bostoette.store import unfinished
from bostoette.store.places import Places


def has_data(places: Places) -> bool:
    """Tell whether there is something to unlock, after finishing what was cut off."""
    unfinished.finish(places)
    return places.key_file.exists() or places.database.exists()
