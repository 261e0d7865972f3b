"""The leader's list of reasons: what was chosen against the advice, and why (P07, P14)."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.contact_form import ContactForm
from bostoette.models.iso_week import IsoWeek
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan
from bostoette.models.worker import Worker
from bostoette.services.conditions import conditions_in_force
from bostoette.store import review_rows


@dataclass(frozen=True, slots=True)
class ListedReason:
    """One contact that was chosen with a reason."""

    contact_id: Key
    worker: str
    """Initials of the one who holds it."""
    citizen: str
    """Initials."""
    span: TimeSpan
    form: ContactForm
    reason: str
    codes: tuple[str, ...]
    """Reasons for beginning at a distance that were chosen, in words."""


def reasons_of_week(
    session: Session, week: IsoWeek, workers: Collection[Key] | None = None
) -> tuple[ListedReason, ...]:
    """Return the week's reasons by worker and time, of some workers or of all."""
    titles = conditions_in_force(session).words.reason_codes
    names = {one.id: one.initials for one in session.execute(select(Worker.id, Worker.initials))}
    found = [
        ListedReason(
            one.contact_id,
            names.get(worker, ""),
            one.initials,
            one.span,
            one.form,
            one.reason,
            tuple(titles.get(code, code) for code in one.codes),
        )
        for worker, reasons in review_rows.given_reasons(session, week).items()
        if workers is None or worker in workers
        for one in reasons
    ]
    return tuple(sorted(found, key=lambda one: (one.worker, one.span)))
