"""A citizen who pauses, ends, dies or moves: what is planned stops everywhere, in one step."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.citizen_life import TrialFields
from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.equipment_loan import EquipmentLoan
from bostoette.models.export_receipt import ExportedEvent
from bostoette.models.key import Key
from bostoette.models.life_kinds import PhaseOutState, TrialOutcome
from bostoette.models.on_demand import OnDemand
from bostoette.models.phase_out import PhaseOut
from bostoette.models.plan_error import PlanError
from bostoette.models.series import Series
from bostoette.models.stopping import Fate
from bostoette.models.task import Task, TaskKind
from bostoette.services import citizens, contacts, ending, form_trials
from bostoette.services.desk import Desk
from bostoette.store.faults import ChangedMeanwhile
from bostoette.store.journal import describe
from tests.clock import MONDAY, At, Clock

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def fields(worker_id: Key, citizen_id: Key, at: At) -> ContactFields:
    return ContactFields(
        span=at(2, "9.00", 60),
        form=ContactForm.PHYSICAL,
        purpose_id="support_conversation",
        workers=(worker_id,),
        citizens=(citizen_id,),
    )


def _end(desk: Desk, citizen_id: Key, status: CitizenStatus, from_day: date = TUESDAY) -> None:
    version = desk.read(citizens.details, citizen_id).version
    desk.do(ending.change_status, citizen_id, version, status, from_day)


def _status(desk: Desk, contact_id: Key) -> ContactStatus | None:
    def ask(session: Session) -> ContactStatus | None:
        contact = session.get(Contact, contact_id)
        return contact.status if contact else None

    return desk.read(ask)


def _add_task(session: Session, worker: Key, citizen: Key | None, contact: Key | None) -> Key:
    task = Task(
        kind=TaskKind.INFORM_CITIZEN,
        worker_id=worker,
        citizen_id=citizen,
        contact_id=contact,
        text="Fortæl om den nye tid",
    )
    session.add(task)
    session.flush()
    describe(session, "Ny opgave")
    return task.id


def _finish(session: Session, task_id: Key) -> None:
    task = session.get_one(Task, task_id)
    task.done_at = Clock()()
    describe(session, "Opgave udført")


def _tasks(session: Session) -> int:
    return len(session.scalars(select(Task)).all())


def _note_export(session: Session, contact_id: Key) -> None:
    session.add(
        ExportedEvent(
            uid="en-uid",
            reader="worker",
            contact_id=contact_id,
            sequence=0,
            fingerprint="",
            exported_at=Clock()(),
        )
    )


def _add_series(session: Session, citizen_id: Key, others: tuple[Key, ...], first: date) -> Key:
    series = Series(
        citizen_id=citizen_id,
        every_weeks=1,
        weekdays=(2,),
        first_day=first,
        start=540,
        minutes=60,
        template={"citizens": [key.hex() for key in (citizen_id, *others)]},
        made_until=first + timedelta(weeks=26),
    )
    session.add(series)
    session.flush()
    describe(session, "Ny serie")
    return series.id


def _series(session: Session, key: Key) -> Series:
    return session.get_one(Series, key)


@pytest.mark.parametrize(
    "status", [CitizenStatus.ENDED, CitizenStatus.DEAD, CitizenStatus.MOVED_AWAY]
)
def test_a_contact_nobody_counts_on_vanishes_and_comes_back_by_undo(
    desk: Desk, citizen_id: Key, fields: ContactFields, status: CitizenStatus
) -> None:
    contact = desk.do(contacts.create, fields)
    _end(desk, citizen_id, status)
    assert _status(desk, contact) is None
    found = desk.read(citizens.details, citizen_id)
    assert (found.status, found.status_since) == (status, TUESDAY)
    desk.undo()
    assert _status(desk, contact) is ContactStatus.PLANNED
    assert desk.read(citizens.details, citizen_id).status is CitizenStatus.ACTIVE


def test_an_agreed_contact_is_called_off_by_us(
    desk: Desk, citizen_id: Key, fields: ContactFields
) -> None:
    contact = desk.do(contacts.create, replace(fields, agreed_with_citizen=True))
    _end(desk, citizen_id, CitizenStatus.ENDED)
    assert _status(desk, contact) is ContactStatus.CANCELLED_BY_US


def test_an_exported_contact_is_called_off_so_that_calendars_hear_of_it(
    desk: Desk, citizen_id: Key, fields: ContactFields
) -> None:
    contact = desk.do(contacts.create, fields)
    desk.upkeep(_note_export, contact)
    _end(desk, citizen_id, CitizenStatus.DEAD)
    assert _status(desk, contact) is ContactStatus.CANCELLED_BY_US


def test_what_was_held_or_lies_before_the_day_stands(
    desk: Desk, citizen_id: Key, fields: ContactFields, at: At
) -> None:
    earlier = desk.do(contacts.create, replace(fields, span=at(0, "9.00", 60)))
    held = desk.do(contacts.create, fields)
    desk.do(contacts.hold, held)
    _end(desk, citizen_id, CitizenStatus.ENDED)
    assert _status(desk, earlier) is ContactStatus.PLANNED
    assert _status(desk, held) is ContactStatus.HELD


def test_a_group_goes_on_without_the_citizen(
    desk: Desk, citizen_id: Key, fields: ContactFields
) -> None:
    other = desk.do(citizens.create, CitizenFields(name="Bo Krag"))
    group = desk.do(contacts.create, replace(fields, citizens=(citizen_id, other)))
    assert desk.read(ending.what_stops, citizen_id, TUESDAY).contacts[0].fate is Fate.LEFT
    _end(desk, citizen_id, CitizenStatus.MOVED_AWAY)
    assert desk.read(contacts.details, group).fields.citizens == (other,)
    desk.undo()
    assert desk.read(contacts.details, group).fields.citizens == (citizen_id, other)


def test_open_tasks_fall_away_and_done_ones_stay_with_their_contact(
    desk: Desk, citizen_id: Key, worker_id: Key, fields: ContactFields
) -> None:
    waiting = desk.do(contacts.create, fields)
    told = desk.do(contacts.create, fields)
    desk.do(_add_task, worker_id, None, waiting)
    desk.do(_add_task, worker_id, citizen_id, None)
    desk.do(_finish, desk.do(_add_task, worker_id, citizen_id, told))
    assert len(desk.read(ending.what_stops, citizen_id, TUESDAY).tasks) == 2
    _end(desk, citizen_id, CitizenStatus.ENDED)
    assert desk.read(_tasks) == 1
    assert _status(desk, waiting) is None
    assert _status(desk, told) is ContactStatus.CANCELLED_BY_US
    desk.undo()
    assert desk.read(_tasks) == 3


def test_a_running_series_ends_before_the_day(desk: Desk, citizen_id: Key) -> None:
    key = desk.do(_add_series, citizen_id, (), MONDAY - timedelta(days=12))
    assert len(desk.read(ending.what_stops, citizen_id, TUESDAY).series) == 1
    _end(desk, citizen_id, CitizenStatus.ENDED)
    assert desk.read(_series, key).until == MONDAY - timedelta(days=5)
    assert desk.read(ending.what_stops, citizen_id, TUESDAY).series == ()


def test_a_series_that_has_not_begun_makes_no_more_contacts(desk: Desk, citizen_id: Key) -> None:
    first = TUESDAY + timedelta(days=1)
    key = desk.do(_add_series, citizen_id, (), first)
    _end(desk, citizen_id, CitizenStatus.DEAD)
    found = desk.read(_series, key)
    assert (found.until, found.skipped) == (first, [first.isoformat()])


def test_a_groups_series_goes_on_for_the_others(desk: Desk, citizen_id: Key) -> None:
    other = desk.do(citizens.create, CitizenFields(name="Bo Krag"))
    key = desk.do(_add_series, citizen_id, (other,), MONDAY)
    _end(desk, citizen_id, CitizenStatus.ENDED)
    found = desk.read(_series, key)
    assert (found.until, found.citizen_id) == (None, other)
    assert found.template["citizens"] == [other.hex()]


def test_the_preview_lists_what_stops_and_changes_nothing(
    desk: Desk, citizen_id: Key, fields: ContactFields
) -> None:
    contact = desk.do(contacts.create, replace(fields, agreed_with_citizen=True))
    free = desk.do(contacts.create, fields)
    found = desk.read(ending.what_stops, citizen_id, TUESDAY)
    assert {one.id: one.fate for one in found.contacts} == {
        contact: Fate.CANCELLED,
        free: Fate.DELETED,
    }
    assert _status(desk, contact) is ContactStatus.PLANNED


def test_a_pause_may_leave_everything_standing(
    desk: Desk, citizen_id: Key, fields: ContactFields
) -> None:
    contact = desk.do(contacts.create, fields)
    version = desk.read(citizens.details, citizen_id).version
    desk.do(ending.change_status, citizen_id, version, CitizenStatus.PAUSED, TUESDAY, stop=False)
    assert _status(desk, contact) is ContactStatus.PLANNED
    assert desk.undo_state().undo == "A.M. er sat på pause"
    _end(desk, citizen_id, CitizenStatus.PAUSED)
    assert _status(desk, contact) is None


def test_a_stale_citizen_is_not_ended(
    desk: Desk, colleagues_desk: Desk, citizen_id: Key, fields: ContactFields
) -> None:
    contact = desk.do(contacts.create, fields)
    found = desk.read(citizens.details, citizen_id)
    theirs = replace(found.fields, phone="20 12 34 56")
    colleagues_desk.do(citizens.change, citizen_id, found.version, theirs)
    with pytest.raises(ChangedMeanwhile):
        desk.do(ending.change_status, citizen_id, found.version, CitizenStatus.DEAD, TUESDAY)
    assert _status(desk, contact) is ContactStatus.PLANNED


def test_a_citizen_whose_end_is_set_for_later_is_still_current(desk: Desk, citizen_id: Key) -> None:
    _end(desk, citizen_id, CitizenStatus.ENDED, TUESDAY)
    (shown,) = desk.read(citizens.listed, MONDAY)
    assert shown.is_current(MONDAY)
    assert not shown.is_current(TUESDAY)


def _lend(session: Session, citizen: Key, what: str, returned: date | None) -> None:
    loan = EquipmentLoan(citizen_id=citizen, what=what, lent_on=MONDAY, returned_on=returned)
    session.add(loan)
    describe(session, "Udlån")


def test_what_is_still_on_loan_is_told_and_stays_on_loan(desk: Desk, citizen_id: Key) -> None:
    desk.upkeep(_lend, citizen_id, "Tablet", None)
    desk.upkeep(_lend, citizen_id, "Telefon", MONDAY)
    assert desk.read(ending.what_stops, citizen_id, MONDAY).lent == ("Tablet",)
    _end(desk, citizen_id, CitizenStatus.ENDED)
    assert desk.read(lambda session: len(session.scalars(select(EquipmentLoan)).all())) == 2


@pytest.mark.parametrize("status", [CitizenStatus.DEAD, CitizenStatus.MOVED_AWAY])
def test_nothing_can_be_planned_with_a_citizen_who_has_died_or_moved(
    desk: Desk, fields: ContactFields, citizen_id: Key, at: At, status: CitizenStatus
) -> None:
    off = desk.do(contacts.create, fields)
    desk.do(contacts.cancel, off, ContactStatus.CANCELLED_BY_CITIZEN, "Syg")
    _end(desk, citizen_id, status)
    why = f"A.M. er {status.danish.lower()}, så der kan ikke planlægges"
    with pytest.raises(PlanError, match=why):
        desk.do(contacts.create, replace(fields, span=at(3, "9.00", 30)))
    with pytest.raises(PlanError, match=why):
        desk.do(contacts.plan_again, off)
    with pytest.raises(PlanError, match=why):
        desk.do(contacts.duplicate, off)


def test_what_was_held_before_she_died_can_still_be_noted(
    desk: Desk, fields: ContactFields, citizen_id: Key, at: At
) -> None:
    _end(desk, citizen_id, CitizenStatus.DEAD)
    assert desk.do(contacts.create, replace(fields, span=at(0, "9.00", 30)))


def test_a_trial_that_runs_is_stopped_with_the_support(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    tried = TrialFields(ContactForm.VIDEO, MONDAY, MONDAY + timedelta(days=56), "Holder hun ud?")
    desk.do(form_trials.begin, citizen_id, tried, by=worker_id)
    _end(desk, citizen_id, CitizenStatus.DEAD)
    (trial,) = desk.read(form_trials.trials_of, citizen_id)
    assert (trial.outcome, trial.answer) == (TrialOutcome.STOP, "Borgeren er død")
    assert trial.decided_on == TUESDAY
    desk.undo()
    (trial,) = desk.read(form_trials.trials_of, citizen_id)
    assert trial.outcome is None


def test_a_phase_out_and_contact_on_demand_end_with_the_support(
    desk: Desk, citizen_id: Key, worker_id: Key
) -> None:
    def begin(session: Session) -> None:
        session.add(
            PhaseOut(
                citizen_id=citizen_id,
                begun_on=MONDAY,
                begun_by=worker_id,
                state=PhaseOutState.RUNNING,
            )
        )
        session.add(
            OnDemand(
                citizen_id=citizen_id,
                first_day=MONDAY,
                how_to_reach="Ring",
                answer_workdays=1,
                check_in_days=14,
            )
        )
        describe(session, "I gang")

    desk.do(begin)
    _end(desk, citizen_id, CitizenStatus.DEAD)
    path = desk.read(lambda session: session.scalars(select(PhaseOut)).one())
    assert (path.state, path.ended_on) == (PhaseOutState.STOPPED, TUESDAY)
    assert path.ended_why == "Borgeren er død"
    assert desk.read(lambda session: session.scalars(select(OnDemand)).one()).last_day == TUESDAY
    desk.undo()
    assert desk.read(lambda session: session.scalars(select(OnDemand)).one()).last_day is None
    _end(desk, citizen_id, CitizenStatus.DEAD, MONDAY - timedelta(days=30))
    path = desk.read(lambda session: session.scalars(select(PhaseOut)).one())
    assert (path.state, path.ended_on) == (PhaseOutState.STOPPED, MONDAY)
