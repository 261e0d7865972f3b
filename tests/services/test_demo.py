"""The example team: what it promises, that nobody in it is real, and that it keeps to itself."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

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
from bostoette.models.cpr import holds_cpr
from bostoette.models.day_kind import DayKind
from bostoette.models.day_type import DayType
from bostoette.models.demo_team import DemoSize
from bostoette.models.form_trial import FormTrial
from bostoette.models.grant import Grant
from bostoette.models.inquiry import Caller, Inquiry
from bostoette.models.journal import JournalStep, StepKind
from bostoette.models.life_kinds import PhaseOutState, RelationStrength, Triage, TrialOutcome
from bostoette.models.note import Note
from bostoette.models.phase_out import PhaseOut
from bostoette.models.relation import Relation
from bostoette.models.satisfaction import Satisfaction
from bostoette.models.series import Series
from bostoette.models.series_rule import SeriesRule
from bostoette.models.task import Task, TaskKind
from bostoette.models.travel_mode import TravelMode
from bostoette.models.week_plan import WeekPlan
from bostoette.models.week_plan_status import WeekPlanStatus
from bostoette.models.worker import Absence, Worker
from bostoette.models.worker_kinds import AbsenceKind, BaseKind, WorkerRole
from bostoette.planning.danish_days import day_name
from bostoette.planning.demo_items import LUNCH
from bostoette.planning.recurrence import occurrences
from bostoette.services import satisfaction, sheet_versions, week_templates
from bostoette.services.board import board_of
from bostoette.services.demo import make_demo
from bostoette.services.example import made_on, open_demo, renew_demo, shows_earlier_week
from bostoette.services.program_file import OpenFile
from bostoette.store.demo_team_file import demo_team
from bostoette.store.journal import describe
from bostoette.store.places import Places
from tests.clock import MONDAY, Clock

TODAY = MONDAY + timedelta(days=1)
KEY_IN_HEX = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Shown:
    """A contact as the tests look at it."""

    worker: bytes
    initials: str
    day: date
    start: int
    end: int
    status: ContactStatus


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenFile]:
    """The small team, made once and only looked at."""
    opened = open_demo(Places.at(tmp_path_factory.mktemp("data")), Clock(), TODAY)
    yield opened
    opened.close()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.at(tmp_path)


def ask(example: OpenFile, question: Callable[[Session], Any]) -> Any:
    return example.desk.read(question)


def rows(example: OpenFile, kind: type[Base]) -> list[Any]:
    return list(ask(example, lambda session: session.scalars(select(kind)).all()))


def taking_time(example: OpenFile) -> list[Shown]:
    """All contacts that take a worker's time, by worker, day and start."""
    question = (
        select(ContactWorker.worker_id, Worker.initials, Contact)
        .join(Contact, Contact.id == ContactWorker.contact_id)
        .join(Worker, Worker.id == ContactWorker.worker_id)
        .order_by(ContactWorker.worker_id, Contact.day, Contact.start)
    )
    return [
        Shown(worker, initials, one.day, one.start, one.start + one.minutes, one.status)
        for worker, initials, one in ask(example, lambda session: session.execute(question).all())
        if one.status.takes_time
    ]


def clashes(contacts: list[Shown]) -> list[tuple[Shown, Shown]]:
    return [
        (one, other)
        for one, other in pairwise(contacts)
        if (one.worker, one.day) == (other.worker, other.day) and other.start < one.end
    ]


def content(example: OpenFile) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the file but the random id that ties it to its key file."""

    def question(session: Session) -> dict[str, list[tuple[Any, ...]]]:
        found = {}
        for table in Base.metadata.sorted_tables:
            every = session.execute(select(*table.columns.values())).all()
            found[table.name] = sorted((tuple(row) for row in every), key=repr)
        found["team_setting"] = [one for one in found["team_setting"] if one[0] != "database_id"]
        return found

    return dict(ask(example, question))


# --- what is promised ---


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


# --- believable weeks ---


def test_whoever_opens_it_has_a_template_of_two_weeks(example: OpenFile) -> None:
    (template,) = example.desk.read(week_templates.listed)
    assert (template.weeks, template.worker_id) == (2, example.desk.actor_id)
    assert template.contacts >= 4
    parts = example.desk.read(week_templates.parts_of, template.id)
    assert {part.week for part in parts} == {0, 1}


def test_nobody_is_in_two_places_but_for_one_clash_left_to_solve(example: OpenFile) -> None:
    [(first, second)] = clashes(taking_time(example))

    assert first.initials == "M.E."
    assert {first.status, second.status} == {ContactStatus.PLANNED}
    assert MONDAY <= first.day < MONDAY + timedelta(days=7)


def test_contacts_keep_within_working_hours_lunch_and_holidays(example: OpenFile) -> None:
    hours = {worker.id: worker.hours for worker in rows(example, Worker)}

    for contact in taking_time(example):
        on_duty = hours[contact.worker].on(contact.day)
        assert on_duty is not None
        assert on_duty[0] <= contact.start < contact.end <= on_duty[1]
        assert contact.end <= LUNCH[0] or LUNCH[1] <= contact.start
        assert day_name(contact.day) is None


def test_contacts_do_not_lie_over_other_time_in_the_calendar(example: OpenFile) -> None:
    busy = {(one.worker_id, one.day): one.span for one in rows(example, Appointment)}

    for contact in taking_time(example):
        other = busy.get((contact.worker, contact.day))
        assert other is None or contact.end <= other.start or other.end <= contact.start


def test_nobody_who_was_away_held_a_contact(example: OpenFile) -> None:
    away = rows(example, Absence)

    for contact in taking_time(example):
        if contact.day < TODAY:
            assert not any(
                one.worker_id == contact.worker and one.first_day <= contact.day <= one.last_day
                for one in away
            )


def test_only_what_is_past_is_held_and_most_of_it_is(example: OpenFile) -> None:
    contacts = rows(example, Contact)
    past = [one.status for one in contacts if one.day < TODAY]

    assert {one.status for one in contacts if one.day >= TODAY} == {ContactStatus.PLANNED}
    assert 0.7 < past.count(ContactStatus.HELD) / len(past) < 0.95
    assert all(
        (one.actual_minutes is not None) == (one.status is ContactStatus.HELD) for one in contacts
    )


def test_support_that_has_stopped_has_no_contacts_after_it(example: OpenFile) -> None:
    stopped = {
        one.id: one.status_since for one in rows(example, Citizen) if one.status_since is not None
    }

    parts = [part for part in rows(example, ContactCitizen) if part.citizen_id in stopped]
    assert len(stopped) == 4
    assert parts
    assert all(part.day < stopped[part.citizen_id] for part in parts)


def test_a_converted_visit_has_the_call_that_came_instead(example: OpenFile) -> None:
    contacts = {one.id: one for one in rows(example, Contact)}
    instead = [one for one in contacts.values() if one.converted_from is not None]

    converted = [one for one in contacts.values() if one.status is ContactStatus.CONVERTED]
    assert len(instead) == len(converted) > 0
    for call in instead:
        visit = contacts[call.converted_from]
        assert visit.status is ContactStatus.CONVERTED
        assert (call.form, call.day) == (ContactForm.PHONE, visit.day)


def test_this_week_leaves_agreed_contacts_to_plan_for_who_opens_it(example: OpenFile) -> None:
    opener = example.desk.actor_id
    hers = {one.id for one in rows(example, Citizen) if one.primary_worker_id == opener}
    agreed = {
        one.id: one.citizen_id
        for one in rows(example, ContactAgreement)
        if one.citizen_id in hers and one.valid_to is None
    }
    missing: Counter[bytes] = Counter()
    for line in rows(example, AgreementLine):
        if line.agreement_id in agreed and line.rhythm is AgreementRhythm.WEEK:
            missing[agreed[line.agreement_id]] += line.number
    planned = [
        part.citizen_id
        for part in rows(example, ContactCitizen)
        if part.citizen_id in hers and MONDAY <= part.day < MONDAY + timedelta(days=7)
    ]
    missing.subtract(planned)

    worker = next(one for one in rows(example, Worker) if one.id == opener)
    assert (worker.initials, worker.role) == ("M.E.", WorkerRole.WORKER)
    assert len(planned) >= 8
    assert sum(1 for number in missing.values() if number > 0) >= 2


def test_series_are_made_as_their_rules_say(example: OpenFile) -> None:
    made: dict[bytes, set[date]] = {}
    for contact in rows(example, Contact):
        if contact.series_id is not None:
            made.setdefault(contact.series_id, set()).add(contact.series_day)

    series = rows(example, Series)
    assert {one.id for one in series} == set(made)
    for one in series:
        rule = SeriesRule(
            one.every_weeks, one.weekdays, one.first_day, one.start, one.minutes, one.until
        )
        wanted = {day for day in occurrences(rule, one.made_until) if str(day) not in one.skipped}
        assert made[one.id] == wanted


@pytest.mark.parametrize(
    "today",
    [date(2026, 11, 27), date(2026, 11, 29), date(2026, 12, 24), date(2028, 2, 29)],
)
def test_it_can_be_made_on_any_day(places: Places, today: date) -> None:
    opened = open_demo(places, Clock(), today)
    try:
        contacts = rows(opened, Contact)
        assert len(clashes(taking_time(opened))) <= 1
        assert all(one.status is ContactStatus.PLANNED for one in contacts if one.day >= today)
        assert sum(1 for one in contacts if one.day >= today) > 50
    finally:
        opened.close()


# --- nobody is real ---


def test_everybodys_name_is_clearly_invented(example: OpenFile) -> None:
    names = demo_team().names
    surnames = {start + end for start in names.surname_starts for end in names.surname_ends}
    everybody = [
        one.name for kind in (Worker, Citizen, ContactParticipant) for one in rows(example, kind)
    ]

    assert {name.split()[-1] for name in everybody} <= surnames


def test_nothing_in_it_looks_like_a_cpr_number(example: OpenFile) -> None:
    texts = [
        KEY_IN_HEX.sub("", str(value))
        for every in content(example).values()
        for row in every
        for value in row
        if isinstance(value, str | dict | list)
    ]

    assert len(texts) > 10_000
    assert [one for one in texts if holds_cpr(one)] == []


def test_numbers_and_links_can_belong_to_nobody(example: OpenFile) -> None:
    people = [*rows(example, Worker), *rows(example, Citizen)]
    contacts = rows(example, Contact)
    numbers = {one.phone for one in people} | {one.phone_number for one in contacts}
    links = {one.video_link for one in contacts} - {""}

    assert all(re.fullmatch(r"12 \d\d \d\d \d\d", number) for number in numbers - {""})
    assert links
    assert all(link.startswith("https://video.eksempel.invalid/") for link in links)


# --- a file of its own ---


def test_the_same_seed_and_day_give_the_same_content(example: OpenFile, places: Places) -> None:
    again = open_demo(places, Clock(), TODAY)
    try:
        mine, other = content(example), content(again)
        for table, every in mine.items():
            if table != "journal_step":
                assert every == other[table], table
    finally:
        again.close()


def test_another_seed_gives_other_weeks(example: OpenFile, places: Places) -> None:
    make_demo(places, DemoSize.TEAM, TODAY, Clock(), seed=7)

    other = open_demo(places, Clock(), TODAY)
    try:
        assert content(other)["contact"] != content(example)["contact"]
    finally:
        other.close()


def test_every_row_refers_to_rows_that_are_there(example: OpenFile) -> None:
    broken = ask(example, lambda session: session.execute(text("PRAGMA foreign_key_check")).all())
    held = {part.contact_id for part in rows(example, ContactWorker)}
    met = {part.contact_id for part in rows(example, ContactCitizen)}

    assert broken == []
    for contact in rows(example, Contact):
        assert contact.id in held
        assert contact.id in met or contact.form is ContactForm.HOTLINE or contact.variant.for_staff


def test_it_lies_in_a_folder_of_its_own_and_touches_no_own_data(places: Places) -> None:
    open_demo(places, Clock(), TODAY).close()

    assert [path.name for path in places.folder.iterdir()] == ["eksempel"]
    assert places.example.database.exists()


def test_it_is_marked_and_its_making_is_one_act_that_cannot_be_undone(example: OpenFile) -> None:
    [step] = rows(example, JournalStep)

    assert example.places.is_example
    assert ask(example, made_on) == TODAY
    assert (step.kind, step.label) == (StepKind.ACT, "Eksempeldata lavet")
    assert step.facts == {"size": "team", "made_on": "2026-11-24"}


def test_what_was_tried_is_kept_until_it_is_made_anew(places: Places) -> None:
    def rename(session: Session) -> None:
        session.scalars(select(Citizen)).first().name = "Ny Prøvesen"  # type: ignore[union-attr]  # there are 31
        describe(session, "Ret borger")

    def renamed(example: OpenFile) -> bool:
        return "Ny Prøvesen" in {one.name for one in rows(example, Citizen)}

    first = open_demo(places, Clock(), TODAY)
    first.desk.do(rename)
    first.close()
    later = TODAY + timedelta(weeks=1)

    kept = open_demo(places, Clock(), later)
    assert renamed(kept)
    assert kept.desk.read(shows_earlier_week, later)
    kept.close()

    anew = renew_demo(places, Clock(), later)
    assert not renamed(anew)
    assert not anew.desk.read(shows_earlier_week, later)
    anew.close()


def test_an_example_stands_until_the_new_one_is_whole(places: Places) -> None:
    open_demo(places, Clock(), TODAY).close()
    before = places.example.database.read_bytes()

    def stop(_done: int, _weeks: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_demo(places, DemoSize.TEAM, TODAY, Clock(), stop)

    assert places.example.database.read_bytes() == before
    assert not (places.example.folder / "ny").exists()


def test_progress_is_told_to_the_last_week(places: Places) -> None:
    told: list[tuple[int, int]] = []

    make_demo(places, DemoSize.TEAM, TODAY, Clock(), lambda done, weeks: told.append((done, weeks)))

    assert len(told) > 3
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
