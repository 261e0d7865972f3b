"""Coordinates are a point on the map, in degrees (WGS84)."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from bostoette.models.plan_error import PlanError

EARTH_RADIUS_KM = 6371.0
_POLE = 90
_DATE_LINE = 180


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point in degrees; a point that is not on the globe raises PlanError."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (abs(self.latitude) <= _POLE and abs(self.longitude) <= _DATE_LINE):
            raise PlanError(
                "Koordinaterne ligger ikke på kortet. Intet er ændret; "
                "skriv breddegraden først, for eksempel 56,15 og 10,20."
            )

    def km_to(self, other: "Coordinates") -> float:
        """Return the great-circle distance in kilometres."""
        here, there = radians(self.latitude), radians(other.latitude)
        half_up = sin((there - here) / 2)
        half_along = sin(radians(other.longitude - self.longitude) / 2)
        chord = half_up * half_up + cos(here) * cos(there) * half_along * half_along
        return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))
