"""What tests of series share: looking at a series as a person reads it in the calendar."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.base import Base
from bostoette.models.contact import Contact
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.series import Series
from bostoette.models.series_rule import SeriesRule
from bostoette.models.timespan import TimeSpan
from bostoette.planning.recurrence import occurrences
from bostoette.services.desk import Desk
from bostoette.store.plain_row import columns_of, plain, row_key
from bostoette.store.series_rows import contacts_of_series
from tests.clock import MONDAY

MON, TUE, WED, THU, FRI = range(5)
NINE = 9 * 60


def weekly(*weekdays: int, every: int = 1, first: date = MONDAY, **end: Any) -> SeriesRule:
    """Make a rule at 9.00 for an hour."""
    return SeriesRule(every, weekdays, first, NINE, 60, **end)


def day(week: int, weekday: int) -> date:
    """Return a day so many weeks after week 48 of 2026."""
    return MONDAY + timedelta(weeks=week, days=weekday)


def visit_with(worker: Key, citizen: Key, **more: Any) -> ContactFields:
    """Fill in a visit on the first Monday."""
    return ContactFields(
        TimeSpan(MONDAY, NINE, 60),
        ContactForm.PHYSICAL,
        "support_conversation",
        (worker,),
        (citizen,),
        **more,
    )


def _contacts(session: Session) -> list[Contact]:
    return list(session.scalars(select(Contact).order_by(Contact.day, Contact.start, Contact.id)))


def spans(desk: Desk) -> list[TimeSpan]:
    """Return when all contacts are that take place."""

    def question(session: Session) -> list[TimeSpan]:
        return [one.span for one in _contacts(session) if one.status.takes_time]

    return desk.read(question)


def days(desk: Desk) -> list[date]:
    """Return the days of all contacts that take place."""
    return [span.day for span in spans(desk)]


def contact_on(desk: Desk, wanted: date) -> Key:
    """Return the contact that is on a day."""

    def question(session: Session) -> Key:
        return next(one.id for one in _contacts(session) if one.day == wanted)

    return desk.read(question)


def rules(desk: Desk) -> list[str]:
    """Say the rules of all series, in the order they were made."""

    def question(session: Session) -> list[str]:
        return [one.rule.said() for one in session.scalars(select(Series).order_by(Series.id))]

    return desk.read(question)


def _told(row: Base) -> tuple[tuple[str, str], dict[str, Any]]:
    values = {name: plain(column, getattr(row, name)) for name, column in columns_of(type(row))}
    return (row.__tablename__, row_key(row)), {**values, "version": None}


def everything(desk: Desk) -> dict[tuple[str, str], dict[str, Any]]:
    """Return all stored series and contacts, save for the versions."""

    def question(session: Session) -> dict[tuple[str, str], dict[str, Any]]:
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for one in [*session.scalars(select(Series)), *_contacts(session)]:
            parts: list[Base] = (
                [one] if isinstance(one, Series) else [one, *one.workers, *one.citizens]
            )
            found.update(_told(row) for row in parts)
        return found

    return desk.read(question)


def well_formed(desk: Desk) -> None:
    """Check what holds for every series: its contacts stand on its own wanted dates, once each."""

    def question(session: Session) -> None:
        for series in session.scalars(select(Series)):
            found = contacts_of_series(session, series.id)
            by_rule = [one.series_day for one in found]
            assert len(set(by_rule)) == len(by_rule)
            assert series.skipped_days.isdisjoint(by_rule)
            given = set(occurrences(series.rule, series.made_until))
            assert given - series.skipped_days <= set(by_rule)
            assert given >= set(by_rule)

    desk.read(question)
