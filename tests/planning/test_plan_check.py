"""A citizen's dated plan over 28 rolling days, against an undated reading of the same table."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.citizen_kinds import RiskLevel, ToleratesShifts
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.planned_life import LOOKED_BACK, LifeContact, PlannedLife
from bostoette.models.raised_check import PlanItem, UndatedPlan
from bostoette.planning.plan_check import PlanDays, check_plan
from bostoette.planning.undated_plan import check_undated
from bostoette.services.conditions import delivered_in_force
from bostoette.store.practice_rules_file import delivered_practice_rules
from tests.clock import MONDAY

PHYSICAL, PHONE, VIDEO, WALK = CORE_FORMS
SUNDAY = MONDAY + timedelta(days=6)
LONG_AGO = MONDAY - timedelta(days=400)
DAYS = PlanDays.ending(SUNDAY, MONDAY)
RULES = delivered_practice_rules()
CAPS = delivered_in_force().compiled.caps
KNOWN = ProfileFields(filled_on=LONG_AGO)
MJ, KL = (b"m", "M.J."), (b"k", "K.L.")
_numbers = count(1)


def contact(ago: int, form: ContactForm = PHYSICAL, minutes: int = 30, **other: Any) -> LifeContact:
    """A contact so many days before the week's Sunday; in the week itself it is planned."""
    status = ContactStatus.PLANNED if ago <= 6 else ContactStatus.HELD
    made = LifeContact(
        next(_numbers).to_bytes(16, "big"),
        SUNDAY - timedelta(days=ago),
        600,
        minutes,
        form,
        ContactPlace.HOME,
        status,
        (MJ,),
        1,
    )
    return made._replace(**other)


def life(
    *contacts: LifeContact, profile: ProfileFields = KNOWN, first: date | None = LONG_AGO
) -> PlannedLife:
    in_order = tuple(sorted(contacts, key=lambda one: (one.day, one.start)))
    return PlannedLife(b"a", "A.M.", profile, in_order, first, None, None)


def raised(*contacts: LifeContact, profile: ProfileFields = KNOWN, **other: Any) -> list[str]:
    found = check_plan(life(*contacts, profile=profile, **other), DAYS, RULES, CAPS)
    return [one.rule for one in found]


def test_a_visit_a_month_is_enough() -> None:
    assert raised(contact(27)) == []


def test_without_a_meeting_in_28_days_both_clocks_run_out() -> None:
    assert raised(contact(3, PHONE)) == ["P01", "P37"]


def test_a_walk_meets_the_citizen_but_does_not_see_the_home() -> None:
    assert raised(contact(3, WALK)) == ["P37"]
    assert raised(contact(3, PHYSICAL, place=ContactPlace.OUTDOORS)) == ["P37"]


def test_the_home_is_not_asked_for_where_there_is_none() -> None:
    met = replace(life(contact(3, WALK)), has_home=False)
    assert check_plan(met, DAYS, RULES, CAPS) == ()
    (never,) = check_plan(replace(met, contacts=(contact(3, PHONE),)), DAYS, RULES, CAPS)
    assert never.rule == "P01"


def test_the_home_is_not_asked_for_where_it_is_not_to_be_seen() -> None:
    shy = replace(KNOWN, does_not_want_home_seen=True)
    assert raised(contact(3, WALK), profile=shy) == []


@pytest.mark.parametrize(("age", "told"), [(20, []), (28, ["P01", "P37"])])
def test_nobody_is_missed_before_support_has_run_as_long(age: int, told: list[str]) -> None:
    first = SUNDAY - timedelta(days=age - 1)
    assert raised(contact(3, PHONE), first=first) == told
    assert raised(first=None) == []


def test_twelve_videos_in_four_weeks_miss_the_visit_also_where_they_begin_on_a_tuesday() -> None:
    videos = [contact(27 - 7 * week - day, VIDEO, 20) for week in range(4) for day in (1, 2, 3)]
    first = videos[0].day
    assert first.weekday() == 1
    assert raised(*videos, contact(27), first=SUNDAY - timedelta(days=27)) == []
    assert raised(*videos, first=first) == ["P01", "P37"]


def test_red_asks_for_more_meetings_also_of_a_new_citizen() -> None:
    red = replace(KNOWN, risk_level=RiskLevel.RED)
    assert "P42" in raised(contact(3), profile=red)
    assert "P42" in raised(contact(3, PHONE), profile=red, first=SUNDAY - timedelta(days=10))


def test_a_long_video_alone_can_be_split_where_it_is_still_to_come() -> None:
    visit = contact(20)
    assert raised(visit, contact(2, VIDEO, 60)) == ["P71", "P72"]
    assert raised(visit, contact(9, VIDEO, 60)) == []


def test_few_shifts_and_two_contacts_on_a_day_are_told_with_both() -> None:
    few = replace(KNOWN, tolerates_shifts=ToleratesShifts.FEW)
    one, two = contact(2), contact(2, PHONE, workers=(KL,))
    (found,) = check_plan(life(one, two, profile=few), DAYS, RULES, CAPS)
    assert (found.rule, found.day) == ("P56", one.day)
    assert set(found.contacts) == {one.id, two.id}


def test_a_large_group_online_is_told() -> None:
    group = contact(2, ContactForm.GROUP_ONLINE, citizens=4)
    assert "P73" in raised(contact(3), group)


def test_a_rule_that_is_off_raises_nothing_and_a_changed_number_counts() -> None:
    phone = life(contact(3, PHONE))
    off = RULES.switched("P01", on=False)
    assert [one.rule for one in check_plan(phone, DAYS, off, CAPS)] == ["P37"]


def test_the_sentence_says_who_when_last_and_until_when() -> None:
    never, _home = check_plan(life(contact(3, PHONE)), DAYS, RULES, CAPS)
    assert never.text == (
        "A.M.: der er for længe mellem møder ansigt til ansigt. I har ikke mødtes det seneste "
        "år, når planen ses til og med søn. 29. nov."
    )
    assert (never.first, never.last) == (SUNDAY - timedelta(days=27), SUNDAY)


def test_a_meeting_after_the_first_days_read_and_before_the_window_is_the_latest() -> None:
    met = replace(life(contact(30), contact(3, PHONE)), met=SUNDAY - timedelta(days=60))
    told, _home = check_plan(met, DAYS, RULES, CAPS)
    assert "Det seneste møde er fre. 30. okt." in told.text


def test_who_came_within_a_year_is_said_not_to_be_met_yet() -> None:
    since = DAYS.first - LOOKED_BACK
    known, longer = (
        check_plan(life(contact(3, PHONE), first=first), DAYS, RULES, CAPS)[0].text
        for first in (since, since - timedelta(days=1))
    )
    assert "I har ikke mødtes endnu, når" in known
    assert "I har ikke mødtes det seneste år, når" in longer


_CONTACTS = st.lists(
    st.builds(
        contact,
        st.integers(0, 6),
        st.sampled_from(CORE_FORMS),
        st.sampled_from([10, 30, 45, 46, 60, 121]),
    ),
    max_size=6,
    unique_by=lambda one: one.day,
)


@given(contacts=_CONTACTS, isolation=st.booleans(), risk=st.sampled_from(list(RiskLevel)))
def test_dated_and_undated_plans_are_told_the_same(
    contacts: list[LifeContact],
    isolation: bool,  # noqa: FBT001 - drawn
    risk: RiskLevel,
) -> None:
    profile = replace(KNOWN, isolation_risk=isolation, risk_level=risk)
    items = tuple(PlanItem(one.form, one.minutes, 1) for one in contacts)
    expected = check_undated(UndatedPlan(items), profile, delivered_in_force().compiled)
    found = check_plan(life(*contacts, profile=profile), DAYS, RULES, CAPS)
    assert [one.check for one in found] == [one.id for one in expected]
