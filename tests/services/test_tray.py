"""The tray through a real file: what lacks a time, and giving it one."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields, CitizenFields
from bostoette.models.citizen_kinds import AgreementRhythm, CitizenStatus
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.team import Purpose
from bostoette.models.timespan import TimeSpan
from bostoette.services import agreements, citizens, contacts, ending, tray
from bostoette.services.desk import Desk
from bostoette.services.tray import Tray, tray_of
from bostoette.store.database import Database
from bostoette.store.journal import describe
from tests.clock import MONDAY, At

PHONE, VISIT, WALK = ContactForm.PHONE, ContactForm.PHYSICAL, ContactForm.WALK_TALK
WEEK = IsoWeek.of(MONDAY)
NEW_YEAR = date(2026, 1, 1)


def line(number: int, minutes: int, *forms: ContactForm, every: int = 1) -> AgreementLineFields:
    return AgreementLineFields(number, minutes, AgreementRhythm.N_WEEKS, every, forms)


@pytest.fixture
def purposes(desk: Desk) -> None:
    """The team has some of the delivered purposes."""

    def add(session: Session) -> None:
        for place, key in enumerate(("support_conversation", "short_follow_up", "acute")):
            session.add(Purpose(id=key, title=key, position=place))
        describe(session, "Formål")

    desk.upkeep(add)


def agree(
    desk: Desk, citizen: Key, *lines: AgreementLineFields, valid_from: date = NEW_YEAR
) -> None:
    desk.do(agreements.agree, citizen, AgreementFields(valid_from, lines))


def read(desk: Desk, worker: Key, week: IsoWeek = WEEK, *, early: bool = False) -> Tray:
    return desk.read(tray_of, (worker,), week, early=early)


def lacks(desk: Desk, worker: Key, week: IsoWeek = WEEK) -> list[tuple[str, str, int]]:
    """Say who lacks how many of which form."""
    found = read(desk, worker, week).items
    return [(one.citizen.initials, one.forms[0].value, one.number) for one in found]


def visit(worker: Key, citizen: Key, span: TimeSpan, **more: Any) -> ContactFields:
    return ContactFields(span, VISIT, "support_conversation", (worker,), (citizen,), **more)


def test_a_planned_visit_leaves_the_tray_and_comes_back_when_it_is_called_off(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    agree(desk, citizen_id, line(2, 60, VISIT))
    assert lacks(desk, worker_id) == [("A.M.", "physical", 2)]
    key = desk.do(contacts.create, visit(worker_id, citizen_id, at(0, "9.00", 60)))
    assert lacks(desk, worker_id) == [("A.M.", "physical", 1)]
    desk.do(contacts.cancel, key, ContactStatus.CANCELLED_BY_CITIZEN, "Syg")
    assert lacks(desk, worker_id) == [("A.M.", "physical", 2)]
    assert read(desk, worker_id).missing_count == 2


def test_a_visit_that_was_converted_to_a_call_still_fills_the_visit(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    agree(desk, citizen_id, line(1, 60, VISIT), line(1, 15, PHONE))
    key = desk.do(contacts.create, visit(worker_id, citizen_id, at(0, "9.00", 60)))
    call = desk.do(contacts.convert, key, form=PHONE, to=at(0, "9.00", 15), reason="Syg")
    assert lacks(desk, worker_id) == [("A.M.", "phone", 1)]
    desk.do(contacts.cancel, call, ContactStatus.CANCELLED_BY_US, "Syg")
    assert lacks(desk, worker_id) == [("A.M.", "physical", 1), ("A.M.", "phone", 1)]


def test_a_colleagues_contact_counts_and_the_tray_is_the_primary_workers(
    desk: Desk, worker_id: Key, colleague_id: Key, citizen_id: Key, at: At
) -> None:
    agree(desk, citizen_id, line(2, 60, VISIT))
    desk.do(contacts.create, visit(colleague_id, citizen_id, at(0, "9.00", 60)))
    assert lacks(desk, worker_id) == [("A.M.", "physical", 1)]
    assert lacks(desk, colleague_id) == []
    everybody = desk.read(tray_of, (worker_id, colleague_id), WEEK)
    assert everybody.missing_count == 1


def test_without_a_primary_worker_it_lies_with_the_secondary_one(
    desk: Desk, worker_id: Key, colleague_id: Key
) -> None:
    fields = CitizenFields("Bo Kjær", secondary_worker_id=colleague_id)
    agree(desk, desk.do(citizens.create, fields), line(1, 15, PHONE))
    assert lacks(desk, colleague_id) == [("B.K.", "phone", 1)]
    assert lacks(desk, worker_id) == []


@pytest.mark.parametrize("status", [CitizenStatus.PAUSED, CitizenStatus.DEAD, CitizenStatus.ENDED])
def test_nothing_is_asked_for_a_citizen_whose_support_has_stopped(
    desk: Desk, worker_id: Key, citizen_id: Key, status: CitizenStatus
) -> None:
    agree(desk, citizen_id, line(1, 60, VISIT))
    version = desk.read(citizens.details, citizen_id).version
    desk.do(ending.change_status, citizen_id, version, status, MONDAY + timedelta(days=2))
    assert lacks(desk, worker_id) == []
    assert lacks(desk, worker_id, WEEK.plus(-1)) == [("A.M.", "physical", 1)]


def test_what_can_wait_is_shown_on_request_and_never_counted_as_missing(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    agree(desk, citizen_id, line(1, 60, VISIT, every=3), valid_from=MONDAY)
    now = read(desk, worker_id)
    assert (now.items, now.waiting, now.missing_count) == ((), 1, 0)
    early = read(desk, worker_id, early=True)
    assert [(one.number, one.waits, one.until) for one in early.items] == [
        (1, True, WEEK.plus(2).sunday)
    ]
    assert early.missing_count == 0
    assert read(desk, worker_id, WEEK.plus(2)).missing_count == 1


def test_an_unplanned_contact_stands_beside_and_fills_nothing(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    agree(desk, citizen_id, line(1, 60, VISIT))
    fields = visit(worker_id, citizen_id, at(1, "9.00", 60), unplanned=True)
    key = desk.do(contacts.create, fields)
    found = read(desk, worker_id)
    assert found.missing_count == 1
    assert [(one.id, one.form, one.span) for one in found.unplanned] == [
        (key, VISIT, at(1, "9.00", 60))
    ]
    assert read(desk, worker_id, WEEK.plus(-1)).unplanned == ()


@pytest.mark.usefixtures("purposes")
def test_planning_from_the_tray_is_one_step_and_undo_puts_it_back(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    agree(desk, citizen_id, line(1, 60, VISIT))
    key = desk.do(tray.plan, citizen_id, VISIT, at(2, "10.00", 60), worker_id)
    stored = desk.read(contacts.details, key).fields
    assert (stored.span, stored.form, stored.workers) == (at(2, "10.00", 60), VISIT, (worker_id,))
    assert lacks(desk, worker_id) == []
    assert desk.undo_state().undo == "Planlæg A.M., besøg, onsdag kl. 10.00"
    desk.undo()
    assert lacks(desk, worker_id) == [("A.M.", "physical", 1)]


@pytest.mark.usefixtures("purposes")
def test_the_tray_proposes_the_purpose_that_fits_the_form_or_was_last_used(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    def purpose(form: ContactForm) -> str:
        key = desk.do(tray.plan, citizen_id, form, at(2, "10.00", 15), worker_id)
        return desk.read(contacts.details, key).fields.purpose_id

    assert purpose(PHONE) == "short_follow_up"
    assert purpose(VISIT) == "support_conversation"
    assert purpose(ContactForm.VIDEO) == "short_follow_up"
    last = ContactFields(
        at(3, "9.00", 15), PHONE, "support_conversation", (worker_id,), (citizen_id,)
    )
    desk.do(contacts.create, last)
    assert purpose(PHONE) == "support_conversation"
    desk.do(contacts.create, replace(last, span=at(4, "9.00", 15), purpose_id="acute"))
    assert purpose(PHONE) == "support_conversation"  # what came up is not what is agreed


@pytest.mark.usefixtures("purposes")
def test_a_walk_from_the_tray_begins_at_the_citizens_meeting_point(
    desk: Desk, worker_id: Key, at: At
) -> None:
    bo = desk.do(citizens.create, CitizenFields("Bo Kjær", meeting_point="Åen", phone="20304050"))
    fields = desk.read(tray.proposed, bo, WALK, at(0, "9.00", 45), worker_id)
    assert (fields.place, fields.meeting_point) == (ContactPlace.OUTDOORS, "Åen")
    assert fields.phone_number == "20304050"


@pytest.mark.usefixtures("purposes")
def test_a_visit_every_third_week_two_walks_and_calls_fill_four_weeks_without_deviation(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    """Any rhythm; the plan fills four weeks and shows no deviation."""
    agree(
        desk,
        citizen_id,
        line(1, 60, VISIT, every=3),
        line(2, 45, WALK),
        line(2, 15, PHONE),
        valid_from=MONDAY,
    )
    planned: list[list[str]] = []
    for ahead in range(4):
        week = WEEK.plus(ahead)
        filled: list[str] = []
        while items := read(desk, worker_id, week).items:
            item, start = items[0], 9 * 60 + 75 * len(filled)
            span = TimeSpan(week.monday, start, item.minutes)
            desk.do(tray.plan, citizen_id, item.forms[0], span, worker_id)
            filled.append(item.forms[0].short_name)
        planned.append(filled)
    weekly = ["gåtur", "gåtur", "telefon", "telefon"]
    assert planned == [weekly, weekly, ["besøg", *weekly], weekly]
    assert [read(desk, worker_id, WEEK.plus(ahead)).missing_count for ahead in range(4)] == [0] * 4
    assert read(desk, worker_id, WEEK.plus(3), early=True).waiting == 1


def read_counted(database: Database, desk: Desk, workers: tuple[Key, ...]) -> tuple[Tray, int]:
    seen = list[str]()

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    event.listen(database.reader, "before_cursor_execute", note)
    try:
        found = desk.read(tray_of, workers, WEEK)
    finally:
        event.remove(database.reader, "before_cursor_execute", note)
    return found, sum(not statement.startswith("BEGIN") for statement in seen)


def test_many_citizens_take_no_more_statements_than_none(
    database: Database, desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    _, for_nobody = read_counted(database, desk, (worker_id,))
    agree(desk, citizen_id, line(1, 60, VISIT, every=3), valid_from=MONDAY)
    for number in range(10):
        fields = CitizenFields(f"Bo{'abcdefghij'[number]} Kjær", primary_worker_id=worker_id)
        agree(desk, desk.do(citizens.create, fields), line(1, 15, PHONE), line(1, 60, VISIT))
    found, for_all = read_counted(database, desk, (worker_id,))
    assert found.missing_count == 20
    assert for_all == for_nobody == 3


def test_the_tray_tells_nothing_agreed_from_nothing_missing(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    assert not read(desk, worker_id).agreed
    agree(desk, citizen_id, line(1, 60, VISIT, every=4))
    later = read(desk, worker_id, WEEK.plus(1))
    assert (later.agreed, later.items) == (True, ())


def test_what_is_agreed_on_demand_asks_for_no_times(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    desk.do(agreements.agree, citizen_id, AgreementFields(NEW_YEAR, (), on_demand=True))
    assert not read(desk, worker_id).agreed
