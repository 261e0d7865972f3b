"""DayTravel is where a worker drives in a day, and what her remote contacts save her (P83).

The day begins and ends at the base. Each contact that needs travel is reached from where she
last was. A contact without travel (phone, video, message) does not move her: she holds it where
she is, at the base in the morning, at a citizen's door later on. So travel may be put before or
after such a contact, where there is room: on the way out as late as possible, on the way home as
early as possible. Where no gap is long enough, the trip takes the last gap and is so many minutes
short.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.wording import duration
from bostoette.planning.travel import (
    TravelEstimate,
    TravelKnowledge,
    TravelPlace,
    estimate,
)


@dataclass(frozen=True, slots=True)
class DayStop:
    """A contact or own appointment of the day; those that were cancelled are no stops.

    ``place`` is where it is held, or for a remote contact where a visit would be (that is what it
    saves); None where no place belongs to it.
    """

    key: Key
    span: TimeSpan
    place: TravelPlace | None
    travels: bool


@dataclass(frozen=True, slots=True)
class TravelLeg:
    """One trip; times in minutes after midnight.

    ``to_stop`` is the contact it leads to, None for the way home.
    """

    to_stop: Key | None
    from_place: str
    to_place: str
    estimate: TravelEstimate
    departs: int
    arrives: int
    short_by: int = 0
    """Minutes that the gap is too short; 0 where there is time."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What is saved: minutes and kilometres there and back; ``certain`` where all was typed."""

    minutes: int = 0
    km: float = 0.0
    certain: bool = True

    def said(self) -> str:
        """Say it: ``40 min`` where typed, ``ca. 40 min`` where estimated."""
        return duration(self.minutes) if self.certain else f"ca. {duration(self.minutes)}"


@dataclass(frozen=True, slots=True)
class DayTravel:
    """The day's trips in order, and what the remote contacts save."""

    legs: tuple[TravelLeg, ...]
    saved: Saved

    @property
    def minutes(self) -> int:
        """Minutes on the way."""
        return sum(leg.estimate.minutes for leg in self.legs)

    @property
    def km(self) -> float:
        """Kilometres where they are known."""
        return sum(leg.estimate.km or 0.0 for leg in self.legs)

    @property
    def certain(self) -> bool:
        """Tell whether all minutes were typed; else they read "ca."."""
        return all(leg.estimate.certain for leg in self.legs)

    @property
    def saved_minutes(self) -> int:
        """Minutes there and back for each remote contact (P83)."""
        return self.saved.minutes


@dataclass(frozen=True, slots=True)
class _Gap:
    """Time between two stops, in minutes after midnight; may be empty."""

    opens: int
    closes: int

    @property
    def minutes(self) -> int:
        return max(0, self.closes - self.opens)


def saved_by(place: TravelPlace | None, base: TravelPlace, known: TravelKnowledge) -> Saved:
    """Return what one remote contact saves: the way to the citizen and back (P83)."""
    if place is None:
        return Saved()
    one_way = estimate(base, place, known)
    return Saved(2 * one_way.minutes, 2 * (one_way.km or 0.0), one_way.certain)


def travel_of_day(stops: Iterable[DayStop], base: TravelPlace, known: TravelKnowledge) -> DayTravel:
    """Return one worker's trips on one day; fast enough for every step of a drag."""
    day = sorted(stops, key=lambda stop: (stop.span.start, stop.span.end, stop.key))
    gaps = _gaps(day)
    legs = (*_ways_out(day, gaps, base, known), *_way_home(day, gaps, base, known))
    return DayTravel(legs, _saved(day, base, known))


def _saved(day: Sequence[DayStop], base: TravelPlace, known: TravelKnowledge) -> Saved:
    each = [saved_by(stop.place, base, known) for stop in day if not stop.travels]
    return Saved(
        sum(saved.minutes for saved in each),
        sum(saved.km for saved in each),
        all(saved.certain for saved in each),
    )


def _ways_out(
    day: Sequence[DayStop], gaps: Sequence[_Gap], base: TravelPlace, known: TravelKnowledge
) -> Iterator[TravelLeg]:
    here, left_at = base, 0
    for position, stop in enumerate(day):
        if not stop.travels:
            continue
        there = _whereabouts(stop)
        trip = estimate(here, there, known)
        if trip.minutes:
            yield _leg_out(stop, here, there, trip, gaps[left_at:position])
        here, left_at = there, position


def _whereabouts(stop: DayStop) -> TravelPlace:
    """Return where a stop is held; an unknown place is like no other."""
    return stop.place or TravelPlace(f"?{stop.key.hex()}")


def _gaps(day: Sequence[DayStop]) -> list[_Gap]:
    """Return the free time between each stop and the next."""
    free_from = accumulate((stop.span.end for stop in day), max)
    return [_Gap(opens, later.span.start) for opens, later in zip(free_from, day[1:], strict=False)]


def _leg_out(
    stop: DayStop, here: TravelPlace, there: TravelPlace, trip: TravelEstimate, gaps: Sequence[_Gap]
) -> TravelLeg:
    """Put a trip into the latest gap that has room; before the day's first stop there always is."""
    start, minutes = stop.span.start, trip.minutes
    fitting = [gap.closes for gap in gaps if gap.minutes >= minutes]
    arrives = fitting[-1] if fitting else start
    short = minutes - gaps[-1].minutes if gaps and not fitting else 0
    return TravelLeg(stop.key, here.key, there.key, trip, arrives - minutes, arrives, short)


def _way_home(
    day: Sequence[DayStop], gaps: Sequence[_Gap], base: TravelPlace, known: TravelKnowledge
) -> Iterator[TravelLeg]:
    away = [position for position, stop in enumerate(day) if stop.travels]
    if not away:
        return
    here = _whereabouts(day[away[-1]])
    trip = estimate(here, base, known)
    if trip.minutes:
        fitting = (gap.opens for gap in gaps[away[-1] :] if gap.minutes >= trip.minutes)
        departs = next(fitting, max(stop.span.end for stop in day))
        yield TravelLeg(None, here.key, base.key, trip, departs, departs + trip.minutes)
