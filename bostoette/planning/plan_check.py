"""Checks a citizen's dated plan over 28 rolling days (practice catalogue, 1b).

What is missing is told on the window's last day; what is too much on the contact that it is about,
and only where that contact is still to come in the week looked at.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.planned_life import LOOKED_BACK, LifeContact, PlannedLife
from bostoette.models.practice_condition import (
    CheckedFor,
    Comparison,
    FieldTest,
    Limit,
    Measure,
    MeasureTest,
    PlanCheck,
)
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.raised_plan import RaisedPlan
from bostoette.models.wording import duration, listed, short_day
from bostoette.planning.compiled_checks import compile_measure_test
from bostoette.planning.undated_plan import REMOTE
from bostoette.planning.week_sentence import WeekSentence

IN_WEEK = frozenset({"too_long", "many_workers"})
"""Told by the week's own sentences already, contact by contact (P71, P17)."""
_OF_MEETINGS = frozenset({Measure.FACE_TO_FACE_CONTACTS, Measure.HOME_VISITS})


@dataclass(frozen=True, slots=True)
class PlanDays:
    """The days looked at: a window that rolls, and the week in which it ends."""

    first: date
    last: date
    from_day: date
    """From here on something can still be changed."""

    @staticmethod
    def ending(last: date, today: date, days: int = 28) -> "PlanDays":
        """Return the window that ends with a week's last day."""
        return PlanDays(last - timedelta(days=days - 1), last, max(today, last - timedelta(days=6)))


def check_plan(
    life: PlannedLife,
    days: PlanDays,
    rules: PracticeRules,
    caps: Mapping[ContactForm, int],
) -> tuple[RaisedPlan, ...]:
    """Say what a citizen's plan lacks or has too much of: P01, P17, P37, P38, P42, P56, P71–P73.

    ``caps`` are the forms' longest lengths in minutes. Rules that are off raise nothing. A meeting
    is missed only once support has run as long as the rule gives it.
    """
    looked_at = _Looked(life, days, rules, caps)
    checks = (one for one in rules.plan_checks if one.per is CheckedFor.CITIZEN)
    return tuple(raised for check in checks for raised in looked_at.raise_(check))


def as_sentence(raised: RaisedPlan) -> WeekSentence:
    """Return what was raised as one of a week's sentences."""
    return WeekSentence(
        raised.rule,
        raised.contacts,
        raised.day,
        raised.text,
        raised.lift,
        raised.citizen_id,
        raised.check,
        (raised.first, raised.last),
    )


class _Looked:
    """One citizen's window, counted once."""

    def __init__(
        self,
        life: PlannedLife,
        days: PlanDays,
        rules: PracticeRules,
        caps: Mapping[ContactForm, int],
    ) -> None:
        self._life, self._days, self._rules, self._caps = life, days, rules, caps
        self._window = [one for one in life.contacts if days.first <= one.day <= days.last]
        self._counts = _counted(self._window, caps)

    def raise_(self, check: PlanCheck) -> Iterator[RaisedPlan]:
        """Give what one check tells; nothing where it is off or holds."""
        on = [rule for rule in check.rules if self._rules.rules[rule].on]
        if not on or not all(self._answers(test) for test in check.when):
            return
        if not self._life.has_home and _asks_for_home(check):
            return
        if not all(self._breaks(test, check.days) for test in check.raised_when):
            return
        about = self._about(check)
        if about is None:
            return
        life, days = self._life, self._days
        said = f"{check.text[:1].lower()}{check.text[1:]}"
        text = f"{life.initials}: {said} {self._facts(check, about)}"
        yield RaisedPlan(
            check.id,
            on[0],
            life.citizen_id,
            life.initials,
            days.first,
            days.last,
            about[0].day if about else days.last,
            tuple(one.id for one in about),
            text.strip(),
            _LIFTS.get(check.id, ""),
        )

    def _answers(self, test: FieldTest) -> bool:
        given = getattr(self._life.profile, test.field)
        return (given == test.value) is (test.comparison is Comparison.IS)

    def _breaks(self, test: MeasureTest, days: int) -> bool:
        value = self._value(test)
        if test.limit is Limit.ONCE_IN_DAYS:
            if self._since_first() < value:
                return False
            if value > days:
                return self._days_since(test.measure) >= value
            days = min(days, self._since_first())
        return compile_measure_test(test, value, days)(self._counts)

    def _days_since(self, measure: Measure) -> int:
        """Count the days since the latest meeting or visit, however far back it lies.

        For a team that lets more days go by than the window holds.
        """
        latest = self._latest_of(measure)
        return self._since_first() if latest is None else (self._days.last - latest).days

    def _latest_of(self, measure: Measure) -> date | None:
        until = [one for one in self._life.contacts if one.day <= self._days.last]
        if measure is Measure.FACE_TO_FACE_CONTACTS:
            met = [one.day for one in until if one.form.face_to_face]
            return max(met, default=self._life.met)
        seen = [one.day for one in until if _sees_home(one)]
        return max(seen, default=self._life.home_seen)

    def _value(self, test: MeasureTest) -> int:
        given = test.value
        return self._rules.number(given).value if isinstance(given, NumberName) else given

    def _since_first(self) -> int:
        """Count the days of support so far; without any contact there is no plan to check.

        The week in which support begins counts whole, so that four weeks are 28 days on whatever
        day of the first one they begin.
        """
        first = self._life.first_day
        if first is None:
            return 0
        return (self._days.last - IsoWeek.of(first).monday).days + 1

    def _about(self, check: PlanCheck) -> tuple[LifeContact, ...] | None:
        """Return the contacts that a check is about; None where none of them is still to come."""
        if {test.measure for test in check.raised_when} & _OF_MEETINGS:
            return ()
        if check.id == "many_workers":
            return ()
        coming = [one for one in self._window if one.planned and one.day >= self._days.from_day]
        found = tuple(_PICKED[check.id](coming, self)) if check.id in _PICKED else ()
        return found or None

    def over_cap(self, one: LifeContact) -> bool:
        """Tell whether a contact is longer than its form bears."""
        return one.form in self._caps and one.minutes > self._caps[one.form]

    def number(self, rule: str, name: str) -> int:
        """Return a rule's number."""
        return self._rules.number(NumberName(rule, name)).value

    def _facts(self, check: PlanCheck, about: Sequence[LifeContact]) -> str:
        """Say what was counted."""
        measure = check.raised_when[0].measure
        if measure is Measure.FACE_TO_FACE_CONTACTS:
            latest = self._latest_of(measure)
            return self._latest("Det seneste møde", "I har ikke mødtes", latest)
        if measure is Measure.HOME_VISITS:
            latest = self._latest_of(measure)
            return self._latest("Det seneste besøg", "Det er ikke set", latest)
        if measure is Measure.DISTINCT_WORKERS:
            names = {initials for one in self._window for _key, initials in one.workers}
            return f"{len(names)} på {check.days} dage: {listed(sorted(names))}."
        first = about[0]
        when = f"{first.form.short_name.capitalize()} {short_day(first.day)}"
        if check.id == "shifts":
            return f"Der er {len(about)} kontakter {short_day(first.day)}"
        if check.id == "group_size":
            return f"{when} er med {first.citizens}."
        return f"{when} er på {duration(first.minutes)}."

    def _latest(self, what: str, never: str, day: date | None) -> str:
        """Say when it happened last, as planned until the window's last day."""
        if day is None and self._life.first_day is not None:
            long = self._life.first_day < self._days.first - LOOKED_BACK
            never += " det seneste år" if long else " endnu"
        said = f"{what} er {short_day(day)}" if day else never
        return f"{said}, når planen ses til og med {short_day(self._days.last)}"


def _counted(window: Sequence[LifeContact], caps: Mapping[ContactForm, int]) -> dict[Measure, int]:
    by_day: dict[date, int] = {}
    for one in window:
        by_day[one.day] = by_day.get(one.day, 0) + 1
    remote = [one for one in window if one.form in REMOTE]
    over = (one.minutes - caps[one.form] for one in window if one.form in caps)
    online = (one.citizens for one in window if one.form is ContactForm.GROUP_ONLINE)
    workers: set[Key] = {key for one in window for key, _initials in one.workers}
    return {
        Measure.FACE_TO_FACE_CONTACTS: sum(one.form.face_to_face for one in window),
        Measure.HOME_VISITS: sum(_sees_home(one) for one in window),
        Measure.MINUTES_OVER_CAP: max(over, default=0),
        Measure.REMOTE_CONTACTS_PER_WEEK: len(remote),
        Measure.LONGEST_REMOTE_MINUTES: max((one.minutes for one in remote), default=0),
        Measure.DISTINCT_WORKERS: len(workers),
        Measure.CITIZENS_IN_ONLINE_GROUP: max(online, default=0),
        Measure.CONTACTS_ON_ONE_DAY: max(by_day.values(), default=0),
    }


def _sees_home(one: LifeContact) -> bool:
    return one.form is ContactForm.PHYSICAL and one.place is ContactPlace.HOME


def _asks_for_home(check: PlanCheck) -> bool:
    return any(test.measure is Measure.HOME_VISITS for test in check.raised_when)


def _longest_remote(coming: Sequence[LifeContact], looked: _Looked) -> list[LifeContact]:
    most = looked.number("P72", "long_remote_minutes")
    long = [one for one in coming if one.form in REMOTE and one.minutes > most]
    return sorted(long, key=lambda one: -one.minutes)[:1]


def _too_long(coming: Sequence[LifeContact], looked: _Looked) -> list[LifeContact]:
    return [one for one in coming if looked.over_cap(one)][:1]


def _large_group(coming: Sequence[LifeContact], looked: _Looked) -> list[LifeContact]:
    most = looked.number("P73", "citizens_at_most")
    groups = (one for one in coming if one.form is ContactForm.GROUP_ONLINE)
    return [one for one in groups if one.citizens > most][:1]


def _crowded_day(coming: Sequence[LifeContact], looked: _Looked) -> list[LifeContact]:
    most = looked.number("P56", "contacts_per_day")
    for one in coming:
        day = [other for other in coming if other.day == one.day]
        if len(day) > most:
            return day
    return []


_PICKED: Mapping[str, Callable[[Sequence[LifeContact], _Looked], list[LifeContact]]] = {
    "split_it": _longest_remote,
    "too_long": _too_long,
    "group_size": _large_group,
    "shifts": _crowded_day,
}
_LIFTS = {
    "face_to_face_floor": "Planlæg et besøg eller en gåtur.",
    "home_not_seen": "Planlæg et besøg i hjemmet.",
    "isolation": "Planlæg et besøg eller en gåtur.",
    "risk_red": "Planlæg et besøg.",
    "risk_yellow": "Planlæg et besøg.",
    "too_long": "Del den i flere kortere.",
    "split_it": "Del den i flere korte på hver sin dag.",
    "many_workers": "Lad en, borgeren kender, tage kontakten.",
    "group_size": "Del gruppen i to.",
    "shifts": "Flyt en af dem til en anden dag.",
}
