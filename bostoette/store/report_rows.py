"""What the notes of a citizen say, as rows for a status report: newest first."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from bostoette.models.goal import NoteGoal
from bostoette.models.key import Key
from bostoette.models.note import Note
from bostoette.store.note_rows import NOTE_TEXTS

_SAID = (
    select(Note.id, Note.day, NoteGoal.goal_id, *NOTE_TEXTS)
    .outerjoin(NoteGoal, NoteGoal.note_id == Note.id)
    .where(
        Note.citizen_id == bindparam("citizen"),
        Note.day > bindparam("first"),
        Note.day <= bindparam("last"),
        or_(*(text != "" for text in NOTE_TEXTS)),
    )
    .order_by(Note.day.desc(), Note.id.desc())
)


@dataclass(frozen=True, slots=True)
class SaidInNote:
    """What one note says, on one line, and the goals it tells of."""

    day: date
    text: str
    goals: frozenset[Key]


def said_in_notes(
    session: Session, citizen_id: Key, first: date, last: date
) -> tuple[SaidInNote, ...]:
    """Return what was written after a day and up to another."""
    texts: dict[Key, tuple[date, str]] = {}
    goals: dict[Key, set[Key]] = defaultdict(set)
    asked = {"citizen": citizen_id, "first": first, "last": last}
    for note, day, goal, *parts in session.connection().execute(_SAID, asked):
        texts[note] = (day, " ".join(" ".join(parts).split()))
        if goal is not None:
            goals[note].add(goal)
    return tuple(SaidInNote(*said, frozenset(goals[note])) for note, said in texts.items())
