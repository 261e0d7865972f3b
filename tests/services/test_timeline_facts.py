"""A citizen's contacts are chosen by who held or noted them, and by the goals they served."""

from datetime import timedelta

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.note_fields import NoteFields
from bostoette.services import citizens, contacts, goals
from bostoette.services.desk import Desk
from bostoette.services.timeline_facts import timeline_facts
from tests.clock import MONDAY
from tests.services.notes.writing import TODAY, noted, sign
from tests.services.remote_hands import plan
from tests.services.test_goals import DISHES


def test_contacts_are_found_by_who_held_or_noted_them(
    desk: Desk, colleagues_desk: Desk, citizen_id: Key
) -> None:
    mine = plan(desk, citizen_id, ContactForm.PHONE, MONDAY)
    sign(colleagues_desk, mine, citizen_id, NoteFields("Noteret af en anden"))
    theirs = plan(desk, citizen_id, ContactForm.PHONE, TODAY, workers=(colleagues_desk.actor_id,))
    other = desk.do(citizens.create, CitizenFields("Bo Lund"))
    noted(desk, other)
    found = {one.words: one.contacts for one in desk.look(timeline_facts, citizen_id).workers}
    assert found == {"K.L.": frozenset({mine, theirs}), "M.J.": frozenset({mine})}


def test_contacts_are_found_by_the_goals_they_served_or_their_notes_tell_of(
    desk: Desk, citizen_id: Key
) -> None:
    wish = desk.do(goals.write_wish, citizen_id, "Gæster", MONDAY)
    aim = desk.do(goals.add_aim, wish, "Hjem")
    goal = desk.do(goals.add_goal, aim, DISHES, MONDAY, desk.actor_id)
    served = plan(desk, citizen_id, ContactForm.PHYSICAL, MONDAY)
    plan(desk, citizen_id, ContactForm.PHONE, MONDAY + timedelta(days=2))
    desk.do(goals.serve, served, {goal})
    (found,) = desk.look(timeline_facts, citizen_id).goals
    assert (found.words, set(found.contacts)) == (DISHES.words, {served})
    assert found.discreet_words not in {"", DISHES.words}
    desk.do(contacts.hold, served)
    assert desk.look(timeline_facts, citizen_id).goals[0].contacts == frozenset({served})
