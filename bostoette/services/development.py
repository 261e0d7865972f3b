"""How things went for a citizen over time, and what that may be worth talking about (P39-P44)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from sqlalchemy.orm import Session

from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.development import (
    Development,
    GoalCurve,
    StepMark,
    WellbeingFall,
    WellbeingMark,
)
from bostoette.models.goal_kinds import GoalStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.planning.development import contact_gap, four_weeks, steps_down, wellbeing_fall
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services.conditions import conditions_in_force
from bostoette.services.goals import goals_of
from bostoette.store.citizen_contacts import completed, contacts_with
from bostoette.store.development_rows import candidate_rows, mark_rows, wellbeing_rows

WEEKS_BACK = 52
"""How far back marks are shown."""
PERIODS = 7
"""How many times four weeks are counted."""
_WELLBEING_RULE = "P39"
FALL = "wellbeing_fall"
_LOOKED_BACK = timedelta(weeks=12)


@dataclass(frozen=True, slots=True)
class StepDown:
    """A goal that is mostly done alone: for leader and citizen to decide on (P44)."""

    goal_id: Key
    citizen_id: Key
    initials: str
    name: str
    about: str


def development_of(session: Session, citizen_id: Key, today: date) -> Development:
    """Return a citizen's development; the goals in play first, dropped ones only with marks."""
    rules = conditions_in_force(session).rules
    first = today - timedelta(weeks=WEEKS_BACK)
    rows = wellbeing_rows(session, (citizen_id,), first)
    wellbeing = tuple(WellbeingMark(day, form, score) for _who, day, form, score in rows)
    contacts = [one for one in contacts_with(session, citizen_id) if one.day <= today]
    held = [one for one in contacts if one.status is ContactStatus.HELD]
    counted = today - timedelta(weeks=4 * PERIODS)
    recent = completed(session, citizen_id, [one for one in held if one.day > counted])
    return Development(
        today=today,
        goals=_curves(session, citizen_id, today, rules),
        wellbeing=wellbeing,
        fall=_fall(wellbeing, rules),
        periods=four_weeks(recent, today, PERIODS),
        most_workers=_number(rules, "P17", "workers"),
        gap=contact_gap(
            (one.day for one in held),
            today,
            gap_days=_number(rules, "P41", "gap_days"),
            ramp_up_weeks=_number(rules, "P41", "ramp_up_weeks"),
        ),
        weeks_alone=_number(rules, "P44", "weeks"),
    )


def stepping_down(session: Session, today: date) -> tuple[StepDown, ...]:
    """List everybody's goals that are mostly done alone; the program never reduces itself (P44)."""
    rules = conditions_in_force(session).rules
    if not rules.rules["P44"].on:
        return ()
    rows = candidate_rows(session, today - timedelta(weeks=WEEKS_BACK))
    found = []
    for _key, group in groupby(rows, key=lambda row: row.id):
        own = list(group)
        if _steps_down([StepMark(one.day, one.independence) for one in own], today, rules):
            one = own[0]
            about = (one.sub_theme or one.theme).danish
            found.append(StepDown(one.id, one.citizen_id, one.initials, one.name, about))
    return tuple(found)


def fall_sentences(
    session: Session, week: IsoWeek, names: Mapping[Key, str], today: date
) -> tuple[WeekSentence, ...]:
    """Say whose wellbeing fell of the citizens met in a week not over; propose a visit (P39)."""
    rules = conditions_in_force(session).rules
    if week.sunday < today or not names or not rules.rules[_WELLBEING_RULE].on:
        return ()
    marks: dict[Key, list[WellbeingMark]] = defaultdict(list)
    for who, day, form, score in wellbeing_rows(session, tuple(names), today - _LOOKED_BACK):
        marks[who].append(WellbeingMark(day, form, score))
    falls = {who: _fall(own, rules) for who, own in marks.items()}
    return tuple(
        WeekSentence(
            _WELLBEING_RULE,
            (),
            marks[who][-1].day,
            f"{names[who]}: trivslen er faldet fra {fall.before} til {fall.now} "
            f"på de seneste {fall.contacts} kontakter.",
            "Planlæg et besøg eller en gåtur, og tal med lederen.",
            who,
            FALL,
        )
        for who, fall in falls.items()
        if fall is not None
    )


def _fall(marks: Sequence[WellbeingMark], rules: PracticeRules) -> WellbeingFall | None:
    drop, within = _number(rules, "P39", "drop"), _number(rules, "P39", "contacts")
    return wellbeing_fall(marks, drop=drop, contacts=within)


def _curves(
    session: Session, citizen_id: Key, today: date, rules: PracticeRules
) -> tuple[GoalCurve, ...]:
    marks: dict[Key, list[StepMark]] = defaultdict(list)
    first = today - timedelta(weeks=WEEKS_BACK)
    for goal, day, independence in mark_rows(session, citizen_id, first):
        marks[goal].append(StepMark(day, independence))
    goals = [
        goal
        for wish in goals_of(session, citizen_id)
        for aim in wish.aims
        for goal in aim.goals
        if goal.status is GoalStatus.ACTIVE or marks[goal.id]
    ]
    goals.sort(key=lambda goal: tuple(GoalStatus).index(goal.status))
    active = GoalStatus.ACTIVE
    return tuple(
        GoalCurve(
            goal.id,
            goal.fields.words,
            (goal.fields.sub_theme or goal.fields.theme).danish,
            goal.status,
            tuple(marks[goal.id]),
            goal.status is active and _steps_down(marks[goal.id], today, rules),
            goal.lost_on is not None,
        )
        for goal in goals
    )


def _steps_down(marks: list[StepMark], today: date, rules: PracticeRules) -> bool:
    return steps_down(
        marks,
        today,
        weeks=_number(rules, "P44", "weeks"),
        least=_number(rules, "P44", "marks"),
        percent=_number(rules, "P44", "alone_percent"),
    )


def _number(rules: PracticeRules, rule: str, name: str) -> int:
    return rules.number(NumberName(rule, name)).value
