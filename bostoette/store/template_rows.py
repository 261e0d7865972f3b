"""Questions about template weeks: the list of them, and what lies in one."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.danish_order import COLLATION
from bostoette.models.key import Key
from bostoette.models.listed_template import ListedTemplate
from bostoette.models.week_contact import CitizenName
from bostoette.models.week_template import WeekTemplate, WeekTemplateLine
from bostoette.models.worker import Worker

_LINE = WeekTemplateLine
_COUNTED = (
    select(
        _LINE.template_id,
        func.count(func.distinct(case((_LINE.kind.is_(None), _LINE.together)))).label("contacts"),
        func.count(_LINE.kind).label("own_time"),
    )
    .group_by(_LINE.template_id)
    .subquery()
)


def listed_templates(session: Session) -> tuple[ListedTemplate, ...]:
    """Return every template by name, with how much lies in it."""
    rows = session.execute(
        select(
            WeekTemplate.id,
            WeekTemplate.version,
            WeekTemplate.name,
            WeekTemplate.weeks,
            WeekTemplate.worker_id,
            Worker.initials,
            func.coalesce(_COUNTED.c.contacts, 0),
            func.coalesce(_COUNTED.c.own_time, 0),
        )
        .join(Worker, Worker.id == WeekTemplate.worker_id)
        .outerjoin(_COUNTED, _COUNTED.c.template_id == WeekTemplate.id)
        .order_by(WeekTemplate.name.collate(COLLATION), WeekTemplate.id)
    )
    return tuple(ListedTemplate(*row) for row in rows)


def lines_of_template(session: Session, template_id: Key) -> Sequence[Any]:
    """Return a template's rows with the citizens' names, in order of time."""
    return session.execute(
        select(
            _LINE.together,
            _LINE.week,
            _LINE.weekday,
            _LINE.start,
            _LINE.minutes,
            _LINE.template,
            _LINE.series_id,
            _LINE.kind,
            _LINE.title,
            _LINE.all_day,
            Citizen.id.label("citizen_id"),
            Citizen.name,
            Citizen.initials,
            Citizen.code,
        )
        .outerjoin(Citizen, Citizen.id == _LINE.citizen_id)
        .where(_LINE.template_id == template_id)
        .order_by(_LINE.week, _LINE.weekday, _LINE.start, _LINE.together, _LINE.id)
    ).all()


def citizens_in(rows: Sequence[Any]) -> dict[Key, tuple[CitizenName, ...]]:
    """Return who takes part in each contact of some rows."""
    found: dict[Key, list[CitizenName]] = defaultdict(list)
    for row in rows:
        if row.citizen_id is not None:
            name = CitizenName(row.citizen_id, row.name, row.initials, row.code)
            found[row.together].append(name)
    return {key: tuple(names) for key, names in found.items()}


def stopped_workers(session: Session, workers: Collection[Key]) -> dict[Key, str]:
    """Return the initials of those who have stopped."""
    rows = session.execute(
        select(Worker.id, Worker.initials).where(Worker.id.in_(workers), Worker.active.is_(False))
    )
    return {key: initials for key, initials in rows}  # noqa: C416 - rows are no pairs to mypy
