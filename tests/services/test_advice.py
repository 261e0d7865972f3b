from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from bostoette.models.advice import Advice
from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.key import Key
from bostoette.models.team import Purpose
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker import Worker
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import citizens, contacts
from bostoette.services.advice import advice_for, advice_for_citizen, advice_for_many
from bostoette.services.conditions import conditions_in_force, delivered_in_force
from bostoette.services.desk import Desk
from bostoette.store.database import Database
from bostoette.store.journal import describe
from tests.clock import MONDAY

PHYSICAL, PHONE, VIDEO, WALK = tuple(ContactForm)[:4]
THURSDAY = MONDAY + timedelta(days=3)
Plan = Callable[..., Key]


@pytest.fixture
def known_citizen(desk: Desk, citizen_id: Key) -> Key:
    """A.M., whose profile is filled in and says nothing special."""
    fill(desk, citizen_id)
    return citizen_id


def fill(desk: Desk, citizen: Key, **answers: Any) -> None:
    version = desk.read(citizens.details, citizen).profile_version
    fields = replace(ProfileFields(filled_on=MONDAY), **answers)
    desk.do(citizens.change_profile, citizen, version, fields)


@pytest.fixture
def plan(desk: Desk, known_citizen: Key, worker_id: Key) -> Plan:
    """Plan a contact with A.M. on a day, at 9 o'clock with M.J. where nothing else is said."""

    def planned(form: ContactForm, day: date, **other: Any) -> Key:
        hour = other.pop("hour", 9)
        workers = other.pop("workers", (worker_id,))
        fields = ContactFields(
            TimeSpan(day, hour * 60, 30), form, "acute", workers, (known_citizen,), **other
        )
        return desk.do(contacts.create, fields)

    return planned


def mark(session: Session, contact: Key, status: ContactStatus) -> None:
    found = session.get(Contact, contact)
    assert found is not None
    found.status = status
    describe(session, "Status")


def rules(advice: Advice, form: ContactForm) -> tuple[str, ...]:
    found = advice.of(form)
    assert found is not None
    return found.rules


@pytest.fixture
def on_thursday(desk: Desk, known_citizen: Key, worker_id: Key) -> Callable[..., Advice]:
    """The advice for a support conversation with A.M. on Thursday at 10."""

    def advised(**other: Any) -> Advice:
        contact = AdvisedContact(
            known_citizen, (worker_id,), "support_conversation", THURSDAY, 10 * 60
        )
        return desk.read(advice_for, replace(contact, **other))

    return advised


def test_a_citizen_nobody_has_met_is_to_be_met_first(on_thursday: Callable[..., Advice]) -> None:
    assert rules(on_thursday(), PHONE) == ("P11", "P12")


def test_what_is_planned_before_the_contact_counts_and_what_comes_after_it_does_not(
    on_thursday: Callable[..., Advice], plan: Plan
) -> None:
    plan(PHYSICAL, THURSDAY, hour=13)
    assert rules(on_thursday(), PHONE) == ("P11", "P12")
    plan(PHYSICAL, THURSDAY, hour=8)
    assert rules(on_thursday(), PHONE) == ()


def test_a_contact_does_not_count_itself(on_thursday: Callable[..., Advice], plan: Plan) -> None:
    own = plan(PHYSICAL, MONDAY)
    assert rules(on_thursday(contact_id=own), PHONE) == ("P11", "P12")


@pytest.mark.parametrize(
    "status",
    [
        ContactStatus.CANCELLED_BY_CITIZEN,
        ContactStatus.CANCELLED_BY_US,
        ContactStatus.CONVERTED,
        ContactStatus.NO_SHOW,
    ],
)
@pytest.mark.parametrize("weeks", [0, 30], ids=["lately", "long ago"])
def test_what_fell_through_is_no_meeting(
    on_thursday: Callable[..., Advice], plan: Plan, desk: Desk, status: ContactStatus, weeks: int
) -> None:
    desk.do(mark, plan(PHYSICAL, MONDAY - timedelta(weeks=weeks)), status)
    assert rules(on_thursday(), PHONE) == ("P11", "P12")


def test_a_call_is_no_meeting(on_thursday: Callable[..., Advice], plan: Plan) -> None:
    plan(PHONE, MONDAY)
    plan(VIDEO, MONDAY, hour=11)
    assert rules(on_thursday(), PHONE) == ("P11", "P12")


def test_a_worker_whom_the_citizen_does_not_know_steps_in_as_a_substitute(
    on_thursday: Callable[..., Advice], plan: Plan, colleague_id: Key
) -> None:
    plan(WALK, MONDAY)
    assert rules(on_thursday(workers=(colleague_id,)), VIDEO) == ("P11", "P13")


def test_a_reason_code_clears_it_for_the_one_contact(on_thursday: Callable[..., Advice]) -> None:
    code = "remote_start_is_what_makes_them_come"
    assert rules(on_thursday(reason_codes=(code,)), PHONE) == ()


@pytest.mark.parametrize("weeks", [1, 30], ids=["held lately", "held long ago"])
def test_the_clock_of_the_home_starts_with_a_visit_at_home(
    on_thursday: Callable[..., Advice], plan: Plan, desk: Desk, weeks: int
) -> None:
    seen = plan(PHYSICAL, THURSDAY - timedelta(weeks=weeks))
    desk.do(mark, seen, ContactStatus.HELD)
    late = weeks == 30
    assert rules(on_thursday(), WALK) == (("P37",) if late else ())
    plan(WALK, MONDAY)
    plan(PHYSICAL, MONDAY, hour=11, place=ContactPlace.CENTRE)
    assert rules(on_thursday(), WALK) == (("P37",) if late else ())
    plan(PHYSICAL, MONDAY, hour=13)
    assert rules(on_thursday(), WALK) == ()


def test_the_28th_day_is_in_time_and_the_29th_is_late(
    on_thursday: Callable[..., Advice], plan: Plan
) -> None:
    plan(PHYSICAL, THURSDAY - timedelta(days=28))
    assert rules(on_thursday(), PHONE) == ()
    assert rules(on_thursday(day=THURSDAY + timedelta(days=1)), PHONE) == ("P37",)


def test_where_the_home_is_not_to_be_seen_a_walk_stops_the_clock(
    on_thursday: Callable[..., Advice], plan: Plan, desk: Desk, known_citizen: Key
) -> None:
    fill(desk, known_citizen, does_not_want_home_seen=True)
    plan(PHYSICAL, THURSDAY - timedelta(weeks=9))
    assert rules(on_thursday(place=ContactPlace.CENTRE), PHONE) == ("P37",)
    plan(WALK, MONDAY)
    advice = on_thursday(place=ContactPlace.CENTRE)
    assert rules(advice, PHONE) == rules(advice, PHYSICAL) == ()
    assert rules(on_thursday(), PHYSICAL) == ("P53",)


def test_no_home_is_asked_for_where_there_is_only_a_place_to_meet(
    on_thursday: Callable[..., Advice], plan: Plan, desk: Desk, known_citizen: Key
) -> None:
    plan(PHYSICAL, THURSDAY - timedelta(weeks=9))
    assert rules(on_thursday(), WALK) == ("P37",)
    found = desk.read(citizens.details, known_citizen)
    fields = replace(found.fields, address="", postal_code="", meeting_point="Bænken ved møllen")
    desk.do(citizens.change, known_citizen, found.version, fields)
    assert rules(on_thursday(), WALK) == ()


def make_superuser(session: Session, worker: Key) -> None:
    found = session.get(Worker, worker)
    assert found is not None
    found.role = WorkerRole.SUPERUSER
    describe(session, "Superbruger")


def test_a_superuser_who_takes_part_makes_a_first_video_possible(
    on_thursday: Callable[..., Advice],
    plan: Plan,
    desk: Desk,
    known_citizen: Key,
    worker_id: Key,
    colleague_id: Key,
) -> None:
    plan(PHYSICAL, MONDAY)
    fill(desk, known_citizen, video_startup_done=False)
    both = (worker_id, colleague_id)
    assert rules(on_thursday(workers=both), VIDEO) == ("P63",)
    desk.upkeep(make_superuser, colleague_id)
    assert rules(on_thursday(workers=both), VIDEO) == ()
    assert rules(on_thursday(), VIDEO) == ("P63",)


def hints(advice: Advice, form: ContactForm) -> set[str]:
    found = advice.of(form)
    assert found is not None
    return {rule for hint in found.hints for rule in hint.rules}


def test_hints_come_from_the_contacts_before(
    on_thursday: Callable[..., Advice], plan: Plan, desk: Desk
) -> None:
    for weeks in (2, 5, 20):
        plan(PHYSICAL, MONDAY - timedelta(weeks=weeks))
    assert hints(on_thursday(), PHONE) == {"P15"}
    for days in range(4):
        plan(VIDEO, MONDAY - timedelta(days=days))
    assert hints(on_thursday(), PHONE) == {"P15", "P16"}
    for hour in (12, 14):
        desk.do(mark, plan(PHYSICAL, MONDAY, hour=hour), ContactStatus.NO_SHOW)
    assert hints(on_thursday(), PHONE) == {"P15", "P16", "P43"}
    later = THURSDAY + timedelta(weeks=20)
    assert hints(on_thursday(day=later), PHONE) == set()


def test_a_citizen_nobody_has_asked_gives_questions(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    advice = desk.read(advice_for_citizen, citizen_id, "acute", worker_id, THURSDAY)
    assert not advice.known
    assert advice.questions


def test_the_citizens_page_asks_for_a_day_and_counts_the_days_before(
    desk: Desk, known_citizen: Key, worker_id: Key, plan: Plan
) -> None:
    plan(PHYSICAL, THURSDAY, hour=8)
    asked = (known_citizen, "short_follow_up", worker_id)
    assert rules(desk.read(advice_for_citizen, *asked, THURSDAY), VIDEO) == ("P11", "P12")
    friday = THURSDAY + timedelta(days=1)
    assert desk.read(advice_for_citizen, *asked, friday).headline == "Anbefales: video"


def add_own_purpose(session: Session) -> None:
    session.add(Purpose(id="own-1", title="Sorg", position=99, like="sensitive_topic", active=True))
    describe(session, "Nyt formål")


def test_a_meeting_that_was_held_earlier_today_counts_on_the_citizens_page(
    desk: Desk, plan: Plan, known_citizen: Key, worker_id: Key
) -> None:
    asked = (known_citizen, "support_conversation", worker_id, THURSDAY)
    visit = plan(PHYSICAL, THURSDAY)
    assert rules(desk.read(advice_for_citizen, *asked), VIDEO) == ("P11", "P12")
    desk.do(mark, visit, ContactStatus.HELD)
    assert rules(desk.read(advice_for_citizen, *asked), VIDEO) == ()


def test_a_purpose_of_the_teams_own_advises_as_the_one_it_is_like(
    desk: Desk, on_thursday: Callable[..., Advice]
) -> None:
    assert not on_thursday(purpose_id="own-1").known
    desk.do(add_own_purpose)
    assert on_thursday(purpose_id="own-1").best_rules == ("P18",)
    assert desk.read(conditions_in_force).words.purposes["own-1"] == "Sorg"


def another_citizen(session: Session, number: int) -> Key:
    profile = CitizenProfile(filled_on=MONDAY)
    citizen = Citizen(name=f"Borger {number}", initials="B.O.", code=f"B{number}", profile=profile)
    session.add(citizen)
    session.flush()
    describe(session, "Ny borger")
    return citizen.id


def test_a_week_takes_as_many_statements_as_one_contact_and_says_the_same(
    database: Database, desk: Desk, worker_id: Key, colleague_id: Key, plan: Plan
) -> None:
    seen = list[str]()

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    plan(PHYSICAL, MONDAY)
    people = [desk.upkeep(another_citizen, number) for number in range(5)]
    workers = (worker_id, colleague_id)
    for number, citizen in enumerate(people):
        for day in range(number):
            span = TimeSpan(MONDAY + timedelta(days=day), 600, 30)
            fields = ContactFields(span, PHYSICAL, "acute", (workers[number % 2],), (citizen,))
            desk.do(contacts.create, fields)
    asked = [
        AdvisedContact(citizen, (worker,), "acute", MONDAY + timedelta(days=day), 12 * 60)
        for citizen in people
        for worker in workers
        for day in range(5)
    ]
    event.listen(database.reader, "before_cursor_execute", note)
    try:
        alone = [desk.read(advice_for, one) for one in asked]
        for_one = len(seen) / len(asked)
        seen.clear()
        together = desk.read(advice_for_many, asked)
        for_all = len(seen)
    finally:
        event.remove(database.reader, "before_cursor_execute", note)
    assert list(together) == alone
    assert len({one.headline for one in together}) > 1
    assert for_all == for_one <= 10
    assert desk.read(advice_for_many, []) == ()


def test_without_own_purposes_the_delivered_conditions_are_made_ready_only_once(
    desk: Desk,
) -> None:
    assert desk.read(conditions_in_force) is delivered_in_force()


def relapsed(desk: Desk, citizen: Key, day: date) -> None:
    fill(desk, citizen, relapsed_on=day)


@pytest.mark.parametrize("ago", [0, 3, 200])
def test_a_relapse_speaks_against_a_distance_until_they_have_met(
    on_thursday: Callable[..., Advice], plan: Plan, desk: Desk, known_citizen: Key, ago: int
) -> None:
    plan(PHYSICAL, MONDAY - timedelta(days=300))
    relapsed(desk, known_citizen, THURSDAY - timedelta(days=ago))
    assert "P40" in rules(on_thursday(), PHONE)
    assert rules(on_thursday(), PHYSICAL) == ()


def test_a_relapse_that_comes_later_says_nothing_of_an_earlier_contact(
    on_thursday: Callable[..., Advice], plan: Plan, desk: Desk, known_citizen: Key
) -> None:
    plan(PHYSICAL, MONDAY)
    relapsed(desk, known_citizen, THURSDAY + timedelta(days=1))
    assert "P40" not in rules(on_thursday(), PHONE)


@pytest.mark.parametrize(
    ("weeks", "form", "status", "told"),
    [
        (1, PHYSICAL, ContactStatus.HELD, False),
        (1, WALK, ContactStatus.HELD, False),
        (15, PHYSICAL, ContactStatus.HELD, False),
        (1, PHYSICAL, ContactStatus.PLANNED, True),
        (15, PHYSICAL, ContactStatus.PLANNED, True),
        (1, PHYSICAL, ContactStatus.NO_SHOW, True),
        (1, PHONE, ContactStatus.HELD, True),
        (20, PHYSICAL, ContactStatus.HELD, True),
    ],
    ids=["visit", "walk", "long ago", "planned", "planned long ago", "missed", "call", "before"],
)
def test_only_a_meeting_that_was_held_ends_a_relapse(
    on_thursday: Callable[..., Advice],
    plan: Plan,
    desk: Desk,
    known_citizen: Key,
    weeks: int,
    form: ContactForm,
    status: ContactStatus,
    told: bool,  # noqa: FBT001 - a table's column
) -> None:
    plan(PHYSICAL, MONDAY - timedelta(days=300))
    relapsed(desk, known_citizen, THURSDAY - timedelta(weeks=20))
    desk.do(mark, plan(form, THURSDAY - timedelta(weeks=weeks)), status)
    assert ("P40" in rules(on_thursday(), PHONE)) is told
