"""Which folder a command works on."""

from argparse import Namespace

from bostoette.store.places import Places


def own_places(asked: Namespace) -> Places:
    """Give the folder that was named, or the one the system sets aside."""
    return Places.at(asked.data) if asked.data else Places.default()


def places_of(asked: Namespace) -> Places:
    """Give the places of the data that were asked for: the person's own, or the example's."""
    return own_places(asked).example if asked.demo else own_places(asked)
