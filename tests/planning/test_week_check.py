"""What the week says: clashes, tight spots, days off – and what it keeps quiet about."""

from dataclasses import replace
from datetime import date

import pytest

from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.conditions import FormLength
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.travel_mode import TravelMode
from bostoette.models.week_contact import CitizenName, WeekAppointment, WeekContact
from bostoette.models.whereabouts import Whereabouts
from bostoette.models.worker_day import Away, WeekWorker
from bostoette.models.worker_kinds import AbsenceKind
from bostoette.models.working_hours import WorkingHours
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.day_travel import DayStop, travel_of_day
from bostoette.planning.travel import TravelKnowledge, TravelPlace
from bostoette.planning.week_check import check_week
from bostoette.store.practice_rules_file import delivered_practice_rules
from tests.clock import MONDAY, At

MJ = b"m" * 16
KL = b"k" * 16
ASTA = CitizenName(b"a" * 16, "Asta Prøvesen", "A.M.", "AM")
BO = CitizenName(b"b" * 16, "Bo Eksempel", "B.K.", "BK")


def worker(key: bytes, initials: str) -> WeekWorker:
    return WeekWorker(
        key, initials, initials, WorkingHours.standard(), TravelMode.CAR, Whereabouts(None, None)
    )


@pytest.fixture
def week() -> CheckedWeek:
    return CheckedWeek(
        contacts=(),
        appointments=(),
        workers={MJ: worker(MJ, "M.J."), KL: worker(KL, "K.L.")},
        absences=(),
        travel={},
        lengths={ContactForm.PHONE: FormLength(ContactForm.PHONE, 15, 30)},
        holiday=lambda _day: None,
        rules=delivered_practice_rules(),
    )


_numbers = iter(range(1, 1000))


def contact(
    at: At,
    weekday: int,
    start: str,
    minutes: int,
    *,
    form: ContactForm = ContactForm.PHYSICAL,
    citizen: CitizenName = ASTA,
    workers: tuple[bytes, ...] = (MJ,),
    status: ContactStatus = ContactStatus.PLANNED,
) -> WeekContact:
    span = at(weekday, start, minutes)
    return WeekContact(
        next(_numbers).to_bytes(16, "big"),
        1,
        span.day,
        span.start,
        span.minutes,
        form,
        status,
        "support_conversation",
        ContactPlace.HOME,
        agreed_with_citizen=False,
        series_id=None,
        workers=workers,
        citizens=(citizen,),
    )


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
