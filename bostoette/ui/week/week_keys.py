"""What the keys do in the week, as values. No bare letter or digit is a shortcut."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.timespan import DAY_MINUTES, TimeSpan
from bostoette.ui.week.week_drag import SNAP

Key = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier

_STEPS: dict[int, tuple[int, int]] = {
    Key.Key_Up: (0, -1),
    Key.Key_Down: (0, 1),
    Key.Key_Left: (-1, 0),
    Key.Key_Right: (1, 0),
}
_MODIFIERS: dict[int, Qt.KeyboardModifier] = {Key.Key_Alt: _ALT, Key.Key_Control: _CONTROL}
WEEK_DAYS = 7
OPEN_KEYS: frozenset[int] = frozenset({Key.Key_Return, Key.Key_Enter, Key.Key_F2})


def plain(modifiers: Qt.KeyboardModifier) -> Qt.KeyboardModifier:
    """Leave out what says nothing: the number pad and keyboard groups."""
    return modifiers & (_CONTROL | _SHIFT | _ALT)


def held_after(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Return what is held once a key is pressed or let go.

    Systems differ in whether a modifier's own event tells it as held already.
    """
    own = _MODIFIERS.get(event.key(), _NONE)
    pressed = event.type() == QEvent.Type.KeyPress
    return event.modifiers() | own if pressed else event.modifiers() & ~own


def slot_step(key: int, modifiers: Qt.KeyboardModifier) -> tuple[int, int] | None:
    """Shift and an arrow: days and quarters to go on with the slot cursor."""
    return _STEPS.get(key) if plain(modifiers) == _SHIFT else None


def new_form(key: int, modifiers: Qt.KeyboardModifier) -> ContactForm | None:
    """Alt and 1 to 4: besøg, telefon, video, gåtur."""
    place = key - Key.Key_1
    if plain(modifiers) != _ALT or not 0 <= place < len(CORE_FORMS):
        return None
    return CORE_FORMS[place]


def new_span(
    span: TimeSpan, key: int, modifiers: Qt.KeyboardModifier, *, weekend: bool
) -> TimeSpan | None:
    """Ctrl and an arrow: another time or day; with Shift another length, with Alt another week.

    None where the keys mean something else; the span itself where it cannot go further.
    """
    step = _STEPS.get(key)
    held = plain(modifiers)
    if step is None or held not in (_CONTROL, _CONTROL | _SHIFT, _CONTROL | _ALT):
        return None
    if held == _CONTROL | _ALT:
        return span.moved(days=step[0] * WEEK_DAYS) if step[0] else None
    if held == _CONTROL | _SHIFT:
        return None if step[0] else _longer(span, step[1] * SNAP)
    if step[0]:
        return span.moved(days=_days_on(span.day, step[0], weekend=weekend))
    minutes = step[1] * SNAP
    fits = span.start + minutes >= 0 and span.end + minutes <= DAY_MINUTES
    return span.moved(minutes=minutes) if fits else span


def typed(text: str, modifiers: Qt.KeyboardModifier) -> str:
    """Return the letter that was typed; empty for anything else."""
    bare = plain(modifiers) in (_NONE, _SHIFT)
    return text if bare and len(text) == 1 and text.isalpha() else ""


def _longer(span: TimeSpan, minutes: int) -> TimeSpan:
    fits = span.minutes + minutes > 0 and span.end + minutes <= DAY_MINUTES
    return span.lengthened(minutes) if fits else span


def _days_on(day: date, step: int, *, weekend: bool) -> int:
    """Count the days to the next one that is worked, over a weekend that is not shown."""
    days = step
    while not weekend and (day + timedelta(days=days)).weekday() >= 5:  # noqa: PLR2004 – Saturday
        days += step
    return days
