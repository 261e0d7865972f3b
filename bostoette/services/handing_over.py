"""Handing a contact over to a colleague, and copying it to another time."""

from sqlalchemy.orm import Session

from bostoette.models.appointment import Appointment
from bostoette.models.appointment_fields import AppointmentFields
from bostoette.models.appointment_kind import AppointmentKind
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker import Worker
from bostoette.services.appointments import create
from bostoette.services.contacts import (
    details,
    new_contact,
    open_contact,
    refuse_if_held,
    whom,
)
from bostoette.store.journal import describe


def hand_over(session: Session, contact_id: Key, leaves: Key, comes: Key, to: TimeSpan) -> None:
    """Let a colleague hold a contact instead of one of its workers, at a time.

    Raises PlanError for a contact that is held, and where the colleague takes part already.
    """
    contact = open_contact(session, contact_id)
    refuse_if_held(contact)
    workers = [part.worker_id for part in contact.workers]
    if comes in workers:
        raise PlanError(
            "Kollegaen er allerede med i kontakten. Intet er ændret; åbn kontakten for at tage "
            "en af jer ud."
        )
    citizens = tuple(part.citizen_id for part in contact.citizens)
    contact.set_people(tuple(comes if key == leaves else key for key in workers), citizens)
    contact.plan_at(to)
    colleague = session.get(Worker, comes)
    initials = colleague.initials if colleague is not None else ""
    describe(session, f"Giv {whom(session, contact)} til {initials}")


def copy_to(session: Session, contact_id: Key, to: TimeSpan) -> Key:
    """Plan the same contact once more at another time; return the copy's key.

    The citizen has agreed to none of it yet, and the copy belongs to no series.
    """
    copy = new_contact(details(session, contact_id).fields)
    copy.plan_at(to)
    copy.agreed_with_citizen = False
    session.add(copy)
    session.flush()
    describe(session, f"Kopiér {whom(session, copy)}")
    return copy.id


def copy_own_time_to(session: Session, appointment_id: Key, to: TimeSpan) -> Key:
    """Plan the same own time once more; raises PlanError where it is not there any more."""
    found = session.get(Appointment, appointment_id)
    if found is None or found.kind is AppointmentKind.IMPORTED:
        raise PlanError(
            "Aftalen kan ikke kopieres: den er læst fra en kalender eller findes ikke længere. "
            "Intet er ændret."
        )
    return create(session, found.worker_id, AppointmentFields(to, found.kind, found.title))
