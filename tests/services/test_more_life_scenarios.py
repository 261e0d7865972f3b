"""A discharge, shorter contacts, isolation, a start at a distance: acted out through the desk."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.models.voice_fields import TimeOfDay, VoiceFields
from bostoette.planning.week_check import check_week
from bostoette.services import (
    citizen_page,
    citizen_voice,
    contacts,
    form_choice,
    given_reasons,
    plan_checks,
    relapse,
    series,
    series_templates,
    splitting,
    tasks,
)
from bostoette.services.desk import Desk
from bostoette.services.mends import mend_for
from bostoette.services.plan_checks import plan_sentences
from bostoette.services.program_file import seed_lists
from bostoette.services.series_templates import SeriesTemplate, TemplateWish
from bostoette.services.week_knowledge import checked_week, week_around
from tests.clock import MONDAY
from tests.services.remote_hands import answer, meet, plan
from tests.services.series_hands import spans

VISIT, PHONE, VIDEO = ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.VIDEO
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
FIVE = 17 * 60
EARLY = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 7, 0)
EVENINGS = VoiceFields(times=(TimeOfDay(None, 16 * 60, 20 * 60, good=True),))


@pytest.fixture(autouse=True)
def lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


def hour_at_five(desk: Desk, citizen: Key) -> ContactFields:
    return ContactFields(
        TimeSpan(MONDAY, FIVE, 60), PHONE, "support_conversation", (desk.actor_id,), (citizen,)
    )


# one weekly hour becomes two half-hours at 17.00, inside the citizen's window


def test_one_weekly_hour_becomes_two_half_hours_at_five_and_a_relapse_asks_for_a_meeting(
    desk: Desk, citizen_id: Key
) -> None:
    desk.do(citizen_voice.write, citizen_id, EVENINGS)
    rule = SeriesRule(1, (0,), MONDAY, FIVE, 60, count=4)
    desk.do(series.create, hour_at_five(desk, citizen_id), rule, today=MONDAY)
    page = desk.read(citizen_page.page_of, citizen_id, MONDAY)
    first = page.contacts[0].id
    proposed = desk.read(splitting.proposal, first, 2, MONDAY)
    assert [(one.start, one.minutes) for one in proposed] == [(FIVE, 30), (FIVE, 30)]
    assert proposed[0].day == MONDAY
    assert (proposed[1].day - proposed[0].day).days >= 2
    desk.do(splitting.split_series, first, proposed, MONDAY)
    found = spans(desk)
    weekdays = {one.day.weekday() for one in proposed}
    assert {one.day.weekday() for one in found} == weekdays
    assert {(one.start, one.minutes) for one in found} == {(FIVE, 30)}
    assert len([one for one in found if one.day < MONDAY + WEEK]) == 2
    desk.do(relapse.note_relapse, citizen_id, by=desk.actor_id, today=MONDAY)
    (task,) = [one for one in desk.read(tasks.tasks_of, desk.actor_id) if "væltet" in one.text]
    assert task.due == MONDAY + 3 * DAY
    desk.undo()
    desk.undo()
    assert {one.minutes for one in spans(desk)} == {60}


def test_a_single_contact_is_split_for_this_week_alone(desk: Desk, citizen_id: Key) -> None:
    key = desk.do(contacts.create, hour_at_five(desk, citizen_id))
    desk.do(citizen_voice.write, citizen_id, EVENINGS)
    proposed = desk.read(splitting.proposal, key, 3, MONDAY)
    assert [one.minutes for one in proposed] == [20, 20, 20]
    desk.do(splitting.split, key, proposed)
    assert [one.start for one in spans(desk)] == [FIVE, FIVE, FIVE]
    with pytest.raises(PlanError, match="samme dag"):
        desk.do(splitting.split, key, (proposed[0], proposed[0]))


def test_an_evening_that_is_taken_moves_the_part_within_the_good_time(
    desk: Desk, citizen_id: Key
) -> None:
    desk.do(citizen_voice.write, citizen_id, EVENINGS)
    key = desk.do(contacts.create, hour_at_five(desk, citizen_id))
    other = desk.read(splitting.proposal, key, 2, MONDAY)[1]
    plan(desk, citizen_id, PHONE, other.day, FIVE)
    parts = desk.read(splitting.proposal, key, 2, MONDAY)
    assert all(one.start >= 16 * 60 and one.end <= 20 * 60 for one in parts)


# fourteen calls and two visits after a discharge


def test_fourteen_calls_and_two_visits_appear_and_day_fourteen_asks_what_comes_next(
    desk: Desk, citizen_id: Key
) -> None:
    meet(desk, citizen_id, MONDAY - DAY)
    wish = TemplateWish(SeriesTemplate.AFTER_DISCHARGE, MONDAY, 9 * 60, 10 * 60)
    desk.do(series_templates.lay, citizen_id, desk.actor_id, wish, now=EARLY)
    page = desk.read(citizen_page.page_of, citizen_id, MONDAY)
    ahead = [one for one in page.contacts if one.day >= MONDAY]
    calls = [one for one in ahead if one.form is PHONE]
    assert [one.day for one in calls] == [MONDAY + n * DAY for n in range(14)]
    assert {(one.start, one.minutes) for one in calls} == {(9 * 60, 10)}
    visits = [one.day for one in ahead if one.form is VISIT]
    assert visits == [MONDAY + DAY, MONDAY + DAY + WEEK]
    (task,) = desk.read(tasks.tasks_of, desk.actor_id)
    assert task.due == MONDAY + 13 * DAY
    assert task.text.endswith("Hvad skal komme nu?")
    desk.undo()
    assert desk.read(tasks.tasks_of, desk.actor_id) == ()
    assert not [one for one in spans(desk) if one.day >= MONDAY]


def test_the_first_call_is_never_laid_in_the_past(desk: Desk, citizen_id: Key) -> None:
    meet(desk, citizen_id, MONDAY - DAY)
    wish = TemplateWish(SeriesTemplate.AFTER_DISCHARGE, MONDAY - 3 * DAY, 9 * 60, 10 * 60)
    at_nine = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 9, 0)
    found = desk.read(series_templates.look, citizen_id, desk.actor_id, wish, at_nine)
    assert found.later
    assert found.parts.asks_on == MONDAY + 14 * DAY
    desk.do(series_templates.lay, citizen_id, desk.actor_id, wish, now=at_nine)
    page = desk.read(citizen_page.page_of, citizen_id, MONDAY)
    calls = sorted(one.day for one in page.contacts if one.form is PHONE)
    assert calls == [MONDAY + n * DAY for n in range(1, 15)]
    early = desk.read(series_templates.look, citizen_id, desk.actor_id, wish, EARLY)
    assert early.parts.asks_on == MONDAY + 13 * DAY


def test_what_a_ready_series_hits_is_told_and_can_be_left_out(desk: Desk, citizen_id: Key) -> None:
    meet(desk, citizen_id, MONDAY - DAY)
    plan(desk, citizen_id, VISIT, MONDAY + 2 * DAY, 9 * 60)
    wish = TemplateWish(SeriesTemplate.AFTER_DISCHARGE, MONDAY, 9 * 60, 10 * 60)
    found = desk.read(series_templates.look, citizen_id, desk.actor_id, wish, EARLY)
    ((form, hit),) = found.taken
    assert (form, hit.day) == (PHONE, MONDAY + 2 * DAY)
    assert hit.clash is not None
    skipping = replace(wish, skip_taken=True)
    desk.do(series_templates.lay, citizen_id, desk.actor_id, skipping, now=EARLY)
    page = desk.read(citizen_page.page_of, citizen_id, MONDAY)
    calls = {one.day for one in page.contacts if one.form is PHONE}
    assert len(calls) == 13
    assert MONDAY + 2 * DAY not in calls
    desk.undo()
    desk.do(series_templates.lay, citizen_id, desk.actor_id, wish, now=EARLY)
    page = desk.read(citizen_page.page_of, citizen_id, MONDAY)
    assert len([one for one in page.contacts if one.form is PHONE]) == 14


# five calls a week with a watch on isolation


def test_five_calls_a_week_warn_until_two_meetings_in_four_weeks_stand(
    desk: Desk, citizen_id: Key
) -> None:
    meet(desk, citizen_id, MONDAY - 20 * DAY)
    answer(desk, citizen_id, isolation_risk=True)
    wish = TemplateWish(SeriesTemplate.DAY_STARTED, MONDAY, 8 * 60 + 30, 0)
    desk.do(series_templates.lay, citizen_id, desk.actor_id, wish, now=EARLY)

    def warned() -> bool:
        raised = desk.read(plan_checks.plans_of_citizen, citizen_id, MONDAY)
        return any(one.check == "isolation" for one in raised)

    assert warned()
    plan(desk, citizen_id, VISIT, MONDAY + DAY, 12 * 60)
    assert warned()
    for day in range(8, 190, 7):
        plan(desk, citizen_id, VISIT, MONDAY + day * DAY, 12 * 60)
    assert not warned()


# a start at a distance with a reason, listed for the leader


def test_a_remote_start_with_a_reason_code_clears_the_warning_and_is_listed(
    desk: Desk, citizen_id: Key
) -> None:
    codes = desk.read(form_choice.reason_codes)
    code = next(one.id for one in codes if "come" in one.id)
    fields = replace(hour_at_five(desk, citizen_id), reason_codes=(code,))
    question = desk.read(form_choice.question_about, fields)
    assert question is None or not question.refused
    key = desk.do(form_choice.create, replace(fields, override_reason="Kommer ikke ellers"))
    (listed,) = desk.read(given_reasons.reasons_of_week, IsoWeek.of(MONDAY))
    assert (listed.contact_id, listed.worker, listed.citizen) == (key, "M.J.", "A.M.")
    assert listed.codes
    other = (b"\x00" * 16,)
    assert desk.read(given_reasons.reasons_of_week, IsoWeek.of(MONDAY), other) == ()


def test_a_template_is_refused_where_a_call_is_advised_against_without_a_reason(
    desk: Desk, citizen_id: Key
) -> None:
    wish = TemplateWish(SeriesTemplate.DAY_STARTED, MONDAY, 8 * 60 + 30, 0)
    with pytest.raises(PlanError):
        desk.do(series_templates.lay, citizen_id, desk.actor_id, wish, now=EARLY)
    desk.do(
        series_templates.lay,
        citizen_id,
        desk.actor_id,
        wish,
        now=EARLY,
        reasons={ContactForm.PHONE: ("Borgeren vil selv, og det haster", ())},
    )
    assert spans(desk)[0].start == 8 * 60 + 30


def test_visits_that_are_advised_against_are_laid_with_a_reason_of_their_own(
    desk: Desk, citizen_id: Key
) -> None:
    meet(desk, citizen_id, MONDAY - timedelta(days=7))
    answer(desk, citizen_id, does_not_want_home_seen=True)
    wish = TemplateWish(SeriesTemplate.AFTER_DISCHARGE, MONDAY, 8 * 60 + 30, 600)
    reasons = {
        ContactForm.PHONE: ("Borgeren vil selv, og det haster", ()),
        ContactForm.PHYSICAL: ("Sygehuset beder os se hjemmet", ()),
    }
    calls = {ContactForm.PHONE: reasons[ContactForm.PHONE]}
    with pytest.raises(PlanError, match="Besøg"):
        desk.do(series_templates.lay, citizen_id, desk.actor_id, wish, now=EARLY, reasons=calls)
    desk.do(series_templates.lay, citizen_id, desk.actor_id, wish, now=EARLY, reasons=reasons)


def test_the_mend_of_a_long_video_makes_three_of_twenty_minutes(
    desk: Desk, citizen_id: Key
) -> None:
    fields = replace(hour_at_five(desk, citizen_id), span=TimeSpan(MONDAY, 10 * 60, 60), form=VIDEO)
    desk.do(contacts.create, fields)
    shown, known = desk.read(week_around, IsoWeek.of(MONDAY), (desk.actor_id,), ())
    checked = checked_week(shown, known, lambda _day: None, datetime(2026, 11, 23, 7, 0))
    found = [*check_week(checked), *desk.read(plan_sentences, shown, MONDAY)]
    split = next(one for one in found if one.check == "split_it")
    mend = desk.read(mend_for, checked, split)
    assert mend is not None
    assert [(one.day.weekday(), one.minutes) for one in mend.spans] == [(0, 20), (2, 20), (4, 20)]
