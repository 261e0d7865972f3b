"""What a person can do to copy a week or a day: look at the list first, then copy in one step.

Copies are planned anew: neither agreed with the citizen nor held, of no series, and instead of
nothing (lesson 22: a copy that copies nothing says so).
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.appointment import Appointment
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_kinds import CitizenStatus
from bostoette.models.contact import Contact
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.series import Series
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import WeekContact
from bostoette.planning.copying import (
    CopiedSeries,
    CopyGround,
    CopyKey,
    CopyLine,
    CopyWish,
    lines_of_copy,
    taken,
)
from bostoette.planning.danish_days import day_name
from bostoette.services.contacts import fields_of, new_contact
from bostoette.store.journal import describe
from bostoette.store.promises import promises_of, refused_forms
from bostoette.store.week_people import absences, week_workers
from bostoette.store.weeks import (
    appointments_of_workers,
    contacts_of_citizen,
    contacts_of_workers,
)


def preview(session: Session, wish: CopyWish, today: date) -> tuple[CopyLine, ...]:
    """Return what would become of every contact; nothing is stored."""
    return lines_of_copy(wish, _ground(session, wish, today))


def copy(session: Session, wish: CopyWish, chosen: Collection[CopyKey], today: date) -> int:
    """Copy what was chosen of the preview, in one step; return how many were copied.

    What has come to stand in the target meanwhile is not doubled. Raises PlanError where nothing
    is left to copy.
    """
    lines = taken(preview(session, wish, today), chosen)
    if not lines:
        raise PlanError(
            "Der er ikke noget at kopiere. Intet er ændret; vælg noget på listen, "
            "eller kopiér til en anden dag."
        )
    for line in lines:
        if line.form is None:
            _copy_own_time(session, line)
        else:
            _copy_contact(session, line)
    describe(session, wish.label)
    return len(lines)


def _copy_contact(session: Session, line: CopyLine) -> None:
    fields = fields_of(session.get_one(Contact, line.original))
    session.add(
        new_contact(
            replace(
                fields,
                span=line.to,
                citizens=tuple(one.id for one in line.citizens),
                agreed_with_citizen=False,
                unplanned=False,
            )
        )
    )


def _copy_own_time(session: Session, line: CopyLine) -> None:
    original = session.get_one(Appointment, line.original)
    to: TimeSpan = line.to
    session.add(
        Appointment(
            worker_id=original.worker_id,
            kind=original.kind,
            title=original.title,
            day=to.day,
            start=to.start,
            minutes=to.minutes,
            all_day=original.all_day,
        )
    )


def _ground(session: Session, wish: CopyWish, today: date) -> CopyGround:
    originals = contacts_of_workers(session, wish.workers, wish.source, wish.last_source)
    ground = ground_of(
        session,
        wish.workers,
        originals,
        min(wish.targets),
        max(wish.targets) + timedelta(days=wish.days - 1),
        today,
    )
    return replace(
        ground,
        own_time=appointments_of_workers(session, wish.workers, wish.source, wish.last_source),
        unplanned=_unplanned(session, [contact.id for contact in originals]),
    )


def ground_of(  # noqa: PLR0917 - whose, what, when: all are needed
    session: Session,
    whose: Collection[Key],
    originals: Sequence[WeekContact],
    first: date,
    last: date,
    today: date,
) -> CopyGround:
    """Return what contacts that are to stand from the first to the last day are looked at with."""
    taking_part = {key for contact in originals for key in contact.workers} | {*whose}
    workers = tuple(sorted(taking_part))
    citizens = {citizen.id for contact in originals for citizen in contact.citizens}
    series = {one.series_id for one in originals if one.series_id is not None}
    return CopyGround(
        originals,
        (),
        frozenset(),
        _standing(session, workers, citizens, first, last),
        appointments_of_workers(session, workers, first, last),
        absences(session, workers, first, last),
        {worker.id: worker.initials for worker in week_workers(session, workers)},
        _support(session, citizens),
        _series(session, series),
        day_name,
        today,
        promises_of(session, citizens),
        refused_forms(session, citizens),
    )


def _standing(
    session: Session, workers: Sequence[Key], citizens: Collection[Key], first: date, last: date
) -> tuple[WeekContact, ...]:
    """Return the targets' contacts of the workers, and those that the citizens have besides."""
    theirs = {one.id: one for one in contacts_of_workers(session, workers, first, last)}
    besides: dict[Key, WeekContact] = {}
    for citizen in citizens:
        for one in contacts_of_citizen(session, citizen, first, last):
            if one.id not in theirs:
                known = besides.get(one.id)
                others = known.citizens if known else ()
                besides[one.id] = one._replace(citizens=(*others, *one.citizens))
    return (*theirs.values(), *besides.values())


def _unplanned(session: Session, contacts: Sequence[Key]) -> frozenset[Key]:
    question = select(Contact.id).where(Contact.id.in_(contacts), Contact.unplanned.is_(True))
    return frozenset(session.scalars(question))


def _support(
    session: Session, citizens: Collection[Key]
) -> dict[Key, tuple[CitizenStatus, date | None]]:
    rows = session.execute(
        select(Citizen.id, Citizen.status, Citizen.status_since).where(Citizen.id.in_(citizens))
    )
    return {key: (status, since) for key, status, since in rows}


def _series(session: Session, series: Collection[Key]) -> dict[Key, CopiedSeries]:
    found = session.scalars(select(Series).where(Series.id.in_(series)))
    return {one.id: CopiedSeries(one.rule, one.made_until) for one in found}
