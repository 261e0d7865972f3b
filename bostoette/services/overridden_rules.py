"""Which rules' advice is set aside most, with the reasons that were written (P07, P09)."""

from collections import defaultdict
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.contact import Contact
from bostoette.models.sheet_version import Overridden
from bostoette.services.rules_against import rules_set_aside

LOOKED_BACK = 182
"""Days: the half year between two meetings about the sheet."""
_REASONS = 3


def most_overridden(session: Session, today: date) -> tuple[Overridden, ...]:
    """Return the rules that spoke against a form that was chosen with a reason, most often first.

    What stands in the contacts of the last half year and those planned, as it was when chosen.
    """
    rows = session.execute(
        select(Contact.id, Contact.override_reason)
        .where(
            Contact.override_reason != "",
            Contact.day >= today - timedelta(days=LOOKED_BACK),
        )
        .order_by(Contact.day, Contact.id)
    ).all()
    rules_of = rules_set_aside(session, [key for key, _reason in rows])
    found: dict[str, list[str]] = defaultdict(list)
    for key, reason in reversed(rows):
        for rule in rules_of.get(key, ()):
            found[rule].append(reason)
    told = (
        Overridden(rule, len(reasons), tuple(dict.fromkeys(reasons))[:_REASONS])
        for rule, reasons in found.items()
    )
    return tuple(sorted(told, key=lambda one: (-one.times, one.rule)))
