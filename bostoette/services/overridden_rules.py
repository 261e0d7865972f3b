"""Which rules' advice is set aside most, with the reasons that were written (P07, P09)."""

from collections import defaultdict
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from bostoette.models.advised_contact import AdvisedContact
from bostoette.models.contact import Contact
from bostoette.models.contact_form import CORE_FORMS
from bostoette.models.sheet_version import Overridden
from bostoette.services.advice import advice_for_many

LOOKED_BACK = 182
"""Days: the half year between two meetings about the sheet."""
_REASONS = 3


def most_overridden(session: Session, today: date) -> tuple[Overridden, ...]:
    """Return the rules that spoke against a form that was chosen with a reason, most often first.

    What stands in the contacts of the last half year and those planned; told by today's rules.
    """
    rows = session.scalars(
        select(Contact)
        .where(
            Contact.override_reason != "",
            Contact.day >= today - timedelta(days=LOOKED_BACK),
            Contact.form.in_(CORE_FORMS),
        )
        .options(selectinload(Contact.citizens), selectinload(Contact.workers))
        .order_by(Contact.day.desc(), Contact.id)
    ).all()
    asked = [(row, _about(row)) for row in rows if row.citizens]
    found: dict[str, list[str]] = defaultdict(list)
    for (row, _asked), advice in zip(
        asked, advice_for_many(session, [about for _, about in asked]), strict=True
    ):
        form = advice.of(row.form)
        for rule in form.rules if form is not None else ():
            found[rule].append(row.override_reason)
    told = (
        Overridden(rule, len(reasons), tuple(dict.fromkeys(reasons))[:_REASONS])
        for rule, reasons in found.items()
    )
    return tuple(sorted(told, key=lambda one: (-one.times, one.rule)))


def _about(row: Contact) -> AdvisedContact:
    return AdvisedContact(
        row.citizens[0].citizen_id,
        tuple(part.worker_id for part in row.workers),
        row.purpose_id,
        row.day,
        row.start,
        row.place,
        row.id,
    )
