"""Granted, planned and used time, weighed for any period."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.citizen_fields import AgreementLineFields, GrantFields
from bostoette.models.citizen_kinds import AgreementRhythm, GrantPeriod
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.counted_contact import CountedContact
from bostoette.planning.grant_balance import agreed_weekly, balance
from tests.clock import MONDAY

SUNDAY = MONDAY + timedelta(days=6)
NEW_YEAR = date(2026, 1, 1)


def test_a_month_is_twelve_fifty_seconds_of_a_year() -> None:
    grant = GrantFields("85", NEW_YEAR, 520, 780, GrantPeriod.MONTH)
    found = balance([grant], [], MONDAY, SUNDAY)
    assert (found.granted_from, found.granted_to) == (120, 180)


def test_a_grant_that_ends_in_midweek_counts_by_the_day() -> None:
    old = GrantFields("85", NEW_YEAR, 70, 70, valid_to=MONDAY + timedelta(days=2))
    new = GrantFields("85", MONDAY + timedelta(days=3), 140, 140)
    assert balance([old, new], [], MONDAY, SUNDAY).granted_to == 30 + 80


def test_two_grants_at_once_add_up() -> None:
    both = [GrantFields("82a", NEW_YEAR, 30, 30), GrantFields("85", NEW_YEAR, 90, 120)]
    found = balance(both, [], MONDAY, SUNDAY)
    assert (found.granted_from, found.granted_to) == (120, 150)


def test_a_grant_without_a_number_says_no_number() -> None:
    found = balance([GrantFields("85", NEW_YEAR)], [], MONDAY, SUNDAY)
    assert (found.granted_from, found.over) == (None, 0)


def test_held_time_is_used_and_planned_time_is_planned_and_held() -> None:
    contacts = [
        CountedContact(MONDAY, 60, ContactStatus.HELD, 45),
        CountedContact(MONDAY, 30, ContactStatus.HELD),
        CountedContact(SUNDAY, 30, ContactStatus.PLANNED),
        CountedContact(MONDAY, 30, ContactStatus.CANCELLED_BY_CITIZEN),
        CountedContact(MONDAY, 30, ContactStatus.CANCELLED_BY_US),
        CountedContact(MONDAY, 30, ContactStatus.NO_SHOW),
        CountedContact(MONDAY, 30, ContactStatus.CONVERTED),
        CountedContact(SUNDAY + timedelta(days=1), 30, ContactStatus.HELD),
    ]
    found = balance([GrantFields("85", NEW_YEAR, 90, 90)], contacts, MONDAY, SUNDAY)
    assert (found.used, found.planned, found.over) == (75, 105, 15)


@given(
    st.lists(
        st.builds(
            CountedContact,
            st.dates(MONDAY, SUNDAY),
            st.integers(1, 600),
            st.sampled_from(ContactStatus),
            st.none() | st.integers(1, 600),
        )
    )
)
def test_used_is_never_more_than_planned(contacts: list[CountedContact]) -> None:
    found = balance([], contacts, MONDAY, SUNDAY)
    assert 0 <= found.used <= found.planned


def test_agreed_time_adds_up_over_all_rhythms() -> None:
    lines = [
        AgreementLineFields(2, 10),
        AgreementLineFields(1, 60, AgreementRhythm.N_WEEKS, 3),
        AgreementLineFields(1, 130, AgreementRhythm.MONTH),
    ]
    assert agreed_weekly(lines) == 20 + 20 + 30
