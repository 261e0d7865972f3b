"""A Mend is one thing that would take a sentence away, ready to be done in one step."""

from dataclasses import dataclass
from enum import StrEnum

from bostoette.models.contact_form import ContactForm
from bostoette.models.key import Key
from bostoette.models.timespan import TimeSpan


class MendKind(StrEnum):
    """What is done."""

    SPLIT = "split"
    MOVE = "move"
    FORM = "form"
    HAND_OVER = "hand_over"
    VISIT = "visit"
    """A visit is planned in the form, which asks for the rest."""
    BRIDGE = "bridge"
    """A short contact after no-shows, and a day to meet again, are asked about (P43)."""


@dataclass(frozen=True, slots=True)
class Mend:
    """What is proposed, in words, and what it needs."""

    kind: MendKind
    label: str
    contact_id: Key = b""
    spans: tuple[TimeSpan, ...] = ()
    """When: the parts of what is split, the first in place of the whole; or the new time."""
    form: ContactForm | None = None
    leaves: Key = b""
    comes: Key = b""
    citizen_id: Key = b""
