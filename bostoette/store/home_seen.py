"""Where a contact let the home be seen: a visit whose note says "not seen" did not (P37)."""

from sqlalchemy import String, case, exists, type_coerce

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
