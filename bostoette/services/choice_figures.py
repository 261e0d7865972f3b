"""The figures of why forms were chosen, and of advice that was set aside (P06, P07, P09)."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.contact import Contact
from bostoette.models.contact_form import CORE_FORMS
from bostoette.models.figure import Figure
from bostoette.models.figure_rows import FigureContact
from bostoette.models.figure_scope import Ask, ScopeKind
from bostoette.models.key import Key
from bostoette.planning.choice_figures import against_advice, form_reasons, rules_set_aside
from bostoette.services.advice import advice_for_many
from bostoette.services.conditions import conditions_in_force
from bostoette.store import figure_rows as rows

MOST_ADVISED = 100
"""By which rule is told of so many contacts, the latest ones: each takes 2 ms."""


def choice_figures(session: Session, ask: Ask) -> tuple[Figure, ...]:
    """Return the figures; by which rule only contacts with a written reason are looked at."""
    in_force = conditions_in_force(session)
    contacts = rows.contacts_asked(session, ask)
    workers = rows.all_workers(session) if ask.scope.kind is ScopeKind.TEAM else ()
    texts = {key: rule.text for key, rule in in_force.rules.rules.items()}
    return (
        form_reasons(contacts, workers),
        against_advice(contacts, in_force.words.reason_codes),
        rules_set_aside(_set_aside(session, contacts), texts, MOST_ADVISED),
    )


def _set_aside(session: Session, contacts: Sequence[FigureContact]) -> dict[str, list[Key]]:
    """Return by rule the contacts in whose form it speaks against today."""
    keys = [
        one.id
        for one in contacts
        if one.overridden and one.form in CORE_FORMS and one.status.takes_time
    ]
    advised = _advised(session, keys[-MOST_ADVISED:])
    forms = {one.id: one.form for one in contacts}
    found: dict[str, list[Key]] = defaultdict(list)
    for about, advice in zip(advised, advice_for_many(session, advised), strict=True):
        key = about.contact_id
        form = None if key is None else advice.of(forms[key])
        if key is not None and form is not None:
            for rule in dict.fromkeys(form.rules):
                found[rule].append(key)
    return found


def _advised(session: Session, keys: Sequence[Key]) -> list[AdvisedContact]:
    """Return what was advised on, with the first citizen of each contact."""
    rows = session.scalars(
        select(Contact)
        .where(Contact.id.in_(keys))
        .options(selectinload(Contact.citizens), selectinload(Contact.workers))
        .order_by(Contact.day, Contact.id)
    )
    return [
        AdvisedContact(
            row.citizens[0].citizen_id,
            tuple(part.worker_id for part in row.workers),
            row.purpose_id,
            row.day,
            row.start,
            row.place,
            row.id,
        )
        for row in rows
        if row.citizens
    ]
