"""Who is away on a day, and how much of what she planned nobody else is in: one statement."""

from datetime import date

from sqlalchemy import String, bindparam, exists, func, select, type_coerce
from sqlalchemy.orm import Session, aliased

from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.danish_order import COLLATION
from bostoette.models.review import AwayToday
from bostoette.models.worker import Absence, Worker
from bostoette.models.worker_fields import AbsenceFields

_OTHERS = aliased(ContactWorker)
_alone = (
    select(func.count())
    .select_from(ContactWorker)
    .join(Contact, Contact.id == ContactWorker.contact_id)
    .where(
        ContactWorker.worker_id == Worker.id,
        ContactWorker.day.between(bindparam("today"), Absence.last_day),
        type_coerce(Contact.status, String) == ContactStatus.PLANNED.value,
        ~exists().where(
            _OTHERS.contact_id == Contact.id, _OTHERS.worker_id != ContactWorker.worker_id
        ),
        exists().where(ContactCitizen.contact_id == Contact.id),
    )
    .correlate(Worker, Absence)
    .scalar_subquery()
)
_AWAY = (
    select(
        Worker.id,
        Worker.name,
        Worker.initials,
        Absence.first_day,
        Absence.last_day,
        Absence.kind,
        _alone,
    )
    .join(Absence, Absence.worker_id == Worker.id)
    .where(
        Worker.active.is_(True),
        Absence.first_day <= bindparam("today"),
        Absence.last_day >= bindparam("today"),
    )
    .order_by(Worker.name.collate(COLLATION), Worker.id)
)


def away_on(session: Session, today: date) -> tuple[AwayToday, ...]:
    """Return who is away on a day, and how many of her contacts that leaves without anybody."""
    rows = session.execute(_AWAY, {"today": today})
    return tuple(
        AwayToday(key, name, initials, AbsenceFields(first, last, kind), contacts)
        for key, name, initials, first, last, kind, contacts in rows
    )
