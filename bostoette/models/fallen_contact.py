"""A FallenContact is one contact as far as the count of what was kept or lost needs it (P24)."""

from datetime import date
from typing import NamedTuple

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key


class FallenContact(NamedTuple):
    """One contact, and which other one it came instead of."""

    id: Key
    day: date
    form: ContactForm
    status: ContactStatus
    converted_from: Key | None
    """The contact it came instead of."""
