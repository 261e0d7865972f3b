"""A walk on a rainy day: held otherwise with one press, and the citizen is told (P59)."""

from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactPlace, ContactStatus
from bostoette.models.folded_text import folded_words
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.planning.citizen_message import Meeting, change_told, known_before
from bostoette.services.contacts import open_contact, whom
from bostoette.services.tasks import open_inform_tasks, tell_citizen
from bostoette.store.journal import describe

_WORDS = (
    (ContactForm.PHONE, ("telefon", "ring", "opkald")),
    (ContactForm.VIDEO, ("video", "skaerm")),
)
_HOME = ("besoeg", "hjemme", "hjem")


def rain_plan(session: Session, contact_id: Key) -> str:
    """Return what is to be done instead of a planned walk in bad weather; "" where nothing is."""
    contact = session.get(Contact, contact_id)
    planned = contact is not None and contact.status is ContactStatus.PLANNED
    if contact is None or not planned or contact.form is not ContactForm.WALK_TALK:
        return ""
    return contact.bad_weather_plan


def hold_otherwise(session: Session, contact_id: Key, *, by: Key, today: date) -> None:
    """Hold a walk as its plan for bad weather says, at the same time, and note to tell of it.

    The plan's words tell the form: phone, video, else a visit, at home where it says so. Raises
    PlanError where the walk has no such plan.
    """
    plan = rain_plan(session, contact_id)
    if not plan:
        raise PlanError(
            "Der står ikke, hvad I gør ved dårligt vejr. Intet er ændret. Skriv det i kontakten."
        )
    contact = open_contact(session, contact_id)
    waiting = open_inform_tasks(session, [contact_id]).get(contact_id)
    known = known_before(waiting.text) if waiting else _meeting(contact).said()
    contact.form = _form(plan)
    if contact.form is ContactForm.PHYSICAL:
        at_home = any(word in folded_words(plan).split() for word in _HOME)
        contact.place = ContactPlace.HOME if at_home else ContactPlace.OTHER
        contact.place_text = contact.place_text if at_home else plan
    session.flush()
    tell_citizen(session, contact, change_told(known, _meeting(contact)), today, by=by)
    describe(session, f"Dårligt vejr: {whom(session, contact)} til {contact.form.full_name}")


def _meeting(contact: Contact) -> Meeting:
    return Meeting(contact.form, contact.day, contact.start)


def _form(plan: str) -> ContactForm:
    words = folded_words(plan).split()
    for form, said in _WORDS:
        if any(word.startswith(said) for word in words):
            return form
    return ContactForm.PHYSICAL
