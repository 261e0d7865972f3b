"""A TrayContact is one of a citizen's contacts, as far as a line of her agreement counts it."""

from datetime import date
from typing import NamedTuple

from bostoette.models.contact_form import ContactForm
from bostoette.models.contact_kinds import ContactStatus
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan


class Origin(NamedTuple):
    """The contact that another came instead of."""

    id: Key
    day: date
    form: ContactForm


class TrayContact(NamedTuple):
    """Where one contact stands."""

    id: Key
    day: date
    form: ContactForm
    status: ContactStatus = ContactStatus.PLANNED
    unplanned: bool = False
    origin: Origin | None = None


class TimedContact(NamedTuple):
    """A contact as a line counts it, with its time."""

    contact: TrayContact
    span: TimeSpan
