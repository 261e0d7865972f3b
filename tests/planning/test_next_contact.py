"""What comes next today, and when to leave for it."""

from datetime import date, datetime, timedelta

import pytest

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.key import Key
from bostoette.models.travel_mode import TravelMode
from bostoette.models.week_contact import CitizenName, WeekContact
from bostoette.planning.day_travel import DayStop, DayTravel, travel_of_day
from bostoette.planning.next_contact import leaving_said, next_contact, reminder_said
from bostoette.planning.travel import TravelKnowledge, TravelPlace

DAY = date(2026, 11, 26)
ME, OTHER = b"me", b"other"
BASE = TravelPlace("base", is_base=True)


def contact(
    start: int,
    *,
    form: ContactForm = ContactForm.PHYSICAL,
    status: ContactStatus = ContactStatus.PLANNED,
    day: date = DAY,
    worker: Key = ME,
) -> WeekContact:
    return WeekContact(
        f"{day} {start}".encode(),
        1,
        day,
        start,
        30,
        form,
        status,
        "purpose",
        ContactPlace.HOME,
        False,  # noqa: FBT003 - whether it is agreed with the citizen
        None,
        (worker,),
        (CitizenName(b"c", "Asta Mortensen", "A.M.", "AM"),),
    )


def travel_to(*contacts: WeekContact, minutes: int = 20) -> dict[tuple[Key, date], DayTravel]:
    stops = [
        DayStop(one.id, one.span, TravelPlace(f"{one.start}"), travels=one.form.travels)
        for one in contacts
    ]
    typed = {(str(one.start), "base"): minutes for one in contacts}
    return {(ME, DAY): travel_of_day(stops, BASE, TravelKnowledge(typed_minutes=typed))}


def at(hour: int, minute: int) -> datetime:
    return datetime(2026, 11, 26, hour, minute)


def test_the_first_planned_contact_that_is_not_over_comes_next() -> None:
    day = [contact(540), contact(600), contact(660)]
    found = next_contact(day, {}, ME, at(9, 31))
    assert found is not None
    assert found.contact == day[1]


def test_a_contact_that_is_going_on_counts_until_it_ends() -> None:
    going_on, later = contact(540), contact(600)
    assert next_contact([later, going_on], {}, ME, at(9, 29)).contact == going_on  # type: ignore[union-attr]  # there is one
    assert next_contact([later, going_on], {}, ME, at(9, 30)).contact == later  # type: ignore[union-attr]  # there is one


@pytest.mark.parametrize("status", [one for one in ContactStatus if one != ContactStatus.PLANNED])
def test_what_is_held_or_called_off_does_not_come_next(status: ContactStatus) -> None:
    assert next_contact([contact(540, status=status)], {}, ME, at(8, 0)) is None


def test_a_colleagues_contact_is_not_hers() -> None:
    assert next_contact([contact(540, worker=OTHER)], {}, ME, at(8, 0)) is None


def test_with_nothing_left_today_tomorrows_first_comes_next() -> None:
    tomorrow = contact(540, day=DAY + timedelta(days=1))
    found = next_contact([contact(540), tomorrow], {}, ME, at(16, 0))
    assert found is not None
    assert found.contact == tomorrow


def test_it_says_when_to_leave_and_how_long_it_takes() -> None:
    visit = contact(780)
    found = next_contact([visit], travel_to(visit), ME, at(12, 25))
    assert found is not None
    assert found.leg is not None
    assert found.moment == 760
    assert leaving_said(found.leg, TravelMode.CAR, 745) == "kør senest 12.40, 20 min"
    assert leaving_said(found.leg, TravelMode.BIKE, 745) == "cykl senest 12.40, 20 min"
    assert leaving_said(found.leg, TravelMode.CAR, 761) == "skulle være kørt 12.40, 20 min"
    assert leaving_said(found.leg, TravelMode.CAR, None).startswith("kør senest")


def test_an_estimated_trip_is_said_to_be_about() -> None:
    visit = contact(780)
    stop = DayStop(visit.id, visit.span, TravelPlace("somewhere"), travels=True)
    known = {(ME, DAY): travel_of_day([stop], BASE, TravelKnowledge())}
    found = next_contact([visit], known, ME, at(12, 25))
    assert found is not None
    assert found.leg is not None
    assert leaving_said(found.leg, TravelMode.WALK, 0) == "gå senest 12.45, ca. 15 min"


def test_a_call_needs_no_leaving() -> None:
    call = contact(780, form=ContactForm.PHONE)
    found = next_contact([call], travel_to(call), ME, at(12, 25))
    assert found is not None
    assert found.leg is None
    assert found.moment == 780


def test_a_reminder_names_initials_and_in_discretion_only_form_and_time() -> None:
    call = contact(780, form=ContactForm.PHONE)
    found = next_contact([call], {}, ME, at(12, 50))
    assert found is not None
    said = reminder_said(found, at(12, 50), discreet=False)
    assert said == "Om 10 min: telefon med A.M. kl. 13.00"
    assert reminder_said(found, at(12, 50), discreet=True) == "Om 10 min: telefon kl. 13.00"


def test_a_reminder_of_a_visit_counts_to_the_leaving() -> None:
    visit = contact(780)
    found = next_contact([visit], travel_to(visit), ME, at(12, 30))
    assert found is not None
    assert found.minutes_until(at(12, 30)) == 10
    said = reminder_said(found, at(12, 30), discreet=True)
    assert said == "Afgang om 10 min, kl. 12.40: besøg kl. 13.00"


def test_minutes_are_counted_over_midnight() -> None:
    tomorrow = contact(60, day=DAY + timedelta(days=1))
    found = next_contact([tomorrow], {}, ME, at(23, 30))
    assert found is not None
    assert found.minutes_until(at(23, 30)) == 90
