"""Wishes, aims and goals: the citizen's words first, paused ones out of play (P45)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.ffb import GoalType, SubTheme, Theme
from bostoette.models.goal_fields import GoalFields, NewTurn
from bostoette.models.goal_kinds import GoalReason, GoalStatus, Independence
from bostoette.models.key import Key
from bostoette.models.note_fields import NoteFields
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.services import contacts, goals, notes
from bostoette.services.desk import Desk
from tests.clock import MONDAY, At

DISHES = GoalFields(
    "Jeg vil have et køkken, jeg tør vise frem",
    "Vasker op hver anden dag",
    GoalType.DEVELOP,
    Theme.PRACTICAL,
    SubTheme.CLEAN,
    review_on=date(2027, 2, 1),
)
CALM = NewTurn(GoalStatus.PAUSED, GoalReason.NEEDS_CALM)


@pytest.fixture
def aim_id(desk: Desk, citizen_id: Key) -> Key:
    wish = desk.do(goals.write_wish, citizen_id, "Jeg vil kunne have gæster", MONDAY)
    return desk.do(goals.add_aim, wish, "Holde hjemmet i orden")


@pytest.fixture
def goal_id(desk: Desk, aim_id: Key, worker_id: Key) -> Key:
    return desk.do(goals.add_goal, aim_id, DISHES, MONDAY, worker_id)


def test_a_wish_holds_its_aims_and_they_their_goals(
    desk: Desk, citizen_id: Key, aim_id: Key, goal_id: Key
) -> None:
    (wish,) = desk.read(goals.goals_of, citizen_id)
    (aim,) = wish.aims
    (goal,) = aim.goals
    assert (wish.words, aim.title, aim.id) == (
        "Jeg vil kunne have gæster",
        "Holde hjemmet i orden",
        aim_id,
    )
    assert (goal.id, goal.fields, goal.status) == (goal_id, DISHES, GoalStatus.ACTIVE)
    assert [(one.day, one.status, one.by) for one in goal.turns] == [
        (MONDAY, GoalStatus.ACTIVE, "M.J.")
    ]
    assert desk.undo() == "Nyt delmål for A.M."
    assert not desk.read(goals.in_play, citizen_id)


def test_a_paused_goal_is_out_of_play_until_it_is_taken_up_again(
    desk: Desk, citizen_id: Key, goal_id: Key, worker_id: Key
) -> None:
    later = MONDAY + timedelta(days=7)
    desk.do(goals.turn, goal_id, CALM, MONDAY, worker_id)
    assert not desk.read(goals.in_play, citizen_id)
    desk.do(goals.turn, goal_id, NewTurn(GoalStatus.ACTIVE), later, worker_id)
    assert [one.id for one in desk.read(goals.in_play, citizen_id)] == [goal_id]
    (wish,) = desk.read(goals.goals_of, citizen_id)
    turns = wish.aims[0].goals[0].turns
    assert [(one.status, one.said) for one in turns] == [
        (GoalStatus.ACTIVE, ""),
        (GoalStatus.PAUSED, "Der er brug for ro"),
        (GoalStatus.ACTIVE, ""),
    ]
    assert desk.undo() == "Tag mål op igen: A.M."
    assert desk.undo() == "Sæt mål på pause: A.M."
    assert [one.id for one in desk.read(goals.in_play, citizen_id)] == [goal_id]


def test_a_goal_is_not_left_without_a_reason(desk: Desk, goal_id: Key, worker_id: Key) -> None:
    for reason, text in (
        (None, ""),
        (GoalReason.DOES_IT_ALONE, ""),
        (GoalReason.OTHER, " "),
    ):
        to = NewTurn(GoalStatus.DROPPED, reason, text)
        with pytest.raises(PlanError, match="grund"):
            desk.do(goals.turn, goal_id, to, MONDAY, worker_id)
    with pytest.raises(PlanError, match="allerede i gang"):
        desk.do(goals.turn, goal_id, NewTurn(GoalStatus.ACTIVE), MONDAY, worker_id)


def test_a_goal_is_corrected_and_a_stale_one_is_not_overwritten(
    desk: Desk, colleagues_desk: Desk, citizen_id: Key, goal_id: Key
) -> None:
    (wish,) = desk.read(goals.goals_of, citizen_id)
    seen = wish.aims[0].goals[0].version
    theirs = GoalFields("Jeg vil kunne finde mine ting", theme=Theme.PRACTICAL)
    colleagues_desk.do(goals.change_goal, goal_id, seen, theirs)
    with pytest.raises(PlanError, match="Intet er overskrevet"):
        desk.do(goals.change_goal, goal_id, seen, DISHES)
    assert desk.read(goals.in_play, citizen_id)[0].words == theirs.words


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (GoalFields(" "), "egne ord"),
        (GoalFields("Spise", theme=Theme.PRACTICAL, sub_theme=SubTheme.EAT), "andet tema"),
    ],
)
def test_what_is_no_goal_is_refused(
    desk: Desk, aim_id: Key, worker_id: Key, wrong: GoalFields, sentence: str
) -> None:
    with pytest.raises(PlanError, match=sentence):
        desk.do(goals.add_goal, aim_id, wrong, MONDAY, worker_id)


def test_a_wish_and_an_aim_are_corrected(desk: Desk, citizen_id: Key, aim_id: Key) -> None:
    (wish,) = desk.read(goals.goals_of, citizen_id)
    desk.do(goals.change_wish, wish.id, wish.version, "Jeg vil have gæster om søndagen")
    desk.do(goals.change_aim, aim_id, wish.aims[0].version, "Holde stuen i orden")
    (wish,) = desk.read(goals.goals_of, citizen_id)
    assert wish.words == "Jeg vil have gæster om søndagen"
    assert wish.aims[0].title == "Holde stuen i orden"
    with pytest.raises(PlanError, match="indsatsmålet"):
        desk.do(goals.add_aim, wish.id, "  ")


def test_a_contact_points_to_the_goals_it_serves_and_is_still_deleted_whole(
    desk: Desk, citizen_id: Key, worker_id: Key, goal_id: Key, at: At
) -> None:
    fields = ContactFields(
        at(0, "10.00", 60),
        ContactForm.PHYSICAL,
        "support_conversation",
        (worker_id,),
        (citizen_id,),
    )
    contact = desk.do(contacts.create, fields)
    desk.do(goals.serve, contact, {goal_id})
    assert desk.read(goals.goals_served, contact) == {goal_id}
    desk.do(contacts.delete, contact)
    assert not desk.read(goals.goals_served, contact)
    desk.undo()
    assert desk.read(goals.goals_served, contact) == {goal_id}
    desk.do(goals.serve, contact, frozenset())
    assert not desk.read(goals.goals_served, contact)


def test_what_comes_of_a_contact_serves_the_same_goals(
    desk: Desk, citizen_id: Key, worker_id: Key, goal_id: Key, at: At
) -> None:
    fields = ContactFields(
        at(0, "10.00", 60),
        ContactForm.PHYSICAL,
        "support_conversation",
        (worker_id,),
        (citizen_id,),
    )
    contact = desk.do(contacts.create, fields)
    desk.do(goals.serve, contact, {goal_id})
    copy = desk.do(contacts.duplicate, contact)
    span = at(0, "10.00", 30)
    call = desk.do(contacts.convert, contact, form=ContactForm.PHONE, to=span, reason="Syg")
    for key in (copy, call):
        assert desk.read(goals.goals_served, key) == {goal_id}


def test_a_contact_serves_no_goal_of_somebody_else(
    desk: Desk, worker_id: Key, goal_id: Key, at: At
) -> None:
    fields = ContactFields(
        at(0, "10.00", 60), ContactForm.HOTLINE, "support_conversation", (worker_id,), ()
    )
    contact = desk.do(contacts.create, fields)
    with pytest.raises(PlanError, match="ikke er med"):
        desk.do(goals.serve, contact, {goal_id})


def test_what_was_lost_since_a_break_is_marked_and_taken_away_again(
    desk: Desk, citizen_id: Key, goal_id: Key
) -> None:
    desk.do(goals.note_lost, goal_id, MONDAY)
    assert desk.read(goals.in_play, citizen_id)[0].lost
    desk.do(goals.note_lost, goal_id, None)
    assert not desk.read(goals.in_play, citizen_id)[0].lost


def test_the_fourth_active_goal_is_one_too_many(
    desk: Desk, citizen_id: Key, aim_id: Key, worker_id: Key
) -> None:
    for number in range(4):
        desk.do(goals.add_goal, aim_id, GoalFields(f"Mål {number}"), MONDAY, worker_id)
    assert desk.read(goals.active_count, citizen_id) == 4
    assert desk.read(goals.most_active) == 3


def test_a_note_tells_how_far_she_did_it_alone(
    desk: Desk, citizen_id: Key, worker_id: Key, goal_id: Key, at: At
) -> None:
    note = desk.do(_note, citizen_id, worker_id, at(0, "10.00", 60))
    desk.do(goals.mark, note, goal_id, Independence.WITH_HELP)
    desk.do(goals.mark, note, goal_id, Independence.WITH_PROMPT)
    (told,) = desk.read(goals.marked, note)
    assert (told.goal_id, told.words, told.independence) == (
        goal_id,
        DISHES.words,
        Independence.WITH_PROMPT,
    )


def test_a_note_tells_nothing_of_a_paused_goal(
    desk: Desk, citizen_id: Key, worker_id: Key, goal_id: Key, at: At
) -> None:
    note = desk.do(_note, citizen_id, worker_id, at(0, "10.00", 60))
    desk.do(goals.turn, goal_id, CALM, MONDAY, worker_id)
    with pytest.raises(PlanError, match="ikke i gang"):
        desk.do(goals.mark, note, goal_id, None)


def _note(session: Session, citizen_id: Key, worker_id: Key, span: TimeSpan) -> Key:
    contact = contacts.create(
        session,
        ContactFields(
            span, ContactForm.PHYSICAL, "support_conversation", (worker_id,), (citizen_id,)
        ),
    )
    return notes.sign(
        session,
        contact,
        citizen_id,
        NoteFields(text="Vaskede op"),
        by=worker_id,
        at=datetime(2026, 11, 23, 12, 0, tzinfo=UTC),
        today=span.day,
    )
