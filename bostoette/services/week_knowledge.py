"""What lies around a week, read apart from it, and the week with all that its checks look at."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.sheet_change import SheetChanges
from bostoette.models.week_knowledge import KnownCitizen, WeekKnowledge
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.lent_equipment import lent_answers
from bostoette.services.practice_in_force import practice_with
from bostoette.services.week import Week, week_of
from bostoette.store import week_knowledge_rows as rows
from bostoette.store.sheet_rows import sheet_changes

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bostoette.store.plain_reader import PlainReader


def knowledge_of(
    session: "Session | PlainReader", week: Week, citizens: Collection[Key] = ()
) -> WeekKnowledge:
    """Return what is known around a week: of its citizens, its workers' own, and some others.

    A constant number of statements, whatever the week holds. Who sees the citizens is known from
    28 days before the week, or as many as the team says (P17).
    """
    first, last = week.week.monday, week.week.sunday
    workers = tuple(worker.id for worker in week.workers)
    met = {citizen.id for contact in week.contacts for citizen in contact.citizens}
    known = rows.citizens_around(session, workers, met | set(citizens))
    loans = rows.lent(session, known)
    sheet = sheet_changes(session)
    since = first - timedelta(days=_window(sheet))
    return WeekKnowledge(
        {key: _with_loans(one, loans.get(key, ())) for key, one in known.items()},
        rows.seen_by(session, known, since, last),
        rows.day_kinds(session, workers, first, last),
        rows.exported(session, workers, first, last),
        rows.untold(session, workers, first, last),
        sheet,
    )


def week_around(
    session: "Session | PlainReader",
    week: IsoWeek,
    workers: tuple[Key, ...],
    citizens: tuple[Key, ...],
) -> tuple[Week, WeekKnowledge]:
    """Return the workers' week and what is known around it, also of these citizens."""
    shown = week_of(session, workers, week)
    return shown, knowledge_of(session, shown, citizens)


def checked_week(
    week: Week, known: WeekKnowledge, holiday: Callable[[date], str | None], now: datetime
) -> CheckedWeek:
    """Return a week with all that its checks look at; ``now`` in local time."""
    practice = practice_with(known.sheet)
    found = {key: citizen.whereabouts for key, citizen in known.citizens.items()}
    return CheckedWeek(
        week.contacts,
        week.appointments,
        {worker.id: worker for worker in week.workers},
        week.absences,
        week.travel,
        practice.conditions.lengths,
        holiday,
        practice.rules,
        replace(week.ways, found={**week.ways.found, **found}),
        known,
        now,
    )


def _window(sheet: SheetChanges) -> int:
    return practice_with(sheet).rules.rules["P17"].numbers["window_days"].value


def _with_loans(citizen: KnownCitizen, loans: Collection[str]) -> KnownCitizen:
    """Count what is on loan as equipment that the citizen has (P62)."""
    if not loans:
        return citizen
    return replace(citizen, answers={**citizen.answers, **lent_answers(loans)})
