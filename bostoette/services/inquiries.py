"""Somebody turns to us: calls on the hotline, and relatives (P75, P79)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.citizen_fields import CitizenFields
from bostoette.models.inquiry import Caller, Inquiry
from bostoette.models.inquiry_fields import InquiryFields, ListedInquiry
from bostoette.models.key import Key
from bostoette.models.material import MaterialSent
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.models.task import Task, TaskKind
from bostoette.models.week_contact import CitizenName
from bostoette.models.worker import Worker
from bostoette.planning.workdays import workdays_after
from bostoette.services import citizens
from bostoette.services.conditions import conditions_in_force
from bostoette.services.materials import send_with_inquiry, sent_with_inquiries
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import describe

FOLLOW_UP = NumberName("P79", "follow_up_workdays")
MOST_LISTED = 50


def note(session: Session, fields: InquiryFields, *, by: Key, now: datetime) -> Key:
    """Note that somebody turned to us, at a local time, with the tasks that come of it.

    A worried relative makes a task to see to the citizen within the working days of P79; a
    follow-up is for the next working day, and a plan for relief is a task where it is wanted.
    Raises PlanError where something is missing.
    """
    fields.check()
    relative = fields.caller is Caller.RELATIVE
    inquiry = Inquiry(
        worker_id=by,
        day=now.date(),
        start=now.hour * 60 + now.minute,
        minutes=fields.minutes,
        on_hotline=fields.on_hotline,
        caller=fields.caller,
        citizen_id=None if fields.caller is Caller.UNKNOWN else fields.citizen_id,
        who=fields.who.strip(),
        topic=fields.topic.strip(),
        advice=fields.advice.strip(),
        guided_to=fields.guided_to.strip(),
        strain=fields.strain if relative else None,
        worried=fields.worried and relative,
    )
    session.add(inquiry)
    session.flush()
    send_with_inquiry(session, inquiry, fields.materials)
    if inquiry.worried:
        _see_to(session, inquiry, now.date())
    if fields.follow_up:
        _follow_up(session, inquiry, now.date())
    if fields.plan_relief and relative:
        _plan_relief(session, inquiry, now.date())
    describe(session, f"Henvendelse: {_about(session, inquiry)}")
    return inquiry.id


def become_citizen(session: Session, inquiry_id: Key, name: str, *, by: Key, today: date) -> Key:
    """Take in whom a call was about as a citizen, with a first physical meeting to plan (P75).

    Raises PlanError where the call is about a citizen already, or the name cannot be stored.
    """
    inquiry = _of_nobody(session, inquiry_id)
    key = citizens.create(session, CitizenFields(name=name, primary_worker_id=by))
    initials = _tie(session, inquiry, key)
    session.add(
        Task(
            kind=TaskKind.FOLLOW_UP,
            worker_id=by,
            citizen_id=key,
            due=workdays_after(today, _days(session)),
            text=f"Planlæg et første møde med {initials}, gerne et besøg, før I taler på afstand.",
        )
    )
    session.flush()
    describe(session, f"Ny borger fra henvendelse: {initials}")
    return key


def tie(session: Session, inquiry_id: Key, citizen_id: Key) -> None:
    """Let a call be about a citizen whom the team knew already (P75).

    Raises PlanError where the call is about a citizen already, or the citizen is not with us.
    """
    inquiry = _of_nobody(session, inquiry_id)
    initials = _tie(session, inquiry, open_citizen(session, citizen_id).id)
    session.flush()
    describe(session, f"Henvendelse knyttet til {initials}")


def latest(session: Session) -> tuple[ListedInquiry, ...]:
    """Return the latest of whoever turned to us, on the hotline or not, the newest first."""
    return _listed(session, true())


def of_day(session: Session, day: date) -> tuple[ListedInquiry, ...]:
    """Return the calls on the hotline of a day, the latest first."""
    return _listed(session, (Inquiry.day == day) & Inquiry.on_hotline.is_(True))


def of_citizen(session: Session, citizen_id: Key) -> tuple[ListedInquiry, ...]:
    """Return the latest inquiries about a citizen, the newest first."""
    return _listed(session, Inquiry.citizen_id == citizen_id)


def _of_nobody(session: Session, inquiry_id: Key) -> Inquiry:
    inquiry = _open(session, inquiry_id)
    if inquiry.citizen_id is not None:
        raise PlanError("Henvendelsen handler allerede om en borger. Intet er ændret.")
    return inquiry


def _tie(session: Session, inquiry: Inquiry, citizen_id: Key) -> str:
    """Let a call, what was sent with it and its tasks be about a citizen; return the initials."""
    inquiry.citizen_id = citizen_id
    for sent in session.scalars(select(MaterialSent).where(MaterialSent.inquiry_id == inquiry.id)):
        sent.citizen_id = citizen_id
    _name_in_tasks(session, inquiry)
    return _initials(session, inquiry)


def _name_in_tasks(session: Session, inquiry: Inquiry) -> None:
    """Let the open tasks of a call name whom it turned out to be about."""
    worker = Task.worker_id == inquiry.worker_id
    unnamed = select(Task).where(worker, Task.citizen_id.is_(None), Task.done_at.is_(None))
    initials = _initials(session, inquiry)
    words = {
        _see_to_words(""): _see_to_words(initials),
        _relief_words(""): _relief_words(initials),
        _follow_up_words(inquiry): _follow_up_words(inquiry),
    }
    for task in session.scalars(unnamed.order_by(Task.id)).all():
        named = words.pop(task.text, None) if task.id > inquiry.id else None
        if named is not None:
            task.text, task.citizen_id = named, inquiry.citizen_id


def _see_to_words(initials: str) -> str:
    whom = initials or "den, de pårørende er bekymrede for"
    return f"Se til {whom}: En pårørende har ringet og er bekymret."


def _relief_words(initials: str) -> str:
    whom = f" til {initials}" if initials else ""
    return (
        f"Læg en plan for aflastning af den pårørende{whom}: Hvem kan tage over hvornår, "
        "hvad kan vi tage, og hvornår taler I sammen igen?"
    )


def _follow_up_words(inquiry: Inquiry) -> str:
    return f"Følg op på henvendelsen: {inquiry.topic}"


def _see_to(session: Session, inquiry: Inquiry, today: date) -> None:
    session.add(
        Task(
            kind=TaskKind.FOLLOW_UP,
            worker_id=_helper(session, inquiry),
            citizen_id=inquiry.citizen_id,
            due=workdays_after(today, _days(session)),
            text=_see_to_words(_initials(session, inquiry)),
        )
    )


def _follow_up(session: Session, inquiry: Inquiry, today: date) -> None:
    session.add(
        Task(
            kind=TaskKind.FOLLOW_UP,
            worker_id=inquiry.worker_id,
            citizen_id=inquiry.citizen_id,
            due=workdays_after(today, 1),
            text=_follow_up_words(inquiry),
        )
    )


def _plan_relief(session: Session, inquiry: Inquiry, today: date) -> None:
    session.add(
        Task(
            kind=TaskKind.OTHER,
            worker_id=_helper(session, inquiry),
            citizen_id=inquiry.citizen_id,
            due=workdays_after(today, _days(session)),
            text=_relief_words(_initials(session, inquiry)),
        )
    )


def _helper(session: Session, inquiry: Inquiry) -> Key:
    """Return who sees to it: the citizen's own contact person, else whoever answered."""
    citizen = None if inquiry.citizen_id is None else session.get(Citizen, inquiry.citizen_id)
    return (citizen.primary_worker_id if citizen is not None else None) or inquiry.worker_id


def _days(session: Session) -> int:
    return conditions_in_force(session).rules.number(FOLLOW_UP).value


def _about(session: Session, inquiry: Inquiry) -> str:
    return _initials(session, inquiry) or inquiry.caller.danish.lower()


def _initials(session: Session, inquiry: Inquiry) -> str:
    citizen = None if inquiry.citizen_id is None else session.get(Citizen, inquiry.citizen_id)
    return "" if citizen is None else citizen.initials


def _listed(session: Session, which: ColumnElement[bool]) -> tuple[ListedInquiry, ...]:
    rows = session.execute(
        select(Inquiry, Citizen.id, Citizen.name, Citizen.initials, Citizen.code, Worker.initials)
        .outerjoin(Citizen, Citizen.id == Inquiry.citizen_id)
        .join(Worker, Worker.id == Inquiry.worker_id)
        .where(which)
        .order_by(Inquiry.day.desc(), Inquiry.start.desc(), Inquiry.id.desc())
        .limit(MOST_LISTED)
    ).all()
    sent = sent_with_inquiries(session, [row[0].id for row in rows])
    return tuple(_one(row, sent.get(row[0].id, ())) for row in rows)


def _one(row: Iterable[Any], materials: tuple[str, ...]) -> ListedInquiry:
    one, key, *name, worker = row
    return ListedInquiry(
        one.id,
        one.day,
        one.start,
        one.minutes,
        one.caller,
        None if key is None else CitizenName(key, *name),
        one.who,
        one.topic,
        one.advice,
        one.guided_to,
        one.strain,
        one.worried,
        one.on_hotline,
        worker,
        materials,
    )


def _open(session: Session, inquiry_id: Key) -> Inquiry:
    inquiry = session.get(Inquiry, inquiry_id)
    if inquiry is None:
        raise PlanError("Henvendelsen findes ikke længere. Andet er ikke ændret.")
    return inquiry
