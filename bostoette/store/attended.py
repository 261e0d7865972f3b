"""Whether a citizen's part in a contact counts: she came, or is still expected.

Who stayed away from a group did not have the contact (P61), and a delivery at the door counts once
they saw each other and talked (P52). Beside `ContactCitizen`, the contact must be joined.
"""

from sqlalchemy import String, and_, or_, type_coerce

from bostoette.models.attendance import Attendance
from bostoette.models.contact import Contact, ContactCitizen
from bostoette.models.contact_variant import ContactVariant

_ATTENDANCE = type_coerce(ContactCitizen.attendance, String)
_VARIANT = type_coerce(Contact.variant, String)
_AT_THE_DOOR = _VARIANT.in_([ContactVariant.DELIVERY.value])

CAME_ALONG = _ATTENDANCE.not_in([Attendance.DID_NOT_COME.value])
"""She did not stay away."""
COUNTS = and_(CAME_ALONG, or_(~_AT_THE_DOOR, _ATTENDANCE.in_([Attendance.CAME.value])))
"""The contact counts for her, wherever contacts are counted or clocks run from them."""
IN_HER_HISTORY = or_(CAME_ALONG, _AT_THE_DOOR)
"""It stands among her contacts: also a delivery where nobody was seen."""
IS_WEBINAR = _VARIANT.in_([ContactVariant.WEBINAR.value])
