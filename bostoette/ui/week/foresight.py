"""What a drag would bring: the day's trips if it were let go here, and what there is to look at."""

from collections.abc import Callable
from dataclasses import dataclass

from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.ui.week.week_card import TravelBlock, WeekCard


@dataclass(frozen=True, slots=True)
class Foresight:
    """Trips to be drawn beside the ghost, and sentences to be read."""

    travel: tuple[TravelBlock, ...] = ()
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ghost:
    """What letting go of the mouse would give."""

    span: TimeSpan
    worker: Key = b""
    """In whose day."""
    copy: bool = False
    foresight: Foresight = Foresight()


Foresee = Callable[[WeekCard, Ghost], Foresight]
"""Looks ahead: a card, and what letting go of it would give."""


def nothing_known(_card: WeekCard, _ghost: Ghost) -> Foresight:
    """Look ahead where nobody has said how."""
    return Foresight()
