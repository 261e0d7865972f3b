"""Doing what would take a sentence away: one step, and one step back. And what plans raise."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.day_kind import DayKind
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.life_kinds import Triage
from bostoette.models.mend import MendKind
from bostoette.models.week_contact import WeekContact
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.week_check import check_week
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services import citizens, contacts, mends, triage
from bostoette.services.day_types import set_day_kind
from bostoette.services.desk import Desk
from bostoette.services.plan_checks import plan_sentences, plans_of_citizen
from bostoette.services.week import week_of
from bostoette.services.week_knowledge import checked_week, week_around
from tests.clock import MONDAY, At
from tests.met_before import TWO_WEEKS_AGO, meet

PHYSICAL, PHONE, VIDEO, WALK = CORE_FORMS
NOW = datetime(2026, 11, 23, 7, 0)
LATER = MONDAY + timedelta(weeks=3)


@pytest.fixture
def fields(worker_id: Key, citizen_id: Key, at: At) -> ContactFields:
    return ContactFields(at(0, "9.00", 60), VIDEO, "acute", (worker_id,), (citizen_id,))


def week(desk: Desk, worker: Key) -> CheckedWeek:
    return checked_week(
        *desk.read(week_around, IsoWeek.of(MONDAY), (worker,), ()), lambda _day: None, NOW
    )


def shown(desk: Desk, worker: Key) -> list[WeekContact]:
    found = desk.read(week_of, (worker,), IsoWeek.of(MONDAY)).contacts
    return sorted(found, key=lambda one: (one.day, one.start))


def test_a_long_video_is_split_into_three_in_one_step(
    desk: Desk, fields: ContactFields, worker_id: Key
) -> None:
    desk.upkeep(contacts.create, replace(fields, agreed_with_citizen=True))
    seen = week(desk, worker_id)
    sentence = next(one for one in check_week(seen) if one.rule == "P71")
    mend = desk.read(mends.mend_for, seen, sentence)
    assert mend is not None
    desk.do(mends.carry_out, mend)
    parts = shown(desk, worker_id)
    assert [one.minutes for one in parts] == [20, 20, 20]
    assert [one.agreed_with_citizen for one in parts] == [True, False, False]
    assert desk.undo_state().undo == "Del A.M. i 3"
    desk.undo()
    assert [one.minutes for one in shown(desk, worker_id)] == [60]
    desk.redo()
    assert len(shown(desk, worker_id)) == 3


def test_missing_air_is_added_in_one_step(
    desk: Desk, fields: ContactFields, worker_id: Key, at: At
) -> None:
    call = replace(fields, form=PHONE)
    desk.upkeep(contacts.create, replace(call, span=at(0, "9.00", 15)))
    desk.upkeep(contacts.create, replace(call, span=at(0, "9.20", 15)))
    seen = week(desk, worker_id)
    sentence = next(one for one in check_week(seen) if one.rule == "P80")
    mend = desk.read(mends.mend_for, seen, sentence)
    assert mend is not None
    desk.do(mends.carry_out, mend)
    assert not [one for one in check_week(week(desk, worker_id)) if one.rule == "P80"]
    desk.undo()
    assert [one.start for one in shown(desk, worker_id)] == [540, 560]


def test_a_video_too_many_is_swapped_only_for_a_form_that_nothing_speaks_against(
    desk: Desk, fields: ContactFields, worker_id: Key, citizen_id: Key, at: At
) -> None:
    profile = ProfileFields(filled_on=MONDAY, can_walk_outdoors=False)
    version = desk.read(citizens.details, citizen_id).profile_version
    desk.upkeep(citizens.change_profile, citizen_id, version, profile)
    for hour in range(8, 14):
        desk.upkeep(contacts.create, replace(fields, span=at(0, f"{hour}.00", 25)))
    seen = week(desk, worker_id)
    sentence = next(one for one in check_week(seen) if one.rule == "P81")
    mend = desk.read(mends.mend_for, seen, sentence)
    assert mend is not None
    assert mend.form is PHYSICAL
    desk.do(mends.carry_out, mend)
    assert [one.form for one in shown(desk, worker_id)].count(PHYSICAL) == 1
    desk.undo()
    assert {one.form for one in shown(desk, worker_id)} == {VIDEO}


def test_a_contact_of_a_stranger_is_given_to_the_primary_worker(
    desk: Desk, fields: ContactFields, worker_id: Key, colleague_id: Key
) -> None:
    key = desk.upkeep(contacts.create, replace(fields, workers=(colleague_id,)))
    seen = week(desk, colleague_id)
    sentence = replace(check_week(seen)[0], rule="P17", contacts=(key,))
    mend = desk.read(mends.mend_for, seen, sentence)
    assert mend is not None
    assert mend.kind is MendKind.HAND_OVER
    desk.do(mends.carry_out, mend)
    assert shown(desk, worker_id)[0].workers == (worker_id,)
    assert desk.undo_state().undo == "Giv A.M. til M.J."


@pytest.mark.parametrize(
    ("start", "form", "kind"),
    [("17.00", VIDEO, None), ("9.00", PHYSICAL, DayKind.HOME)],
    ids=["outside her hours", "a visit on her day at home"],
)
def test_a_contact_is_not_given_where_it_would_not_fit_into_her_day(
    desk: Desk,
    fields: ContactFields,
    worker_id: Key,
    colleague_id: Key,
    at: At,
    start: str,
    form: ContactForm,
    kind: DayKind | None,
) -> None:
    if kind is not None:
        desk.upkeep(set_day_kind, worker_id, MONDAY, kind)
    wanted = replace(fields, form=form, span=at(0, start, 30), workers=(colleague_id,))
    key = desk.upkeep(contacts.create, wanted)
    sentence = WeekSentence("P17", (key,), MONDAY, "")
    assert desk.read(mends.mend_for, week(desk, colleague_id), sentence) is None


def test_a_week_tells_whose_plan_lacks_a_meeting_until_one_is_planned(
    desk: Desk, fields: ContactFields, worker_id: Key, citizen_id: Key
) -> None:
    desk.upkeep(contacts.create, replace(fields, span=replace(fields.span, day=TWO_WEEKS_AGO)))
    coming = IsoWeek.of(LATER)
    later = desk.read(week_of, (worker_id,), coming)
    said = desk.read(plan_sentences, later, MONDAY)
    assert [(one.rule, one.citizen) for one in said] == [("P01", citizen_id)]
    assert said[0].days == (coming.sunday - timedelta(days=27), coming.sunday)
    mend = desk.read(mends.mend_for, week(desk, worker_id), said[0])
    assert mend is not None
    assert mend.kind is MendKind.VISIT
    span = replace(fields.span, day=LATER)
    desk.upkeep(contacts.create, replace(fields, form=PHYSICAL, span=span))
    assert desk.read(plan_sentences, later, MONDAY) == ()
    assert desk.read(plan_sentences, later, coming.sunday + timedelta(days=1)) == ()


def test_what_was_called_off_is_no_meeting(
    desk: Desk, fields: ContactFields, citizen_id: Key
) -> None:
    desk.upkeep(contacts.create, replace(fields, span=replace(fields.span, day=TWO_WEEKS_AGO)))
    visit = replace(fields, form=PHYSICAL, span=replace(fields.span, day=LATER))
    key = desk.upkeep(contacts.create, visit)
    assert desk.read(plans_of_citizen, citizen_id, LATER) == ()
    desk.upkeep(contacts.cancel, key, ContactStatus.CANCELLED_BY_CITIZEN, "Syg")
    assert [one.rule for one in desk.read(plans_of_citizen, citizen_id, LATER)] == ["P01", "P37"]


def test_a_citizen_without_any_contact_is_not_missed(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    assert desk.read(plans_of_citizen, citizen_id, LATER) == ()
    meet(desk, citizen_id, worker_id)
    assert desk.read(plans_of_citizen, citizen_id, MONDAY) == ()


def test_a_call_from_home_to_who_must_be_visited_becomes_a_visit_in_one_step(
    desk: Desk, fields: ContactFields, worker_id: Key, citizen_id: Key, at: At
) -> None:
    meet(desk, citizen_id, worker_id)
    desk.do(set_day_kind, worker_id, MONDAY, DayKind.HOME)
    desk.upkeep(contacts.create, replace(fields, form=PHONE, span=at(0, "9.00", 20)))
    assert "P82" not in {one.rule for one in check_week(week(desk, worker_id))}
    desk.do(triage.judge, citizen_id, Triage.MUST_VISIT, by=worker_id, today=MONDAY)
    seen = week(desk, worker_id)
    sentence = next(one for one in check_week(seen) if one.rule == "P82")
    mend = desk.read(mends.mend_for, seen, sentence)
    assert mend is not None
    desk.do(mends.carry_out, mend)
    (visit,) = shown(desk, worker_id)
    assert (visit.form, visit.span) == (PHYSICAL, at(1, "9.00", 20))
    assert "P82" not in {one.rule for one in check_week(week(desk, worker_id))}
    desk.undo()
    (call,) = shown(desk, worker_id)
    assert (call.form, call.span) == (PHONE, at(0, "9.00", 20))
    desk.do(triage.judge, citizen_id, Triage.BY_PHONE, by=worker_id, today=MONDAY)
    assert "P82" not in {one.rule for one in check_week(week(desk, worker_id))}
