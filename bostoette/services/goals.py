"""What a person can do with wishes, aims and goals (P45): write, change, pause, reach, drop."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from bostoette.models.cpr_refused import refuse_cpr
from bostoette.models.goal import Aim, ContactGoal, Goal, GoalTurn, NoteGoal, Wish
from bostoette.models.goal_fields import (
    STILL_THERE,
    GoalFields,
    GoalInPlay,
    MarkedGoal,
    NewTurn,
    StoredAim,
    StoredGoal,
    StoredWish,
    Turn,
)
from bostoette.models.goal_kinds import GoalStatus, Independence
from bostoette.models.key import Key
from bostoette.models.note import Note
from bostoette.models.plan_error import PlanError
from bostoette.services.conditions import conditions_in_force
from bostoette.services.contacts import open_contact, whom
from bostoette.services.open_citizen import open_citizen
from bostoette.services.stale import check_version
from bostoette.store.goal_rows import (
    aim_rows,
    around_rows,
    goal_rows,
    in_play_rows,
    served_by,
    told_by,
    turn_rows,
    wish_rows,
)
from bostoette.store.journal import describe

R = TypeVar("R", Wish, Aim, Goal)
_FIELDS = (
    "words",
    "title",
    "goal_type",
    "theme",
    "sub_theme",
    "functioning",
    "support",
    "review_on",
)
_ACTS = {
    GoalStatus.ACTIVE: "Tag mål op igen",
    GoalStatus.PAUSED: "Sæt mål på pause",
    GoalStatus.REACHED: "Mål nået",
    GoalStatus.DROPPED: "Opgiv mål",
}
_ORDER = (GoalStatus.ACTIVE, GoalStatus.PAUSED, GoalStatus.REACHED, GoalStatus.DROPPED)
_ACTIVE = (
    select(func.count())
    .select_from(Goal)
    .where(Goal.citizen_id == bindparam("citizen"), Goal.status == GoalStatus.ACTIVE)
)


def goals_of(session: Session, citizen_id: Key) -> tuple[StoredWish, ...]:
    """Return a citizen's wishes with their aims and goals, in four statements."""
    turns: dict[Key, list[Turn]] = defaultdict(list)
    for goal, day, status, reason, text, by in turn_rows(session, citizen_id):
        turns[goal].append(Turn(day, status, reason, text, by or ""))
    goals: dict[Key, list[StoredGoal]] = defaultdict(list)
    for row in goal_rows(session, citizen_id):
        goals[row.aim_id].append(_stored(row, turns[row.id]))
    aims: dict[Key, list[StoredAim]] = defaultdict(list)
    for wish, key, version, title in aim_rows(session, citizen_id):
        aims[wish].append(StoredAim(key, version, title, _in_order(goals[key])))
    return tuple(
        StoredWish(key, version, words, said_on, tuple(sorted(aims[key], key=_at_rest)))
        for key, version, words, said_on in wish_rows(session, citizen_id)
    )


def in_play(session: Session, citizen_id: Key) -> tuple[GoalInPlay, ...]:
    """Return a citizen's active goals; paused ones never appear (P45)."""
    return tuple(
        GoalInPlay(key, words, title, theme, sub_theme, lost is not None)
        for key, words, title, theme, sub_theme, lost in in_play_rows(session, citizen_id)
    )


def most_active(session: Session) -> int:
    """Return how many goals may be active before one more warns (P45)."""
    return conditions_in_force(session).rules.rules["P45"].numbers["active_goals"].value


def write_wish(session: Session, citizen_id: Key, words: str, said_on: date) -> Key:
    """Note a wish in the citizen's own words; return its key."""
    words = _typed(words, "Skriv ønsket med borgerens egne ord.")
    who = open_citizen(session, citizen_id).initials
    wish = Wish(citizen_id=citizen_id, words=words, said_on=said_on)
    session.add(wish)
    session.flush()
    describe(session, f"Nyt ønske fra {who}")
    return wish.id


def change_wish(session: Session, wish_id: Key, version: int, words: str) -> None:
    """Correct a wish's words; raises ChangedMeanwhile when it is stale."""
    words = _typed(words, "Skriv ønsket med borgerens egne ord.")
    wish = _open(session, Wish, wish_id)
    check_version(wish.version, version)
    wish.words = words
    describe(session, f"Ret ønske fra {open_citizen(session, wish.citizen_id).initials}")


def add_aim(session: Session, wish_id: Key, title: str) -> Key:
    """Set an aim under a wish; return its key."""
    title = _typed(title, "Skriv indsatsmålet.")
    wish = _open(session, Wish, wish_id)
    aim = Aim(wish_id=wish_id, title=title)
    session.add(aim)
    session.flush()
    describe(session, f"Nyt indsatsmål for {open_citizen(session, wish.citizen_id).initials}")
    return aim.id


def change_aim(session: Session, aim_id: Key, version: int, title: str) -> None:
    """Correct an aim's title; raises ChangedMeanwhile when it is stale."""
    title = _typed(title, "Skriv indsatsmålet.")
    aim = _open(session, Aim, aim_id)
    check_version(aim.version, version)
    aim.title = title
    describe(session, f"Ret indsatsmål for {_whose_aim(session, aim)}")


def add_goal(session: Session, aim_id: Key, fields: GoalFields, today: date, by: Key) -> Key:
    """Set a goal under an aim, active from today; return its key.

    One more than the limit is allowed: the page has warned of it (P45).
    """
    fields.check()
    wish = _open(session, Wish, _open(session, Aim, aim_id).wish_id)
    goal = Goal(aim_id=aim_id, citizen_id=wish.citizen_id, status_since=today)
    goal.status = GoalStatus.ACTIVE
    _fill(goal, fields)
    session.add(goal)
    session.flush()
    session.add(GoalTurn(goal_id=goal.id, day=today, status=GoalStatus.ACTIVE, worker_id=by))
    describe(session, f"Nyt delmål for {_whose(session, goal)}")
    return goal.id


def change_goal(session: Session, goal_id: Key, version: int, fields: GoalFields) -> None:
    """Correct a goal; raises ChangedMeanwhile when it is stale."""
    fields.check()
    goal = _open(session, Goal, goal_id)
    check_version(goal.version, version)
    _fill(goal, fields)
    describe(session, f"Ret delmål for {_whose(session, goal)}")


def turn(session: Session, goal_id: Key, to: NewTurn, today: date, by: Key) -> None:
    """Pause, reach, drop or take up a goal; all but the last need a reason (P45).

    Raises PlanError where it stands there already or no reason is given.
    """
    to.check()
    goal = _open(session, Goal, goal_id)
    if goal.status is to.status:
        raise PlanError(f"Målet er allerede {to.status.danish}. Intet er ændret.")
    goal.status, goal.status_since = to.status, today
    text = to.reason_text.strip()
    session.add(
        GoalTurn(
            goal_id=goal_id,
            day=today,
            status=to.status,
            reason=to.reason,
            reason_text=text,
            worker_id=by,
        )
    )
    describe(session, f"{_ACTS[to.status]}: {_whose(session, goal)}")


def note_lost(session: Session, goal_id: Key, lost_on: date | None) -> None:
    """Mark that something was lost on a goal since a break, or take the mark away (P41)."""
    goal = _open(session, Goal, goal_id)
    if goal.lost_on != lost_on:
        goal.lost_on = lost_on
        said = "Fjern mærket for tabt siden pausen" if lost_on is None else "Tabt siden pausen"
        describe(session, f"{said}: {_whose(session, goal)}")


def goals_served(session: Session, contact_id: Key) -> frozenset[Key]:
    """Return the goals that a contact serves."""
    return served_by(session, contact_id)


def goals_around(session: Session, contact_id: Key) -> tuple[GoalInPlay, ...]:
    """Return the active goals of everybody who takes part in a contact."""
    return tuple(
        GoalInPlay(key, words, title, theme, sub_theme, lost is not None)
        for key, words, title, theme, sub_theme, lost in around_rows(session, contact_id)
    )


def serve(session: Session, contact_id: Key, goals: Collection[Key]) -> None:
    """Point a contact to the goals that it serves, and to no other.

    Raises PlanError where a goal belongs to somebody who is not part of the contact.
    """
    contact = open_contact(session, contact_id)
    taking_part = {part.citizen_id for part in contact.citizens}
    for key in goals:
        if _open(session, Goal, key).citizen_id not in taking_part:
            raise PlanError(
                "Målet hører til en borger, som ikke er med i kontakten. Intet er ændret; "
                "vælg et af de mål, der vises."
            )
    before = {link.goal_id for link in contact.goals}
    if before == set(goals):
        return
    contact.goals[:] = [
        *(link for link in contact.goals if link.goal_id in goals),
        *(ContactGoal(contact_id=contact_id, goal_id=key) for key in sorted(set(goals) - before)),
    ]
    describe(session, f"Vælg mål for kontakten med {whom(session, contact)}")


def mark(
    session: Session, note_id: Key, goal_id: Key, independence: Independence | None = None
) -> None:
    """Let a note tell of a goal, and how far the citizen did it herself (P44).

    For whoever signs the note, in the same step. Raises PlanError where the goal is not in play
    or belongs to somebody else: a paused goal asks for nothing (P45).
    """
    note, goal = session.get(Note, note_id), _open(session, Goal, goal_id)
    hers = note is not None and goal.citizen_id == note.citizen_id
    if not hers or goal.status is not GoalStatus.ACTIVE:
        raise PlanError(f"Målet er ikke i gang for borgeren. {STILL_THERE} Vælg et andet mål.")
    marked = session.get(NoteGoal, (note_id, goal_id))
    if marked is None:
        session.add(NoteGoal(note_id=note_id, goal_id=goal_id, independence=independence))
    else:
        marked.independence = independence
    describe(session, f"Mål i notat: {_whose(session, goal)}")


def marked(session: Session, note_id: Key) -> tuple[MarkedGoal, ...]:
    """Return the goals that a note tells of."""
    return tuple(MarkedGoal(*row) for row in told_by(session, note_id))


def active_count(session: Session, citizen_id: Key) -> int:
    """Count a citizen's active goals."""
    return session.connection().scalar(_ACTIVE, {"citizen": citizen_id}) or 0


def _typed(text: str, missing: str) -> str:
    refuse_cpr(text)
    words = " ".join(text.split())
    if not words:
        raise PlanError(f"{missing} {STILL_THERE}")
    return words


def _open(session: Session, kind: type[R], key: Key) -> R:
    row = session.get(kind, key)
    if row is None:
        raise PlanError(
            "Målet findes ikke længere. Andet er ikke ændret; se borgeren efter en gang til."
        )
    return row


def _whose(session: Session, goal: Goal) -> str:
    return open_citizen(session, goal.citizen_id).initials


def _whose_aim(session: Session, aim: Aim) -> str:
    return open_citizen(session, _open(session, Wish, aim.wish_id).citizen_id).initials


def _fill(goal: Goal, fields: GoalFields) -> None:
    for name in _FIELDS:
        value = getattr(fields, name)
        setattr(goal, name, " ".join(value.split()) if name in {"words", "title"} else value)


def _stored(row: Any, turns: Iterable[Turn]) -> StoredGoal:
    fields = GoalFields(**{name: getattr(row, name) for name in _FIELDS})
    return StoredGoal(
        row.id,
        row.version,
        row.aim_id,
        fields,
        row.status,
        row.status_since,
        row.lost_on,
        tuple(turns),
    )


def _at_rest(aim: StoredAim) -> bool:
    """Tell whether none of an aim's goals is in play; such aims come last."""
    return not any(goal.status is GoalStatus.ACTIVE for goal in aim.goals)


def _in_order(goals: Iterable[StoredGoal]) -> tuple[StoredGoal, ...]:
    return tuple(sorted(goals, key=lambda goal: _ORDER.index(goal.status)))
