"""Agreements on the next contact's agenda (P33, P68): what was agreed, and what nobody has seen.

What was agreed or is not done yet comes onto the agenda of the next contact; what somebody was
only told of comes onto that of the next visit. What the note answers is ticked on its own agenda.
"""

from collections.abc import Iterable

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from bostoette.models.agreement import Agreement
from bostoette.models.contact import AgendaItem, Contact, ContactCitizen
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.note import Note
from bostoette.models.note_fields import NoteFields
from bostoette.models.note_kinds import SeenOrTold

TO_SEE = "Se, om det er gjort"


def carry_over(session: Session, note: Note, fields: NoteFields) -> None:
    """Carry a note's agreements on; part of the act that signs it."""
    here = session.get_one(Contact, note.contact_id)
    again, unseen = [one.text.strip() for one in fields.agreed], []
    for answered in fields.answered:
        text = session.get_one(Agreement, answered.agreement_id).text
        _tick(here, text)
        if answered.outcome.goes_on:
            again.append(text)
        if answered.how is SeenOrTold.TOLD:
            unseen.append(f"{TO_SEE}: {text}")
    _put(_next(session, note, here, list(ContactForm)), again)
    _put(_next(session, note, here, [ContactForm.PHYSICAL]), unseen)


def _tick(contact: Contact, text: str) -> None:
    for item in contact.agenda:
        if item.text.removeprefix(f"{TO_SEE}: ") == text:
            item.done = True


def _put(contact: Contact | None, texts: Iterable[str]) -> None:
    if contact is None:
        return
    known = {item.text for item in contact.agenda}
    last = max((item.position for item in contact.agenda), default=-1)
    fresh = [text for text in dict.fromkeys(texts) if text not in known]
    contact.agenda.extend(
        AgendaItem(position=place, text=text) for place, text in enumerate(fresh, start=last + 1)
    )


def _next(session: Session, note: Note, here: Contact, forms: list[ContactForm]) -> Contact | None:
    """Return the citizen's next planned contact in one of these forms, her alone."""
    found = session.scalars(
        select(Contact)
        .join(ContactCitizen, ContactCitizen.contact_id == Contact.id)
        .where(
            ContactCitizen.citizen_id == note.citizen_id,
            Contact.status == ContactStatus.PLANNED,
            Contact.form.in_(forms),
            or_(
                ContactCitizen.day > note.day,
                and_(ContactCitizen.day == note.day, Contact.start > here.start),
            ),
        )
        .order_by(ContactCitizen.day, Contact.start)
        .limit(5)
    )
    return next((one for one in found if len(one.citizens) == 1), None)
