"""Keys of the example's rows: time-ordered as all keys, but from a seed, so always the same."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Self

from bostoette.models.base import EPOCH
from bostoette.models.key import Key
from bostoette.planning.demo_people import Cast

_MILLISECOND = timedelta(milliseconds=1)
_TEN_HOURS = 36_000_000  # milliseconds
_VERSION = 7 << 76
_VARIANT = 2 << 62


class DemoKeys:
    """Makes keys as `new_key` does, from a seed."""

    def __init__(self, seed: str) -> None:
        self._chance = Random(seed)  # noqa: S311 - keys of invented rows guard nothing

    def at(self, day: date) -> Key:
        """Make a key of a row made in the course of a day."""
        milliseconds = (moment_of(day, 360) - EPOCH) // _MILLISECOND
        milliseconds += self._chance.randrange(_TEN_HOURS)
        high, low = self._chance.getrandbits(12), self._chance.getrandbits(62)
        return (milliseconds << 80 | _VERSION | high << 64 | _VARIANT | low).to_bytes(16, "big")


@dataclass(frozen=True, slots=True)
class PeopleKeys:
    """The keys of everybody, in the order of the cast, and of the act that made them."""

    workers: tuple[Key, ...]
    citizens: tuple[Key, ...]
    act: Key

    @classmethod
    def of(cls, cast: Cast, seed: int) -> Self:
        """Make them."""
        keys = DemoKeys(f"{seed} {cast.size} people")
        return cls(
            tuple(keys.at(cast.first_day) for _ in cast.workers),
            tuple(keys.at(cast.first_day) for _ in cast.citizens),
            keys.at(cast.today),
        )


def moment_of(day: date, minutes: int = 720) -> datetime:
    """Return a moment of a day in UTC, noon unless told."""
    return datetime.combine(day, time(), UTC) + timedelta(minutes=minutes)
