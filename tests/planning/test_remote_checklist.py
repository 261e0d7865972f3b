"""The checklist, the start-up package and the pause as pure rules over the delivered conditions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.checklist import Ticked
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.practice_rule import NumberName
from bostoette.models.remote_contact import RemoteFacts
from bostoette.models.remote_kinds import CheckPoint, StartStep, TechOutcome
from bostoette.planning.remote_checklist import checklist
from bostoette.planning.tech_trouble import is_paused, needs_pause
from bostoette.planning.video_startup import calls_needed, package_lines
from bostoette.store.practice_rules_file import delivered_practice_rules

RULES = delivered_practice_rules()
TODAY = date(2026, 11, 24)
FILLED = ProfileFields(filled_on=TODAY, equipment_checked_on=TODAY)
FAILED, WORKED = TechOutcome.FAILED, TechOutcome.WORKED


def _facts(**other: object) -> RemoteFacts:
    usual = {"form": ContactForm.VIDEO, "held": False, "today": TODAY, "profile": FILLED}
    return RemoteFacts(**{**usual, **other})  # type: ignore[arg-type]  # as each test says


def _done(facts: RemoteFacts, point: CheckPoint) -> bool:
    return next(one.done for one in checklist(RULES, facts) if one.point is point)


def test_every_point_has_a_reason_from_its_rule() -> None:
    points = checklist(RULES, _facts())
    assert [one.point for one in points] == list(CheckPoint)
    assert points[0].why == RULES.rules["P04"].why


def test_a_point_whose_rule_is_switched_off_is_not_asked_for() -> None:
    without = checklist(RULES.switched("P68", on=False), _facts())
    assert CheckPoint.AGENDA not in {one.point for one in without}
    assert len(without) == len(CheckPoint) - 1


def test_another_number_on_the_page_of_conditions_counts_at_once() -> None:
    stricter = RULES.with_number(NumberName("P68", "points_at_least"), 2)
    facts = _facts(points_on_agenda=1)
    assert _done(facts, CheckPoint.AGENDA)
    assert not next(
        one.done for one in checklist(stricter, facts) if one.point is CheckPoint.AGENDA
    )


def test_practice_is_no_matter_for_a_call_by_phone() -> None:
    not_ready = ProfileFields(filled_on=TODAY, video_startup_done=False)
    assert not _done(_facts(profile=not_ready, steps_left=3), CheckPoint.PRACTICE)
    assert _done(_facts(profile=not_ready, superuser_along=True), CheckPoint.PRACTICE)
    assert _done(_facts(profile=not_ready, form=ContactForm.PHONE), CheckPoint.PRACTICE)


def test_beginning_at_a_distance_for_a_chosen_reason_is_no_open_point() -> None:
    assert not _done(_facts(), CheckPoint.MEET_FIRST)
    assert _done(_facts(begins_at_a_distance=True), CheckPoint.MEET_FIRST)
    assert _done(_facts(meetings=1), CheckPoint.MEET_FIRST)


@pytest.mark.parametrize(("teaching", "calls"), [(False, 1), (True, 3)])
def test_who_must_be_taught_makes_three_practice_calls(teaching: bool, calls: int) -> None:  # noqa: FBT001 - a row of the table
    profile = ProfileFields(needs_teaching_for_video=teaching)
    assert calls_needed(RULES, profile) == calls
    steps = [line.step for line in package_lines(RULES, profile, {}, TODAY)]
    assert steps.count(StartStep.PRACTICE) == calls


def test_missing_equipment_is_open_whatever_was_ticked() -> None:
    nothing = ProfileFields(has_video_device=False, has_internet=False)
    ticked = {(StartStep.EQUIPMENT, 1): Ticked(TODAY, "M.J.")}
    line = package_lines(RULES, nothing, ticked, TODAY)[1]
    assert (line.done, line.said) == (False, "Borgeren mangler udstyr til video og internet")


@given(st.lists(st.sampled_from([*TechOutcome, None]), max_size=6))
def test_only_the_latest_three_decide_on_a_pause(outcomes: list[TechOutcome | None]) -> None:
    bad = {TechOutcome.FALLBACK, TechOutcome.FAILED}
    expected = len([one for one in outcomes[:3] if one in bad]) >= 2
    assert needs_pause(RULES, outcomes) is expected
    assert not needs_pause(RULES.switched("P65", on=False), outcomes)


def test_a_pause_holds_from_its_first_day_until_the_day_it_is_ended() -> None:
    first, end = date(2026, 11, 24), date(2026, 11, 26)
    days = [date(2026, 11, day) for day in (23, 24, 25, 26)]
    assert [is_paused([(first, end)], day) for day in days] == [False, True, True, False]
    assert is_paused([(first, None)], date(2027, 1, 1))
