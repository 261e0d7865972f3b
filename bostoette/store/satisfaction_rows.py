"""Questions about what citizens answered after contacts, and how many there were since (P91)."""

from datetime import date
from typing import Any

from sqlalchemy import String, and_, bindparam, case, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_satisfaction import ContactSatisfaction
from bostoette.models.key import Key
from bostoette.models.satisfaction import Satisfaction
from bostoette.models.timespan import TimeSpan

_ANSWERED = (Satisfaction.GOOD, Satisfaction.OK, Satisfaction.BAD)


def answer_of(session: Session, contact_id: Key, citizen_id: Key) -> ContactSatisfaction | None:
    """Return what a citizen answered about a contact, where anybody has noted it."""
    return session.scalars(
        select(ContactSatisfaction).where(
            ContactSatisfaction.contact_id == contact_id,
            ContactSatisfaction.citizen_id == citizen_id,
        )
    ).first()


def held_since_answer(
    session: Session, citizen_id: Key, contact_id: Key, span: TimeSpan
) -> tuple[int, int]:
    """Count the citizen's contacts before a time, and the videos of them, since she answered.

    Held ones count; the contact itself is left out.
    """
    answered = (
        select(Contact.day, Contact.start)
        .join(ContactSatisfaction, ContactSatisfaction.contact_id == Contact.id)
        .where(
            ContactSatisfaction.citizen_id == citizen_id,
            ContactSatisfaction.answer.in_(_ANSWERED),
            Contact.id != contact_id,
            _before(span),
        )
        .order_by(Contact.day.desc(), Contact.start.desc())
        .limit(1)
    )
    latest = session.execute(answered).first()
    since = (
        ()
        if latest is None
        else (
            or_(
                ContactCitizen.day > latest[0],
                and_(ContactCitizen.day == latest[0], Contact.start > latest[1]),
            ),
        )
    )
    row = session.execute(
        select(func.count(), func.count(case((Contact.form == ContactForm.VIDEO, 1))))
        .select_from(ContactCitizen)
        .join(Contact, Contact.id == ContactCitizen.contact_id)
        .where(
            ContactCitizen.citizen_id == citizen_id,
            Contact.id != contact_id,
            Contact.status == ContactStatus.HELD,
            _before(span),
            *since,
        )
    ).one()
    return row[0], row[1]


_BY_FORM = (
    select(
        type_coerce(Contact.form, String),
        type_coerce(ContactSatisfaction.answer, String),
        func.count(),
    )
    .join(Contact, Contact.id == ContactSatisfaction.contact_id)
    .where(Contact.day.between(bindparam("first"), bindparam("last")))
    .group_by(Contact.form, ContactSatisfaction.answer)
)
_OF_CITIZEN = _BY_FORM.where(ContactSatisfaction.citizen_id == bindparam("citizen"))


def answers_by_form(
    session: Session, first: date, last: date, citizen_id: Key | None = None
) -> dict[ContactForm, dict[Satisfaction, int]]:
    """Count the answers of some days by form, of one citizen or of all."""
    asked: dict[str, Any] = {"first": first, "last": last}
    question = _BY_FORM
    if citizen_id is not None:
        question, asked = _OF_CITIZEN, asked | {"citizen": citizen_id}
    found: dict[ContactForm, dict[Satisfaction, int]] = {}
    for form, answer, count in session.connection().execute(question, asked):
        found.setdefault(ContactForm(form), {})[Satisfaction(answer)] = count
    return found


def _before(span: TimeSpan) -> Any:
    return or_(Contact.day < span.day, and_(Contact.day == span.day, Contact.start <= span.start))
