"""Counting working days: Saturdays, Sundays and holidays are none."""

from datetime import date, timedelta

from bostoette.planning.danish_days import day_name

_SATURDAY = 5


def workdays_after(day: date, number: int) -> date:
    """Return the day so many working days after another."""
    while number > 0:
        day += timedelta(days=1)
        if day.weekday() < _SATURDAY and day_name(day) is None:
            number -= 1
    return day
