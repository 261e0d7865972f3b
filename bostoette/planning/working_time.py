"""How many minutes workers work on each day of a period: their hours, not holidays or absence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bostoette.models.figure_scope import Period
from bostoette.models.key import Key
from bostoette.models.worker_day import Away, WeekWorker
from bostoette.planning.danish_days import holiday_name


def working_minutes(
    workers: Iterable[WeekWorker], absences: Iterable[Away], period: Period
) -> dict[tuple[Key, date], int]:
    """Return the minutes by worker and day; days on which nobody works are left out."""
    days = [day for day in _days(period) if holiday_name(day) is None]
    away: dict[Key, list[Away]] = defaultdict(list)
    for one in absences:
        away[one.worker_id].append(one)
    found = {}
    for worker in workers:
        gone = {day for one in away[worker.id] for day in days if one.covers(day)}
        for day in days:
            hours = worker.hours.days[day.weekday()]
            if hours and day not in gone:
                found[worker.id, day] = hours[1] - hours[0]
    return found


def _days(period: Period) -> Iterator[date]:
    for number in range((period.last - period.first).days + 1):
        yield period.first + timedelta(days=number)
