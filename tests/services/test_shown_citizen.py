"""A citizen's page is read in as many statements, however much was held with her."""

from typing import Any

from sqlalchemy import event

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.services import contacts
from bostoette.services.desk import Desk
from bostoette.services.program_file import seed_lists
from bostoette.services.shown_citizen import ShownCitizen, shown_citizen
from bostoette.store.database import Database
from tests.clock import MONDAY, At


def asked_for(database: Database, desk: Desk, citizen: Key) -> tuple[ShownCitizen, list[str]]:
    asked = list[str]()

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)

    event.listen(database.reader, "before_cursor_execute", note)
    shown = desk.read(shown_citizen, citizen, desk.actor_id, "support_conversation", MONDAY)
    event.remove(database.reader, "before_cursor_execute", note)
    return shown, asked


def test_ten_contacts_take_no_more_statements_than_none(
    database: Database, desk: Desk, worker_id: Key, citizen_id: Key, at: At
) -> None:
    desk.upkeep(seed_lists, "test")
    _, for_none = asked_for(database, desk, citizen_id)
    for week in range(10):
        fields = ContactFields(
            at(-7 * week, "9.00", 60),
            ContactForm.PHYSICAL,
            "a purpose",
            (worker_id,),
            (citizen_id,),
        )
        desk.do(contacts.create, fields)
    shown, for_ten = asked_for(database, desk, citizen_id)
    assert len(shown.page.contacts) == 10
    assert shown.advised is not None
    assert len(for_ten) == len(for_none)


def test_she_herself_is_read_once(database: Database, desk: Desk, citizen_id: Key) -> None:
    desk.upkeep(seed_lists, "test")
    _, asked = asked_for(database, desk, citizen_id)
    herself = [one for one in asked if "FROM citizen \nWHERE citizen.id = ?" in one]
    assert len(herself) == 1


def test_meetings_with_a_worker_are_found_without_looking_at_those_of_others(
    database: Database, desk: Desk, citizen_id: Key
) -> None:
    desk.upkeep(seed_lists, "test")
    _, asked = asked_for(database, desk, citizen_id)
    (counting,) = [one for one in asked if "GROUP BY contact_citizen.citizen_id, contact_w" in one]
    with database.reader.connect() as connection:
        nothing = (None,) * counting.count("?")
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {counting}", nothing)
        looked_up = [row[3].split()[1] for row in plan if row[3].startswith("SEARCH")]
    assert looked_up.index("contact_worker") < looked_up.index("contact")


def test_a_purpose_that_is_not_offered_is_advised_on_as_the_first_one(
    desk: Desk, citizen_id: Key
) -> None:
    desk.upkeep(seed_lists, "test")
    shown = desk.read(shown_citizen, citizen_id, desk.actor_id, "gone", MONDAY)
    assert shown.advised is not None
    assert shown.advised.purpose == shown.advised.purposes[0].id


def test_whether_she_has_notes_is_not_asked_contact_by_contact(
    database: Database, desk: Desk, citizen_id: Key
) -> None:
    desk.upkeep(seed_lists, "test")
    _, asked = asked_for(database, desk, citizen_id)
    each = [one for one in asked if "FROM contact_citizen" in one and "EXISTS (SELECT" in one]
    assert [one for one in each if "note.citizen_id = contact_citizen.citizen_id" in one] == []
