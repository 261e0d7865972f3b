"""A WeekSentence is one thing to look at in a week. It forbids nothing."""

from dataclasses import dataclass
from datetime import date

from bostoette.models.key import Key
from bostoette.models.week_contact import WeekContact
from bostoette.models.wording import capital, clock, short_day


@dataclass(frozen=True, slots=True)
class WeekSentence:
    """One thing to look at: the contacts it is about, the rule behind it, and the words."""

    rule: str
    """The practice rule's id; "" where plain sense needs none."""
    contacts: tuple[Key, ...]
    day: date
    text: str
    lift: str = ""
    """What would take it away; "" where nothing simple would."""
    citizen: Key = b""
    """Whose plan it is about; empty where it is about the contacts alone."""
    check: str = ""
    """Which check of a plan it comes from; "" where it is the week's own."""
    days: tuple[date, ...] = ()
    """The first and the last day that a plan was looked at over."""


def at(contact: WeekContact, whom: str = "") -> str:
    """Say which contact: ``A.M. tor. 26. nov. kl. 13.00``."""
    name = whom or contact.initials or "kontakten"
    return f"{name} {short_day(contact.day)} kl. {clock(contact.start)}"


def first_at(contact: WeekContact, whom: str = "") -> str:
    """Say which contact, as a sentence begins: ``Kontakten tor. 26. nov. kl. 13.00``."""
    return capital(at(contact, whom))
