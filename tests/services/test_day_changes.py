"""A sick Monday: every contact of the day listed with a proposal, changed in one step, undone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bostoette.models.appointment_fields import AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.citizen_fields import CitizenFields, ProfileFields
from bostoette.models.citizen_kinds import FormWish
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.day_kind import DayKind
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker_fields import AbsenceFields
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.planning.day_changes import DayAct, DayGround, DayWish, acts_for, placed, proposed
from bostoette.services import appointments, citizens, contacts, day_changes, workers
from bostoette.services.day_changes import DayDecision
from bostoette.services.day_types import set_day_kind
from bostoette.services.desk import Desk
from bostoette.store.weeks import contacts_of_workers
from tests.clock import MONDAY, At

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def walk(desk: Desk, fields: ContactFields, at: At) -> Key:
    other = desk.do(citizens.create, CitizenFields("Bo Krag"))
    span = at(0, "9.00", 45)
    walk = replace(fields, span=span, citizens=(other,), form=ContactForm.WALK_TALK)
    return desk.do(contacts.create, walk)


def ground(desk: Desk) -> DayGround:
    return desk.read(day_changes.look_at_day, desk.actor_id, MONDAY, MONDAY)


def decided(seen: DayGround, wishes: dict[Key, DayWish]) -> dict[Key, DayDecision]:
    spans = placed(seen, wishes)
    return {key: DayDecision(wish.act, spans.get(key)) for key, wish in wishes.items()}


def test_each_contact_is_proposed_moved_to_the_nearest_free_time(
    desk: Desk, visit: Key, walk: Key, at: At
) -> None:
    seen = ground(desk)
    wishes = proposed(seen)
    assert wishes == {
        visit: DayWish(DayAct.MOVE, TUESDAY),
        walk: DayWish(DayAct.MOVE, TUESDAY),
    }
    spans = placed(seen, wishes)
    first, second = (spans[one.id] for one in seen.contacts)
    assert first is not None
    assert second is not None
    assert (first.day, first.start) == (TUESDAY, 9 * 60)
    assert second.day == TUESDAY
    assert not first.overlaps(second)


def test_a_trip_is_proposed_on_a_day_at_home_only_where_there_is_no_other(
    desk: Desk, visit: Key, walk: Key
) -> None:
    desk.upkeep(set_day_kind, desk.actor_id, TUESDAY, DayKind.HOME)
    seen = ground(desk)
    wednesday = TUESDAY + timedelta(days=1)
    assert {one.day for one in proposed(seen).values()} == {wednesday}
    only = replace(seen, days=(TUESDAY,))
    assert {one.day for one in proposed(only).values()} == {TUESDAY}
    desk.do(contacts.change_form, visit, ContactForm.PHONE)
    days = {key: wish.day for key, wish in proposed(ground(desk)).items()}
    assert days == {visit: TUESDAY, walk: wednesday}


def test_a_new_time_keeps_clear_of_what_worker_and_citizen_have(
    desk: Desk, visit: Key, fields: ContactFields, colleague_id: Key, at: At
) -> None:
    own = AppointmentFields(at(1, "8.00", 120), AppointmentKind.MEETING)
    desk.do(appointments.create, desk.actor_id, own)
    hers = replace(fields, span=at(1, "10.30", 60), workers=(colleague_id,))
    desk.do(contacts.create, hers)
    seen = ground(desk)
    assert placed(seen, proposed(seen))[visit] == at(1, "11.45", 60)


def test_days_on_which_nobody_works_are_not_offered(desk: Desk, visit: Key) -> None:
    away = AbsenceFields(TUESDAY, TUESDAY, AbsenceKind.ILLNESS)
    desk.do(workers.add_absence, desk.actor_id, desk.actor_id, away)
    days = ground(desk).days
    assert TUESDAY not in days
    assert all(day.weekday() < 5 for day in days)
    assert proposed(ground(desk))[visit].day == TUESDAY + timedelta(days=1)


def test_a_contact_that_a_colleague_takes_part_in_is_proposed_left(
    desk: Desk, fields: ContactFields, colleague_id: Key
) -> None:
    both = replace(fields, workers=(*fields.workers, colleague_id))
    key = desk.do(contacts.create, both)
    assert proposed(ground(desk)) == {key: DayWish(DayAct.LEAVE)}


def test_where_no_day_has_room_calling_off_is_proposed(desk: Desk, visit: Key) -> None:
    full = replace(ground(desk), days=())
    assert proposed(full) == {visit: DayWish(DayAct.CANCEL)}


def test_a_call_is_not_offered_to_somebody_who_refuses_calls(
    desk: Desk, visit: Key, citizen_id: Key
) -> None:
    seen = ground(desk)
    assert DayAct.PHONE in acts_for(seen.contacts[0], seen)
    profile = ProfileFields(wish_phone=FormWish.REFUSES)
    version = desk.read(citizens.details, citizen_id).profile_version
    desk.do(citizens.change_profile, citizen_id, version, profile)
    seen = ground(desk)
    assert DayAct.PHONE not in acts_for(seen.contacts[0], seen)


def test_a_sick_monday_is_handled_in_one_step_and_undone(
    desk: Desk, visit: Key, walk: Key, fields: ContactFields, at: At
) -> None:
    later = desk.do(contacts.create, replace(fields, span=at(0, "14.00", 60)))
    week = (desk.actor_id,), MONDAY, MONDAY + timedelta(days=13)
    before = desk.read(contacts_of_workers, *week)
    seen = ground(desk)
    wishes = {
        visit: DayWish(DayAct.MOVE, TUESDAY),
        walk: DayWish(DayAct.PHONE),
        later: DayWish(DayAct.CANCEL),
    }
    assert desk.do(day_changes.change_day, MONDAY, decided(seen, wishes), "Sygdom") == 3
    assert desk.undo_state().undo == "Læg dagen om: man. 23. nov."
    assert desk.read(contacts.details, visit).fields.span == at(1, "9.00", 60)
    assert desk.read(contacts.details, walk).status is ContactStatus.CONVERTED
    off = desk.read(contacts.details, later)
    assert (off.status, off.status_reason) == (ContactStatus.CANCELLED_BY_US, "Sygdom")
    calls = [one for one in desk.read(contacts_of_workers, *week) if one.form is ContactForm.PHONE]
    assert [one.span.start for one in calls] == [9 * 60]
    desk.undo()
    after = desk.read(contacts_of_workers, *week)
    assert [one._replace(version=0) for one in after] == [one._replace(version=0) for one in before]


def test_the_step_is_named_after_what_was_done(desk: Desk, visit: Key) -> None:
    desk.do(day_changes.change_day, MONDAY, {visit: DayDecision(DayAct.CANCEL)}, "Sygdom")
    assert desk.undo_state().undo == "Aflys kontakterne man. 23. nov."


def test_held_and_cancelled_contacts_are_left_out_of_the_list(
    desk: Desk, visit: Key, walk: Key
) -> None:
    desk.do(contacts.hold, visit)
    desk.do(contacts.cancel, walk, ContactStatus.CANCELLED_BY_CITIZEN, "")
    assert ground(desk).contacts == ()


def test_nothing_is_half_done(desk: Desk, visit: Key, walk: Key) -> None:
    nowhere = {visit: DayDecision(DayAct.CANCEL), walk: DayDecision(DayAct.MOVE)}
    with pytest.raises(PlanError, match="ingen ny tid"):
        desk.do(day_changes.change_day, MONDAY, nowhere, "Sygdom")
    assert desk.read(contacts.details, visit).status is ContactStatus.PLANNED
    with pytest.raises(PlanError, match="bliver stående"):
        desk.do(day_changes.change_day, MONDAY, {visit: DayDecision(DayAct.LEAVE)}, "")


def test_a_contact_that_was_held_meanwhile_is_told(desk: Desk, visit: Key, at: At) -> None:
    desk.do(contacts.hold, visit)
    to = TimeSpan(TUESDAY, 540, 60)
    with pytest.raises(PlanError, match="imens blevet afholdt"):
        desk.do(day_changes.change_day, MONDAY, {visit: DayDecision(DayAct.MOVE, to)}, "")
