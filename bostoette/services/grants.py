"""What a person can do with grants (bevillinger): add, change, and weigh the time used."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bostoette.models.citizen_fields import GrantFields
from bostoette.models.grant import Grant
from bostoette.models.key import Key
from bostoette.models.plan_error import PlanError
from bostoette.planning.grant_balance import GrantBalance
from bostoette.planning.grant_balance import balance as weighed
from bostoette.services.open_citizen import open_citizen
from bostoette.services.stale import check_version
from bostoette.store.citizens import counted_contacts
from bostoette.store.journal import describe

_NAMES = ("paragraph_id", "minutes_from", "minutes_to", "period", "valid_from", "valid_to")


def add(session: Session, citizen_id: Key, fields: GrantFields) -> Key:
    """Add a grant to a citizen; return its key."""
    fields.check()
    grant = new_grant(citizen_id, fields)
    session.add(grant)
    session.flush()
    describe(session, f"Ny bevilling: {open_citizen(session, citizen_id).initials}")
    return grant.id


def new_grant(citizen_id: Key, fields: GrantFields) -> Grant:
    """Make a grant of what was filled in, not yet part of any session."""
    return Grant(citizen_id=citizen_id, **{name: getattr(fields, name) for name in _NAMES})


def change(session: Session, grant_id: Key, version: int, fields: GrantFields) -> None:
    """Save what was changed in the form; raises ChangedMeanwhile when it is stale."""
    fields.check()
    grant = session.get(Grant, grant_id)
    if grant is None:
        raise PlanError(
            "Bevillingen findes ikke længere. Andet er ikke ændret; se borgeren efter en gang til."
        )
    check_version(grant.version, version)
    for name in _NAMES:
        setattr(grant, name, getattr(fields, name))
    describe(session, f"Ret bevilling: {open_citizen(session, grant.citizen_id).initials}")


def balance(session: Session, citizen_id: Key, first: date, last: date) -> GrantBalance:
    """Weigh what is planned and used from the first to the last day against what is granted."""
    grants = session.scalars(select(Grant).where(Grant.citizen_id == citizen_id)).all()
    contacts = counted_contacts(session, citizen_id, first, last)
    return weighed([grant_fields(grant) for grant in grants], contacts, first, last)


def grant_fields(grant: Grant) -> GrantFields:
    """Return a grant as it was filled in."""
    return GrantFields(**{name: getattr(grant, name) for name in _NAMES})
