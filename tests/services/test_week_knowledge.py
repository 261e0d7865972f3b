"""What is known around a week: read whole, in as many statements whatever it holds."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.day_kind import DayKind
from bostoette.models.equipment_loan import EquipmentLoan
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.task import Task, TaskKind
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_knowledge import WeekKnowledge
from bostoette.planning.week_check import check_week
from bostoette.services import contacts
from bostoette.services.day_types import set_day_kind
from bostoette.services.desk import Desk
from bostoette.services.week import week_of
from bostoette.services.week_knowledge import checked_week, knowledge_of
from bostoette.store.database import Database
from bostoette.store.journal import describe
from tests.clock import MONDAY, At

WEEK = IsoWeek.of(MONDAY)


def plan(
    desk: Desk, span: TimeSpan, worker: Key, citizen: Key, form: ContactForm = ContactForm.PHYSICAL
) -> Key:
    return desk.do(contacts.create, ContactFields(span, form, "acute", (worker,), (citizen,)))


def known(desk: Desk, worker: Key, citizens: tuple[Key, ...] = ()) -> WeekKnowledge:
    return desk.read(knowledge_of, desk.read(week_of, (worker,), WEEK), citizens)


def _lend(session: Session, citizen: Key, what: str, returned: date | None = None) -> None:
    loan = EquipmentLoan(citizen_id=citizen, what=what, lent_on=MONDAY, returned_on=returned)
    session.add(loan)
    describe(session, "Udlån")


def _without_equipment(session: Session, citizen: Key) -> None:
    profile = session.get_one(Citizen, citizen).profile
    profile.has_phone = profile.has_video_device = False
    describe(session, "Udstyr")


def _task(session: Session, contact: Key, worker: Key) -> None:
    session.add(
        Task(kind=TaskKind.INFORM_CITIZEN, worker_id=worker, contact_id=contact, text="Fortæl")
    )
    describe(session, "Opgave")


def test_ones_own_citizens_are_known_before_they_stand_in_the_week(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    around = known(desk, worker_id)
    assert around.citizens[citizen_id].initials == "A.M."
    assert around.citizens[citizen_id].answers["wish_video"] == "neutral"
    assert around.citizens[citizen_id].answers["has_phone"] is True


def test_another_citizen_is_known_where_she_is_asked_for(
    desk: Desk, worker_id: Key, colleague_id: Key, citizen_id: Key
) -> None:
    assert known(desk, colleague_id).citizens == {}
    assert set(known(desk, colleague_id, (citizen_id,)).citizens) == {citizen_id}


def test_who_sees_a_citizen_is_known_for_28_days_and_the_week_but_not_what_was_called_off(
    desk: Desk, worker_id: Key, colleague_id: Key, citizen_id: Key, at: At
) -> None:
    hers = plan(desk, at(0, "9.00", 60).moved(days=-28), colleague_id, citizen_id)
    plan(desk, at(0, "9.00", 60).moved(days=-29), colleague_id, citizen_id)
    gone = plan(desk, at(1, "9.00", 60), colleague_id, citizen_id)
    desk.do(contacts.delete, gone)
    mine = plan(desk, at(2, "9.00", 60), worker_id, citizen_id)
    seen = known(desk, worker_id).seen[citizen_id]
    assert [(one.contact_id, one.worker) for one in seen] == [(hers, "K.L."), (mine, "M.J.")]


def test_day_types_and_untold_changes_of_the_week_are_known(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    desk.do(set_day_kind, worker_id, MONDAY, DayKind.HOME)
    desk.do(set_day_kind, worker_id, MONDAY + timedelta(days=7), DayKind.OUT)
    key = plan(desk, at(2, "9.00", 60), worker_id, citizen_id)
    desk.upkeep(_task, key, worker_id)
    around = known(desk, worker_id)
    assert dict(around.day_kinds) == {(worker_id, MONDAY): DayKind.HOME}
    assert around.untold == {key}
    assert around.exported == frozenset()


def test_equipment_on_loan_lifts_what_the_citizen_lacks_until_it_is_given_back(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    desk.upkeep(_without_equipment, citizen_id)

    def has() -> tuple[object, object]:
        answers = known(desk, worker_id).citizens[citizen_id].answers
        return answers["has_phone"], answers["has_video_device"]

    assert has() == (False, False)
    desk.upkeep(_lend, citizen_id, "Tablet", MONDAY)
    assert has() == (False, False)
    desk.upkeep(_lend, citizen_id, "Tablet")
    assert has() == (False, True)
    desk.upkeep(_lend, citizen_id, "Mobiltelefon")
    assert has() == (True, True)


def test_a_visit_on_a_day_at_home_and_a_refused_form_reach_the_weeks_sentences(
    desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    desk.upkeep(_without_equipment, citizen_id)
    desk.do(set_day_kind, worker_id, MONDAY, DayKind.HOME)
    plan(desk, at(0, "9.00", 60), worker_id, citizen_id)
    plan(desk, at(1, "9.00", 15), worker_id, citizen_id, ContactForm.PHONE)
    week = desk.read(week_of, (worker_id,), WEEK)
    now = datetime(2026, 11, 20, 9, 0)
    checked = checked_week(week, known(desk, worker_id), lambda _day: None, now)
    assert [one.rule for one in check_week(checked)] == ["P82", "P62"]


def test_a_full_week_takes_no_more_statements_than_an_empty_one(
    database: Database, desk: Desk, worker_id: Key, colleague_id: Key, citizen_id: Key, at: At
) -> None:
    seen = list[str]()

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    def counted(workers: tuple[Key, ...]) -> int:
        week = desk.read(week_of, workers, WEEK)
        seen.clear()
        event.listen(database.reader, "before_cursor_execute", note)
        try:
            desk.read(knowledge_of, week)
        finally:
            event.remove(database.reader, "before_cursor_execute", note)
        return sum(not statement.startswith("BEGIN") for statement in seen)

    for_nothing = counted((worker_id,))
    for weekday in range(5):
        for start, worker in (("9.00", worker_id), ("11.00", colleague_id)):
            plan(desk, at(weekday, start, 60), worker, citizen_id)
    assert counted((worker_id, colleague_id)) == for_nothing == 7
