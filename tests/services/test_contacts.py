"""Contacts as a worker handles them: planned, opened, moved, called off, held, deleted."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.services import citizens, contacts
from bostoette.services.desk import Desk
from bostoette.store.faults import ChangedMeanwhile
from bostoette.store.weeks import contacts_of_citizen, contacts_of_workers
from tests.clock import MONDAY, At

SUNDAY = MONDAY.replace(day=29)


def test_a_planned_contact_is_found_again_with_everything_typed(
    desk: Desk, fields: ContactFields
) -> None:
    full = replace(
        fields,
        form=ContactForm.VIDEO,
        video_link="https://video.invalid/rum",
        phone_number="12 34 56 78",
        meeting_point="Ved åen",
        bad_weather_plan="Indkøbscenteret",
        plan_b="Ring i stedet",
        override_reason="Borgeren ønsker det selv",
        reason_codes=("citizen_feels_safest_at_home",),
        agreed_with_citizen=True,
        participants=(Participant("Søster", "pårørende", 540, 560),),
        agenda=("Ugens skema", "Indkøb"),
    )
    key = desk.do(contacts.create, full)
    assert desk.read(contacts.details, key).fields == full


def test_switching_the_form_back_and_forth_loses_nothing_typed(
    desk: Desk, visit: Key, fields: ContactFields
) -> None:
    typed = replace(fields, phone_number="12 34 56 78", meeting_point="Ved åen")
    desk.do(contacts.change, visit, desk.read(contacts.details, visit).version, typed)
    desk.do(contacts.change_form, visit, ContactForm.PHONE)
    desk.do(contacts.change_form, visit, ContactForm.PHYSICAL)
    assert desk.read(contacts.details, visit).fields == typed


def test_the_week_of_a_worker_shows_the_contact_with_whom_it_is(
    desk: Desk, visit: Key, worker_id: Key, at: At
) -> None:
    (shown,) = desk.read(contacts_of_workers, [worker_id], MONDAY, SUNDAY)
    assert (shown.id, shown.span, shown.initials) == (visit, at(0, "9.00", 60), "A.M.")
    assert shown.workers == (worker_id,)


def test_a_contact_with_two_workers_stands_in_both_weeks_and_says_both(
    desk: Desk, fields: ContactFields, worker_id: Key, colleague_id: Key
) -> None:
    desk.do(contacts.create, replace(fields, workers=(worker_id, colleague_id)))
    for one in (worker_id, colleague_id):
        (shown,) = desk.read(contacts_of_workers, [one], MONDAY, SUNDAY)
        assert shown.workers == (worker_id, colleague_id)


def test_a_citizens_contacts_are_found_by_the_citizen(
    desk: Desk, visit: Key, citizen_id: Key
) -> None:
    (shown,) = desk.read(contacts_of_citizen, citizen_id, MONDAY, SUNDAY)
    assert shown.id == visit


def test_moving_names_the_step_by_the_new_weekday(desk: Desk, visit: Key, at: At) -> None:
    desk.do(contacts.move, visit, at(3, "13.00", 60))
    assert desk.undo_state().undo == "Flyt A.M. til torsdag"


def test_moving_to_the_same_place_is_no_step(desk: Desk, visit: Key, at: At) -> None:
    desk.do(contacts.move, visit, at(0, "9.00", 60))
    assert desk.undo_state().undo == "Ny kontakt med A.M."


def test_a_held_contact_is_neither_moved_nor_deleted(desk: Desk, visit: Key, at: At) -> None:
    desk.do(contacts.hold, visit)
    with pytest.raises(PlanError, match="står fast"):
        desk.do(contacts.move, visit, at(3, "13.00", 60))
    with pytest.raises(PlanError, match="står fast"):
        desk.do(contacts.delete, visit)
    assert desk.read(contacts.details, visit).actual_minutes == 60


def test_a_cancelled_contact_keeps_its_reason(desk: Desk, visit: Key) -> None:
    desk.do(contacts.cancel, visit, ContactStatus.CANCELLED_BY_CITIZEN, "syg")
    found = desk.read(contacts.details, visit)
    assert (found.status, found.status_reason) == (ContactStatus.CANCELLED_BY_CITIZEN, "syg")
    desk.do(contacts.plan_again, visit)
    assert desk.read(contacts.details, visit).status is ContactStatus.PLANNED


def test_only_a_contact_nobody_counts_on_may_vanish(
    desk: Desk, visit: Key, fields: ContactFields
) -> None:
    assert desk.read(contacts.may_delete, visit)
    version = desk.read(contacts.details, visit).version
    desk.do(contacts.change, visit, version, replace(fields, agreed_with_citizen=True))
    assert not desk.read(contacts.may_delete, visit)


def test_a_stale_form_overwrites_nothing(
    desk: Desk, colleagues_desk: Desk, visit: Key, fields: ContactFields, at: At
) -> None:
    version = desk.read(contacts.details, visit).version
    colleagues_desk.do(contacts.move, visit, at(1, "10.00", 60))
    with pytest.raises(ChangedMeanwhile, match="Intet er overskrevet"):
        desk.do(contacts.change, visit, version, fields)
    assert desk.read(contacts.details, visit).fields.span == at(1, "10.00", 60)


def test_a_copy_stands_right_after_and_is_not_yet_agreed(desk: Desk, visit: Key, at: At) -> None:
    copy = desk.do(contacts.duplicate, visit)
    found = desk.read(contacts.details, copy).fields
    assert found.span == at(0, "10.00", 60)
    assert not found.agreed_with_citizen


def test_a_contact_without_purpose_citizen_or_worker_is_told_in_a_sentence(
    fields: ContactFields,
) -> None:
    for missing in ({"purpose_id": ""}, {"citizens": ()}, {"workers": ()}):
        with pytest.raises(PlanError, match="det skrevne står der stadig"):
            replace(fields, **missing)


def test_a_contact_never_passes_midnight(visit: Key, desk: Desk, at: At) -> None:
    with pytest.raises(PlanError, match="inden for ét døgn"):
        desk.do(contacts.move, visit, TimeSpan(MONDAY, 23 * 60 + 30, 60))


def test_undo_brings_back_agenda_and_citizens_taken_out_of_a_contact(
    desk: Desk, fields: ContactFields
) -> None:
    other = desk.do(citizens.create, CitizenFields("Bo Krag"))
    full = replace(
        fields,
        citizens=(*fields.citizens, other),
        agenda=("Ugens skema", "Indkøb"),
        participants=(Participant("Søster", "pårørende", 540, 560),),
    )
    key = desk.do(contacts.create, full)
    version = desk.read(contacts.details, key).version
    desk.do(contacts.change, key, version, fields)
    desk.undo()
    assert desk.read(contacts.details, key).fields == full
    desk.redo()
    assert desk.read(contacts.details, key).fields == fields


@pytest.mark.parametrize(
    "typed",
    [
        {"place_text": "010180-1234"},
        {"phone_number": "0101801234"},
        {"meeting_point": "Ved åen 010180 1234"},
        {"bad_weather_plan": "cpr 010180-1234"},
        {"plan_b": "01.01.80-1234"},
        {"agenda": ("Økonomi", "010180-1234")},
        {"participants": (Participant("Mor 010180-1234", "", 540, 560),)},
    ],
)
def test_what_looks_like_a_cpr_number_is_never_stored_with_a_contact(
    desk: Desk, fields: ContactFields, visit: Key, typed: dict[str, Any]
) -> None:
    with pytest.raises(PlanError, match="CPR-nummer") as refused:
        desk.do(contacts.create, replace(fields, **typed))
    assert "0101" not in str(refused.value)
    version = desk.read(contacts.details, visit).version
    with pytest.raises(PlanError, match="CPR-nummer"):
        desk.do(contacts.change, visit, version, replace(fields, **typed))
    assert desk.read(contacts.details, visit).fields == fields


def test_what_looks_like_a_cpr_number_is_never_stored_as_a_reason(desk: Desk, visit: Key) -> None:
    with pytest.raises(PlanError, match="CPR-nummer"):
        desk.do(contacts.cancel, visit, ContactStatus.NO_SHOW, "Spørg til 010180-1234")
    assert desk.read(contacts.details, visit).status is ContactStatus.PLANNED


def test_the_number_of_a_video_meeting_is_left_alone(desk: Desk, fields: ContactFields) -> None:
    link = "https://video.invalid/j/0101801234"
    key = desk.do(contacts.create, replace(fields, form=ContactForm.VIDEO, video_link=link))
    assert desk.read(contacts.details, key).fields.video_link == link


def test_what_lies_ahead_has_neither_been_held_nor_missed(desk: Desk, visit: Key) -> None:
    desk.read(contacts.refuse_before_its_day, visit, MONDAY)
    with pytest.raises(PlanError, match="senere dag"):
        desk.read(contacts.refuse_before_its_day, visit, MONDAY - timedelta(days=1))


def test_what_begins_later_the_same_day_has_not_been_held(desk: Desk, visit: Key) -> None:
    start = desk.read(contacts.details, visit).fields.span.start
    desk.read(contacts.refuse_before_it_began, visit, MONDAY, start)
    desk.read(contacts.refuse_before_it_began, visit, MONDAY + timedelta(days=1), 0)
    with pytest.raises(PlanError, match="begynder først kl"):
        desk.read(contacts.refuse_before_it_began, visit, MONDAY, start - 1)
    with pytest.raises(PlanError, match="senere dag"):
        desk.read(contacts.refuse_before_it_began, visit, MONDAY - timedelta(days=1), start)
