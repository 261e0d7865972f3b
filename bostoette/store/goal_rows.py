"""Questions about wishes, aims and goals, as rows."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.goal import Aim, ContactGoal, Goal, GoalTurn, NoteGoal, Wish
from bostoette.models.goal_kinds import GoalStatus
from bostoette.models.key import Key
from bostoette.models.note import Note
from bostoette.models.worker import Worker

_WISHES = (
    select(Wish.id, Wish.version, Wish.words, Wish.said_on)
    .where(Wish.citizen_id == bindparam("citizen"))
    .order_by(Wish.said_on, Wish.id)
)
_AIMS = (
    select(Aim.wish_id, Aim.id, Aim.version, Aim.title)
    .join(Wish, Wish.id == Aim.wish_id)
    .where(Wish.citizen_id == bindparam("citizen"))
    .order_by(Aim.id)
)
_GOALS = (
    select(
        Goal.id,
        Goal.version,
        Goal.aim_id,
        Goal.words,
        Goal.title,
        Goal.goal_type,
        Goal.theme,
        Goal.sub_theme,
        Goal.functioning,
        Goal.support,
        Goal.review_on,
        Goal.status,
        Goal.status_since,
        Goal.lost_on,
    )
    .where(Goal.citizen_id == bindparam("citizen"))
    .order_by(Goal.id)
)
_TURNS = (
    select(
        GoalTurn.goal_id,
        GoalTurn.day,
        GoalTurn.status,
        GoalTurn.reason,
        GoalTurn.reason_text,
        Worker.initials,
    )
    .join(Goal, Goal.id == GoalTurn.goal_id)
    .outerjoin(Worker, Worker.id == GoalTurn.worker_id)
    .where(Goal.citizen_id == bindparam("citizen"))
    .order_by(GoalTurn.day, GoalTurn.id)
)
_IN_PLAY = (
    select(Goal.id, Goal.words, Goal.title, Goal.theme, Goal.sub_theme, Goal.lost_on)
    .where(Goal.citizen_id == bindparam("citizen"), Goal.status == GoalStatus.ACTIVE)
    .order_by(Goal.id)
)
_AROUND = (
    select(Goal.id, Goal.words, Goal.title, Goal.theme, Goal.sub_theme, Goal.lost_on)
    .join(ContactCitizen, ContactCitizen.citizen_id == Goal.citizen_id)
    .where(ContactCitizen.contact_id == bindparam("contact"), Goal.status == GoalStatus.ACTIVE)
    .order_by(ContactCitizen.position, Goal.id)
)
_COUNTS = Contact.status.in_([status for status in ContactStatus if status.takes_time])
_LAST_SERVED = (
    select(func.max(Contact.day))
    .join(ContactGoal, ContactGoal.contact_id == Contact.id)
    .where(
        ContactGoal.goal_id == Goal.id,
        _COUNTS,
        Contact.status != ContactStatus.NO_SHOW,
        Contact.day <= bindparam("until"),
    )
    .correlate(Goal)
    .scalar_subquery()
)
_LAST_TOLD = (
    select(func.max(Note.day))
    .join(NoteGoal, NoteGoal.note_id == Note.id)
    .where(NoteGoal.goal_id == Goal.id)
    .correlate(Goal)
    .scalar_subquery()
)
_QUIET = (
    select(
        Goal.citizen_id,
        Citizen.initials,
        Goal.theme,
        Goal.sub_theme,
        Goal.status_since,
        _LAST_SERVED.label("served"),
        _LAST_TOLD.label("told"),
    )
    .join(Citizen, Citizen.id == Goal.citizen_id)
    .where(
        Goal.status == GoalStatus.ACTIVE,
        Goal.status_since < bindparam("since"),
        Citizen.status == CitizenStatus.ACTIVE,
        or_(
            Citizen.id.in_(bindparam("citizens", expanding=True)),
            Citizen.primary_worker_id.in_(bindparam("workers", expanding=True)),
        ),
    )
    .order_by(Citizen.initials, Goal.id)
)
_SERVED = (
    select(ContactGoal.goal_id)
    .where(ContactGoal.contact_id == bindparam("contact"))
    .order_by(ContactGoal.goal_id)
)
_TOLD = (
    select(NoteGoal.goal_id, Goal.words, NoteGoal.independence)
    .join(Goal, Goal.id == NoteGoal.goal_id)
    .where(NoteGoal.note_id == bindparam("note"))
    .order_by(NoteGoal.goal_id)
)


def wish_rows(session: Session, citizen_id: Key) -> Sequence[Any]:
    """Return a citizen's wishes, the oldest first."""
    return session.connection().execute(_WISHES, {"citizen": citizen_id}).all()


def aim_rows(session: Session, citizen_id: Key) -> Sequence[Any]:
    """Return the aims under a citizen's wishes, with the wish's key first."""
    return session.connection().execute(_AIMS, {"citizen": citizen_id}).all()


def goal_rows(session: Session, citizen_id: Key) -> Sequence[Any]:
    """Return all of a citizen's goals, the oldest first."""
    return session.connection().execute(_GOALS, {"citizen": citizen_id}).all()


def turn_rows(session: Session, citizen_id: Key) -> Sequence[Any]:
    """Return every turn of a citizen's goals in order, with the goal's key first."""
    return session.connection().execute(_TURNS, {"citizen": citizen_id}).all()


def in_play_rows(session: Session, citizen_id: Key) -> Sequence[Any]:
    """Return a citizen's active goals, the oldest first (P45)."""
    return session.connection().execute(_IN_PLAY, {"citizen": citizen_id}).all()


def around_rows(session: Session, contact_id: Key) -> Sequence[Any]:
    """Return the active goals of everybody in a contact."""
    return session.connection().execute(_AROUND, {"contact": contact_id}).all()


def goal_day_rows(
    session: Session,
    citizens: Collection[Key],
    workers: Collection[Key],
    since: date,
    until: date,
) -> Sequence[Any]:
    """Return the goals active since before a day, with the latest day that anything served them.

    Of these citizens and of those whose primary worker is one of these; plans up to ``until``.
    """
    asked = {"citizens": list(citizens), "workers": list(workers), "since": since, "until": until}
    return session.connection().execute(_QUIET, asked).all()


def served_by(session: Session, contact_id: Key) -> frozenset[Key]:
    """Return the goals that a contact serves."""
    return frozenset(session.connection().scalars(_SERVED, {"contact": contact_id}))


def told_by(session: Session, note_id: Key) -> Sequence[Any]:
    """Return the goals that a note tells of: key, words, and how far it was done alone."""
    return session.connection().execute(_TOLD, {"note": note_id}).all()
