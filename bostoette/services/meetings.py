"""A meeting's roles, talking order, attendance and checklist (P31, P74)."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.attendance import Attendance, MeetingDuty
from bostoette.models.citizen import Citizen
from bostoette.models.contact import (
    Contact,
    ContactCitizen,
    ContactParticipant,
    ContactWorker,
    MeetingTick,
)
from bostoette.models.key import Key
from bostoette.models.meeting import Meeting, Seat, SeatOf, TickedPoint
from bostoette.models.plan_error import PlanError
from bostoette.models.wording import clock
from bostoette.models.worker import Worker
from bostoette.planning.several_people import sentences
from bostoette.services.conditions import conditions_in_force
from bostoette.services.contacts import fields_of, open_contact, whom
from bostoette.store.journal import describe
from bostoette.store.step_lists_file import delivered_step_lists

Part = ContactWorker | ContactCitizen | ContactParticipant


def meeting_of(session: Session, contact_id: Key) -> Meeting | None:
    """Return a meeting as the panel shows it; None for every other contact."""
    contact = session.get(Contact, contact_id)
    if contact is None or not contact.variant.is_meeting:
        return None
    ticked = {tick.point for tick in contact.meeting_ticks}
    seats = tuple(_seat(session, contact, *one) for one in _parts(contact))
    rules = conditions_in_force(session).rules
    said = [f"{text} ({rule})" for rule, text in sentences(fields_of(contact), rules)]
    return Meeting(
        contact.id,
        contact.meeting_aim,
        tuple(sorted(seats, key=lambda one: one.turn or len(seats) + 1)),
        tuple(
            TickedPoint(one.id, one.text, one.id in ticked)
            for one in delivered_step_lists().meeting_points
        ),
        (*_lacking(seats), *said),
    )


def note_present(session: Session, contact_id: Key, of: SeatOf, key: Key, *, here: bool) -> None:
    """Tick somebody as present at the start, or take the tick away."""
    contact = open_contact(session, contact_id)
    _part(contact, of, key).attendance = Attendance.CAME if here else Attendance.NOT_NOTED
    describe(session, f"Fremmøde: {whom(session, contact)}")


def give_duty(session: Session, contact_id: Key, of: SeatOf, key: Key, duty: MeetingDuty) -> None:
    """Let somebody chair or take the minutes; whoever did so before no longer does."""
    contact = open_contact(session, contact_id)
    if duty is not MeetingDuty.NONE:
        for _of, _key, other in _parts(contact):
            if other.duty is duty:
                other.duty = MeetingDuty.NONE
    _part(contact, of, key).duty = duty
    describe(session, f"Roller på mødet: {whom(session, contact)}")


def talk_earlier(session: Session, contact_id: Key, of: SeatOf, key: Key) -> None:
    """Move somebody one place up in the talking order, which all get a place in by that."""
    contact = open_contact(session, contact_id)
    parts = list(_parts(contact))
    order = sorted(range(len(parts)), key=lambda n: (parts[n][2].turn or len(parts) + 1, n))
    wanted = _part(contact, of, key)
    here = next(place for place, n in enumerate(order) if parts[n][2] is wanted)
    if here:
        order[here - 1], order[here] = order[here], order[here - 1]
    for place, n in enumerate(order, start=1):
        parts[n][2].turn = place
    describe(session, f"Talerække: {whom(session, contact)}")


def tick(
    session: Session, contact_id: Key, point: str, *, done: bool, by: Key, today: date
) -> None:
    """Tick a point of the checklist, or take the tick away."""
    contact = open_contact(session, contact_id)
    there = next((one for one in contact.meeting_ticks if one.point == point), None)
    if done and there is None:
        contact.meeting_ticks.append(MeetingTick(point=point, ticked_on=today, ticked_by=by))
    elif not done and there is not None:
        contact.meeting_ticks.remove(there)
    describe(session, f"Mødets tjekliste: {whom(session, contact)}")


def _parts(contact: Contact) -> Iterator[tuple[SeatOf, Key, Part]]:
    for worker in contact.workers:
        yield SeatOf.WORKER, worker.worker_id, worker
    for citizen in contact.citizens:
        yield SeatOf.CITIZEN, citizen.citizen_id, citizen
    for other in contact.participants:
        yield SeatOf.OTHER, other.id, other


def _part(contact: Contact, of: SeatOf, key: Key) -> Part:
    for found_of, found_key, part in _parts(contact):
        if (found_of, found_key) == (of, key):
            return part
    raise PlanError("Deltageren er ikke længere med. Intet er ændret; se mødet efter igen.")


def _seat(session: Session, contact: Contact, of: SeatOf, key: Key, part: Part) -> Seat:
    hours = ""
    if isinstance(part, ContactParticipant):
        name = f"{part.name} ({part.role})" if part.role else part.name
        initials = part.role or "anden deltager"
        if (part.from_minute, part.until_minute) != (contact.span.start, contact.span.end):
            hours = f"{clock(part.from_minute)}–{clock(part.until_minute)}"
    else:
        name, initials = _person(session, of, key)
    return Seat(of, key, name, initials, part.attendance, part.duty, part.turn, hours)


def _person(session: Session, of: SeatOf, key: Key) -> tuple[str, str]:
    kind: type[Worker | Citizen] = Worker if of is SeatOf.WORKER else Citizen
    found = session.execute(select(kind.name, kind.initials).where(kind.id == key)).one()
    return found[0], found[1]


def _lacking(seats: tuple[Seat, ...]) -> Iterator[str]:
    """Say which role nobody has yet (P74)."""
    duties = {seat.duty for seat in seats}
    missing = [one.danish for one in (MeetingDuty.CHAIR, MeetingDuty.MINUTES) if one not in duties]
    if missing:
        yield f"Mødet mangler {' og '.join(missing)}. (P74)"
