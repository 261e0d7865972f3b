"""The agreed mix against planned and held: each line in its own period, each contact once (P02)."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.citizen_contact import CitizenContact, Exchanged
from bostoette.models.citizen_fields import AgreementFields, AgreementLineFields
from bostoette.models.citizen_kinds import AgreementRhythm
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import new_key
from bostoette.planning.agreed_mix import WeekMix, minutes_by_form, mix_of_weeks
from tests.clock import MONDAY

WEEK = IsoWeek.of(MONDAY)
VISIT = AgreementLineFields(1, 60)
SHORT = AgreementLineFields(2, 10, forms=(ContactForm.PHONE, ContactForm.VIDEO))
VIDEO = AgreementLineFields(1, 30, forms=(ContactForm.VIDEO,))


def _contact(
    day: int,
    form: ContactForm = ContactForm.PHYSICAL,
    status: ContactStatus = ContactStatus.PLANNED,
    minutes: int = 60,
) -> CitizenContact:
    there = MONDAY + timedelta(days=day)
    return CitizenContact(new_key(), there, 540, minutes, form, status, "Støttesamtale")


def _mix(
    lines: tuple[AgreementLineFields, ...],
    contacts: list[CitizenContact],
    week: IsoWeek = WEEK,
    valid_from: date = MONDAY,
) -> WeekMix:
    (found,) = mix_of_weeks([AgreementFields(valid_from, lines)], contacts, [week])
    return found


def test_planned_and_held_contacts_fill_a_line_and_called_off_ones_do_not() -> None:
    for status, filled in (
        (ContactStatus.PLANNED, True),
        (ContactStatus.HELD, True),
        (ContactStatus.CANCELLED_BY_CITIZEN, False),
        (ContactStatus.CANCELLED_BY_US, False),
        (ContactStatus.NO_SHOW, False),
        (ContactStatus.CONVERTED, False),
    ):
        found = _mix((VISIT,), [_contact(1, status=status)])
        assert (found.lines[0].missing == 0) is filled
        assert not found.beside


def test_a_single_form_is_filled_before_a_flexible_line() -> None:
    found = _mix((SHORT, VIDEO), [_contact(0, ContactForm.VIDEO, minutes=10)])
    assert [one.planned for one in found.lines] == [0, 1]
    found = _mix((SHORT, VIDEO), [_contact(n, ContactForm.VIDEO, minutes=10) for n in range(4)])
    assert [one.planned for one in found.lines] == [2, 1]
    assert len(found.beside) == 1
    assert found.deviates


def test_of_two_lines_with_one_form_the_nearest_length_is_filled() -> None:
    long, brief = VISIT, AgreementLineFields(1, 20)
    found = _mix((long, brief), [_contact(2, minutes=30)])
    assert [one.planned for one in found.lines] == [0, 1]


def test_a_visit_that_became_a_call_fills_the_visits_line() -> None:
    visit = _contact(1, status=ContactStatus.CONVERTED)
    came_from = Exchanged(visit.id, visit.day, visit.start, visit.form)
    call = _contact(8, ContactForm.PHONE, minutes=15)._replace(came_from=came_from)
    found = _mix((VISIT,), [visit, call])
    assert found.lines[0].planned == 1
    assert not _mix((VISIT,), [visit, call], WEEK.plus(1)).beside


def test_what_nobody_had_planned_stands_beside_the_agreement() -> None:
    found = _mix((VISIT,), [_contact(1)._replace(unplanned=True)])
    assert (found.lines[0].missing, len(found.beside)) == (1, 1)


def test_a_month_counts_by_its_own_days_also_where_a_week_lies_in_two() -> None:
    line = AgreementLineFields(2, 60, AgreementRhythm.MONTH)
    october, november = date(2026, 10, 31), date(2026, 11, 30)
    contacts = [
        _contact((day - MONDAY).days, status=ContactStatus.HELD)
        for day in (october, november, date(2026, 11, 4))
    ]
    found = _mix((line,), contacts, valid_from=date(2026, 10, 1))
    assert (found.lines[0].held, found.lines[0].period.first) == (2, date(2026, 11, 1))


def test_a_visit_every_third_week_two_walks_and_calls_fill_four_weeks_without_deviation() -> None:
    """Any rhythm, support that is not bound to one weekly meeting."""
    lines = (
        AgreementLineFields(1, 60, AgreementRhythm.N_WEEKS, 3),
        AgreementLineFields(2, 45, forms=(ContactForm.WALK_TALK,)),
        AgreementLineFields(3, 10, forms=(ContactForm.PHONE,)),
    )
    contacts = [_contact(1), _contact(22)]
    for week in range(4):
        walks = [_contact(7 * week + day, ContactForm.WALK_TALK, minutes=45) for day in (0, 3)]
        calls = [_contact(7 * week + day, ContactForm.PHONE, minutes=10) for day in (1, 2, 4)]
        contacts += walks + calls
    weeks = [WEEK.plus(n) for n in range(4)]
    for found in mix_of_weeks([AgreementFields(MONDAY, lines)], contacts, weeks):
        assert not found.deviates, found
    without = [one for one in contacts if one.form is not ContactForm.PHYSICAL]
    later = mix_of_weeks([AgreementFields(MONDAY, lines)], without, weeks)
    assert [one.deviates for one in later] == [False, False, True, False]


def test_each_week_is_measured_by_the_agreement_of_its_time() -> None:
    """Four visits became three visits and four videos."""
    before = AgreementFields(
        MONDAY - timedelta(weeks=8),
        (AgreementLineFields(4, 60),),
        valid_to=MONDAY - timedelta(days=1),
    )
    after = AgreementFields(
        MONDAY, (AgreementLineFields(3, 60), AgreementLineFields(4, 30, forms=(ContactForm.VIDEO,)))
    )
    old, new = mix_of_weeks([after, before], [], [WEEK.plus(-1), WEEK])
    assert [one.line.number for one in old.lines] == [4]
    assert [one.line.number for one in new.lines] == [3, 4]


def test_nothing_is_missing_from_the_day_on_which_support_stops() -> None:
    held = _contact(0, status=ContactStatus.HELD)
    monthly = replace(VISIT, rhythm=AgreementRhythm.MONTH, number=4)
    agreed = [AgreementFields(MONDAY, (replace(VISIT, number=2), monthly))]
    weeks = [WEEK, WEEK.plus(1)]
    stopping, after = mix_of_weeks(agreed, [held], weeks, MONDAY + timedelta(days=3))
    assert [one.missing for one in stopping.lines] == [0, 0]
    assert stopping.lines[0].held == 1
    assert not after.agreed
    before, _ = mix_of_weeks(agreed, [held], weeks, WEEK.plus(1).monday)
    assert before.lines[0].missing == 1


def test_without_an_agreement_everything_stands_beside() -> None:
    (found,) = mix_of_weeks([], [_contact(1)], [WEEK])
    assert (found.agreed, len(found.beside)) == (False, 1)


def test_minutes_by_form_count_what_was_held_as_held() -> None:
    contacts = [
        _contact(0, ContactForm.VIDEO, minutes=30),
        _contact(1, status=ContactStatus.HELD)._replace(actual_minutes=50),
        _contact(2, status=ContactStatus.NO_SHOW),
        _contact(9),
    ]
    found = minutes_by_form(contacts, WEEK.monday, WEEK.sunday)
    assert list(found.items()) == [(ContactForm.PHYSICAL, 50), (ContactForm.VIDEO, 30)]


_FORMS = st.sampled_from(
    [ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.VIDEO, ContactForm.WALK_TALK]
)


@given(
    st.lists(st.tuples(st.integers(-40, 40), _FORMS, st.sampled_from(list(ContactStatus)))),
    st.lists(
        st.builds(
            AgreementLineFields,
            st.integers(1, 4),
            st.integers(10, 90),
            st.sampled_from(list(AgreementRhythm)),
            st.integers(1, 5),
            st.lists(_FORMS, min_size=1, max_size=3, unique=True).map(tuple),
        ),
        max_size=4,
    ),
)
def test_no_contact_counts_twice_and_none_is_lost(
    made: list[tuple[int, ContactForm, ContactStatus]], lines: list[AgreementLineFields]
) -> None:
    contacts = [_contact(day, form, status) for day, form, status in made]
    first = MONDAY - timedelta(weeks=8)
    weeks = [WEEK.plus(n) for n in range(-8, 8)]
    found = mix_of_weeks([AgreementFields(first, tuple(lines))], contacts, weeks)
    filled = {
        (number, one.period): one.planned + one.held
        for week in found
        for number, one in enumerate(week.lines)
    }
    beside = sum(len(week.beside) for week in found)
    takes_place = sum(one.status in (ContactStatus.PLANNED, ContactStatus.HELD) for one in contacts)
    assert sum(filled.values()) + beside == takes_place
    for week in found:
        assert all(one.planned + one.held <= one.line.number for one in week.lines)
