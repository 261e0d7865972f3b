"""What a person can do with a template week (skabelonuge): look what it would lay, then lay it.

As with a copy, what is laid is planned anew: not agreed with the citizen, of no series.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.appointment import Appointment
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series_template import unpacked
from bostoette.models.week_template import WeekTemplateLine
from bostoette.models.worker import Worker
from bostoette.planning.copying import CopyKey, CopyLine, taken
from bostoette.planning.week_templates import (
    LayWish,
    TemplatePart,
    contacts_of,
    lines_of_laying,
)
from bostoette.services.contacts import new_contact
from bostoette.services.copying import ground_of
from bostoette.services.week_templates import open_template, parts_of
from bostoette.store.journal import describe
from bostoette.store.template_rows import stopped_workers


@dataclass(frozen=True, slots=True)
class _Held:
    """The parts of a template with the workers who would hold them, and why some cannot."""

    parts: tuple[TemplatePart, ...]
    stopped: dict[Key, str]


def preview(session: Session, wish: LayWish, today: date) -> tuple[CopyLine, ...]:
    """Return what would become of every part in every week; nothing is stored."""
    template = open_template(session, wish.template_id)
    held = _held(session, wish, template.worker_id)
    ground = ground_of(
        session, (wish.worker_id,), contacts_of(held.parts), wish.first, wish.last, today
    )
    ground = replace(ground, asks_about_clashes=True)
    return lines_of_laying(wish, template.weeks, held.parts, held.stopped, ground)


def lay(session: Session, wish: LayWish, chosen: Collection[CopyKey], today: date) -> int:
    """Lay what was chosen of the preview, in one step; return how many were laid.

    What has come to stand there meanwhile is not doubled. Raises PlanError where nothing is left
    to lay.
    """
    lines = taken(preview(session, wish, today), chosen)
    if not lines:
        raise PlanError(
            "Der er ikke noget at lægge ind. Intet er ændret; vælg noget på listen, eller en "
            "anden uge."
        )
    held = _held(session, wish, open_template(session, wish.template_id).worker_id)
    parts = {part.key: part for part in held.parts}
    whats = _whats(session, wish.template_id)
    for line in lines:
        part = parts[line.original]
        if line.form is None:
            session.add(_own_time(part, wish.worker_id, line))
        else:
            _lay_contact(session, whats[part.key], part.workers, line)
    worker = session.get_one(Worker, wish.worker_id)
    describe(session, f"Læg skabelonuge ind: {worker.initials} {wish.said}")
    return len(lines)


def _held(session: Session, wish: LayWish, owner: Key) -> _Held:
    """Let the worker it is laid for take the owner's place, and leave out who has stopped."""
    parts = [
        replace(
            part,
            workers=tuple(
                dict.fromkeys(wish.worker_id if key == owner else key for key in part.workers)
            ),
        )
        for part in parts_of(session, wish.template_id)
    ]
    gone = stopped_workers(session, {key for part in parts for key in part.workers})
    stopped: dict[Key, str] = {}
    for place, part in enumerate(parts):
        there = tuple(key for key in part.workers if key not in gone)
        if part.workers and not there:
            stopped[part.key] = f"{gone[part.workers[0]]} er stoppet"
        elif there != part.workers:
            parts[place] = replace(part, workers=there)
    return _Held(tuple(parts), stopped)


def _whats(session: Session, template_id: Key) -> dict[Key, dict[str, object]]:
    """Return what each contact of a template starts with."""
    rows = session.execute(
        select(WeekTemplateLine.together, WeekTemplateLine.template).where(
            WeekTemplateLine.template_id == template_id, WeekTemplateLine.template.is_not(None)
        )
    )
    return {together: what for together, what in rows if what is not None}


def _lay_contact(
    session: Session, what: dict[str, object], workers: Sequence[Key], line: CopyLine
) -> None:
    people = {
        "workers": [key.hex() for key in workers],
        "citizens": [one.id.hex() for one in line.citizens],
    }
    fields = unpacked({**what, **people}, line.to)
    session.add(new_contact(replace(fields, agreed_with_citizen=False, unplanned=False)))


def _own_time(part: TemplatePart, worker_id: Key, line: CopyLine) -> Appointment:
    return Appointment(
        worker_id=worker_id,
        kind=part.kind,
        title=part.title,
        day=line.to.day,
        start=line.to.start,
        minutes=line.to.minutes,
        all_day=part.all_day,
    )
