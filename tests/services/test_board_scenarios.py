"""The team's board for a day."""

from datetime import timedelta

from bostoette.models.contact_form import ContactForm
from bostoette.models.day_kind import DayKind
from bostoette.models.key import Key
from bostoette.models.life_kinds import Triage
from bostoette.services import triage
from bostoette.services.board import board_of
from bostoette.services.day_types import set_day_kind
from bostoette.services.desk import Desk
from tests.clock import MONDAY
from tests.services.remote_hands import plan

TUESDAY = MONDAY + timedelta(days=1)


def test_the_board_shows_balance_and_whom_somebody_at_home_should_not_have(
    desk: Desk, worker_id: Key, colleague_id: Key, citizen_id: Key
) -> None:
    desk.do(set_day_kind, worker_id, TUESDAY, DayKind.HOME)
    desk.do(set_day_kind, colleague_id, TUESDAY, DayKind.OUT)
    plan(desk, citizen_id, ContactForm.PHONE, TUESDAY)
    board = desk.read(board_of, TUESDAY)
    assert [one.id for one in board.of(DayKind.OUT)] == [colleague_id]
    assert board.home_percent == 50
    (home,) = board.of(DayKind.HOME)
    assert home.contacts == 1
    assert [one.triage for one in home.to_look_at] == [None]

    me = desk.actor_id
    desk.do(triage.judge, citizen_id, Triage.MUST_VISIT, by=me, today=MONDAY)
    (home,) = desk.read(board_of, TUESDAY).of(DayKind.HOME)
    assert [one.triage for one in home.to_look_at] == [Triage.MUST_VISIT]
    desk.do(triage.judge, citizen_id, Triage.BY_PHONE, by=me, today=MONDAY)
    (home,) = desk.read(board_of, TUESDAY).of(DayKind.HOME)
    assert home.to_look_at == ()


def test_a_day_nobody_has_chosen_has_no_balance(desk: Desk) -> None:
    board = desk.read(board_of, TUESDAY)
    assert board.home_percent == 0
    assert len(board.of(None)) == 1
