"""How many of a team's contacts were kept by converting them, for reports (P24, P85)."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact, ContactWorker
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.planning.rescue_count import FallenContact, RescueCount, rescue_count


def rescues(
    session: Session, workers: Sequence[Key], first: date, last: date
) -> dict[ContactForm, RescueCount]:
    """Return converted and lost contacts of the workers by form, from the first day to the last.

    A contact with several of the workers counts once.
    """
    theirs = select(ContactWorker.contact_id).where(
        ContactWorker.worker_id.in_(workers), ContactWorker.day.between(first, last)
    )
    rows = session.execute(
        select(Contact.id, Contact.day, Contact.form, Contact.status, Contact.converted_from).where(
            or_(
                Contact.id.in_(theirs) & (Contact.status != ContactStatus.PLANNED),
                Contact.converted_from.is_not(None),
            )
        )
    )
    known = [FallenContact(*row) for row in rows]
    mine = set(session.scalars(theirs))
    return rescue_count(
        [one for one in known if one.id in mine or one.converted_from is not None], first, last
    )
