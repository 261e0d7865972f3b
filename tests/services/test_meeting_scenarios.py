"""A meeting of several people (P31, P74), acted out through the desk."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bostoette.models.attendance import Attendance, MeetingDuty
from bostoette.models.contact_fields import ContactFields, Participant
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.key import Key
from bostoette.models.meeting import Meeting, SeatOf
from bostoette.models.timespan import TimeSpan
from bostoette.services import contacts, meetings
from bostoette.services.desk import Desk
from tests.clock import MONDAY

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def staff_meeting(desk: Desk, worker_id: Key, colleague_id: Key) -> Key:
    fields = ContactFields(
        TimeSpan(TUESDAY, 480, 30),
        ContactForm.VIDEO,
        "meeting",
        (worker_id, colleague_id),
        (),
        variant=ContactVariant.TEAM_MEETING,
        participants=(Participant("Ulla", "konsulent", 480, 500),),
    )
    return desk.do(contacts.create, fields)


def shown(desk: Desk, key: Key) -> Meeting:
    found = desk.read(meetings.meeting_of, key)
    assert found is not None
    return found


def test_a_meeting_has_sixteen_points_to_tick(desk: Desk, staff_meeting: Key) -> None:
    assert len(shown(desk, staff_meeting).points) == 16
    desk.do(meetings.tick, staff_meeting, "mute", done=True, by=desk.actor_id, today=MONDAY)
    assert [one.id for one in shown(desk, staff_meeting).points if one.done] == ["mute"]
    desk.undo()
    assert not [one for one in shown(desk, staff_meeting).points if one.done]


def test_chair_and_minutes_are_one_person_each(
    desk: Desk, staff_meeting: Key, worker_id: Key, colleague_id: Key
) -> None:
    assert "ordstyrer og referent" in shown(desk, staff_meeting).said[0]
    desk.do(meetings.give_duty, staff_meeting, SeatOf.WORKER, worker_id, MeetingDuty.CHAIR)
    desk.do(meetings.give_duty, staff_meeting, SeatOf.WORKER, colleague_id, MeetingDuty.CHAIR)
    duties = {one.key: one.duty for one in shown(desk, staff_meeting).seats}
    assert duties[worker_id] is MeetingDuty.NONE
    assert duties[colleague_id] is MeetingDuty.CHAIR
    other = shown(desk, staff_meeting).seats[-1]
    desk.do(meetings.give_duty, staff_meeting, other.of, other.key, MeetingDuty.MINUTES)
    assert shown(desk, staff_meeting).said == ()


def test_the_talking_order_is_moved_and_attendance_ticked_at_the_start(
    desk: Desk, staff_meeting: Key, worker_id: Key, colleague_id: Key
) -> None:
    desk.do(meetings.talk_earlier, staff_meeting, SeatOf.WORKER, colleague_id)
    assert [one.key for one in shown(desk, staff_meeting).seats[:2]] == [colleague_id, worker_id]
    desk.do(meetings.note_present, staff_meeting, SeatOf.WORKER, worker_id, here=True)
    here = [
        one.key for one in shown(desk, staff_meeting).seats if one.attendance is Attendance.CAME
    ]
    assert here == [worker_id]


def test_somebody_is_there_for_a_part_and_keeps_her_role_when_the_form_is_saved(
    desk: Desk, staff_meeting: Key
) -> None:
    (ulla,) = [one for one in shown(desk, staff_meeting).seats if one.of is SeatOf.OTHER]
    assert ulla.hours == "08.00–08.20"
    desk.do(meetings.give_duty, staff_meeting, ulla.of, ulla.key, MeetingDuty.MINUTES)
    known = desk.read(contacts.details, staff_meeting)
    people = (Participant("Ole", "", 480, 510), Participant("Ulla", "leder", 480, 510))
    fields = replace(known.fields, participants=people)
    desk.do(contacts.change, staff_meeting, known.version, fields)
    others = [one for one in shown(desk, staff_meeting).seats if one.of is SeatOf.OTHER]
    assert [(one.name, one.duty) for one in others] == [
        ("Ole", MeetingDuty.NONE),
        ("Ulla (leder)", MeetingDuty.MINUTES),
    ]


def test_an_ordinary_contact_is_no_meeting(desk: Desk, worker_id: Key, citizen_id: Key) -> None:
    fields = ContactFields(
        TimeSpan(TUESDAY, 480, 30), ContactForm.VIDEO, "meeting", (worker_id,), (citizen_id,)
    )
    assert desk.read(meetings.meeting_of, desk.do(contacts.create, fields)) is None
