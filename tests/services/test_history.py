"""Who did what, as the journal tells it."""

from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.key import Key
from bostoette.services import citizens, history
from bostoette.services.desk import Desk


def told(desk: Desk, worker: Key | None = None) -> list[tuple[str, str]]:
    return [(line.who, line.what) for line in desk.read(history.latest, worker)]


def test_each_step_names_who_did_it_newest_first(
    desk: Desk, colleagues_desk: Desk, worker_id: Key
) -> None:
    desk.do(citizens.create, CitizenFields("Asta Mortensen", "A.M."))
    colleagues_desk.do(citizens.create, CitizenFields("Bo Nissen", "B.N."))
    desk.undo()
    assert told(desk)[:3] == [
        ("M.J.", "Fortrudt: Ny borger: A.M."),
        ("K.L.", "Ny borger: B.N."),
        ("M.J.", "Ny borger: A.M."),
    ]


def test_one_persons_steps_can_be_read_alone(
    desk: Desk, colleagues_desk: Desk, colleague_id: Key
) -> None:
    desk.do(citizens.create, CitizenFields("Asta Mortensen", "A.M."))
    colleagues_desk.do(citizens.create, CitizenFields("Bo Nissen", "B.N."))
    assert told(desk, colleague_id) == [("K.L.", "Ny borger: B.N.")]


def test_what_the_program_did_by_itself_is_the_programs(desk: Desk, citizen_id: Key) -> None:
    assert told(desk)[0] == ("programmet", "Ny borger")


def test_no_more_than_asked_for_are_read(desk: Desk) -> None:
    for number in range(4):
        desk.do(citizens.create, CitizenFields(f"Asta {number}", f"A.{number}"))
    assert len(desk.read(history.latest, None, 3)) == 3
