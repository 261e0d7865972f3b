"""Trying a change of the conditions before it is saved: advice before and after it (P09).

On somebody invented, on a real citizen, and on the team's planned contacts of a week.
"""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.advice import Advice
from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.citizen import Citizen
from bostoette.models.contact_form import CORE_FORMS, ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.sheet_change import Pending, with_change
from bostoette.models.sheet_trial import ChangedContact, InventedCase, Trial, WeekTrial
from bostoette.models.week_contact import WeekContact
from bostoette.models.worker import Worker
from bostoette.planning.advice import advise
from bostoette.services.advice import advice_by
from bostoette.services.conditions import ConditionsInForce, in_force_with, with_own_purposes
from bostoette.store.sheet_rows import sheet_changes_and_purposes
from bostoette.store.weeks import contacts_of_workers


def try_on_invented(session: Session, case: InventedCase, pending: Pending) -> Trial:
    """Return the advice on a made-up case before and after a change."""
    before, after = _both(session, pending)
    return Trial(
        advise(case.profile, case.situation, before.compiled),
        advise(case.profile, case.situation, after.compiled),
    )


def try_on_citizen(session: Session, contact: AdvisedContact, pending: Pending) -> Trial:
    """Return the advice on a real citizen's contact before and after a change.

    It is held by the primary worker, where there is one: whoever tries it, mostly the team leader,
    has seldom met the citizen, and that would speak against every distance.
    """
    citizen = session.get(Citizen, contact.citizen_id)
    if citizen is not None and citizen.primary_worker_id is not None:
        contact = replace(contact, workers=(citizen.primary_worker_id,))
    before, after = _both(session, pending)
    return Trial(advice_by(session, [contact], before)[0], advice_by(session, [contact], after)[0])


def try_on_week(session: Session, week: IsoWeek, pending: Pending) -> WeekTrial:
    """Return which of the team's planned contacts of a week would be advised otherwise.

    A contact with several citizens counts once, with the first of them who is concerned.
    """
    before, after = _both(session, pending)
    workers = session.scalars(select(Worker.id).where(Worker.active.is_(True))).all()
    planned = [
        one
        for one in contacts_of_workers(session, workers, week.monday, week.sunday)
        if one.status is ContactStatus.PLANNED and one.form in CORE_FORMS and one.citizens
    ]
    asked = [(one, about) for one in planned for about in AdvisedContact.of_week(one)]
    advised = [about for _one, about in asked]
    pairs = zip(
        asked, advice_by(session, advised, before), advice_by(session, advised, after), strict=True
    )
    changed: dict[Key, ChangedContact] = {}
    for (one, about), was, becomes in pairs:
        if _differs(was, becomes) and one.id not in changed:
            changed[one.id] = _changed(one, about.citizen_id, was, becomes)
    return WeekTrial(len(planned), tuple(changed.values()))


def _both(session: Session, pending: Pending) -> Sequence[ConditionsInForce]:
    changes, own = sheet_changes_and_purposes(session)
    both = (changes, with_change(changes, pending))
    return [with_own_purposes(in_force_with(one), own) for one in both]


def _differs(was: Advice, becomes: Advice) -> bool:
    """Tell whether any form fits otherwise, or for other rules."""
    return [(one.form, one.outcome, one.rules) for one in was.forms] != [
        (one.form, one.outcome, one.rules) for one in becomes.forms
    ]


def _changed(one: WeekContact, citizen_id: Key, was: Advice, becomes: Advice) -> ChangedContact:
    initials = next(each.initials for each in one.citizens if each.id == citizen_id)
    return ChangedContact(
        one.id, initials, one.form, one.day, _word(was, one.form), _word(becomes, one.form)
    )


def _word(advice: Advice, form: ContactForm) -> str:
    found = advice.of(form)
    return found.word if found is not None else advice.headline
