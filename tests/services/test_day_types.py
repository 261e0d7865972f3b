"""Day types: said for a day, changed, taken away, undone."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.day_kind import DayKind
from bostoette.models.day_type import DayType
from bostoette.models.key import Key
from bostoette.services.day_types import set_day_kind
from bostoette.services.desk import Desk
from tests.clock import MONDAY


def kinds(session: Session) -> dict[date, DayKind]:
    return {one.day: one.kind for one in session.scalars(select(DayType))}


def test_a_day_at_home_is_said_changed_and_taken_away(desk: Desk, worker_id: Key) -> None:
    desk.do(set_day_kind, worker_id, MONDAY, DayKind.HOME)
    assert desk.read(kinds) == {MONDAY: DayKind.HOME}
    desk.do(set_day_kind, worker_id, MONDAY, DayKind.OFFICE)
    assert desk.read(kinds) == {MONDAY: DayKind.OFFICE}
    desk.do(set_day_kind, worker_id, MONDAY, None)
    assert desk.read(kinds) == {}


def test_undo_names_the_day_and_brings_the_old_type_back(desk: Desk, worker_id: Key) -> None:
    desk.do(set_day_kind, worker_id, MONDAY, DayKind.OUT)
    desk.do(set_day_kind, worker_id, MONDAY, DayKind.HOME)
    assert desk.undo() == "Hjemmearbejdsdag man. 23. nov."
    assert desk.read(kinds) == {MONDAY: DayKind.OUT}


def test_saying_the_same_again_is_no_step(desk: Desk, worker_id: Key) -> None:
    desk.do(set_day_kind, worker_id, MONDAY, DayKind.OUT)
    desk.do(set_day_kind, worker_id, MONDAY, DayKind.OUT)
    assert desk.undo() == "Ude-dag man. 23. nov."
    assert desk.undo() is None


def test_each_worker_has_day_types_of_her_own(
    desk: Desk, worker_id: Key, colleague_id: Key
) -> None:
    desk.do(set_day_kind, worker_id, MONDAY, DayKind.OUT)
    desk.do(set_day_kind, colleague_id, MONDAY, DayKind.HOME)
    assert len(desk.read(lambda session: list(session.scalars(select(DayType))))) == 2
