"""Who is in the example: the team as written, and for the large sizes more people like them.

People are known by their place in the cast; what they look like is invented from a seed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import cos, radians
from random import Random

from bostoette.models.coordinates import Coordinates
from bostoette.models.demo_team import DemoAgreement, DemoCitizen, DemoSize, DemoTeam, DemoWorker
from bostoette.models.iso_week import IsoWeek
from bostoette.models.worker_kinds import AbsenceKind, WorkerRole
from bostoette.planning.citizen_code import initials_of, unique_code
from bostoette.planning.travel import TravelKnowledge, TravelPlace, estimate

KM_PER_DEGREE = 111.2
WEEKEND_LOOKAHEAD = 2
"""On Saturday and Sunday the week to plan is the coming one."""
_NEIGHBOUR_TOWNS = 4
_WITHOUT_COORDINATES = 0.05
_WEEKS_A_YEAR = 52
_HOLIDAYS_A_YEAR = 5
_SICK_LEAVES_A_YEAR = 3


@dataclass(frozen=True, slots=True)
class DemoAway:
    """Days on which a worker is away, first and last included."""

    first: date
    last: date
    kind: AbsenceKind


@dataclass(frozen=True, slots=True)
class CastWorker:
    """A worker of the example; the superuser and the substitute of her team by their places."""

    life: DemoWorker
    team: int
    name: str
    initials: str
    address: str
    postal_code: str
    base: TravelPlace
    aways: tuple[DemoAway, ...]

    def away_on(self, day: date) -> bool:
        """Tell whether she is away."""
        return any(away.first <= day <= away.last for away in self.aways)


@dataclass(frozen=True, slots=True)
class CastCitizen:
    """A citizen of the example; workers by their places in the cast."""

    life: DemoCitizen
    team: int
    copied: bool
    """One more of the same life within a team: takes no part in its groups and meetings."""
    name: str
    code: str
    address: str
    postal_code: str
    where: TravelPlace
    travel_minutes: int
    phone: str
    worker: int
    secondary: int | None


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody, and the days that everything is said from."""

    team: DemoTeam
    size: DemoSize
    today: date
    workers: tuple[CastWorker, ...]
    citizens: tuple[CastCitizen, ...]
    opens: int
    """The worker in whose name the example opens."""

    @property
    def monday(self) -> date:
        """The week to plan: this one, at a weekend the coming one."""
        return IsoWeek.of(self.today + timedelta(days=WEEKEND_LOOKAHEAD)).monday

    @property
    def first_day(self) -> date:
        """The day the past begins."""
        return self.monday - timedelta(weeks=self.size.weeks)

    def day(self, week: int) -> date:
        """Return the Monday of a week said from the week to plan."""
        return self.monday + timedelta(weeks=week)

    def days_of(self, life: DemoCitizen, agreement: DemoAgreement) -> tuple[date, date | None]:
        """Return an agreement's first and last day.

        In the small team they are as written. In the larger ones the first agreement is as old as
        the past, unless the citizen is new, so that lives fill all the years.
        """
        first = self.day(agreement.since)
        oldest = agreement.since == min(one.since for one in life.agreements)
        if oldest and not life.new and self.size is not DemoSize.TEAM:
            first = min(first, self.first_day)
        until = agreement.until
        if until is None and life.status.stops_everything:
            until = life.status_since
        return first, None if until is None else self.day(until) - timedelta(days=1)


def cast(
    team: DemoTeam, size: DemoSize, today: date, seed: int, centres: Mapping[str, Coordinates]
) -> Cast:
    """Invent everybody; the same seed and day give the same people."""
    return _Casting(team, size, today, seed, centres).whole()


class _Casting:
    def __init__(
        self,
        team: DemoTeam,
        size: DemoSize,
        today: date,
        seed: int,
        centres: Mapping[str, Coordinates],
    ) -> None:
        self._team, self._size, self._centres = team, size, centres
        self._chance = Random(f"{seed} {size} people")  # noqa: S311 - invents people, guards nothing
        self._empty = Cast(team, size, today, (), (), 0)
        self._names = self._shuffled_names()
        self._initials: set[str] = set()
        self._codes: set[str] = set()
        self._towns = {code: self._nearest_towns(code) for code in team.towns}

    def whole(self) -> Cast:
        teams = -(-self._size.workers // len(self._team.workers))
        workers: list[CastWorker] = []
        citizens: list[CastCitizen] = []
        for number in range(teams):
            before = len(workers)
            room = min(len(self._team.workers), self._size.workers - before)
            workers += [self._worker(number, life) for life in self._team.workers[:room]]
            share = self._size.citizens * (number + 1) // teams - len(citizens)
            mates = workers[before:]
            citizens += [self._citizen(number, each, before, mates) for each in range(share)]
        opens = [worker.initials for worker in workers].index(self._team.opens)
        empty = self._empty
        return Cast(empty.team, empty.size, empty.today, tuple(workers), tuple(citizens), opens)

    # --- workers ---

    def _worker(self, team: int, life: DemoWorker) -> CastWorker:
        written = team == 0
        name = life.name if written else self._names.pop()
        postal_code = life.postal_code if written else self._town_of(team)
        initials = self._unique_initials(life.initials if written else initials_of(name))
        point = self._point(postal_code, life.km)
        return CastWorker(
            life,
            team,
            name,
            initials,
            "Eksempelvej 1" if life.base_kind.value == "office" else self._address(),
            postal_code,
            TravelPlace(f"base {initials}", point, postal_code, is_base=True),
            self._written_aways(life) + self._invented_aways(life),
        )

    def _unique_initials(self, initials: str) -> str:
        number, unique = 1, initials
        while unique in self._initials:
            number += 1
            unique = f"{initials}{number}"
        self._initials.add(unique)
        return unique

    def _written_aways(self, life: DemoWorker) -> tuple[DemoAway, ...]:
        return tuple(
            self._away(self._empty.day(one.week), one.weekday, one.days, one.kind)
            for one in life.absences
        )

    def _invented_aways(self, life: DemoWorker) -> tuple[DemoAway, ...]:
        """Invent the holidays and sick leaves of the years before the team's past."""
        if life.role is WorkerRole.SUBSTITUTE:
            return ()
        aways = []
        for week in range(-self._size.weeks, -DemoSize.TEAM.weeks):
            drawn = self._chance.random() * _WEEKS_A_YEAR
            monday = self._empty.day(week)
            if drawn < _HOLIDAYS_A_YEAR:
                aways.append(self._away(monday, 0, 5, AbsenceKind.HOLIDAY))
            elif drawn < _HOLIDAYS_A_YEAR + _SICK_LEAVES_A_YEAR:
                first, days = self._chance.randrange(4), self._chance.randrange(1, 3)
                aways.append(self._away(monday, first, days, AbsenceKind.ILLNESS))
        return tuple(aways)

    def _away(self, monday: date, weekday: int, days: int, kind: AbsenceKind) -> DemoAway:
        first = monday + timedelta(days=weekday)
        return DemoAway(first, first + timedelta(days=days - 1), kind)

    # --- citizens ---

    def _citizen(self, team: int, each: int, before: int, mates: list[CastWorker]) -> CastCitizen:
        round_number, which = divmod(each, len(self._team.citizens))
        life = self._team.citizens[which]
        written = team == 0 and round_number == 0
        name = life.name if written else self._names.pop()
        postal_code = life.postal_code if written else self._postal_code(team, life)
        km = life.km if written else (self._chance.gauss(0, 1.2), self._chance.gauss(0, 1.2))
        vague = not written and self._chance.random() < _WITHOUT_COORDINATES
        code = unique_code(initials_of(name), self._codes)
        self._codes.add(code)
        point = self._point(postal_code, km) if postal_code and km and not vague else None
        where = TravelPlace(code, point, postal_code or None)
        worker = self._worker_of(life.worker, round_number, mates)
        return CastCitizen(
            life,
            team,
            round_number > 0,
            name,
            code,
            self._address() if postal_code else "",
            postal_code,
            where,
            self._minutes(mates[worker], where),
            self._phone() if life.has_number else "",
            before + worker,
            before + self._worker_of(life.secondary, round_number, mates)
            if life.secondary
            else None,
        )

    def _worker_of(self, initials: str, round_number: int, mates: list[CastWorker]) -> int:
        """Give the life's own worker; later rounds go round among those who have a caseload."""
        own = [worker.life.initials for worker in mates]
        at = own.index(initials) if initials in own else 0
        if not round_number:
            return at
        loads = [place for place, worker in enumerate(mates) if worker.life.caseload]
        return loads[(at + round_number) % len(loads)]

    def _postal_code(self, team: int, life: DemoCitizen) -> str:
        if not life.postal_code:
            return ""
        return self._chance.choices(self._towns[self._town_of(team)], (5, 2, 1, 1))[0]

    def _minutes(self, worker: CastWorker, where: TravelPlace) -> int:
        known = TravelKnowledge(worker.life.travel_mode, postal_centres=self._centres)
        return estimate(worker.base, where, known).minutes

    # --- names and places ---

    def _shuffled_names(self) -> list[str]:
        names = self._team.names
        taken = {worker.name for worker in self._team.workers}
        taken |= {citizen.name for citizen in self._team.citizens}
        every = [
            f"{first} {start}{end}"
            for first in names.first_names
            for start in names.surname_starts
            for end in names.surname_ends
        ]
        free = [name for name in every if name not in taken]
        self._chance.shuffle(free)
        return free

    def _nearest_towns(self, postal_code: str) -> list[str]:
        here = self._centres[postal_code]
        near = sorted(self._team.towns, key=lambda code: here.km_to(self._centres[code]))
        return near[:_NEIGHBOUR_TOWNS]

    def _town_of(self, team: int) -> str:
        towns = tuple(self._team.towns)
        return towns[team % len(towns)]

    def _address(self) -> str:
        return f"{self._chance.choice(self._team.names.streets)} {self._chance.randrange(2, 90)}"

    def _phone(self) -> str:
        digits = f"{self._chance.randrange(340_000, 349_999 + 1)}"
        return f"12 {digits[:2]} {digits[2:4]} {digits[4:]}"

    def _point(self, postal_code: str, km: tuple[float, float]) -> Coordinates:
        centre = self._centres[postal_code]
        north = centre.latitude + km[1] / KM_PER_DEGREE
        east = centre.longitude + km[0] / (KM_PER_DEGREE * cos(radians(centre.latitude)))
        return Coordinates(round(north, 4), round(east, 4))
