"""Asking the example for what it holds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.base import Base
from bostoette.models.contact import Contact, ContactWorker
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.worker import Worker
from bostoette.services.program_file import OpenFile
from tests.clock import MONDAY

TODAY = MONDAY + timedelta(days=1)


@dataclass(frozen=True)
class Shown:
    """A contact as the tests look at it."""

    worker: bytes
    initials: str
    day: date
    start: int
    end: int
    status: ContactStatus


def ask(example: OpenFile, question: Callable[[Session], Any]) -> Any:
    return example.desk.read(question)


def rows(example: OpenFile, kind: type[Base]) -> list[Any]:
    return list(ask(example, lambda session: session.scalars(select(kind)).all()))


def taking_time(example: OpenFile) -> list[Shown]:
    """All contacts that take a worker's time, by worker, day and start."""
    question = (
        select(ContactWorker.worker_id, Worker.initials, Contact)
        .join(Contact, Contact.id == ContactWorker.contact_id)
        .join(Worker, Worker.id == ContactWorker.worker_id)
        .order_by(ContactWorker.worker_id, Contact.day, Contact.start)
    )
    return [
        Shown(worker, initials, one.day, one.start, one.start + one.minutes, one.status)
        for worker, initials, one in ask(example, lambda session: session.execute(question).all())
        if one.status.takes_time
    ]


def clashes(contacts: list[Shown]) -> list[tuple[Shown, Shown]]:
    return [
        (one, other)
        for one, other in pairwise(contacts)
        if (one.worker, one.day) == (other.worker, other.day) and other.start < one.end
    ]


def content(example: OpenFile) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the file but the random id that ties it to its key file."""

    def question(session: Session) -> dict[str, list[tuple[Any, ...]]]:
        found = {}
        for table in Base.metadata.sorted_tables:
            every = session.execute(select(*table.columns.values())).all()
            found[table.name] = sorted((tuple(row) for row in every), key=repr)
        found["team_setting"] = [one for one in found["team_setting"] if one[0] != "database_id"]
        return found

    return dict(ask(example, question))
