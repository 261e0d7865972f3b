"""Questions behind a list of drives: what was corrected in it, and the citizens' codes."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen import Citizen
from bostoette.models.drive_correction import DriveCorrection
from bostoette.models.drive_list import DriveFields
from bostoette.models.key import Key


def corrections_of(
    session: Session, worker_id: Key, first: date, last: date
) -> dict[tuple[date, Key | None], DriveFields]:
    """Return a worker's corrections from the first to the last day, by day and contact."""
    rows = session.connection().execute(
        select(
            DriveCorrection.day,
            DriveCorrection.contact_id,
            DriveCorrection.km,
            DriveCorrection.car,
            DriveCorrection.skipped,
            DriveCorrection.remark,
        ).where(DriveCorrection.worker_id == worker_id, DriveCorrection.day.between(first, last))
    )
    return {
        (row.day, row.contact_id): DriveFields(row.km, row.car, row.skipped, row.remark)
        for row in rows
    }


def correction_of(
    session: Session, worker_id: Key, day: date, contact_id: Key | None
) -> DriveCorrection | None:
    """Return the correction of one drive, where there is one."""
    return session.scalars(
        select(DriveCorrection).where(
            DriveCorrection.worker_id == worker_id,
            DriveCorrection.day == day,
            DriveCorrection.contact_id == contact_id,
        )
    ).first()


def codes_of(session: Session, citizens: Collection[Key]) -> dict[Key, str]:
    """Return the citizens' codes."""
    rows = session.connection().execute(
        select(Citizen.id, Citizen.code).where(Citizen.id.in_(citizens))
    )
    return {key: code for key, code in rows}  # noqa: C416 - a row is no pair to the types
