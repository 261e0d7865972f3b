"""What a week is missing of what was agreed."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import count, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.citizen_kinds import AgreementRhythm, CitizenStatus
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.tray_contact import Origin, TrayContact
from bostoette.planning.tray import (
    agreement_for,
    days_needed,
    missing_lines,
    period_of,
    receives_support,
)
from tests.clock import MONDAY

PHONE, VIDEO, VISIT = ContactForm.PHONE, ContactForm.VIDEO, ContactForm.PHYSICAL
WEEK = IsoWeek.of(MONDAY)
NEW_YEAR = date(2026, 1, 1)
KEYS = count()


def agreed(*lines: AgreementLineFields, valid_from: date = NEW_YEAR) -> AgreementFields:
    return AgreementFields(valid_from, lines)


def line(number: int, *forms: ContactForm) -> AgreementLineFields:
    return AgreementLineFields(number, 20, forms=forms)


def every(weeks: int, number: int, *forms: ContactForm) -> AgreementLineFields:
    return AgreementLineFields(number, 60, AgreementRhythm.N_WEEKS, weeks, forms)


def monthly(number: int, *forms: ContactForm) -> AgreementLineFields:
    return AgreementLineFields(number, 60, AgreementRhythm.MONTH, forms=forms)


def on(day: date, form: ContactForm, status: ContactStatus = ContactStatus.PLANNED) -> TrayContact:
    return TrayContact(next(KEYS).to_bytes(2), day, form, status)


def this_week(form: ContactForm, status: ContactStatus = ContactStatus.PLANNED) -> TrayContact:
    return on(MONDAY, form, status)


def lacking(
    agreement: AgreementFields, contacts: Sequence[TrayContact], week: IsoWeek = WEEK
) -> dict[int, int]:
    """Say which line lacks how many."""
    return {one.place: one.number for one in missing_lines(agreement, contacts, week)}


def test_what_has_no_time_yet_is_missing() -> None:
    assert lacking(agreed(line(2, PHONE), line(1, VISIT)), [this_week(PHONE)]) == {0: 1, 1: 1}


def test_a_full_week_misses_nothing_and_one_contact_more_is_no_fault() -> None:
    assert lacking(agreed(line(1, PHONE)), [this_week(PHONE), this_week(PHONE)]) == {}


@pytest.mark.parametrize(
    ("status", "missing"),
    [
        (ContactStatus.PLANNED, 0),
        (ContactStatus.HELD, 0),
        (ContactStatus.CONVERTED, 0),
        (ContactStatus.NO_SHOW, 1),
        (ContactStatus.CANCELLED_BY_US, 1),
        (ContactStatus.CANCELLED_BY_CITIZEN, 1),
    ],
)
def test_a_contact_that_was_called_off_or_missed_leaves_its_place_open(
    status: ContactStatus, missing: int
) -> None:
    found = missing_lines(agreed(line(1, PHONE)), [this_week(PHONE, status)], WEEK)
    assert sum(one.number for one in found) == missing


def test_a_visit_that_became_a_call_fills_the_line_of_visits_and_counts_once() -> None:
    visit = this_week(VISIT, ContactStatus.CONVERTED)
    call = this_week(PHONE)._replace(origin=Origin(visit.id, visit.day, VISIT))
    agreement = agreed(line(2, VISIT), line(1, PHONE))
    assert lacking(agreement, [visit, call]) == {0: 1, 1: 1}
    held = call._replace(status=ContactStatus.HELD)
    assert lacking(agreement, [visit, held]) == {0: 1, 1: 1}


def test_a_converted_contact_counts_in_its_own_week_also_when_the_call_lies_in_the_next() -> None:
    visit = this_week(VISIT, ContactStatus.CONVERTED)
    later = on(MONDAY + timedelta(days=8), PHONE)._replace(origin=Origin(visit.id, MONDAY, VISIT))
    agreement = agreed(line(1, VISIT, PHONE))
    assert lacking(agreement, [visit, later]) == {}
    assert lacking(agreement, [visit, later], WEEK.plus(1)) == {0: 1}
    assert lacking(agreement, [later], WEEK.plus(1)) == {0: 1}


def test_a_line_is_open_again_when_what_came_instead_is_called_off_too() -> None:
    visit = this_week(VISIT, ContactStatus.CONVERTED)
    call = this_week(PHONE, ContactStatus.CANCELLED_BY_US)
    call = call._replace(origin=Origin(visit.id, MONDAY, VISIT))
    assert lacking(agreed(line(1, VISIT)), [visit, call]) == {0: 1}
    video = this_week(VIDEO)._replace(origin=Origin(call.id, MONDAY, PHONE))
    assert lacking(agreed(line(1, VISIT)), [visit, call, video]) == {}


def test_a_missed_visit_that_was_saved_by_a_call_fills_its_line() -> None:
    visit = this_week(VISIT, ContactStatus.NO_SHOW)
    call = this_week(PHONE)._replace(origin=Origin(visit.id, MONDAY, VISIT))
    assert lacking(agreed(line(1, VISIT)), [visit, call]) == {}


def test_an_unplanned_contact_fills_nothing() -> None:
    assert lacking(agreed(line(1, PHONE)), [this_week(PHONE)._replace(unplanned=True)]) == {0: 1}


def test_a_flexible_line_takes_what_the_single_forms_leave() -> None:
    agreement = agreed(line(1, PHONE, VIDEO), line(1, PHONE))
    assert lacking(agreement, [this_week(PHONE)]) == {0: 1}
    assert lacking(agreement, [this_week(PHONE), this_week(VIDEO)]) == {}


def test_two_flexible_lines_share_so_that_neither_is_open() -> None:
    agreement = agreed(line(1, PHONE, VIDEO), line(1, VIDEO, VISIT))
    assert lacking(agreement, [this_week(VIDEO), this_week(PHONE)]) == {}
    assert lacking(agreement, [this_week(VISIT), this_week(VIDEO)]) == {}


# Periods


def test_three_weeks_are_counted_from_the_week_in_which_the_agreement_begins() -> None:
    wednesday = MONDAY + timedelta(days=2)
    period = period_of(every(3, 1, VISIT), wednesday, WEEK.plus(4))
    assert (period.first, period.last) == (WEEK.plus(3).monday, WEEK.plus(5).sunday)


def test_a_line_per_three_weeks_waits_until_the_last_of_them() -> None:
    agreement = agreed(every(3, 1, VISIT), valid_from=MONDAY)
    waits = [missing_lines(agreement, [], WEEK.plus(ahead))[0].waits for ahead in range(4)]
    assert waits == [True, True, False, True]
    found = missing_lines(agreement, [], WEEK)
    assert found[0].until == WEEK.plus(2).sunday


def test_a_visit_anywhere_in_the_three_weeks_fills_the_line() -> None:
    agreement = agreed(every(3, 1, VISIT), valid_from=MONDAY)
    first = on(MONDAY, VISIT)
    assert lacking(agreement, [first], WEEK.plus(2)) == {}
    assert lacking(agreement, [first], WEEK.plus(3)) == {0: 1}


@pytest.mark.parametrize(
    ("monday", "waits"),
    [
        (date(2026, 11, 2), True),
        (date(2026, 11, 16), True),
        (date(2026, 11, 23), False),  # the last week that lies wholly in November
        (date(2026, 11, 30), True),  # of December, by its Thursday
        (date(2026, 10, 19), False),
        (date(2026, 10, 26), False),  # after the last whole week, and still October's
        (date(2027, 2, 22), False),  # February from a Monday to a Sunday
        (date(2026, 12, 28), False),
    ],
)
def test_a_line_per_month_waits_for_the_months_last_whole_week(
    monday: date, *, waits: bool
) -> None:
    found = missing_lines(agreed(monthly(1, VISIT)), [], IsoWeek.of(monday))
    assert [one.waits for one in found] == [waits]


def test_a_line_per_month_counts_the_calendar_month() -> None:
    agreement = agreed(monthly(1, VISIT))
    assert lacking(agreement, [on(date(2026, 11, 1), VISIT)]) == {}
    assert lacking(agreement, [on(date(2026, 11, 30), VISIT)]) == {}
    assert lacking(agreement, [on(date(2026, 10, 31), VISIT)]) == {0: 1}
    assert lacking(agreement, [on(date(2026, 12, 1), VISIT)]) == {0: 1}


def test_each_weeks_own_calls_are_not_counted_for_the_three_weeks_as_well() -> None:
    agreement = agreed(line(1, PHONE), every(3, 1, PHONE), valid_from=MONDAY)
    weekly = [on(WEEK.plus(ahead).monday, PHONE) for ahead in range(3)]
    assert lacking(agreement, weekly, WEEK.plus(2)) == {1: 1}
    assert lacking(agreement, [*weekly, on(MONDAY, PHONE)], WEEK.plus(2)) == {}


def test_the_days_needed_are_those_of_all_periods_around_the_week() -> None:
    assert days_needed(agreed(line(1, PHONE)), WEEK) == (WEEK.monday, WEEK.sunday)
    three = agreed(line(1, PHONE), every(3, 1, PHONE), valid_from=MONDAY)
    assert days_needed(three, WEEK.plus(1)) == (WEEK.monday, WEEK.plus(2).sunday)
    first, last = days_needed(agreed(monthly(1, VISIT)), WEEK)
    assert first <= date(2026, 11, 1)
    assert last >= date(2026, 11, 30)


# Which agreement


def test_mondays_agreement_counts_for_the_whole_week() -> None:
    tuesday, wednesday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
    old = AgreementFields(NEW_YEAR, (line(1, VISIT),), valid_to=tuesday)
    new = AgreementFields(wednesday, (line(2, PHONE),))
    assert agreement_for([new, old], WEEK) is old
    assert agreement_for([new, old], WEEK.plus(1)) is new


def test_an_agreement_that_begins_in_the_week_counts_where_monday_has_none() -> None:
    new = AgreementFields(MONDAY + timedelta(days=2), (line(2, PHONE),))
    assert agreement_for([new], WEEK) is new
    assert agreement_for([new], WEEK.plus(-1)) is None


def test_an_agreement_that_has_ended_asks_for_nothing() -> None:
    ended = AgreementFields(NEW_YEAR, (line(1, VISIT),), valid_to=MONDAY - timedelta(days=1))
    assert agreement_for([ended], WEEK) is None
    assert missing_lines(None, [], WEEK) == ()


def test_on_demand_nothing_is_asked_for() -> None:
    agreement = AgreementFields(NEW_YEAR, (line(1, VISIT),), on_demand=True)
    assert missing_lines(agreement, [], WEEK) == ()


def test_a_week_is_not_planned_once_support_stops_in_it() -> None:
    friday = MONDAY + timedelta(days=4)
    assert receives_support(CitizenStatus.ACTIVE, NEW_YEAR, WEEK)
    assert not receives_support(CitizenStatus.PAUSED, friday, WEEK)
    assert not receives_support(CitizenStatus.DEAD, None, WEEK)
    assert receives_support(CitizenStatus.ENDED, friday, WEEK.plus(-1))


# No line is wrongly left open

forms = st.lists(st.sampled_from([PHONE, VIDEO, VISIT]), min_size=1, max_size=3, unique=True)
lines = st.lists(
    st.builds(
        lambda number, forms, weeks: every(weeks, number, *forms),
        st.integers(1, 2),
        forms,
        st.sampled_from([2, 2, 1]),
    ),
    min_size=2,
    max_size=3,
)
days = st.integers(0, 13).map(lambda days: MONDAY + timedelta(days=days))
contacts = st.lists(st.tuples(days, st.sampled_from([PHONE, VIDEO, VISIT])), max_size=5)


def all_ways(
    asked: Sequence[tuple[date, date, tuple[ContactForm, ...]]], there: Iterable[TrayContact]
) -> int:
    """Try every way to give contacts to what is asked for; return the most that can be filled."""
    choices = [
        [
            None,
            *(
                place
                for place, (first, last, wanted) in enumerate(asked)
                if one.form in wanted and first <= one.day <= last
            ),
        ]
        for one in there
    ]
    return max(
        (
            len(taken)
            for way in product(*choices)
            if len(taken := [one for one in way if one is not None]) == len(set(taken))
        ),
        default=0,
    )


@settings(max_examples=200)
@given(lines, contacts)
def test_as_many_are_filled_as_any_way_could_fill(
    asked: list[AgreementLineFields], there: list[tuple[date, ContactForm]]
) -> None:
    agreement = agreed(*asked, valid_from=MONDAY)
    planned = [TrayContact(bytes([place]), day, form) for place, (day, form) in enumerate(there)]
    weeks = [WEEK, WEEK.plus(1)] if any(one.every_weeks == 2 for one in asked) else [WEEK]
    openings: set[tuple[int, date]] = set()
    open_now = 0
    wanted = []
    for place, one in enumerate(asked):
        for week in weeks:
            period = period_of(one, MONDAY, week)
            if (place, period.first) in openings:
                continue
            openings.add((place, period.first))
            wanted += [(period.first, period.last, one.forms)] * one.number
            missing = lacking(agreement, planned, week)
            open_now += missing.get(place, 0)
    assert len(wanted) - open_now == all_ways(wanted, planned)


@settings(max_examples=200)
@given(lines, contacts)
def test_the_order_of_contacts_changes_nothing(
    asked: list[AgreementLineFields], there: list[tuple[date, ContactForm]]
) -> None:
    agreement = agreed(*asked, valid_from=MONDAY)
    planned = [TrayContact(bytes([place]), day, form) for place, (day, form) in enumerate(there)]
    assert lacking(agreement, planned) == lacking(agreement, planned[::-1])
