"""What a drag in the week would give: from where it began and where it is now to a Ghost.

No Qt. Times snap to 15 minutes, to 5 when asked; a drag that has not really moved gives back what
was there, to the minute.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from bostoette.models.key import Key
from bostoette.models.timespan import DAY_MINUTES, TimeSpan
from bostoette.ui.week.foresight import Ghost
from bostoette.ui.week.week_card import WeekCard

SNAP = 15
FINE_SNAP = 5
NEW_MINUTES = 30
"""Length of a contact that is begun with a double click or at the slot cursor."""


class DragKind(Enum):
    """What is being dragged."""

    MOVE = auto()
    START = auto()
    END = auto()
    CREATE = auto()


@dataclass(frozen=True, slots=True)
class Grip:
    """Where a drag began: ``minute`` after midnight on ``day``, on a card or on empty time."""

    kind: DragKind
    day: date
    minute: float
    card: WeekCard | None = None
    worker: Key = b""
    """In whose column, where several workers are shown."""


@dataclass(frozen=True, slots=True)
class Aim:
    """Where a drag is now: over ``minute`` of ``day``, in a worker's column, and how it is held."""

    day: date
    minute: float
    worker: Key = b""
    near: bool = True
    """Whether it is in the week, or so near that it still means it."""
    elsewhere: date | None = None
    """The day under it, outside of the week."""
    fine: bool = False
    copy: bool = False


def let_go(grip: Grip, aim: Aim) -> Ghost | None:
    """Return what letting go at the aim would give; None where a card is put back."""
    snap = FINE_SNAP if aim.fine else SNAP
    span = dragged(grip, aim.day, aim.minute, snap)
    if grip.card is None:
        return Ghost(span, grip.worker)
    if grip.kind is not DragKind.MOVE:
        return Ghost(span, grip.card.worker_id)
    if aim.elsewhere is not None:
        span = replace(grip.card.span, day=aim.elsewhere)
    elif not aim.near:
        return None
    keeps = aim.copy or grip.card.form is None or not aim.worker or aim.elsewhere is not None
    return Ghost(span, grip.card.worker_id if keeps else aim.worker, copy=aim.copy)


def dragged(grip: Grip, day: date, minute: float, snap: int = SNAP) -> TimeSpan:
    """Return what letting go here would give."""
    if grip.card is None:
        return _drawn_up(grip, minute, snap)
    span = grip.card.span
    shift = minute - grip.minute
    if grip.kind is DragKind.START:
        return _from(span, _shifted(span.start, shift, snap), snap)
    if grip.kind is DragKind.END:
        return _until(span, _shifted(span.end, shift, snap), snap)
    start = _shifted(span.start, shift, snap)
    return TimeSpan(day, min(max(start, 0), DAY_MINUTES - span.minutes), span.minutes)


def new_span(day: date, minute: float, minutes: int = NEW_MINUTES) -> TimeSpan:
    """Return the span a new contact gets at a time: from the quarter it lies in."""
    start = int(minute // SNAP) * SNAP
    return TimeSpan(day, min(start, DAY_MINUTES - minutes), minutes)


def _shifted(moment: int, shift: float, snap: int) -> int:
    """Shift a moment and bring it to the snap; one that has hardly moved stays where it was."""
    if abs(shift) < snap / 2:
        return moment
    return round((moment + shift) / snap) * snap


def _from(span: TimeSpan, start: int, snap: int) -> TimeSpan:
    start = min(max(start, 0), max(span.start, span.end - snap))
    return TimeSpan(span.day, start, span.end - start)


def _until(span: TimeSpan, end: int, snap: int) -> TimeSpan:
    end = max(min(end, DAY_MINUTES), min(span.end, span.start + snap))
    return TimeSpan(span.day, span.start, end - span.start)


def _drawn_up(grip: Grip, minute: float, snap: int) -> TimeSpan:
    """Return the span drawn over empty time, upwards or downwards; at least one step long."""
    low, high = sorted((grip.minute, minute))
    start = min(int(low // snap) * snap, DAY_MINUTES - snap)
    end = min(max(int(-(-high // snap)) * snap, start + snap), DAY_MINUTES)
    return TimeSpan(grip.day, start, end - start)
