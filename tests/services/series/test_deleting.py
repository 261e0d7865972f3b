"""Deleting in a series shows first what goes, what is called off, and what stands."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series_change import DateFate
from bostoette.models.task import Task, TaskKind
from bostoette.services import series, series_changes
from bostoette.services.desk import Desk
from bostoette.store.journal import describe
from tests.clock import MONDAY
from tests.services.series.changing import ALL, FOLLOWING, THIS, at, hold_and_call_off, tuesdays
from tests.services.series_hands import (
    TUE,
    contact_on,
    day,
    days,
    everything,
    weekly,
    well_formed,
)


def test_deleting_one_shows_that_it_takes_one(desk: Desk, six_tuesdays: Key) -> None:
    key = contact_on(desk, day(2, TUE))
    seen = desk.read(series_changes.preview_delete, key, THIS, MONDAY)
    assert [(each.fate, each.was) for each in seen.dates] == [(DateFate.DELETED, at(day(2, TUE)))]
    assert len(days(desk)) == 6
    desk.do(series_changes.delete, key, THIS, today=MONDAY)
    assert days(desk) == tuesdays(0, 1, 3, 4, 5)
    well_formed(desk)


def test_deleting_this_and_following_shows_what_goes_and_what_stands(
    desk: Desk, six_tuesdays: Key
) -> None:
    hold_and_call_off(desk)
    key = contact_on(desk, day(2, TUE))
    seen = desk.read(series_changes.preview_delete, key, FOLLOWING, MONDAY)
    assert [each.fate for each in seen.dates] == [
        DateFate.DELETED,
        DateFate.FIXED,
        DateFate.DELETED,
        DateFate.DELETED,
    ]
    assert seen.after == "hver uge tirsdag kl. 9.00, 2 gange"
    desk.do(series_changes.delete, key, FOLLOWING, today=MONDAY)
    assert days(desk) == tuesdays(0, 1)
    well_formed(desk)
    assert desk.undo() == "Slet A.M. fra tir. 8. dec. og frem"
    assert len(days(desk)) == 5


def test_deleting_all_leaves_neither_contacts_nor_series(desk: Desk, six_tuesdays: Key) -> None:
    made = everything(desk)
    key = contact_on(desk, day(3, TUE))
    seen = desk.read(series_changes.preview_delete, key, ALL, MONDAY)
    assert (len(seen.dates), seen.after) == (6, "")
    desk.do(series_changes.delete, key, ALL, today=MONDAY)
    assert everything(desk) == {}
    assert desk.undo() == "Slet serien med A.M."
    assert everything(desk) == made
    desk.redo()
    assert everything(desk) == {}


def test_what_somebody_counts_on_is_called_off_instead_of_vanishing(
    desk: Desk, fields: ContactFields, worker_id: Key
) -> None:
    desk.do(
        series.create,
        replace(fields, agreed_with_citizen=True),
        weekly(TUE, first=day(0, TUE), count=2),
        today=MONDAY,
    )
    desk.do(series_changes.delete, contact_on(desk, day(0, TUE)), ALL, today=MONDAY)

    def told(session: Session) -> list[tuple[ContactStatus, str]]:
        found = session.scalars(select(Contact).order_by(Contact.day))
        return [(one.status, one.status_reason) for one in found]

    assert desk.read(told) == [(ContactStatus.CANCELLED_BY_US, "Serien er slettet")] * 2
    well_formed(desk)


def test_a_contact_that_a_task_is_about_is_called_off_too(
    desk: Desk, six_tuesdays: Key, worker_id: Key
) -> None:
    key = contact_on(desk, day(1, TUE))

    def remind(session: Session) -> None:
        task = Task(kind=TaskKind.FOLLOW_UP, worker_id=worker_id, contact_id=key, text="Ring")
        session.add(task)
        describe(session, "Ny opgave")

    desk.do(remind)
    seen = desk.read(series_changes.preview_delete, key, FOLLOWING, MONDAY)
    assert [each.fate for each in seen.dates][:2] == [DateFate.CANCELLED, DateFate.DELETED]
    desk.do(series_changes.delete, key, FOLLOWING, today=MONDAY)
    well_formed(desk)


def test_a_held_contact_of_a_series_cannot_be_deleted(desk: Desk, six_tuesdays: Key) -> None:
    hold_and_call_off(desk)
    with pytest.raises(PlanError, match="afholdt og hører til det, der er sket"):
        desk.do(series_changes.delete, contact_on(desk, day(1, TUE)), THIS, today=MONDAY)
