"""Facts for machines that several commands give: weeks, times and keys in JSON's words.

Days are ``2026-11-26``, times of day ``13:00``, lengths whole minutes, keys hexadecimal. Citizens
stand with code and initials, never with their names.
"""

from typing import Any

from bostoette.models.iso_week import IsoWeek
from bostoette.models.timespan import TimeSpan


def week_facts(week: IsoWeek) -> dict[str, Any]:
    """Give a week: ``{"week": "2026-W48", "first": "2026-11-23", "last": "2026-11-29"}``."""
    return {
        "week": f"{week.year}-W{week.number:02d}",
        "first": week.monday.isoformat(),
        "last": week.sunday.isoformat(),
    }


def span_facts(span: TimeSpan) -> dict[str, Any]:
    """Give a time: ``{"day": "2026-11-26", "start": "13:00", "minutes": 15}``."""
    return {
        "day": span.day.isoformat(),
        "start": f"{span.start // 60:02d}:{span.start % 60:02d}",
        "minutes": span.minutes,
    }
