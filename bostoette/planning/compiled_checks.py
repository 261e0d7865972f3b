"""A CompiledCheck is one check of a whole plan, made ready: what is counted against what limit."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.practice_condition import CheckedFor, Limit, Measure, MeasureTest
from bostoette.models.raised_check import RaisedCheck

WEEK_DAYS = 7
Measures = Mapping[Measure, int]
"""What was counted in a plan over the check's days; what was not counted is not there.

Contacts per week are given as contacts in all the days."""
MeasuresTest = Callable[[Measures], bool]


@dataclass(frozen=True, slots=True)
class CompiledCheck:
    """One check: raised when all tests of the profile and of the counts hold."""

    id: str
    per: CheckedFor
    rules: tuple[str, ...]
    text: str
    when: tuple[Callable[[ProfileFields], bool], ...]
    raised_when: tuple[MeasuresTest, ...]

    def raised(self, profile: ProfileFields, measures: Measures) -> bool:
        """Tell whether a citizen's plan is told of it."""
        return all(test(profile) for test in self.when) and all(
            test(measures) for test in self.raised_when
        )


def compile_measure_test(test: MeasureTest, limit: int, days: int) -> MeasuresTest:
    """Make a test of one count ready; a count that was not made raises nothing."""
    measure = test.measure
    raised = _compared(test.limit, limit, days, weekly=measure is Measure.REMOTE_CONTACTS_PER_WEEK)
    return lambda measures: measure in measures and raised(measures[measure])


def raised_checks(
    checks: Iterable[CompiledCheck], profile: ProfileFields, measures: Measures
) -> tuple[RaisedCheck, ...]:
    """Return what a citizen's plan is told of, in the checks' order."""
    return tuple(
        RaisedCheck(check.id, check.rules, check.text)
        for check in checks
        if check.per is CheckedFor.CITIZEN and check.raised(profile, measures)
    )


def _compared(limit: Limit, value: int, days: int, *, weekly: bool) -> Callable[[int], bool]:
    if limit is Limit.ONCE_IN_DAYS:
        needed = days // max(value, 1)
        return lambda count: count < needed
    if weekly:
        value = value * days // WEEK_DAYS
    if limit is Limit.FEWER_THAN:
        return lambda count: count < value
    if limit is Limit.AT_MOST:
        return lambda count: count <= value
    return lambda count: count > value
