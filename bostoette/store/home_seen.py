"""Where a contact let the home be seen: a visit whose note says "not seen" did not (P37).

Whoever has a place to meet and no address has no home of their own to be seen.
"""

from sqlalchemy import Boolean, String, and_, case, exists, not_, type_coerce

from bostoette.models.citizen import Citizen
from bostoette.models.contact import Contact
from bostoette.models.contact_kinds import ContactPlace
from bostoette.models.note import Note
from bostoette.models.note_kinds import HomeImpression

_PLACE = type_coerce(Contact.place, String)
_NOT_SEEN = exists().where(
    Note.contact_id == Contact.id,
    type_coerce(Note.home_impression, String).in_([HomeImpression.NOT_SEEN.value]),
)
PLACE_SEEN = case(
    (_PLACE.not_in([ContactPlace.HOME.value]), _PLACE),  # its note need not be looked for
    (_NOT_SEEN, ContactPlace.OTHER.value),
    else_=_PLACE,
)
"""The contact's place, as the clock of the home counts it; the contact must be joined."""

HAS_HOME = type_coerce(
    not_(and_(Citizen.meeting_point != "", Citizen.address == "", Citizen.postal_code == "")),
    Boolean,
)
"""Whether the citizen has a home of her own, as far as is known."""
