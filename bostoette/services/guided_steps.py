"""Ready steps for guided support, put on the agenda and ticked on the way (P50)."""

from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.contact import AgendaItem, Contact
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.step_lists import GuidedSteps
from bostoette.models.team import ApprovedPlatform, Purpose
from bostoette.services.contacts import open_contact, whom
from bostoette.store.journal import describe
from bostoette.store.step_lists_file import delivered_step_lists

GUIDED, RELATIVES = "guided_support", "relatives_contact"


def offered(session: Session, contact_id: Key) -> tuple[GuidedSteps, ...]:
    """Return the ready lists for a planned contact of guided support; none for others."""
    contact = session.get(Contact, contact_id)
    if contact is None or contact.status is not ContactStatus.PLANNED:
        return ()
    return delivered_step_lists().guided if _is(session, contact, GUIDED) else ()


def values_trip(session: Session, contact_id: Key) -> bool:
    """Tell whether the trip to the shop means something to the citizen, by the profile."""
    contact = open_contact(session, contact_id)
    people = (session.get(Citizen, part.citizen_id) for part in contact.citizens)
    return any(one is not None and one.profile.values_shop_trip for one in people)


def put_in(session: Session, contact_id: Key, steps_id: str) -> None:
    """Put the steps of a ready list on the agenda, those that stand there already left out."""
    contact = open_contact(session, contact_id)
    steps = next(one for one in delivered_step_lists().guided if one.id == steps_id)
    there = {item.text for item in contact.agenda}
    last = max((item.position for item in contact.agenda), default=-1)
    new = [step for step in steps.steps if step not in there]
    for position, text in enumerate(new, start=last + 1):
        contact.agenda.append(AgendaItem(position=position, text=text))
    if new:
        describe(session, f"Trin til {whom(session, contact)}")


def note_trip_valued(session: Session, contact_id: Key) -> None:
    """Note in the profile that the trip to the shop means something."""
    contact = open_contact(session, contact_id)
    for part in contact.citizens:
        citizen = session.get(Citizen, part.citizen_id)
        if citizen is not None:
            citizen.profile.values_shop_trip = True
    describe(session, f"Turen til butikken betyder noget: {whom(session, contact)}")


def relatives_guide(session: Session, contact_id: Key) -> tuple[str, ...]:
    """Return how to set up a talk with relatives on the contact's platform (P35)."""
    contact = session.get(Contact, contact_id)
    if contact is None or not _is(session, contact, RELATIVES):
        return ()
    chosen = contact.video_platform_id
    platform = None if chosen is None else session.get(ApprovedPlatform, chosen)
    return delivered_step_lists().guide_for(platform.title if platform else "").steps


def _is(session: Session, contact: Contact, purpose_id: str) -> bool:
    purpose = session.get(Purpose, contact.purpose_id)
    return contact.purpose_id == purpose_id or (purpose is not None and purpose.like == purpose_id)
