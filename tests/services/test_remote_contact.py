"""The technology, plan B, the superuser and the checklist of contacts at a distance."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.appointment_fields import AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.citizen_kinds import AgreementRhythm, CitizenStatus, RiskLevel
from bostoette.models.contact import ContactCheck, TechLog
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.remote_kinds import CheckPoint, TechOutcome
from bostoette.models.remote_start import VideoPause
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker import Absence
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.services import (
    agreements,
    appointments,
    citizen_page,
    citizens,
    contact_panel,
    contacts,
    ending,
    remote_contact,
    tasks,
    tray,
    video_startup,
)
from bostoette.services.desk import Desk
from bostoette.store.journal import describe
from tests.clock import MONDAY
from tests.services.remote_hands import (
    TODAY,
    answer,
    make_superuser,
    meet,
    plan,
    point,
    shown,
    warned_by,
)

THURSDAY = MONDAY + timedelta(days=3)
PHYSICAL, PHONE, VIDEO = ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.VIDEO
WORKED, FALLBACK, FAILED = TechOutcome.WORKED, TechOutcome.FALLBACK, TechOutcome.FAILED


def _video(desk: Desk, citizen: Key, day: date) -> Key:
    key = plan(desk, citizen, VIDEO, day)
    desk.do(contacts.hold, key)
    return key


def _note(desk: Desk, contact: Key, outcome: TechOutcome, today: date = THURSDAY) -> None:
    desk.do(remote_contact.note_tech, contact, outcome, by=desk.actor_id, today=today)


def _tick(desk: Desk, contact: Key, which: CheckPoint, *, done: bool = True) -> None:
    desk.do(remote_contact.tick, contact, which, done=done, by=desk.actor_id, today=TODAY)


def _count(desk: Desk, kind: type) -> int:
    return desk.read(lambda session: len(session.scalars(select(kind)).all()))


def test_two_failures_of_the_last_three_pause_video_and_give_the_superuser_a_task(
    desk: Desk, citizen_id: Key
) -> None:
    superuser = desk.upkeep(make_superuser)
    meet(desk, citizen_id, MONDAY - timedelta(days=7))
    answer(desk, citizen_id, equipment_checked_on=MONDAY)
    held = [_video(desk, citizen_id, MONDAY + timedelta(days=day)) for day in range(3)]
    coming = plan(desk, citizen_id, VIDEO, THURSDAY + timedelta(days=1))
    _note(desk, held[0], FAILED)
    _note(desk, held[1], WORKED)
    assert warned_by(desk, coming, VIDEO) == set()
    _note(desk, held[2], FAILED)
    assert warned_by(desk, coming, VIDEO) == {"P65"}
    (task,) = desk.read(tasks.tasks_of, superuser)
    assert "Video har svigtet 2 gange" in task.text
    desk.undo()
    assert warned_by(desk, coming, VIDEO) == set()
    assert desk.read(tasks.tasks_of, superuser) == ()
    step = desk.undo_state().redo
    assert step == "Teknik hos A.M.: svigtede helt. Video holder pause, og der er lavet en opgave"


def test_a_video_that_went_over_to_the_phone_is_not_missing_in_what_was_agreed(
    desk: Desk, citizen_id: Key
) -> None:
    a_video = AgreementLineFields(1, 45, AgreementRhythm.N_WEEKS, 1, (VIDEO,))
    desk.upkeep(agreements.agree, citizen_id, AgreementFields(MONDAY, (a_video,)))
    week = IsoWeek.of(MONDAY)

    def missing() -> int:
        return desk.read(tray.tray_of, (desk.actor_id,), week).missing_count

    video = plan(desk, citizen_id, VIDEO, MONDAY)
    assert missing() == 0
    _note(desk, video, FALLBACK)
    assert desk.read(contacts.details, video).fields.form is PHONE
    assert missing() == 0
    mix = desk.read(citizen_page.page_of, citizen_id, THURSDAY).mix[-1]
    assert (mix.beside, mix.lines[0].held, mix.lines[0].missing) == ((), 1, 0)


def test_two_failures_with_two_good_talks_between_pause_nothing(
    desk: Desk, citizen_id: Key
) -> None:
    held = [_video(desk, citizen_id, MONDAY + timedelta(days=day)) for day in range(4)]
    _note(desk, held[0], FAILED)
    _note(desk, held[3], FAILED)  # nothing was noted of the two between: they worked
    assert _count(desk, VideoPause) == 0


def test_a_correction_takes_back_the_pause_and_the_task(desk: Desk, citizen_id: Key) -> None:
    superuser = desk.upkeep(make_superuser)
    held = [_video(desk, citizen_id, MONDAY + timedelta(days=day)) for day in range(2)]
    for contact in held:
        _note(desk, contact, FAILED)
    assert _count(desk, VideoPause) == 1
    _note(desk, held[1], WORKED)
    assert _count(desk, VideoPause) == 0
    assert desk.read(tasks.tasks_of, superuser) == ()


def test_video_begins_afresh_when_the_pause_is_ended(desk: Desk, citizen_id: Key) -> None:
    meet(desk, citizen_id, MONDAY - timedelta(days=7))
    held = [_video(desk, citizen_id, MONDAY + timedelta(days=day)) for day in range(2)]
    for contact in held:
        _note(desk, contact, FAILED)
    package = desk.read(video_startup.package_of, citizen_id, THURSDAY)
    assert package.paused_on == THURSDAY
    desk.do(video_startup.resume_video, citizen_id, THURSDAY)
    assert desk.read(video_startup.package_of, citizen_id, THURSDAY).paused_on is None
    again = _video(desk, citizen_id, THURSDAY + timedelta(days=1))
    assert warned_by(desk, again, VIDEO) == set()
    _note(desk, again, FAILED, THURSDAY + timedelta(days=1))
    assert desk.read(video_startup.package_of, citizen_id, THURSDAY).paused_on is None
    with pytest.raises(PlanError, match="ikke pause længere"):
        desk.do(video_startup.resume_video, citizen_id, THURSDAY)


def test_without_a_superuser_the_task_lies_with_who_held_the_talk(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    for day in range(2):
        _note(desk, _video(desk, citizen_id, MONDAY + timedelta(days=day)), FAILED)
    (task,) = desk.read(tasks.tasks_of, worker_id)
    assert task.citizen is not None


def test_going_over_to_the_phone_holds_the_talk_by_phone_and_tells_nobody_again(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    contact = plan(desk, citizen_id, VIDEO, THURSDAY, agreed_with_citizen=True)
    _note(desk, contact, FALLBACK)
    found = desk.read(contacts.details, contact)
    assert (found.fields.form, found.status) == (PHONE, ContactStatus.HELD)
    assert desk.read(tasks.tasks_of, worker_id) == ()
    tech = shown(desk, contact, THURSDAY).tech
    assert tech is not None
    assert tech.outcome is FALLBACK
    _note(desk, contact, WORKED)
    assert desk.read(contacts.details, contact).fields.form is VIDEO
    desk.undo()
    desk.undo()
    found = desk.read(contacts.details, contact)
    assert (found.fields.form, found.status) == (VIDEO, ContactStatus.PLANNED)


def test_the_technology_is_noted_on_the_day_or_after_never_before(
    desk: Desk, citizen_id: Key
) -> None:
    contact = plan(desk, citizen_id, VIDEO, THURSDAY)
    assert not shown(desk, contact).may_note_tech
    with pytest.raises(PlanError, match="på dagen"):
        _note(desk, contact, WORKED, TODAY)
    assert shown(desk, contact, THURSDAY).may_note_tech


def test_an_empty_plan_b_is_asked_for_where_the_risk_colour_is_yellow_or_red(
    desk: Desk, citizen_id: Key
) -> None:
    contact = plan(desk, citizen_id, PHONE, THURSDAY)
    assert shown(desk, contact).plan_b_missing == ""
    for level in (RiskLevel.YELLOW, RiskLevel.RED):
        answer(desk, citizen_id, risk_level=level)
        assert shown(desk, contact).plan_b_missing.startswith("Skriv en plan B")
    desk.do(contact_panel.write_plan_b, contact, "Søsteren tager ud")
    assert shown(desk, contact).plan_b_missing == ""
    assert shown(desk, contact).instead.startswith("Søsteren tager ud")


@pytest.mark.parametrize("plan_b", ["Naboen låser op", "Naboen låser op.", "Naboen låser op. "])
def test_plan_b_and_the_number_to_ring_are_told_as_two_sentences(
    desk: Desk, citizen_id: Key, plan_b: str
) -> None:
    contact = plan(desk, citizen_id, PHONE, THURSDAY, plan_b=plan_b, phone_number="12345678")
    assert shown(desk, contact).instead.startswith("Naboen låser op. Ring 12")


def test_a_superuser_who_is_busy_or_away_is_not_taken_along_and_it_is_said(
    desk: Desk, citizen_id: Key
) -> None:
    superuser = desk.upkeep(make_superuser)
    video = plan(desk, citizen_id, VIDEO, THURSDAY)
    span = TimeSpan(THURSDAY, 570, 60)
    desk.do(
        appointments.create,
        superuser,
        AppointmentFields(span, AppointmentKind.MEETING, "Møde"),
    )
    proposal = shown(desk, video).superuser
    assert proposal is not None
    assert proposal.free is None
    assert proposal.said.endswith("S.U. er optaget kl. 09.30–10.30.")
    with pytest.raises(PlanError, match="optaget"):
        desk.do(remote_contact.take_superuser, video, superuser)

    def away(session: Session) -> None:
        session.add(
            Absence(
                worker_id=superuser,
                first_day=THURSDAY,
                last_day=THURSDAY,
                kind=AbsenceKind.ILLNESS,
            )
        )
        describe(session, "Fravær")

    desk.upkeep(away)
    proposal = shown(desk, video).superuser
    assert proposal is not None
    assert proposal.said.endswith("S.U. er syg.")


def test_a_team_without_a_superuser_is_told_so(desk: Desk, citizen_id: Key) -> None:
    proposal = shown(desk, plan(desk, citizen_id, VIDEO, THURSDAY)).superuser
    assert proposal is not None
    assert (proposal.free, "ingen anden superbruger" in proposal.said) == (None, True)


def test_the_second_video_contact_of_a_practised_citizen_proposes_nobody(
    desk: Desk, citizen_id: Key
) -> None:
    desk.upkeep(make_superuser)
    _video(desk, citizen_id, MONDAY)
    assert shown(desk, plan(desk, citizen_id, VIDEO, THURSDAY)).superuser is None


def test_a_talk_about_expectations_counts_for_every_later_contact_in_the_form(
    desk: Desk, citizen_id: Key
) -> None:
    first, later = (plan(desk, citizen_id, PHONE, THURSDAY, start) for start in (540, 660))
    on_video = plan(desk, citizen_id, VIDEO, THURSDAY, 780)
    _tick(desk, first, CheckPoint.EXPECTATIONS)
    assert point(desk, later, CheckPoint.EXPECTATIONS).said == "M.J. 24. nov. 2026"
    assert not point(desk, on_video, CheckPoint.EXPECTATIONS).done
    assert (shown(desk, first).first, shown(desk, later).first) == (True, False)
    assert shown(desk, first).talk_missing == ""
    assert "talt igennem" in shown(desk, on_video).talk_missing
    desk.undo()
    assert "talt igennem" in shown(desk, first).talk_missing
    assert shown(desk, later).talk_missing == ""
    assert not point(desk, later, CheckPoint.EXPECTATIONS).done


def test_a_tick_is_of_one_contact_and_is_taken_away_again(desk: Desk, citizen_id: Key) -> None:
    first, later = (plan(desk, citizen_id, PHONE, THURSDAY, start) for start in (540, 660))
    _tick(desk, first, CheckPoint.HEADPHONES)
    assert point(desk, first, CheckPoint.HEADPHONES).done
    assert not point(desk, later, CheckPoint.HEADPHONES).done
    _tick(desk, first, CheckPoint.HEADPHONES, done=False)
    assert _count(desk, ContactCheck) == 0


def test_old_or_missing_equipment_is_told_and_missing_cannot_be_ticked_away(
    desk: Desk, citizen_id: Key
) -> None:
    contact = plan(desk, citizen_id, PHONE, THURSDAY)
    answer(desk, citizen_id, equipment_checked_on=date(2025, 11, 24))
    found = point(desk, contact, CheckPoint.EQUIPMENT)
    assert (found.done, found.by_hand, found.said) == (False, True, "Sidst set efter 24. nov. 2025")
    answer(desk, citizen_id, has_phone=False)
    found = point(desk, contact, CheckPoint.EQUIPMENT)
    assert (found.done, found.by_hand, found.said) == (False, False, "Borgeren har ingen telefon")


def test_a_contact_takes_its_ticks_and_its_log_with_it_and_back_again(
    desk: Desk, citizen_id: Key
) -> None:
    contact = plan(desk, citizen_id, VIDEO, TODAY)
    _tick(desk, contact, CheckPoint.HEADPHONES)
    _note(desk, contact, TechOutcome.DELAYED, TODAY)
    desk.do(contacts.delete, contact)
    assert (_count(desk, ContactCheck), _count(desk, TechLog)) == (0, 0)
    desk.undo()
    assert (_count(desk, ContactCheck), _count(desk, TechLog)) == (1, 1)
    assert point(desk, contact, CheckPoint.HEADPHONES).done


def test_ending_support_deletes_ticked_contacts_and_lets_the_superusers_task_fall_away(
    desk: Desk, citizen_id: Key
) -> None:
    superuser = desk.upkeep(make_superuser)
    for day in range(2):
        _note(desk, _video(desk, citizen_id, MONDAY + timedelta(days=day)), FAILED)
    _tick(desk, plan(desk, citizen_id, PHONE, THURSDAY), CheckPoint.HEADPHONES)
    version = desk.read(citizens.details, citizen_id).version
    desk.do(ending.change_status, citizen_id, version, CitizenStatus.ENDED, TODAY)
    assert _count(desk, ContactCheck) == 0
    assert desk.read(tasks.tasks_of, superuser) == ()


def test_a_visit_has_no_checklist_and_neither_has_a_contact_that_is_gone(
    desk: Desk, citizen_id: Key
) -> None:
    visit = plan(desk, citizen_id, PHYSICAL, THURSDAY)
    assert desk.read(remote_contact.remote_of, visit, TODAY) is None
    assert desk.read(remote_contact.remote_of, b"gone", TODAY) is None
