"""What would take a sentence of a week away, and doing it in one step that can be undone."""

from collections.abc import Sequence
from datetime import datetime, time

from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.mend import Mend, MendKind
from bostoette.models.week_contact import WeekContact
from bostoette.models.worker import Worker
from bostoette.planning import mends
from bostoette.planning.checked_week import CheckedWeek
from bostoette.planning.week_sentence import WeekSentence
from bostoette.services import contacts, form_choice, handing_over
from bostoette.services.week_knowledge import checked_week, week_around
from bostoette.store.journal import describe


def mend_for(session: Session, week: CheckedWeek, sentence: WeekSentence) -> Mend | None:
    """Return what would take a sentence away; None where nothing simple does."""

    def allowed(contact: WeekContact, form: ContactForm) -> bool:
        return form_choice.question_about_form(session, contact.id, form) is None

    def fits(worker: Key, handed: WeekContact) -> bool:
        return _fits(session, week, worker, handed)

    return (
        mends.visit(sentence)
        or mends.bridge(sentence)
        or mends.air(week, sentence)
        or mends.split(week, sentence)
        or mends.swap_video(week, sentence, allowed)
        or mends.out_another_day(week, sentence, allowed)
        or mends.hand_to_known(week, sentence, _known(session, week, sentence), fits)
    )


def carry_out(session: Session, mend: Mend) -> Key:
    """Do what was proposed, in one step; return the key of the contact that it is about.

    Raises PlanError where the contact is not there any more, is held meanwhile, or may not have
    the form. A visit is not planned here: the form asks for the rest of it.
    """
    match mend.kind:
        case MendKind.SPLIT:
            _split(session, mend)
        case MendKind.MOVE:
            contacts.move(session, mend.contact_id, mend.spans[0])
            if mend.form is not None:
                form_choice.change_form(session, mend.contact_id, mend.form)
        case MendKind.FORM if mend.form is not None:
            form_choice.change_form(session, mend.contact_id, mend.form)
        case MendKind.HAND_OVER:
            handing_over.hand_over(session, mend.contact_id, mend.leaves, mend.comes, mend.spans[0])
        case _:
            message = f"{mend.kind} is asked about in the form"
            raise ValueError(message)
    return mend.contact_id


def _split(session: Session, mend: Mend) -> None:
    first, *others = mend.spans
    for span in others:
        handing_over.copy_to(session, mend.contact_id, span)
    contacts.move(session, mend.contact_id, first)
    who = contacts.whom(session, contacts.open_contact(session, mend.contact_id))
    describe(session, f"Del {who} i {len(mend.spans)}")


def _known(
    session: Session, week: CheckedWeek, sentence: WeekSentence
) -> Sequence[tuple[Key, str]]:
    """Return the primary and the secondary worker of the citizen that it is about."""
    keys = [
        one.id
        for contact in week.planned
        if contact.id in sentence.contacts
        for one in contact.citizens
    ]
    citizen = session.get(Citizen, keys[0]) if keys else None
    if citizen is None:
        return ()
    named = (citizen.primary_worker_id, citizen.secondary_worker_id)
    found = (session.get(Worker, key) for key in named if key is not None)
    return [(one.id, one.initials) for one in found if one is not None and one.active]


def _fits(session: Session, week: CheckedWeek, worker: Key, contact: WeekContact) -> bool:
    """Look at the contact in the worker's own week, which may not be the one that is shown."""
    shown, known = week_around(
        session, IsoWeek.of(contact.day), (worker,), tuple(one.id for one in contact.citizens)
    )
    begins = datetime.combine(contact.day, time())
    own = checked_week(shown, known, week.holiday, week.now or begins)
    return mends.fits_into(own, contact)
