"""How many advices and plan checks one core gives in a second.

``python benchmarks/advice.py``: made-up profiles and situations of every kind, drawn once with a
fixed seed, are advised on in turn; the processor's time is counted, not the clock's.
"""

import random
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from statistics import median
from typing import Any

from measuring import table  # type: ignore[import-not-found] # run as a script, it lies beside

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.practice_condition import PROFILE_FIELDS, Companion
from bostoette.models.raised_check import PlanItem, UndatedPlan
from bostoette.models.situation import Situation
from bostoette.planning.advice import advise
from bostoette.planning.compiled_conditions import compile_conditions
from bostoette.planning.undated_plan import check_undated
from bostoette.store.conditions_file import delivered_conditions
from bostoette.store.practice_rules_file import delivered_practice_rules

CASES = 2000
TIMES = 15
GOAL = 5000
RANDOM = random.Random(82)


def answer(kind: Any) -> Any:
    if kind is int:
        return RANDOM.randrange(90)
    return RANDOM.choice((False, True) if kind is bool else tuple(kind))


def any_profile() -> ProfileFields:
    """Draw every answer evenly, so that far more speaks against each form than in real life."""
    given = {name: answer(kind) for name, kind in PROFILE_FIELDS.items()}
    return ProfileFields(filled_on=date(2026, 11, 1), **given)


def usual_profile() -> ProfileFields:
    """Draw a citizen with three answers out of the ordinary."""
    names = RANDOM.sample(sorted(PROFILE_FIELDS), 3)
    given = {name: answer(PROFILE_FIELDS[name]) for name in names}
    return ProfileFields(filled_on=date(2026, 11, 1), **given)


def any_situation() -> Situation:
    return Situation(
        RANDOM.choice([purpose.id for purpose in delivered_conditions().purposes]),
        RANDOM.randrange(8),
        RANDOM.choice((None, RANDOM.randrange(60))),
        RANDOM.choice((None, RANDOM.randrange(40))),
        RANDOM.choice(tuple(Companion)),
        RANDOM.choice(tuple(ContactPlace)),
        RANDOM.random() < 0.1,
    )


def any_plan() -> UndatedPlan:
    items = [
        PlanItem(RANDOM.choice(tuple(ContactForm)), RANDOM.randrange(10, 120), RANDOM.randrange(9))
        for _ in range(3)
    ]
    return UndatedPlan(tuple(items), RANDOM.randrange(5), RANDOM.randrange(3))


def per_second(work: Callable[..., object], cases: Sequence[tuple[Any, ...]]) -> tuple[int, int]:
    """Return the median and the lowest number a second over all rounds."""
    taken = []
    for _ in range(TIMES):
        begun = time.process_time()
        for case in cases:
            work(*case)
        taken.append(len(cases) / (time.process_time() - begun))
    return int(median(taken)), int(min(taken))


def main() -> None:
    rules, delivered = delivered_practice_rules(), delivered_conditions()
    conditions = compile_conditions(rules, delivered)
    advised = partial(_advised, conditions)
    checked = partial(_checked, conditions)
    measured = [
        (
            "advices, citizens with three answers out of the ordinary",
            per_second(advised, [(usual_profile(), any_situation()) for _ in range(CASES)]),
            f"{GOAL:,}",
        ),
        (
            "advices, every answer drawn evenly",
            per_second(advised, [(any_profile(), any_situation()) for _ in range(CASES)]),
            f"{GOAL:,}",
        ),
        (
            "checks of a plan of three lines",
            per_second(checked, [(any_plan(), any_profile()) for _ in range(CASES)]),
            "",
        ),
        (
            "making the conditions ready",
            per_second(lambda: compile_conditions(rules, delivered), [()] * 20),
            "",
        ),
    ]
    rows = [(name, f"{mid:,}", f"{low:,}", goal) for name, (mid, low), goal in measured]
    table(("what", "a second, median", "slowest round", "goal"), rows)


def _advised(conditions: Any, profile: ProfileFields, situation: Situation) -> object:
    return advise(profile, situation, conditions)


def _checked(conditions: Any, plan: UndatedPlan, profile: ProfileFields) -> object:
    return check_undated(plan, profile, conditions)


if __name__ == "__main__":
    main()
