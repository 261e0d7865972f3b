"""Whether there is something to unlock, and by whom: the questions before the first window.

It stands apart from `unlocking`, so that the first window waits for no cipher and no database.
"""

from typing import TYPE_CHECKING

from bostoette.models.plan_error import PlanError
from bostoette.store import unfinished
from bostoette.store.key_people import people_in
from bostoette.store.places import Places

if TYPE_CHECKING:
    from bostoette.models.key_person import KeyPerson


def has_data(places: Places) -> bool:
    """Tell whether there is something to unlock, after finishing what was cut off."""
    unfinished.finish(places)
    return places.key_file.exists() or places.database.exists()


def people_here(places: Places) -> "tuple[KeyPerson, ...]":
    """Give who can be chosen, by initials; nobody where one person is alone."""
    return people_in(places.key_file)


def shared_data_there(shared: Places) -> bool:
    """Tell whether others have begun in the shared folder; not where one may not look into it."""
    try:
        return has_data(shared)
    except (PlanError, OSError):
        return False


def own_of(shared: Places) -> Places:
    """Give the account's own places beside those it shares with others."""
    return Places(shared.account or shared.folder)
