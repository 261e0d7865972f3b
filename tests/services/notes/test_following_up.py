"""What a note asks and leads to: fields by form, visits, word to the leader, and agreements."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.contact_form import ContactForm
from bostoette.models.goal_fields import GoalFields, NewTurn
from bostoette.models.goal_kinds import GoalReason, GoalStatus, Independence
from bostoette.models.key import Key
from bostoette.models.note_fields import AnsweredAgreement, NewAgreement, NoteFields
from bostoette.models.note_kinds import (
    AgreementOutcome,
    Certainty,
    HomeImpression,
    RelationMark,
    SeenOrTold,
)
from bostoette.models.note_sheet import NoteInput
from bostoette.models.task import Task
from bostoette.models.worker import Worker
from bostoette.models.worker_kinds import WorkerRole
from bostoette.services import agreed, contact_panel, contacts, goals, note_sheet, tasks
from bostoette.services.desk import Desk
from bostoette.store import advice_rows
from bostoette.store.journal import describe
from tests.clock import MONDAY
from tests.services.notes.writing import TODAY, noted, sign
from tests.services.remote_hands import meet, plan

VISIT, PHONE, WALK = ContactForm.PHYSICAL, ContactForm.PHONE, ContactForm.WALK_TALK


def _tasks(desk: Desk, worker: Key | None = None) -> list[str]:
    found = desk.read(tasks.tasks_of, worker or desk.actor_id)
    return [one.text for one in found]


def _asks(desk: Desk, citizen: Key, form: ContactForm) -> tuple[NoteInput, ...]:
    contact = plan(desk, citizen, form, MONDAY)
    return desk.read(note_sheet.sheet_of, contact, citizen).asks


@pytest.mark.parametrize(
    ("form", "own"),
    [(VISIT, NoteInput.HOME), (PHONE, NoteInput.CERTAINTY), (WALK, NoteInput.BEEN_OUT)],
)
def test_the_fields_follow_the_form_and_are_never_more_than_five(
    desk: Desk, citizen_id: Key, form: ContactForm, own: NoteInput
) -> None:
    asks = _asks(desk, citizen_id, form)
    assert own in asks
    assert len({NoteInput.HOME, NoteInput.CERTAINTY}.intersection(asks)) <= 1
    assert len(asks) <= 5


def test_a_goal_is_asked_about_until_it_is_paused(desk: Desk, citizen_id: Key) -> None:
    wish = desk.do(goals.write_wish, citizen_id, "Jeg vil kunne lave mad", MONDAY)
    aim = desk.do(goals.add_aim, wish, "Daglige gøremål")
    fields = GoalFields(words="Lave aftensmad", title="Madlavning")
    goal = desk.do(goals.add_goal, aim, fields, MONDAY, desk.actor_id)
    assert NoteInput.GOALS in _asks(desk, citizen_id, VISIT)
    key = noted(desk, citizen_id, NoteFields("Mad", goals=((goal, Independence.WITH_PROMPT),)))
    (told,) = desk.read(goals.marked, key)
    assert told.independence is Independence.WITH_PROMPT
    paused = NewTurn(GoalStatus.PAUSED, GoalReason.NEEDS_CALM)
    desk.do(goals.turn, goal, paused, TODAY, desk.actor_id)
    assert NoteInput.GOALS not in _asks(desk, citizen_id, VISIT)


def test_the_citizens_own_answer_comes_before_the_workers_mark_of_the_relation(
    desk: Desk, citizen_id: Key
) -> None:
    """Both are due after four videos, and with a goal only one of them has room (P91, P16)."""
    wish = desk.do(goals.write_wish, citizen_id, "Jeg vil kunne lave mad", MONDAY)
    aim = desk.do(goals.add_aim, wish, "Daglige gøremål")
    fields = GoalFields(words="Lave aftensmad", title="Madlavning")
    desk.do(goals.add_goal, aim, fields, MONDAY, desk.actor_id)
    for day in range(3):
        noted(desk, citizen_id, form=ContactForm.VIDEO, day=MONDAY - timedelta(days=day + 1))
    contact = plan(desk, citizen_id, ContactForm.VIDEO, MONDAY)
    sheet = desk.read(note_sheet.sheet_of, contact, citizen_id)
    assert NoteInput.SATISFACTION in sheet.asks
    assert sheet.asks_more[0] is NoteInput.RELATION
    assert len(sheet.asks) == 5


def test_the_relation_is_asked_about_after_four_at_a_distance(desk: Desk, citizen_id: Key) -> None:
    for day in range(3):
        noted(desk, citizen_id, form=PHONE, day=MONDAY - timedelta(days=day + 1))
    assert NoteInput.RELATION in _asks(desk, citizen_id, PHONE)
    thinner = NoteFields("Snak", relation=RelationMark.THINNER)
    noted(desk, citizen_id, thinner, form=PHONE, day=MONDAY)
    assert any("tyndere" in text for text in _tasks(desk))


def test_what_needs_a_visit_or_is_unsure_proposes_one_that_falls_away_with_it(
    desk: Desk, citizen_id: Key
) -> None:
    unsure = NoteFields("Snak", certainty=Certainty.UNSURE, needs_visit=True)
    noted(desk, citizen_id, unsure, form=PHONE, day=MONDAY)
    (task,) = _tasks(desk)
    assert task.startswith("Besøg A.M. senest man. 30. nov.: ")
    assert "dukkede noget op" in task
    assert "usikker" in task
    noted(desk, citizen_id, NoteFields("Snak", needs_visit=True), form=PHONE, day=TODAY)
    assert len(_tasks(desk)) == 1
    meet(desk, citizen_id, TODAY)
    assert not _tasks(desk)


def _make_leader(session: Session) -> Key:
    leader = Worker(initials="L.L.", name="Lis Lund", role=WorkerRole.TEAM_LEADER)
    session.add(leader)
    session.flush()
    describe(session, "Ny medarbejder")
    return leader.id


def test_falling_wellbeing_proposes_a_visit_and_is_told_the_leader(
    desk: Desk, citizen_id: Key
) -> None:
    leader = desk.upkeep(_make_leader)
    for place, score in enumerate((4, 4, 3)):
        day = MONDAY - timedelta(days=5 - place)
        noted(desk, citizen_id, NoteFields("Snak", wellbeing_score=score), form=PHONE, day=day)
    assert not _tasks(desk)
    noted(desk, citizen_id, NoteFields("Snak", wellbeing_score=2), form=PHONE, day=MONDAY)
    assert "trivslen falder" in _tasks(desk)[0]
    assert _tasks(desk, leader) == ["Trivslen falder hos A.M.: tal med den, der skrev notatet"]


def test_a_worrying_home_is_told_the_leader(desk: Desk, citizen_id: Key) -> None:
    leader = desk.upkeep(_make_leader)
    noted(desk, citizen_id, NoteFields("Rod", home_impression=HomeImpression.WORRYING))
    assert "bekymrende" in _tasks(desk, leader)[0]
    assert not desk.read(
        lambda session: session.scalars(select(Task).where(Task.worker_id == desk.actor_id)).all()
    )


def test_after_two_times_told_an_agreement_is_to_be_seen(desk: Desk, citizen_id: Key) -> None:
    noted(desk, citizen_id, NoteFields(agreed=(NewAgreement("Vaske tøj"),)), form=PHONE)

    def told() -> None:
        (one,) = desk.read(agreed.listed_open, citizen_id)
        answer = AnsweredAgreement(one.id, AgreementOutcome.PARTLY, SeenOrTold.TOLD)
        noted(desk, citizen_id, NoteFields(answered=(answer,)), form=PHONE)

    told()
    assert not desk.read(agreed.listed_open, citizen_id)[0].ask_seen
    told()
    (one,) = desk.read(agreed.listed_open, citizen_id)
    assert (one.ask_seen, one.ever_seen, one.told_in_row) == (True, False, 2)


def test_a_home_that_was_not_seen_leaves_its_clock_where_it_stood(
    desk: Desk, citizen_id: Key
) -> None:
    seen = NoteFields("Ryddet op", home_impression=HomeImpression.OK)
    noted(desk, citizen_id, seen, day=MONDAY - timedelta(days=20))
    not_seen = NoteFields("Mødtes ved døren", home_impression=HomeImpression.NOT_SEEN)
    noted(desk, citizen_id, not_seen, day=MONDAY)

    def last_seen(session: Session) -> date | None:
        days = (MONDAY + timedelta(days=1), MONDAY + timedelta(days=2))
        found = advice_rows.histories(session, [citizen_id], [desk.actor_id], days, MONDAY)
        return found[citizen_id].home_seen

    assert desk.read(last_seen) == MONDAY - timedelta(days=20)


def test_agreements_stand_on_the_next_agenda_and_what_was_only_told_on_the_next_visits(
    desk: Desk, citizen_id: Key
) -> None:
    call = plan(desk, citizen_id, PHONE, TODAY)
    visit = plan(desk, citizen_id, VISIT, TODAY + timedelta(days=2))
    noted(desk, citizen_id, NoteFields(agreed=(NewAgreement("Vaske tøj"),)), form=PHONE)

    def agenda(contact: Key) -> tuple[str, ...]:
        return desk.read(contacts.details, contact).fields.agenda

    assert (agenda(call), agenda(visit)) == (("Vaske tøj",), ())
    (one,) = desk.read(agreed.listed_open, citizen_id)
    told = AnsweredAgreement(one.id, AgreementOutcome.DONE, SeenOrTold.TOLD)
    sign(desk, call, citizen_id, NoteFields(answered=(told,)))
    assert agenda(visit) == ("Se, om det er gjort: Vaske tøj",)
    shown = desk.read(contact_panel.panel_of, call)
    assert shown is not None
    assert shown.agenda[0].done
