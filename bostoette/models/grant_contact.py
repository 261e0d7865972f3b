"""A GrantContact is a citizen's contact as it weighs against her grant, with its key."""

from dataclasses import dataclass

from bostoette.models.counted_contact import CountedContact
from bostoette.models.key import Key


@dataclass(frozen=True, slots=True)
class GrantContact:
    """Held or planned."""

    contact_id: Key
    counted: CountedContact
