"""Questions about citizens: the list, names to choose from, and what counts for a grant."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ScalarResult, String, Text, and_, bindparam, exists, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import ListedCitizen, ListName, WorkerName
from bostoette.models.citizen_import import Known, KnownCitizen, KnownWorker
from bostoette.models.citizen_kinds import CitizenStatus, RiskLevel
from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.counted_contact import CountedContact
from bostoette.models.danish_order import order_key
from bostoette.models.export_receipt import ExportedEvent
from bostoette.models.grant import GrantParagraph
from bostoette.models.key import Key
from bostoette.models.series import Series
from bostoette.models.task import Task
from bostoette.models.team import ApprovedPlatform
from bostoette.models.worker import Worker
from bostoette.store.attended import CAME_ALONG, COUNTS
from bostoette.store.citizen_contacts import citizens_met

_FACE_TO_FACE = tuple(form.value for form in ContactForm if form.face_to_face)
_NEXT = (
    select(ContactCitizen.contact_id)
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .where(
        ContactCitizen.citizen_id == Citizen.id,
        ContactCitizen.day >= bindparam("today"),
        or_(
            ContactCitizen.day > bindparam("today"),
            Contact.start + Contact.minutes > bindparam("from_minute"),
        ),
        type_coerce(Contact.status, String) == ContactStatus.PLANNED.value,
    )
    .order_by(ContactCitizen.day, Contact.start)
    .limit(1)
    .scalar_subquery()
)
_MET = exists(
    select(ContactCitizen.contact_id)
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .where(
        ContactCitizen.citizen_id == Citizen.id,
        type_coerce(Contact.status, String) == ContactStatus.HELD.value,
        type_coerce(Contact.form, String).in_(_FACE_TO_FACE),
        COUNTS,
    )
)
_next = aliased(Contact)
_NAMED = select(
    Citizen.id,
    Citizen.name,
    Citizen.initials,
    Citizen.code,
    type_coerce(Citizen.status, String),
    Citizen.status_since,
    Worker.initials,
    Citizen.primary_worker_id,
    Citizen.secondary_worker_id,
    type_coerce(CitizenProfile.risk_level, String),
)
_NAMED = _NAMED.outerjoin(Worker, Worker.id == Citizen.primary_worker_id).outerjoin(
    CitizenProfile, CitizenProfile.citizen_id == Citizen.id
)
_LISTED = _NAMED.add_columns(
    _next.day, _next.start, (_next.start + _next.minutes).label("end"), _MET
).outerjoin(_next, _next.id == _NEXT)
_COUNTED = (
    select(
        ContactCitizen.day,
        Contact.minutes,
        type_coerce(Contact.status, String),
        Contact.actual_minutes,
    )
    .join(Contact, Contact.id == ContactCitizen.contact_id)
    .where(
        ContactCitizen.citizen_id == bindparam("citizen"),
        ContactCitizen.day.between(bindparam("first"), bindparam("last")),
        CAME_ALONG,
    )
)
_WORKERS = select(Worker.id, Worker.initials, Worker.name, Worker.active)
_PARAGRAPHS = select(GrantParagraph.id, GrantParagraph.title, GrantParagraph.active).order_by(
    GrantParagraph.title
)
_PLATFORMS = select(ApprovedPlatform.id, ApprovedPlatform.title, ApprovedPlatform.active).order_by(
    ApprovedPlatform.title
)
_LOOKED_UP = len(_NAMED.selected_columns)
"""From here on stands what is looked up among all contacts."""
_STATUSES = {status.value: status for status in CitizenStatus}
_CONTACT_STATUSES = {status.value: status for status in ContactStatus}


def listed_citizens(
    session: Session, today: date, seen_by: Key | None = None, from_minute: int = 0
) -> tuple[ListedCitizen, ...]:
    """Return all citizens by name, each with the next planned contact.

    ``seen_by`` is the worker whose relation to each is told. What is over today by ``from_minute``,
    in minutes after midnight, is not still to come.
    """
    asked = {"today": today, "from_minute": from_minute}
    rows = session.connection().execute(_LISTED, asked)
    mine = citizens_met(session, seen_by) if seen_by else set()
    return _by_name(_named(row, *row[_LOOKED_UP:-1], bool(row[-1]), row[0] in mine) for row in rows)


def named_citizens(session: Session) -> tuple[ListedCitizen, ...]:
    """Return all citizens by name, without what is looked up among all contacts."""
    return _by_name(_named(row) for row in session.connection().execute(_NAMED))


def _by_name(citizens: Iterable[ListedCitizen]) -> tuple[ListedCitizen, ...]:
    # sorted here, each name looked at once: the file would compare them pair by pair
    return tuple(sorted(citizens, key=lambda one: (order_key(one.name), one.id)))


def _named(row: Any, *more: Any) -> ListedCitizen:
    key, name, initials, code, status, since, worker, primary, secondary, risk = row[:_LOOKED_UP]
    day, start, end, met, mine = more or (None, None, None, True, False)
    return ListedCitizen(
        key,
        name,
        initials,
        code,
        _STATUSES[status],
        since,
        worker or "",
        day,
        start,
        primary,
        secondary,
        met,
        mine,
        next_end=end,
        looked_up=bool(more),
        risk=RiskLevel(risk) if risk else RiskLevel.GREEN,
    )


def counted_contacts(
    session: Session, citizen_id: Key, first: date, last: date
) -> tuple[CountedContact, ...]:
    """Return a citizen's contacts from the first to the last day, as a grant counts them."""
    rows = session.connection().execute(
        _COUNTED, {"citizen": citizen_id, "first": first, "last": last}
    )
    return tuple(
        CountedContact(day, minutes, _CONTACT_STATUSES[status], actual)
        for day, minutes, status, actual in rows
    )


def worker_names(session: Session) -> tuple[WorkerName, ...]:
    """Return all workers by name, those who have stopped included."""
    rows = session.connection().execute(_WORKERS).all()
    # sorted here, each name looked at once: the file would compare them pair by pair
    return tuple(sorted((WorkerName(*row) for row in rows), key=lambda one: order_key(one.name)))


def paragraph_names(session: Session) -> tuple[ListName, ...]:
    """Return the paragraphs that support is granted by."""
    return tuple(ListName(*row) for row in session.connection().execute(_PARAGRAPHS))


def platform_names(session: Session) -> tuple[ListName, ...]:
    """Return the approved platforms (P66)."""
    return tuple(ListName(*row) for row in session.connection().execute(_PLATFORMS))


def citizen_codes(session: Session) -> set[str]:
    """Return the codes that are taken."""
    return set(session.scalars(select(Citizen.code)))


def known_before_import(session: Session) -> Known:
    """Return what an import must know to recognise citizens, workers and paragraphs."""
    citizens = session.execute(select(Citizen.name, Citizen.address, Citizen.phone, Citizen.code))
    workers = session.execute(select(Worker.initials, Worker.name))
    return Known(
        citizens=tuple(KnownCitizen(*row) for row in citizens),
        workers=tuple(KnownWorker(*row) for row in workers),
        paragraphs=tuple(session.scalars(select(GrantParagraph.title))),
    )


def planned_contacts(session: Session, citizen_id: Key, from_day: date) -> Sequence[Contact]:
    """Return a citizen's planned contacts from a day on, in order of time."""
    return session.scalars(
        select(Contact)
        .join(ContactCitizen, ContactCitizen.contact_id == Contact.id)
        .where(
            ContactCitizen.citizen_id == citizen_id,
            ContactCitizen.day >= from_day,
            Contact.status == ContactStatus.PLANNED,
        )
        .order_by(Contact.day, Contact.start)
    ).all()


def counted_on(session: Session, contact_ids: Sequence[Key]) -> set[Key]:
    """Return which contacts something already builds on, so that they may not vanish.

    They were exported, a task about them was done, or another contact came instead of them.
    """
    if not contact_ids:
        return set()
    later = Contact.__table__.alias()
    question = select(Contact.id).where(
        Contact.id.in_(contact_ids),
        or_(
            exists().where(ExportedEvent.contact_id == Contact.id),
            exists().where(and_(Task.contact_id == Contact.id, Task.done_at.is_not(None))),
            exists().where(later.c.converted_from == Contact.id),
        ),
    )
    return set(session.scalars(question))


def open_tasks(session: Session, citizen_id: Key, contact_ids: Sequence[Key]) -> Sequence[Task]:
    """Return the open tasks about a citizen or about any of the contacts."""
    return session.scalars(
        select(Task)
        .where(
            Task.done_at.is_(None),
            or_(Task.citizen_id == citizen_id, Task.contact_id.in_(contact_ids)),
        )
        .order_by(Task.due, Task.id)
    ).all()


def series_with(session: Session, citizen_id: Key) -> ScalarResult[Series]:
    """Return every series in which the citizen takes part."""
    return session.scalars(
        select(Series)
        .where(
            or_(
                Series.citizen_id == citizen_id,
                type_coerce(Series.template, Text).contains(citizen_id.hex()),
            )
        )
        .order_by(Series.first_day)
    )
