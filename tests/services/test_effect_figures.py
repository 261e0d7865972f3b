"""What contacts gave and whom citizens met, counted by hand (P17, P39, P44, P90, P91)."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bostoette.models.attendance import Attendance
from bostoette.models.contact import Contact
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_satisfaction import ContactSatisfaction
from bostoette.models.ffb import GoalType, Theme
from bostoette.models.figure_scope import Scope, ScopeKind, Section
from bostoette.models.goal import Aim, Goal, GoalTurn, NoteGoal, Wish
from bostoette.models.goal_kinds import GoalStatus, Independence
from bostoette.models.key import Key
from bostoette.models.note import Note
from bostoette.models.plan_error import PlanError
from bostoette.models.satisfaction import Satisfaction
from bostoette.planning.effect_report import HIDDEN
from bostoette.services.desk import Desk
from bostoette.store.journal import describe
from tests.clock import MONDAY
from tests.services.figures_asked import figure, holds, texts
from tests.twenty_contacts import PHONE, VIDEO, VISIT, add_contact, add_twenty

TEAM = Scope()
SIGNED = datetime(2026, 11, 23, 12, tzinfo=UTC)


def note_on(
    session: Session, contact: Contact, author: Key, signed: datetime, **fields: object
) -> Note:
    note = Note(
        contact_id=contact.id,
        citizen_id=contact.citizens[0].citizen_id,
        author_id=author,
        day=contact.day,
        form=contact.form,
        signed_at=signed,
        signed_by=author,
        **fields,
    )
    session.add(note)
    session.flush()
    describe(session, "Notat")
    return note


def a_goal(session: Session, citizen: Key, status: GoalStatus, worker: Key) -> Goal:
    wish = Wish(citizen_id=citizen, words="Jeg vil ud", said_on=MONDAY)
    session.add(wish)
    session.flush()
    aim = Aim(wish_id=wish.id, title="Ud")
    session.add(aim)
    session.flush()
    goal = Goal(
        aim_id=aim.id,
        citizen_id=citizen,
        words="Gå en tur",
        goal_type=GoalType.DEVELOP,
        theme=next(iter(Theme)),
        status=status,
        status_since=MONDAY,
    )
    session.add(goal)
    session.flush()
    session.add(GoalTurn(goal_id=goal.id, day=MONDAY, status=status, worker_id=worker))
    session.flush()
    describe(session, "Delmål")
    return goal


def test_every_face_a_citizen_met_counts_once(
    desk: Desk, worker_id: Key, colleague_id: Key, citizen_id: Key
) -> None:
    """Lately M.J. three times and K.L. once; a month before that K.L. again."""

    def add(session: Session) -> None:
        for start in (500, 600, 700):
            add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT, start=start)
        add_contact(session, colleague_id, (citizen_id,), MONDAY, PHONE, start=800)

    desk.upkeep(add)
    shown = figure(desk, TEAM, Section.PEOPLE, "workers")
    assert texts(shown, "Asta Mortensen") == ["2", "2"]
    assert shown.said.startswith("I gennemsnit 2,0 medarbejdere")
    holds(desk, shown)


def test_a_group_member_who_stayed_away_met_nobody(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    def add(session: Session) -> None:
        contact = add_contact(session, worker_id, (citizen_id,), MONDAY, ContactForm.GROUP_WALK)
        contact.citizens[0].attendance = Attendance.DID_NOT_COME
        session.flush()
        describe(session, "Udeblev")

    desk.upkeep(add)
    assert figure(desk, TEAM, Section.PEOPLE, "workers").lines == ()
    assert texts(figure(desk, TEAM, Section.PEOPLE, "notes"), "I alt")[0] == "0"


def test_notes_are_in_time_late_or_missing(desk: Desk, worker_id: Key, citizen_id: Key) -> None:
    """Held on Monday until 9.30: signed within 24 hours twice, later once, not at all once.

    What was held on Sunday evening is not due yet and not counted.
    """

    def add(session: Session) -> None:
        for signed in (
            datetime(2026, 11, 23, 9, tzinfo=UTC),
            datetime(2026, 11, 24, 8, 29, tzinfo=UTC),
            datetime(2026, 11, 24, 8, 31, tzinfo=UTC),
            None,
        ):
            contact = add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT)
            if signed is not None:
                note_on(session, contact, worker_id, signed)
        sunday = MONDAY + timedelta(days=6)
        add_contact(session, worker_id, (citizen_id,), sunday, PHONE, start=1000)

    desk.upkeep(add)
    shown = figure(desk, TEAM, Section.PEOPLE, "notes")
    assert texts(shown, "I alt") == ["4", "2 · 50 %", "1 · 25 %", "1 · 25 %"]
    holds(desk, shown)


def test_every_signed_note_is_counted_also_of_a_group_member_who_stayed_away(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    """Who did not come owes no note, but one that was written about her is written."""

    def add(session: Session) -> None:
        for noted in (True, False):
            contact = add_contact(session, worker_id, (citizen_id,), MONDAY, ContactForm.GROUP_WALK)
            contact.citizens[0].attendance = Attendance.DID_NOT_COME
            session.flush()
            if noted:
                note_on(session, contact, worker_id, datetime(2026, 11, 23, 9, tzinfo=UTC))
        describe(session, "Udeblev")

    desk.upkeep(add)
    shown = figure(desk, TEAM, Section.PEOPLE, "notes")
    assert texts(shown, "I alt") == ["1", "1 · 100 %", "0", "0"]
    holds(desk, shown)


def test_satisfaction_is_told_by_form_unless_there_are_too_few(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    """Six answers on video: four good, one ok, one bad, and once not asked; two on visits."""
    given = [
        *((VIDEO, one) for one in "gggg"),
        (VIDEO, "o"),
        (VIDEO, "b"),
        (VIDEO, "n"),
        (VISIT, "g"),
        (VISIT, "b"),
    ]
    words = dict(zip("gobn", Satisfaction, strict=True))

    def add(session: Session) -> None:
        for form, one in given:
            contact = add_contact(session, worker_id, (citizen_id,), MONDAY, form)
            contact.answers.append(
                ContactSatisfaction(
                    citizen_id=citizen_id,
                    answer=words[one],
                    asked_on=MONDAY,
                    noted_by=worker_id,
                )
            )
        session.flush()
        describe(session, "Svar")

    desk.upkeep(add)
    shown = figure(desk, TEAM, Section.EFFECT, "satisfaction")
    assert texts(shown, "Video") == ["6", "4 · 67 %", "1 · 17 %", "1 · 17 %", "1"]
    assert texts(shown, "Besøg") == ["2", "for få", "for få", "for få", "0"]
    assert texts(shown, "I alt") == ["8", "5 · 63 %", "1 · 13 %", "2 · 25 %", "1"]
    holds(desk, shown)


def test_wellbeing_is_an_average_by_form_unless_there_are_too_few(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    """Visits 2, 3, 3, 4, 5 are 3.4 on average; four calls are too few."""

    def add(session: Session) -> None:
        for form, scores in ((VISIT, (2, 3, 3, 4, 5)), (PHONE, (1, 1, 1, 1))):
            for score in scores:
                contact = add_contact(session, worker_id, (citizen_id,), MONDAY, form)
                note_on(session, contact, worker_id, SIGNED, wellbeing_score=score)

    desk.upkeep(add)
    shown = figure(desk, TEAM, Section.EFFECT, "wellbeing")
    assert texts(shown, "Besøg") == ["5", "3,4", "1 · 20 %", "2 · 40 %", "2 · 40 %"]
    assert texts(shown, "Telefon") == ["4", "for få (4)", "for få", "for få", "for få"]
    assert texts(shown, "I alt")[:2] == ["9", "2,3"]
    holds(desk, shown)


def test_independence_is_told_by_form_and_over_time(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    """Three alone, one with a prompt and one with help in visits of week 48."""
    steps = (*(Independence.ALONE,) * 3, Independence.WITH_PROMPT, Independence.WITH_HELP)

    def add(session: Session) -> None:
        goal = a_goal(session, citizen_id, GoalStatus.ACTIVE, worker_id)
        for step in steps:
            contact = add_contact(session, worker_id, (citizen_id,), MONDAY, VISIT)
            note = note_on(session, contact, worker_id, SIGNED)
            session.add(NoteGoal(note_id=note.id, goal_id=goal.id, independence=step))
        session.flush()
        describe(session, "Mærker")

    desk.upkeep(add)
    by_form = figure(desk, TEAM, Section.EFFECT, "independence")
    assert texts(by_form, "Besøg") == ["5", "3 · 60 %", "1 · 20 %", "1 · 20 %"]
    over_time = figure(desk, TEAM, Section.EFFECT, "independence-time")
    assert texts(over_time, "uge 48") == ["5", "3 · 60 %", "1 · 20 %", "1 · 20 %"]
    assert texts(over_time, "uge 47") == ["0", "0", "0", "0"]
    holds(desk, by_form)
    holds(desk, over_time)


def test_goals_are_counted_where_they_came_to_stand(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    def add(session: Session) -> None:
        for status in (GoalStatus.ACTIVE, GoalStatus.REACHED, GoalStatus.REACHED):
            a_goal(session, citizen_id, status, worker_id)

    desk.upkeep(add)
    shown = figure(desk, TEAM, Section.EFFECT, "goals")
    assert texts(shown, "Delmål") == ["1", "0", "2", "0"]
    assert shown.said == "2 delmål blev nået."
    holds(desk, shown)


def test_the_effect_report_is_of_the_whole_team_and_hides_one_citizen(
    desk: Desk, worker_id: Key, citizen_id: Key
) -> None:
    add_twenty(desk, worker_id, citizen_id)
    shown = figure(desk, TEAM, Section.REPORT, "mix")
    assert set(texts(shown, "I alt")) == {HIDDEN}
    assert not shown.openable
    with pytest.raises(PlanError, match="kun for hele teamet"):
        figure(desk, Scope(ScopeKind.CITIZEN, citizen_id), Section.REPORT, "mix")
