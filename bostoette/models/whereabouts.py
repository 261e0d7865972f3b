"""Whereabouts say what is known of where somebody is found or starts from."""

from dataclasses import dataclass

from bostoette.models.coordinates import Coordinates


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A place as stored; ``minutes_from_base`` only where somebody filled it in."""

    coordinates: Coordinates | None
    postal_code: str | None
    minutes_from_base: int | None = None
