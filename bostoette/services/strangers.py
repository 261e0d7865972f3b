"""Giving a contact to a colleague: who it is better given to where she is a stranger (P13)."""

from dataclasses import replace

from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus, FormReason
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.remote_contact import REMOTE_TALKS
from bostoette.models.stranger_question import StrangerAnswer, StrangerQuestion, StrangerWay
from bostoette.models.timespan import TimeSpan
from bostoette.models.week_contact import CitizenName
from bostoette.models.worker import Worker
from bostoette.services import contacts, form_choice
from bostoette.services.conditions import conditions_in_force
from bostoette.services.cover import known_and_free
from bostoette.services.handing_over import hand_over
from bostoette.store.journal import describe

RULE = "P13"
CALL_MINUTES = NumberName(RULE, "short_call")
WHY_A_CALL = "Kort opkald for at flytte aftalen"


def question_about_stranger(
    session: Session, contact_id: Key, leaves: Key, comes: Key, to: TimeSpan
) -> StrangerQuestion | None:
    """Return what to ask before a colleague takes over; None where nothing speaks against her.

    Only calls and video are asked about, and only where the citizen knows others in the team.
    """
    contact = contacts.open_contact(session, contact_id)
    if contact.status is not ContactStatus.PLANNED or contact.form not in REMOTE_TALKS:
        return None
    wanted = _taken_over(contacts.fields_of(contact), leaves, comes, to)
    question = form_choice.question_about(session, wanted, contact_id)
    if question is None or all(RULE not in one.rules for one in question.reasons):
        return None
    citizen = session.get_one(Citizen, wanted.citizens[0])
    return StrangerQuestion(
        CitizenName(citizen.id, citizen.name, citizen.initials, citizen.code),
        session.get_one(Worker, comes).initials,
        contact.form,
        known_and_free(session, citizen.id, to, {*wanted.workers, leaves}),
        conditions_in_force(session).rules.number(CALL_MINUTES).value,
        question,
    )


def give_over(
    session: Session, contact_id: Key, leaves: Key, to: TimeSpan, answer: StrangerAnswer
) -> Key:
    """Give a contact to a colleague in the way that was chosen; return the contact's key.

    A video becomes a call of its own where it is only to be moved. Raises PlanError where the
    contact is held, and where it stays as it is without the reason that P07 asks for.
    """
    comes = answer.comes
    match answer.way:
        case StrangerWay.KNOWN:
            hand_over(session, contact_id, leaves, comes, to)
        case StrangerWay.VISIT:
            hand_over(session, contact_id, leaves, comes, to)
            contact = contacts.open_contact(session, contact_id)
            contact.form, contact.form_reason = ContactForm.PHYSICAL, FormReason.PROFESSIONAL
            contact.override_reason = ""
            describe(session, f"Giv {contacts.whom(session, contact)} til en kollega, som besøg")
        case StrangerWay.SHORT_CALL:
            return _give_as_call(session, contact_id, leaves, comes, to)
        case StrangerWay.ALL_THE_SAME:
            fields = contacts.fields_of(contacts.open_contact(session, contact_id))
            wanted = _taken_over(fields, leaves, comes, to)
            said = replace(wanted, override_reason=answer.reason)
            stored = form_choice.settled(session, said, contact_id)
            hand_over(session, contact_id, leaves, comes, to)
            contacts.open_contact(session, contact_id).override_reason = stored.override_reason
    return contact_id


def _give_as_call(session: Session, contact_id: Key, leaves: Key, comes: Key, to: TimeSpan) -> Key:
    longest = conditions_in_force(session).rules.number(CALL_MINUTES).value
    short = TimeSpan(to.day, to.start, min(to.minutes, longest))
    key = contact_id
    if contacts.open_contact(session, contact_id).form is not ContactForm.PHONE:
        phone = ContactForm.PHONE
        key = contacts.convert(session, contact_id, form=phone, to=short, reason=WHY_A_CALL)
    hand_over(session, key, leaves, comes, short)
    contact = contacts.open_contact(session, key)
    contact.override_reason = WHY_A_CALL
    describe(session, f"Giv {contacts.whom(session, contact)} til en kollega, som kort opkald")
    return key


def _taken_over(fields: ContactFields, leaves: Key, comes: Key, to: TimeSpan) -> ContactFields:
    workers = tuple(comes if key == leaves else key for key in fields.workers)
    return replace(fields, workers=workers, span=to, override_reason="")
