"""What a citizen's page reads: her contacts, the mix, the clock, and who has met her."""

from dataclasses import replace
from datetime import date, timedelta

from bostoette.models.citizen_fields import (
    AgreementFields,
    AgreementLineFields,
    CitizenFields,
    GrantFields,
)
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.services import (
    agreements,
    citizen_page,
    citizens,
    contacts,
    ending,
    grants,
)
from bostoette.services.desk import Desk
from tests.clock import MONDAY, At

TODAY = MONDAY + timedelta(days=3)


def _visit(span: TimeSpan, worker: Key, *citizens: Key) -> ContactFields:
    return ContactFields(span, ContactForm.PHYSICAL, "support_conversation", (worker,), citizens)


def test_contacts_come_in_order_of_time_with_all_that_the_timeline_tells(
    desk: Desk, citizen_id: Key, worker_id: Key, colleague_id: Key, at: At
) -> None:
    fields = replace(
        _visit(at(3, "09.00", 60), worker_id, citizen_id),
        workers=(worker_id, colleague_id),
        agenda=("ugens skema", "indkøbsliste"),
    )
    later = desk.do(contacts.create, fields)
    sooner = desk.do(contacts.create, replace(fields, span=at(0, "10.00", 15), agenda=()))
    desk.do(contacts.cancel, sooner, ContactStatus.CANCELLED_BY_CITIZEN, "Ville hellere vente")
    known = desk.read(citizen_page.page_of, citizen_id, TODAY).contacts
    first, second = desk.look(citizen_page.in_full, citizen_id, known)
    assert (first.id, first.reason) == (sooner, "Ville hellere vente")
    assert (second.id, second.initials) == (later, ("M.J.", "K.L."))
    assert second.agenda == ("ugens skema", "indkøbsliste")
    assert second.purpose


def test_the_page_begins_with_the_last_year_and_the_earlier_ones_follow(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    """Nothing but the order of reading changes: asked for all, all are there."""
    days = [TODAY - timedelta(days=back) for back in (800, 366, 365, 3)]
    for day in days:
        fields = _visit(TimeSpan(day, 600, 30), worker_id, citizen_id)
        desk.do(contacts.hold, desk.do(contacts.create, fields))
    page = desk.read(citizen_page.page_of, citizen_id, TODAY)
    assert ([one.day for one in page.contacts], page.older) == (days[2:], True)
    assert [one.day for one in desk.read(citizen_page.all_contacts, citizen_id)] == days


def test_the_page_has_all_at_once_of_whom_nobody_met_for_a_year(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    long_ago = TODAY - timedelta(days=500)
    fields = _visit(TimeSpan(long_ago, 600, 30), worker_id, citizen_id)
    desk.do(contacts.hold, desk.do(contacts.create, fields))
    page = desk.read(citizen_page.page_of, citizen_id, TODAY)
    assert ([one.day for one in page.contacts], page.older) == ([long_ago], False)
    assert page.last_met == long_ago


def test_others_in_a_group_are_counted_and_not_named(
    desk: Desk, citizen_id: Key, worker_id: Key, at: At
) -> None:
    other = desk.do(citizens.create, CitizenFields("Bo Krag"))
    desk.do(contacts.create, _visit(at(1, "09.00", 60), worker_id, citizen_id, other))
    known = desk.read(citizen_page.page_of, citizen_id, TODAY).contacts
    (shown,) = desk.read(citizen_page.in_full, citizen_id, known)
    assert shown.others == 1


def test_a_worker_has_met_whom_she_held_a_visit_with(
    desk: Desk, citizen_id: Key, worker_id: Key, colleague_id: Key, at: At
) -> None:
    key = desk.do(contacts.create, _visit(at(0, "09.00", 60), worker_id, citizen_id))
    (listed,) = desk.read(citizens.listed, MONDAY, worker_id)
    assert (listed.met, listed.met_by_me) == (False, False)
    assert (listed.next_day, listed.next_start) == (MONDAY, 540)
    desk.do(contacts.hold, key)
    (mine,) = desk.read(citizens.listed, MONDAY, worker_id)
    (theirs,) = desk.read(citizens.listed, MONDAY, colleague_id)
    assert (mine.met, mine.met_by_me) == (True, True)
    assert (theirs.met, theirs.met_by_me) == (True, False)
    assert desk.read(citizen_page.page_of, citizen_id, TODAY).last_met == MONDAY


def test_this_week_and_the_last_four_are_measured_by_the_agreement(
    desk: Desk, citizen_id: Key, worker_id: Key, at: At
) -> None:
    start = MONDAY - timedelta(weeks=2)
    desk.do(agreements.agree, citizen_id, AgreementFields(start, (AgreementLineFields(1, 60),)))
    desk.do(contacts.create, _visit(at(4, "09.00", 60), worker_id, citizen_id))
    mix = desk.read(citizen_page.page_of, citizen_id, TODAY).mix
    assert [week.agreed for week in mix] == [False, False, True, True, True]
    assert [week.deviates for week in mix] == [False, False, True, True, False]


def test_a_citizen_without_an_address_is_planned_at_a_meeting_point(
    desk: Desk, worker_id: Key, at: At
) -> None:
    """Two calls and a walk with a meeting point, and nobody asks for an address."""
    fields = CitizenFields("Kaj Holm", meeting_point="Ved varmestuen", phone="20 12 34 56")
    key = desk.do(citizens.create, fields)
    lines = (
        AgreementLineFields(2, 15, forms=(ContactForm.PHONE,)),
        AgreementLineFields(1, 45, forms=(ContactForm.WALK_TALK,)),
    )
    desk.do(agreements.agree, key, AgreementFields(MONDAY, lines))
    call = replace(
        _visit(at(0, "09.00", 15), worker_id, key),
        form=ContactForm.PHONE,
        phone_number="20 12 34 56",
    )
    walk = replace(
        _visit(at(2, "09.00", 45), worker_id, key),
        form=ContactForm.WALK_TALK,
        meeting_point="Ved varmestuen",
    )
    for one in (call, replace(call, span=at(4, "09.00", 15)), walk):
        desk.do(contacts.create, one)
    page = desk.read(citizen_page.page_of, key, TODAY)
    assert not page.mix[-1].deviates
    assert page.details.fields.address == ""


def test_the_six_months_of_82b_run_from_the_first_day(desk: Desk, citizen_id: Key) -> None:
    desk.do(grants.add, citizen_id, GrantFields("82b", date(2026, 8, 20), 60, 60))
    (clock,) = desk.read(citizen_page.page_of, citizen_id, TODAY).clocks
    assert clock.last_day == date(2027, 2, 19)


def test_a_citizen_who_has_moved_lacks_nothing(desk: Desk, citizen_id: Key) -> None:
    visits = AgreementLineFields(2, 60, forms=(ContactForm.PHYSICAL,))
    desk.do(agreements.agree, citizen_id, AgreementFields(MONDAY, (visits,)))
    now = desk.read(citizen_page.page_of, citizen_id, TODAY).mix[-1]
    assert [one.missing for one in now.lines] == [2]
    version = desk.read(citizens.details, citizen_id).version
    desk.do(ending.change_status, citizen_id, version, CitizenStatus.MOVED_AWAY, TODAY)
    now = desk.read(citizen_page.page_of, citizen_id, TODAY).mix[-1]
    assert [one.missing for one in now.lines] == [0]
