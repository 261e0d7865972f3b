"""How days, times and lengths are said in Danish: ``tor. 26. nov.``, ``13.00–13.15``."""

from collections.abc import Iterable
from datetime import date

from bostoette.models.iso_week import IsoWeek
from bostoette.models.timespan import TimeSpan

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
WEEKDAYS_SHORT = ("man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn.")
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
MONTHS_SHORT = (
    "jan.",
    "feb.",
    "mar.",
    "apr.",
    "maj",
    "jun.",
    "jul.",
    "aug.",
    "sep.",
    "okt.",
    "nov.",
    "dec.",
)


def clock(minutes: int) -> str:
    """Say a time of day given in minutes after midnight: ``13.00``."""
    return f"{minutes // 60:02d}.{minutes % 60:02d}"


def from_to(span: TimeSpan) -> str:
    """Say a span's times: ``13.00–13.15``."""
    return f"{clock(span.start)}–{clock(span.end)}"


def grouped(number: int) -> str:
    """Say a whole number as Danes write it: ``37.916``."""
    return f"{number:,}".replace(",", ".")


def duration(minutes: int) -> str:
    """Say a length: ``45 min``, ``2 t``, ``2 t 30``."""
    if minutes < 0:
        return f"−{duration(-minutes)}"
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{grouped(hours)} t {rest:02d}" if rest else f"{grouped(hours)} t"


def short_day(day: date) -> str:
    """Say a day briefly: ``tor. 26. nov.``."""
    return f"{WEEKDAYS_SHORT[day.weekday()]} {day.day}. {MONTHS_SHORT[day.month - 1]}"


def long_day(day: date) -> str:
    """Say a day in full: ``torsdag 26. november 2026``."""
    return f"{WEEKDAYS[day.weekday()]} {day.day}. {MONTHS[day.month - 1]} {day.year}"


def when(span: TimeSpan) -> str:
    """Say a day and its times: ``tor. 26. nov. 13.00–13.15``."""
    return f"{short_day(span.day)} {from_to(span)}"


def week_title(week: IsoWeek) -> str:
    """Say a week: ``uge 48``."""
    return f"uge {week.number}"


def capital(words: str) -> str:
    """Begin with a capital letter, and leave the rest: ``SMS eller chat`` stays."""
    return words[:1].upper() + words[1:]


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: ``a, b og c``."""
    *first, last = tuple(words) or ("",)
    return f"{', '.join(first)} og {last}" if first else last
