"""Questions about how things went for a citizen over time, as rows."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.goal import Goal, NoteGoal
from bostoette.models.goal_kinds import GoalStatus
from bostoette.models.key import Key
from bostoette.models.note import Note

_MARKS = (
    select(NoteGoal.goal_id, Note.day, NoteGoal.independence)
    .join(Note, Note.id == NoteGoal.note_id)
    .where(
        Note.citizen_id == bindparam("citizen"),
        Note.day >= bindparam("first"),
        NoteGoal.independence.is_not(None),
    )
    .order_by(Note.day, Note.id)
)
_WELLBEING = (
    select(Note.citizen_id, Note.day, Note.form, Note.wellbeing_score)
    .where(
        Note.citizen_id.in_(bindparam("citizens", expanding=True)),
        Note.day >= bindparam("first"),
        Note.wellbeing_score.is_not(None),
    )
    .order_by(Note.day, Note.id)
)
_CANDIDATES = (
    select(
        Goal.id,
        Goal.citizen_id,
        Citizen.initials,
        Citizen.name,
        Goal.theme,
        Goal.sub_theme,
        Note.day,
        NoteGoal.independence,
    )
    .join(NoteGoal, NoteGoal.goal_id == Goal.id)
    .join(Note, Note.id == NoteGoal.note_id)
    .join(Citizen, Citizen.id == Goal.citizen_id)
    .where(
        Goal.status == GoalStatus.ACTIVE,
        Citizen.status == CitizenStatus.ACTIVE,
        Note.day >= bindparam("first"),
        NoteGoal.independence.is_not(None),
    )
    .order_by(Citizen.initials, Goal.id, Note.day)
)


def mark_rows(session: Session, citizen_id: Key, first: date) -> Sequence[Any]:
    """Return a citizen's marks since a day in order: goal, day, how far she did it herself."""
    asked = {"citizen": citizen_id, "first": first}
    return session.connection().execute(_MARKS, asked).all()


def wellbeing_rows(session: Session, citizens: Collection[Key], first: date) -> Sequence[Any]:
    """Return the wellbeing marks of citizens since a day in order of time."""
    asked = {"citizens": list(citizens), "first": first}
    return session.connection().execute(_WELLBEING, asked).all()


def candidate_rows(session: Session, first: date) -> Sequence[Any]:
    """Return the marks of every active goal of active citizens since a day."""
    return session.connection().execute(_CANDIDATES, {"first": first}).all()
