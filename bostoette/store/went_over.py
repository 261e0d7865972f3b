"""Which contacts began on video and went over to the phone: they fill what was agreed (P65)."""

from sqlalchemy import String, and_, type_coerce

from bostoette.models.contact import Contact, TechLog
from bostoette.models.remote_kinds import TechOutcome

WENT_OVER = and_(
    TechLog.contact_id == Contact.id,
    type_coerce(TechLog.outcome, String) == TechOutcome.FALLBACK.value,
)
"""Joins the log of such a contact, whose form is the one that was tried, to the contact."""
