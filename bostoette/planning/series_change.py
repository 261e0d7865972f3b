"""What becomes of a series' rule and of each of its dates when a person changes the series.

A move goes by `recurrence.following` and `all_of`: every old date has its new one. Where the
interval or the weekdays change there is no such law; old and new dates are then paired: first
those that are the same day, then the rest in order within each week. What finds no partner falls
away or is new.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.models.series_change import Scope, SeriesChange, SeriesEnd
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.planning.recurrence import (
    WEEKS_AHEAD,
    all_of,
    ended_before,
    following,
    occurrences,
    remaining_count,
)

_MANY_WEEKS = timedelta(weeks=600)


@dataclass(frozen=True, slots=True)
class Reach:
    """Which of a series' dates a change reaches: from the day in hand, or all still to come.

    "Alle" begins today, or on the day in hand where that has passed: what has been stays.
    """

    scope: Scope
    from_day: date
    """The day that the rule gave the contact in hand."""
    today: date

    @property
    def earliest(self) -> date:
        """Return the first day that may change."""
        return self.from_day if self.scope is not Scope.ALL else min(self.from_day, self.today)


@dataclass(frozen=True, slots=True)
class Recast:
    """A series' rule made anew, and where each of its old dates went."""

    before: SeriesRule | None
    """What the old rule keeps; None where nothing lies before the cut."""
    after: SeriesRule
    cut: date
    """The first old date that changes."""
    same_series: bool
    """The rule stays what it was, save for its end: nothing is cut."""
    became: Mapping[date, date]
    """Each old date from the cut on, and its new one; an old one without is gone."""
    dates: tuple[date, ...]
    """The new rule's dates that are wanted, as far as contacts are made."""
    unwanted: frozenset[date]
    """Dates that the new rule gives but nobody asked for."""


def recast(
    rule: SeriesRule,
    reach: Reach,
    asked: SeriesChange,
    *,
    made_until: date,
    pinned: Collection[date] = (),
) -> Recast:
    """Make a rule anew; ``pinned`` are old dates whose contacts never change (held ones).

    ``asked.to`` is the rule's own new time for the day in hand. Raises PlanError where the change
    cannot be a rule.
    """
    if reach.from_day not in occurrences(rule, reach.from_day):
        raise PlanError(
            "Kontakten ligger uden for seriens datoer. Intet er ændret; ret den alene, "
            "eller lav en ny serie."
        )
    if asked.every_weeks is not None or asked.weekdays is not None:
        return _repeated_otherwise(rule, reach, asked, made_until, pinned)
    to = asked.to or rule.on(reach.from_day)
    if reach.scope is Scope.ALL and to == rule.on(reach.from_day):
        return _same_dates(rule, reach, asked.end, made_until)
    return _moved(rule, reach, to, asked.end, made_until)


def horizon(rule: SeriesRule, today: date) -> date:
    """Return the day through which contacts are made; an ended rule is made whole."""
    if rule.open_ended:
        return max(today, rule.first_day) + timedelta(weeks=WEEKS_AHEAD)
    return max(occurrences(rule, date.max), default=rule.first_day)


def due(rule: SeriesRule, *, made_until: date, today: date) -> tuple[date, ...]:
    """Return an open-ended rule's dates to be made now; years that have passed cost nothing."""
    monday = IsoWeek.of(rule.first_day).monday
    after = max(made_until, rule.first_day - timedelta(days=1))
    ahead = (after + timedelta(days=n + 1) for n in range((horizon(rule, today) - after).days))
    return tuple(
        day
        for day in ahead
        if day.weekday() in rule.weekdays and (day - monday).days // 7 % rule.every_weeks == 0
    )


def closed(
    rule: SeriesRule, before: SeriesRule | None, cut: date, staying: Collection[date]
) -> tuple[SeriesRule, frozenset[date]] | None:
    """Return what an old rule still stands for after the cut: rule and skipped dates.

    It keeps what lies before the cut and the dates that stay where they are; None if neither is.
    """
    last = max((day for day in staying if day >= cut), default=None)
    if last is None:
        return None if before is None else (before, frozenset())
    ended = ended_before(rule, last + timedelta(days=1))
    if ended is None:
        return None
    gone = (day for day in occurrences(rule, last) if day >= cut and day not in staying)
    return ended, frozenset(gone)


def _moved(
    rule: SeriesRule, reach: Reach, to: TimeSpan, end: SeriesEnd | None, made_until: date
) -> Recast:
    passed = reach.earliest - timedelta(days=1)
    split = (
        all_of(rule, reach.from_day, to=to, held_through=passed)
        if reach.scope is Scope.ALL
        else following(rule, reach.from_day, to=to)
    )
    weekday, shift = reach.from_day.weekday(), to.day - reach.from_day
    became = {
        day: day + shift if day.weekday() == weekday else day
        for day in _old_dates(rule, split.cut, made_until)
    }
    unwanted = frozenset(split.skipped)
    after = _ended(split.after, end, reach, _number(split.before), unwanted)
    return _recast(split.before, after, split.cut, became, reach, unwanted=unwanted)


def _same_dates(rule: SeriesRule, reach: Reach, end: SeriesEnd | None, made_until: date) -> Recast:
    """Keep the series and its dates; only its end may be another."""
    cut = next(day for day in occurrences(rule, reach.from_day) if day >= reach.earliest)
    old = _old_dates(rule, cut, made_until)
    after = rule if end is None else rule.with_end(until=end.until, count=end.count)
    if end is not None:
        number = sum(1 for day in occurrences(rule, cut) if day < cut)
        _refuse_too_few(end, number)
    return _recast(None, after, cut, {day: day for day in old}, reach, same_series=True)


def _repeated_otherwise(
    rule: SeriesRule,
    reach: Reach,
    asked: SeriesChange,
    made_until: date,
    pinned: Collection[date],
) -> Recast:
    cut = next(day for day in occurrences(rule, reach.from_day) if day >= reach.earliest)
    before = ended_before(rule, cut)
    to = asked.to or rule.on(reach.from_day)
    endless = SeriesRule(
        asked.every_weeks or rule.every_weeks,
        asked.weekdays or rule.weekdays,
        _first_day(before, cut, reach.today),
        to.start,
        to.minutes,
    )
    left = remaining_count(rule, cut)
    kept_end = endless.with_end(until=rule.until, count=left)
    after = _ended(kept_end, asked.end, reach, _number(before), frozenset())
    old = _old_dates(rule, cut, made_until)
    became = _paired(old, _new_dates(after, reach.today, old))
    alone = sum(1 for day in pinned if day >= cut and day not in became)
    if after.count is not None and alone:
        after = after.with_end(count=max(1, after.count - alone))
        became = _paired(old, _new_dates(after, reach.today, old))
    return _recast(before, after, cut, became, reach)


def _first_day(before: SeriesRule | None, cut: date, today: date) -> date:
    """Begin in the week of the cut, but neither in the past nor among the dates before it."""
    monday = IsoWeek.of(cut).monday
    first = max(monday, min(cut, today))
    if before is None:
        return first
    return max(first, occurrences(before, cut)[-1] + timedelta(days=1))


def _ended(
    rule: SeriesRule,
    end: SeriesEnd | None,
    reach: Reach,
    number_before: int,
    unwanted: frozenset[date],
) -> SeriesRule:
    """Give the rule another end, where one is asked for; the count counts wanted dates only."""
    if end is None:
        return rule
    if end.count is None:
        return rule.with_end(until=end.until)
    before = number_before if reach.scope is Scope.ALL else 0
    _refuse_too_few(end, before)
    wanted = end.count - before
    return rule.with_end(count=wanted + _unwanted_among(rule, wanted, unwanted))


def _unwanted_among(rule: SeriesRule, wanted: int, unwanted: frozenset[date]) -> int:
    found = 0
    for day in occurrences(rule.with_end(), rule.first_day + _MANY_WEEKS):
        if not wanted:
            break
        found, wanted = (found + 1, wanted) if day in unwanted else (found, wanted - 1)
    return found


def _refuse_too_few(end: SeriesEnd, number_before: int) -> None:
    if end.count is not None and end.count <= number_before:
        raise PlanError(
            f"Serien har allerede {number_before} gange bag sig, så {end.count} i alt er for få. "
            "Intet er ændret; vælg et større tal, eller slet resten af serien."
        )


def _number(rule: SeriesRule | None) -> int:
    return 0 if rule is None else len(occurrences(rule, date.max))


def _old_dates(rule: SeriesRule, cut: date, made_until: date) -> tuple[date, ...]:
    """Return the old dates from the cut on that contacts were made for."""
    through = made_until if rule.open_ended else date.max
    return tuple(day for day in occurrences(rule, through) if day >= cut)


def _new_dates(after: SeriesRule, today: date, at_least: Iterable[date]) -> tuple[date, ...]:
    """Return the new rule's dates as far as contacts are made, and to the last of some days."""
    through = horizon(after, today)
    if after.open_ended:
        through = max((through, *at_least))
    return occurrences(after, through)


def _paired(old: Iterable[date], new: Collection[date]) -> dict[date, date]:
    """Pair old dates with new ones: the same day first, the rest in order week by week."""
    old, new = list(old), list(new)
    became = {day: day for day in old if day in set(new)}
    free: dict[IsoWeek, list[date]] = defaultdict(list)
    for day in new:
        if day not in became:
            free[IsoWeek.of(day)].append(day)
    for day in old:
        week = free.get(IsoWeek.of(day))
        if day not in became and week:
            became[day] = week.pop(0)
    return became


def _recast(
    before: SeriesRule | None,
    after: SeriesRule,
    cut: date,
    became: dict[date, date],
    reach: Reach,
    *,
    unwanted: frozenset[date] = frozenset(),
    same_series: bool = False,
) -> Recast:
    given = (day for day in _new_dates(after, reach.today, became.values()) if day not in unwanted)
    dates = tuple(day for day in given if not same_series or day >= cut)
    wanted = set(dates)
    kept = {old: new for old, new in became.items() if new in wanted}
    return Recast(before, after, cut, same_series, kept, dates, unwanted)
