"""Danish days that are not like others: public holidays, and days that custom makes short.

Three fixed days are no public holidays but are days off, or half days, in most agreements:
Grundlovsdag, Juleaftensdag and Nytårsaftensdag. They are named in the week's head and never
count as holidays. 1 May is left out: it is a matter of each workplace. Store bededag is no
holiday from 2024 on.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

_CUSTOMARY = {
    (6, 5): "Grundlovsdag",
    (12, 24): "Juleaftensdag",
    (12, 31): "Nytårsaftensdag",
}


def holiday_name(day: date) -> str | None:
    """Return the Danish name of a public holiday, or None."""
    return _holidays(day.year).get(day)


def customary_name(day: date) -> str | None:
    """Return the name of a day that is customarily off or half (no public holiday), or None."""
    return _CUSTOMARY.get((day.month, day.day))


def day_name(day: date) -> str | None:
    """Return what stands beside the date in a day's head: holiday or customary day, or None."""
    return holiday_name(day) or customary_name(day)


@cache
def _holidays(year: int) -> dict[date, str]:
    """Return a year's public holidays by day.

    The library is loaded at the first question, since it costs start-up time. Danish is the
    language of its own texts, but it insists on a translation file for a language it is asked
    for. Where a frozen program lacks these files, a language it does not know gives the texts
    as they are.
    """
    from holidays.countries.denmark import Denmark

    calendar: Callable[..., Mapping[date, str]] = Denmark
    try:
        return dict(calendar(years=year, language="da"))
    except FileNotFoundError:
        return dict(calendar(years=year, language="som skrevet"))
