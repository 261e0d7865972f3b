"""Figures are asked for in as many statements as they have questions, however much is counted."""

from typing import Any

import pytest
from sqlalchemy import event

from bostoette.models.figure_scope import Ask, Scope, ScopeKind, Section
from bostoette.models.key import Key
from bostoette.services.desk import Desk
from bostoette.services.figures import figures_of
from bostoette.store.database import Database
from tests.services.figures_asked import NOW, WEEKS
from tests.twenty_contacts import add_twenty

MOST = 14


def statements(database: Database, desk: Desk, ask: Ask, section: Section) -> int:
    seen = list[str]()

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    event.listen(database.reader, "before_cursor_execute", note)
    try:
        desk.read(figures_of, desk.actor_id, ask, section)
    finally:
        event.remove(database.reader, "before_cursor_execute", note)
    return sum(not statement.startswith("BEGIN") for statement in seen)


@pytest.mark.parametrize("section", Section)
def test_twenty_contacts_or_sixty_take_the_same_statements(
    database: Database,
    desk: Desk,
    worker_id: Key,
    colleague_id: Key,
    citizen_id: Key,
    section: Section,
) -> None:
    ask = Ask(Scope(), WEEKS, NOW)
    add_twenty(desk, worker_id, citizen_id)
    for_few = statements(database, desk, ask, section)
    add_twenty(desk, worker_id, citizen_id)
    add_twenty(desk, colleague_id, citizen_id)
    assert statements(database, desk, ask, section) == for_few <= MOST


@pytest.mark.parametrize("section", [one for one in Section if one is not Section.REPORT])
def test_a_worker_and_a_citizen_take_no_more_than_the_team(
    database: Database, desk: Desk, worker_id: Key, citizen_id: Key, section: Section
) -> None:
    add_twenty(desk, worker_id, citizen_id)
    for scope in (Scope(ScopeKind.WORKER, worker_id), Scope(ScopeKind.CITIZEN, citizen_id)):
        assert statements(database, desk, Ask(scope, WEEKS, NOW), section) <= MOST
