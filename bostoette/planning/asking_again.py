"""When something that was asked about has to be asked again, in whole months."""

import calendar
from datetime import date

_MONTHS_A_YEAR = 12


def ask_again_on(asked: date, months: int) -> date:
    """Return the day to ask again: the same date so many months later, or that month's last."""
    whole = asked.month - 1 + months
    year, month = asked.year + whole // _MONTHS_A_YEAR, whole % _MONTHS_A_YEAR + 1
    return date(year, month, min(asked.day, calendar.monthrange(year, month)[1]))
