"""Who did what: the newest steps of the journal, as a person reads them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.journal import JournalStep, StepKind
from bostoette.models.key import Key
from bostoette.models.worker import Worker

PROGRAM = "programmet"
MOST = 200
_TURNED = {StepKind.UNDO: "Fortrudt: ", StepKind.REDO: "Gjort igen: "}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One step: when (in UTC), who by her initials, and what in a few words."""

    at: datetime
    who: str
    what: str


def latest(
    session: Session, worker_id: Key | None = None, most: int = MOST
) -> tuple[HistoryLine, ...]:
    """Return the newest steps, of everybody or of one worker, the newest first."""
    wanted = (
        select(JournalStep.at, JournalStep.kind, JournalStep.label, Worker.initials)
        .outerjoin(Worker, Worker.id == JournalStep.actor_id)
        .order_by(JournalStep.id.desc())
        .limit(most)
    )
    if worker_id is not None:
        theirs = JournalStep.actor_id == worker_id
        wanted = wanted.where(theirs, JournalStep.kind != StepKind.UPKEEP)
    return tuple(
        HistoryLine(
            at,
            PROGRAM if kind is StepKind.UPKEEP else initials or PROGRAM,
            _TURNED.get(kind, "") + label,
        )
        for at, kind, label, initials in session.execute(wanted)
    )
