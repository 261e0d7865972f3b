"""What the week says: clashes, tight spots, days off – and what it keeps quiet about."""

from dataclasses import replace
from datetime import date, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.day_kind import DayKind
from bostoette.models.iso_week import IsoWeek
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekAppointment, WeekContact
from bostoette.models.week_knowledge import KnownCitizen, WeekKnowledge
from bostoette.models.whereabouts import Whereabouts
from bostoette.models.worker_day import Away
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.day_travel import DayStop, travel_of_day
from bostoette.planning.travel import TravelKnowledge, TravelPlace
from bostoette.planning.week_check import check_week
from bostoette.planning.week_sentence import first_at
from tests.clock import MONDAY, At
from tests.planning.invented_week import ASTA, BO, KL, MJ, an_empty_week, contact

WEEK = IsoWeek.of(MONDAY)
CALLED_OFF = [status for status in ContactStatus if status.called_off]


def span_at(weekday: int, start: str, minutes: int) -> TimeSpan:
    return TimeSpan(WEEK.days[weekday], int(start.partition(".")[0]) * 60, minutes)


@pytest.fixture
def week() -> CheckedWeek:
    return an_empty_week()


def said(week: CheckedWeek, *contacts: WeekContact) -> list[str]:
    return [sentence.text for sentence in check_week(replace(week, contacts=contacts))]


def test_a_worker_in_two_places_is_told_with_both_times(week: CheckedWeek, at: At) -> None:
    one, other = contact(at, 0, "9.00", 60), contact(at, 0, "9.30", 60, citizen=BO)
    (sentence,) = said(week, one, other)
    assert sentence == (
        "M.J. har to kontakter på samme tid: A.M. man. 23. nov. kl. 09.00 "
        "og B.K. man. 23. nov. kl. 09.30."
    )


def test_contacts_that_only_touch_do_not_clash(week: CheckedWeek, at: At) -> None:
    assert said(week, contact(at, 0, "9.00", 60), contact(at, 0, "10.00", 60, citizen=BO)) == []


def test_a_citizen_with_two_workers_at_once_is_told(week: CheckedWeek, at: At) -> None:
    one, other = contact(at, 0, "9.00", 60), contact(at, 0, "9.30", 60, workers=(KL,))
    assert said(week, one, other) == [
        "A.M. har to kontakter på samme tid man. 23. nov. kl. 09.00 og 09.30."
    ]


def test_cancelled_contacts_raise_nothing(week: CheckedWeek, at: At) -> None:
    called_off = contact(at, 0, "9.30", 600, status=ContactStatus.CANCELLED_BY_CITIZEN)
    assert said(week, contact(at, 0, "9.00", 60), called_off) == []


def test_other_appointments_in_the_way_are_told_by_their_title(week: CheckedWeek, at: At) -> None:
    meeting = at(0, "9.00", 60)
    busy = WeekAppointment(
        b"x" * 16, 1, MJ, AppointmentKind.MEETING, "Teammøde", meeting.day, 540, 60, all_day=False
    )
    sentences = said(replace(week, appointments=(busy,)), contact(at, 0, "9.30", 30))
    assert sentences == ["A.M. man. 23. nov. kl. 09.30 ligger oven i en anden aftale (Teammøde)."]


def test_too_little_air_after_a_call_is_told_but_not_after_a_visit(
    week: CheckedWeek, at: At
) -> None:
    call = contact(at, 0, "9.00", 15, form=ContactForm.PHONE)
    (sentence,) = said(week, call, contact(at, 0, "9.20", 30, citizen=BO))
    assert sentence.startswith("Der er kun 5 min luft efter A.M.")
    assert said(week, call, contact(at, 0, "9.25", 30, citizen=BO)) == []
    (sentence,) = said(week, call, contact(at, 0, "9.15", 30, citizen=BO))
    assert sentence.startswith("Der er ingen luft efter A.M.")


def test_a_sentence_about_a_meeting_without_citizens_begins_as_a_sentence(at: At) -> None:
    meeting = contact(at, 0, "9.00", 90, form=ContactForm.VIDEO)._replace(citizens=())
    assert first_at(meeting) == "Kontakten man. 23. nov. kl. 09.00"


def test_a_trip_that_does_not_fit_says_how_much_is_missing(week: CheckedWeek, at: At) -> None:
    visits = contact(at, 0, "9.00", 60), contact(at, 0, "10.05", 60, citizen=BO)
    stops = [
        DayStop(visit.id, visit.span, TravelPlace(visit.citizens[0].code), travels=True)
        for visit in visits
    ]
    base = TravelPlace("base", is_base=True)
    travel = travel_of_day(stops, base, TravelKnowledge())
    (sentence,) = said(replace(week, travel={(MJ, MONDAY): travel}), *visits)
    assert sentence == (
        "Turen til B.K. man. 23. nov. kl. 10.05 tager ca. 15 min; der mangler 10 min."
    )


def test_outside_the_working_hours_is_told(week: CheckedWeek, at: At) -> None:
    (sentence,) = said(week, contact(at, 4, "13.30", 30))
    assert "uden for M.J.s arbejdstid" in sentence


def test_an_evening_agreed_with_the_citizen_is_not_told_until_it_is_moved_untold(
    week: CheckedWeek, at: At
) -> None:
    evening = contact(at, 4, "17.00", 30)._replace(agreed_with_citizen=True)
    assert said(week, evening) == []
    untold = replace(week, known=WeekKnowledge(untold=frozenset({evening.id})))
    (sentence,) = said(untold, evening)
    assert "uden for M.J.s arbejdstid" in sentence


def test_a_holiday_and_an_absence_are_told(week: CheckedWeek, at: At) -> None:
    def holiday(day: date) -> str | None:
        return "Juledag" if day == MONDAY else None

    away = Away(MJ, MONDAY, MONDAY, AbsenceKind.HOLIDAY)
    sentences = said(replace(week, holiday=holiday, absences=(away,)), contact(at, 0, "9.00", 60))
    assert sentences == [
        "A.M. man. 23. nov. kl. 09.00 er på Juledag.",
        "M.J. er væk (ferie) ved kontakten med A.M. man. 23. nov. kl. 09.00.",
    ]


def test_a_call_over_its_cap_proposes_to_split(week: CheckedWeek, at: At) -> None:
    call = contact(at, 0, "9.00", 45, form=ContactForm.PHONE)
    (sentence,) = check_week(replace(week, contacts=(call,)))
    assert "højst 30 min" in sentence.text
    assert "Del den" in sentence.lift


def test_a_held_contact_is_no_longer_commented_on(week: CheckedWeek, at: At) -> None:
    held = contact(at, 4, "14.00", 45, form=ContactForm.PHONE, status=ContactStatus.HELD)
    assert said(week, held) == []


@given(st.lists(st.sampled_from(CALLED_OFF), min_size=1, max_size=12), st.randoms())
def test_whatever_was_called_off_raises_nothing(
    statuses: list[ContactStatus], chance: Random
) -> None:
    """Neither as what a sentence is about nor as what others clash with."""
    called_off = tuple(
        contact(
            span_at,
            chance.randrange(7),
            f"{chance.randrange(20)}.00",
            chance.choice((15, 60, 200)),
            form=chance.choice(list(ContactForm)),
            workers=chance.choice(((MJ,), (KL,), (MJ, KL))),
            status=status,
        )
        for status in statuses
    )
    home = {(key, day): DayKind.HOME for key in (MJ, KL) for day in WEEK.days}
    strict = dict.fromkeys(("has_phone", "can_walk_outdoors", "can_relate_to_remote"), False)
    known = WeekKnowledge(
        citizens={ASTA.id: KnownCitizen("A.M.", strict, Whereabouts(None, None))},
        day_kinds=home,
        untold=frozenset(one.id for one in called_off),
    )
    week = replace(
        an_empty_week(),
        contacts=called_off,
        holiday=lambda _day: "en fridag",
        known=known,
        now=datetime(2026, 11, 23, 7, 0),
    )
    ways = week.ways.of_week(week.workers.values(), called_off, ())
    assert check_week(replace(week, travel=ways)) == ()


def test_a_rule_that_the_team_has_put_off_says_nothing(week: CheckedWeek, at: At) -> None:
    call = contact(at, 0, "9.00", 45, form=ContactForm.PHONE)
    with_it = replace(week, contacts=(call,))
    rules = dict(week.rules.rules)
    rules["P71"] = replace(rules["P71"], on=False)
    without = replace(with_it, rules=replace(week.rules, rules=rules))
    assert [one.rule for one in check_week(with_it)] == ["P71"]
    assert check_week(without) == ()


def test_numbers_that_the_team_has_changed_are_the_ones_that_count(
    week: CheckedWeek, at: At
) -> None:
    call = contact(at, 0, "9.00", 15, form=ContactForm.PHONE)
    after = contact(at, 0, "9.25", 30, citizen=BO)
    rules = dict(week.rules.rules)
    number = rules["P80"].numbers["after_remote_minutes"]
    more = {**rules["P80"].numbers, "after_remote_minutes": replace(number, value=20)}
    rules["P80"] = replace(rules["P80"], numbers=more)
    week = replace(week, contacts=(call, after), rules=replace(week.rules, rules=rules))
    (sentence,) = check_week(week)
    assert "20 min giver tid" in sentence.text
