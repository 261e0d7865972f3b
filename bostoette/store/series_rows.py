"""Questions about series: their contacts, which are to be topped up, and what lies around them."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact
from bostoette.models.key import Key
from bostoette.models.series import Series
from bostoette.models.series_rule import SeriesRule
from bostoette.models.task import Task


def contacts_of_series(session: Session, series_id: Key) -> Sequence[Contact]:
    """Return a series' contacts with everything on them, in the order that the rule gave."""
    return session.scalars(
        select(Contact)
        .options(
            selectinload(Contact.workers),
            selectinload(Contact.citizens),
            selectinload(Contact.participants),
            selectinload(Contact.agenda),
        )
        .where(Contact.series_id == series_id)
        .order_by(Contact.series_day, Contact.id)
    ).all()


def running_short(session: Session, horizon: date) -> tuple[tuple[Key, SeriesRule, date], ...]:
    """Return the open-ended series that are not made to a day: key, rule, day made until."""
    rows = session.execute(
        select(
            Series.id,
            Series.every_weeks,
            Series.weekdays,
            Series.first_day,
            Series.start,
            Series.minutes,
            Series.made_until,
        ).where(Series.until.is_(None), Series.count.is_(None), Series.made_until < horizon)
    )
    return tuple((row[0], SeriesRule(*row[1:6]), row[6]) for row in rows)


def with_tasks(session: Session, contact_ids: Sequence[Key]) -> set[Key]:
    """Return which contacts a task is about."""
    rows = session.scalars(select(Task.contact_id).where(Task.contact_id.in_(contact_ids)))
    return {key for key in rows if key is not None}


def carried_on(session: Session, series_id: Key) -> bool:
    """Tell whether a later series carries this one on."""
    later = select(Series.id).where(Series.split_from == series_id).limit(1)
    return session.scalar(later) is not None


def citizens_initials(session: Session, citizens: Sequence[Key]) -> dict[Key, str]:
    """Return the citizens' initials."""
    rows = session.execute(select(Citizen.id, Citizen.initials).where(Citizen.id.in_(citizens)))
    return {row[0]: row[1] for row in rows}
