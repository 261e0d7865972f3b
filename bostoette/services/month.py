"""What a small month shows: the days that hold contacts."""

from datetime import date

from sqlalchemy.orm import Session

from bostoette.models.key import Key
from bostoette.store.contact_days import contact_days


def busy_days(
    session: Session, workers: tuple[Key, ...], first: date, last: date
) -> frozenset[date]:
    """Return the days between two, both included, on which the workers have contacts."""
    return contact_days(session, workers, first, last)
