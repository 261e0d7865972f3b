"""A DemoItem is something that comes back in an example worker's week, with its own time.

Each is put where there is room: within working hours, outside lunch and other time, with air and
the way there between, in all the weeks it is valid. So no week that is laid from the items has
two at once.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from bostoette.models.citizen_kinds import AgreementRhythm
from bostoette.models.contact_form import ContactForm
from bostoette.models.coordinates import Coordinates
from bostoette.models.demo_team import DemoAppointment, DemoLine, DemoOccasion
from bostoette.models.series_rule import SeriesRule
from bostoette.planning.demo_people import Cast, CastCitizen, CastWorker
from bostoette.planning.recurrence import WEEKS_AHEAD
from bostoette.planning.travel import TravelKnowledge, TravelPlace, estimate

AIR = 10
"""Minutes between contacts beyond the way; a contact may begin so much later than usual."""
LUNCH = (720, 750)
_GRID = 15
_WORKDAYS = 5
_ON_THE_WAY = frozenset({ContactForm.PHONE, ContactForm.SMS_CHAT})
_MONTH_WEEKS = 4


@dataclass(frozen=True, slots=True)
class DemoItem:
    """A contact that comes back; workers and citizens by their places in the cast."""

    number: int
    workers: tuple[int, ...]
    citizens: tuple[int, ...]
    forms: tuple[ContactForm, ...]
    purposes: tuple[str, ...]
    minutes: int
    weekday: int
    start: int
    first: date
    last: date
    every_weeks: int = 1
    week_of_month: int | None = None
    rule: SeriesRule | None = None
    """The series it belongs to; items of one rule and citizen are one series."""
    occasion: DemoOccasion | None = None

    def falls_on(self, day: date) -> bool:
        """Tell whether it comes on a day of its weekday, counted in weeks from its first."""
        if not self.first <= day <= self.last:
            return False
        if self.week_of_month is not None:
            return (day.day - 1) // 7 == self.week_of_month
        return (day - self.first).days // 7 % self.every_weeks == 0


@dataclass(frozen=True, slots=True)
class _Taken:
    """Time that is taken in a weekday of all weeks from the first to the last day."""

    start: int
    end: int
    place: TravelPlace | None
    """None is the worker's base."""
    first: date
    last: date
    anywhere: bool = False
    """A call or a lunch needs no way to it; what lies around it has its own way between."""


class _Diary:
    """One worker's week, filling up."""

    def __init__(self, worker: CastWorker, centres: Mapping[str, Coordinates]) -> None:
        self.worker = worker
        self._known = TravelKnowledge(worker.life.travel_mode, postal_centres=centres)
        self._minutes: dict[tuple[str, str], int] = {}
        self._days: tuple[list[_Taken], ...] = tuple([] for _ in range(_WORKDAYS))

    def take(self, weekday: int, taken: _Taken) -> None:
        self._days[weekday].append(taken)

    def has_room(self, weekday: int, wanted: _Taken) -> bool:
        hours = self.worker.life.hours.days[weekday]
        if hours is None:
            return False
        way = self._way(self.worker.base, wanted.place or self.worker.base)
        if wanted.start < hours[0] + way or wanted.end + AIR + way > hours[1]:
            return False
        return all(
            wanted.end + self._gap(wanted, taken) <= taken.start
            or taken.end + self._gap(wanted, taken) <= wanted.start
            for taken in self._days[weekday]
            if wanted.first <= taken.last and taken.first <= wanted.last
        )

    def _gap(self, one: _Taken, other: _Taken) -> int:
        if one.anywhere or other.anywhere:
            return AIR
        base = self.worker.base
        return AIR + self._way(one.place or base, other.place or base)

    def _way(self, here: TravelPlace, there: TravelPlace) -> int:
        if here.key == there.key:
            return 0
        pair = (here.key, there.key)
        if pair not in self._minutes:
            self._minutes[pair] = estimate(here, there, self._known).minutes
        return self._minutes[pair]


class DemoWeekBuilder:
    """Puts everything that comes back into the workers' weeks."""

    def __init__(self, cast: Cast, centres: Mapping[str, Coordinates], chance: Random) -> None:
        self._cast, self._chance = cast, chance
        self._diaries = [_Diary(worker, centres) for worker in cast.workers]
        self._busy: dict[int, list[tuple[int, int, int]]] = {}
        self._mates: dict[int, list[int]] = {}
        for place, worker in enumerate(cast.workers):
            self._mates.setdefault(worker.team, []).append(place)
        self._here = {(one.team, one.life.name): at for at, one in _originals(cast.citizens)}
        self.items: list[DemoItem] = []
        self.left_out = 0
        """Items for which no worker of the team had room."""

    def build(self) -> tuple[DemoItem, ...]:
        """Put lunch, other time, occasions, fixed and then loose lines into the weeks."""
        for place in range(len(self._cast.workers)):
            self._take_other_time(place)
        for team in range(len(self._mates)):
            for occasion in self._cast.team.occasions:
                self._put_occasion(team, occasion)
        lines = [
            (at, line, first, last)
            for at, citizen in enumerate(self._cast.citizens)
            for line, first, last in self._lines(citizen)
        ]
        for at, line, first, last in sorted(lines, key=_fixed_and_long_first):
            self._put_line(at, line, first, last)
        return tuple(self.items)

    def could_take_over(self, worker: int, item: DemoItem) -> bool:
        """Tell whether a worker could hold a colleague's contact at its time."""
        wanted = self._taken(item.start, item, date.min, date.max)
        return self._diaries[worker].has_room(item.weekday, wanted)

    # --- what takes time ---

    def _take_other_time(self, place: int) -> None:
        diary = self._diaries[place]
        for weekday in range(_WORKDAYS):
            diary.take(weekday, _Taken(*LUNCH, None, date.min, date.max, anywhere=True))
        for other in appointments_of(self._cast, place):
            day = self._cast.day(other.week) + timedelta(days=other.weekday)
            first, last = (date.min, date.max) if other.every_weeks else (day, day)
            end = other.at + other.minutes
            diary.take(other.weekday, _Taken(other.at, end, None, first, last))

    def _lines(self, citizen: CastCitizen) -> Iterator[tuple[DemoLine, date, date]]:
        """Yield a citizen's agreed lines with their first and last day."""
        cast, life = self._cast, citizen.life
        stop = date.max if life.status_since is None else _day_before(cast.day(life.status_since))
        for agreement in life.agreements:
            first, last = cast.days_of(life, agreement)
            for line in agreement.lines:
                if line.forms[0] not in {ContactForm.GROUP_WALK, ContactForm.GROUP_ONLINE}:
                    yield line, max(first, cast.first_day), min(last or date.max, stop)

    # --- putting ---

    def _put_occasion(self, team: int, occasion: DemoOccasion) -> None:
        mates = {self._cast.workers[place].life.initials: place for place in self._mates[team]}
        citizens = [self._here.get((team, name)) for name in occasion.citizens]
        workers = [mates.get(initials) for initials in occasion.workers]
        if None in citizens or None in workers:
            return
        day = self._cast.day(occasion.week) + timedelta(days=occasion.weekday)
        every = occasion.every_weeks
        item = DemoItem(
            number=len(self.items),
            workers=tuple(one for one in workers if one is not None),
            citizens=tuple(one for one in citizens if one is not None),
            forms=(occasion.form,),
            purposes=(occasion.purpose,),
            minutes=occasion.minutes,
            weekday=occasion.weekday,
            start=occasion.at,
            first=self._back(day, every) if every else day,
            last=self._cast.day(WEEKS_AHEAD) if every else day,
            every_weeks=every or 1,
            occasion=occasion,
        )
        weekdays = (occasion.weekday, *range(_WORKDAYS))
        found = any(
            self._put(item, (weekday,), occasion.at, self._shifted(item, weekday))
            for weekday in (weekdays if not every else weekdays[:1])
        )
        self.left_out += not found

    def _shifted(self, item: DemoItem, weekday: int) -> tuple[date, date]:
        shift = timedelta(days=weekday - item.weekday)
        return item.first + shift, item.last + shift

    def _back(self, day: date, every: int) -> date:
        """Return the same weekday so many rounds earlier that it lies in the past's first weeks."""
        rounds = max(0, (day - self._cast.first_day).days // (7 * every))
        return day - timedelta(weeks=rounds * every)

    def _put_line(self, at: int, line: DemoLine, first: date, last: date) -> None:
        last_made = min(last, self._cast.today + timedelta(weeks=WEEKS_AHEAD))
        if first > last_made:
            return
        if line.weekdays and line.at is not None:
            groups = [(line.weekdays, line.at)]
        else:
            groups = [((weekday,), self._some_start()) for weekday in self._some_days(line.number)]
        for which, (weekdays, start) in enumerate(groups):
            item = self._item(at, line, which, first, last_made)
            places = [(weekdays, start), *self._elsewhere(weekdays)]
            self.left_out += not self._put_anywhere(item, places, fixed=bool(line.weekdays))

    def _item(self, at: int, line: DemoLine, which: int, first: date, last: date) -> DemoItem:
        monthly = line.rhythm is AgreementRhythm.MONTH
        week = self._chance.randrange(line.every_weeks) if not monthly else 0
        return DemoItem(
            number=len(self.items),
            workers=(self._cast.citizens[at].worker,),
            citizens=(at,),
            forms=line.forms,
            purposes=line.purposes,
            minutes=line.minutes,
            weekday=0,
            start=0,
            first=first + timedelta(weeks=week),
            last=last,
            every_weeks=1 if monthly else line.every_weeks,
            week_of_month=which * _MONTH_WEEKS // line.number if monthly else None,
        )

    def _put_anywhere(
        self, item: DemoItem, places: list[tuple[tuple[int, ...], int]], *, fixed: bool
    ) -> bool:
        """Try the citizen's own worker, then the secondary, then the rest; free days come first."""
        citizen = self._cast.citizens[item.citizens[0]]
        own = [citizen.worker, *([] if citizen.secondary is None else [citizen.secondary])]
        others = [mate for mate in self._mates[citizen.team] if mate not in own]
        met = {weekday for weekday, _start, _end in self._busy.get(item.citizens[0], ())}
        spread = sorted(places, key=lambda place: not met.isdisjoint(place[0]))
        days = item.first, item.last
        return any(
            self._put(replace(item, workers=(worker,)), weekdays, start, days, fixed=fixed)
            for worker in (*own, *others)
            for weekdays, start in spread
        )

    def _put(
        self,
        item: DemoItem,
        weekdays: tuple[int, ...],
        start: int,
        days: tuple[date, date],
        *,
        fixed: bool = False,
    ) -> bool:
        """Put an item at the free time nearest to the one wanted, the same on all weekdays."""
        if any(weekday >= _WORKDAYS for weekday in weekdays):
            return False
        for at in sorted(range(450, 1020, _GRID), key=lambda one: abs(one - start)):
            if all(self._free(item, weekday, self._taken(at, item, *days)) for weekday in weekdays):
                self._settle(item, weekdays, at, days, fixed=fixed)
                return True
        return False

    def _free(self, item: DemoItem, weekday: int, wanted: _Taken) -> bool:
        for citizen in item.citizens:
            for day, start, end in self._busy.get(citizen, ()):
                if day == weekday and start < wanted.end + AIR and wanted.start < end + AIR:
                    return False
        return all(self._diaries[place].has_room(weekday, wanted) for place in item.workers)

    def _settle(
        self,
        item: DemoItem,
        weekdays: tuple[int, ...],
        at: int,
        days: tuple[date, date],
        *,
        fixed: bool,
    ) -> None:
        first = _on_or_after(days[0], weekdays)
        rule = self._rule(item, weekdays, at, first, days[1]) if fixed else None
        for weekday in weekdays:
            taken = self._taken(at, item, *days)
            for place in item.workers:
                self._diaries[place].take(weekday, taken)
            for citizen in item.citizens:
                self._busy.setdefault(citizen, []).append((weekday, taken.start, taken.end))
            self.items.append(
                replace(
                    item,
                    number=len(self.items),
                    weekday=weekday,
                    start=at,
                    first=_on_or_after(days[0], (weekday,)),
                    last=days[1],
                    rule=rule,
                )
            )

    def _rule(
        self, item: DemoItem, weekdays: tuple[int, ...], at: int, first: date, last: date
    ) -> SeriesRule:
        ahead = self._cast.today + timedelta(weeks=WEEKS_AHEAD)
        until = None if last >= ahead else last
        return SeriesRule(item.every_weeks, weekdays, first, at, item.minutes, until)

    def _taken(self, start: int, item: DemoItem, first: date, last: date) -> _Taken:
        anywhere = all(form in _ON_THE_WAY for form in item.forms)
        return _Taken(start, start + item.minutes, self._place(item), first, last, anywhere)

    def _place(self, item: DemoItem) -> TravelPlace | None:
        if not item.citizens or not any(form.travels for form in item.forms):
            return None
        return self._cast.citizens[item.citizens[0]].where

    # --- chances ---

    def _some_days(self, number: int) -> list[int]:
        return sorted(self._chance.sample(range(_WORKDAYS), min(number, _WORKDAYS)))

    def _some_start(self) -> int:
        return self._chance.randrange(540, 900, _GRID)

    def _elsewhere(self, weekdays: tuple[int, ...]) -> list[tuple[tuple[int, ...], int]]:
        """Offer the other days too, the same distance apart."""
        return [
            (tuple(sorted((weekday + shift) % _WORKDAYS for weekday in weekdays)), 600)
            for shift in range(1, _WORKDAYS)
        ]


def appointments_of(cast: Cast, place: int) -> list[DemoAppointment]:
    """Return the other time that stands in a worker's calendar."""
    initials = cast.workers[place].life.initials
    return [
        one
        for one in cast.team.appointments
        if initials in one.workers or not (one.workers or initials in one.outside)
    ]


def _fixed_and_long_first(each: tuple[int, DemoLine, date, date]) -> tuple[bool, int]:
    return not each[1].weekdays, -each[1].minutes


def _originals(citizens: Iterable[CastCitizen]) -> Iterator[tuple[int, CastCitizen]]:
    return ((at, citizen) for at, citizen in enumerate(citizens) if not citizen.copied)


def _on_or_after(day: date, weekdays: tuple[int, ...]) -> date:
    return min(day + timedelta(days=(weekday - day.weekday()) % 7) for weekday in weekdays)


def _day_before(day: date) -> date:
    return day - timedelta(days=1)
