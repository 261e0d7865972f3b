"""Asking a citizen now and then whether a contact was good: when, the answer, the counts (P91).

The question is due with every fourth held contact since she last answered, or after four videos
(the numbers are the rule's). "Not asked" is kept, and leaves the question due.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.contact_satisfaction import ContactSatisfaction
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.models.practice_rule import NumberName
from bostoette.models.satisfaction import FormSatisfaction, Satisfaction
from bostoette.services.conditions import conditions_in_force
from bostoette.services.contacts import open_contact
from bostoette.services.open_citizen import open_citizen
from bostoette.store.journal import describe
from bostoette.store.satisfaction_rows import answer_of, answers_by_form, held_since_answer

RULE = "P91"
ASK_EVERY_CONTACTS = NumberName(RULE, "ask_every_contacts")
ASK_EVERY_VIDEOS = NumberName(RULE, "ask_every_videos")
FEWEST_ANSWERS = NumberName(RULE, "fewest_answers")


@dataclass(frozen=True, slots=True)
class SatisfactionQuestion:
    """The question about one contact to one of its citizens."""

    citizen_id: Key
    initials: str
    due: bool
    answer: Satisfaction | None


def questions_of(session: Session, contact_id: Key) -> tuple[SatisfactionQuestion, ...]:
    """Return the question to each citizen of a contact; the contact itself counts as held."""
    contact = open_contact(session, contact_id)
    found = []
    for part in contact.citizens:
        stored = answer_of(session, contact_id, part.citizen_id)
        found.append(
            SatisfactionQuestion(
                part.citizen_id,
                open_citizen(session, part.citizen_id).initials,
                _is_due(session, contact, part.citizen_id),
                None if stored is None else stored.answer,
            )
        )
    return tuple(found)


def answer(
    session: Session,
    contact_id: Key,
    given: Satisfaction,
    *,
    by: Key,
    today: date,
    citizen_id: Key | None = None,
) -> None:
    """Note what a citizen answered about a contact, instead of what was noted before.

    Without ``citizen_id`` it is the contact's only citizen. Raises PlanError for a contact that
    has not been held, or where the citizen takes no part in it.
    """
    contact = open_contact(session, contact_id)
    if contact.status is not ContactStatus.HELD:
        raise PlanError(
            "Kontakten er ikke afholdt, så borgeren kan ikke spørges om den endnu. "
            "Intet er gemt. Markér den som afholdt først."
        )
    key = _citizen_of(contact, citizen_id)
    stored = answer_of(session, contact_id, key)
    if stored is None:
        stored = ContactSatisfaction(contact_id=contact_id, citizen_id=key)
        contact.answers.append(stored)
    elif stored.answer is given:
        return
    stored.answer, stored.asked_on, stored.noted_by = given, today, by
    session.flush()
    describe(session, f"Borgerens svar: {open_citizen(session, key).initials}")


def take_back(session: Session, contact_id: Key, citizen_id: Key | None = None) -> None:
    """Take away what was noted of a citizen's answer about a contact."""
    contact = open_contact(session, contact_id)
    key = _citizen_of(contact, citizen_id)
    stored = answer_of(session, contact_id, key)
    if stored is not None:
        session.delete(stored)
        session.flush()
        describe(session, f"Fjern borgerens svar: {open_citizen(session, key).initials}")


def by_form(
    session: Session, first: date, last: date, citizen_id: Key | None = None
) -> tuple[FormSatisfaction, ...]:
    """Return the answers of some days by form, of one citizen or of the whole team.

    The four forms always; others where somebody was asked.
    """
    fewest = conditions_in_force(session).rules.number(FEWEST_ANSWERS).value
    found = answers_by_form(session, first, last, citizen_id)
    forms = [*CORE_FORMS, *(form for form in ContactForm if form not in CORE_FORMS)]
    return tuple(
        _counted(form, found.get(form, {}), fewest)
        for form in forms
        if form in CORE_FORMS or form in found
    )


def _counted(
    form: ContactForm, answers: Mapping[Satisfaction, int], fewest: int
) -> FormSatisfaction:
    good, ok, bad, not_asked = (answers.get(one, 0) for one in Satisfaction)
    return FormSatisfaction(form, good, ok, bad, not_asked, fewest)


def _is_due(session: Session, contact: Contact, citizen_id: Key) -> bool:
    rules = conditions_in_force(session).rules
    if not rules.rules[RULE].on:
        return False
    held, videos = held_since_answer(session, citizen_id, contact.id, contact.span)
    on_video = contact.form is ContactForm.VIDEO
    if held + 1 >= rules.number(ASK_EVERY_CONTACTS).value:
        return True
    return on_video and videos + 1 >= rules.number(ASK_EVERY_VIDEOS).value


def _citizen_of(contact: Contact, citizen_id: Key | None) -> Key:
    keys = [part.citizen_id for part in contact.citizens]
    if citizen_id is None and len(keys) == 1:
        return keys[0]
    if citizen_id is None or citizen_id not in keys:
        raise PlanError(
            "Vælg den borger, der har svaret; kontakten er med flere. Intet er gemt endnu."
        )
    return citizen_id
