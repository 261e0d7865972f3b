"""Advice on the contacts that are planned: the situation comes from what lies before each.

Advice for next Thursday knows what is planned until then. The statements are as many for a week
as for one contact.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from bostoette.models.advice import Advice
from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.citizen_fields import ProfileFields
from bostoette.models.key import Key
from bostoette.models.practice_rule import NumberName
from bostoette.models.practice_rules import PracticeRules
from bostoette.models.situation import Situation
from bostoette.planning.advice import advise
from bostoette.planning.situation import LookingBack, as_said, situation_of
from bostoette.planning.tech_trouble import is_paused
from bostoette.services.conditions import ConditionsInForce, conditions_in_force
from bostoette.services.equipment import equipped
from bostoette.store.advice_rows import histories, superusers
from bostoette.store.life_rows import said_by_hand
from bostoette.store.remote_rows import video_pauses

ROW_DAYS = 56
"""Contacts at a distance in a row are counted over so many days at least (P16)."""
_DAYS_A_YEAR, _MONTHS_A_YEAR = 365, 12
_NO_SHOW_DAYS = NumberName("P43", "window_days")
_LATELY_MONTHS = NumberName("P15", "within_months")
_MEETINGS = NumberName("P15", "meetings")


def advice_for(session: Session, contact: AdvisedContact) -> Advice:
    """Return the advice for one contact, saved or only thought of."""
    return advice_for_many(session, [contact])[0]


def advice_for_citizen(
    session: Session, citizen_id: Key, purpose_id: str, worker_id: Key, day: date
) -> Advice:
    """Return which form would fit a citizen, a purpose and a worker on a day, at home."""
    return advice_for(session, AdvisedContact(citizen_id, (worker_id,), purpose_id, day))


def advice_for_many(session: Session, contacts: Sequence[AdvisedContact]) -> tuple[Advice, ...]:
    """Return the advice for each of the contacts, in their order.

    Who knows each other well (P15) is counted back from the first of them.
    """
    return advice_by(session, contacts, conditions_in_force(session)) if contacts else ()


def advice_by(
    session: Session, contacts: Sequence[AdvisedContact], in_force: ConditionsInForce
) -> tuple[Advice, ...]:
    """Return the advice for each of the contacts by these conditions, in force or tried out."""
    if not contacts:
        return ()
    looked_at = _looked_at(session, contacts, in_force.rules)
    return tuple(advise(profile, situation, in_force.compiled) for profile, situation in looked_at)


def advice_with_codes(
    session: Session,
    contacts: Sequence[AdvisedContact],
    code_sets: Sequence[tuple[str, ...]],
) -> tuple[tuple[Advice, ...], ...]:
    """Return for each set of reason codes the advice as it would be with them (P14).

    Everything is read once.
    """
    in_force = conditions_in_force(session)
    looked_at = _looked_at(session, contacts, in_force.rules) if contacts else []
    return tuple(
        tuple(
            advise(profile, replace(situation, reason_codes=codes), in_force.compiled)
            for profile, situation in looked_at
        )
        for codes in code_sets
    )


def looked_at(
    session: Session, contact: AdvisedContact
) -> tuple[ProfileFields, Situation, ConditionsInForce]:
    """Return what an advice on one contact looks at, for whoever needs the same facts."""
    in_force = conditions_in_force(session)
    ((profile, situation),) = _looked_at(session, [contact], in_force.rules)
    return profile, situation, in_force


def _looked_at(
    session: Session, contacts: Sequence[AdvisedContact], rules: PracticeRules
) -> list[tuple[ProfileFields, Situation]]:
    citizens = {contact.citizen_id for contact in contacts}
    days = [contact.day for contact in contacts]
    back = LookingBack(
        rules.number(_NO_SHOW_DAYS).value,
        rules.number(_LATELY_MONTHS).value * _DAYS_A_YEAR // _MONTHS_A_YEAR,
    )
    first = min(days) - timedelta(days=max(ROW_DAYS, back.no_show_days))
    lately = min(days) - timedelta(days=back.lately_days)
    known = equipped(session, citizens)
    there = superusers(session)
    holders = {contact.workers[0] for contact in contacts if contact.workers}
    before = histories(session, citizens, holders, (first, max(days)), lately)
    pauses = video_pauses(session, citizens)
    said = said_by_hand(session, citizens)
    looked_at = []
    for contact in contacts:
        profile = known.get(contact.citizen_id, ProfileFields())
        history = before[contact.citizen_id]
        situation = situation_of(contact, history, there, back, profile.relapsed_on)
        pair = said.get((contact.citizen_id, contact.workers[0])) if contact.workers else None
        if pair is not None:
            situation = as_said(situation, pair, rules.number(_MEETINGS).value)
        if is_paused(pauses.get(contact.citizen_id, ()), contact.day):
            situation = replace(situation, video_paused=True)
        looked_at.append((profile, situation))
    return looked_at
