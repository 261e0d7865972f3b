"""The team's board: who is out, at home and at the office on a day (P82)."""

from collections import defaultdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.board import Board, BoardCitizen, BoardWorker
from bostoette.models.citizen import Citizen
from bostoette.models.citizen_life import TriageMark
from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.danish_order import COLLATION
from bostoette.models.day_kind import DayKind
from bostoette.models.day_type import DayType
from bostoette.models.key import Key
from bostoette.models.life_kinds import Triage
from bostoette.models.practice_rule import NumberName
from bostoette.models.week_contact import CitizenName
from bostoette.models.worker import Absence, Worker
from bostoette.models.worker_fields import AbsenceFields
from bostoette.services.conditions import conditions_in_force
from bostoette.store.anybody import ANY_WORKER
from bostoette.store.life_rows import triages

HOME_SHARE = NumberName("P82", "home_share_percent")
_MANAGES = frozenset({Triage.BY_PHONE, Triage.ON_DEMAND})
_STANDING = [status for status in ContactStatus if status.takes_time]


def board_of(session: Session, day: date) -> Board:
    """Return a day of the team, in five statements whatever its size."""
    workers = session.execute(
        select(Worker.id, Worker.name, Worker.initials)
        .where(Worker.active.is_(True))
        .order_by(Worker.name.collate(COLLATION))
    ).all()
    chosen = select(DayType.worker_id, DayType.kind).where(DayType.day == day)
    kinds = {row[0]: row[1] for row in session.execute(chosen)}
    absent = select(Absence.worker_id, Absence.first_day, Absence.last_day, Absence.kind).where(
        Absence.first_day <= day, Absence.last_day >= day
    )
    away = {
        key: AbsenceFields(first, last, kind) for key, first, last, kind in session.execute(absent)
    }
    met = _met(session, day)
    at_home = {key for key, kind in kinds.items() if kind is DayKind.HOME}
    people = {one.id for key in at_home for met_by in met[key].values() for one in met_by}
    judged = triages(session, tuple(people))
    rules = conditions_in_force(session).rules
    return Board(
        day,
        tuple(
            BoardWorker(
                key,
                name,
                initials,
                kinds.get(key),
                away.get(key),
                len(met[key]),
                _to_look_at(met[key], judged) if key in at_home else (),
            )
            for key, name, initials in workers
        ),
        rules.number(HOME_SHARE).value,
    )


def _met(session: Session, day: date) -> dict[Key, dict[Key, list[CitizenName]]]:
    """Return each worker's contacts of a day with the citizens in them."""
    rows = session.execute(
        select(
            ContactWorker.worker_id,
            Contact.id,
            Citizen.id,
            Citizen.name,
            Citizen.initials,
            Citizen.code,
        )
        .join(Contact, Contact.id == ContactWorker.contact_id)
        .outerjoin(ContactCitizen, ContactCitizen.contact_id == Contact.id)
        .outerjoin(Citizen, Citizen.id == ContactCitizen.citizen_id)
        .where(ANY_WORKER, ContactWorker.day == day, Contact.status.in_(_STANDING))
        .order_by(Contact.start, Contact.id)
    )
    met: dict[Key, dict[Key, list[CitizenName]]] = defaultdict(dict)
    for worker, contact, key, *name in rows:
        people = met[worker].setdefault(contact, [])
        if key is not None:
            people.append(CitizenName(key, *name))
    return met


def _to_look_at(
    met: dict[Key, list[CitizenName]], judged: dict[Key, list[TriageMark]]
) -> tuple[BoardCitizen, ...]:
    found: dict[Key, BoardCitizen] = {}
    for contact, people in met.items():
        for one in people:
            marks = judged.get(one.id)
            triage = marks[0].triage if marks else None
            if triage not in _MANAGES:
                found.setdefault(one.id, BoardCitizen(one, triage, contact))
    return tuple(found.values())
