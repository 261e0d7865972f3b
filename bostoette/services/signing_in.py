"""Whether whoever opened the file is still one who works here: asked each time it is opened.

A substitute's last day is held against the clock and against the newest step of the journal, so
that a clock set back gives nobody more days. Whose way in was taken is kept in the data too, so
that an older key file put back lets her in no more.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.journal import JournalStep
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.team import TeamSetting
from bostoette.models.wording import short_day
from bostoette.models.worker import Worker

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_TAKEN = "entries_taken"
"""The team's setting: the keys, in hexadecimal, of those whose way in was taken."""


class EntryEnded(PlanError):
    """A worker who has stopped, or a substitute after her last day."""

    def __init__(self, last_day: date | None) -> None:
        until = f" gjaldt til og med {short_day(last_day)} {last_day.year}" if last_day else ""
        super().__init__(
            f"Din adgang{until or ' er stoppet'}, så programmet åbner ikke for dig. Alt, hvad du "
            "har skrevet, er i behold. Bed teamlederen om at forlænge den, hvis du stadig er her."
        )


class NotInTheTeam(PlanError):
    """A way in that belongs to nobody in the file."""

    def __init__(self) -> None:
        super().__init__(
            "Adgangen hører til en, der ikke står i teamet i disse data; måske er de gendannet "
            "fra en ældre kopi. Intet er ændret. Bed teamlederen om at oprette dig igen."
        )


def refuse_ended(session: Session, worker_id: Key, now: datetime) -> None:
    """Raise EntryEnded or NotInTheTeam unless a worker still works here; ``now`` is in UTC."""
    worker = session.get(Worker, worker_id)
    if worker is None:
        raise NotInTheTeam
    today = max(_day(now), _newest_day(session) or date.min)
    if worker.valid_to is not None and worker.valid_to < today:
        raise EntryEnded(worker.valid_to)
    if not worker.active or worker_id.hex() in _taken(session):
        raise EntryEnded(None)


def note_entry(session: Session, worker_id: Key, *, given: bool) -> None:
    """Note that somebody was given a way in, or that hers was taken; the caller names the step."""
    others = [key for key in _taken(session) if key != worker_id.hex()]
    value = others if given else [*others, worker_id.hex()]
    kept = session.get(TeamSetting, _TAKEN)
    if kept is not None:
        kept.value = value
    elif value:
        session.add(TeamSetting(id=_TAKEN, value=value))


def _taken(session: Session) -> list[str]:
    kept = session.get(TeamSetting, _TAKEN)
    return [] if kept is None else list(kept.value)


def _newest_day(session: Session) -> date | None:
    newest = session.scalar(select(JournalStep.at).order_by(JournalStep.id.desc()).limit(1))
    return None if newest is None else _day(newest)


def _day(moment: datetime) -> date:
    return moment.astimezone(COPENHAGEN).date()
