"""What a person can do with day types: say where a worker works on a day (P82)."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.day_kind import DayKind
from bostoette.models.day_type import DayType
from bostoette.models.key import Key
from bostoette.models.wording import capital, short_day
from bostoette.store.journal import describe


def set_day_kind(session: Session, worker_id: Key, day: date, kind: DayKind | None) -> None:
    """Make a worker's day a day out, at home or at the office; None leaves it open again."""
    known = session.scalar(
        select(DayType).where(DayType.worker_id == worker_id, DayType.day == day)
    )
    if kind is (known.kind if known else None):
        return
    if kind is None:
        session.delete(known)
        describe(session, f"Åbn {short_day(day)}")
        return
    if known is None:
        known = DayType(worker_id=worker_id, day=day)
        session.add(known)
    known.kind = kind
    describe(session, f"{kind.day_word.capitalize()} {short_day(day)}")


def set_day_kinds(
    session: Session, workers: Sequence[Key], day: date, kind: DayKind | None
) -> None:
    """Make several workers' day the same, in one step; None leaves it open again."""
    for worker_id in workers:
        set_day_kind(session, worker_id, day, kind)
    if len(workers) > 1:
        said = f"Åbn {short_day(day)}" if kind is None else f"{kind.day_word} {short_day(day)}"
        describe(session, f"{capital(said)} for {len(workers)}")
