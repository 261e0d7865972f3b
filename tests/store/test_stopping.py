"""A long reading is stopped in the middle, and the connection can be used again afterwards."""

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from bostoette.services.desk import Desk
from bostoette.store.stopping import Stopped, stoppable

_LONG = text(
    "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 300000) "
    "SELECT sum(n) FROM number"
)


def _sum(session: Session, asked: list[bool], after: int) -> int:
    def stopped() -> bool:
        asked.append(True)
        return len(asked) > after

    with stoppable(session, stopped):
        return int(session.execute(_LONG).scalar_one())


def test_it_stops_in_the_middle_of_a_statement(desk: Desk) -> None:
    asked: list[bool] = []
    with pytest.raises(Stopped):
        desk.read(_sum, asked, 3)
    assert len(asked) < 10, "it went on long after it was stopped"


def test_the_same_connection_reads_on_afterwards(desk: Desk) -> None:
    with pytest.raises(Stopped):
        desk.read(_sum, [], 1)
    assert desk.read(_sum, [], 10**9) == 300000 * 300001 // 2
