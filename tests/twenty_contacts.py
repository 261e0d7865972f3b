"""Twenty contacts of M.J.'s with A.M. in week 47 and 48, counted by hand.

Visits: 5 held, 1 cancelled by A.M., 1 cancelled by us, 1 no-show, 1 converted. Phone calls:
4 held (one of them came instead of the converted visit), 1 cancelled by A.M., 2 no-shows.
Video: 2 held, 1 no-show. Walk: 1 held. That is 20; 12 of them held.
"""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from bostoette.models.contact import Contact, ContactCitizen, ContactWorker
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.services.desk import Desk
from bostoette.store.journal import describe
from tests.clock import MONDAY

HELD, BY_CITIZEN, BY_US, NO_SHOW, CONVERTED = (
    ContactStatus.HELD,
    ContactStatus.CANCELLED_BY_CITIZEN,
    ContactStatus.CANCELLED_BY_US,
    ContactStatus.NO_SHOW,
    ContactStatus.CONVERTED,
)
VISIT, PHONE, VIDEO, WALK = (
    ContactForm.PHYSICAL,
    ContactForm.PHONE,
    ContactForm.VIDEO,
    ContactForm.WALK_TALK,
)
TWENTY = (
    *((VISIT, status) for status in (HELD, HELD, HELD, HELD, HELD)),
    *((VISIT, status) for status in (BY_CITIZEN, BY_US, NO_SHOW, CONVERTED)),
    *((PHONE, status) for status in (HELD, HELD, HELD, HELD, BY_CITIZEN, NO_SHOW, NO_SHOW)),
    *((VIDEO, status) for status in (HELD, HELD, NO_SHOW)),
    (WALK, HELD),
)
FIRST = MONDAY - timedelta(weeks=1)


def add_contact(
    session: Session,
    worker: Key,
    citizens: tuple[Key, ...],
    day: date,
    form: ContactForm,
    status: ContactStatus = HELD,
    **fields: object,
) -> Contact:
    """Put a contact into the file as it is after it was held or not."""
    contact = Contact(
        purpose_id="short_follow_up",
        form=form,
        day=day,
        start=fields.pop("start", 540),
        minutes=fields.pop("minutes", 30),
        status=status,
        workers=[ContactWorker(worker_id=worker, day=day)],
        citizens=[
            ContactCitizen(citizen_id=key, day=day, position=place)
            for place, key in enumerate(citizens)
        ],
        **fields,
    )
    session.add(contact)
    session.flush()
    describe(session, "Kontakt")
    return contact


def add_twenty(desk: Desk, worker: Key, citizen: Key) -> tuple[Key, ...]:
    """Put the twenty into the file, two a working day from Monday of week 47."""

    def add(session: Session) -> tuple[Key, ...]:
        keys = []
        for place, (form, status) in enumerate(TWENTY):
            week, weekday = divmod(place // 2, 5)
            day = FIRST + timedelta(weeks=week, days=weekday)
            start = 540 + 120 * (place % 2)
            keys.append(add_contact(session, worker, (citizen,), day, form, status, start=start).id)
        return tuple(keys)

    return desk.upkeep(add)
