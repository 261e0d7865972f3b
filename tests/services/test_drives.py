"""The list of drives: counted by hand, corrected by hand, and seen by whom it is for (P83)."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from bostoette.models.car_kind import CarKind
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.drive_list import DriveFields, DriveList
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.travel_mode import TravelMode
from bostoette.models.worker import Worker
from bostoette.services import drives
from bostoette.services.desk import Desk
from bostoette.store.database import Database
from bostoette.store.journal import describe
from tests.clock import MONDAY
from tests.leader import desk_of_leader
from tests.twenty_contacts import NO_SHOW, PHONE, VISIT, add_contact

TODAY = MONDAY + timedelta(days=4)
NORTH = 1 / 111.195
"""Degrees of latitude to a kilometre on the ground."""


@pytest.fixture
def second_id(desk: Desk, worker_id: Key) -> Key:
    """B.B., who lives 3 km north of A.M."""

    def add(session: Session) -> Key:
        citizen = Citizen(
            initials="B.B.",
            name="Bo Berg",
            code="BB",
            primary_worker_id=worker_id,
            latitude=56.0 + 13 * NORTH,
            longitude=10.0,
            profile=CitizenProfile(),
        )
        session.add(citizen)
        session.flush()
        describe(session, "Ny borger")
        return citizen.id

    return desk.upkeep(add)


@pytest.fixture
def driven(desk: Desk, worker_id: Key, citizen_id: Key, second_id: Key) -> None:
    """Monday: office – A.M. – B.B. – office, with a call between; Tuesday A.M. was not at home."""

    def add(session: Session) -> None:
        worker = session.get_one(Worker, worker_id)
        worker.base_latitude, worker.base_longitude = 56.0, 10.0
        citizen = session.get_one(Citizen, citizen_id)
        citizen.latitude, citizen.longitude = 56.0 + 10 * NORTH, 10.0
        add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT, start=540)
        add_contact(session, worker_id, (second_id,), MONDAY, PHONE, start=600)
        add_contact(session, worker_id, (second_id,), MONDAY, VISIT, start=660)
        tuesday = MONDAY + timedelta(days=1)
        add_contact(session, worker_id, (citizen_id,), tuesday, VISIT, NO_SHOW)
        off, planned = ContactStatus.CANCELLED_BY_US, ContactStatus.PLANNED
        add_contact(session, worker_id, (citizen_id,), tuesday, VISIT, off, start=700)
        add_contact(session, worker_id, (citizen_id,), TODAY, VISIT, planned, start=700)
        october = date(2026, 10, 30)
        add_contact(session, worker_id, (citizen_id,), october, VISIT)

    desk.upkeep(add)


def listed(desk: Desk, worker: Key, month: date = TODAY) -> DriveList:
    return desk.read(drives.drive_list, desk.actor_id, worker, month, TODAY)


def correct(desk: Desk, worker: Key, place: int, fields: DriveFields) -> None:
    drive = listed(desk, worker).drives[place]
    which = (drive.day, drive.contact_id)
    desk.do(drives.correct, desk.actor_id, worker, which, fields, today=TODAY)


def test_a_month_is_driven_from_the_base_from_citizen_to_citizen_and_home(
    desk: Desk, worker_id: Key, driven: None
) -> None:
    """10, 3 and 13 km as the crow flies, and 10 there and back: a third more by road."""
    found = listed(desk, worker_id)
    assert [(one.from_code, one.to_code) for one in found.drives] == [
        ("Kontor", "AM"),
        ("AM", "BB"),
        ("BB", "Kontor"),
        ("Kontor", "AM"),
        ("AM", "Kontor"),
    ]
    detour = (found.drives[0].worked_out or 0) / 10
    assert 1.2 < detour < 1.5
    said = [one.worked_out for one in found.drives]
    assert said == pytest.approx(
        [10 * detour, 3 * detour, 13 * detour, 10 * detour, 10 * detour], abs=0.1
    )
    assert found.km() == pytest.approx(sum(one or 0 for one in said))
    assert found.km(CarKind.SERVICE) == 0


def test_another_month_has_its_own_drives(desk: Desk, worker_id: Key, driven: None) -> None:
    assert {one.day for one in listed(desk, worker_id, date(2026, 10, 1)).drives} == {
        date(2026, 10, 30)
    }


def test_a_corrected_drive_counts_as_it_was_and_what_was_worked_out_stays_seen(
    desk: Desk, worker_id: Key, driven: None
) -> None:
    before = listed(desk, worker_id)
    correct(desk, worker_id, 1, DriveFields(20.5, CarKind.SERVICE, remark="Omkørsel ved broen"))
    after = listed(desk, worker_id)
    drive = after.drives[1]
    assert (drive.km, drive.car, drive.remark) == (20.5, CarKind.SERVICE, "Omkørsel ved broen")
    assert drive.worked_out == before.drives[1].worked_out
    assert after.km(CarKind.SERVICE) == 20.5
    assert after.km() == pytest.approx(before.km() - (drive.worked_out or 0) + 20.5)


def test_a_skipped_drive_counts_for_nothing_and_undo_brings_it_back(
    desk: Desk, worker_id: Key, driven: None
) -> None:
    before = listed(desk, worker_id)
    correct(desk, worker_id, 2, DriveFields(skipped=True))
    assert listed(desk, worker_id).km() == pytest.approx(before.km() - (before.drives[2].km or 0))
    assert desk.undo() == "Ret kørslen man. 23. nov."
    assert listed(desk, worker_id) == before


def test_a_correction_that_says_nothing_is_taken_away(
    desk: Desk, worker_id: Key, driven: None
) -> None:
    before = listed(desk, worker_id)
    correct(desk, worker_id, 0, DriveFields(5.0))
    correct(desk, worker_id, 0, DriveFields(remark="  "))
    assert listed(desk, worker_id) == before


def test_the_way_home_of_each_day_is_corrected_apart(
    desk: Desk, worker_id: Key, driven: None
) -> None:
    correct(desk, worker_id, 4, DriveFields(1.0))
    found = listed(desk, worker_id)
    assert found.drives[4].km == 1.0
    assert found.drives[2].correction is None


def test_the_usual_car_is_chosen_once_for_all_drives(
    desk: Desk, worker_id: Key, driven: None
) -> None:
    correct(desk, worker_id, 0, DriveFields(car=CarKind.OWN))
    desk.do(drives.choose_car, worker_id, worker_id, CarKind.SERVICE, today=TODAY)
    cars = [one.car for one in listed(desk, worker_id).drives]
    assert cars == [CarKind.OWN, *(CarKind.SERVICE,) * 4]


@pytest.mark.parametrize(
    "fields",
    [DriveFields(-1.0), DriveFields(2001.0), DriveFields(remark="Kørte til 010180-1234")],
)
def test_rubbish_is_refused_and_nothing_is_stored(
    desk: Desk, worker_id: Key, driven: None, fields: DriveFields
) -> None:
    with pytest.raises(PlanError):
        correct(desk, worker_id, 0, fields)
    assert listed(desk, worker_id).drives[0].correction is None


def test_who_does_not_drive_a_car_has_no_list(desk: Desk, worker_id: Key, driven: None) -> None:
    def ride(session: Session) -> None:
        session.get_one(Worker, worker_id).travel_mode = TravelMode.BIKE
        session.flush()
        describe(session, "Cykel")

    desk.upkeep(ride)
    found = listed(desk, worker_id)
    assert (found.drives, found.mode) == ((), TravelMode.BIKE)


def test_unknown_kilometres_are_missing_and_not_nought(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    desk.upkeep(lambda session: add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT).id)
    found = listed(desk, worker_id)
    assert [one.km for one in found.drives] == [None, None]
    assert found.missing == 2
    correct(desk, worker_id, 0, DriveFields(7.0))
    assert (listed(desk, worker_id).missing, listed(desk, worker_id).km()) == (1, 7.0)


def test_a_list_is_for_the_worker_and_the_leader(
    database: Database, desk: Desk, colleagues_desk: Desk, worker_id: Key, driven: None
) -> None:
    leader = desk_of_leader(database)
    with pytest.raises(PlanError, match="ser teamlederen"):
        listed(colleagues_desk, worker_id)
    with pytest.raises(PlanError, match="ser teamlederen"):
        colleagues_desk.do(
            drives.correct,
            colleagues_desk.actor_id,
            worker_id,
            (MONDAY, None),
            DriveFields(1.0),
            today=TODAY,
        )
    assert listed(leader, worker_id) == listed(desk, worker_id)
