"""The example's contacts, week by week: a past as lives go, this week half planned, series ahead.

Weeks are made one after the other and handed on, so that five years take no more memory than one.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus, FormReason
from bostoette.models.worker_kinds import WorkerRole
from bostoette.planning.danish_days import day_name
from bostoette.planning.demo_items import AIR, DemoItem
from bostoette.planning.demo_people import Cast
from bostoette.planning.recurrence import WEEKS_AHEAD

_Shares = tuple[tuple[float, ContactStatus], ...]

_HELD, _CONVERTED = ContactStatus.HELD, ContactStatus.CONVERTED
_SHARES: Mapping[str, _Shares] = {
    "ordinary": (
        (0.86, _HELD),
        (0.92, ContactStatus.CANCELLED_BY_CITIZEN),
        (0.95, ContactStatus.CANCELLED_BY_US),
        (0.97, ContactStatus.NO_SHOW),
        (1.0, _CONVERTED),
    ),
    "shaky": (
        (0.72, _HELD),
        (0.84, ContactStatus.CANCELLED_BY_CITIZEN),
        (0.86, ContactStatus.CANCELLED_BY_US),
        (0.94, ContactStatus.NO_SHOW),
        (1.0, _CONVERTED),
    ),
}
"""Where a contact of the past ends up: the first line whose bound a chance lies under."""

_TAKEN_OVER = 0.6
_STILL_OPEN = 0.25
_LATELY = 3
_CLASH_AFTER = 15
_CALL_MINUTES = 15
_LATER = (0, 0, 0, 5, AIR)
_LONGER = (-10, -5, 0, 0, 0, 5, 10)
_REASONS = (None, None, *FormReason)
_AGREED = 0.6


class DemoContact(NamedTuple):
    """One contact; workers by their places in the cast."""

    item: DemoItem
    workers: tuple[int, ...]
    day: date
    start: int
    minutes: int
    form: ContactForm
    purpose: str
    status: ContactStatus
    reason: str
    form_reason: FormReason | None
    agreed: bool
    actual_start: int | None
    actual_minutes: int | None
    instead: bool
    """It came instead of the contact just before it, which was converted."""
    in_series: bool


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """What the weeks are laid from."""

    cast: Cast
    items: tuple[DemoItem, ...]
    could_take_over: Callable[[int, DemoItem], bool]


def weeks_of(cast: Cast) -> range:
    """Return the weeks that hold contacts, said from the week to plan."""
    return range(-cast.size.weeks, WEEKS_AHEAD + 1)


def contacts(plan: DemoPlan, chance: Random) -> Iterator[tuple[DemoContact, ...]]:
    """Yield each week's contacts, the oldest week first."""
    weeks = _Weeks(plan, chance)
    for week in weeks_of(plan.cast):
        yield tuple(weeks.week(week))


class _Weeks:
    def __init__(self, plan: DemoPlan, chance: Random) -> None:
        self._cast, self._items, self._plan = plan.cast, plan.items, plan
        self._chance = chance
        self._substitutes = {
            worker.team: place
            for place, worker in enumerate(self._cast.workers)
            if worker.life.role is WorkerRole.SUBSTITUTE
        }
        self._texts = self._cast.team.texts
        self._covered: dict[int, int] = {}
        self._away: frozenset[int] = frozenset()
        self._clash_wanted = True

    def week(self, week: int) -> Iterator[DemoContact]:
        monday = self._cast.day(week)
        days = [monday + timedelta(days=weekday) for weekday in range(7)]
        free = [day_name(day) is not None for day in days]
        self._look_for_absences(days)
        for item in self._items:
            day = days[item.weekday]
            if item.falls_on(day) and not free[item.weekday]:
                yield from self._contact(item, day, week)

    def _look_for_absences(self, days: list[date]) -> None:
        """Find who is away this week; a substitute stands in for one of them at a time."""
        self._away = frozenset(
            place
            for place, worker in enumerate(self._cast.workers)
            if any(away.first <= days[-1] and days[0] <= away.last for away in worker.aways)
        )
        self._covered = {}
        for place in sorted(self._away):
            self._covered.setdefault(self._cast.workers[place].team, place)

    def _contact(self, item: DemoItem, day: date, week: int) -> Iterator[DemoContact]:
        if day < self._cast.today:
            yield from self._past(item, day, week)
        elif item.rule is not None or item.occasion is not None:
            yield from self._with_clash(self._planned(item, day))
        elif (week == 0 and item.number % 2) or (week == 1 and not item.number % 4):
            yield self._planned(item, day)

    # --- ahead ---

    def _planned(self, item: DemoItem, day: date) -> DemoContact:
        firm = item.rule is not None or item.occasion is not None
        return DemoContact(
            item=item,
            workers=item.workers,
            day=day,
            start=item.start,
            minutes=item.minutes,
            form=item.forms[0],
            purpose=item.purposes[0],
            status=ContactStatus.PLANNED,
            reason="",
            form_reason=None,
            agreed=firm or self._chance.random() < _AGREED,
            actual_start=None,
            actual_minutes=None,
            instead=False,
            in_series=item.rule is not None,
        )

    def _with_clash(self, planned: DemoContact) -> Iterator[DemoContact]:
        """Put one call on top of a contact of hers who opens the example: something to solve."""
        yield planned
        if self._clash_wanted and planned.workers == (self._cast.opens,):
            other = self._somebody_to_call(planned.item)
            if other is not None:
                self._clash_wanted = False
                yield planned._replace(
                    item=replace(planned.item, citizens=(other,), rule=None, occasion=None),
                    start=planned.start + _CLASH_AFTER,
                    minutes=_CALL_MINUTES,
                    form=ContactForm.PHONE,
                    purpose="short_follow_up",
                    agreed=False,
                    in_series=False,
                )

    def _somebody_to_call(self, item: DemoItem) -> int | None:
        for at, citizen in enumerate(self._cast.citizens):
            hers = citizen.worker == self._cast.opens and at not in item.citizens
            if hers and self._takes_calls(at) and self._wish(at) is not FormWish.DISLIKES:
                return at
        return None

    # --- behind ---

    def _past(self, item: DemoItem, day: date, week: int) -> Iterator[DemoContact]:
        chance, worker = self._chance, item.workers[0]
        status, workers, reason = self._status(item, day), item.workers, ""
        if worker in self._away and self._cast.workers[worker].away_on(day):
            stand_in = self._stand_in(item, day)
            workers = item.workers if stand_in is None else (stand_in, *item.workers[1:])
            status = ContactStatus.CANCELLED_BY_US if stand_in is None else _HELD
            reason = self._texts.away if stand_in is None else ""
        held = status is _HELD
        later = 0 if item.rule is not None else chance.choice(_LATER)
        start = item.start + later
        contact = DemoContact(
            item=item,
            workers=workers,
            day=day,
            start=start,
            minutes=item.minutes,
            form=chance.choice(item.forms),
            purpose=item.purposes[week % len(item.purposes)],
            status=status,
            reason=reason or self._reason(status),
            form_reason=chance.choice(_REASONS),
            agreed=True,
            actual_start=start if held else None,
            actual_minutes=max(5, item.minutes + chance.choice(_LONGER)) if held else None,
            instead=False,
            in_series=item.rule is not None,
        )
        yield contact
        if status is _CONVERTED:
            yield self._instead(contact)

    def _status(self, item: DemoItem, day: date) -> ContactStatus:
        drawn, open_yet = self._chance.random(), self._chance.random() < _STILL_OPEN
        if open_yet and (self._cast.today - day).days <= _LATELY:
            return ContactStatus.PLANNED
        if item.occasion is not None:
            return _HELD
        at = item.citizens[0]
        shares = _SHARES[self._cast.citizens[at].life.pattern]
        status = next(status for bound, status in shares if drawn < bound)
        if status is _CONVERTED and not (item.forms[0].travels and self._takes_calls(at)):
            return ContactStatus.CANCELLED_BY_CITIZEN
        return status

    def _takes_calls(self, at: int) -> bool:
        life = self._cast.citizens[at].life
        can = life.has_number and life.profile.get("can_relate_to_remote", True)
        return bool(can) and self._wish(at) is not FormWish.REFUSES and bool(life.agreements)

    def _wish(self, at: int) -> FormWish:
        return FormWish(self._cast.citizens[at].life.profile.get("wish_phone", "neutral"))

    def _stand_in(self, item: DemoItem, day: date) -> int | None:
        absent = item.workers[0]
        team = self._cast.workers[absent].team
        substitute = self._substitutes.get(team)
        if substitute is None or self._covered.get(team) != absent or len(item.workers) > 1:
            return None
        if self._cast.workers[substitute].away_on(day) or self._chance.random() > _TAKEN_OVER:
            return None
        return substitute if self._plan.could_take_over(substitute, item) else None

    def _reason(self, status: ContactStatus) -> str:
        match status:
            case ContactStatus.CANCELLED_BY_CITIZEN:
                return self._chance.choice(self._texts.cancelled_by_citizen)
            case ContactStatus.CANCELLED_BY_US:
                return self._chance.choice(self._texts.cancelled_by_us)
            case ContactStatus.NO_SHOW:
                return self._chance.choice(self._texts.no_show)
            case ContactStatus.CONVERTED:
                return self._chance.choice(self._texts.converted)
            case _:
                return ""

    def _instead(self, contact: DemoContact) -> DemoContact:
        """Return the call that was made instead of a visit, at the same time."""
        return contact._replace(
            minutes=_CALL_MINUTES,
            form=ContactForm.PHONE,
            status=_HELD,
            reason="",
            form_reason=FormReason.PRACTICAL,
            actual_start=contact.start,
            actual_minutes=_CALL_MINUTES,
            instead=True,
            in_series=False,
        )
