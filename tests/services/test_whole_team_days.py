"""What is asked of a whole team's days goes through indexes, however many years lie in the file."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import event

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.services.board import board_of
from bostoette.services.desk import Desk
from bostoette.services.week_review import review_of
from bostoette.store.database import Database
from tests.clock import MONDAY

NOON = datetime(2026, 11, 23, 12, 0)
WHOLE = re.compile(r"SCAN (contact|contact_worker|contact_citizen|note)\b(?! USING)")
Question = Callable[[Desk], object]


def review(desk: Desk) -> object:
    return desk.read(review_of, desk.actor_id, IsoWeek.of(MONDAY), NOON)


def board(desk: Desk) -> object:
    return desk.read(board_of, MONDAY)


@pytest.mark.parametrize("question", [review, board])
def test_no_table_of_contacts_is_read_from_end_to_end(
    database: Database, desk: Desk, citizen_id: Key, question: Question
) -> None:
    asked = list[tuple[str, Any]]()

    def note(_c: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        asked.append((statement, values))

    event.listen(database.reader, "before_cursor_execute", note)
    question(desk)
    event.remove(database.reader, "before_cursor_execute", note)
    with database.reader.connect() as connection:
        steps = [
            (row[3], statement)
            for statement, values in asked
            if not statement.startswith("BEGIN")
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        ]
    assert steps
    assert [one for one in steps if WHOLE.search(one[0])] == []
