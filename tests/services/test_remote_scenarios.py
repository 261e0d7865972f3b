"""Contacts at a distance, from the first package to a failed video, acted out through the desk."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bostoette.models.advice import Outcome
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.note_fields import NewAgreement, NoteFields
from bostoette.models.note_kinds import GivenHow
from bostoette.models.plan_error import PlanError
from bostoette.models.remote_kinds import CheckPoint, StartStep
from bostoette.models.team import ApprovedPlatform
from bostoette.services import (
    citizens,
    contact_panel,
    contacts,
    lists,
    remote_contact,
    summaries,
    video_startup,
)
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.services.week import week_of
from tests.clock import MONDAY
from tests.services.notes.writing import sign
from tests.services.remote_hands import (
    TODAY,
    advised,
    answer,
    finish_package,
    make_superuser,
    meet,
    plan,
    point,
    ready,
    shown,
    tick_step,
    warned_by,
)

THURSDAY = MONDAY + timedelta(days=3)
PHYSICAL, PHONE, VIDEO = ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.VIDEO


@pytest.fixture(autouse=True)
def _lists(desk: Desk) -> None:
    desk.upkeep(seed_lists, "test")


def _in_week(desk: Desk, worker: Key, contact: Key) -> bool:
    week = desk.read(week_of, (worker,), IsoWeek.of(THURSDAY))
    return contact in {one.id for one in week.contacts}


def test_the_first_video_contact_proposes_a_superuser_and_the_warning_goes(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    answer(desk, citizen_id, video_startup_done=False)
    superuser = desk.upkeep(make_superuser)
    meet(desk, citizen_id)
    video = plan(desk, citizen_id, VIDEO, THURSDAY)
    proposal = shown(desk, video).superuser
    assert proposal is not None
    assert proposal.free is not None
    assert (proposal.free.id, proposal.free.initials) == (superuser, "S.U.")
    assert warned_by(desk, video, VIDEO) == {"P63"}

    desk.do(remote_contact.take_superuser, video, superuser)
    assert _in_week(desk, worker_id, video)
    assert _in_week(desk, superuser, video)
    assert warned_by(desk, video, VIDEO) == set()
    assert shown(desk, video).superuser is None
    assert point(desk, video, CheckPoint.PRACTICE).done

    desk.do(remote_contact.leave_superuser, video)
    assert not _in_week(desk, superuser, video)
    assert warned_by(desk, video, VIDEO) == {"P63"}
    assert shown(desk, video).superuser is not None


def test_a_step_ticked_on_the_visits_agenda_is_not_to_be_ticked_again(
    desk: Desk, worker_id: Key
) -> None:
    citizen = desk.do(citizens.create, CitizenFields("Ninna Olsen", primary_worker_id=worker_id))
    answer(desk, citizen, video_startup_done=False, equipment_checked_on=MONDAY)
    visit = plan(desk, citizen, PHYSICAL, TODAY, purpose_id="first_meeting")
    desk.do(video_startup.take_along, citizen, visit, TODAY)
    panel = desk.read(contact_panel.panel_of, visit)
    assert panel is not None
    points = panel.agenda
    for one in points:
        desk.do(video_startup.tick_point, one.id, done=True, by=worker_id, today=TODAY)
    assert desk.read(video_startup.package_of, citizen, TODAY).left == 0
    assert ready(desk, citizen)
    desk.do(video_startup.tick_point, points[0].id, done=False, by=worker_id, today=TODAY)
    assert not ready(desk, citizen)
    desk.undo()
    assert ready(desk, citizen)


def test_a_package_finished_at_the_first_visit_makes_video_best_for_guidance(
    desk: Desk, worker_id: Key
) -> None:
    fields = CitizenFields("Ninna Olsen", primary_worker_id=worker_id)
    citizen = desk.do(citizens.create, fields)  # she is 92; the program does not ask
    answer(desk, citizen, video_startup_done=False, equipment_checked_on=MONDAY)
    visit = plan(desk, citizen, PHYSICAL, TODAY, purpose_id="first_meeting")
    guidance = plan(desk, citizen, VIDEO, THURSDAY, purpose_id="guidance_teaching")
    assert "P63" in warned_by(desk, guidance, VIDEO)

    package = desk.read(video_startup.package_of, citizen, TODAY)
    assert package.next_visit is not None
    assert package.next_visit.id == visit
    desk.do(video_startup.take_along, citizen, visit, TODAY)
    agenda = desk.read(contacts.details, visit).fields.agenda
    assert agenda[0] == "Video: Tal forventningerne igennem"
    assert len(agenda) == package.left
    desk.do(video_startup.take_along, citizen, visit, TODAY)
    assert desk.read(contacts.details, visit).fields.agenda == agenda

    finish_package(desk, citizen)
    desk.do(contacts.hold, visit)
    assert ready(desk, citizen)
    found = {one.form: one for one in advised(desk, guidance).forms}
    assert found[VIDEO].outcome is Outcome.BEST
    assert found[VIDEO].reasons == ()


@pytest.mark.parametrize(("minute", "still"), [(584, True), (585, False)])
def test_a_visit_that_is_over_takes_no_package_along(
    desk: Desk, citizen_id: Key, minute: int, *, still: bool
) -> None:
    plan(desk, citizen_id, PHYSICAL, TODAY)
    package = desk.read(video_startup.package_of, citizen_id, TODAY, minute)
    assert (package.next_visit is not None) is still


def test_without_a_private_room_chat_is_proposed_and_only_approved_platforms_are_offered(
    desk: Desk, citizen_id: Key
) -> None:
    meet(desk, citizen_id)
    answer(desk, citizen_id, has_private_room=False)
    video = plan(desk, citizen_id, VIDEO, THURSDAY)
    found = advised(desk, video)
    assert "P69" in warned_by(desk, video, PHONE) & warned_by(desk, video, VIDEO)
    assert ContactForm.SMS_CHAT in found.suggests
    undisturbed = point(desk, video, CheckPoint.UNDISTURBED)
    assert not undisturbed.done
    assert undisturbed.said == "Borgeren har ikke et uforstyrret sted"

    def approved(session: Session) -> set[str]:
        return {one.id for one in session.query(ApprovedPlatform).filter_by(active=True)}

    offered = {choice.id for choice in desk.read(lists.contact_choices).platforms}
    assert offered == desk.read(approved)
    with pytest.raises(PlanError, match="ikke blandt dem"):
        plan(desk, citizen_id, VIDEO, THURSDAY, 780, video_platform_id="messenger")
    desk.do(contacts.delete, plan(desk, citizen_id, VIDEO, THURSDAY, 780, video_platform_id="vdx"))


def test_the_checklist_shows_nine_points_ticked_from_data_or_open(
    desk: Desk, citizen_id: Key
) -> None:
    answer(desk, citizen_id, video_startup_done=False)
    video = plan(desk, citizen_id, VIDEO, THURSDAY)
    first = shown(desk, video)
    assert first.first
    assert [one.point for one in first.points] == list(CheckPoint)
    assert first.done == 0

    _prepare(desk, citizen_id, video)
    ticked = {one.point for one in shown(desk, video).points if one.done}
    assert ticked == set(CheckPoint) - {CheckPoint.SUMMARY}
    assert point(desk, video, CheckPoint.SUMMARY).said == "Gives efter samtalen"

    desk.do(contacts.hold, video)
    summary = point(desk, video, CheckPoint.SUMMARY, THURSDAY)
    assert (summary.done, summary.by_hand, summary.said) == (False, True, "Mangler endnu")


@pytest.mark.parametrize(
    ("agreed", "said"),
    [
        ((), "Notatet har ingen aftaler at give videre"),
        ((NewAgreement("Ringer til lægen"),), "Gives fra notatet"),
    ],
)
def test_the_ninth_point_is_ticked_by_giving_the_summary_of_the_note(
    desk: Desk, citizen_id: Key, agreed: tuple[NewAgreement, ...], said: str
) -> None:
    call = plan(desk, citizen_id, PHONE, THURSDAY)
    at = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
    fields = NoteFields("Talte om ugen", agreed=agreed)
    note = sign(desk, call, citizen_id, fields, at=at, today=THURSDAY)
    asked = point(desk, call, CheckPoint.SUMMARY, THURSDAY)
    assert (asked.done, asked.by_hand) == (False, not agreed)
    assert asked.said.startswith(said)
    by = desk.actor_id
    desk.do(summaries.give, note, "Du ringer til lægen.", GivenHow.READ_ALOUD, by=by, at=at)
    given = point(desk, call, CheckPoint.SUMMARY, THURSDAY)
    assert (given.done, given.by_hand, given.said) == (True, False, "Læst højt, M.J. 27. nov. 2026")


def _prepare(desk: Desk, citizen: Key, video: Key) -> None:
    meet(desk, citizen)
    answer(desk, citizen, equipment_checked_on=MONDAY)
    finish_package(desk, citizen)
    desk.do(contact_panel.agree, video, agreed=True)
    desk.do(contact_panel.add_agenda, video, "Ugens skema")
    for which in (CheckPoint.UNDISTURBED, CheckPoint.HEADPHONES):
        desk.do(remote_contact.tick, video, which, done=True, by=desk.actor_id, today=TODAY)


def test_video_that_must_be_taught_is_warned_until_three_practice_ticks_are_set(
    desk: Desk, citizen_id: Key
) -> None:
    meet(desk, citizen_id)
    answer(desk, citizen_id, equipment_checked_on=MONDAY)
    video = plan(desk, citizen_id, VIDEO, THURSDAY)
    assert warned_by(desk, video, VIDEO) == set()
    answer(desk, citizen_id, needs_teaching_for_video=True)
    assert warned_by(desk, video, VIDEO) == {"P48", "P63"}
    for step in (StartStep.EXPECTATIONS, StartStep.HOW_IT_GOES, StartStep.WHEN_IT_FAILS):
        tick_step(desk, citizen_id, step)
    for number in (1, 2):
        tick_step(desk, citizen_id, StartStep.PRACTICE, number)
        assert warned_by(desk, video, VIDEO) == {"P48", "P63"}
    with pytest.raises(PlanError, match="prøveopkald 3 af 3"):
        desk.do(video_startup.mark_ready, citizen_id, TODAY)
    tick_step(desk, citizen_id, StartStep.PRACTICE, 3)
    assert warned_by(desk, video, VIDEO) == set()
    desk.undo()
    assert warned_by(desk, video, VIDEO) == {"P48", "P63"}
