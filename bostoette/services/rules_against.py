"""Which rules speak against the form of contacts that were chosen all the same (P07, P09)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from bostoette.models.advice import Advice, once
from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.contact import Contact
from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.planning.form_question import joined
from bostoette.planning.group_advice import HELD_AS
from bostoette.services.advice import advice_for_many
from bostoette.store.set_aside_rows import kept_rules

MOST_ADVISED = 100
"""Of decisions that nothing is kept of so many are looked at, the latest: each takes 2 ms."""


def rules_set_aside(session: Session, keys: Sequence[Key]) -> dict[Key, tuple[str, ...]]:
    """Return the rules that each contact's reason set aside, as it was when the form was chosen.

    ``keys`` are in order of time. What was decided before that was kept is told by today's rules.
    """
    kept = kept_rules(session, keys)
    older = [key for key in keys if key not in kept][-MOST_ADVISED:]
    return {**kept, **rules_against(session, older)}


def rules_against(session: Session, keys: Sequence[Key]) -> Mapping[Key, tuple[str, ...]]:
    """Return the rules that speak today against the form of each contact."""
    if not keys:
        return {}
    found = session.scalars(
        select(Contact)
        .where(Contact.id.in_(keys))
        .options(selectinload(Contact.citizens), selectinload(Contact.workers))
        .order_by(Contact.day, Contact.id)
    ).all()
    return rules_against_these(session, found)


def rules_against_these(
    session: Session, contacts: Sequence[Contact]
) -> Mapping[Key, tuple[str, ...]]:
    """Return the rules that speak today against the form of contacts at hand."""
    asked = [
        (contact.id, about) for contact in contacts for about in AdvisedContact.of_stored(contact)
    ]
    of: dict[Key, list[Advice]] = defaultdict(list)
    advices = advice_for_many(session, [about for _key, about in asked])
    for (key, _about_it), advice in zip(asked, advices, strict=True):
        of[key].append(advice)
    return {one.id: _rules(one.form, joined(of[one.id])) for one in contacts}


def _rules(form: ContactForm, advice: Advice | None) -> tuple[str, ...]:
    """Return the rules of what a reason was asked for; in a group what rules the form out."""
    held_as = HELD_AS.get(form, form)
    found = advice.of(held_as) if advice is not None else None
    if found is None:
        return ()
    return once(*(one.rules for one in found.reasons if held_as is form or one.excludes))
