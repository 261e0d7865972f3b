"""The list of drives (kørselsliste): worked out from held contacts, and corrected by hand.

A worker sees and corrects her own; the leader sees everybody's. A correction is a row of its own,
so that what was worked out stays seen and Ctrl+Z takes it back.
"""

from dataclasses import replace
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from bostoette.models.car_kind import CarKind
from bostoette.models.drive_correction import DriveCorrection
from bostoette.models.drive_list import DriveFields, DriveList
from bostoette.models.figure_scope import Ask, Scope, ScopeKind
from bostoette.models.key import Key
from bostoette.models.team import TeamSetting
from bostoette.models.wording import short_day
from bostoette.models.worker import Worker
from bostoette.planning.drive_list import drives_of
from bostoette.planning.figure_steps import month_of
from bostoette.planning.week_travel import WeekWays
from bostoette.services.figure_rights import refuse_unless_seen
from bostoette.store import drive_rows as rows
from bostoette.store.figure_rows import work_asked
from bostoette.store.journal import describe
from bostoette.store.postal_centres import postal_centres
from bostoette.store.week_people import citizens_whereabouts, typed_travel, week_workers

USUAL_CAR = "usual_car:"
"""Before a worker's key in hexadecimal: the TeamSetting with the car she usually drives."""


def drive_list(
    session: Session, actor_id: Key, worker_id: Key, month: date, today: date
) -> DriveList:
    """Return a worker's drives of the month that holds a day, in a constant number of statements.

    Raises PlanError where it is not the person's to see.
    """
    scope = Scope(ScopeKind.WORKER, worker_id)
    refuse_unless_seen(session, actor_id, scope, today)
    period = month_of(month)
    (worker,) = week_workers(session, (worker_id,))
    found = DriveList(
        worker_id,
        worker.initials,
        worker.name,
        period.first,
        worker.travel_mode,
        _usual_car(session, worker_id),
    )
    work = work_asked(session, Ask(scope, period, datetime.combine(today, time.min)))
    whom = {one.citizen_id for one in work if one.citizen_id is not None}
    ways = WeekWays(citizens_whereabouts(session, whom), typed_travel(session), postal_centres())
    codes = {key.hex(): code for key, code in rows.codes_of(session, whom).items()}
    codes[f"base:{worker_id.hex()}"] = _base_word(session, worker_id)
    drives = drives_of(
        worker,
        work,
        ways,
        codes,
        usual_car=found.usual_car,
        corrections=rows.corrections_of(session, worker_id, period.first, period.last),
    )
    return replace(found, drives=drives)


def correct(
    session: Session,
    actor_id: Key,
    worker_id: Key,
    drive: tuple[date, Key | None],
    fields: DriveFields,
    *,
    today: date,
) -> None:
    """Say how a drive really was; ``drive`` is its day and the contact that it leads to.

    What says nothing takes the correction away. Raises PlanError where it cannot be stored, or is
    not the person's to do.
    """
    refuse_unless_seen(session, actor_id, Scope(ScopeKind.WORKER, worker_id), today)
    fields = replace(fields, remark=fields.remark.strip())
    fields.check()
    day, contact_id = drive
    kept = rows.correction_of(session, worker_id, day, contact_id)
    if fields == DriveFields():
        if kept is not None:
            session.delete(kept)
            session.flush()
            describe(session, f"Fjern rettelse i kørslen {short_day(day)}")
        return
    if kept is None:
        kept = DriveCorrection(worker_id=worker_id, day=day, contact_id=contact_id)
        session.add(kept)
    kept.km, kept.car, kept.skipped = fields.km, fields.car, fields.skipped
    kept.remark = fields.remark
    session.flush()
    describe(session, f"Ret kørslen {short_day(day)}")


def choose_car(
    session: Session, actor_id: Key, worker_id: Key, car: CarKind, *, today: date
) -> None:
    """Say which car a worker usually drives; drives that say otherwise stay as they are."""
    refuse_unless_seen(session, actor_id, Scope(ScopeKind.WORKER, worker_id), today)
    if _usual_car(session, worker_id) is car:
        return
    kept = session.get(TeamSetting, _setting(worker_id))
    if kept is None:
        session.add(TeamSetting(id=_setting(worker_id), value={"car": car.value}))
    else:
        kept.value = {"car": car.value}
    session.flush()
    describe(session, f"Til daglig: {car.danish.lower()}")


def _usual_car(session: Session, worker_id: Key) -> CarKind:
    kept = session.get(TeamSetting, _setting(worker_id))
    return CarKind.OWN if kept is None else CarKind(kept.value["car"])


def _setting(worker_id: Key) -> str:
    return f"{USUAL_CAR}{worker_id.hex()}"


def _base_word(session: Session, worker_id: Key) -> str:
    return session.get_one(Worker, worker_id).base_kind.danish
