"""Faults of file and database, each told in its own Danish sentence.

Sorted by SQLite's own error names, never by message texts.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError
from sqlcipher3 import dbapi2

from bostoette.models.plan_error import PlanError
from bostoette.store.driver_faults import as_plan_error, driver_told_plainly

STALE = (
    "En anden har ændret det samme, siden du åbnede det. Intet er overskrevet. "
    "Luk, se den nye udgave, og gør ændringen igen."
)


class ChangedMeanwhile(PlanError):
    """Somebody saved the same row in between."""


@contextmanager
def told_plainly() -> Iterator[None]:
    """Let what a person can act on leave as a PlanError, and everything else as the bug it is."""
    try:
        with driver_told_plainly():
            yield
    except StaleDataError as fault:
        raise ChangedMeanwhile(STALE) from fault
    except DBAPIError as fault:
        told = as_plan_error(fault.orig) if isinstance(fault.orig, dbapi2.Error) else None
        if told is None:
            raise
        raise told from fault
