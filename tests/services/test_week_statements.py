"""A week is read in as many statements as it has questions, however much stands in it."""

from typing import Any

from sqlalchemy import event

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.services import contacts
from bostoette.services.desk import Desk
from bostoette.services.week import Week, week_of
from bostoette.store.database import Database
from tests.clock import MONDAY, At

WEEK = IsoWeek.of(MONDAY)


def read_counted(database: Database, desk: Desk, workers: tuple[Key, ...]) -> tuple[Week, int]:
    seen = list[str]()

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    event.listen(database.reader, "before_cursor_execute", note)
    try:
        shown = desk.read(week_of, workers, WEEK)
    finally:
        event.remove(database.reader, "before_cursor_execute", note)
    return shown, sum(not statement.startswith("BEGIN") for statement in seen)


def test_a_full_week_of_a_team_takes_no_more_statements_than_an_empty_one(
    database: Database, desk: Desk, worker_id: Key, colleague_id: Key, citizen_id: Key, at: At
) -> None:
    _, for_nothing = read_counted(database, desk, (worker_id,))
    for weekday in range(5):
        for start, worker in (("9.00", worker_id), ("11.00", colleague_id), ("13.00", worker_id)):
            fields = ContactFields(
                at(weekday, start, 60), ContactForm.PHYSICAL, "a purpose", (worker,), (citizen_id,)
            )
            desk.do(contacts.create, fields)
    shown, for_all = read_counted(database, desk, (worker_id, colleague_id))
    assert len(shown.contacts) == 15
    assert {citizen.name for one in shown.contacts for citizen in one.citizens} == {
        "Asta Mortensen"
    }
    assert for_all == for_nothing <= 6
