"""A long reading that can be stopped: SQLite asks every so often whether it is still wanted.

It asks in the thread that reads; nothing of the connection is reached from another.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bostoette.models.plan_error import PlanError

_STEPS = 20_000
"""So many of SQLite's steps lie between two questions: some milliseconds."""


class Stopped(PlanError):
    """Whoever asked wants it no more."""

    def __init__(self) -> None:
        super().__init__("Tællingen er stoppet. Intet er ændret.")


@contextmanager
def stoppable(session: Session, stopped: Callable[[], bool]) -> Iterator[None]:
    """Let what is read inside end with Stopped soon after ``stopped`` says so."""
    driver = session.connection().connection.driver_connection
    assert driver is not None  # noqa: S101 - a session that reads has one
    driver.set_progress_handler(stopped, _STEPS)
    try:
        yield
    except DBAPIError as fault:
        if stopped():
            raise Stopped from fault
        raise
    finally:
        driver.set_progress_handler(None, _STEPS)
    if stopped():
        raise Stopped
