"""Which folder a command works on."""

from argparse import Namespace

from bostoette.store.places import Places
from bostoette.store.shared_place import chosen_places, with_account


def own_places(asked: Namespace) -> Places:
    """Give the folder that was named, or the one that was chosen on this computer."""
    return with_account(Places.at(asked.data)) if asked.data else chosen_places()


def places_of(asked: Namespace) -> Places:
    """Give the places of the data that were asked for: the person's own, or the example's."""
    return own_places(asked).example if asked.demo else own_places(asked)
