"""A ContactForm is how a contact is held (kontaktform); P59, P61, P73, P75, P78."""

from enum import StrEnum


class ContactForm(StrEnum):
    """The forms in the one order they have everywhere: besøg, telefon, video, gåtur, the rest."""

    PHYSICAL = "physical"
    PHONE = "phone"
    VIDEO = "video"
    WALK_TALK = "walk_talk"
    SMS_CHAT = "sms_chat"
    GROUP_ONLINE = "group_online"
    GROUP_WALK = "group_walk"
    HOTLINE = "hotline"

    @property
    def travels(self) -> bool:
        """Tell whether the worker has to go somewhere for it."""
        return self in _TRAVELLING

    @property
    def face_to_face(self) -> bool:
        """Tell whether people meet in the flesh (visit, walk-and-talk, walking group; P01)."""
        return self.travels

    @property
    def short_name(self) -> str:
        """The word on cards."""
        return _SHORT[self]

    @property
    def full_name(self) -> str:
        """The word in lists, forms and calendar files."""
        return _FULL[self]

    @property
    def one_more(self) -> tuple[str, str]:
        """The article and the words for one more meeting face to face: ``et``, ``nyt besøg``."""
        return ("et", "nyt besøg") if self is ContactForm.PHYSICAL else ("en", "ny gåtur")


_SHORT = {
    ContactForm.PHYSICAL: "besøg",
    ContactForm.PHONE: "telefon",
    ContactForm.VIDEO: "video",
    ContactForm.WALK_TALK: "gåtur",
    ContactForm.SMS_CHAT: "besked",
    ContactForm.GROUP_ONLINE: "onlinegruppe",
    ContactForm.GROUP_WALK: "gåhold",
    ContactForm.HOTLINE: "hotline",
}
_FULL = {
    ContactForm.PHYSICAL: "fysisk besøg",
    ContactForm.PHONE: "telefonsamtale",
    ContactForm.VIDEO: "videosamtale",
    ContactForm.WALK_TALK: "walk-and-talk",
    ContactForm.SMS_CHAT: "SMS eller chat",
    ContactForm.GROUP_ONLINE: "gruppe online",
    ContactForm.GROUP_WALK: "fast gåhold",
    ContactForm.HOTLINE: "hotline",
}

_TRAVELLING = frozenset({ContactForm.PHYSICAL, ContactForm.WALK_TALK, ContactForm.GROUP_WALK})
CORE_FORMS = (
    ContactForm.PHYSICAL,
    ContactForm.PHONE,
    ContactForm.VIDEO,
    ContactForm.WALK_TALK,
)
"""The four forms that every citizen's mix is made of."""

GROUP_FORMS = frozenset({ContactForm.GROUP_ONLINE, ContactForm.GROUP_WALK})
"""Forms for several citizens together (P61, P73)."""
