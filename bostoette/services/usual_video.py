"""How a citizen is usually met on video: on which platform, and by the link used there last."""

from dataclasses import replace

from sqlalchemy import String, exists, select, type_coerce
from sqlalchemy.orm import Session, aliased

from bostoette.models.citizen_profile import CitizenProfile
from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.contact_fields import ContactFields
from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.team import ApprovedPlatform

_TAKING_TIME = tuple(one.value for one in ContactStatus if one.takes_time)
_LATEST = 50
"""So many of the latest videos are looked through for links."""
_other = aliased(ContactCitizen)


def links_used(session: Session, citizen_id: Key) -> dict[str | None, str]:
    """Return the link that a citizen was met by last, for each platform.

    Only of talks with her alone: a link to a group's room is not hers.
    """
    rows = session.execute(
        select(Contact.video_platform_id, Contact.video_link)
        .join(ContactCitizen, ContactCitizen.contact_id == Contact.id)
        .where(
            ContactCitizen.citizen_id == citizen_id,
            Contact.video_link != "",
            type_coerce(Contact.form, String) == ContactForm.VIDEO.value,
            type_coerce(Contact.status, String).in_(_TAKING_TIME),
            ~exists().where(
                _other.contact_id == Contact.id, _other.citizen_id != ContactCitizen.citizen_id
            ),
        )
        .order_by(ContactCitizen.day.desc(), Contact.start.desc())
        .limit(_LATEST)
    )
    found: dict[str | None, str] = {}
    for platform, link in rows:
        found.setdefault(platform, link)
    return found


def with_usual_video(session: Session, fields: ContactFields) -> ContactFields:
    """Return a new contact's fields with the one citizen's platform and link, where none is given.

    All forms get them, so that they are there when the contact is turned into a video. A platform
    that is not approved any more is left out (P66).
    """
    if len(fields.citizens) != 1:
        return fields
    (citizen,) = fields.citizens
    platform = fields.video_platform_id or _approved_platform(session, citizen)
    link = fields.video_link or links_used(session, citizen).get(platform, "")
    return replace(fields, video_platform_id=platform, video_link=link)


def _approved_platform(session: Session, citizen_id: Key) -> str | None:
    return session.scalar(
        select(CitizenProfile.platform_id)
        .join(ApprovedPlatform, ApprovedPlatform.id == CitizenProfile.platform_id)
        .where(CitizenProfile.citizen_id == citizen_id, ApprovedPlatform.active.is_(True))
    )
