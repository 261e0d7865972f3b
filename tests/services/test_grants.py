"""Grants and contact agreements: added, changed, followed by new ones, weighed."""

from dataclasses import replace
from datetime import date

import pytest

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields, GrantFields
from bostoette.models.citizen_kinds import AgreementRhythm, GrantPeriod
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.services import agreements, citizens, contacts, grants
from bostoette.services.desk import Desk
from bostoette.store.faults import ChangedMeanwhile
from tests.clock import MONDAY, At

SUNDAY = MONDAY.replace(day=29)
NEW_YEAR = date(2026, 1, 1)
VISIT = AgreementLineFields(1, 60)
CALLS = AgreementLineFields(
    2, 10, AgreementRhythm.N_WEEKS, 2, (ContactForm.PHONE, ContactForm.VIDEO)
)


def test_a_grant_is_found_again_as_it_was_filled_in(desk: Desk, citizen_id: Key) -> None:
    fields = GrantFields("85", NEW_YEAR, 480, 600, GrantPeriod.MONTH, date(2026, 12, 31))
    desk.do(grants.add, citizen_id, fields)
    (stored,) = desk.read(citizens.details, citizen_id).grants
    assert stored.fields == fields
    assert desk.undo_state().undo == "Ny bevilling: A.M."


def test_a_changed_grant_is_saved_and_a_stale_one_is_not(desk: Desk, citizen_id: Key) -> None:
    key = desk.do(grants.add, citizen_id, GrantFields("85", NEW_YEAR, 120, 120))
    (stored,) = desk.read(citizens.details, citizen_id).grants
    desk.do(grants.change, key, stored.version, replace(stored.fields, minutes_to=180))
    with pytest.raises(ChangedMeanwhile):
        desk.do(grants.change, key, stored.version, stored.fields)
    assert desk.read(citizens.details, citizen_id).grants[0].fields.minutes_to == 180


@pytest.mark.parametrize(
    "wrong",
    [
        GrantFields("", NEW_YEAR),
        GrantFields("85", NEW_YEAR, 120, 60),
        GrantFields("85", NEW_YEAR, valid_to=date(2025, 12, 31)),
    ],
)
def test_a_grant_that_makes_no_sense_is_refused(
    desk: Desk, citizen_id: Key, wrong: GrantFields
) -> None:
    with pytest.raises(PlanError, match="det skrevne står der stadig"):
        desk.do(grants.add, citizen_id, wrong)


def test_the_weeks_balance_counts_a_group_in_full_for_each(
    desk: Desk, citizen_id: Key, worker_id: Key, at: At
) -> None:
    other = desk.do(citizens.create, replace(desk.read(citizens.details, citizen_id).fields))
    fields = ContactFields(
        span=at(0, "9.00", 60),
        form=ContactForm.GROUP_WALK,
        purpose_id="social_need",
        workers=(worker_id,),
        citizens=(citizen_id, other),
    )
    group = desk.do(contacts.create, fields)
    desk.do(contacts.hold, group, at(0, "9.00", 50))
    desk.do(contacts.create, replace(fields, span=at(2, "9.00", 30), citizens=(citizen_id,)))
    off = desk.do(contacts.create, replace(fields, span=at(3, "9.00", 30)))
    desk.do(contacts.cancel, off, ContactStatus.CANCELLED_BY_CITIZEN, "syg")
    desk.do(grants.add, citizen_id, GrantFields("85", NEW_YEAR, 120, 120))
    first = desk.read(grants.balance, citizen_id, MONDAY, SUNDAY)
    second = desk.read(grants.balance, other, MONDAY, SUNDAY)
    assert (first.granted_to, first.planned, first.used) == (120, 80, 50)
    assert (second.granted_to, second.planned, second.used) == (None, 50, 50)


def test_a_new_agreement_ends_the_old_one_the_day_before_and_keeps_it(
    desk: Desk, citizen_id: Key
) -> None:
    desk.do(agreements.agree, citizen_id, AgreementFields(NEW_YEAR, (VISIT, CALLS)))
    desk.do(agreements.agree, citizen_id, AgreementFields(MONDAY, (CALLS,), on_demand=True))
    new, old = desk.read(citizens.details, citizen_id).agreements
    assert new.fields == AgreementFields(MONDAY, (CALLS,), on_demand=True)
    assert old.fields.lines == (VISIT, CALLS)
    assert old.fields.valid_to == MONDAY.replace(day=22)
    assert desk.undo() == "Ny kontaktaftale: A.M."
    (back,) = desk.read(citizens.details, citizen_id).agreements
    assert back.fields.valid_to is None


def test_an_agreement_that_begins_before_the_present_one_is_refused(
    desk: Desk, citizen_id: Key
) -> None:
    desk.do(agreements.agree, citizen_id, AgreementFields(MONDAY, (VISIT,)))
    with pytest.raises(PlanError, match="begynder samme dag eller senere"):
        desk.do(agreements.agree, citizen_id, AgreementFields(NEW_YEAR, (CALLS,)))
    (kept,) = desk.read(citizens.details, citizen_id).agreements
    assert kept.fields.valid_to is None


def test_a_corrected_agreement_loses_its_surplus_line_and_gets_it_back_by_undo(
    desk: Desk, citizen_id: Key
) -> None:
    key = desk.do(agreements.agree, citizen_id, AgreementFields(NEW_YEAR, (VISIT, CALLS)))
    (stored,) = desk.read(citizens.details, citizen_id).agreements
    shorter = replace(stored.fields, lines=(replace(VISIT, minutes=90),))
    desk.do(agreements.change, key, stored.version, shorter)
    (now,) = desk.read(citizens.details, citizen_id).agreements
    assert now.fields == shorter
    desk.undo()
    (back,) = desk.read(citizens.details, citizen_id).agreements
    assert back.fields == stored.fields


def test_two_agreements_never_hold_on_the_same_day(desk: Desk, citizen_id: Key) -> None:
    desk.do(agreements.agree, citizen_id, AgreementFields(NEW_YEAR, (VISIT,)))
    desk.do(agreements.agree, citizen_id, AgreementFields(MONDAY, (CALLS,)))
    _, old = desk.read(citizens.details, citizen_id).agreements
    with pytest.raises(PlanError, match="overlapper"):
        desk.do(agreements.change, old.id, old.version, replace(old.fields, valid_to=None))


@pytest.mark.parametrize(
    "wrong",
    [
        AgreementFields(MONDAY),
        AgreementFields(MONDAY, (replace(VISIT, forms=()),)),
        AgreementFields(MONDAY, (replace(VISIT, minutes=0),)),
        AgreementFields(MONDAY, (replace(CALLS, every_weeks=13),)),
        AgreementFields(MONDAY, (VISIT,), valid_to=NEW_YEAR),
    ],
)
def test_an_agreement_that_makes_no_sense_is_refused(
    desk: Desk, citizen_id: Key, wrong: AgreementFields
) -> None:
    with pytest.raises(PlanError, match="det skrevne står der stadig"):
        desk.do(agreements.agree, citizen_id, wrong)
