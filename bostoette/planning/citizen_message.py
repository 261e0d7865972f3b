"""What to say to a citizen when something agreed changes, in plain Danish (P49).

A message begins with what the citizen knows, up to " er ": so a second change before she has been
told renews the end and leaves the beginning. Whom she expects stands after " i stedet for ".
"""

import re
from dataclasses import dataclass
from datetime import date

from bostoette.models.contact_form import ContactForm
from bostoette.models.wording import MONTHS, WEEKDAYS, clock

_KNOWN_ENDS = " er "
_OURS = "Vores "
_EXPECTED = re.compile(r" i stedet for ([^.]+)\.")
_NOUNS = {
    ContactForm.PHYSICAL: ("besøg", "et besøg"),
    ContactForm.PHONE: ("telefonsamtale", "en telefonsamtale"),
    ContactForm.VIDEO: ("videosamtale", "en videosamtale"),
    ContactForm.WALK_TALK: ("gåtur", "en gåtur"),
    ContactForm.SMS_CHAT: ("skriftlige kontakt", "en skriftlig kontakt"),
    ContactForm.GROUP_ONLINE: ("onlinegruppe", "en onlinegruppe"),
    ContactForm.GROUP_WALK: ("tur med gåholdet", "en tur med gåholdet"),
    ContactForm.HOTLINE: ("samtale", "en samtale"),
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a citizen has to know of a contact: form, day, start in minutes after midnight, who."""

    form: ContactForm
    day: date
    start: int
    people: str = ""
    """Who comes or calls, by first name."""

    def said(self) -> str:
        """Say it to her: ``Vores besøg onsdag d. 25. november kl. 10.00``."""
        return f"{_OURS}{_NOUNS[self.form][0]} {self.when()}"

    def when(self) -> str:
        """Say its time: ``onsdag d. 25. november kl. 10.00``."""
        day = self.day
        weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
        return f"{weekday} d. {day.day}. {month} kl. {clock(self.start)}"


def known_before(message: str) -> str:
    """Return what a message took the citizen to know."""
    return message.partition(_KNOWN_ENDS)[0]


def expected_before(message: str) -> str:
    """Return whom a message took the citizen to expect; empty where it says nothing of it."""
    found = _EXPECTED.search(message)
    return "" if found is None else found.group(1)


def change_told(known: str, now: Meeting | None, expected: str = "") -> str:
    """Say what a meeting she knows has become; None where it is called off.

    ``expected`` is who was to come, where that is looked at. Empty where it is again as she knows
    it.
    """
    if now is None:
        return f"{known} er aflyst."
    others = f"{now.people} i stedet for {expected}." if expected not in {"", now.people} else ""
    if now.said() == known:
        return f"{known} er nu med {others}" if others else ""
    moved = _moved(known, now)
    return f"{moved} Det er nu med {others}" if others else moved


def _moved(known: str, now: Meeting) -> str:
    if known.startswith(f"{_OURS}{_NOUNS[now.form][0]} "):
        return f"{known} er flyttet til {now.when()}."
    into = _NOUNS[now.form][1]
    if known.endswith(now.when()):
        return f"{known} er ændret til {into} på samme tid."
    return f"{known} er ændret til {into} {now.when()}."


def on_again_told(now: Meeting) -> str:
    """Say that a meeting which was called off takes place after all."""
    return f"{now.said()} er alligevel, som vi aftalte."


def several_told(first: str, others: int) -> str:
    """Say the first of several changes, and how many more there are."""
    more = "1 anden aftale" if others == 1 else f"{others} andre aftaler"
    return f"{first} Også {more} er ændret."


def letter(message: str, citizen: str, worker: str) -> str:
    """Make a message ready to be sent: ``Hej A.M. Vores besøg … Hilsen Mette``.

    What somebody wrote in words of their own stays as it is.
    """
    if not message.startswith(_OURS):
        return message
    greeting = citizen if citizen.endswith(".") else f"{citizen}."
    return f"Hej {greeting} {message} Hilsen {worker}"
