"""The example team shows everything that the program can do, each believably."""

from collections import Counter
from datetime import date, timedelta
from enum import StrEnum

import pytest

from bostoette.models.appointment import Appointment
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.attendance import Attendance, MeetingDuty
from bostoette.models.base import Base
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_judged import RiskJudged, TriageJudged
from bostoette.models.citizen_kinds import (
    AgreementRhythm,
    CitizenStatus,
    FormWish,
    GrantPeriod,
    PrivateNetwork,
    RiskLevel,
    SupportNeed,
    ToleratesShifts,
    VideoAbility,
)
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact import Contact, ContactCitizen, ContactParticipant, ContactWorker
from bostoette.models.contact_agreement import AgreementLine, ContactAgreement
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus, FormReason
from bostoette.models.contact_satisfaction import ContactSatisfaction
from bostoette.models.contact_variant import ContactVariant
from bostoette.models.day_kind import DayKind
from bostoette.models.day_type import DayType
from bostoette.models.demo_team import DemoSize
from bostoette.models.form_trial import FormTrial
from bostoette.models.grant import Grant
from bostoette.models.inquiry import Caller, Inquiry
from bostoette.models.life_kinds import PhaseOutState, RelationStrength, Triage, TrialOutcome
from bostoette.models.note import Note
from bostoette.models.phase_out import PhaseOut
from bostoette.models.relation import Relation
from bostoette.models.satisfaction import Satisfaction
from bostoette.models.task import Task, TaskKind
from bostoette.models.travel_mode import TravelMode
from bostoette.models.week_plan import WeekPlan
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.models.worker import Absence, Worker
from bostoette.models.worker_kinds import AbsenceKind, BaseKind, WorkerRole
from bostoette.services import satisfaction, sheet_versions
from bostoette.services.board import board_of
from bostoette.services.demo import make_demo
from bostoette.services.example import open_demo
from bostoette.services.program_file import OpenFile
from bostoette.store.places import Places
from tests.clock import MONDAY, Clock
from tests.services.example.asking import TODAY, ask, clashes, rows, taking_time


def test_the_team_has_seven_workers_with_a_leader_a_superuser_and_a_substitute(
    example: OpenFile,
) -> None:
    roles = sorted(worker.role for worker in rows(example, Worker))

    assert roles == ["substitute", "superuser", "team_leader", *["worker"] * 4]


def test_the_team_has_thirty_one_citizens_each_with_a_profile(example: OpenFile) -> None:
    citizens = {citizen.id for citizen in rows(example, Citizen)}

    assert len(citizens) == 31
    assert {profile.citizen_id for profile in rows(example, CitizenProfile)} == citizens


def test_the_past_is_twelve_weeks_and_series_reach_half_a_year_ahead(example: OpenFile) -> None:
    days = [contact.day for contact in rows(example, Contact)]

    assert MONDAY - timedelta(weeks=12) <= min(days) < MONDAY - timedelta(weeks=11)
    assert TODAY + timedelta(weeks=25) < max(days) <= TODAY + timedelta(weeks=26)


def test_a_large_team_has_twenty_eight_workers_and_a_hundred_and_twenty_citizens(
    places: Places,
) -> None:
    made = make_demo(places, DemoSize.LARGE_TEAM, TODAY, Clock())

    opened = open_demo(places, Clock(), TODAY)
    try:
        assert (made.workers, made.citizens) == (28, 120)
        assert len(rows(opened, Worker)) == 28
        assert len({citizen.name for citizen in rows(opened, Citizen)}) == 120
        assert len(clashes(taking_time(opened))) == 1
        assert min(one.day for one in rows(opened, Contact)) < TODAY - timedelta(weeks=51)
    finally:
        opened.close()


MADE_WHEN_IT_HAPPENS: set[StrEnum] = {
    TaskKind.RELAPSE,
    TaskKind.BRIDGE,
    TaskKind.VISIT,
}
"""Such tasks come with what happens: a relapse, absence, a note that asks for a visit."""


@pytest.mark.parametrize(
    ("kind", "column", "words"),
    [
        (Contact, "form", ContactForm),
        (Contact, "status", ContactStatus),
        (Contact, "place", ContactPlace),
        (Contact, "form_reason", FormReason),
        (Citizen, "status", CitizenStatus),
        (CitizenProfile, "wish_phone", FormWish),
        (CitizenProfile, "video_ability", VideoAbility),
        (CitizenProfile, "private_network", PrivateNetwork),
        (CitizenProfile, "support_need", SupportNeed),
        (CitizenProfile, "risk_level", RiskLevel),
        (CitizenProfile, "tolerates_shifts", ToleratesShifts),
        (Grant, "period", GrantPeriod),
        (AgreementLine, "rhythm", AgreementRhythm),
        (Worker, "role", WorkerRole),
        (Worker, "base_kind", BaseKind),
        (Worker, "travel_mode", TravelMode),
        (Absence, "kind", AbsenceKind),
        (Appointment, "kind", AppointmentKind),
        (Task, "kind", TaskKind),
        (WeekPlan, "status", WeekPlanStatus),
        (RiskJudged, "level", RiskLevel),
        (TriageJudged, "triage", Triage),
        (Relation, "strength", RelationStrength),
        (FormTrial, "outcome", TrialOutcome),
        (PhaseOut, "state", PhaseOutState),
        (ContactSatisfaction, "answer", Satisfaction),
        (Inquiry, "caller", Caller),
        (DayType, "kind", DayKind),
        (Contact, "variant", ContactVariant),
        (ContactCitizen, "attendance", Attendance),
    ],
)
def test_every_variety_of_a_word_appears(
    example: OpenFile, kind: type[Base], column: str, words: type[StrEnum]
) -> None:
    found = {getattr(row, column) for row in rows(example, kind)} - {None}
    assert found == set(words) - MADE_WHEN_IT_HAPPENS


@pytest.mark.parametrize(
    "flag",
    [
        *("isolation_risk", "in_substance_treatment", "needs_predictability"),
        *("loan_device_planned", "needs_teaching_for_video", "needs_something_to_look_at"),
        *("uses_visual_methods", "dislikes_own_face_on_screen", "uneasy_in_public"),
        *("does_not_want_home_seen", "may_hide_being_unwell", "meeting_hard_anxiety_or_pain"),
        *("transport_tiring", "lives_alone", "has_phone", "has_video_device", "has_internet"),
        *("video_startup_done", "can_relate_to_remote", "can_walk_outdoors", "has_private_room"),
    ],
)
def test_every_yes_and_no_of_the_profile_is_somebodys(example: OpenFile, flag: str) -> None:
    assert {getattr(row, flag) for row in rows(example, CitizenProfile)} == {True, False}


def test_grants_are_numbers_ranges_and_left_open(example: OpenFile) -> None:
    grants = rows(example, Grant)

    assert {"82a", "82b", "85", "99"} == {grant.paragraph_id for grant in grants}
    assert any(grant.minutes_from is None for grant in grants)
    assert any(grant.minutes_from and grant.minutes_from < grant.minutes_to for grant in grants)
    assert any(grant.minutes_from and grant.minutes_from == grant.minutes_to for grant in grants)


def test_agreements_are_flexible_on_demand_and_kept_when_they_are_old(example: OpenFile) -> None:
    agreements = rows(example, ContactAgreement)
    old = [one for one in agreements if one.valid_to is not None and one.valid_to < TODAY]

    assert any(len(line.forms) > 1 for line in rows(example, AgreementLine))
    assert any(one.on_demand for one in agreements)
    assert {one.citizen_id for one in old} & {
        one.citizen_id for one in agreements if one.valid_to is None
    }


def test_there_are_groups_two_workers_at_once_and_people_who_stay_for_a_part(
    example: OpenFile,
) -> None:
    def sizes(kind: type[Base]) -> set[int]:
        return set(Counter(part.contact_id for part in rows(example, kind)).values())

    lengths = {one.until_minute - one.from_minute for one in rows(example, ContactParticipant)}
    assert sizes(ContactCitizen) == {1, 3, 5, 6}
    assert sizes(ContactWorker) == {1, 2}
    assert lengths == {20, 60}


def test_walkers_of_the_past_came_or_stayed_away_and_who_came_has_a_note(
    example: OpenFile,
) -> None:
    walks = {
        one.id: one
        for one in rows(example, Contact)
        if one.form is ContactForm.GROUP_WALK and one.status is ContactStatus.HELD
    }
    parts = [one for one in rows(example, ContactCitizen) if one.contact_id in walks]
    lately = TODAY - timedelta(weeks=9)
    came = {
        (one.contact_id, one.citizen_id)
        for one in parts
        if one.attendance is Attendance.CAME and lately < one.day < TODAY - timedelta(days=1)
    }
    noted = {(one.contact_id, one.citizen_id) for one in rows(example, Note)}

    assert {one.day.weekday() for one in parts} == {1}
    assert {one.attendance for one in parts} == {Attendance.CAME, Attendance.DID_NOT_COME}
    assert came
    assert came <= noted


def test_the_online_group_has_said_yes_to_each_other(example: OpenFile) -> None:
    online = {
        one.id
        for one in rows(example, Contact)
        if one.form is ContactForm.GROUP_ONLINE and one.variant is ContactVariant.ORDINARY
    }

    assert all(one.consented for one in rows(example, ContactCitizen) if one.contact_id in online)


def test_the_status_meeting_has_a_chair_and_a_talking_order(example: OpenFile) -> None:
    meetings = {
        one.id for one in rows(example, Contact) if one.variant is ContactVariant.STATUS_MEETING
    }
    seats = [
        one
        for kind in (ContactWorker, ContactCitizen, ContactParticipant)
        for one in rows(example, kind)
        if one.contact_id in meetings
    ]

    assert {one.duty for one in seats} == set(MeetingDuty)
    assert {one.turn for one in seats} == {1, 2, 3, 4}


def test_the_newest_risk_colour_is_the_profiles(example: OpenFile) -> None:
    newest: dict[bytes, RiskJudged] = {}
    for one in sorted(rows(example, RiskJudged), key=lambda one: one.judged_on):
        newest[one.citizen_id] = one
    levels = {one.citizen_id: one.risk_level for one in rows(example, CitizenProfile)}

    assert newest
    assert all(levels[key] is one.level for key, one in newest.items())
    assert all(one.judged_on < TODAY for one in newest.values())


def test_answers_are_enough_for_one_form_and_too_few_for_another(example: OpenFile) -> None:
    asta = next(one.id for one in rows(example, Citizen) if one.name == "Asta Prøvesen")

    answers = ask(
        example, lambda session: satisfaction.by_form(session, date(2026, 1, 1), TODAY, asta)
    )
    assert {one.says_something for one in answers if one.answers} == {True, False}


def test_the_sheet_was_settled_half_a_year_ago_and_one_number_changed_since(
    example: OpenFile,
) -> None:
    newest, delivered = ask(example, sheet_versions.versions)
    [difference] = ask(
        example, lambda session: sheet_versions.changed_between(session, newest, None)
    )

    assert (newest.number, delivered.number, len(newest.participants)) == (2, 1, 5)
    assert difference.rule == "P10"
    assert TODAY < newest.review_on <= TODAY + timedelta(weeks=2)


def test_the_board_has_people_out_at_home_and_at_the_office(example: OpenFile) -> None:
    board = ask(example, lambda session: board_of(session, MONDAY + timedelta(days=3)))

    assert all(board.of(kind) for kind in DayKind)
    assert any(one.to_look_at for one in board.workers)
