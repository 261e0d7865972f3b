"""The days on which workers have contacts, read from one index."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bostoette.models.contact import ContactWorker
from bostoette.models.key import Key

_DAYS = (
    select(ContactWorker.day)
    .where(
        ContactWorker.worker_id.in_(bindparam("workers", expanding=True)),
        ContactWorker.day.between(bindparam("first"), bindparam("last")),
    )
    .distinct()
)


def contact_days(
    session: Session, workers: Sequence[Key], first: date, last: date
) -> frozenset[date]:
    """Return the days from the first to the last on which any of the workers has a contact."""
    asked = {"workers": list(workers), "first": first, "last": last}
    return frozenset(session.connection().execute(_DAYS, asked).scalars())
