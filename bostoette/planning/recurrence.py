"""Recurrence: on which days a series falls, and how it is split for "denne og følgende".

Weeks are ISO weeks counted from the week of the rule's first day. Everything is days and local
times, so the change to summer time moves nothing. A rule counts its own dates: a date that is
skipped, moved or deleted later still is one of "8 gange".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, takewhile

from bostoette.models.iso_week import IsoWeek
from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan

WEEKS_AHEAD = 26
"""How far ahead the contacts of a series "indtil videre" are made."""

_ENOUGH_CYCLES = 8
_UNSURE_CYCLES = 3
"""A split is settled within some cycles; the last ones looked at lack what comes after them."""


@dataclass(frozen=True, slots=True)
class Split:
    """A series cut in two: the rule up to the cut and the rule from it on."""

    before: SeriesRule | None
    """None where nothing is left before the cut."""
    after: SeriesRule
    cut: date
    """The first of the old rule's dates that the new rule takes over."""
    skipped: tuple[date, ...] = ()
    """Dates that the new rule gives but nobody asked for: the old rule has them, or it had ended.

    They are not made; a count counts them in.
    """


def occurrences(rule: SeriesRule, through: date) -> tuple[date, ...]:
    """Return the rule's dates up to and including a day."""
    return tuple(takewhile(lambda day: day <= through, _dates(rule)))


def dates_to_make(
    rule: SeriesRule, *, today: date, made_until: date | None, weeks_ahead: int = WEEKS_AHEAD
) -> tuple[date, ...]:
    """Return the dates whose contacts do not exist yet and should.

    A series "indtil videre" is made so many weeks ahead of today (or of its first day, where that
    is later); one with an end is made whole. ``made_until`` is the day to which contacts exist.
    """
    ahead = max(today, rule.first_day) + timedelta(weeks=weeks_ahead)
    through = ahead if rule.open_ended else date.max
    return tuple(
        day for day in occurrences(rule, through) if made_until is None or day > made_until
    )


def ended_before(rule: SeriesRule, cut: date) -> SeriesRule | None:
    """Return the rule ending before a day, or None where no date is left."""
    kept = occurrences(rule, cut - timedelta(days=1))
    if not kept:
        return None
    if rule.count is not None:
        return rule.with_end(count=len(kept))
    return rule.with_end(until=kept[-1])


def remaining_count(rule: SeriesRule, cut: date) -> int | None:
    """Return how many of "8 gange" are left from a day on; None for a rule without a count."""
    return None if rule.count is None else sum(1 for _ in _from(rule, cut))


def following(
    rule: SeriesRule, from_day: date, *, to: TimeSpan, held_through: date | None = None
) -> Split:
    """Split a series for "denne og følgende": the contact of ``from_day`` moves to ``to``.

    ``from_day`` is the date that the rule gave, also where that contact was moved before. The
    weekday follows, the other weekdays stay, and the interval keeps its weeks (with one weekday
    it takes them along into another week). Both parts together have as many dates as before.
    Held contacts never change: the cut lies after ``held_through``, the last date of the series
    that is held. Raises PlanError where the move cannot be a rule.
    """
    return _split(rule, from_day, to, _after_held(from_day, held_through))


def all_of(
    rule: SeriesRule, from_day: date, *, to: TimeSpan, held_through: date | None = None
) -> Split:
    """Change the whole series ("alle") as the contact of ``from_day`` moves; held ones stay."""
    return _split(rule, from_day, to, _after_held(rule.first_day, held_through))


def _after_held(day: date, held_through: date | None) -> date:
    return day if held_through is None else max(day, held_through + timedelta(days=1))


def _split(rule: SeriesRule, from_day: date, to: TimeSpan, earliest: date) -> Split:
    if from_day not in occurrences(rule, from_day):
        raise PlanError(
            "Dagen hører ikke til serien. Intet er ændret; åbn kontakten igen, og prøv én gang til."
        )
    weekday, shift = from_day.weekday(), to.day - from_day
    old = _remaining(rule, weekday, earliest)
    wanted = [day + shift if day.weekday() == weekday else day for day in old]
    _refuse_impossible(rule, from_day, to.day)
    _refuse_going_back(rule, old[0], shift)
    others = set(rule.weekdays) - {weekday}
    after = SeriesRule(
        rule.every_weeks, (*others, to.day.weekday()), min(wanted), to.start, to.minutes
    )
    return _with_shared_end(rule, after, old[0], frozenset(wanted))


def _dates(rule: SeriesRule) -> Iterator[date]:
    """Yield the rule's dates in order; without end where the rule has none."""
    days = islice((day for day in _matching(rule) if day >= rule.first_day), rule.count)
    until = rule.until
    return days if until is None else takewhile(lambda day: day <= until, days)


def _matching(rule: SeriesRule) -> Iterator[date]:
    monday = IsoWeek.of(rule.first_day).monday
    step = timedelta(weeks=rule.every_weeks)
    while True:
        for weekday in rule.weekdays:
            yield monday + timedelta(days=weekday)
        if date.max - monday < step + step:
            return
        monday += step


def _remaining(rule: SeriesRule, weekday: int, earliest: date) -> list[date]:
    """Return the dates from the cut on; of an open-ended rule enough to see how it goes on."""
    days = _from(rule, earliest)
    if rule.open_ended:
        days = islice(days, _ENOUGH_CYCLES * len(rule.weekdays))
    old = list(days)
    if not any(day.weekday() == weekday for day in old):
        raise PlanError(
            "Resten af serien er allerede holdt, og holdte kontakter ændres ikke. "
            "Intet er ændret; lav en ny serie for tiden fremover."
        )
    return old


def _from(rule: SeriesRule, cut: date) -> Iterator[date]:
    return (day for day in _dates(rule) if day >= cut)


def _refuse_impossible(rule: SeriesRule, moved: date, target: date) -> None:
    others = set(rule.weekdays) - {moved.weekday()}
    weeks = abs((IsoWeek.of(target).monday - IsoWeek.of(moved).monday).days) // 7
    if target.weekday() in others:
        raise PlanError(
            "Serien har allerede en kontakt den ugedag. Intet er ændret; "
            "vælg en anden dag, eller ret seriens ugedage."
        )
    if others and weeks > (1 if rule.every_weeks == 1 else 0):
        raise PlanError(
            "En serie med flere ugedage kan ikke flyttes så langt på én gang. "
            "Intet er ændret; flyt inden for ugen, eller lav en ny serie."
        )


def _refuse_going_back(rule: SeriesRule, cut: date, shift: timedelta) -> None:
    """Refuse to move the rest of a series back among the dates before the cut."""
    if shift <= -timedelta(weeks=rule.every_weeks) and next(_dates(rule)) < cut:
        raise PlanError(
            "Serien har allerede kontakter i den tid. Intet er ændret; "
            "vælg en senere dag, eller lav en ny serie."
        )


def _with_shared_end(
    rule: SeriesRule, after: SeriesRule, cut: date, wanted: frozenset[date]
) -> Split:
    """Give the new rule its part of the old one's end."""
    before, last = ended_before(rule, cut), max(wanted)
    if rule.open_ended:
        last -= timedelta(weeks=_UNSURE_CYCLES * rule.every_weeks)
    dates = occurrences(after, last)
    skipped = tuple(day for day in dates if day not in wanted)
    if rule.count is not None:
        after = after.with_end(count=len(dates))
    elif rule.until is not None:
        fits = last <= rule.until and occurrences(after, rule.until) == dates
        after = after.with_end(until=rule.until if fits else last)
    return Split(before, after, cut, skipped)
