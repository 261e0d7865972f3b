"""Travel (transporttid) is the time from one place to another, typed or estimated.

The best that is known wins: minutes typed for the pair; the distance between coordinates; the
citizen's own minutes from the base; the centres of the postal codes; else a fixed guess.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil

from bostoette.models.coordinates import Coordinates
from bostoette.models.travel_mode import TravelMode
from bostoette.models.wording import duration

PlacePair = tuple[str, str]
"""Two keys of places in alphabetical order."""


@dataclass(frozen=True, slots=True)
class TravelPlace:
    """A place one travels to: what is known of where it lies.

    ``minutes_from_base`` is the citizen's ``travel_minutes_one_way``; leave it None where nobody
    has filled it in, or a mere default would outrank the postal codes.
    """

    key: str
    coordinates: Coordinates | None = None
    postal_code: str | None = None
    minutes_from_base: int | None = None
    is_base: bool = False


class TravelSource(StrEnum):
    """What an estimate is built on, the surest first."""

    SAME_PLACE = "same_place"
    TYPED = "typed"
    COORDINATES = "coordinates"
    FROM_BASE = "from_base"
    POSTAL_CENTRES = "postal_centres"
    DEFAULT = "default"

    @property
    def danish(self) -> str:
        """The words beside a travel time."""
        return _SOURCES[self]


_SOURCES = {
    TravelSource.SAME_PLACE: "samme sted",
    TravelSource.TYPED: "skrevet for de to steder",
    TravelSource.COORDINATES: "beregnet ud fra afstanden",
    TravelSource.FROM_BASE: "fra borgerens oplysninger",
    TravelSource.POSTAL_CENTRES: "beregnet ud fra postnumrene",
    TravelSource.DEFAULT: "gættet, da stedet ikke er kendt",
}


@dataclass(frozen=True, slots=True)
class TravelPace:
    """How one way to travel turns a straight line into minutes; the numbers are assumptions."""

    detour: float
    """Length of the way ÷ length of the straight line."""
    kmh: float
    """Kilometres an hour, stops included."""
    fixed_minutes: int
    """Minutes that every trip costs: parking, locking the bike, waiting for the bus."""


@dataclass(frozen=True, slots=True)
class TravelSettings:
    """The numbers behind the estimates."""

    car: TravelPace = TravelPace(detour=1.3, kmh=45, fixed_minutes=4)
    bike: TravelPace = TravelPace(detour=1.25, kmh=16, fixed_minutes=2)
    walk: TravelPace = TravelPace(detour=1.2, kmh=5, fixed_minutes=0)
    bus: TravelPace = TravelPace(detour=1.4, kmh=25, fixed_minutes=10)
    default_minutes: int = 15
    """For places of which nothing is known."""
    same_postal_code_km: float = 2.0
    """Straight line between two places of one postal code."""

    def pace(self, mode: TravelMode) -> TravelPace:
        """Return the numbers of one way to travel."""
        match mode:
            case TravelMode.CAR:
                return self.car
            case TravelMode.BIKE:
                return self.bike
            case TravelMode.WALK:
                return self.walk
            case TravelMode.BUS:
                return self.bus


@dataclass(frozen=True, slots=True)
class TravelEstimate:
    """Minutes one way, and kilometres of road where the places are known."""

    minutes: int
    km: float | None
    certain: bool
    source: TravelSource

    def said(self) -> str:
        """Say it: ``20 min`` where typed, ``ca. 20 min`` where estimated."""
        return duration(self.minutes) if self.certain else f"ca. {duration(self.minutes)}"


@dataclass(frozen=True, slots=True)
class TravelKnowledge:
    """All that estimates need besides the two places: how one travels, and what is known."""

    mode: TravelMode = TravelMode.CAR
    typed_minutes: Mapping[PlacePair, int] | None = None
    settings: TravelSettings = TravelSettings()
    postal_centres: Mapping[str, Coordinates] | None = None
    estimated: dict[PlacePair, TravelEstimate] = field(default_factory=dict, compare=False)
    """What was estimated with it before: a week goes the same ways again and again."""


_NO_WAY = TravelEstimate(0, 0.0, certain=True, source=TravelSource.SAME_PLACE)
_HERE_KM = 0.05
"""Doors nearer than this are one place."""


def place_pair(one: str, other: str) -> PlacePair:
    """Return the key under which minutes are typed for two places, in whatever direction."""
    return (one, other) if one <= other else (other, one)


def estimate(a: TravelPlace, b: TravelPlace, known: TravelKnowledge) -> TravelEstimate:
    """Return the time from a to b, the same as from b to a; no network, some microseconds."""
    if a.key == b.key:
        return _NO_WAY
    pair = place_pair(a.key, b.key)
    found = known.estimated.get(pair)
    if found is None:
        found = known.estimated[pair] = _estimate(a, b, pair, known)
    return found


def _estimate(
    a: TravelPlace, b: TravelPlace, pair: PlacePair, known: TravelKnowledge
) -> TravelEstimate:
    pace = known.settings.pace(known.mode)
    km, measured = _road(a, b, pace, known)
    typed = (known.typed_minutes or {}).get(pair)
    if typed is not None:
        return TravelEstimate(typed, km, certain=True, source=TravelSource.TYPED)
    if km is not None and measured is TravelSource.COORDINATES:
        return TravelEstimate(_minutes(km, pace), km, certain=False, source=measured)
    from_base = _from_base(a, b)
    if from_base is not None:
        return TravelEstimate(from_base, km, certain=False, source=TravelSource.FROM_BASE)
    if km is not None:
        return TravelEstimate(_minutes(km, pace), km, certain=False, source=measured)
    return TravelEstimate(
        known.settings.default_minutes, None, certain=False, source=TravelSource.DEFAULT
    )


def _minutes(km: float, pace: TravelPace) -> int:
    if km <= _HERE_KM:
        return 0
    return pace.fixed_minutes + ceil(km / pace.kmh * 60)


def _from_base(a: TravelPlace, b: TravelPlace) -> int | None:
    if a.is_base:
        return b.minutes_from_base
    return a.minutes_from_base if b.is_base else None


def _road(
    a: TravelPlace, b: TravelPlace, pace: TravelPace, known: TravelKnowledge
) -> tuple[float | None, TravelSource]:
    """Return kilometres of road and what they were measured by."""
    if a.coordinates and b.coordinates:
        return a.coordinates.km_to(b.coordinates) * pace.detour, TravelSource.COORDINATES
    here, there = _point(a, known), _point(b, known)
    if here is None or there is None:
        return None, TravelSource.DEFAULT
    straight = here.km_to(there)
    if a.postal_code == b.postal_code:
        straight = max(straight, known.settings.same_postal_code_km)
    return straight * pace.detour, TravelSource.POSTAL_CENTRES


def _point(place: TravelPlace, known: TravelKnowledge) -> Coordinates | None:
    if place.coordinates or not place.postal_code:
        return place.coordinates
    return (known.postal_centres or {}).get(place.postal_code)
