from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.advice import once
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.citizen_kinds import RiskLevel, ToleratesShifts
from bostoette.models.contact_form import ContactForm
from bostoette.models.practice_rule import NumberName
from bostoette.models.raised_check import PlanItem, UndatedPlan
from bostoette.planning.undated_plan import check_undated, saved_travel_minutes
from tests.planning.conditions import compiled

DELIVERED = compiled()
VISITS = PlanItem(ContactForm.PHYSICAL, 60, 4)
CAPS = {
    "phone": 30,
    "video": 45,
    "walk_talk": 90,
    "physical": 120,
    "sms_chat": 20,
    "group_online": 60,
}


def raised(profile: ProfileFields, *items: PlanItem, **known: Any) -> tuple[str, ...]:
    found = check_undated(UndatedPlan(items, **known), profile, DELIVERED)
    return once(*(one.rules for one in found))


def plainly(profile: ProfileFields, plan: UndatedPlan) -> set[str]:
    """The table of plan-level checks, read line by line."""
    held = [item for item in plan.items if item.times]
    met = sum(i.times for i in held if i.form in {"physical", "walk_talk", "group_walk"})
    visits = sum(i.times for i in held if i.form == "physical")
    remote = [i for i in held if i.form in {"phone", "video"}]
    floor = {"red": 4, "yellow": 2, "green": 0}[profile.risk_level]
    said = {
        "P01": met == 0,
        "P37": visits == 0 and not profile.does_not_want_home_seen,
        "P38": profile.isolation_risk and met < 2,
        "P42": met < floor,
        "P71": any(i.form in CAPS and i.minutes > CAPS[i.form] for i in held),
        "P72": sum(i.times for i in remote) <= 4 and any(i.minutes > 45 for i in remote),
        "P17": (plan.distinct_workers or 0) > 3,
        "P73": (plan.group_online_members or 0) > 3,
        "P56": profile.tolerates_shifts == "few" and (plan.max_contacts_per_day or 0) > 1,
    }
    return {rule for rule, is_it in said.items() if is_it}


ITEMS = st.builds(
    PlanItem,
    st.sampled_from(ContactForm),
    st.integers(5, 130) | st.sampled_from((20, 21, 30, 31, 45, 46, 60, 61, 90, 91, 120, 121)),
    st.integers(0, 6),
)
SOME = st.none() | st.integers(0, 6)


@given(
    st.builds(
        ProfileFields,
        does_not_want_home_seen=st.booleans(),
        isolation_risk=st.booleans(),
        risk_level=st.sampled_from(RiskLevel),
        tolerates_shifts=st.sampled_from(ToleratesShifts),
        travel_minutes_one_way=st.integers(0, 90),
    ),
    st.builds(UndatedPlan, st.lists(ITEMS, max_size=4).map(tuple), SOME, SOME, SOME),
)
def test_a_plan_is_told_what_the_table_says(profile: ProfileFields, plan: UndatedPlan) -> None:
    found = check_undated(plan, profile, DELIVERED)
    assert {rule for one in found for rule in one.rules} == plainly(profile, plan)
    assert all(one.text.endswith(".") for one in found)
    saved = sum(
        item.times * 2 * profile.travel_minutes_one_way
        for item in plan.items
        if item.form.value in {"phone", "video"}
    )
    assert saved_travel_minutes(plan, profile) == saved


def test_an_item_that_never_takes_place_counts_for_nothing() -> None:
    none = PlanItem(ContactForm.VIDEO, 60, 0)
    assert raised(ProfileFields(), VISITS, none) == ()


def test_a_walking_group_is_meeting_face_to_face_but_no_home_visit() -> None:
    assert raised(ProfileFields(), PlanItem(ContactForm.GROUP_WALK, 200, 4)) == ("P37",)


@pytest.mark.parametrize(("times", "told"), [(4, ("P71", "P72")), (5, ("P71",))])
def test_long_remote_contacts_are_to_be_split_where_there_is_one_a_week(
    times: int, told: tuple[str, ...]
) -> None:
    assert raised(ProfileFields(), VISITS, PlanItem(ContactForm.PHONE, 46, times)) == told


def test_numbers_and_rules_that_are_changed_change_the_checks() -> None:
    plan = UndatedPlan((VISITS,), distinct_workers=4)
    stricter = compiled(lambda rules: rules.with_number(NumberName("P01", "face_to_face_days"), 4))
    looser = compiled(lambda rules: rules.switched("P17", on=False))
    profile = replace(ProfileFields(), risk_level=RiskLevel.RED)
    assert [one.id for one in check_undated(plan, profile, stricter)] == [
        "face_to_face_floor",
        "many_workers",
    ]
    assert check_undated(plan, profile, looser) == ()
