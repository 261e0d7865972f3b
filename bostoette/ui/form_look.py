"""How a contact form looks: always an icon, a colour and an edge pattern, beside its word."""

from dataclasses import dataclass
from enum import Enum, auto

from bostoette.models.contact_form import ContactForm
from bostoette.ui.theme import Tokens


class EdgePattern(Enum):
    """The pattern of a card's left edge, told apart without colour."""

    SOLID = auto()
    DASHED = auto()
    DOUBLE = auto()
    DOTTED = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class FormLook:
    """Icon name, token of the ink, token of the tint, and edge of one form."""

    icon: str
    ink: str
    tint: str
    edge: EdgePattern

    def ink_of(self, tokens: Tokens) -> str:
        """Return the ink's colour."""
        return str(getattr(tokens, self.ink))

    def tint_of(self, tokens: Tokens) -> str:
        """Return the tint's colour."""
        return str(getattr(tokens, self.tint))


_LOOKS = {
    ContactForm.PHYSICAL: FormLook("home", "physical", "physical_tint", EdgePattern.SOLID),
    ContactForm.PHONE: FormLook("phone", "phone", "phone_tint", EdgePattern.DASHED),
    ContactForm.VIDEO: FormLook("video", "video", "video_tint", EdgePattern.DOUBLE),
    ContactForm.WALK_TALK: FormLook("walk", "walk", "walk_tint", EdgePattern.DOTTED),
    ContactForm.SMS_CHAT: FormLook("message", "phone", "phone_tint", EdgePattern.DASHED),
    ContactForm.GROUP_ONLINE: FormLook("group", "video", "video_tint", EdgePattern.DOUBLE),
    ContactForm.GROUP_WALK: FormLook("group", "walk", "walk_tint", EdgePattern.DOTTED),
    ContactForm.HOTLINE: FormLook("phone", "phone", "phone_tint", EdgePattern.DASHED),
}
OTHER_LOOK = FormLook("calendar", "other", "other_tint", EdgePattern.NONE)
"""Appointments that are no contact: grey."""


def look_of(form: ContactForm | None) -> FormLook:
    """Return the look of a form; None is another appointment."""
    return OTHER_LOOK if form is None else _LOOKS[form]
