"""Checks a citizen's plan over 28 days before it has dates (practice catalogue, 1b)."""

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.practice_condition import Measure
from bostoette.models.raised_check import PlanItem, RaisedCheck, UndatedPlan
from bostoette.planning.compiled_checks import Measures, raised_checks
from bostoette.planning.compiled_conditions import CompiledConditions

REMOTE = frozenset({ContactForm.PHONE, ContactForm.VIDEO})


def check_undated(
    plan: UndatedPlan, profile: ProfileFields, conditions: CompiledConditions
) -> tuple[RaisedCheck, ...]:
    """Say what a plan lacks or has too much of: P01, P17, P37, P38, P42, P56, P71, P72, P73."""
    return raised_checks(conditions.plan_checks, profile, _counted(plan, conditions))


def saved_travel_minutes(plan: UndatedPlan, profile: ProfileFields) -> int:
    """Return the minutes there and back that phone and video save in the 28 days (P83)."""
    return sum(item.times * 2 * profile.travel_minutes_one_way for item in _remote(plan))


def _counted(plan: UndatedPlan, conditions: CompiledConditions) -> Measures:
    held = [item for item in plan.items if item.times]
    caps = conditions.caps
    counts: dict[Measure, int | None] = {
        Measure.FACE_TO_FACE_CONTACTS: sum(one.times for one in held if one.form.face_to_face),
        Measure.HOME_VISITS: sum(one.times for one in held if one.form is ContactForm.PHYSICAL),
        Measure.MINUTES_OVER_CAP: max(
            (one.minutes - caps[one.form] for one in held if one.form in caps), default=0
        ),
        Measure.REMOTE_CONTACTS_PER_WEEK: sum(one.times for one in _remote(plan)),
        Measure.LONGEST_REMOTE_MINUTES: max((one.minutes for one in _remote(plan)), default=0),
        Measure.DISTINCT_WORKERS: plan.distinct_workers,
        Measure.CITIZENS_IN_ONLINE_GROUP: plan.group_online_members,
        Measure.CONTACTS_ON_ONE_DAY: plan.max_contacts_per_day,
    }
    return {measure: count for measure, count in counts.items() if count is not None}


def _remote(plan: UndatedPlan) -> list[PlanItem]:
    return [item for item in plan.items if item.times and item.form in REMOTE]
