"""A TravelMode is how a worker gets from place to place."""

from enum import StrEnum


class TravelMode(StrEnum):
    """How a worker travels."""

    CAR = "car"
    BIKE = "bike"
    WALK = "walk"
    BUS = "bus"

    @property
    def danish(self) -> str:
        """The Danish word."""
        return {
            TravelMode.CAR: "Bil",
            TravelMode.BIKE: "Cykel",
            TravelMode.WALK: "Til fods",
            TravelMode.BUS: "Bus",
        }[self]
